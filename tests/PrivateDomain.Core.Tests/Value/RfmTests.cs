using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Value;

namespace PrivateDomain.Core.Tests.Value;

public sealed class RfmTests
{
    private static readonly Shop Shop = new(DateTimeZone.Utc, Currency.Cny);
    private static readonly Instant Now = Instant.FromUtc(2024, 6, 30, 12, 0);

    [Fact]
    public void Of_TenDifferentCustomers_TwoInEachFifth_BestIsFiveInAllThree()
    {
        RfmCohort cohort = Cohort(Enumerable.Range(1, 10).Select(static i => (Days: i, Orders: 11 - i, Yuan: (11 - i) * 100m)));

        Assert.Equal(
            ["5-5-5", "5-5-5", "4-4-4", "4-4-4", "3-3-3", "3-3-3", "2-2-2", "2-2-2", "1-1-1", "1-1-1"],
            cohort.Customers.Select(static c => c.Score.Value.ToString()));
        Assert.Equal([(2, 8m), (3, 6m), (4, 4m), (5, 2m)], cohort.Scale.Recency.Cuts.Select(static c => (c.Score, c.Bound)));
        Assert.Equal([(2, 3m), (3, 5m), (4, 7m), (5, 9m)], cohort.Scale.Frequency.Cuts.Select(static c => (c.Score, c.Bound)));
        Assert.Equal([(2, 300m), (3, 500m), (4, 700m), (5, 900m)], cohort.Scale.Monetary.Cuts.Select(static c => (c.Score, c.Bound)));
        Assert.Empty(cohort.Scale.Frequency.Notes);
        Assert.Equal(15, cohort.Customers[0].Score.Value.Sum);
        Assert.Equal(Currency.Cny, cohort.Scale.Currency);
    }

    [Fact]
    public void Of_SixOfTenBoughtOnce_TheyStayTogether_AndTheReportSaysSo()
    {
        RfmCohort cohort = Cohort(Enumerable.Range(0, 10).Select(static i => (Days: i, Orders: Math.Max(1, i - 4), Yuan: 1m)));

        Assert.Equal([1, 1, 1, 1, 1, 1, 4, 4, 5, 5], cohort.Customers.Select(static c => c.Score.Value.Frequency));
        Assert.Equal([(4, 2m), (5, 4m)], cohort.Scale.Frequency.Cuts.Select(static c => (c.Score, c.Bound)));
        Assert.Equal([RfmReasons.TiesLeaveScoresEmpty.With(3, 5)], cohort.Scale.Frequency.Notes);
        Assert.Equal([RfmReasons.FewerValuesThanBins.With(1, 5)], cohort.Scale.Monetary.Notes);
        Assert.All(cohort.Customers, static c => Assert.Equal(1, c.Score.Value.Monetary));
        Assert.Equal((1, 3), (cohort.Scale.Monetary.ScoresGiven, cohort.Scale.Frequency.ScoresGiven));
    }

    [Fact]
    public void Of_AnyCohort_ScoresAreByHowManyAreStrictlyWorse()
    {
        Prop.ForAll(Cohorts().ToArbitrary(), static sample =>
        {
            RfmCohort cohort = Cohort(sample.Customers, RfmPolicy.Create(sample.Bins));
            return cohort.Customers.All(one => one.Score.Value == RfmScore.Create(
                Wanted(cohort, sample.Bins, other => other.RecencyDays > one.Figures.RecencyDays),
                Wanted(cohort, sample.Bins, other => other.Frequency < one.Figures.Frequency),
                Wanted(cohort, sample.Bins, other => other.Monetary < one.Figures.Monetary),
                sample.Bins));
        }).QuickCheckThrowOnFailure();

        static int Wanted(RfmCohort cohort, int bins, Func<RfmFigures, bool> isWorse) =>
            1 + (bins * cohort.Customers.Count(c => isWorse(c.Figures)) / cohort.Customers.Length);
    }

    [Fact]
    public void Of_EqualCustomers_EqualScores_AndTheOrderGivenDoesNotMatter()
    {
        Prop.ForAll(Cohorts().ToArbitrary(), static sample =>
        {
            KeyValuePair<CustomerId, RfmFigures>[] figures = [.. Figures(sample.Customers)];
            RfmPolicy policy = RfmPolicy.Create(sample.Bins);
            RfmCohort cohort = RfmCohort.Of(figures, policy);
            bool together = cohort.Customers.GroupBy(static c => c.Figures).All(static g => g.Select(static c => c.Score).Distinct().Count() == 1);
            return together && cohort.Customers.SequenceEqual(RfmCohort.Of(figures.Reverse(), policy).Customers);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ScoreOf_BetterValue_NeverLowerScore_OfTheCohortOrNot()
    {
        Prop.ForAll(Cohorts().ToArbitrary(), static sample =>
        {
            RfmScale scale = Cohort(sample.Customers, RfmPolicy.Create(sample.Bins)).Scale;
            return Enumerable.Range(-1, 14).All(v =>
                scale.Recency.ScoreOf(v) >= scale.Recency.ScoreOf(v + 0.5m) &&
                scale.Frequency.ScoreOf(v) <= scale.Frequency.ScoreOf(v + 0.5m) &&
                scale.Monetary.ScoreOf(v) is var score && score >= 1 && score <= sample.Bins);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Fixed_AtTheThreshold_HasTheScore_JustWorseHasNot()
    {
        RfmScale scale = RfmScale.Fixed(
            RfmPolicy.Create(3, recencyDays: [90, 30], orders: [2, 5], spend: [100m, 1_000m]), Currency.Cny);

        Assert.Equal("3-3-3", Score(scale, 30, 5, 1_000m));
        Assert.Equal("2-2-2", Score(scale, 31, 4, 999.99m));
        Assert.Equal("2-2-2", Score(scale, 90, 2, 100m));
        Assert.Equal("1-1-1", Score(scale, 91, 1, 99.99m));
        Assert.Empty(scale.Recency.Notes);
        Assert.Throws<ArgumentException>(static () => RfmScale.Fixed(RfmPolicy.Default, Currency.Cny));
        Assert.Throws<CurrencyMismatchException>(() => scale.Score(RfmFigures.Create(1, 1, Money.Of(1m, Currency.Usd))));
    }

    [Fact]
    public void Score_CustomerOutsideTheCohort_IsMeasuredByItsCutPoints()
    {
        RfmScale scale = Cohort(Enumerable.Range(1, 10).Select(static i => (Days: i, Orders: 11 - i, Yuan: (11 - i) * 100m))).Scale;

        Assert.Equal("5-5-5", Score(scale, 0, 99, 99_999m));
        Assert.Equal("1-1-1", Score(scale, 99, 0, 0m));
        Assert.Equal("3-2-4", Score(scale, 6, 4, 700m));
    }

    [Fact]
    public void Of_WhoNeverBought_IsKeptWithoutAScore_AndShiftsNothing()
    {
        RfmCohort with = RfmCohort.Of([.. Figures([(1, 1, 1m), (2, 2, 2m)]), KeyValuePair.Create(CustomerId.From("z"), default(RfmFigures))]);

        Assert.Equal((2, 1), (with.Scored, with.NotScored));
        Assert.Equal(Answer<RfmScore>.Refused(RfmReasons.NeverBought.With()), with.Customers[2].Score);
        Assert.Equal(Cohort([(1, 1, 1m), (2, 2, 2m)]).Customers, with.Customers[..2]);
    }

    [Fact]
    public void Of_Nobody_HasNoCutPoints_AndScoresNobody()
    {
        RfmCohort nobody = Cohort([]);

        Assert.Equal([RfmReasons.NobodyToMeasureBy.With()], nobody.Scale.Recency.Notes);
        Assert.Equal([RfmReasons.NobodyToMeasureBy.With()], nobody.Scale.Score(RfmFigures.Create(1, 1, Money.Yuan(1m))).Reasons);
        Assert.All(nobody.CountsOf(RfmMap.TenCells), static c => Assert.Equal((0, Ratio.Unknown), (c.Count, c.Share)));
        Assert.All(nobody.Grid(), static cell => Assert.Equal(0, cell.Count));
        Assert.Equal((Currency.None, Currency.Cny), (nobody.Scale.Currency, RfmCohort.Of([Facts("a", (-1, 1m))]).Scale.Currency));
    }

    [Fact]
    public void FiguresOf_FirstOrderAndWindow_AreCountedAsThePolicySays()
    {
        CustomerFacts facts = Facts("a", (100, 10m), (40, 20m), (40, 30m), (5, 40m));

        Assert.Equal(RfmFigures.Create(5, 4, Money.Yuan(100m)), RfmPolicy.Default.FiguresOf(facts).Value);
        Assert.Equal(RfmFigures.Create(5, 3, Money.Yuan(90m)), RfmPolicy.Create(countsFirstOrder: false).FiguresOf(facts).Value);
        Assert.Equal(RfmFigures.Create(5, 3, Money.Yuan(90m)), RfmPolicy.Create(windowDays: 41).FiguresOf(facts).Value);
        Assert.Equal(RfmFigures.Create(5, 1, Money.Yuan(40m)), RfmPolicy.Create(windowDays: 40).FiguresOf(facts).Value);
        Assert.Equal(RfmFigures.Create(5, 3, Money.Yuan(90m)), RfmPolicy.Create(countsFirstOrder: false, windowDays: 41).FiguresOf(facts).Value);
        Assert.Equal(RfmFigures.Create(5, 3, Money.Yuan(90m)), RfmPolicy.Create(countsFirstOrder: false, windowDays: 101).FiguresOf(facts).Value);
        Assert.Equal([RfmReasons.NotBoughtInWindow.With(5, 5)], RfmPolicy.Create(windowDays: 5).FiguresOf(facts).Reasons);
        Assert.True(RfmPolicy.Create(windowDays: 6).FiguresOf(facts).HasValue);
        Assert.Equal(
            RfmFigures.Create(3, 0, Money.Yuan(0m)), RfmPolicy.Create(countsFirstOrder: false).FiguresOf(Facts("b", (3, 7m))).Value);
        Assert.Equal(
            RfmFigures.Create(0, 0, Money.Yuan(0m)), RfmPolicy.Create(countsFirstOrder: false).FiguresOf(Facts("b", (0, 7m))).Value);
    }

    [Fact]
    public void Of_Facts_AreScoredAsOfTheirInstant()
    {
        CustomerFacts[] facts = [Facts("b", (50, 10m)), Facts("a", (1, 10m), (2, 30m))];
        RfmCohort cohort = RfmCohort.Of(facts, RfmPolicy.Create(2));

        Assert.Equal(["2-2-2", "1-1-1"], cohort.Customers.Select(static c => c.Score.Value.ToString()));
        Assert.Equal(cohort.Customers[0].Score, cohort.Scale.Score(facts[1]));
        Assert.Throws<ArgumentException>(() => RfmCohort.Of([facts[0], facts[0]]));
        Assert.Throws<ArgumentException>(() => RfmCohort.Of([facts[0], HistoryOf("c", (50, 1m)).FactsAt(Now - Duration.FromDays(1), Shop)]));
        Assert.Throws<CurrencyMismatchException>(() => RfmCohort.Of(
        [
            KeyValuePair.Create(CustomerId.From("a"), RfmFigures.Create(1, 1, Money.Yuan(1m))),
            KeyValuePair.Create(CustomerId.From("b"), RfmFigures.Create(1, 1, Money.Of(1m, Currency.Usd))),
        ]));
    }

    [Fact]
    public void Create_ManyMistakes_NamesAllTogether()
    {
        InvalidPolicyException e = Assert.Throws<InvalidPolicyException>(static () =>
            RfmPolicy.Create(11, windowDays: 0, recencyDays: [30, 90], orders: [1, 1, 1], spend: [-1m]));

        Assert.Equal(
            [
                ("bins", "rfm.bins_out_of_range"), ("windowDays", "rfm.window_out_of_range"),
                ("recencyDays", "rfm.wrong_threshold_count"), ("recencyDays[1]", "rfm.thresholds_out_of_order"),
                ("orders", "rfm.wrong_threshold_count"), ("orders[1]", "rfm.thresholds_out_of_order"), ("orders[2]", "rfm.thresholds_out_of_order"),
                ("spend", "rfm.wrong_threshold_count"), ("spend[0]", "rfm.negative_threshold"),
            ],
            e.Mistakes.Select(static v => (v.Place, v.Reason.Code)));
        Assert.Equal((5, true, null), (RfmPolicy.Default.Bins, RfmPolicy.Default.CountsFirstOrder, RfmPolicy.Default.WindowDays));
    }

    internal static CustomerFacts Facts(string customer, params (int DaysAgo, decimal Yuan)[] orders) => HistoryOf(customer, orders).FactsAt(Now, Shop);

    private static CustomerHistory HistoryOf(string customer, params (int DaysAgo, decimal Yuan)[] orders) =>
        CustomerHistory.GroupByCustomer(orders.Select((order, i) => (CustomerEvent)new OrderPaid(
            CustomerEventId.From($"{customer}{i}"), CustomerId.From(customer), Now - Duration.FromDays(order.DaysAgo),
            OrderId.From($"{customer}{i}"), Money.Yuan(order.Yuan))))[0];

    private static RfmCohort Cohort(IEnumerable<(int Days, int Orders, decimal Yuan)> customers, RfmPolicy? policy = null) =>
        RfmCohort.Of(Figures(customers), policy);

    private static IEnumerable<KeyValuePair<CustomerId, RfmFigures>> Figures(IEnumerable<(int Days, int Orders, decimal Yuan)> customers) =>
        customers.Select(static (c, i) => KeyValuePair.Create(
            CustomerId.From(FormattableString.Invariant($"c{i:0000}")), RfmFigures.Create(c.Days, c.Orders, Money.Yuan(c.Yuan))));

    private static string Score(RfmScale scale, int days, int orders, decimal yuan) =>
        scale.Score(RfmFigures.Create(days, orders, Money.Yuan(yuan))).Value.ToString();

    private static Gen<(int Bins, ImmutableArray<(int Days, int Orders, decimal Yuan)> Customers)> Cohorts() =>
        from bins in Gen.Choose(2, 10)
        from customers in (from days in Gen.Choose(0, 12)
                           from orders in Gen.Choose(0, 4)
                           from yuan in Gen.Choose(0, 12)
                           select (days, orders, (decimal)yuan)).ListOf()
        select (bins, customers.ToImmutableArray());
}
