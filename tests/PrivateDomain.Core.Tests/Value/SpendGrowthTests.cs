using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Value;

namespace PrivateDomain.Core.Tests.Value;

[Text]
public sealed class SpendGrowthTests
{
    private static readonly DateInterval May = new(new LocalDate(2026, 5, 1), new LocalDate(2026, 5, 31));
    private static readonly DateInterval July = new(new LocalDate(2026, 7, 1), new LocalDate(2026, 7, 31));
    private static readonly Shop Shop = new(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
    private static readonly Instant Now = Instant.FromUtc(2026, 8, 15, 0, 0);

    // They bought for 10; how do they buy for 20?
    [Fact]
    public void Measure_SixCustomers_OneOfEachKind_AndTheChangeIsTheSumOfTheirs()
    {
        SpendGrowth growth = Measured(
            One("won", null, 20m) with { IsReferred = true }, One("won too", null, 5m),
                One("returned", null, 30m) with { BoughtBeforeSecond = true },
            One("grown", 10m, 20m) with { WasRetained = true }, One("kept", 10m, 10m) with { WasRetained = true }, One("shrunk", 10m, 4m),
            One("stopped", 10m, null) with { WasRetained = true },
                One("idle", null, null) with { WasRetained = true, BoughtBeforeSecond = true });

        Assert.Equal([2, 1, 1, 1, 1, 1], growth.Parts.Select(static p => p.Customers));
        Assert.Equal([25m, 30m, 10m, 0m, -6m, -10m], growth.Parts.Select(static p => p.Difference.Amount));
        Assert.Equal((Money.Yuan(40m), Money.Yuan(89m), Money.Yuan(49m)), (growth.First, growth.Second, growth.Change));
        Assert.Equal((4, 6, 4, 1), (growth.BuyersFirst, growth.BuyersSecond, growth.Retained, growth.WonByReferral));
        Assert.Equal(Money.Yuan(10m), growth.SpendPerBuyerFirst.Value);
        Assert.Equal(Money.Yuan(89m) / 6m, growth.SpendPerBuyerSecond.Value);
        Assert.Equal(Ratio.From(1, 4), growth.ShareOf(SpendChange.Grown)); // of the retained: who bought in neither period is among them
        Assert.Equal(Ratio.From(0, 4), growth.ShareOf(SpendChange.Shrunk));
        Assert.Empty(growth.Notes);
    }

    [Theory]
    [InlineData(null, null, false, SpendChange.None)]
    [InlineData(null, 1.0, false, SpendChange.Won)]
    [InlineData(null, 1.0, true, SpendChange.Returned)]
    [InlineData(1.0, null, true, SpendChange.Stopped)]
    [InlineData(1.0, 1.01, true, SpendChange.Grown)]
    [InlineData(1.0, 1.0, true, SpendChange.Kept)]
    [InlineData(1.0, 0.99, true, SpendChange.Shrunk)]
    public void ChangeOf_IsExactlyOne(double? first, double? second, bool boughtBefore, SpendChange change) => Assert.Equal(
        change, SpendGrowth.ChangeOf(One("a", (decimal?)first, (decimal?)second) with { BoughtBeforeSecond = boughtBefore }));

    [Fact]
    public void Rules_MayAskHowSpendChanged()
    {
        FactValues values = FactValues.From(CustomerId.From("a"), new LocalDate(2026, 8, 1)).With(One("a", 10m, 4m));
        Assert.True(FactsOfSpendGrowth.Change.EqualTo("shrunk").Matches(values));
        Assert.True(FactsOfSpendGrowth.Growth.EqualTo(-6).Matches(values));
        FactValues idle = FactValues.From(CustomerId.From("b"), new LocalDate(2026, 8, 1)).With(One("b", null, null));
        Assert.True(FactsOfSpendGrowth.Change.EqualTo("none").Matches(idle));
    }

    // Laws of the split: the parts add up exactly; so do segments and channels; the two periods exchanged change the sign.
    [Fact]
    public void Measure_AnyCustomers_ExactSums_AndExchangedPeriodsExchangeTheKinds()
    {
        Gen<SpendGrowthFacts[]> cohorts =
            (from first in Gen.Choose(-3, 5)
             from second in Gen.Choose(-3, 5)
             from bits in Gen.Choose(0, 7)
             from segment in Gen.Elements("a", "b", null)
             from channel in Gen.Elements("x", null)
             select One("", Amount(first), Amount(second)) with
             {
                 BoughtBeforeSecond = (bits & 1) != 0,
                 WasRetained = (bits & 2) != 0,
                 IsReferred = (bits & 4) != 0,
                 Segment = segment,
                 Channel = channel,
             }).ArrayOf().Select(static all => all.Select(static (one, i) => one with { Customer = CustomerId.From($"c{i}") }).ToArray());
        Prop.ForAll(cohorts.ToArbitrary(), static all =>
        {
            SpendGrowth growth = Measured(all);
            SpendGrowth back = Measured([.. all.Select(static one => one with { First = one.Second, Second = one.First })]);
            decimal change = all.Sum(static one => (one.Second?.Amount ?? 0m) - (one.First?.Amount ?? 0m));
            bool sums = growth.Change.Amount == change && growth.Parts.Sum(static p => p.Difference.Amount) == change &&
                growth.BySegment.Values.Sum(static g => g.Change.Amount) == change
                    && growth.ByChannel.Values.Sum(static g => g.Change.Amount) == change;
            bool counts = growth.Parts.Sum(static p => p.Customers) == all.Count(static one => one.First is not null
                || one.Second is not null) &&
                Enum.GetValues<SpendChange>().Skip(1).All(kind =>
                    growth.BySegment.Values.Sum(g => g[kind].Customers) == growth[kind].Customers);
            bool signs = growth[SpendChange.Won].Difference.Amount >= 0m && growth[SpendChange.Returned].Difference.Amount >= 0m &&
                growth[SpendChange.Grown].Difference.Amount >= 0m && growth[SpendChange.Kept].Difference.Amount == 0m &&
                growth[SpendChange.Shrunk].Difference.Amount <= 0m && growth[SpendChange.Stopped].Difference.Amount <= 0m;
            bool exchanged = back.Change == -growth.Change && back[SpendChange.Grown].Customers == growth[SpendChange.Shrunk].Customers &&
                back[SpendChange.Stopped].Customers == growth[SpendChange.Won].Customers + growth[SpendChange.Returned].Customers;
            return sums && counts && signs && exchanged && growth.Equals(Measured([.. all.Reverse()]));
        }).Holds(1_000, inLongRun: 100_000);

        static decimal? Amount(int value) => value < 0 ? null : value * 0.01m;
    }

    [Fact]
    public void From_AHistory_ARefundBelongsToItsOrdersPeriod()
    {
        CustomerHistory history = CustomerHistory.From(
            CustomerId.From("ann"),
            [
                new LinkMade(Id("l"), CustomerId.From("ann"), At(4, 1), Carrier.WeCom, "poster-7"),
                Paid("o1", At(5, 1), 10m), Paid("o2", At(5, 31) + Duration.FromHours(15), 20m), // 23:00 on the last day of May
                Paid("o3", At(7, 5), 50m),
                new OrderRefunded(Id("r"), CustomerId.From("ann"), At(7, 6), OrderId.From("o2"), Money.Yuan(5m)),
            ]);
        SpendGrowthFacts facts = SpendGrowthFacts.From(history, Shop, May, July, Now);

        Assert.Equal((Money.Yuan(25m), Money.Yuan(50m)), (facts.First, facts.Second));
        Assert.Equal((true, true, "poster-7"), (facts.BoughtBeforeSecond, facts.WasRetained, facts.Channel));
        CustomerHistory late = CustomerHistory.From(CustomerId.From("bob"), [Paid("o9", At(7, 31), 1m, "bob")]);
        SpendGrowthFacts won = SpendGrowthFacts.From(late, Shop, May, July, Now);
        Assert.Equal((null, Money.Yuan(1m), false, false, null),
            (won.First, won.Second, won.BoughtBeforeSecond, won.WasRetained, won.Channel));
        CustomerHistory june = CustomerHistory.From(CustomerId.From("cy"),
            [Paid("o7", At(6, 1), 1m, "cy"), Paid("o8", At(7, 31), 1m, "cy")]);
        Assert.Equal(
            SpendChange.Returned, SpendGrowth.ChangeOf(SpendGrowthFacts.From(june, Shop, May, July, Now))); // not the first order ever
    }

    [Fact]
    public void UnequalPeriods_AreTold()
    {
        DateInterval june = new(new LocalDate(2026, 6, 1), new LocalDate(2026, 6, 30));
        Reason note = SpendGrowth.Measure([], May, june, Currency.Cny).Notes.Single();
        Assert.Equal("The second period has 30 days, the first 31: more or less time sells more or less.", note.ToString(Language.English));
        Assert.False(SpendGrowth.Measure([], May, july(), Currency.Cny).SpendPerBuyerFirst.HasValue);
        Assert.Equal(Ratio.Unknown, SpendGrowth.Measure([], May, july(), Currency.Cny).ShareOf(SpendChange.Grown));

        static DateInterval july() => July;
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Throws<ArgumentException>("second", static () => SpendGrowth.Measure([], May, May, Currency.Cny));
        Assert.Throws<ArgumentException>("second", static () => SpendGrowth.Measure([], July, May, Currency.Cny));
        Assert.Throws<ArgumentException>("currency", static () => SpendGrowth.Measure([], May, July, Currency.None));
        Assert.Throws<ArgumentException>("customers", static () => Measured(One("a", 1m, 1m), One("a", 1m, 1m)));
        Assert.Throws<ArgumentException>("customers", static () => Measured(One("a", 1m, 1m), null!));
        Assert.Throws<CurrencyMismatchException>(static () => SpendGrowth.Measure([One("a", 1m, null)], May, July, Currency.Usd));
        Assert.Throws<ArgumentOutOfRangeException>("money", static () => One("a", -0.01m, null));
        Assert.Throws<ArgumentOutOfRangeException>("money", static () => One("a", null, 1e15m + 1m));
        Assert.Throws<ArgumentOutOfRangeException>("change", static () => Measured()[SpendChange.None]);
        Assert.Throws<ArgumentOutOfRangeException>("change", static () => Measured()[(SpendChange)7]);
        CustomerHistory history = CustomerHistory.From(CustomerId.From("ann"), []);
        Instant over = Instant.FromUtc(2026, 7, 31, 16, 0); // midnight in Shanghai
        Assert.Null(SpendGrowthFacts.From(history, Shop, May, July, over).First);
        Assert.Throws<ArgumentOutOfRangeException>("asOf", () => SpendGrowthFacts.From(history, Shop, May, July, over - Duration.Epsilon));
        Assert.Equal(new Bilingual("stopped", "停购"), SpendChange.Stopped.Name());
        Assert.Throws<ArgumentOutOfRangeException>(static () => ((SpendChange)7).Name());
    }

    private static SpendGrowth Measured(params SpendGrowthFacts[] all) => SpendGrowth.Measure(all, May, July, Currency.Cny);

    private static SpendGrowthFacts One(string customer, decimal? first, decimal? second) => new()
    {
        Customer = CustomerId.From(customer.Length == 0 ? "x" : customer),
        First = first is { } one ? Money.Yuan(one) : null,
        Second = second is { } two ? Money.Yuan(two) : null,
    };

    private static CustomerEventId Id(string text) => CustomerEventId.From(text);

    private static Instant At(int month, int day) =>
        new LocalDate(2026, month, day).AtStartOfDayInZone(Shop.Zone).ToInstant() + Duration.FromHours(8);

    private static OrderPaid Paid(string order, Instant at, decimal yuan, string customer = "ann") =>
        new(Id($"{order}-paid"), CustomerId.From(customer), at, OrderId.From(order), Money.Yuan(yuan));
}
