using System.Collections.Immutable;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Tests.Products;

public sealed class ProductMeasurementTests
{
    private static readonly DateInterval TenDays = new(Day(1), Day(10));

    // The first half is days 1 to 5.
    private static readonly ProductPurchase[] Tea =
    [
        Row("tea", "ann", 1, 10m), Row("tea", "ann", 1, 5m), Row("tea", "ann", 6, 45m),
        Row("tea", "bob", 5, 20m), Row("tea", "bob", 2, 20m), Row("tea", "cy", 9, 20m), Row("tea", "cy", 11, 999m),
            Row("pan", "cy", 10, 80m),
    ];

    [Fact]
    public void Measure_ByHand_GivesFiguresAndSampleSizes()
    {
        ImmutableArray<ProductMeasurement> measured = ProductMeasurement.Measure(
            Tea, TenDays, new Dictionary<ProductId, Ratio> { [ProductId.From("tea")] = Ratio.From(0.25m) });
        Assert.Equal(["pan", "tea"], measured.Select(static m => m.Product.Text));
        ProductMeasurement tea = measured[1];
        Assert.Equal((3, 5, 2, 2), (tea.Buyers, tea.Occasions, tea.RepeatBuyers, tea.EarlyBuyers));
        Assert.Equal(
            new ProductFigures
            {
                Ticket = Money.Yuan(24m),
                RepurchaseRate = Ratio.From(2m, 3m),
                LoyaltyRate = Ratio.From(0.5m),
                BrandPower = Ratio.From(0.25m),
            },
            tea.Figures);
        Assert.Equal(new ProductFigures { Ticket = Money.Yuan(80m), RepurchaseRate = Ratio.From(0m) }, measured[0].Figures);
    }

    [Fact]
    public void Measure_OddWindow_PutsTheMiddleDayIntoTheSecondHalf()
    {
        ProductPurchase[] rows = [Row("tea", "ann", 1, 1m), Row("tea", "ann", 2, 1m)];
        Assert.Equal(Ratio.From(1m), Assert.Single(ProductMeasurement.Measure(rows, new(Day(1), Day(3)))).Figures.LoyaltyRate);
        Assert.Equal(Ratio.From(0m), Assert.Single(ProductMeasurement.Measure(rows, new(Day(1), Day(4)))).Figures.LoyaltyRate);
    }

    [Fact]
    public void Measure_AnyOrder_GivesTheSame() => Prop.ForAll(
        Gen.Shuffle(Tea).ToArbitrary(),
        static rows => ProductMeasurement.Measure(rows, TenDays).SequenceEqual(ProductMeasurement.Measure(Tea, TenDays)))
            .Holds();

    [Fact]
    public void Measure_NothingBought_IsEmpty() => Assert.Empty(ProductMeasurement.Measure([], TenDays));

    [Fact]
    public void Measure_TwoCurrencies_AreRefused() => Assert.Throws<CurrencyMismatchException>(() => ProductMeasurement.Measure(
        [Tea[0], new(ProductId.From("pan"), CustomerId.From("bob"), Day(30), Money.From(1m, Currency.Usd))], TenDays));

    [Fact]
    public void Measure_AmountsTooLargeToAdd_AndBrandPowerBeyondOne_AreRefusedByName()
    {
        ProductPurchase[] dear = [Row("tea", "ann", 1, decimal.MaxValue), Row("tea", "bob", 1, decimal.MaxValue)];
        Assert.Throws<ArgumentException>("purchases", () => ProductMeasurement.Measure(dear, TenDays));
        Assert.Throws<ArgumentOutOfRangeException>("brandPower", static () => Power(1.01m));
        Assert.Equal(Ratio.From(1m), Power(1m));

        static Ratio Power(decimal share) => ProductMeasurement.Measure(
            Tea, TenDays, new Dictionary<ProductId, Ratio> { [ProductId.From("tea")] = Ratio.From(share) })[1].Figures.BrandPower;
    }

    // An occasion is a customer's day; repeat buyers have two of them; early ones have one in the first half, and of these the loyal have
    // one in the second half too.
    [Fact]
    public void Measure_DaysOfManyMonthsAndYears_AreCountedAsTheSentencesSay()
    {
        Random random = Chance.From(20_261_127);
        for (int run = 0; run < 60; run++)
        {
            LocalDate start = new LocalDate(random.Next(2) == 0 ? 2024 : -1, 11, 20).PlusDays(random.Next(40));
            var window = new DateInterval(start, start.PlusDays(random.Next(1, 500)));
            LocalDate half = window.Start.PlusDays(window.Length / 2);
            (string Customer, LocalDate Day)[] bought = [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ =>
                ($"c{random.Next(12)}", window.Start.PlusDays(random.Next(window.Length))))];

            ProductMeasurement measured = Assert.Single(ProductMeasurement.Measure(
                bought.Select(static row => new ProductPurchase(
                    ProductId.From("tea"), CustomerId.From(row.Customer), row.Day, Money.Yuan(1m))),
                window));

            LocalDate[][] days = [.. bought.Distinct().GroupBy(static row => row.Customer, static row => row.Day)
                .Select(static days => days.ToArray())];
            LocalDate[][] early = [.. days.Where(days => days.Any(day => day < half))];
            Assert.Equal(
                (days.Length, days.Sum(static days => days.Length), days.Count(static days => days.Length > 1), early.Length),
                (measured.Buyers, measured.Occasions, measured.RepeatBuyers, measured.EarlyBuyers));
            Assert.Equal(
                Ratio.From(early.Count(days => days.Any(day => day >= half)), early.Length), measured.Figures.LoyaltyRate);
        }
    }

    [Fact]
    public void Measure_DefaultRow_IsRefused() =>
        Assert.Equal("purchases", Assert.Throws<ArgumentException>(() => ProductMeasurement.Measure([default], TenDays)).ParamName);

    [Fact]
    public void Purchase_BadParts_AreRefusedByName()
    {
        Assert.Equal("product", Assert.Throws<ArgumentException>(() =>
            new ProductPurchase(default, CustomerId.From("a"), Day(1), Money.Yuan(1m))).ParamName);
        Assert.Equal("customer", Assert.Throws<ArgumentException>(() =>
            new ProductPurchase(ProductId.From("a"), default, Day(1), Money.Yuan(1m))).ParamName);
        Assert.Equal("amount", Assert.Throws<ArgumentException>(() =>
            new ProductPurchase(ProductId.From("a"), CustomerId.From("a"), Day(1), default)).ParamName);
        Assert.Equal("amount", Assert.Throws<ArgumentOutOfRangeException>(() => Row("a", "a", 1, -1m)).ParamName);
    }

    private static LocalDate Day(int day) => new(2026, 3, day);

    private static ProductPurchase Row(string product, string customer, int day, decimal yuan) =>
        new(ProductId.From(product), CustomerId.From(customer), Day(day), Money.Yuan(yuan));
}
