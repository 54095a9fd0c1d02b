using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Relationships;

/// <summary>How far a relationship has come (阶段评估).</summary>
/// <remarks>
/// <para>Equality is that of all parts; there is no ordering. The value is immutable, so threads may share it.</para>
/// <para>The default value is undecidable without a reason; no policy gives it.</para>
/// </remarks>
[JsonConverter(typeof(StageAssessmentJsonConverter))]
public readonly record struct StageAssessment
{
    private readonly ImmutableArray<Reason> reasons;

    internal StageAssessment(RelationshipStage? stage, bool? isOutOfOrder, Instant? since, ImmutableArray<Reason> reasons)
    {
        Stage = stage;
        IsOutOfOrder = isOutOfOrder;
        Since = since;
        this.reasons = reasons;
    }

    /// <summary>The highest stage whose evidence, and that of all stages below, is there; null when what was folded away would decide it
    /// (无法判断).</summary>
    /// <remarks>A stage that is null compares as false with every stage, so that a rule that asks for one is not passed.</remarks>
    public RelationshipStage? Stage { get; }

    /// <summary>The stage above; null at the top, and when the stage is undecidable.</summary>
    public RelationshipStage? Next => Stage < RelationshipStage.Alliance ? Stage + 1 : null;

    /// <summary>Whether there is evidence for a later stage while an earlier one is not complete, such as a buyer nobody ever talked to;
    /// null when undecidable.</summary>
    public bool? IsOutOfOrder { get; }

    /// <summary>Since when the customer stands on this stage; null without a journey, for a customer who never moved, and when the stage is
    /// undecidable.</summary>
    public Instant? Since { get; }

    /// <summary>Why the stage is undecidable; empty when it is known. What is missing
    /// for the next stage is in <see cref="LadderPolicy.Explain"/>.</summary>
    public ImmutableArray<Reason> Reasons => reasons.IsDefault ? [] : reasons;

    /// <inheritdoc/>
    public bool Equals(StageAssessment other) =>
        Stage == other.Stage && IsOutOfOrder == other.IsOutOfOrder && Since == other.Since && Contents.Equal(Reasons, other.Reasons);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stage, IsOutOfOrder, Since, Reasons.Length);

    /// <summary>The stage's name, in English.</summary>
    public override string ToString() => Stage is { } stage ? stage.Name().English : "undecidable";
}

/// <summary>An assessment with what is missing and what stands out of order (阶段评估说明).</summary>
/// <remarks>Equality is that of all parts. The object is immutable, so threads may share it.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record StageExplanation
{
    internal StageExplanation(StageAssessment assessment, ImmutableArray<Reason> missing, ImmutableArray<Reason> outOfOrder)
    {
        Assessment = assessment;
        Missing = missing;
        OutOfOrder = outOfOrder;
    }

    /// <summary>The stage.</summary>
    public StageAssessment Assessment { get; }

    /// <summary>Every requirement of the next stage that is not met, or is undecidable, in the order of the options: found and required.
    /// Empty exactly at the top.</summary>
    public ImmutableArray<Reason> Missing { get; }

    /// <summary>Every requirement met above the next stage, in the order of the options; empty when the stage is undecidable.</summary>
    public ImmutableArray<Reason> OutOfOrder { get; }

    /// <inheritdoc/>
    public bool Equals(StageExplanation? other) =>
        other is not null && Assessment == other.Assessment && Contents.Equal(Missing, other.Missing)
            && Contents.Equal(OutOfOrder, other.OutOfOrder);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Assessment, Contents.Hash(Missing), Contents.Hash(OutOfOrder));
}
