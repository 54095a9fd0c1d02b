using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Tests.Conventions;
using static PrivateDomain.Core.Tests.Relationships.Some;

namespace PrivateDomain.Core.Tests.Relationships;

[Text]
public sealed class StageJourneyTests
{
    // Linked 200 days ago, wrote 190 days ago, bought, gave feedback; which is an interaction too; so interaction is lost 80 days ago.
    private static readonly CustomerHistory Friend = History(
        static id => new LinkMade(id, Customer, Days(200), Carrier.WeCom),
        static id => new MessageReceived(id, Customer, Days(190)),
        static id => new OrderPaid(id, Customer, Days(180), OrderId.From("o1"), Money.Yuan(99)),
        static id => new FeedbackVolunteered(id, Customer, Days(170)));

    [Fact]
    public void Replay_TellsEveryMoveAtItsInstant()
    {
        StageJourney journey = Replay(Friend, Now);

        Assert.Equal(
            [
                (RelationshipStage.Acquaintance, MoveCause.EvidenceComplete, Days(200)),
                (RelationshipStage.Interaction, MoveCause.EvidenceComplete, Days(190)),
                (RelationshipStage.Rapport, MoveCause.EvidenceComplete, Days(170)),
                (RelationshipStage.Interaction, MoveCause.Silence, Days(80)),
                (RelationshipStage.Acquaintance, MoveCause.Silence, Days(80)),
            ],
            journey.Moves.Select(static m => (m.To, m.Cause, m.At)));
        Assert.Equal(RelationshipsReasons.EvidenceComplete.With(new Bilingual("rapport", "私交")), journey.Moves[2].Reason);
        Assert.Equal(RelationshipsReasons.EvidenceTooOld.With(Days(170), Days(170)), journey.Moves[3].Reason);
        Assert.Equal(Days(80), journey.Since);
    }

    [Fact]
    public void Replay_LostLink_FallsToTheGround()
    {
        CustomerHistory left = Friend.Add(new LinkLost(CustomerEventId.From("x"), Customer, Days(150), Carrier.WeCom, LinkLoss.Deleted));

        StageMove[] fall = [.. Replay(left, Now).Moves.Skip(3)];

        Assert.Equal([RelationshipStage.Interaction, RelationshipStage.Acquaintance, RelationshipStage.None],
            fall.Select(static m => m.To));
        Assert.All(fall, static m =>
            Assert.Equal((MoveCause.LinkLost, Days(150), RelationshipsReasons.TooFewLinks.With(0, 1)), (m.Cause, m.At, m.Reason)));
    }

    [Fact]
    public void Replay_Refund_TakesThePurchaseBack()
    {
        CustomerHistory refunded = Friend.Add(new OrderRefunded(CustomerEventId.From("x"), Customer, Days(160), OrderId.From("o1")));

        StageMove fall = Replay(refunded, Days(150)).Moves[^1];

        Assert.Equal((RelationshipStage.Interaction, MoveCause.EvidenceTakenBack, Days(160)), (fall.To, fall.Cause, fall.At));
        Assert.Equal(RelationshipsReasons.TooFewPurchases.With(0, 1), fall.Reason);
    }

    [Fact]
    public void Replay_SilenceOfAStage_IsThatStagesOwn()
    {
        LadderOptions options = LadderPolicy.Default.Options;
        LadderPolicy strict =
            LadderPolicy.Create(options with { Rapport = [.. options.Rapport, new([new(EvidenceKind.SignOfLife, WithinDays: 40)])] });

        Assert.Equal(
            [
                (RelationshipStage.Interaction, MoveCause.Silence, Days(130)), // 40 days after the feedback
                (RelationshipStage.Acquaintance, MoveCause.Silence, Days(80)), // 90 days after it: feedback is an interaction
            ],
            Replay(Friend, Now, strict).Moves.Skip(3).Select(static m => (m.To, m.Cause, m.At)));
    }

    [Fact]
    public void Replay_EvidenceIsTooOldAtExactlyItsAge()
    {
        Assert.Equal(RelationshipStage.Rapport, Replay(Friend, Days(80) - Duration.Epsilon).Stage);
        Assert.Equal(RelationshipStage.Acquaintance, Replay(Friend, Days(80)).Stage);
    }

    [Fact]
    public void Replay_AnEventAtTheInstantOfTheSilence_KeepsTheStage()
    {
        CustomerHistory spoke = Friend.Add(new MessageReceived(CustomerEventId.From("x"), Customer, Days(80)));

        Assert.Equal(RelationshipStage.Rapport, Replay(spoke, Now - Duration.FromDays(1)).Stage);
        Assert.DoesNotContain(Replay(spoke, Now - Duration.FromDays(1)).Moves, static m => m.Cause == MoveCause.Silence);
    }

    [Fact]
    public void Replay_AtTheEndOfTime_DoesNotOverflow()
    {
        LadderOptions options = LadderPolicy.Default.Options;
        LadderPolicy patient =
            LadderPolicy.Create(options with { Interaction = [new([new(EvidenceKind.Interaction, WithinDays: 36_500)])] });
        CustomerHistory late = History(
            static id => new LinkMade(id, Customer, CustomerEvent.LatestAt, Carrier.WeCom), static id =>
                new MessageReceived(id, Customer, CustomerEvent.LatestAt));

        Assert.Equal(RelationshipStage.Interaction, Replay(late, CustomerEvent.LatestAt, patient).Stage);
    }

    // One stage at a time, silence and lost links move down, assessing twice gives the same: told by looking at every instant at which
    // anything can change.
    [Fact]
    public void Replay_IsWhatOneSees_WhoLooksAtEveryInstantOfChange() =>
        Prop.ForAll(Lives.ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(), Gen.Elements(Ladders).ToArbitrary(),
            static (life, ago, ladder) =>
            Assert.Equal(Watched(ladder, life, Days(ago)), Replay(life, Days(ago), ladder).Moves)).Holds();

    [Fact]
    public void Replay_TwiceInAnyOrder_IsTheSameJourney_AndLaterOnlyAdds() =>
        Prop.ForAll(Lives.ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(), static (life, ago) =>
        {
            CustomerHistory shuffled = CustomerHistory.From(Customer, life.Events.Reverse().Concat(life.Events));
            StageJourney whole = Replay(life, Now);
            StageJourney part = Replay(life, Days(ago));

            Assert.Equal(whole, Replay(shuffled, Now));
            Assert.Equal(part.Moves, whole.Moves.Take(part.Moves.Length));
            Assert.Equal(LadderPolicy.Default.Assess(RelationshipFacts.From(life.FactsAt(Days(ago), TestShop))).Stage, part.Stage);
        }).Holds();

    [Fact]
    public void Replay_NeverSkipsAStage_AndEachMoveStartsWhereTheLastEnded() =>
        Prop.ForAll(Lives.ToArbitrary(), static life =>
        {
            StageMove[] moves = [.. Replay(life, Now).Moves];

            Assert.All(moves, static m => Assert.Equal(m.Cause == MoveCause.EvidenceComplete ? 1 : -1, m.To - m.From));
            Assert.Equal(moves.Select(static m => m.To).Prepend(RelationshipStage.None).Take(moves.Length),
                moves.Select(static m => m.From));
            Assert.Equal(moves, moves.OrderBy(static m => m.At)); // a stable sort: already in order
            Assert.Equal(StageJourney.From(moves), Replay(life, Now));
        }).Holds();

    [Fact]
    public void Json_RoundTrips() =>
        Prop.ForAll(Lives.ToArbitrary(), static life =>
        {
            StageJourney journey = Replay(life, Now);
            StageJourney read = JsonSerializer.Deserialize<StageJourney>(JsonSerializer.Serialize(journey))!;

            Assert.Equal(journey, read);
            Assert.Equal(journey.GetHashCode(), read.GetHashCode());
            Assert.Equal(
                journey.Moves.Select(static m => m.Reason.ToString(Language.SimplifiedChinese)),
                    read.Moves.Select(static m => m.Reason.ToString(Language.SimplifiedChinese)));
        }).Holds();

    [Fact]
    public void Json_EveryKindOfValueInAReason_RoundTrips()
    {
        var definition = new ReasonDefinition("host.own", "It was {found}; {required} is needed.", "当前 {found}，需要 {required}。");
        ReasonValue[] values =
        [
            default, 3, 0.25m, Ratio.From(0.4m), Ratio.Unknown, Money.Yuan(9.90m), new Bilingual("two", "二"), new LocalDate(2024, 2, 29),
                Days(1.5), Duration.FromHours(36.5),
        ];
        foreach ((ReasonValue found, ReasonValue required) in from a in values from b in values select (a, b))
        {
            StageJourney journey = StageJourney.From(
                new StageMove(RelationshipStage.None, MoveCause.EvidenceComplete, Now + Duration.Epsilon,
                    definition.With(found, required)));
            StageJourney read = JsonSerializer.Deserialize<StageJourney>(JsonSerializer.Serialize(journey))!;
            Assert.Equal(journey, read);
            Assert.Equal(definition.Sentence, read.Moves[0].Reason.Definition.Sentence);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[3]")]
    [InlineData("[{'cause':'evidenceComplete','at':'2024-05-01T00:00:00Z','reason':REASON}]")]
    [InlineData("[{'from':'none','cause':'none','at':'2024-05-01T00:00:00Z','reason':REASON}]")]
    [InlineData("[{'from':'none','cause':'silence','at':'2024-05-01T00:00:00Z','reason':REASON}]")]
    [InlineData("[{'from':'interaction','cause':'silence','at':'2024-05-01T00:00:00Z','reason':REASON}]")]
    [InlineData("[{'from':'none','cause':'evidenceComplete','at':'yesterday','reason':REASON}]")]
    [InlineData("[{'from':'none','cause':'evidenceComplete','at':'2024-05-01T00:00:00Z'}]")]
    [InlineData("[{'from':'none','cause':'evidenceComplete','at':'2024-05-01T00:00:00Z','reason':{'code':'A','en':'x'}}]")]
    [InlineData("[{'from':'none','cause':'evidenceComplete','at':'2024-05-01T00:00:00Z','reason':{'found':{},'more':REASON}}]")]
    [InlineData("[{'from':'none','cause':'evidenceComplete','at':'2024-05-01T00:00:00Z','more':1,'reason':REASON}]")]
    public void Json_OfAnotherForm_IsRefused(string form)
    {
        string Json(string text) =>
            text.Replace("REASON", "{'code':'a.b','en':'x','zh':'x'}", StringComparison.Ordinal).Replace('\'', '"');
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<StageJourney>(Json(form)));
        string right = Json("[{'from':'none','cause':'evidenceComplete','at':'2024-05-01T00:00:00Z','reason':REASON}]");
        Assert.Equal(RelationshipStage.Acquaintance, JsonSerializer.Deserialize<StageJourney>(right)!.Stage);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("3")]
    [InlineData("{'money':'9'}")]
    [InlineData("{'number':'9'}")]
    [InlineData("{'instant':'now'}")]
    [InlineData("{'en':'x'}")]
    [InlineData("{'colour':'red'}")]
    public void Json_ValueOfAnotherForm_IsRefused(string found)
    {
        string json = "[{'from':'none','cause':'evidenceComplete','at':'2024-05-01T00:00:00Z','reason':"
            + "{'code':'a.b','en':'x','zh':'x','found':" + found + "}}]";
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<StageJourney>(json.Replace('\'', '"')));
    }

    [Fact]
    public void FactsFrom_AgreeWithTheCustomersFacts() =>
        Prop.ForAll(Lives.ToArbitrary(), static life =>
        {
            CustomerFacts facts = life.FactsAt(Now, TestShop);
            RelationshipFacts evidence = RelationshipFacts.From(facts);

            Assert.Equal(facts.LinkCount, evidence.Links.Count);
            Assert.Equal(facts.ConversationDayCount(TimeWindow.All), evidence.Conversations.Count);
            Assert.Equal(facts.PurchaseDayCount, evidence.Purchases.Count);
            Assert.Equal(facts.LastOrderAt ?? default, evidence.Purchases.Last);
            Assert.Equal(facts.LastInteractionAt ?? default, evidence.Interactions.Last);
            Assert.Equal(facts.LastNps >= 9 ? 1 : 0, evidence.Promoter.Count);
            Assert.Equal(facts.CountOf(Behaviour.FeedbackVolunteered), evidence.Feedback.Count);
            Assert.Equal(
                life.Events.Count(static e =>
                    e is MessageReceived or SurveyAnswered or ActivityJoined or NpsAnswered or FeedbackVolunteered),
                    evidence.Interactions.Count);
            Assert.Equal(evidence.Feedback,
                Evidence.From(evidence.Feedback.Count, life.Events.LastOrDefault(static e => e is FeedbackVolunteered)?.At ?? default));
        }).Holds();

    [Fact]
    public void Advance_EvidenceOlderThanTheLastMove_IsRefused()
    {
        StageJourney journey = StageJourney.Empty.Advance(LadderPolicy.Default, new RelationshipFacts(Now, links: Seen(1))).Value;

        Assert.Equal("facts", Assert.Throws<ArgumentException>(() => journey.Advance(LadderPolicy.Default, new RelationshipFacts(Days(1))))
            .ParamName);
        Assert.Same(journey, journey.Advance(LadderPolicy.Default, new RelationshipFacts(Now, links: Seen(2))).Value);
    }

    [Fact]
    public void From_MovesThatDoNotJoin_AreRefused()
    {
        StageMove up = new(RelationshipStage.None, MoveCause.EvidenceComplete, Now, default);
        StageMove earlier = new(RelationshipStage.Acquaintance, MoveCause.EvidenceComplete, Now - Duration.Epsilon, default);
        StageMove atOnce = new(RelationshipStage.Acquaintance, MoveCause.EvidenceComplete, Now, default);

        Assert.Throws<ArgumentException>(() => StageJourney.From(up, up));
        Assert.Throws<ArgumentException>(() => StageJourney.From(up, earlier));
        Assert.Throws<ArgumentException>(static () => StageJourney.From(default(StageMove)));
        Assert.Equal(RelationshipStage.Interaction, StageJourney.From(up, atOnce).Stage);
    }

    [Fact]
    public void Move_ToNowhere_IsRefused()
    {
        Assert.Equal("cause",
            Assert.Throws<ArgumentException>(static () =>
            new StageMove(RelationshipStage.Alliance, MoveCause.EvidenceComplete, Now, default)).ParamName);
        Assert.Equal("cause",
            Assert.Throws<ArgumentException>(static () => new StageMove(RelationshipStage.None, MoveCause.Silence, Now, default))
            .ParamName);
        Assert.Equal("cause",
            Assert.Throws<ArgumentOutOfRangeException>(static () => new StageMove(RelationshipStage.None, MoveCause.None, Now, default))
            .ParamName);
        Assert.Equal("cause",
            Assert.Throws<ArgumentOutOfRangeException>(static () => new StageMove(RelationshipStage.Rapport, (MoveCause)5, Now, default))
            .ParamName);
        Assert.Equal("from", Assert.Throws<ArgumentOutOfRangeException>(static () =>
            new StageMove((RelationshipStage)5, MoveCause.Silence, Now, default)).ParamName);
        Assert.Equal("from", Assert.Throws<ArgumentOutOfRangeException>(static () =>
            new StageMove((RelationshipStage)(-1), MoveCause.Silence, Now, default)).ParamName);
        Assert.Equal(RelationshipStage.Alliance, new StageMove(RelationshipStage.Rapport, MoveCause.EvidenceComplete, Now, default).To);
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

    private static LadderPolicy[] Ladders { get; } =
    [
        LadderPolicy.Default,
        LadderPolicy.Create(new LadderOptions
        {
            Acquaintance = [new([new(EvidenceKind.Link, WithinDays: 200)])],
            Interaction = [new([new(EvidenceKind.SignOfLife, 2, 30)])],
            Rapport = [new([new(EvidenceKind.Purchase, 1, 100), new(EvidenceKind.Promoter, 1, 15)])],
            Alliance = [new([new(EvidenceKind.Purchase, 2), new(EvidenceKind.Conversation, 2, 50)])],
        }),
    ];

    private static StageJourney Replay(CustomerHistory history, Instant asOf, LadderPolicy? ladder = null) =>
        StageJourney.Replay(ladder ?? LadderPolicy.Default, history, asOf, TestShop).Value;

    private static StageMove[] Watched(LadderPolicy ladder, CustomerHistory history, Instant asOf)
    {
        LadderOptions options = ladder.Options;
        Duration[] ages =
        [
            Duration.Zero,
            .. new[] { options.Acquaintance, options.Interaction, options.Rapport, options.Alliance }
                .SelectMany(static r => r)
                .SelectMany(static r => r.AnyOf)
                .Where(static t => t.WithinDays is not null)
                .Select(static t => Duration.FromDays(t.WithinDays!.Value)),
        ];
        IEnumerable<Instant> instants =
            history.Events.SelectMany(e => ages.Select(age => e.At + age)).Where(at => at <= asOf).Distinct().Order();
        StageJourney journey = StageJourney.Empty;
        foreach (Instant instant in instants)
        {
            RelationshipFacts facts = RelationshipFacts.From(history.FactsAt(instant, TestShop));
            journey = journey.Advance(ladder, facts).Value;
            Assert.Same(journey, journey.Advance(ladder, facts).Value);
        }

        return [.. journey.Moves];
    }

    private static string Mermaid() => string.Concat(
        [
            "```mermaid\nstateDiagram-v2\n    [*] --> None\n",
            .. Enumerable.Range(0, 4)
                .Select(static from => $"    {(RelationshipStage)from} --> {(RelationshipStage)from + 1}: EvidenceComplete\n"),
            .. Enumerable.Range(1, 4).Reverse()
                .Select(static from => $"    {(RelationshipStage)from} --> {(RelationshipStage)from - 1}: {string.Join(
                ", ", Enum.GetValues<MoveCause>()
                    .Where(cause => cause > MoveCause.EvidenceComplete && new StageMove((RelationshipStage)from, cause, Now, default)
                    .To < (RelationshipStage)from))}\n"),
            "```\n",
        ]);

    internal static Gen<CustomerHistory> Lives =>
        from events in (
            from kind in Gen.Choose(0, 11)
            from hours in Gen.Choose(0, 400 * 24)
            from x in Gen.Choose(0, 2)
            select (kind, hours, x)).ListOf()
        select CustomerHistory.From(Customer,
            events.Select(static (e, i) => Make(e.kind, CustomerEventId.From($"e{i}"), Now - Duration.FromHours(e.hours), e.x)));

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

    [Fact]
    public void AJourney_IsNeverNothing()
    {
        StageJourney journey = StageJourney.From([]);
        Assert.True(journey.Equals(StageJourney.From([])) && journey.Equals((object)StageJourney.From([])));
        Assert.False(journey.Equals(null) || journey.Equals((object)"journey"));
    }
}
