using FsCheck.Fluent;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Tests.Costs;

[Text]
public sealed class PublicSalePolicyTests
{
    private static readonly PublicSaleOptions Options = new()
    {
        PriceFloor = Money.Yuan(90m),
        RedLinePerUnit = Money.Yuan(10m),
        RedLineInAll = Money.Yuan(5_000m),
    };

    private static readonly PublicSalePolicy Policy = PublicSalePolicy.Create(Options);

    [Fact]
    public void Assess_HealthySale_IsHealthyWithItsFigures()
    {
        // (1 − 0.1)·(100·(1 − 0.2) − 50) − 5 − 0.1·10 = 21 a unit; 1,000 units less a fee of 6,000 are 15,000.
        PublicSaleAssessment sale = Policy.Assess(Sale());
        Assert.Equal((PublicSaleHealth.Healthy, 0), (sale.Health, sale.Reasons.Length));
        Assert.Equal((Money.Yuan(21m), Money.Yuan(15_000m)), (sale.ProfitPerUnit, sale.ProfitInAll));
        Assert.Equal((Ratio.From(0.25m), Ratio.From(0.1m)), (sale.LinkedShare, sale.PulledForward));
        Assert.Equal(sale, Policy.Assess(Sale()));
    }

    [Fact]
    public void Assess_EverythingWrong_IsHarmful_WithAllReasonsInOrder()
    {
        PublicSaleAssessment sale = Policy.Assess(Sale(price: 60m, linked: 10, unitsAfter: 50m, priceAfter: 80m));
        Assert.Equal(PublicSaleHealth.Harmful, sale.Health);
        Assert.Equal(
            [
                CostsReasons.BelowPriceFloor.With(Money.Yuan(60m), Money.Yuan(90m)),
                CostsReasons.UnitBelowRedLine.With(Money.Yuan(-7.8m), Money.Yuan(10m)),
                CostsReasons.TotalBelowRedLine.With(Money.Yuan(-13_800m), Money.Yuan(5_000m)),
                CostsReasons.TooFewLinked.With(Ratio.From(0.0125m), Ratio.From(0.1m)),
                CostsReasons.DemandPulledForward.With(Ratio.From(0.5m), Ratio.From(0.2m)),
                CostsReasons.VolumeNotUp.With(50m, 80m),
                CostsReasons.PriceNotUp.With(Money.Yuan(80m), Money.Yuan(110m)),
            ],
            sale.Reasons);
    }

    [Fact]
    public void Assess_UnitEarnsButTheFeeEatsIt_IsHarmfulInAllOnly() => Assert.Equal(
        CostsReasons.TotalBelowRedLine.With(Money.Yuan(4_500m), Money.Yuan(5_000m)), Policy.Assess(Sale(units: 500)).Reasons.Single());

    [Theory]
    [InlineData("90", PublicSaleHealth.Healthy)]
    [InlineData("90.01", PublicSaleHealth.Healthy)]
    [InlineData("89.99", PublicSaleHealth.Harmful)]
    public void Assess_BothSidesOfThePriceFloor_AndAtIt(string price, PublicSaleHealth expected)
    {
        // At a price of 90 a unit earns 13.80, so red lines hold.
        PublicSaleAssessment sale = Policy.Assess(Sale(price: decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(expected, sale.Health);
        Assert.Equal(expected == PublicSaleHealth.Harmful ? ["public_sale.below_price_floor"]
            : [], sale.Reasons.Select(static r => r.Code));
    }

    [Theory]
    [InlineData("21", PublicSaleHealth.Healthy)]
    [InlineData("20.99", PublicSaleHealth.Healthy)]
    [InlineData("21.01", PublicSaleHealth.Harmful)]
    public void Assess_BothSidesOfTheUnitsRedLine_AndAtIt(string redLine, PublicSaleHealth expected)
    {
        Money line = Money.Yuan(decimal.Parse(redLine, System.Globalization.CultureInfo.InvariantCulture));
        PublicSaleAssessment sale = PublicSalePolicy.Create(Options with { RedLinePerUnit = line }).Assess(Sale());
        Assert.Equal(expected, sale.Health);
        Assert.Equal(expected == PublicSaleHealth.Harmful ? ["public_sale.unit_below_red_line"]
            : [], sale.Reasons.Select(static r => r.Code));
    }

    [Theory]
    [InlineData("15000", PublicSaleHealth.Healthy)]
    [InlineData("14999.99", PublicSaleHealth.Healthy)]
    [InlineData("15000.01", PublicSaleHealth.Harmful)]
    public void Assess_BothSidesOfTheSalesRedLine_AndAtIt(string redLine, PublicSaleHealth expected)
    {
        Money line = Money.Yuan(decimal.Parse(redLine, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected, PublicSalePolicy.Create(Options with { RedLineInAll = line }).Assess(Sale()).Health);
    }

    [Theory]
    [InlineData(80, PublicSaleHealth.Healthy)]
    [InlineData(79, PublicSaleHealth.Caution)]
    [InlineData(81, PublicSaleHealth.Healthy)]
    public void Assess_BothSidesOfTheLinkedShare_AndAtIt(int linked, PublicSaleHealth expected) =>
        Assert.Equal(expected, Policy.Assess(Sale(linked: linked)).Health);

    [Theory]
    [InlineData(90, 112.5, PublicSaleHealth.Healthy)] // 20 % missing
    [InlineData(90, 112.6, PublicSaleHealth.Caution)]
    [InlineData(90, 112.4, PublicSaleHealth.Healthy)]
    [InlineData(90, 0, PublicSaleHealth.Healthy)]
    public void Assess_BothSidesOfDemandPulledForward_AndAtIt(double after, double expectedUnits, PublicSaleHealth expected) =>
        Assert.Equal(expected, Policy.Assess(Sale(expected: (decimal)expectedUnits, unitsAfter: (decimal)after)).Health);

    [Theory]
    [InlineData(80, PublicSaleHealth.Caution)]
    [InlineData(80.01, PublicSaleHealth.Healthy)]
    [InlineData(79.99, PublicSaleHealth.Caution)]
    public void Assess_BothSidesOfTheVolumeBefore_AndAtIt(double unitsAfter, PublicSaleHealth expected)
    {
        PublicSaleAssessment sale = Policy.Assess(Sale(expected: 80m, unitsAfter: (decimal)unitsAfter));
        Assert.Equal(expected, sale.Health);
        Assert.Equal(expected == PublicSaleHealth.Caution ? ["public_sale.volume_not_up"] : [], sale.Reasons.Select(static r => r.Code));
    }

    [Theory]
    [InlineData(110, PublicSaleHealth.Caution)]
    [InlineData(110.01, PublicSaleHealth.Healthy)]
    [InlineData(109.99, PublicSaleHealth.Caution)]
    public void Assess_BothSidesOfThePriceBefore_AndAtIt(double priceAfter, PublicSaleHealth expected)
    {
        PublicSaleAssessment sale = Policy.Assess(Sale(priceAfter: (decimal)priceAfter));
        Assert.Equal(expected, sale.Health);
        Assert.Equal(expected == PublicSaleHealth.Caution ? ["public_sale.price_not_up"] : [], sale.Reasons.Select(static r => r.Code));
    }

    [Fact]
    public void Assess_NothingKnown_IsUnknownAndAsksForAll()
    {
        PublicSaleAssessment sale = Policy.Assess(new PublicSaleFigures());
        Assert.Equal((PublicSaleHealth.Unknown, 15), (sale.Health, sale.Reasons.Length));
        Assert.All(sale.Reasons, static r => Assert.Equal("public_sale.fact_unknown", r.Code));
        Assert.Equal(15, sale.Reasons.Select(static r => r.ToString(Language.SimplifiedChinese)).Distinct(StringComparer.Ordinal).Count());
        Assert.Null(sale.ProfitPerUnit);
        Assert.Null(sale.ProfitInAll);
        Assert.False(sale.LinkedShare.IsKnown || sale.PulledForward.IsKnown);
    }

    [Fact]
    public void Assess_BelowTheFloorAndElseUnknown_IsHarmful()
    {
        PublicSaleAssessment sale = Policy.Assess(new PublicSaleFigures(price: Money.Yuan(80m)));
        Assert.Equal((PublicSaleHealth.Harmful, "public_sale.below_price_floor"), (sale.Health, sale.Reasons[0].Code));
        Assert.Equal(15, sale.Reasons.Length);
    }

    // Nobody bought is known, and worse than one buyer who was not linked: it is no missing fact. Of nothing expected nothing is missing.
    [Fact]
    public void Assess_NobodyBought_IsKnownAndCautions_AndNothingExpectedIsNotMissing()
    {
        PublicSaleAssessment sale = Policy.Assess(Sale(buyers: 0, linked: 0, expected: 0m));
        Assert.Equal((PublicSaleHealth.Caution, "public_sale.nobody_bought"), (sale.Health, sale.Reasons.Single().Code));
        Assert.Equal(Ratio.From(0m), sale.PulledForward);
        Assert.Equal(PublicSaleHealth.Caution, Policy.Assess(Sale(buyers: 1, linked: 0)).Health);
        Assert.Equal(PublicSaleHealth.Caution, Policy.Assess(Sale(buyers: 0, linked: null)).Health);
        Assert.Equal(PublicSaleHealth.Unknown, Policy.Assess(Sale(buyers: 1, linked: null)).Health);
    }

    // No figure gets worse and the verdict better: in a whole sale each figure is made worse on its own.
    [Fact]
    public void Assess_WorseFigures_NeverABetterVerdict() => Prop.ForAll(
        Gen.Choose(0, 130).Four().ToArbitrary(), Gen.Choose(0, 40).Two().ToArbitrary(), static (a, less) =>
        {
            (int price, int linked, int unitsAfter, int priceAfter) = a;
            PublicSaleHealth before = Policy.Assess(
                Sale(price: price, buyers: 130, linked: linked, unitsAfter: unitsAfter, priceAfter: priceAfter)).Health;
            foreach ((int p, int l, int u, int pa) in new[] { (less.Item1, 0, 0, 0), (0, less.Item1, 0, 0), (0, 0, less.Item1, 0),
                (0, 0, 0, less.Item1), (less.Item1, less.Item2, less.Item1, less.Item2) })
            {
                PublicSaleHealth after = Policy.Assess(Sale(
                    price: Math.Max(0, price - p), buyers: 130, linked: Math.Max(0, linked - l), unitsAfter: Math.Max(0, unitsAfter - u),
                    priceAfter: Math.Max(0, priceAfter - pa))).Health;
                Assert.True(after <= before);
            }
        }).Holds();

    [Fact]
    public void Create_EverythingWrong_NamesAllTogether()
    {
        var wrong = new PublicSaleOptions
        {
            PriceFloor = Money.Yuan(-0.01m),
            RedLinePerUnit = Money.From(1m, Currency.Usd),
            RedLineInAll = default,
            LinkedShareMin = -0.01m,
            PulledForwardMax = 1.01m,
        };
        Assert.Equal(
            [
                "priceFloor policy.out_of_range", "redLinePerUnit policy.other_currency", "redLineInAll policy.missing",
                    "linkedShareMin policy.out_of_range",
                "pulledForwardMax policy.out_of_range",
            ],
            Assert.Throws<InvalidPolicyException>(() => PublicSalePolicy.Create(wrong))
                .Mistakes.Select(static m => $"{m.Place} {m.Reason.Code}"));
        Assert.False(PublicSalePolicy.TryCreate(wrong, out PublicSalePolicy? none, out _));
        Assert.Null(none);
        Assert.True(PublicSalePolicy.TryCreate(
            Options with { PriceFloor = Money.Yuan(0m), LinkedShareMin = 0m, PulledForwardMax = 1m, RedLineInAll = Money.Yuan(-1m) },
                out _, out _));
        Assert.Equal(Policy, PublicSalePolicy.Create(Options with { PriceFloor = Money.Yuan(90.0m) }));
        Assert.NotEqual(Policy, PublicSalePolicy.Create(Options with { LinkedShareMin = 0.11m }));
    }

    [Fact]
    public void Figures_OutOfRange_AreRefusedByName()
    {
        Money loss = Money.Yuan(-0.01m);
        Assert.Throws<ArgumentOutOfRangeException>("price", () => new PublicSaleFigures(price: loss));
        Assert.Throws<ArgumentOutOfRangeException>("unitCost", () => new PublicSaleFigures(unitCost: loss));
        Assert.Throws<ArgumentOutOfRangeException>("commission", static () => new PublicSaleFigures(commission: Ratio.From(1.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("hook", () => new PublicSaleFigures(hook: loss));
        Assert.Throws<ArgumentOutOfRangeException>("returns", static () => new PublicSaleFigures(returns: Ratio.From(-0.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("returnCost", () => new PublicSaleFigures(returnCost: loss));
        Assert.Throws<ArgumentOutOfRangeException>("fixedFee", () => new PublicSaleFigures(fixedFee: loss));
        Assert.Throws<ArgumentOutOfRangeException>("units", static () => new PublicSaleFigures(units: -1));
        Assert.Throws<ArgumentOutOfRangeException>("buyers", static () => new PublicSaleFigures(buyers: -1));
        Assert.Throws<ArgumentOutOfRangeException>("linkedBuyers", static () => new PublicSaleFigures(linkedBuyers: -1));
        Assert.Throws<ArgumentOutOfRangeException>("linkedBuyers", static () => new PublicSaleFigures(buyers: 1, linkedBuyers: 2));
        Assert.Throws<ArgumentOutOfRangeException>("expectedAfter", static () => new PublicSaleFigures(expectedAfter: -0.01m));
        Assert.Throws<ArgumentOutOfRangeException>("priceBefore", () => new PublicSaleFigures(priceBefore: loss));
        Assert.Throws<ArgumentOutOfRangeException>("unitsBefore", static () => new PublicSaleFigures(unitsBefore: -0.01m));
        Assert.Throws<ArgumentOutOfRangeException>("priceAfter", () => new PublicSaleFigures(priceAfter: loss));
        Assert.Throws<ArgumentOutOfRangeException>("unitsAfter", static () => new PublicSaleFigures(unitsAfter: -0.01m));
        Assert.Throws<ArgumentException>("hook", static () => new PublicSaleFigures(hook: default(Money)));
        Assert.Throws<CurrencyMismatchException>(static () =>
            new PublicSaleFigures(price: Money.Yuan(1m), hook: Money.From(1m, Currency.Usd)));
        Assert.Throws<CurrencyMismatchException>(
            static () => Policy.Assess(new PublicSaleFigures(priceAfter: Money.From(1m, Currency.Usd))));
        Assert.Throws<ArgumentNullException>("figures", static () => Policy.Assess(null!));
        Assert.Equal(new PublicSaleFigures(buyers: 1, linkedBuyers: 1), new PublicSaleFigures(buyers: 1, linkedBuyers: 1));
    }

    [Fact]
    public void Extremes_HaveAReason_NeverARawOverflow()
    {
        Money most = Money.Yuan(decimal.MaxValue);
        PublicSaleAssessment sale = Policy.Assess(new PublicSaleFigures(
            most, Money.Yuan(0m), Ratio.From(0m), Money.Yuan(0m), Ratio.From(0m), Money.Yuan(0m), Money.Yuan(0m), int.MaxValue,
                int.MaxValue, int.MaxValue,
            decimal.MaxValue, Money.Yuan(0m), 0m, most, decimal.MaxValue));
        Assert.Equal((PublicSaleHealth.Unknown, "costs.amounts_too_large"), (sale.Health, sale.Reasons.Single().Code));
    }

    private static PublicSaleFigures Sale(
        decimal price = 100m, int units = 1_000, int buyers = 800, int? linked = 200, decimal expected = 100m, decimal unitsAfter = 90m,
            decimal priceAfter = 120m) => new(
            Money.Yuan(price), Money.Yuan(50m), Ratio.From(0.2m), Money.Yuan(5m), Ratio.From(0.1m), Money.Yuan(10m), Money.Yuan(6_000m),
                units, buyers, linked,
            expected, Money.Yuan(110m), 80m, Money.Yuan(priceAfter), unitsAfter);

    [Fact]
    public void Assessments_AreEqual_WhenAllPartsAre()
    {
        PublicSaleAssessment sale = Policy.Assess(Sale(units: 0));
        Assert.Equal(sale, Policy.Assess(Sale(units: 0)));
        Assert.Equal(sale.GetHashCode(), Policy.Assess(Sale(units: 0)).GetHashCode());
        Assert.NotEqual(sale, Policy.Assess(Sale(units: 0, price: 101m))); // another profit a unit, the same in all
        Assert.NotEqual(sale, Policy.Assess(Sale(units: 1)));
        Assert.NotEqual(sale, Policy.Assess(Sale(units: 0, linked: 201)));
        Assert.NotEqual(sale, Policy.Assess(Sale(units: 0, unitsAfter: 91m)));
        Assert.False(sale.Equals(null));
    }

    [Fact]
    public void Assess_AnyAmountInAnotherCurrency_IsRefused()
    {
        Money dollar = Money.From(1m, Currency.Usd);
        PublicSaleFigures[] sales =
        [
            new(price: dollar), new(unitCost: dollar), new(hook: dollar), new(returnCost: dollar), new(fixedFee: dollar),
            new(priceBefore: dollar), new(priceAfter: dollar),
        ];
        Assert.All(sales, static sale => Assert.Throws<CurrencyMismatchException>(() => Policy.Assess(sale)));
    }

    [Fact]
    public void Figures_TakeBothEndsOfAShare()
    {
        Assert.Equal(Ratio.From(1m), new PublicSaleFigures(commission: Ratio.From(1m)).Commission);
        Assert.Equal(Ratio.From(0m), new PublicSaleFigures(returns: Ratio.From(0m)).Returns);
        Assert.Throws<ArgumentOutOfRangeException>("commission", static () => new PublicSaleFigures(commission: Ratio.From(-0.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("returns", static () => new PublicSaleFigures(returns: Ratio.From(1.01m)));
    }
}
