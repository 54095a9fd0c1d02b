using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Relationships;

/// <summary>So many pieces of evidence of one kind, the last of them not too old (证据条件).</summary>
/// <remarks>
/// <para>Plain data: <see cref="LadderPolicy.Create"/> checks it. A day is 24 hours here, and evidence n days old is too old for "within n days".</para>
/// <para>Equality is that of all parts; there is no ordering. The default value is of no kind and is refused.</para>
/// </remarks>
public readonly record struct EvidenceTerm
{
    /// <summary>Makes a term.</summary>
    /// <param name="kind">The kind of evidence.</param>
    /// <param name="min">How many pieces at least: 1 or more.</param>
    /// <param name="withinDays">How many days old the last piece may be, 1 or more; null: any age.</param>
    public EvidenceTerm(EvidenceKind kind, int min = 1, int? withinDays = null)
    {
        Kind = kind;
        Min = min;
        WithinDays = withinDays;
    }

    /// <summary>The kind of evidence.</summary>
    public EvidenceKind Kind { get; }

    /// <summary>How many pieces at least.</summary>
    public int Min { get; }

    /// <summary>How many days old the last piece may be; null: any age. Silence for longer takes the rung away.</summary>
    public int? WithinDays { get; }

    internal bool IsMetBy(in StageEvidence all)
    {
        Evidence evidence = all[Kind];
        return evidence.Count >= Min && IsFresh(evidence, all.At);
    }

    internal bool IsFresh(Evidence evidence, Instant at) => WithinDays is not { } days || at < evidence.Last + Duration.FromDays(days);

    /// <summary>Whether whoever meets this term meets the other one too.</summary>
    internal bool Implies(EvidenceTerm other) =>
        Kind == other.Kind && Min >= other.Min && (other.WithinDays is null || WithinDays <= other.WithinDays);
}

/// <summary>One thing a rung asks for: a term, or any one of several (阶段要求).</summary>
/// <remarks>Plain data: <see cref="LadderPolicy.Create"/> checks it.</remarks>
public sealed class StageRequirement
{
    /// <summary>Makes a requirement.</summary>
    /// <param name="anyOf">The terms of which one is enough.</param>
    public StageRequirement(params ReadOnlySpan<EvidenceTerm> anyOf) => AnyOf = [.. anyOf];

    /// <summary>The terms of which one is enough.</summary>
    public ImmutableArray<EvidenceTerm> AnyOf { get; }

    internal bool IsMetBy(in StageEvidence evidence)
    {
        foreach (EvidenceTerm term in AnyOf)
        {
            if (term.IsMetBy(evidence))
            {
                return true;
            }
        }

        return false;
    }

    internal bool Implies(StageRequirement other) => AnyOf.All(term => other.AnyOf.Any(term.Implies));
}

/// <summary>What one stage asks for beyond the one below: all of its requirements (阶梯的一级).</summary>
/// <remarks>Plain data: <see cref="LadderPolicy.Create"/> checks it.</remarks>
public sealed class LadderRung
{
    /// <summary>Makes a rung.</summary>
    /// <param name="stage">The stage it leads to.</param>
    /// <param name="requirements">All that it asks for.</param>
    /// <exception cref="ArgumentNullException">A requirement is null.</exception>
    public LadderRung(RelationshipStage stage, params ReadOnlySpan<StageRequirement> requirements)
    {
        foreach (StageRequirement requirement in requirements)
        {
            Guard.Against.Null(requirement, nameof(requirements));
        }

        Stage = stage;
        Requirements = [.. requirements];
    }

    /// <summary>The stage it leads to.</summary>
    public RelationshipStage Stage { get; }

    /// <summary>All that it asks for.</summary>
    public ImmutableArray<StageRequirement> Requirements { get; }
}
