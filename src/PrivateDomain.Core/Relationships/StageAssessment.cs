using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Relationships;

/// <summary>How far a relationship has come, and how much is missing for the next stage (阶段评估).</summary>
/// <remarks>
/// <para>Equality is that of all parts; there is no ordering.</para>
/// <para>The default value is the stage <see cref="RelationshipStage.None"/> with nothing seen; no policy gives it.</para>
/// </remarks>
public readonly record struct StageAssessment
{
    internal StageAssessment(RelationshipStage stage, int missingCount, int outOfOrderCount, Instant? since)
    {
        Stage = stage;
        MissingCount = missingCount;
        OutOfOrderCount = outOfOrderCount;
        Since = since;
    }

    /// <summary>The highest stage whose evidence, and that of all stages below, is there.</summary>
    public RelationshipStage Stage { get; }

    /// <summary>The stage above; null at the top.</summary>
    public RelationshipStage? Next => Stage == RelationshipStage.Alliance ? null : Stage + 1;

    /// <summary>How many requirements of the next stage are not met; 0 exactly at the top.</summary>
    public int MissingCount { get; }

    /// <summary>How many requirements of stages above the next one are already met.</summary>
    public int OutOfOrderCount { get; }

    /// <summary>Whether there is evidence for a later stage while an earlier one is not complete, such as a buyer nobody ever talked to.</summary>
    public bool IsOutOfOrder => OutOfOrderCount > 0;

    /// <summary>Since when the customer stands on this stage; null without a journey, and for a customer who never moved.</summary>
    public Instant? Since { get; }

    /// <summary>The stage's name, in English.</summary>
    public override string ToString() => RelationshipWords.NameOf(Stage).English;
}

/// <summary>An assessment with its reasons (阶段评估说明).</summary>
public sealed class StageExplanation
{
    internal StageExplanation(StageAssessment assessment, ImmutableArray<Reason> missing, ImmutableArray<Reason> outOfOrder)
    {
        Assessment = assessment;
        Missing = missing;
        OutOfOrder = outOfOrder;
    }

    /// <summary>The stage.</summary>
    public StageAssessment Assessment { get; }

    /// <summary>Every requirement of the next stage that is not met: found and required, in the order of the policy. Empty exactly at the top.</summary>
    public ImmutableArray<Reason> Missing { get; }

    /// <summary>Every requirement met above the next stage, in the order of the policy.</summary>
    public ImmutableArray<Reason> OutOfOrder { get; }
}
