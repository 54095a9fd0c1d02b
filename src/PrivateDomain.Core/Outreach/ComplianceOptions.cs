using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Outreach;

/// <summary>What a text must not have, and how often it may be broken (合规标准).</summary>
/// <remarks>
/// <para>The default terms are a small list to start from: no legal advice. A host adds its own.</para>
/// <para>Immutable, so safe on several threads; checked by <see cref="CompliancePolicy"/>. Equality is that of all members, terms in
/// order; there is no ordering.</para>
/// </remarks>
[JsonConverter(typeof(OptionsJsonConverter<ComplianceOptions>))]
public sealed record ComplianceOptions : IPolicyOptions<ComplianceOptions>
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

    static Description<ComplianceOptions> IPolicyOptions<ComplianceOptions>.Description { get; } = new(
        new("compliance policy", "合规标准"), static () => new(),
        For<ComplianceOptions>.List(
            static o => o.Terms, static (o, v) => o with { Terms = v }, new("expressions", "违规词"),
            Source.From("the article on the steps of the private domain, and China's Advertising Law", "《私域步骤》一文与《广告法》"),
            key: static term => term.Key),
        For<ComplianceOptions>.Whole(
            static o => o.TextStrikesMax, static (o, v) => o with { TextStrikesMax = v }, new("most strikes in one text", "单篇违规上限"),
            0, int.MaxValue, Unit.Times, Source.Own),
        For<ComplianceOptions>.Whole(
            static o => o.AccountStrikesMax, static (o, v) => o with { AccountStrikesMax = v },
            new("most strikes of an account", "账号违规上限"),
            0, int.MaxValue, Unit.Times, Source.Own));

    /// <inheritdoc/>
    public bool Equals(ComplianceOptions? other) =>
        other is not null && Contents.Equal(Terms, other.Terms)
        && TextStrikesMax == other.TextStrikesMax && AccountStrikesMax == other.AccountStrikesMax;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Contents.Hash(Terms), TextStrikesMax, AccountStrikesMax);
}
