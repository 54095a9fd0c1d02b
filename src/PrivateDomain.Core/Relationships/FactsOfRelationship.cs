using System.Collections.Immutable;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Relationships;

/// <summary>What the relationship adds to the facts that rules may ask for (关系事实):
/// <see cref="FactSchema.With"/> takes <see cref="All"/>.</summary>
/// <remarks>They depend on policies, so their values are given: by <see cref="With(FactValues,
/// StageAssessment)"/> and <see cref="With(FactValues, TrustAssessment)"/>.</remarks>
public static class FactsOfRelationship
{
    /// <summary>The stage of the relationship (关系阶段): none, acquaintance, interaction, rapport, alliance.</summary>
    public static ChoiceFact Stage { get; } = new(
        "stage", new("stage", "关系阶段"),
        [.. Enum.GetValues<RelationshipStage>().Select(static stage =>
            new ChoiceLevel(SnakeNames<RelationshipStage>.Of(stage), stage.Name()))],
        isAssessed: true);

    /// <summary>Trust from 0 to 100 (信任度).</summary>
    public static NumberFact Trust { get; } = new(
        "trust", new("trust", "信任度"), isAssessed: true, least: 0, most: 100);

    /// <summary>All of them.</summary>
    public static ImmutableArray<Fact> All { get; } = [Stage, Trust];

    /// <summary>The values with the stage of an assessment; where it is undecidable, rules that depend on it are too.</summary>
    /// <param name="values">The values.</param>
    /// <param name="assessment">The assessment.</param>
    /// <exception cref="ArgumentNullException">The values are null.</exception>
    public static FactValues With(this FactValues values, StageAssessment assessment) =>
        assessment.Stage is { } stage
            ? Guard.Against.Null(values).With(Stage, SnakeNames<RelationshipStage>.Of(stage))
            : Guard.Against.Null(values).WithFolded(Stage);

    /// <summary>The values with the trust of an assessment; where it is undecidable, rules that depend on it are too.</summary>
    /// <param name="values">The values.</param>
    /// <param name="assessment">The assessment.</param>
    /// <exception cref="ArgumentNullException">The values are null.</exception>
    public static FactValues With(this FactValues values, TrustAssessment assessment) =>
        assessment.Trust is { } trust
            ? Guard.Against.Null(values).With(Trust, trust.Value)
            : Guard.Against.Null(values).WithFolded(Trust);

    /// <summary>What a ladder makes true of every customer (阶梯规律): who stands on a stage has its evidence, as far as other facts tell
    /// it. For the analysis of rules.</summary>
    /// <param name="ladder">The ladder.</param>
    /// <exception cref="ArgumentNullException">The ladder is null.</exception>
    public static ImmutableArray<SegmentRule> LawsOf(LadderPolicy ladder)
    {
        Guard.Against.Null(ladder);
        var laws = ImmutableArray.CreateBuilder<SegmentRule>();
        foreach (RelationshipStage stage in Enum.GetValues<RelationshipStage>().Where(static stage => stage > RelationshipStage.None))
        {
            SegmentRule below = SegmentRule.Not(Stage.AtLeast(SnakeNames<RelationshipStage>.Of(stage)));
            foreach (StageRequirement requirement in ladder.Options[stage])
            {
                laws.Add(SegmentRule.AnyOf([below, .. requirement.AnyOf.Select(LawOf)]));
            }
        }

        return laws.DrainToImmutable();
    }

    // A day of a term is 24 hours, which lie within one more of the shop's days, or two where clocks move.
    private static SegmentRule LawOf(EvidenceTerm term) => term.Kind switch
    {
        EvidenceKind.Link => AtLeast(Facts.Links, term.Min) & SegmentRule.Not(Facts.Linked.IsNo()),
        EvidenceKind.Interaction => term.WithinDays is { } days
            ? AtLeast(Facts.Interactions, term.Min) & (Facts.LastInteraction.WithinDays(days + 2) | Facts.LastInteraction.IsUnknown())
            : AtLeast(Facts.Interactions, term.Min),
        EvidenceKind.Purchase => AtLeast(Facts.PurchaseDays, term.Min) & AtLeast(Facts.Orders, term.Min),
        EvidenceKind.Feedback => AtLeast(Facts.Count(Behaviour.FeedbackVolunteered), term.Min),
        EvidenceKind.EffectiveRecommendation => AtLeast(Facts.Count(Behaviour.ReferralConverted), term.Min),
        EvidenceKind.RivalDeclined => AtLeast(Facts.Count(Behaviour.RivalDeclined), term.Min),
        EvidenceKind.Promoter => AtLeast(Facts.Nps, 9),
        _ => AtLeast(Facts.Count(Behaviour.MessageReceived), term.Min)
            & AtLeast(Facts.Count(Behaviour.TouchSent), term.Min), // a conversation
    };

    private static SegmentRule AtLeast(NumberFact fact, double least) => fact.AtLeast(least) | fact.IsUnknown();
}
