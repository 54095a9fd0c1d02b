using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Relationships;

/// <summary>How much a customer trusts the shop (信任评估).</summary>
/// <remarks>
/// <para>Equality is that of the score and the reasons; there is no ordering. The value is immutable, so threads may share it.</para>
/// <para>The default value is undecidable without a reason; no policy gives it.</para>
/// </remarks>
[JsonConverter(typeof(TrustAssessmentJsonConverter))]
public readonly record struct TrustAssessment
{
    private readonly ImmutableArray<Reason> reasons;

    internal TrustAssessment(Score? trust, ImmutableArray<Reason> reasons)
    {
        Trust = trust;
        this.reasons = reasons;
    }

    /// <summary>The score, from 0 to 100; null when what was folded away would decide it (无法判断).</summary>
    public Score? Trust { get; }

    /// <summary>Why the score is undecidable; empty when it is known.</summary>
    public ImmutableArray<Reason> Reasons => reasons.IsDefault ? [] : reasons;

    /// <inheritdoc/>
    public bool Equals(TrustAssessment other) => Trust == other.Trust && Contents.Equal(Reasons, other.Reasons);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Trust, Reasons.Length);
}

/// <summary>One term of a trust score, worked out (信任分解).</summary>
/// <remarks>Equality is that of all parts; there is no ordering. The default value is of no term and adds nothing.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct TrustPart
{
    internal TrustPart(TrustTerm term, Evidence evidence, double share, double decay)
    {
        Term = term;
        Evidence = evidence;
        Share = share;
        Decay = decay;
    }

    /// <summary>The term of the policy.</summary>
    public TrustTerm Term { get; }

    /// <summary>The evidence found.</summary>
    public Evidence Evidence { get; }

    /// <summary>How much of the points the amount of evidence earns, from 0 to 1.</summary>
    public double Share { get; }

    /// <summary>How much time has left of it, from 0 to 1.</summary>
    public double Decay { get; }

    /// <summary>What the term adds: points × share × decay.</summary>
    public double Contribution => Term is null ? 0 : Term.Points * Share * Decay;
}
