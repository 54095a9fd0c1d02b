using System.Collections.Immutable;
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
            new ChoiceLevel(SnakeNames<RelationshipStage>.Of(stage), stage.Name()))]);

    /// <summary>Trust from 0 to 100 (信任度).</summary>
    public static NumberFact Trust { get; } = new("trust", new("trust", "信任度"));

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
}
