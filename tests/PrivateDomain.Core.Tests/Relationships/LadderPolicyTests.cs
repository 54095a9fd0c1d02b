using NodaTime;
using PrivateDomain.Core.Relationships;
using static PrivateDomain.Core.Tests.Relationships.Some;

namespace PrivateDomain.Core.Tests.Relationships;

[Text]
public sealed class LadderPolicyTests
{
    private static readonly StageRequirement Linked = new([new(EvidenceKind.Link)]);
    private static readonly StageRequirement Interacted = new([new(EvidenceKind.Interaction, WithinDays: 90)]);
    private static readonly StageRequirement Bought = new([new(EvidenceKind.Purchase)]);
    private static readonly StageRequirement BoughtAgain = new([new(EvidenceKind.Purchase, Min: 2)]);

    private static readonly LadderOptions Plain =
        new() { Acquaintance = [Linked], Interaction = [Interacted], Rapport = [Bought], Alliance = [BoughtAgain] };

    [Fact]
    public void Explain_BuyerNobodyTalkedTo_IsMissingAWordAndOutOfOrder()
    {
        StageExplanation answer = LadderPolicy.Default.Explain(new RelationshipFacts(Now, links: Seen(1), purchases: Seen(3)));

        Assert.Equal(RelationshipStage.Acquaintance, answer.Assessment.Stage);
        Assert.Equal(RelationshipStage.Interaction, answer.Assessment.Next);
        Assert.True(answer.Assessment.IsOutOfOrder);
        Assert.Equal([RelationshipsReasons.TooFewInteractions.With(0, 1)], answer.Missing);
        Assert.Equal("The customer has interacted 0 times; at least 1 is needed.", answer.Missing[0].ToString());
        Assert.Equal(2, answer.OutOfOrder.Length); // bought, and bought again
        Assert.All(answer.OutOfOrder, static r => Assert.Equal(RelationshipsReasons.EvidenceOutOfOrder, r.Definition));
        Assert.Equal("Out of order: purchase days: 3, but the stage \"interaction\" is not reached.", answer.OutOfOrder[0].ToString());
        Assert.Equal("次序错位：已有购买日：3，但尚未达到“互动”阶段。", answer.OutOfOrder[0].ToString(Language.SimplifiedChinese));
    }

    [Fact]
    public void Explain_Silent_NamesTheLastEvidenceAndTheInstantNeeded()
    {
        StageExplanation answer =
            LadderPolicy.Default.Explain(new RelationshipFacts(Now, links: Seen(1), interactions: Seen(4, daysAgo: 90)));

        Assert.Equal([RelationshipsReasons.EvidenceTooOld.With(Days(90), Days(90))], answer.Missing);
        Assert.False(answer.Assessment.IsOutOfOrder);
    }

    [Fact]
    public void Explain_SeveralWays_NamesThemAll()
    {
        StageExplanation answer = LadderPolicy.Default.Explain(
            new RelationshipFacts(Now, links: Seen(1), interactions: Seen(1), conversations: Seen(2), purchases: Seen(1)));

        Reason missing = Assert.Single(answer.Missing);
        Assert.Equal(
            "So far volunteered feedback: 0, conversation days: 2; one of these is needed: "
            + "volunteered feedback ≥ 1 or conversation days ≥ 3.",
            missing.ToString());
        Assert.Equal("目前主动反馈：0、对话日：2；以下任一项即可：主动反馈 ≥ 1，或对话日 ≥ 3。",
            missing.ToString(Language.SimplifiedChinese));
    }

    [Fact]
    public void Explain_AtTheTop_IsMissingNothing()
    {
        StageExplanation answer = LadderPolicy.Default.Explain(new RelationshipFacts(
            Now, links: Seen(1), interactions: Seen(1), feedback: Seen(1), purchases: Seen(2), promoter: Seen(1)));

        Assert.Equal(RelationshipStage.Alliance, answer.Assessment.Stage);
        Assert.Null(answer.Assessment.Next);
        Assert.Empty(answer.Missing);
        Assert.Empty(answer.OutOfOrder);
    }

    [Fact]
    public void Explain_AtTheEarliestInstant_DoesNotOverflow()
    {
        StageExplanation answer = LadderPolicy.Default.Explain(new RelationshipFacts(
            Instant.MinValue, links: Evidence.From(1, Instant.MinValue), interactions: Evidence.From(1, Instant.MinValue)));

        Assert.Equal(RelationshipStage.Interaction, answer.Assessment.Stage);
        LadderPolicy patient = LadderPolicy.Create(Plain with { Interaction = [new([new(EvidenceKind.Interaction, 2, 36_500)])] });
        Assert.Equal(
            RelationshipStage.Acquaintance,
            patient.Explain(new RelationshipFacts(Instant.MaxValue, Evidence.From(1, Instant.MaxValue),
                Evidence.From(2, Instant.MinValue))).Assessment.Stage);
    }

    [Fact]
    public void Assess_WithJourney_KnowsSinceWhen()
    {
        RelationshipFacts facts = new(Now, links: Seen(1));
        StageJourney journey =
            StageJourney.Empty.Advance(LadderPolicy.Default, new RelationshipFacts(Days(30), links: Seen(1, daysAgo: 31))).Value;

        Assert.Null(LadderPolicy.Default.Assess(facts).Since);
        Assert.Equal(Days(30), LadderPolicy.Default.Assess(facts, journey).Since);
        Assert.Equal(Now, LadderPolicy.Default.Assess(new RelationshipFacts(Now), journey).Since); // the journey has yet to be told
        Assert.Null(LadderPolicy.Default.Assess(new RelationshipFacts(Now), StageJourney.Empty).Since);
    }

    // A purchase needs 3 days of conversation beside it (or feedback) for rapport.
    [Theory]
    [InlineData(2, false, null)] // there may have been a third
    [InlineData(3, false, RelationshipStage.Rapport)] // enough, whatever else there was
    [InlineData(2, true, RelationshipStage.Interaction)]
    public void Assess_IncompleteEvidence_IsUndecidableUnlessThereIsEnough(int days, bool isComplete, RelationshipStage? stage)
    {
        RelationshipFacts facts = new(
            Now, Seen(1), Seen(1), conversations: Evidence.From(days, Days(2), isComplete), purchases: Seen(1));
        StageAssessment assessment = LadderPolicy.Default.Assess(facts);

        Assert.Equal(stage, assessment.Stage);
        Assert.Equal(
            stage is null ? [RelationshipsReasons.EvidenceFolded.With(EvidenceKind.Conversation.Name())] : [], assessment.Reasons);
        Assert.False(assessment.Stage >= RelationshipStage.Interaction == (
            stage is null)); // who asks for a stage is not passed by an unknown one
        if (stage is null)
        {
            Assert.Equal((null, null, null), (assessment.Next, assessment.IsOutOfOrder, assessment.Since));
            Assert.Equal(assessment.Reasons, LadderPolicy.Default.Explain(facts).Missing);
            Assert.Equal("Older events were folded away, so this is unknown: conversation days.", assessment.Reasons[0].ToString());
            Assert.False(StageJourney.Empty.Advance(LadderPolicy.Default, facts).HasValue);
        }
    }

    [Fact]
    public void Assess_WhatIsKnownToBeMissing_DecidesBeforeWhatIsUndecidable()
    {
        // No purchase at all: interaction, whatever was folded of conversations.
        RelationshipFacts facts = new(Now, Seen(1), Seen(1), conversations: Evidence.From(0, default, isComplete: false));
        Assert.Equal(RelationshipStage.Interaction, LadderPolicy.Default.Assess(facts).Stage);
        Assert.Equal(2, LadderPolicy.Default.Explain(facts).Missing.Length);

        // Whether anything stands above the next stage is not known.
        LadderPolicy talkLast = LadderPolicy.Create(Plain with { Alliance = [new([new(EvidenceKind.Conversation)])] });
        Assert.Null(talkLast.Assess(
            new RelationshipFacts(Now, Seen(1), Seen(1), conversations: Evidence.From(0, default, isComplete: false))).IsOutOfOrder);
        Assert.True(talkLast.Assess(new RelationshipFacts(Now, Seen(1), Seen(1), conversations: Evidence.From(1, Now, isComplete: false)))
            .IsOutOfOrder);
    }

    [Fact]
    public void Assess_OldEvidenceOfFoldedDays_IsDecidedByItsLastDay()
    {
        LadderPolicy fresh = LadderPolicy.Create(Plain with { Interaction = [new([new(EvidenceKind.Conversation, 3, 30)])] });

        Assert.Null(fresh.Assess(new RelationshipFacts(Now, Seen(1), conversations: Evidence.AtLeast(2, Days(29.9)))).Stage);
        Assert.Equal(RelationshipStage.Acquaintance,
            fresh.Assess(new RelationshipFacts(Now, Seen(1), conversations: Evidence.AtLeast(2, Days(30)))).Stage);
        Assert.Null(fresh.Assess(new RelationshipFacts(Now, Seen(1), conversations: Evidence.From(2, Days(30), isComplete: false))).Stage);
        Assert.Null(fresh.Assess(new RelationshipFacts(Now, Seen(1), conversations: Evidence.AtLeast(0, default))).Stage);
    }

    [Fact]
    public void Default_IsTheArticles()
    {
        LadderOptions options = LadderPolicy.Default.Options;

        Assert.Equal("Link 1", Text(options.Acquaintance));
        Assert.Equal("Interaction 1 in 90", Text(options.Interaction));
        Assert.Equal("Purchase 1; Feedback 1 | Conversation 3", Text(options.Rapport));
        Assert.Equal("Purchase 2; EffectiveRecommendation 1 | Promoter 1 | RivalDeclined 1", Text(options.Alliance));
        Assert.Equal(LadderPolicy.Default, LadderPolicy.Create(new LadderOptions()));
        Assert.Equal(LadderPolicy.Default.GetHashCode(), LadderPolicy.Create(new LadderOptions()).GetHashCode());
        Assert.NotEqual(LadderPolicy.Default, LadderPolicy.Create(Plain));

        static string Text(IEnumerable<StageRequirement> requirements) => string.Join("; ", requirements.Select(static r => string.Join(
            " | ", r.AnyOf.Select(static t => $"{t.Kind} {t.Min}{(t.WithinDays is { } days ? $" in {days}" : "")}"))));
    }

    [Fact]
    public void Create_ManyMistakes_NamesAllTogether()
    {
        Assert.Equal(
            [
                "acquaintance: policy.wrong_count",
                "interaction[0].anyOf[0].kind: policy.unknown_choice",
                "interaction[0].anyOf[1].kind: policy.unknown_choice",
                "interaction[0].anyOf[1].min: policy.out_of_range",
                "rapport[0].anyOf: policy.wrong_count",
                "rapport[1].anyOf[0].withinDays: policy.out_of_range",
                "rapport[1].anyOf[0].min: policy.out_of_range",
                "rapport[2]: policy.missing",
                "rapport[3].anyOf[0]: policy.missing",
                "alliance[0].anyOf[0].withinDays: policy.out_of_range",
            ],
            Mistakes(new LadderOptions
            {
                Acquaintance = [],
                Interaction = [new([new(EvidenceKind.None), new((EvidenceKind)99, Min: -3)])],
                Rapport = [new([]), new([new(EvidenceKind.Promoter, Min: 2, WithinDays: -1)]), null!, new([null!])],
                Alliance = [new([new(EvidenceKind.Purchase, WithinDays: 36_501)])],
            }));
        Assert.Equal(["rapport: policy.missing"], Mistakes(Plain with { Rapport = default }));
        Assert.Throws<ArgumentNullException>(static () => LadderPolicy.Create(null!));
    }

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(1, 0, false)]
    [InlineData(1, 1, true)]
    [InlineData(1, 36_500, true)]
    [InlineData(1, 36_501, false)]
    public void Create_FiguresAtTheirEdges(int min, int days, bool isRight) => Assert.Equal(
        isRight, LadderPolicy.TryCreate(Plain with { Interaction = [new([new(EvidenceKind.Interaction, min, days)])] }, out _, out _));

    [Fact]
    public void Create_StageThatAddsNothing_IsNoStage()
    {
        Assert.Equal(["alliance: relationships.stage_adds_nothing"], Mistakes(Plain with { Alliance = [Linked, Bought] }));
        Assert.True(LadderPolicy.TryCreate(Plain with { Alliance = [Linked, BoughtAgain] }, out _, out _));
    }

    [Theory]
    [InlineData(1, 90)] // fewer than the 2 below
    [InlineData(2, 91)] // older than the 90 days below
    [InlineData(2, null)] // of any age
    public void Create_AskingLessThanBelow_IsRefused(int min, int? days)
    {
        InvalidPolicyException error = Assert.Throws<InvalidPolicyException>(() => LadderPolicy.Create(Plain with
        {
            Interaction = [new([new(EvidenceKind.Interaction, 2, 90)])],
            Rapport = [Bought, new([new(EvidenceKind.Interaction, min, days)])],
        }));

        Mistake mistake = Assert.Single(error.Mistakes);
        Assert.Equal(("rapport[1]", "relationships.asks_less_than_below"), (mistake.Place, mistake.Reason.Code));
        Assert.Equal("interactions ≥ 2 (within 90 days)", mistake.Reason.Required.ToString());
    }

    [Theory]
    [InlineData(2, 89)]
    [InlineData(3, null)]
    [InlineData(3, 1)]
    public void Create_AskingMoreThanBelow_IsMade(int min, int? days) => Assert.True(LadderPolicy.TryCreate(
        Plain with
        {
            Interaction = [new([new(EvidenceKind.Interaction, 2, 90)])],
            Rapport = [new([new(EvidenceKind.Interaction, min, days)])],
        },
        out _,
        out _));

    [Fact]
    public void Facts_FromTheFuture_AreRefused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(static () =>
            new RelationshipFacts(Now, feedback: Evidence.From(1, Now + Duration.Epsilon)));

        Assert.Equal("feedback", error.ParamName);
        Assert.Equal(1, new RelationshipFacts(Now, feedback: Evidence.From(1, Now)).Feedback.Count);
    }

    [Fact]
    public void Evidence_ImpossibleNumbers_AreRefused()
    {
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(static () => Evidence.From(-1, Now)).ParamName);
        Assert.Equal("promoter", Assert.Throws<ArgumentOutOfRangeException>(static () => new RelationshipFacts(Now, promoter: Seen(2)))
            .ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(static () => new RelationshipFacts(Now)[EvidenceKind.None]);
        Assert.Throws<ArgumentOutOfRangeException>(static () => new RelationshipFacts(Now)[(EvidenceKind)99]);
        Assert.Equal(Evidence.Nothing, Evidence.From(0, Now));
    }

    [Fact]
    public void SignsOfLife_AreInteractionsAndPurchases()
    {
        RelationshipFacts facts = new(Now, Seen(1), Seen(2, 9), Seen(4, 8), Seen(8, 7), Seen(16, 3), Seen(32, 2), Seen(1), Seen(64, 1));

        Assert.Equal(Seen(18, 3), facts[EvidenceKind.SignOfLife]);
        Assert.Equal(Evidence.Nothing, new RelationshipFacts(Now, links: Seen(1))[EvidenceKind.SignOfLife]);
        Assert.Equal(int.MaxValue,
            new RelationshipFacts(Now, interactions: Seen(int.MaxValue), purchases: Seen(1))[EvidenceKind.SignOfLife].Count);
    }

    [Fact]
    public void LooksBack_IsWithoutEnd_OnlyWhereDaysOfConversationCount()
    {
        Assert.Null(LadderPolicy.Default.LookBack);
        Assert.Equal(Duration.Zero, LadderPolicy.Create(Plain).LookBack);
    }

    private static string[] Mistakes(LadderOptions options) =>
        [.. Assert.Throws<InvalidPolicyException>(() => LadderPolicy.Create(options))
            .Mistakes.Select(static m => $"{m.Place}: {m.Reason.Code}")];

    [Fact]
    public void Options_AreEqual_WhenEachStageAsksForTheSame()
    {
        LadderOptions same = new() { Acquaintance = [Linked], Interaction = [Interacted], Rapport = [Bought], Alliance = [BoughtAgain] };
        LadderOptions[] others =
        [
            Plain with { Acquaintance = [Bought] }, Plain with { Interaction = [Bought] }, Plain with { Rapport = [BoughtAgain] },
            Plain with { Alliance = [Bought] },
        ];
        Assert.Equal(Plain, same);
        Assert.Equal(Plain.GetHashCode(), same.GetHashCode());
        Assert.All(others, static other => Assert.NotEqual(Plain, other));
        Assert.False(Plain.Equals(null));
        Assert.Equal(Linked, new StageRequirement([new(EvidenceKind.Link)]));
        Assert.NotEqual(Linked, Bought);
        Assert.False(Linked.Equals(null));
    }

    [Fact]
    public void Explanations_AreEqual_WhenStageAndBothListsAre()
    {
        StageExplanation one = Explain(3);
        Assert.Equal(one, Explain(3));
        Assert.Equal(one.GetHashCode(), Explain(3).GetHashCode());
        Assert.NotEqual(one, Explain(4)); // the same stage; more stands out of order
        Assert.NotEqual(one, Explain(0));
        Assert.False(one.Equals(null));

        static StageExplanation Explain(int purchases) =>
            LadderPolicy.Default.Explain(new RelationshipFacts(Now, links: Seen(1), purchases: Seen(purchases)));
    }
}
