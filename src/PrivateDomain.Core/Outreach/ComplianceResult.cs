using System.Collections.Immutable;

namespace PrivateDomain.Core.Outreach;

/// <summary>One place where a text has a term of the lexicon (命中).</summary>
/// <remarks>
/// <para>Equality is that of all members; there is no ordering.</para>
/// <para>The default value is a hit of no category and of length 0.</para>
/// </remarks>
public readonly record struct ComplianceHit
{
    private readonly string? term;

    internal ComplianceHit(ComplianceCategory category, string term, int start, int length)
    {
        Category = category;
        this.term = term;
        Start = start;
        Length = length;
    }

    /// <summary>Why the term is not allowed.</summary>
    public ComplianceCategory Category { get; }

    /// <summary>The term as the lexicon has it.</summary>
    public string Term => term ?? "";

    /// <summary>Where it begins in the original text, in UTF-16 code units from 0.</summary>
    public int Start { get; }

    /// <summary>How long it is in the original text, with the blanks and characters of no width inside it.</summary>
    public int Length { get; }

    /// <summary>Where it ends: the place behind its last character.</summary>
    public int End => Start + Length;
}

/// <summary>All that a compliance screen found in a text (合规检查结果).</summary>
/// <remarks>
/// <para>Equality is that of the hits in order; there is no ordering.</para>
/// <para>The default value was never screened: <see cref="WasScreened"/> is false and it is not clean.</para>
/// </remarks>
public readonly struct ComplianceResult : IEquatable<ComplianceResult>
{
    private readonly ImmutableArray<ComplianceHit> hits;

    internal ComplianceResult(ImmutableArray<ComplianceHit> hits) => this.hits = hits;

    /// <summary>Whether a text was screened at all.</summary>
    public bool WasScreened => !hits.IsDefault;

    /// <summary>Whether a text was screened and nothing was found.</summary>
    public bool IsClean => WasScreened && hits.IsEmpty;

    /// <summary>All hits, overlapping ones too, by place in the text, the longer first, then in the order of the lexicon.</summary>
    public ImmutableArray<ComplianceHit> Hits => WasScreened ? hits : [];

    /// <summary>How many places break the rules (违规次数): hits that overlap are one strike.</summary>
    public int Strikes => CountStrikes(ComplianceCategory.None);

    /// <summary>How many places break the rules of one category.</summary>
    /// <param name="category">The category.</param>
    public int StrikesOf(ComplianceCategory category) =>
        Enum.IsDefined(category) && category != ComplianceCategory.None
            ? CountStrikes(category)
            : throw new ArgumentOutOfRangeException(nameof(category), category, "A defined category other than None is needed.");

    /// <summary>Whether the text may be sent.</summary>
    /// <param name="strikesMax">The most strikes allowed, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Decision Decide(int strikesMax = 0)
    {
        Guard.Against.Negative(strikesMax);
        return !WasScreened ? default
            : Strikes <= strikesMax ? Decision.Allowed
            : Decision.Denied(EngagementReasons.TextNotCompliant.With(Strikes, strikesMax));
    }

    /// <inheritdoc/>
    public bool Equals(ComplianceResult other) => WasScreened == other.WasScreened && Hits.AsSpan().SequenceEqual(other.Hits.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ComplianceResult other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(WasScreened, Hits.Length);

    /// <summary>Whether both are equal.</summary>
    public static bool operator ==(ComplianceResult left, ComplianceResult right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(ComplianceResult left, ComplianceResult right) => !left.Equals(right);

    private int CountStrikes(ComplianceCategory only)
    {
        int strikes = 0;
        int end = 0;
        foreach (ComplianceHit hit in Hits)
        {
            if (only != ComplianceCategory.None && hit.Category != only)
            {
                continue;
            }

            strikes += hit.Start >= end ? 1 : 0;
            end = Math.Max(end, hit.End);
        }

        return strikes;
    }
}
