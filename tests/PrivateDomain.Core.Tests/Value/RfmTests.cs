using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Value;

namespace PrivateDomain.Core.Tests.Value;

[Text]
public sealed class RfmTests
{
    private static readonly Shop Shop = new(DateTimeZone.Utc, Currency.Cny);
    private static readonly Instant Now = Instant.FromUtc(2024, 6, 30, 12, 0);

    [Fact]
    public void Measure_TenDifferentCustomers_TwoInEachFifth_BestIsFiveInAllThree()
    {
        RfmCohort cohort = Cohort(Enumerable.Range(1, 10).Select(static i => (Days: i, Orders: 11 - i, Yuan: (11 - i) * 100m)));

        Assert.Equal(
            ["5-5-5", "5-5-5", "4-4-4", "4-4-4", "3-3-3", "3-3-3", "2-2-2", "2-2-2", "1-1-1", "1-1-1"],
            cohort.Select(static c => c.Score.Value.ToString()));
        Assert.Equal([8m, 6m, 4m, 2m], cohort.Scale.Recency.Bounds);
        Assert.Equal([3m, 5m, 7m, 9m], cohort.Scale.Frequency.Bounds);
        Assert.Equal([300m, 500m, 700m, 900m], cohort.Scale.Monetary.Bounds);
        Assert.Empty(cohort.Scale.Frequency.Notes);
        Assert.Equal(15, cohort[0].Score.Value.Sum);
        Assert.Equal(Currency.Cny, cohort.Scale.Currency);
    }

    [Fact]
    public void Measure_SixOfTenBoughtOnce_TheyStayTogether_AndTheReportSaysSo()
    {
        RfmCohort cohort = Cohort(Enumerable.Range(0, 10).Select(static i => (Days: i, Orders: Math.Max(1, i - 4), Yuan: i < 9 ? 1m : 2m)));

        Assert.Equal([1, 1, 1, 1, 1, 1, 4, 4, 5, 5], cohort.Select(static c => c.Score.Value.Frequency));
        Assert.Equal([null, null, 2m, 4m], cohort.Scale.Frequency.Bounds);
        Assert.Equal([ValueReasons.TiesLeaveScoresEmpty.With(3, 5)], cohort.Scale.Frequency.Notes);
        Assert.Equal([ValueReasons.FewerValuesThanBins.With(2, 5)], cohort.Scale.Monetary.Notes);
        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 1, 1, 5], cohort.Select(static c => c.Score.Value.Monetary));
    }

    // The score of a value is 1 + ⌊bins × strictly worse ÷ all⌋; there is none for fewer buyers than scores, or where all are equal by a
    // measure.
    [Fact]
    public void Measure_AnyCohort_ScoresAreByHowManyAreStrictlyWorse()
    {
        Prop.ForAll(Cohorts().ToArbitrary(), static sample =>
        {
            RfmCohort cohort = Cohort(sample.Customers, RfmPolicy.Create(new RfmOptions { Bins = sample.Bins }));
            bool tells = sample.Customers.Length >= sample.Bins && sample.Customers.Select(static c => c.Days).Distinct().Count() > 1 &&
                sample.Customers.Select(static c => c.Orders).Distinct().Count() > 1
                    && sample.Customers.Select(static c => c.Yuan).Distinct().Count() > 1;
            return cohort.Scored == (tells ? cohort.Count : 0) && cohort.All(one => tells
                ? one.Score.Value == new RfmScore(
                    Wanted(cohort, sample.Bins, other => other.RecencyDays > one.Figures.RecencyDays),
                    Wanted(cohort, sample.Bins, other => other.Frequency < one.Figures.Frequency),
                    Wanted(cohort, sample.Bins, other => other.Monetary < one.Figures.Monetary),
                    sample.Bins)
                : !one.Score.HasValue && !cohort.Scale.ScoreOf(one.Figures).HasValue);
        }).Holds();

        static int Wanted(RfmCohort cohort, int bins, Func<RfmFigures, bool> isWorse) =>
            1 + (bins * cohort.Count(c => isWorse(c.Figures)) / cohort.Count);
    }

    [Fact]
    public void Measure_EqualCustomers_EqualScores_AndTheOrderGivenDoesNotMatter()
    {
        Prop.ForAll(Cohorts().ToArbitrary(), static sample =>
        {
            KeyValuePair<CustomerId, RfmFigures>[] figures = [.. Figures(sample.Customers)];
            RfmPolicy policy = RfmPolicy.Create(new RfmOptions { Bins = sample.Bins });
            RfmCohort cohort = policy.Measure(figures);
            bool together = cohort.GroupBy(static c => c.Figures).All(static g => g.Select(static c => c.Score).Distinct().Count() == 1);
            return together && cohort.Reverse().SequenceEqual(policy.Measure(figures.Reverse()));
        }).Holds();
    }

    [Fact]
    public void ScoreOf_BetterValue_NeverLowerScore_OfTheCohortOrNot()
    {
        Prop.ForAll(Cohorts().ToArbitrary(), static sample =>
        {
            RfmScale scale = Cohort(sample.Customers, RfmPolicy.Create(new RfmOptions { Bins = sample.Bins })).Scale;
            return Enumerable.Range(-1, 14).All(v =>
                scale.Recency.ScoreOf(v) >= scale.Recency.ScoreOf(v + 0.5m) &&
                scale.Frequency.ScoreOf(v) <= scale.Frequency.ScoreOf(v + 0.5m) &&
                scale.Monetary.ScoreOf(v) is var score && score >= 1 && score <= sample.Bins);
        }).Holds();
    }

    [Fact]
    public void Columns_HaveTheScoresOfTheCohort_WhateverTheAmounts()
    {
        decimal[] scales = [1m, 0.01m, 0.00001m, 100_000_000m]; // whole, cents, finer than ten-thousandths, large
        Prop.ForAll(Cohorts().ToArbitrary(), Gen.Elements(scales).ToArbitrary(), static (sample, unit) =>
        {
            RfmPolicy policy = RfmPolicy.Create(new RfmOptions { Bins = sample.Bins });
            int[] days = [.. sample.Customers.Select(static c => c.Days)];
            int[] orders = [.. sample.Customers.Select(static c => c.Orders * 600_000)]; // too many different ones to be counted
            decimal[] spend = [.. sample.Customers.Select(c => c.Yuan * unit)];
            RfmScale scale = policy.Measure(days, orders, spend, Currency.Cny);
            byte[][] found = [new byte[days.Length], new byte[days.Length], new byte[days.Length]];
            scale.ScoreOf(days, orders, spend, found[0], found[1], found[2]);
            RfmCohort cohort = policy.Measure(Enumerable.Range(0, days.Length).Select(i =>
                KeyValuePair.Create(CustomerId.From(FormattableString.Invariant($"c{i}")),
                    new RfmFigures(days[i], orders[i], Money.Yuan(spend[i])))));
            return (days.Length == 0 || scale.Equals(cohort.Scale)) && Enumerable.Range(0, days.Length).All(i =>
                cohort[i].Score.TryGet(out RfmScore score)
                    ? (score.Recency, score.Frequency, score.Monetary) == (found[0][i], found[1][i], found[2][i])
                    : (found[0][i], found[1][i], found[2][i]) == (0, 0, 0));
        }).Holds();
    }

    [Fact]
    public void Fixed_AtTheThreshold_HasTheScore_JustWorseHasNot()
    {
        RfmPolicy policy = RfmPolicy.Create(new RfmOptions
        {
            Bins = 3,
            RecencyThresholds = [90, 30],
            FrequencyThresholds = [2, 5],
            MonetaryThresholds = [100m, 1_000m],
        });
        RfmScale scale = RfmScale.From(policy, Currency.Cny);

        Assert.Equal("3-3-3", Score(scale, 30, 5, 1_000m));
        Assert.Equal("2-2-2", Score(scale, 31, 4, 999.99m));
        Assert.Equal("2-2-2", Score(scale, 90, 2, 100m));
        Assert.Equal("1-1-1", Score(scale, 91, 1, 99.99m));
        Assert.Empty(scale.Recency.Notes);
        Assert.True(scale.Monetary.IsFixed);
        Assert.Throws<ArgumentException>("policy", static () => RfmScale.From(RfmPolicy.Default, Currency.Cny));
        Assert.Throws<ArgumentException>("currency", () => RfmScale.From(policy, Currency.None));
        Assert.Throws<CurrencyMismatchException>(() => scale.ScoreOf(new RfmFigures(1, 1, Money.From(1m, Currency.Usd))));
        Assert.Equal("3-3-3", Cohort([(1, 9, 99_999m)], policy)[0].Score.Value.ToString()); // one buyer is enough for thresholds
        Assert.Equal("1-1-1", Score(scale, 99, 0, 0m));
        Assert.Equal("3-2-2", Score(scale, 6, 4, 700m));
        byte[][] found = [new byte[2], new byte[2], new byte[2]];
        scale.ScoreOf([30, 31], [5, 4], [1_000m, 999.99m], found[0], found[1], found[2]);
        Assert.Equal([3, 2, 3, 2, 3, 2], found.SelectMany(static column => column));
    }

    // Where ranks tell nothing there is no score: a single good buyer is no 1-1-1.
    [Fact]
    public void Measure_ASingleGoodBuyer_HasNoScore_AndItSaysWhy()
    {
        RfmCohort one = Cohort([(0, 50, 99_999m)]);
        Assert.Equal([ValueReasons.TooFewBuyers.With(1, 5)], one[0].Score.Reasons);
        Assert.Equal(
            "There is 1 buyer; ranks tell something from 5 on. Fixed thresholds need no ranks.",
                one[0].Score.Reasons.Single().ToString(Language.English));
        Assert.Equal((0, 1), (one.Scored, one.Count));
        Assert.Equal([ValueReasons.TooFewBuyers.With(1, 5)], one.Scale.Recency.Notes);
    }

    [Fact]
    public void Measure_FiveEqualChampions_LandNowhere_NotAmongThoseToWinBack()
    {
        RfmCohort equal = Cohort(Enumerable.Repeat((Days: 0, Orders: 50, Yuan: 99_999m), 5));
        Assert.All(equal, static one => Assert.Equal(
            ["rfm.all_buyers_equal", "rfm.all_buyers_equal", "rfm.all_buyers_equal"], one.Score.Reasons.Select(static r => r.Code)));
        Assert.Equal(
            "所有已购客户的消费频率都相同，名次没有意义；可改用固定阈值。", equal[0].Score.Reasons[1].ToString(Language.SimplifiedChinese));
        Assert.All(equal.CountsOf(RfmMap.EightCells()), static cell => Assert.Equal((0, Ratio.Unknown), (cell.Count, cell.Share)));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Measure_AsManyBuyersAsScores_AreEnough(int buyers, bool isEnough) =>
        Assert.Equal(isEnough, Cohort(Enumerable.Range(1, buyers).Select(static i => (i, i, (decimal)i)))[0].Score.HasValue);

    [Fact]
    public void Measure_OneMeasureWithoutDifferences_IsNamed_AndThresholdsForItHelp()
    {
        (int, int, decimal)[] once = [.. Enumerable.Range(1, 5).Select(static i => (i, 1, (decimal)i))];
        Assert.Equal([ValueReasons.AllBuyersEqual.With(ValueNames.Frequency)], Cohort(once)[0].Score.Reasons);
        RfmPolicy policy = RfmPolicy.Create(new RfmOptions { FrequencyThresholds = [2, 3, 4, 5] });
        Assert.Equal("5-1-1", Cohort(once, policy)[0].Score.Value.ToString());
        Assert.Empty(Cohort(once, policy).Scale.Frequency.Notes);
    }

    [Fact]
    public void Measure_WhoNeverBought_IsKeptWithoutAScore_AndShiftsNothing()
    {
        (int, int, decimal)[] buyers = [.. Enumerable.Range(1, 5).Select(static i => (i, i, (decimal)i))];
        RfmCohort with = RfmPolicy.Default.Measure([KeyValuePair.Create(CustomerId.From("z"), default(RfmFigures)), .. Figures(buyers)]);

        Assert.Equal((5, 6), (with.Scored, with.Count));
        Assert.Equal(Answer<RfmScore>.Refused(ValueReasons.NeverBought.With()), with[0].Score);
        Assert.Equal(default, with[0].Figures);
        Assert.Equal(Cohort(buyers), with.Skip(1));
    }

    [Fact]
    public void Measure_Nobody_HasNoCutPoints_AndScoresNobody()
    {
        RfmCohort nobody = Cohort([]);

        Assert.Equal([ValueReasons.TooFewBuyers.With(0, 5)], nobody.Scale.Recency.Notes);
        Assert.Equal([ValueReasons.TooFewBuyers.With(0, 5)], nobody.Scale.ScoreOf(new RfmFigures(1, 1, Money.Yuan(1m))).Reasons);
        Assert.All(nobody.CountsOf(RfmMap.TenCells), static c => Assert.Equal((0, Ratio.Unknown), (c.Count, c.Share)));
        Assert.All(nobody.CountsOf(RfmMap.Grid()), static cell => Assert.Equal(0, cell.Count));
        Assert.Equal((Currency.None, Currency.Cny),
            (nobody.Scale.Currency, RfmPolicy.Default.Measure([Facts("a", (-1, 1m))]).Scale.Currency));
    }

    [Fact]
    public void FiguresOf_FirstOrderAndWindow_AreCountedAsThePolicySays()
    {
        CustomerFacts facts = Facts("a", (100, 10m), (40, 20m), (40, 30m), (5, 40m));

        Assert.Equal(new RfmFigures(5, 4, Money.Yuan(100m)), RfmFigures.From(facts).Value);
        Assert.Equal(new RfmFigures(5, 3, Money.Yuan(90m)), Figured(facts, new RfmOptions { CountsFirstOrder = false }).Value);
        Assert.Equal(new RfmFigures(5, 3, Money.Yuan(90m)), Figured(facts, new RfmOptions { WindowDays = 41 }).Value);
        Assert.Equal(new RfmFigures(5, 1, Money.Yuan(40m)), Figured(facts, new RfmOptions { WindowDays = 40 }).Value);
        Assert.Equal(new RfmFigures(5, 3, Money.Yuan(90m)),
            Figured(facts, new RfmOptions { CountsFirstOrder = false, WindowDays = 41 }).Value);
        Assert.Equal(new RfmFigures(5, 3, Money.Yuan(90m)),
            Figured(facts, new RfmOptions { CountsFirstOrder = false, WindowDays = 101 }).Value);
        Assert.Equal([ValueReasons.NotBoughtInWindow.With(5, 5)], Figured(facts, new RfmOptions { WindowDays = 5 }).Reasons);
        Assert.True(Figured(facts, new RfmOptions { WindowDays = 6 }).HasValue);
        Assert.Equal(
            new RfmFigures(3, 0, Money.Yuan(0m)), Figured(Facts("b", (3, 7m)), new RfmOptions { CountsFirstOrder = false }).Value);
        Assert.Equal(
            new RfmFigures(0, 0, Money.Yuan(0m)), Figured(Facts("b", (0, 7m)), new RfmOptions { CountsFirstOrder = false }).Value);
    }

    [Fact]
    public void Measure_Facts_AreScoredAsOfTheirInstant()
    {
        CustomerFacts[] facts = [Facts("b", (50, 10m)), Facts("a", (1, 10m), (2, 30m))];
        RfmPolicy two = RfmPolicy.Create(new RfmOptions { Bins = 2, WindowDays = 51 });
        RfmCohort cohort = two.Measure([.. facts, Facts("never", (-1, 1m)), Facts("long ago", (51, 5m)),
            Facts("much", (1, 1e15m), (2, 1m))]);

        Assert.Equal(["1-1-1", "2-2-2"], cohort.Take(2).Select(static c => c.Score.Value.ToString()));
        Assert.Equal(["rfm.never_bought", "rfm.not_bought_in_window", "rfm.spend_too_large"],
            cohort.Skip(2).Select(static c => c.Score.Reasons.Single().Code));
        Assert.Equal(ValueReasons.NotBoughtInWindow.With(51, 51), cohort[3].Score.Reasons.Single());
        Assert.Equal(cohort[1].Score, cohort.Scale.ScoreOf(facts[1]));
        Assert.Equal(cohort[3].Score, cohort.Scale.ScoreOf(Facts("long ago", (51, 5m))));
        Assert.Throws<ArgumentException>("facts", () => RfmPolicy.Default.Measure([facts[0], facts[0]]));
        Assert.Throws<ArgumentException>("facts", () => RfmPolicy.Default.Measure([facts[0], null!]));
        Assert.Throws<ArgumentException>("facts", () =>
            RfmPolicy.Default.Measure([facts[0], HistoryOf("c", (50, 1m)).FactsAt(Now - Duration.FromDays(1), Shop)]));
        Assert.Throws<CurrencyMismatchException>(() => RfmPolicy.Default.Measure(
        [
            KeyValuePair.Create(CustomerId.From("a"), new RfmFigures(1, 1, Money.Yuan(1m))),
            KeyValuePair.Create(CustomerId.From("b"), new RfmFigures(1, 1, Money.From(1m, Currency.Usd))),
        ]));
        Assert.Throws<ArgumentException>("figures", () =>
            RfmPolicy.Default.Measure([KeyValuePair.Create(default(CustomerId), default(RfmFigures))]));
    }

    [Fact]
    public void TheLargestAmounts_AddUp_LargerOnesAreNamed()
    {
        RfmCohort largest = Cohort(Enumerable.Range(1, 6).Select(static i => (i, i, 1e15m - i)));
        Assert.Equal(Money.Yuan(6e15m - 21m),
            largest.CountsOf(RfmMap.ValueTiers()).Aggregate(Money.Yuan(0m), static (sum, c) => sum + c.Monetary));
        Assert.Throws<ArgumentOutOfRangeException>("monetary", static () => new RfmFigures(1, 1, Money.Yuan(1e15m + 1m)));
        Assert.Throws<ArgumentOutOfRangeException>("monetary", static () => new RfmFigures(1, 1, Money.Yuan(-0.01m)));
        Assert.Throws<ArgumentOutOfRangeException>("recencyDays", static () => new RfmFigures(-1, 1, Money.Yuan(1m)));
        Assert.Throws<ArgumentOutOfRangeException>("frequency", static () => new RfmFigures(1, -1, Money.Yuan(1m)));
        Assert.Throws<ArgumentOutOfRangeException>("recencyDays", static () => RfmPolicy.Default.Measure([-1], [1], [1m], Currency.Cny));
        Assert.Throws<ArgumentOutOfRangeException>("frequency", static () => RfmPolicy.Default.Measure([1], [-1], [1m], Currency.Cny));
        Assert.Throws<ArgumentOutOfRangeException>("monetary", static () =>
            RfmPolicy.Default.Measure([1], [1], [1e15m + 0.01m], Currency.Cny));
        Assert.Throws<ArgumentException>("currency", static () => RfmPolicy.Default.Measure([1], [1], [1m], Currency.None));
        Assert.Throws<ArgumentException>("frequency", static () => RfmPolicy.Default.Measure([1], [], [1m], Currency.Cny));
        Assert.Throws<ArgumentException>("monetary", static () => RfmPolicy.Default.Measure([1], [1], [], Currency.Cny));
        Assert.Throws<ArgumentException>("monetaryScores", () => largest.Scale.ScoreOf([1], [1], [1m], new byte[1], new byte[1], []));
        RfmScale extreme = RfmPolicy.Create(new RfmOptions { Bins = 2 }).Measure([0, int.MaxValue], [int.MaxValue, 0], [1e15m, 0m],
            Currency.Cny);
        Assert.Equal("2-2-2", extreme.ScoreOf(new RfmFigures(0, int.MaxValue, Money.Yuan(1e15m))).Value.ToString());
    }

    [Fact]
    public void Create_ManyMistakes_NamesAllTogether()
    {
        InvalidPolicyException e = Assert.Throws<InvalidPolicyException>(static () => RfmPolicy.Create(new RfmOptions
        {
            Bins = 11,
            WindowDays = 0,
            RecencyThresholds = [30, 90],
            FrequencyThresholds = [1, 1, 1],
            MonetaryThresholds = [-1m],
        }));

        Assert.Equal(
            [
                ("bins", "policy.out_of_range"), ("windowDays", "policy.out_of_range"),
                ("recencyThresholds", "policy.wrong_count"), ("recencyThresholds[1]", "policy.not_in_order"),
                ("frequencyThresholds", "policy.wrong_count"), ("frequencyThresholds[1]", "policy.not_in_order"),
                    ("frequencyThresholds[2]", "policy.not_in_order"),
                ("monetaryThresholds", "policy.wrong_count"), ("monetaryThresholds[0]", "policy.out_of_range"),
            ],
            e.Mistakes.Select(static v => (v.Place, v.Reason.Code)));
        Assert.Equal(["bins", "recencyThresholds"],
            Misuse.Paths(static () => RfmPolicy.Create(new RfmOptions { Bins = 1, RecencyThresholds = default(ImmutableArray<int>) })));
        Assert.Equal((5, true, null),
            (RfmPolicy.Default.Options.Bins, RfmPolicy.Default.Options.CountsFirstOrder, RfmPolicy.Default.Options.WindowDays));
        Assert.Equal(
            RfmPolicy.Create(new RfmOptions { Bins = 2, FrequencyThresholds = [3] }),
                RfmPolicy.Create(new RfmOptions { Bins = 2, FrequencyThresholds = [3] }));
        Assert.NotEqual(RfmPolicy.Create(new RfmOptions { Bins = 2, FrequencyThresholds = [3] }),
            RfmPolicy.Create(new RfmOptions { Bins = 2 }));
    }

    internal static CustomerFacts Facts(string customer, params (int DaysAgo, decimal Yuan)[] orders) =>
        HistoryOf(customer, orders).FactsAt(Now, Shop);

    private static CustomerHistory HistoryOf(string customer, params (int DaysAgo, decimal Yuan)[] orders) =>
        CustomerHistory.GroupByCustomer(orders.Select((order, i) => (CustomerEvent)new OrderPaid(
            CustomerEventId.From($"{customer}{i}"), CustomerId.From(customer), Now - Duration.FromDays(order.DaysAgo),
            OrderId.From($"{customer}{i}"), Money.Yuan(order.Yuan))))[0];

    private static Answer<RfmFigures> Figured(CustomerFacts facts, RfmOptions options) => RfmFigures.From(facts, RfmPolicy.Create(options));

    private static RfmCohort Cohort(IEnumerable<(int Days, int Orders, decimal Yuan)> customers, RfmPolicy? policy = null) =>
        (policy ?? RfmPolicy.Default).Measure(Figures(customers));

    private static IEnumerable<KeyValuePair<CustomerId, RfmFigures>> Figures(IEnumerable<(int Days, int Orders, decimal Yuan)> customers) =>
        customers.Select(static (c, i) => KeyValuePair.Create(
            CustomerId.From(FormattableString.Invariant($"c{i:0000}")), new RfmFigures(c.Days, c.Orders, Money.Yuan(c.Yuan))));

    private static string Score(RfmScale scale, int days, int orders, decimal yuan) =>
        scale.ScoreOf(new RfmFigures(days, orders, Money.Yuan(yuan))).Value.ToString();

    private static Gen<(int Bins, ImmutableArray<(int Days, int Orders, decimal Yuan)> Customers)> Cohorts() =>
        from bins in Gen.Choose(2, 10)
        from customers in (from days in Gen.Choose(0, 12)
                           from orders in Gen.Choose(0, 4)
                           from yuan in Gen.Choose(0, 12)
                           select (days, orders, (decimal)yuan)).ListOf()
        select (bins, customers.ToImmutableArray());
}
