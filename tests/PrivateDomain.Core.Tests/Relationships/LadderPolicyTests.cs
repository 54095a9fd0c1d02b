using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using static PrivateDomain.Core.Tests.Relationships.Some;

namespace PrivateDomain.Core.Tests.Relationships;

public sealed class LadderPolicyTests
{
    private static readonly StageRequirement Linked = new(new EvidenceTerm(EvidenceKind.Link));
    private static readonly StageRequirement TookPart = new(new EvidenceTerm(EvidenceKind.Participation, withinDays: 90));
    private static readonly StageRequirement Bought = new(new EvidenceTerm(EvidenceKind.Purchase));
    private static readonly StageRequirement BoughtAgain = new(new EvidenceTerm(EvidenceKind.Purchase, min: 2));

    [Fact]
    public void Explain_BuyerNobodyTalkedTo_IsMissingAWordAndOutOfOrder()
    {
        StageExplanation answer = LadderPolicy.Default.Explain(StageEvidence.Create(Now, links: Seen(1), purchases: Seen(3)));

        Assert.Equal(RelationshipStage.Acquaintance, answer.Assessment.Stage);
        Assert.Equal(RelationshipStage.Interaction, answer.Assessment.Next);
        Assert.True(answer.Assessment.IsOutOfOrder);
        Assert.Equal([RelationshipsReasons.TooFewParticipations.With(0, 1)], answer.Missing);
        Assert.Equal(2, answer.OutOfOrder.Length); // bought, and bought again
        Assert.All(answer.OutOfOrder, static r => Assert.Equal(RelationshipsReasons.EvidenceOutOfOrder, r.Definition));
        Assert.Equal("There is days with a purchase: 3, although the stage interaction is not reached.", answer.OutOfOrder[0].ToString());
        Assert.Equal("已有购买天数：3，但尚未达到“互动”阶段。", answer.OutOfOrder[0].ToString(Language.SimplifiedChinese));
    }

    [Fact]
    public void Explain_Silent_NamesTheLastEvidenceAndTheInstantNeeded()
    {
        StageExplanation answer = LadderPolicy.Default.Explain(StageEvidence.Create(Now, links: Seen(1), participations: Seen(4, daysAgo: 90)));

        Assert.Equal([RelationshipsReasons.EvidenceTooOld.With(Days(90), Days(90))], answer.Missing);
        Assert.False(answer.Assessment.IsOutOfOrder);
    }

    [Fact]
    public void Explain_SeveralWays_NamesThemAll()
    {
        StageExplanation answer = LadderPolicy.Default.Explain(
            StageEvidence.Create(Now, links: Seen(1), participations: Seen(1), conversations: Seen(2), purchases: Seen(1)));

        Reason missing = Assert.Single(answer.Missing);
        Assert.Equal("There is volunteered feedback: 0, days of conversation: 2; one of these is needed: volunteered feedback ≥ 1 or days of conversation ≥ 3.", missing.ToString());
        Assert.Equal("现有主动反馈：0，对话天数：2，以下任一项即可：主动反馈 ≥ 1或对话天数 ≥ 3。", missing.ToString(Language.SimplifiedChinese));
    }

    [Fact]
    public void Explain_AtTheTop_IsMissingNothing()
    {
        StageExplanation answer = LadderPolicy.Default.Explain(StageEvidence.Create(
            Now, links: Seen(1), participations: Seen(1), feedback: Seen(1), purchases: Seen(2), promoter: Seen(1)));

        Assert.Equal(RelationshipStage.Alliance, answer.Assessment.Stage);
        Assert.Null(answer.Assessment.Next);
        Assert.Empty(answer.Missing);
        Assert.Empty(answer.OutOfOrder);
    }

    [Fact]
    public void Assess_WithJourney_KnowsSinceWhen()
    {
        StageEvidence evidence = StageEvidence.Create(Now, links: Seen(1));
        StageJourney journey = StageJourney.Empty.Advance(LadderPolicy.Default, StageEvidence.Create(Days(30), links: Seen(1, daysAgo: 31)));

        Assert.Null(LadderPolicy.Default.Assess(evidence).Since);
        Assert.Equal(Days(30), LadderPolicy.Default.Assess(evidence, journey).Since);
        Assert.Equal(Now, LadderPolicy.Default.Assess(StageEvidence.Create(Now), journey).Since); // the journey has yet to be told
        Assert.Null(LadderPolicy.Default.Assess(StageEvidence.Create(Now), StageJourney.Empty).Since);
    }

    [Fact]
    public void Default_IsTheArticles()
    {
        string[] rungs = [.. LadderPolicy.Default.Rungs.Select(static r => $"{r.Stage}: {string.Join("; ", r.Requirements.Select(RequirementText))}")];

        Assert.Equal(
            [
                "Acquaintance: Link 1",
                "Interaction: Participation 1 in 90",
                "Rapport: Purchase 1; Feedback 1 | Conversation 3",
                "Alliance: Purchase 2; EffectiveRecommendation 1 | Promoter 1 | RivalDeclined 1",
            ],
            rungs);

        static string RequirementText(StageRequirement requirement) => string.Join(
            " | ", requirement.AnyOf.Select(static t => $"{t.Kind} {t.Min}{(t.WithinDays is { } days ? $" in {days}" : "")}"));
    }

    [Fact]
    public void Create_RungsOutOfOrder_NamesEach() => Assert.Equal(
        ["rungs[1].stage: relationships.rung_out_of_order interaction", "rungs[2].stage: relationships.rung_out_of_order rapport"],
        Mistakes(
            new(RelationshipStage.Acquaintance, Linked),
            new(RelationshipStage.Rapport, Bought),
            new(RelationshipStage.Interaction, TookPart),
            new(RelationshipStage.Alliance, BoughtAgain)));

    [Fact]
    public void Create_TooFewOrTooManyRungs_SaysHowMany()
    {
        Assert.Equal(["rungs: relationships.number_too_small 4"], Mistakes());
        Assert.Equal(
            ["rungs: relationships.number_too_large 4"],
            Mistakes([.. LadderPolicy.Default.Rungs, new(RelationshipStage.Alliance, new StageRequirement(new EvidenceTerm(EvidenceKind.Purchase, min: 9)))]));
    }

    [Fact]
    public void Create_ManyMistakes_NamesAllTogether() => Assert.Equal(
        [
            "rungs[0].requirements: relationships.number_too_small 1",
            "rungs[1].requirements[0].anyOf[0].kind: relationships.wrong_evidence_kind ",
            "rungs[1].requirements[0].anyOf[1].kind: relationships.wrong_evidence_kind ",
            "rungs[1].requirements[0].anyOf[1].min: relationships.number_too_small 1",
            "rungs[2].requirements[0].anyOf: relationships.number_too_small 1",
            "rungs[2].requirements[1].anyOf[0].min: relationships.number_too_large 1",
            "rungs[2].requirements[1].anyOf[0].withinDays: relationships.number_too_small 1",
            "rungs[3].requirements[0].anyOf[0].withinDays: relationships.number_too_large 36500",
        ],
        Mistakes(
            new(RelationshipStage.Acquaintance),
            new(RelationshipStage.Interaction, new StageRequirement(new EvidenceTerm(EvidenceKind.None), new EvidenceTerm((EvidenceKind)99, min: -3))),
            new(RelationshipStage.Rapport, new StageRequirement(), new StageRequirement(new EvidenceTerm(EvidenceKind.Promoter, min: 2, withinDays: -1))),
            new(RelationshipStage.Alliance, new StageRequirement(new EvidenceTerm(EvidenceKind.Purchase, withinDays: 36_501)))).Order(StringComparer.Ordinal));

    [Fact]
    public void Create_RungThatAddsNothing_IsNoRung() => Assert.Equal(
        ["rungs[3]: relationships.rung_adds_nothing "],
        Mistakes(
            new(RelationshipStage.Acquaintance, Linked),
            new(RelationshipStage.Interaction, TookPart),
            new(RelationshipStage.Rapport, Bought),
            new(RelationshipStage.Alliance, Linked, Bought)));

    [Theory]
    [InlineData(1, 90)] // fewer than the 2 below
    [InlineData(2, 91)] // older than the 90 days below
    [InlineData(2, null)] // of any age
    public void Create_AskingLessThanBelow_IsRefused(int min, int? days)
    {
        StageRequirement weaker = new(new EvidenceTerm(EvidenceKind.Participation, min, days));
        Assert.Equal(
            ["rungs[2].requirements[1]: relationships.asks_less_than_below participations ≥ 2 (within 90 days)"],
            Mistakes(
                new(RelationshipStage.Acquaintance, Linked),
                new(RelationshipStage.Interaction, new StageRequirement(new EvidenceTerm(EvidenceKind.Participation, 2, 90))),
                new(RelationshipStage.Rapport, Bought, weaker),
                new(RelationshipStage.Alliance, BoughtAgain)));
    }

    [Theory]
    [InlineData(2, 89)]
    [InlineData(3, null)]
    public void Create_AskingMoreThanBelow_IsMade(int min, int? days) => Assert.NotNull(LadderPolicy.Create(
        new(RelationshipStage.Acquaintance, Linked),
        new(RelationshipStage.Interaction, new StageRequirement(new EvidenceTerm(EvidenceKind.Participation, 2, 90))),
        new(RelationshipStage.Rapport, new StageRequirement(new EvidenceTerm(EvidenceKind.Participation, min, days))),
        new(RelationshipStage.Alliance, BoughtAgain)));

    [Fact]
    public void Evidence_FromTheFuture_IsRefused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(static () => StageEvidence.Create(Now, feedback: Evidence.Of(1, Now + NodaTime.Duration.Epsilon)));

        Assert.Equal("feedback", error.ParamName);
        Assert.Equal(1, StageEvidence.Create(Now, feedback: Evidence.Of(1, Now)).Feedback.Count);
    }

    [Fact]
    public void Evidence_ImpossibleNumbers_AreRefused()
    {
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(static () => Evidence.Of(-1, Now)).ParamName);
        Assert.Equal("promoter", Assert.Throws<ArgumentOutOfRangeException>(static () => StageEvidence.Create(Now, promoter: Seen(2))).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(static () => StageEvidence.Create(Now)[EvidenceKind.None]);
        Assert.Equal(Evidence.Nothing, Evidence.Of(0, Now));
    }

    [Fact]
    public void SignsOfLife_AddUpAllButLinksAndPromoter()
    {
        StageEvidence evidence = StageEvidence.Create(
            Now, Seen(1), Seen(2, 9), Seen(4, 8), Seen(8, 7), Seen(16, 3), Seen(32, 6), Seen(1), Seen(64, 5));

        Assert.Equal(Seen(126, 3), evidence[EvidenceKind.SignOfLife]);
        Assert.Equal(Evidence.Nothing, StageEvidence.Create(Now, links: Seen(1))[EvidenceKind.SignOfLife]);
    }

    private static string[] Mistakes(params LadderRung[] rungs) =>
    [
        .. Assert.Throws<InvalidPolicyException>(() => LadderPolicy.Create(rungs)).Mistakes
            .Select(static v => $"{v.Place}: {v.Reason.Code} {v.Reason.Required}"),
    ];
}
