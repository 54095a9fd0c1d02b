using NodaTime;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Acquisition;

public sealed class ReceptionTests
{
    private static readonly CustomerId Ann = CustomerId.From("ann");
    private static readonly Instant Asked = Instant.FromUtc(2026, 3, 1, 0, 0);
    private static readonly ReceptionPolicy Policy = ReceptionPolicy.Default;

    [Fact]
    public void Clocks_StartWithTheStepBefore()
    {
        ReceptionReport waiting = Policy.Assess(Newcomer.Create(Ann, Asked), Asked + Duration.FromHours(1));
        Assert.Equal([ClockState.Running, ClockState.NotStarted, ClockState.NotStarted, ClockState.NotStarted], States(waiting));
        Assert.Equal(Asked + Duration.FromHours(2), waiting.Clocks[0].DueAt);
        Assert.Null(waiting.VerdictAt);
        Assert.Equal(ReceptionVerdict.Pending, waiting.Verdict);
        Assert.Empty(waiting.Reasons);
    }

    [Fact]
    public void Clocks_AreExactAtTheirEdges()
    {
        Instant accepted = Asked + Duration.FromHours(2);
        Newcomer newcomer = Newcomer.Create(Ann, Asked, accepted, talkedAt: accepted + Duration.FromHours(24) + Duration.Epsilon);
        Instant edge = accepted + Duration.FromDays(3);
        Assert.Equal([ClockState.Met, ClockState.Late, ClockState.Running, ClockState.Running], States(Policy.Assess(newcomer, edge)));
        ReceptionReport late = Policy.Assess(newcomer, edge + Duration.Epsilon);
        Assert.Equal([ClockState.Met, ClockState.Late, ClockState.Overdue, ClockState.Overdue], States(late));
        Assert.Equal(["acquisition.step_late", "acquisition.step_overdue", "acquisition.step_overdue"], late.Reasons.Select(static r => r.Code));
    }

    [Fact]
    public void Verdict_IsGivenAfterThirtyDays()
    {
        Instant end = Asked + Duration.FromDays(30);
        Newcomer stays = Newcomer.Create(Ann, Asked, Asked);
        Assert.Equal(ReceptionVerdict.Pending, Policy.Assess(stays, end - Duration.Epsilon).Verdict);
        Assert.Equal(ReceptionVerdict.Good, Policy.Assess(stays, end).Verdict);

        Newcomer mutes = Newcomer.Create(Ann, Asked, Asked, mutedAt: end - Duration.Epsilon);
        Assert.Equal(ReceptionVerdict.Poor, Policy.Assess(mutes, end).Verdict);
        Newcomer deletesLater = Newcomer.Create(Ann, Asked, Asked, deletedAt: end);
        Assert.Equal(ReceptionVerdict.Good, Policy.Assess(deletesLater, end).Verdict);
    }

    [Fact]
    public void Losses_StandFirst_AndStopTheClocks()
    {
        Instant soon = Asked + Duration.FromHours(3);
        ReceptionReport report = Policy.Assess(
            Newcomer.Create(Ann, Asked, Asked, deletedAt: soon, blockedAt: soon, mutedAt: soon), Asked + Duration.FromDays(9));
        Assert.Equal(
            ["acquisition.newcomer_blocked", "acquisition.newcomer_deleted", "acquisition.newcomer_muted"], report.Reasons.Select(static r => r.Code));
        Assert.Equal([ClockState.Met, ClockState.Stopped, ClockState.Stopped, ClockState.Stopped], States(report));
    }

    [Fact]
    public void Overdue_IsOrderedByHowLong()
    {
        CustomerId bob = CustomerId.From("bob");
        Newcomer[] all =
        [
            Newcomer.Create(Ann, Asked, Asked, talkedAt: Asked), Newcomer.Create(bob, Asked),
            Newcomer.Create(CustomerId.From("cy"), Asked, Asked, Asked, Asked, Asked),
        ];
        Assert.Equal(
            [(bob, ReceptionStep.Accepted), (Ann, ReceptionStep.Learned), (Ann, ReceptionStep.Tagged)],
            Policy.Overdue(all, Asked + Duration.FromDays(4)).Select(static c => (c.Customer, c.Step)));
    }

    [Fact]
    public void CohortRate_CountsWhoseTimeIsOver_UnknownWhenNobodys()
    {
        Instant now = Asked + Duration.FromDays(31);
        Newcomer[] cohort =
        [
            Newcomer.Create(Ann, Asked, Asked), Newcomer.Create(Ann, Asked, Asked), Newcomer.Create(Ann, Asked, Asked),
            Newcomer.Create(Ann, Asked, Asked, blockedAt: Asked), Newcomer.Create(Ann, Asked, now), Newcomer.Create(Ann, Asked),
            Newcomer.Create(Ann, Asked, now, deletedAt: now),
        ];
        Assert.Equal(Ratio.Of(3, 4), Policy.CohortRate(cohort, now));
        Assert.Equal(Ratio.Unknown, Policy.CohortRate(cohort[4..], now));
        Assert.Equal(Ratio.Unknown, Policy.CohortRate([], now));
    }

    [Fact]
    public void Of_AHistory_TakesTheFirstOfEach()
    {
        Duration hour = Duration.FromHours(1);
        CustomerFacts facts = CustomerHistory.From(
            Ann,
            [
                new MessageReceived(CustomerEventId.From("0"), Ann, Asked - hour),
                new LinkMade(CustomerEventId.From("1"), Ann, Asked + hour, Carrier.WeCom),
                new MessageReceived(CustomerEventId.From("2"), Ann, Asked + (2 * hour)),
                new SurveyAnswered(CustomerEventId.From("3"), Ann, Asked + (3 * hour)),
                new TagAdded(CustomerEventId.From("4"), Ann, Asked + (4 * hour), "mum"),
                new LinkMuted(CustomerEventId.From("5"), Ann, Asked + (5 * hour), Carrier.WeCom),
                new LinkLost(CustomerEventId.From("6"), Ann, Asked + (6 * hour), Carrier.App, LinkLoss.Unfollowed),
                new LinkLost(CustomerEventId.From("7"), Ann, Asked + (7 * hour), Carrier.WeCom, LinkLoss.Blocked),
            ]).FactsAt(Asked + Duration.FromDays(1), new Shop(DateTimeZone.Utc, Currency.Cny));
        Assert.Equal(
            Newcomer.Create(
                Ann, Asked, Asked + hour, Asked + (2 * hour), Asked + (3 * hour), Asked + (4 * hour), blockedAt: Asked + (7 * hour), mutedAt: Asked + (5 * hour)),
            Newcomer.Of(facts, Carrier.WeCom, Asked));
        Assert.Null(Newcomer.Of(facts, Carrier.Douyin));
        Assert.Null(Newcomer.Of(facts, Carrier.Douyin, Asked)!.AcceptedAt);
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Instant before = Asked - Duration.Epsilon;
        Assert.Equal("acceptedAt", Name(() => Newcomer.Create(Ann, Asked, before)));
        Assert.Equal("talkedAt", Name(() => Newcomer.Create(Ann, Asked, Asked, before)));
        Assert.Equal("taggedAt", Name(() => Newcomer.Create(Ann, Asked, taggedAt: Asked)));
        Assert.Equal("customer", Name(() => Newcomer.Create(default, Asked)));
        Assert.Equal("newcomer", Name(() => Policy.Assess(Newcomer.Create(Ann, Asked, Asked), before)));
        Assert.Equal(
            ["acceptWithin", "talkWithin", "verdictAfter"],
            Assert.Throws<InvalidPolicyException>(static () => ReceptionPolicy.Create(Duration.Zero, -Duration.Epsilon, verdictAfter: Duration.FromDays(366)))
                .Mistakes.Select(static v => v.Place));
    }

    private static IEnumerable<ClockState> States(ReceptionReport report) => report.Clocks.Select(static c => c.State);

    private static string? Name(Action act) => Assert.ThrowsAny<ArgumentException>(act).ParamName;
}
