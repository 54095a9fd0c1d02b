using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Outreach;

/// <summary>Whether a text keeps the rules of interaction (合规状态).</summary>
/// <remarks>The default value is <see cref="Unknown"/>: it was never assessed, and is not to be sent.</remarks>
public enum Compliance
{
    /// <summary>Not assessed (未检查).</summary>
    Unknown = 0,

    /// <summary>Nothing was found (合规).</summary>
    Clean,

    /// <summary>Something was found, but no more than the policy tolerates (可容忍).</summary>
    Tolerated,

    /// <summary>More was found than the policy tolerates (违规).</summary>
    Breached,
}

/// <summary>One place where a text has a forbidden term (命中).</summary>
/// <remarks>
/// <para>Immutable, so safe on several threads. Equality is that of all members; there is no ordering.</para>
/// <para>The default value is a hit of no category and of length 0.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct ComplianceHit
{
    private readonly string? term;

    internal ComplianceHit(ComplianceTerm term, int start, int length)
    {
        Category = term.Category;
        this.term = term.Text;
        Start = start;
        Length = length;
    }

    /// <summary>Why the term is not allowed.</summary>
    public ComplianceCategory Category { get; }

    /// <summary>The term as the policy has it.</summary>
    public string Term => term ?? "";

    /// <summary>Where it begins in the original text, in UTF-16 code units from 0.</summary>
    public int Start { get; }

    /// <summary>How long it is in the original text, with the blanks, separators and characters of no width inside it.</summary>
    public int Length { get; }

    internal int End => Start + Length;
}

/// <summary>All that was found in a text (合规评估).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members, hits in order; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ComplianceAssessment
{
    internal ComplianceAssessment(ImmutableArray<ComplianceHit> hits, int strikesMax)
    {
        Hits = hits;
        Strikes = StrikesOf(hits);
        Compliance = hits.IsEmpty ? Compliance.Clean : Strikes <= strikesMax ? Compliance.Tolerated : Compliance.Breached;
        Reasons = Compliance == Compliance.Breached ? [OutreachReasons.TextNotCompliant.With(Strikes, strikesMax)] : [];
    }

    /// <summary>Whether the text keeps the rules.</summary>
    public Compliance Compliance { get; }

    /// <summary>Why it may not be sent; empty unless it is <see cref="Compliance.Breached"/>.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    /// <summary>All hits, overlapping ones too, by place in the text, the longer first, then in the order of the terms.</summary>
    public ImmutableArray<ComplianceHit> Hits { get; }

    /// <summary>How many places break the rules (违规次数): hits that overlap are one strike.</summary>
    public int Strikes { get; }

    /// <inheritdoc/>
    public bool Equals(ComplianceAssessment? other) =>
        other is not null && Compliance == other.Compliance && Contents.Equal(Hits, other.Hits) && Contents.Equal(Reasons, other.Reasons);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Compliance, Contents.Hash(Hits));

    private static int StrikesOf(ImmutableArray<ComplianceHit> hits)
    {
        int strikes = 0;
        int end = 0;
        foreach (ComplianceHit hit in hits)
        {
            strikes += hit.Start >= end ? 1 : 0;
            end = Math.Max(end, hit.End);
        }

        return strikes;
    }
}
