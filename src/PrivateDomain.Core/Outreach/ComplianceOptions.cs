using System.Collections.Immutable;

namespace PrivateDomain.Core.Outreach;

/// <summary>What a text must not have, and how often it may be broken (合规标准).</summary>
/// <remarks>
/// <para>The default terms are a small list to start from: no legal advice. A host adds its own.</para>
/// <para>Immutable, so safe on several threads; checked by <see cref="CompliancePolicy"/>. Equality is that of all members, terms in
/// order; there is no ordering.</para>
/// </remarks>
public sealed record ComplianceOptions
{
    /// <summary>The expressions. By default those of the four ways in which an account is shut down (from the article on the steps of the
    /// private
    /// domain), the absolutes of article 9 of China's Advertising Law, promised cures and earnings (its articles 16, 17 and 25), and the
    /// induced sharing that WeChat's rules for outside links name. One text may stand in several categories, in each once.</summary>
    public ImmutableArray<ComplianceTerm> Terms { get; init; } = ComplianceTerms.Default;

    /// <summary>The most strikes in one text, 0 or more; 0, the library's own figure.</summary>
    public int TextStrikesMax { get; init; }

    /// <summary>The most strikes in all texts of one account that are looked at together, 0 or more; 2, the library's own figure.</summary>
    public int AccountStrikesMax { get; init; } = 2;

    internal static Description<ComplianceOptions> Description { get; } = new(
        new("compliance policy", "合规标准"),
        For<ComplianceOptions>.List(static o => o.Terms, ComplianceTerm.Description, Source.Own,
            key: static term => term.Key),
        For<ComplianceOptions>.Whole(static o => o.TextStrikesMax, 0, int.MaxValue, Unit.Times, Source.Own),
        For<ComplianceOptions>.Whole(static o => o.AccountStrikesMax, 0, int.MaxValue, Unit.Times, Source.Own));

    /// <inheritdoc/>
    public bool Equals(ComplianceOptions? other) =>
        other is not null && Contents.Equal(Terms, other.Terms)
        && TextStrikesMax == other.TextStrikesMax && AccountStrikesMax == other.AccountStrikesMax;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Contents.Hash(Terms), TextStrikesMax, AccountStrikesMax);
}
