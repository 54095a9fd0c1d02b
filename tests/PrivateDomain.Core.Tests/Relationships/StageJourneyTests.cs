using PrivateDomain.Core.Tests.Conventions;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using static PrivateDomain.Core.Tests.Relationships.Some;

namespace PrivateDomain.Core.Tests.Relationships;

public sealed class StageJourneyTests
{
    // Linked 200 days ago, wrote 190 days ago, bought, gave feedback; so interaction is lost 100 days ago.
    private static readonly CustomerHistory Friend = History(
        static id => new LinkMade(id, Customer, Days(200), Carrier.WeCom),
        static id => new MessageReceived(id, Customer, Days(190)),
        static id => new OrderPaid(id, Customer, Days(180), OrderId.From("o1"), Money.Yuan(99)),
        static id => new FeedbackVolunteered(id, Customer, Days(170)));

    [Fact]
    public void Replay_TellsEveryMoveAtItsInstant()
    {
        StageJourney journey = StageJourney.Replay(LadderPolicy.Default, Friend, Now, TestShop);

        Assert.Equal(
            [
                (RelationshipStage.Acquaintance, MoveCause.EvidenceComplete, Days(200)),
                (RelationshipStage.Interaction, MoveCause.EvidenceComplete, Days(190)),
                (RelationshipStage.Rapport, MoveCause.EvidenceComplete, Days(170)),
                (RelationshipStage.Interaction, MoveCause.Silence, Days(100)),
                (RelationshipStage.Acquaintance, MoveCause.Silence, Days(100)),
            ],
            journey.Moves.Select(static m => (m.To, m.Cause, m.At)));
        Assert.Equal(RelationshipsReasons.EvidenceComplete.With(new Bilingual("rapport", "私交")), journey.Moves[2].Reason);
        Assert.Equal(RelationshipsReasons.EvidenceTooOld.With(Days(190), Days(190)), journey.Moves[3].Reason);
        Assert.Equal(Days(100), journey.Since);
    }

    [Fact]
    public void Replay_LostLink_FallsToTheGround()
    {
        CustomerHistory left = Friend.Add(new LinkLost(CustomerEventId.From("x"), Customer, Days(150), Carrier.WeCom, LinkLoss.Deleted));

        StageMove[] fall = [.. StageJourney.Replay(LadderPolicy.Default, left, Now, TestShop).Moves.Skip(3)];

        Assert.Equal([RelationshipStage.Interaction, RelationshipStage.Acquaintance, RelationshipStage.None], fall.Select(static m => m.To));
        Assert.All(fall, static m => Assert.Equal((MoveCause.LinkLost, Days(150), RelationshipsReasons.TooFewLinks.With(0, 1)), (m.Cause, m.At, m.Reason)));
    }

    [Fact]
    public void Replay_Refund_TakesThePurchaseBack()
    {
        CustomerHistory refunded = Friend.Add(new OrderRefunded(CustomerEventId.From("x"), Customer, Days(160), OrderId.From("o1")));

        StageMove fall = StageJourney.Replay(LadderPolicy.Default, refunded, Days(150), TestShop).Moves[^1];

        Assert.Equal((RelationshipStage.Interaction, MoveCause.EvidenceTakenBack, Days(160)), (fall.To, fall.Cause, fall.At));
        Assert.Equal(RelationshipsReasons.TooFewPurchases.With(0, 1), fall.Reason);
    }

    [Fact]
    public void Replay_SilenceOfAStage_IsThatStagesOwn()
    {
        StageRequirement alive = new(new EvidenceTerm(EvidenceKind.SignOfLife, withinDays: 40));
        LadderPolicy strict = LadderPolicy.Create(
            [.. LadderPolicy.Default.Rungs.Select(r => r.Stage == RelationshipStage.Rapport ? new LadderRung(r.Stage, [.. r.Requirements, alive]) : r)]);

        Assert.Equal(
            [
                (RelationshipStage.Interaction, MoveCause.Silence, Days(130)), // 40 days after the feedback
                (RelationshipStage.Acquaintance, MoveCause.Silence, Days(100)), // 90 days after the message
            ],
            StageJourney.Replay(strict, Friend, Now, TestShop).Moves.Skip(3).Select(static m => (m.To, m.Cause, m.At)));
    }

    [Fact]
    public void Replay_TwiceInAnyOrder_IsTheSameJourney_AndLaterOnlyAdds() =>
        Prop.ForAll(Lives.ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(), static (life, ago) =>
        {
            CustomerHistory shuffled = CustomerHistory.From(Customer, life.Events.Reverse().Concat(life.Events));
            StageJourney whole = StageJourney.Replay(LadderPolicy.Default, life, Now, TestShop);
            StageJourney part = StageJourney.Replay(LadderPolicy.Default, life, Days(ago), TestShop);

            Assert.Equal(whole, StageJourney.Replay(LadderPolicy.Default, shuffled, Now, TestShop));
            Assert.Equal(part.Moves, whole.Moves.Take(part.Moves.Length));
            Assert.Equal(LadderPolicy.Default.Assess(StageEvidence.From(life.FactsAt(Days(ago), TestShop))).Stage, part.Stage);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Replay_NeverSkipsARung_AndEachMoveStartsWhereTheLastEnded() =>
        Prop.ForAll(Lives.ToArbitrary(), static life =>
        {
            StageMove[] moves = [.. StageJourney.Replay(LadderPolicy.Default, life, Now, TestShop).Moves];

            Assert.All(moves, static m => Assert.Equal(1, Math.Abs(m.To - m.From)));
            Assert.All(moves, static m => Assert.Contains(m.Transition, StageTransition.All));
            Assert.Equal(moves.Select(static m => m.To).Prepend(RelationshipStage.None).Take(moves.Length), moves.Select(static m => m.From));
            Assert.Equal(moves, moves.OrderBy(static m => m.At)); // a stable sort: already in order
            Assert.Equal(StageJourney.Restore(moves), StageJourney.Replay(LadderPolicy.Default, life, Now, TestShop));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void EvidenceFrom_AgreesWithTheFacts() =>
        Prop.ForAll(Lives.ToArbitrary(), static life =>
        {
            CustomerFacts facts = life.FactsAt(Now, TestShop);
            StageEvidence evidence = StageEvidence.From(facts);

            Assert.Equal(facts.LinkCount, evidence.Links.Count);
            Assert.Equal(facts.ConversationDayCount(TimeWindow.All), evidence.Conversations.Count);
            Assert.Equal(facts.PurchaseDayCount, evidence.Purchases.Count);
            Assert.Equal(facts.LastNps >= 9 ? 1 : 0, evidence.Promoter.Count);
            Assert.Equal(facts.Count(EventKind.FeedbackVolunteered, TimeWindow.All), evidence.Feedback.Count);
            Assert.Equal(life.Events.Count(static e => e is MessageReceived or SurveyAnswered or ActivityJoined or NpsAnswered), evidence.Participations.Count);
            Assert.Equal(evidence.Feedback, Evidence.Of(evidence.Feedback.Count, life.Events.LastOrDefault(static e => e is FeedbackVolunteered)?.At ?? default));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void EvidenceFrom_FoldedHistory_StillCounts()
    {
        CustomerFacts folded = Friend.CompactBefore(Days(100)).FactsAt(Now, TestShop);

        Assert.Equal(StageEvidence.From(Friend.FactsAt(Now, TestShop)), StageEvidence.From(folded));
        Assert.Equal(0, StageEvidence.From(Friend.CompactBefore(Days(100)).FactsAt(Days(195), TestShop)).Feedback.Count);
    }

    [Fact]
    public void Advance_EvidenceOlderThanTheLastMove_IsRefused()
    {
        StageJourney journey = StageJourney.Empty.Advance(LadderPolicy.Default, StageEvidence.Create(Now, links: Seen(1)));

        Assert.Equal("evidence", Assert.Throws<ArgumentException>(() => journey.Advance(LadderPolicy.Default, StageEvidence.Create(Days(1)))).ParamName);
        Assert.Same(journey, journey.Advance(LadderPolicy.Default, StageEvidence.Create(Now, links: Seen(2))));
    }

    [Fact]
    public void Restore_MovesThatDoNotJoin_AreRefused()
    {
        StageMove up = new(RelationshipStage.None, MoveCause.EvidenceComplete, Now, default);
        StageMove earlier = new(RelationshipStage.Acquaintance, MoveCause.EvidenceComplete, Days(1), default);

        Assert.Throws<ArgumentException>(() => StageJourney.Restore(up, up));
        Assert.Throws<ArgumentException>(() => StageJourney.Restore(up, earlier));
        Assert.Throws<ArgumentException>(static () => StageJourney.Restore(default(StageMove)));
        Assert.Throws<ArgumentException>(static () => new StageMove(RelationshipStage.Alliance, MoveCause.EvidenceComplete, Now, default));
        Assert.Equal(RelationshipStage.Acquaintance, StageJourney.Restore(up).Stage);
    }

    [Fact]
    public void Transitions_AreEachToTheNeighbour_OncePerCause()
    {
        Assert.Equal(16, StageTransition.All.Distinct().Count());
        Assert.All(StageTransition.All, static t => Assert.Equal(t.Cause == MoveCause.EvidenceComplete ? 1 : -1, t.To - t.From));
    }

    [Fact]
    public void ThePage_ShowsTheTransitionTable()
    {
        const string Begin = "<!-- generated: transitions -->\n";
        const string End = "<!-- end -->";
        string page = Repository.Read("docs", "relationships.md");
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, begin, StringComparison.Ordinal);
        Assert.True(begin > Begin.Length && end >= begin, "The page has no place for the diagram.");
        Repository.AssertCommitted(page[..begin] + Mermaid() + page[end..], "docs", "relationships.md");
    }

    private static string Mermaid() => string.Concat(
        [
            "```mermaid\nstateDiagram-v2\n    [*] --> None\n",
            .. StageTransition.All
                .GroupBy(static t => (t.From, t.To))
                .Select(static g => $"    {g.Key.From} --> {g.Key.To}: {string.Join(", ", g.Select(static t => t.Cause))}\n"),
            "```\n",
        ]);

    private static Gen<CustomerHistory> Lives =>
        from events in (
            from kind in Gen.Choose(0, 11)
            from hours in Gen.Choose(0, 400 * 24)
            from x in Gen.Choose(0, 2)
            select (kind, hours, x)).ListOf()
        select CustomerHistory.From(Customer, events.Select(static (e, i) => Make(e.kind, CustomerEventId.From($"e{i}"), Now - Duration.FromHours(e.hours), e.x)));

    private static CustomerEvent Make(int kind, CustomerEventId id, Instant at, int x) => kind switch
    {
        0 or 1 => new LinkMade(id, Customer, at, (Carrier)(x + 1)),
        2 => new LinkLost(id, Customer, at, (Carrier)(x + 1), LinkLoss.Deleted),
        3 => new OrderPaid(id, Customer, at, OrderId.From($"o{x}"), Money.Yuan(10)),
        4 => new OrderRefunded(id, Customer, at, OrderId.From($"o{x}")),
        5 => new NpsAnswered(id, Customer, at, 8 + x),
        6 => new MessageReceived(id, Customer, at),
        7 => new TouchSent(id, Customer, at, TouchKind.ServiceReply),
        8 => new FeedbackVolunteered(id, Customer, at),
        9 => new ReferralConverted(id, Customer, at),
        10 => new SurveyAnswered(id, Customer, at),
        _ => new ActivityJoined(id, Customer, at),
    };
}
