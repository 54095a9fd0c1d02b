using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Tests.Products;

[Text]
public sealed class GiftTests
{
    private static readonly Gift Scarf = Gift.Physical(Money.Yuan(15m), Money.Yuan(1m), Money.Yuan(2m), Money.Yuan(6m));

    [Fact]
    public void CostOf_VirtualIsFixed_PhysicalGrowsWithPieces()
    {
        var book = Gift.Virtual(Money.Yuan(500m));
        Assert.Equal((500m, 500m), (book.CostOf(0).Amount, book.CostOf(1_000_000).Amount));
        Assert.Equal((0m, 12_000m), (Scarf.CostOf(0).Amount, Scarf.CostOf(500).Amount)); // 15 + 1 + 2 + 6 a piece
        Assert.Equal((GiftKind.Virtual, GiftKind.Physical), (book.Kind, Scarf.Kind));
        Assert.Throws<ArgumentOutOfRangeException>("pieces", static () => Scarf.CostOf(-1));
    }

    [Fact]
    public void Make_EverythingWrong_NamesAllMistakesTogether()
    {
        Assert.Equal(
            ["goods policy.out_of_range", "storage policy.out_of_range", "labour policy.out_of_range", "labour policy.other_currency"],
            Assert.Throws<InvalidPolicyException>(static () =>
                Gift.Physical(Money.Yuan(-1m), Money.Yuan(-1m), Money.From(-1m, Currency.Jpy), Money.Yuan(0m)))
                .Mistakes.Select(static m => $"{m.Place} {m.Reason.Code}"));
        Assert.Equal("policy.missing", Assert.Throws<InvalidPolicyException>(static () => Gift.Virtual(default)).Mistakes.Single()
            .Reason.Code);
    }

    [Fact]
    public void Extremes_AreNamedOrUnknown_NeverARawOverflow()
    {
        Money most = Money.Yuan(decimal.MaxValue);
        Assert.Throws<ArgumentException>("goods", () => Gift.Physical(most, most, most, most));
        Gift dear = Gift.Physical(most, Money.Yuan(0m), Money.Yuan(0m), Money.Yuan(0m));
        Assert.Throws<ArgumentOutOfRangeException>("pieces", () => dear.CostOf(2));
        GiftAssessment unknown = GiftPolicy.Default.Assess(dear, 2, Money.Yuan(0m), Money.Yuan(0m));
        Assert.Equal((GiftSuitability.Unknown, null), (unknown.Suitability, unknown.Left));
        Assert.Equal("products.amounts_too_large", unknown.Reasons.Single().Code);
        Assert.Equal(DecisionOutcome.Undecidable, GiftPolicy.Default.Decide(dear, 2, Money.Yuan(0m), Money.Yuan(0m)).Outcome);
    }

    [Fact]
    public void Assess_GivenAwayAboveWhatItBringsIn_IsRefusedWithTheLossAndTheLowestPrice()
    {
        GiftAssessment away = GiftPolicy.Default.Assess(Scarf, 500, Money.Yuan(10m), price: Money.Yuan(0m));
        Assert.Equal(GiftSuitability.LosesMoney, away.Suitability);
        Assert.Equal("Giving it leaves -7000.00 CNY; at least 0.00 CNY is needed.", away.Reasons.Single().ToString());
        Assert.Equal(Money.Yuan(14m), away.PriceMin.Value);
        Assert.True(GiftPolicy.Default.Decide(Scarf, 500, Money.Yuan(10m), away.PriceMin.Value).IsAllowed);
        Assert.Equal(DecisionOutcome.Denied, GiftPolicy.Default.Decide(Scarf, 500, Money.Yuan(10m), Money.Yuan(13.99m)).Outcome);
    }

    [Theory]
    [InlineData("60.00", GiftSuitability.Suitable)]
    [InlineData("60.01", GiftSuitability.LosesMoney)]
    public void Assess_BothSidesOfTheRedLine(string redLine, GiftSuitability expected)
    {
        GiftPolicy policy = Policy(decimal.Parse(redLine, System.Globalization.CultureInfo.InvariantCulture));
        GiftAssessment good = policy.Assess(Scarf, 10, Money.Yuan(30m), Money.Yuan(0m));
        Assert.Equal((expected, 60m), (good.Suitability, good.Left!.Value.Amount));
        Assert.Equal(expected == GiftSuitability.Suitable ? 0m : 0.01m, good.PriceMin.Value.Amount);
    }

    [Fact]
    public void PriceMin_FiveThousandCases_IsPayable_PassesItsOwnTest_AndOneMinorUnitLowerFails()
    {
        var random = Chance.From(20260301);
        Currency[] currencies = [Currency.Cny, Currency.Jpy, Currency.From("KWD")];
        for (int i = 0; i < 5_000; i++)
        {
            Currency currency = currencies[i % 3];
            Money unit = Money.From(1m / (decimal)Math.Pow(10, currency.MinorUnitDigits), currency);
            Gift gift = i % 2 == 0
                ? Gift.Virtual(Money.From(random.Next(0, 1_000_000) / 7m, currency))
                : Gift.Physical(Money.From(random.Next(0, 9_999) / 11m, currency), Money.Zero(currency),
                    Money.From(random.Next(0, 99) / 3m, currency), Money.Zero(currency));
            int pieces = random.Next(1, 2_000);
            Money brings = Money.From(random.Next(-2_000, 4_000) / 13m, currency);
            var policy = GiftPolicy.Create(new GiftOptions { RedLine = Money.From(random.Next(-1_000, 100_000) / 17m, currency) });
            Money price = policy.Assess(gift, pieces, brings, Money.Zero(currency)).PriceMin.Value;
            Assert.Equal(price, price.RoundToMinorUnit(MidpointRounding.ToZero));
            Assert.True(policy.Decide(gift, pieces, brings, price).IsAllowed, $"case {i}: {price}");
            Assert.True(price.IsZero || !policy.Decide(gift, pieces, brings, price - unit)
                .IsAllowed, $"case {i}: {price} is not the lowest");
        }
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Money none = Money.Yuan(0m);
        Assert.Equal("money.nothing_to_divide_by", GiftPolicy.Default.Assess(Scarf, 0, Money.Yuan(1m), none).PriceMin.Reasons.Single()
            .Code);
        Assert.Throws<ArgumentOutOfRangeException>("price", () => GiftPolicy.Default.Assess(Scarf, 1, none, Money.Yuan(-1m)));
        Assert.Throws<ArgumentOutOfRangeException>("pieces", () => GiftPolicy.Default.Assess(Scarf, -1, none, none));
        Assert.Throws<ArgumentNullException>("gift", () => GiftPolicy.Default.Assess(null!, 1, none, none));
        Assert.Throws<CurrencyMismatchException>(() => GiftPolicy.Default.Assess(Scarf, 1, Money.From(1m, Currency.Usd), none));
        Assert.Equal("redLine", Assert.Throws<InvalidPolicyException>(static () =>
            GiftPolicy.Create(new GiftOptions { RedLine = default(Money) })).Mistakes.Single().Place);
        Assert.False(GiftPolicy.TryCreate(new GiftOptions { RedLine = default(Money) }, out _, out _));
        Assert.Equal(Policy(3m), Policy(3m));
        Assert.NotEqual(Policy(3m), Policy(4m));
    }

    private static GiftPolicy Policy(decimal redLine) => GiftPolicy.Create(new GiftOptions { RedLine = Money.Yuan(redLine) });
}
