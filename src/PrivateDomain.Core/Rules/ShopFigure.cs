using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Rules;

/// <summary>One figure of a shop's rules in words (规则数值): what it is, what the shop says, what the library would say, and where that
/// comes from.</summary>
/// <remarks>Immutable. Equality is that of all members; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ShopFigure
{
    internal ShopFigure(FigureRow row, Bilingual @default)
    {
        Place = row.Path;
        Part = row.Part;
        Figure = row.Label;
        Value = row.Value;
        Default = @default;
        Range = row.Range;
        Source = row.Source;
    }

    /// <summary>Where it stands in the document, such as <c>outreach.promotionShareMax</c>.</summary>
    public string Place { get; }

    /// <summary>The rules that it is one of, such as "outreach policy".</summary>
    public Bilingual Part { get; }

    /// <summary>The figure.</summary>
    public Bilingual Figure { get; }

    /// <summary>What the shop says; – where it says nothing. A long list is cut, and tells how long it is.</summary>
    public Bilingual Value { get; }

    /// <summary>What holds where a shop says nothing; – where there is no default.</summary>
    public Bilingual Default { get; }

    /// <summary>What it may be.</summary>
    public Bilingual Range { get; }

    /// <summary>Where the default comes from; empty for what only the shop can know.</summary>
    public Bilingual Source { get; }

    /// <summary>Whether the shop says what the library would say.</summary>
    public bool IsDefault => Value == Default;

    /// <summary>The figure in English, such as "outreach policy: greatest promotion share 20 %".</summary>
    public override string ToString() => $"{Part.English}: {Figure.English} {Value.English}";
}
