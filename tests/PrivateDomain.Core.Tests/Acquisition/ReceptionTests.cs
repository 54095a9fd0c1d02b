using NodaTime;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Tests.Acquisition;

[Text]
public sealed class ReceptionTests
{
    private static readonly CustomerId Ann = CustomerId.From("ann");
    private static readonly Instant Asked = Instant.FromUtc(2026, 3, 1, 0, 0);
    private static readonly ReceptionPolicy Policy = ReceptionPolicy.Default;

    [Fact]
    public void Clocks_StartWithTheStepBefore()
    {
        ReceptionAssessment waiting = Policy.Assess(new ReceptionFacts(Ann, Asked), Asked + Duration.FromHours(1));
        Assert.Equal([ClockState.Running, ClockState.NotStarted, ClockState.NotStarted, ClockState.NotStarted], States(waiting));
        Assert.Equal(Asked + Duration.FromHours(2), waiting.Clocks[0].DueAt);
        Assert.Equal(Asked + Duration.FromDays(30), waiting.VerdictAt);
        Assert.Equal(ReceptionQuality.Open, waiting.Quality);
        Assert.Empty(waiting.Reasons);
    }

    [Fact]
    public void Clocks_AreExactAtTheirEdges()
    {
        Instant accepted = Asked + Duration.FromHours(2);
        var newcomer = new ReceptionFacts(Ann, Asked, accepted, talkedAt: accepted + Duration.FromHours(24) + Duration.Epsilon);
        Instant edge = accepted + Duration.FromDays(3);
        Assert.Equal([ClockState.Met, ClockState.Late, ClockState.Running, ClockState.Running], States(Policy.Assess(newcomer, edge)));
        ReceptionAssessment late = Policy.Assess(newcomer, edge + Duration.Epsilon);
        Assert.Equal([ClockState.Met, ClockState.Late, ClockState.Overdue, ClockState.Overdue], States(late));
        Assert.Equal(["acquisition.step_late", "acquisition.step_overdue", "acquisition.step_overdue"],
            late.Reasons.Select(static r => r.Code));
        Assert.Equal("Done late: the first conversation, due at 2026-03-02 02:00 UTC.", late.Reasons[0].ToString(Language.English));
        Assert.Equal("超时完成：首次沟通，应在 2026-03-02 02:00 UTC 前完成。", late.Reasons[0].ToString(Language.SimplifiedChinese));
    }

    [Fact]
    public void Quality_IsSaidThirtyDaysAfterTheRequest()
    {
        Instant end = Asked + Duration.FromDays(30);
        var stays = new ReceptionFacts(Ann, Asked, Asked);
        Assert.Equal(ReceptionQuality.Open, Policy.Assess(stays, end - Duration.Epsilon).Quality);
        Assert.Equal(ReceptionQuality.Good, Policy.Assess(stays, end).Quality);

        var mutes = new ReceptionFacts(Ann, Asked, Asked, mutedAt: end - Duration.Epsilon);
        Assert.Equal(ReceptionQuality.Poor, Policy.Assess(mutes, end).Quality);
        var deletesLater = new ReceptionFacts(Ann, Asked, Asked, deletedAt: end);
        Assert.Equal(ReceptionQuality.Good, Policy.Assess(deletesLater, end).Quality);
    }

    [Fact]
    public void NotAcceptedByTheEnd_IsPoor_AcceptedAtTheEndIsNot()
    {
        Instant end = Asked + Duration.FromDays(30);
        var never = new ReceptionFacts(Ann, Asked);
        Assert.Equal(ReceptionQuality.Open, Policy.Assess(never, end - Duration.Epsilon).Quality);
        ReceptionAssessment assessment = Policy.Assess(never, end);
        Assert.Equal(ReceptionQuality.Poor, assessment.Quality);
        Assert.Equal(["acquisition.never_accepted", "acquisition.step_overdue"], assessment.Reasons.Select(static r => r.Code));
        Assert.Equal(ReceptionQuality.Good, Policy.Assess(new ReceptionFacts(Ann, Asked, end), end).Quality);
        Instant after = end + Duration.Epsilon;
        Assert.Equal(ReceptionQuality.Poor, Policy.Assess(new ReceptionFacts(Ann, Asked, after), after).Quality);
    }

    [Fact]
    public void Losses_StandFirst_AndStopTheClocks()
    {
        Instant soon = Asked + Duration.FromHours(3);
        ReceptionAssessment assessment = Policy.Assess(
            new ReceptionFacts(Ann, Asked, Asked, deletedAt: soon, blockedAt: soon, mutedAt: soon), Asked + Duration.FromDays(9));
        Assert.Equal(
            ["acquisition.newcomer_blocked", "acquisition.newcomer_deleted", "acquisition.newcomer_muted"],
                assessment.Reasons.Select(static r => r.Code));
        Assert.Equal([ClockState.Met, ClockState.Stopped, ClockState.Stopped, ClockState.Stopped], States(assessment));
        Assert.Equal(ReceptionQuality.Poor, assessment.Quality); // said before the thirty days are over
    }

    [Fact]
    public void ALossAtTheDueInstant_StopsTheClock_ALaterOneDoesNot()
    {
        Instant due = Asked + Duration.FromHours(24);
        Instant now = Asked + Duration.FromHours(30);
        Assert.Equal(ClockState.Stopped, Policy.Assess(new ReceptionFacts(Ann, Asked, Asked, blockedAt: due), now).Clocks[1].State);
        Assert.Equal(ClockState.Overdue,
            Policy.Assess(new ReceptionFacts(Ann, Asked, Asked, blockedAt: due + Duration.Epsilon), now).Clocks[1].State);
        Assert.Equal(
            ClockState.Stopped, Policy.Assess(new ReceptionFacts(Ann, Asked, Asked, deletedAt: now, blockedAt: due), now).Clocks[1].State);
        Assert.Equal(
            ClockState.Stopped, Policy.Assess(new ReceptionFacts(Ann, Asked, Asked, deletedAt: due, blockedAt: now), now).Clocks[1].State);
    }

    // The rate is of those who asked at least a month ago; who was never accepted is among them.
    [Fact]
    public void Measure_NinetyNineNeverAcceptedInSixtyDays_OneReceivedWell_IsOnePerCent()
    {
        ReceptionFacts[] cohort =
        [
            .. Enumerable.Range(0, 99).Select(static i => new ReceptionFacts(CustomerId.From($"n{i}"), Asked)),
                new ReceptionFacts(Ann, Asked, Asked),
        ];
        ReceptionFigures figures = Policy.Measure(cohort, Asked + Duration.FromDays(60));
        Assert.Equal((1, 99, 0), (figures.Good, figures.Poor, figures.Open));
        Assert.Equal(Ratio.From(0.01m), figures.Rate);
    }

    [Fact]
    public void Measure_CountsWhoAskedLongEnoughAgo_TheYoungerOnesAreOpen()
    {
        Instant now = Asked + Duration.FromDays(31);
        Instant young = now - Duration.FromDays(30) + Duration.Epsilon;
        ReceptionFacts[] cohort =
        [
            new(Ann, Asked, Asked), new(Ann, Asked, Asked), new(Ann, now - Duration.FromDays(30), now),
                new(Ann, Asked, Asked, blockedAt: Asked), new(Ann, Asked),
            new(Ann, young, young), new(Ann, young), new(Ann, young, young, deletedAt: now),
        ];
        ReceptionFigures figures = Policy.Measure(cohort, now);
        Assert.Equal((3, 2, 3), (figures.Good, figures.Poor, figures.Open));
        Assert.Equal(Ratio.From(3, 5), figures.Rate);
        Assert.Equal(Ratio.Unknown, Policy.Measure(cohort[5..], now).Rate);
        Assert.Equal(Ratio.Unknown, Policy.Measure([], now).Rate);
        Assert.Equal(figures, Policy.Measure(cohort, now));
    }

    [Fact]
    public void Measure_OverdueSteps_TheLongestFirst()
    {
        CustomerId bob = CustomerId.From("bob");
        ReceptionFacts[] all =
        [
            new(Ann, Asked, Asked, talkedAt: Asked), new(bob, Asked), new(CustomerId.From("cy"), Asked, Asked, Asked, Asked, Asked),
        ];
        Assert.Equal(
            [(bob, ReceptionStep.Accepted), (Ann, ReceptionStep.Learned), (Ann, ReceptionStep.Tagged)],
            Policy.Measure(all, Asked + Duration.FromDays(4)).Overdue.Select(static c => (c.Customer, c.Step)));
    }

    [Fact]
    public void Of_AHistory_TakesTheFirstOfEach_TalkedGoesBothWays()
    {
        Duration hour = Duration.FromHours(1);
        CustomerEvent[] events =
        [
            new MessageReceived(CustomerEventId.From("0"), Ann, Asked - hour),
            new LinkMade(CustomerEventId.From("1"), Ann, Asked + hour, Carrier.WeCom),
            new MessageReceived(CustomerEventId.From("2"), Ann, Asked + (2 * hour)),
            new SurveyAnswered(CustomerEventId.From("3"), Ann, Asked + (3 * hour)),
            new TagAdded(CustomerEventId.From("4"), Ann, Asked + (4 * hour), "mum"),
            new LinkMuted(CustomerEventId.From("5"), Ann, Asked + (5 * hour), Carrier.WeCom),
            new LinkLost(CustomerEventId.From("6"), Ann, Asked + (6 * hour), Carrier.App, LinkLoss.Unfollowed),
            new LinkLost(CustomerEventId.From("7"), Ann, Asked + (7 * hour), Carrier.WeCom, LinkLoss.Blocked),
        ];
        var expected = new ReceptionFacts(
            Ann, Asked, Asked + hour, null, Asked + (3 * hour), Asked + (4 * hour), blockedAt: Asked + (7 * hour),
                mutedAt: Asked + (5 * hour));
        Assert.Equal(expected, ReceptionFacts.From(FactsOf(events), Carrier.WeCom, Asked).Value); // nobody answered her

        TouchSent answer = new(CustomerEventId.From("8"), Ann, Asked + (3 * hour), TouchKind.ServiceReply);
        Assert.Equal(Asked + (3 * hour), ReceptionFacts.From(FactsOf([.. events, answer]), Carrier.WeCom, Asked).Value.TalkedAt);
        TouchSent greeting = new(CustomerEventId.From("8"), Ann, Asked + hour, TouchKind.UsefulContent);
        Assert.Equal(Asked + (2 * hour), ReceptionFacts.From(FactsOf([.. events, greeting]), Carrier.WeCom, Asked).Value.TalkedAt);

        FactNoted noted = new(CustomerEventId.From("8"), Ann, Asked + (2 * hour), "children", "2");
        Assert.Equal(Asked + (2 * hour), ReceptionFacts.From(FactsOf([.. events, noted]), Carrier.WeCom, Asked).Value.LearnedAt);

        Assert.Equal(AcquisitionReasons.NoLink.Code, ReceptionFacts.From(FactsOf(events), Carrier.Douyin).Reasons.Single().Code);
        Assert.Null(ReceptionFacts.From(FactsOf(events), Carrier.Douyin, Asked).Value.AcceptedAt);
        Assert.Equal(Asked + hour, ReceptionFacts.From(FactsOf(events), Carrier.WeCom).Value.RequestedAt);
    }

    [Fact]
    public void Of_ARequestAfterALostLink_IsAcceptedByTheNextLinkOnly()
    {
        Duration hour = Duration.FromHours(1);
        CustomerEvent[] events =
        [
            new LinkMade(CustomerEventId.From("1"), Ann, Asked, Carrier.WeCom),
            new LinkLost(CustomerEventId.From("2"), Ann, Asked + hour, Carrier.WeCom, LinkLoss.Deleted),
        ];
        Assert.Null(ReceptionFacts.From(FactsOf(events), Carrier.WeCom, Asked + (2 * hour)).Value.AcceptedAt);
        Assert.Throws<ArgumentOutOfRangeException>("requestedAt", () =>
            ReceptionFacts.From(FactsOf(events[..1]), Carrier.WeCom, Asked + hour));
        CustomerEvent again = new LinkMade(CustomerEventId.From("3"), Ann, Asked + (3 * hour), Carrier.WeCom);
        Assert.Equal(Asked + (3 * hour),
            ReceptionFacts.From(FactsOf([.. events, again]), Carrier.WeCom, Asked + (2 * hour)).Value.AcceptedAt);
        Assert.Throws<ArgumentOutOfRangeException>("requestedAt", () =>
            ReceptionFacts.From(FactsOf(events), Carrier.WeCom, Asked + Duration.FromDays(2)));
    }

    [Fact]
    public void Of_ARequestAtTheInstantOfTheFacts_IsWaiting_AndALaterOneIsRefused()
    {
        CustomerFacts facts = CustomerHistory.Empty(Ann).FactsAt(Asked, Shop);
        Assert.Equal(Asked, ReceptionFacts.From(facts, Carrier.WeCom, Asked).Value.RequestedAt);
        Assert.Throws<ArgumentOutOfRangeException>(
            "requestedAt", () => ReceptionFacts.From(facts, Carrier.WeCom, Asked + Duration.Epsilon));
    }

    [Fact]
    public void Instants_AreThoseOfEvents()
    {
        Assert.Equal(CustomerEvent.LatestAt, new ReceptionFacts(Ann, Asked, CustomerEvent.LatestAt).AcceptedAt);
        Assert.Throws<ArgumentOutOfRangeException>(
            "acceptedAt", static () => new ReceptionFacts(Ann, Asked, CustomerEvent.LatestAt + Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>("acceptedAt", static () => new ReceptionFacts(Ann, Asked, Asked - Duration.Epsilon));
    }

    [Fact]
    public void Of_AFoldedHistory_SaysSo_InsteadOfCallingTheNewcomerSilent()
    {
        Duration hour = Duration.FromHours(1);
        CustomerHistory history = CustomerHistory.From(
            Ann,
            [
                new LinkMade(CustomerEventId.From("1"), Ann, Asked + hour, Carrier.WeCom),
                new MessageReceived(CustomerEventId.From("2"), Ann, Asked + (2 * hour)),
            ]);
        CustomerHistory compacted = history.CompactBefore(Asked + (3 * hour));
        Assert.Equal(
            "acquisition.history_folded",
                ReceptionFacts.From(compacted.FactsAt(Asked + (4 * hour), Shop), Carrier.WeCom).Reasons.Single().Code);
        Reason folded = ReceptionFacts.From(
            history.Add(new MessageReceived(CustomerEventId.From("3"), Ann, Asked + (2.5 * hour))).CompactBefore(Asked + (3 * hour))
                .FactsAt(Asked + (4 * hour), Shop),
            Carrier.WeCom).Reasons.Single();
        Assert.Equal(AcquisitionReasons.HistoryFolded.With(Asked + (2.5 * hour), Asked + hour), folded); // the last of them
        CustomerHistory before = CustomerHistory.From(Ann, [new MessageReceived(CustomerEventId.From("2"), Ann, Asked)])
            .CompactBefore(Asked + hour).Add(new LinkMade(CustomerEventId.From("1"), Ann, Asked + hour, Carrier.WeCom));
        Assert.True(ReceptionFacts.From(before.FactsAt(Asked + (4 * hour), Shop), Carrier.WeCom).HasValue);
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Instant before = Asked - Duration.Epsilon;
        Assert.Equal("acceptedAt", Name(() => new ReceptionFacts(Ann, Asked, before)));
        Assert.Equal("talkedAt", Name(() => new ReceptionFacts(Ann, Asked, Asked, before)));
        Assert.Equal("taggedAt", Name(() => new ReceptionFacts(Ann, Asked, taggedAt: Asked)));
        Assert.Equal("customer", Name(() => new ReceptionFacts(default, Asked)));
        Assert.Equal("at", Name(() => Policy.Assess(new ReceptionFacts(Ann, Asked, Asked), before)));
        Assert.Equal("cohort", Name(() => Policy.Measure([null!], Asked)));
        Assert.Equal("carrier", Name(() => ReceptionFacts.From(FactsOf([]), (Carrier)99)));
        Assert.Equal(
            ["acceptWithin", "talkWithin", "verdictAfter"],
            Misuse.Paths(static () => ReceptionPolicy.Create(new ReceptionOptions
            {
                AcceptWithin = Duration.Zero,
                TalkWithin = -Duration.Epsilon,
                VerdictAfter = Duration.FromDays(365) + Duration.Epsilon,
            })));
        Assert.True(ReceptionPolicy.TryCreate(new ReceptionOptions
        {
            VerdictAfter = Duration.FromDays(365),
            AcceptWithin = Duration.Epsilon
        }, out var yearly, out _));
        Assert.Equal(
            CustomerEvent.LatestAt + Duration.FromDays(365),
            yearly.Assess(new ReceptionFacts(Ann, CustomerEvent.LatestAt), CustomerEvent.LatestAt).VerdictAt);
    }

    private static Shop Shop => new(DateTimeZone.Utc, Currency.Cny);

    private static CustomerFacts FactsOf(CustomerEvent[] events) =>
        CustomerHistory.From(Ann, events).FactsAt(Asked + Duration.FromDays(1), Shop);

    private static IEnumerable<ClockState> States(ReceptionAssessment assessment) => assessment.Clocks.Select(static c => c.State);

    private static string? Name(Action act) => Assert.ThrowsAny<ArgumentException>(act).ParamName;
}
