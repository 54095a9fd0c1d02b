using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Outreach;

/// <summary>The ways of writing that get everything shut down (违规类别).</summary>
/// <remarks>The default value is <see cref="None"/>; it is refused wherever a category is needed.</remarks>
public enum ComplianceCategory
{
    /// <summary>No category: refused.</summary>
    None = 0,

    /// <summary>Pressing the customer to buy (过度营销).</summary>
    OverMarketing,

    /// <summary>Playing up the customer's pain (放大痛点).</summary>
    PainPlay,

    /// <summary>What may not be said or sold at all, promised cures and earnings included (违禁内容).</summary>
    Forbidden,

    /// <summary>Boasting, absolute superlatives included (夸大宣传).</summary>
    Boasting,

    /// <summary>Rewarding or pressing people to pass something on, which the platform forbids (诱导分享).</summary>
    InducedSharing,
}

/// <summary>One expression that a text must not have (违规词), and where it is harmless.</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members, exceptions in order; there is no ordering. It is
/// checked by
/// the policy it becomes a part of.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<ComplianceTerm>))]
public sealed record ComplianceTerm : IPolicyOptions<ComplianceTerm>
{
    /// <summary>Why it is not allowed.</summary>
    public required ComplianceCategory Category { get; init; }

    /// <summary>The expression; case, width, blanks, separators and traditional characters do not matter.</summary>
    public required string Text { get; init; }

    /// <summary>The longer expressions in which it is harmless, such as 第一次 and 第一医院 for 第一, or 印刷单 for 刷单; each has the term
    /// within it.</summary>
    public ImmutableArray<string> NotWithin { get; init; } = [];

    static Description<ComplianceTerm> IPolicyOptions<ComplianceTerm>.Description { get; } = new(
        new("compliance term", "违规词"), static () => new() { Category = ComplianceCategory.None, Text = null! },
        For<ComplianceTerm>.Choice(
            static o => o.Category, static (o, v) => o with { Category = v }, new("category", "违规类别"),
            OutreachNames.Name, Source.Own, notZero: true).Needed(),
        For<ComplianceTerm>.Text(
            static o => o.Text, static (o, v) => o with { Text = v }, new("expression", "词语"),
            Source.Own, lengthMax: int.MaxValue, isChecked: false).Needed(),
        For<ComplianceTerm>.Rule("text", static o =>
            o.Text is null || FoldedText.Of(o.Text).Length == 0 ? PolicyReasons.Missing.With(required: Wanted.Text) : null),
        For<ComplianceTerm>.Values(
            static o => o.NotWithin, static (o, v) => o with { NotWithin = v }, new("harmless within", "例外词语"),
            new TextForm(int.MaxValue), Source.Own),
        For<ComplianceTerm>.Rules(static o => IdleExceptions(o)));

    /// <inheritdoc/>
    public bool Equals(ComplianceTerm? other) =>
        other is not null && Category == other.Category && string.Equals(Text, other.Text, StringComparison.Ordinal)
        && Contents.Equal(NotWithin, other.NotWithin);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Category, Text, Contents.Hash(NotWithin));

    /// <summary>What makes a term another one: its category and what is looked for.</summary>
    internal Bilingual Key
    {
        get
        {
            string text = FoldedText.Of(Text ?? "");
            return Enum.IsDefined(Category) ? new($"{text} ({Category.Name().English})", $"{text}（{Category.Name().Chinese}）")
                : new(text, text);
        }
    }

    private static IEnumerable<Mistake> IdleExceptions(ComplianceTerm term)
    {
        if (term.NotWithin.IsDefault)
        {
            yield return new Mistake("notWithin", PolicyReasons.Missing.With(required: Wanted.List));
        }

        string text = FoldedText.Of(term.Text ?? "");
        for (int i = 0; !term.NotWithin.IsDefault && i < term.NotWithin.Length; i++)
        {
            string phrase = FoldedText.Of(term.NotWithin[i] ?? "");
            if (phrase.Length <= text.Length || !phrase.Contains(text, StringComparison.Ordinal))
            {
                yield return new Mistake(
                    FormattableString.Invariant($"notWithin[{i}]"),
                    PolicyReasons.Malformed.With(
                        Quoted.Of(term.NotWithin[i] ?? ""), new Bilingual("a longer text with the term within it", "包含该词的更长文字")));
            }
        }
    }
}
