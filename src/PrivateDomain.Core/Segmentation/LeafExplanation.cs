using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Segmentation;

/// <summary>One leaf of a rule: what was found, what was required, what it says, and where it stands (条件说明).</summary>
/// <remarks>Immutable. Two are equal only when they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class LeafExplanation
{
    internal LeafExplanation(string path, SegmentRule rule, ReasonValue found, ReasonValue required, Truth truth)
    {
        Path = path;
        Rule = rule;
        Found = found;
        Required = required;
        Truth = truth;
    }

    /// <summary>Where the leaf stands in the rule, such as <c>all[0].not.any[2]</c>; empty when it is the whole rule.</summary>
    public string Path { get; }

    /// <summary>The leaf.</summary>
    public SegmentRule Rule { get; }

    /// <summary>The fact it asks about; null for membership in another segment.</summary>
    public Fact? Fact => RuleReader.FactOf(Rule);

    /// <summary>The value found: a number, a date, a text in both languages; "unknown" when absent, "folded away" when history that would
    /// tell was folded.</summary>
    public ReasonValue Found { get; }

    /// <summary>What the leaf requires, in both languages, such as "≥ 2"; relative dates as the dates they mean.</summary>
    public ReasonValue Required { get; }

    /// <summary>What the leaf says.</summary>
    public Truth Truth { get; }

    /// <summary>Whether the leaf holds; false too where it cannot be decided.</summary>
    public bool Holds => Truth == Truth.Yes;

    /// <summary>The leaf in English, with what was found.</summary>
    public override string ToString() => ToString(Language.English);

    /// <summary>The leaf in a language, with what was found.</summary>
    /// <param name="language">The language.</param>
    public string ToString(Language language)
    {
        string subject = Fact?.Label.In(language) ?? RuleWords.Segment.In(language);
        string mark = Truth switch { Truth.Yes => "✓", Truth.No => "✗", _ => "?" };
        return language == Language.SimplifiedChinese
            ? $"{mark} {subject}：要求 {Required.ToString(language)}，实际 {Found.ToString(language)}"
            : $"{mark} {subject}: {Required.ToString(language)} required, {Found.ToString(language)} found";
    }
}
