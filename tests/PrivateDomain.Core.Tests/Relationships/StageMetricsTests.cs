using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using static PrivateDomain.Core.Tests.Relationships.Some;

namespace PrivateDomain.Core.Tests.Relationships;

public sealed class StageMetricsTests
{
    private static readonly CustomerId Ann = CustomerId.From("ann");
    private static readonly CustomerId Bo = CustomerId.From("bo");
    private static readonly CustomerId Cai = CustomerId.From("cai");
    private static readonly CustomerId Dou = CustomerId.From("dou");
    private static readonly CustomerId Er = CustomerId.From("er");
    private static readonly CustomerId Fan = CustomerId.From("fan");

    // The worked example of the docs page: six people, the last 30 days. Numbers are days ago.
    private static readonly CustomerHistory[] Cohort =
    [
        History(
            Ann, Linked(Ann, 100), Bought(Ann, 90), TookPart(Ann, 40), Bought(Ann, 20), JoinedGroup(Ann, 10), TookPart(Ann, 5),
                Answered(Ann, 4, 10),
            Recommended(Ann, 3), Converted(Ann, 2), Converted(Ann, 1.5), Converted(Ann, 1)),
        History(Bo, Linked(Bo, 100), TookPart(Bo, 45), Answered(Bo, 15, 3), Lost(Bo, 10)),
        History(Cai, Linked(Cai, 25), Bought(Cai, 20), Answered(Cai, 6, 9)),
        History(Dou, Linked(Dou, 80), Recommended(Dou, 12)),
        History(Er, Bought(Er, 2)),
        History(Fan, Linked(Fan, 100), Lost(Fan, 50)),
    ];

    [Fact]
    public void Measure_TheWorkedExample_GivesEachNumeratorAndDenominator()
    {
        StageMetrics metrics = StageMetrics.Measure(Cohort, Days(30), Now, TestShop);

        Assert.Equal("1 / 3", Text(metrics.FriendChurn)); // Bo of Ann, Bo, Dou
        Assert.Equal("1 / 4", Text(metrics.GroupJoin)); // Ann of Ann, Bo, Cai, Dou
        Assert.Equal("4 / 4", Text(metrics.Interaction)); // all of Ann, Bo, Cai, Dou
        Assert.Equal("1 / 2", Text(metrics.RetainedActive)); // Ann of Ann, Bo
        Assert.Equal("1 / 3", Text(metrics.Conversion)); // Cai of Bo, Cai, Dou
        Assert.Equal("1 / 3", Text(metrics.Repurchase)); // Ann of Ann, Cai, Er
        Assert.Equal("1 / 3", Text(metrics.Nps)); // Ann and Cai less Bo, of three answers
        Assert.Equal("3 / 2", Text(metrics.FissionMultiple)); // Ann's three of Ann, Dou
        Assert.Equal(Ratio.From(1.5m), metrics.FissionMultiple.Ratio);
        Assert.Equal((Days(30), Now), (metrics.From, metrics.To));
    }

    [Fact]
    public void Measure_Nobody_IsUnknownAndNotZero()
    {
        StageMetrics metrics = StageMetrics.Measure([], Days(30), Now, TestShop);

        Assert.All(All(metrics), static m => Assert.Equal((0L, 0L, Ratio.Unknown), (m.Numerator, m.Denominator, m.Ratio)));
        Assert.All(All(StageMetrics.Measure([CustomerHistory.Empty(Ann)], Days(30), Now, TestShop)), static m =>
            Assert.False(m.Ratio.IsKnown));
    }

    [Fact]
    public void Measure_TheWindow_BeginsAfterItsStartAndEndsWithItsEnd()
    {
        Assert.Equal(1, Repurchase(Days(30) + Duration.Epsilon).Denominator);
        Assert.Equal(0, Repurchase(Days(30)).Denominator); // exactly at the start: the window before
        Assert.Equal(1, Repurchase(Now).Denominator);
        Assert.Equal(0, Repurchase(Now + Duration.Epsilon).Denominator);

        static StageMetric Repurchase(Instant at) => StageMetrics.Measure(
            [History(Ann, id => new OrderPaid(id, Ann, at, OrderId.From("o"), Money.Yuan(1)))], Days(30), Now, TestShop).Repurchase;
    }

    [Fact]
    public void Measure_Nps_CountsTheLastAnswerOfTheWindow()
    {
        Assert.Equal("-1 / 1", Text(Nps(Answered(Ann, 50, 10), Answered(Ann, 20, 10), Answered(Ann, 5, 6))));
        Assert.Equal("0 / 1", Text(Nps(Answered(Ann, 5, 7))));
        Assert.Equal("0 / 1", Text(Nps(Answered(Ann, 5, 8))));
        Assert.Equal("0 / 0", Text(Nps(Answered(Ann, 50, 10))));

        static StageMetric Nps(params ReadOnlySpan<Func<CustomerEventId, CustomerEvent>> events) =>
            StageMetrics.Measure([History(Ann, events)], Days(30), Now, TestShop).Nps;
    }

    [Fact]
    public void Measure_TwoOrdersOfOneDay_AreNoRepurchase()
    {
        CustomerHistory once = History(Ann, Bought(Ann, 5), Bought(Ann, 5.01));

        Assert.Equal("0 / 1", Text(StageMetrics.Measure([once], Days(30), Now, TestShop).Repurchase));
    }

    [Fact]
    public void Measure_RefundedOrder_CountsNowhere()
    {
        CustomerHistory refunded = History(Ann, Linked(Ann, 40), Bought(Ann, 5))
            .Add(new OrderRefunded(CustomerEventId.From("r"), Ann, Days(1), OrderId.From("ann-5")));
        StageMetrics metrics = StageMetrics.Measure([refunded], Days(30), Now, TestShop);

        Assert.Equal("0 / 1", Text(metrics.Conversion));
        Assert.Equal("0 / 0", Text(metrics.Repurchase));
    }

    // Retained and active is who was linked and interacted before, and still does: who came back is not one of those.
    [Fact]
    public void Measure_RetainedActive_IsOfThoseLinkedAtTheBeginning()
    {
        Assert.Equal("0 / 0", Text(Retained(Linked(Ann, 90), TookPart(Ann, 40), Lost(Ann, 35), Linked(Ann, 20), TookPart(Ann, 10))));
        Assert.Equal("1 / 1", Text(Retained(Linked(Ann, 90), TookPart(Ann, 40), TookPart(Ann, 10))));
        Assert.Equal("0 / 1", Text(Retained(Linked(Ann, 90), TookPart(Ann, 40), TookPart(Ann, 10), Lost(Ann, 5))));
        Assert.Equal("0 / 0", Text(Retained(Linked(Ann, 90), TookPart(Ann, 10))));

        static StageMetric Retained(params ReadOnlySpan<Func<CustomerEventId, CustomerEvent>> events) =>
            StageMetrics.Measure([History(Ann, events)], Days(30), Now, TestShop).RetainedActive;
    }

    [Fact]
    public void Measure_TheLongestWindow_IsAHundredYears()
    {
        NodaTime.Instant from = Now - NodaTime.Duration.FromDays(TimeWindow.DaysMax);

        Assert.Equal(from, StageMetrics.Measure([], from, Now, TestShop).From);
        Assert.Equal("to", Assert.Throws<ArgumentOutOfRangeException>(() =>
            StageMetrics.Measure([], from - NodaTime.Duration.Epsilon, Now, TestShop)).ParamName);
    }

    [Fact]
    public void Measure_Misuse_IsRefused()
    {
        Assert.Equal("to", Assert.Throws<ArgumentOutOfRangeException>(static () => StageMetrics.Measure(Cohort, Now, Now, TestShop))
            .ParamName);
        Assert.Equal("cohort", Assert.Throws<ArgumentNullException>(static () => StageMetrics.Measure([null!], Days(1), Now, TestShop))
            .ParamName);
        Assert.Equal("shop", Assert.Throws<ArgumentNullException>(static () => StageMetrics.Measure(Cohort, Days(1), Now, null!))
            .ParamName);
    }

    private static string Text(StageMetric metric) => FormattableString.Invariant($"{metric.Numerator} / {metric.Denominator}");

    internal static StageMetric[] All(StageMetrics m) =>
        [m.FriendChurn, m.GroupJoin, m.Interaction, m.RetainedActive, m.Conversion, m.Repurchase, m.Nps, m.FissionMultiple];

    private static Func<CustomerEventId, CustomerEvent> Linked(CustomerId who, double ago) => id =>
        new LinkMade(id, who, Days(ago), Carrier.WeCom);

    private static Func<CustomerEventId, CustomerEvent> Lost(CustomerId who, double ago) => id =>
        new LinkLost(id, who, Days(ago), Carrier.WeCom, LinkLoss.Deleted);

    private static Func<CustomerEventId, CustomerEvent> TookPart(CustomerId who, double ago) => id =>
        new SurveyAnswered(id, who, Days(ago));

    private static Func<CustomerEventId, CustomerEvent> JoinedGroup(CustomerId who, double ago) => id =>
        new GroupJoined(id, who, Days(ago), "mums");

    private static Func<CustomerEventId, CustomerEvent> Answered(CustomerId who, double ago, int rating) => id =>
        new NpsAnswered(id, who, Days(ago), rating);

    private static Func<CustomerEventId, CustomerEvent> Recommended(CustomerId who, double ago) => id =>
        new RecommendationMade(id, who, Days(ago));

    private static Func<CustomerEventId, CustomerEvent> Converted(CustomerId who, double ago) => id =>
        new ReferralConverted(id, who, Days(ago));

    private static Func<CustomerEventId, CustomerEvent> Bought(CustomerId who, double ago) =>
        id => new OrderPaid(id, who, Days(ago), OrderId.From(FormattableString.Invariant($"{who}-{ago}")), Money.Yuan(99));
}
