using System.Text.Json.Serialization;

namespace PrivateDomain.Core;

/// <summary>One figure in which two options differ (配置差异): which, from what, to what, in words.</summary>
/// <remarks>Equality is that of all members; there is no ordering. The default value has empty texts.</remarks>
public readonly record struct FigureDifference
{
    /// <summary>Makes a difference.</summary>
    /// <param name="place">Where the figure stands, such as <c>outreach.caps[0].max</c>.</param>
    /// <param name="figure">The figure in words.</param>
    /// <param name="before">What it was.</param>
    /// <param name="after">What it is.</param>
    /// <param name="effect">What follows from it; empty when nothing is said.</param>
    /// <exception cref="ArgumentNullException">The place is null.</exception>
    [JsonConstructor]
    public FigureDifference(string place, Bilingual figure, Bilingual before, Bilingual after, Bilingual effect = default)
    {
        Place = Guard.Against.Null(place).Length > 0 ? place : null!; // the empty place is the default value's
        Figure = figure;
        Before = before;
        After = after;
        Effect = effect;
    }

    /// <summary>Where the figure stands, such as <c>outreach.caps[0].max</c>; of an entry of a list its place in the later options, or in
    /// the earlier ones where it is gone.</summary>
    public string Place => field ?? "";

    /// <summary>The figure in words, from the whole to the part.</summary>
    public Bilingual Figure { get; }

    /// <summary>What it was; – when it was not there.</summary>
    public Bilingual Before { get; }

    /// <summary>What it is; – when it is gone.</summary>
    public Bilingual After { get; }

    /// <summary>What follows from it, such as who comes into a segment and who goes out; empty when nothing is said.</summary>
    public Bilingual Effect { get; }

    /// <summary>The English sentence.</summary>
    public override string ToString() => ToString(Language.English);

    /// <summary>The difference as a sentence.</summary>
    /// <param name="language">The language; a value outside the enumeration reads as English.</param>
    public string ToString(Language language)
    {
        string said = language == Language.SimplifiedChinese
            ? $"{Figure.Chinese}：由“{Before.Chinese}”改为“{After.Chinese}”。"
            : $"{Figure.English}: {Before.English} became {After.English}.";
        string effect = Effect.In(language);
        return effect.Length == 0 ? said : language == Language.SimplifiedChinese ? said + effect : $"{said} {effect}";
    }
}
