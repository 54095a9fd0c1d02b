using System.Collections.Immutable;

namespace PrivateDomain.Core.Segmentation;

/// <summary>Why a rule holds of a customer, or does not (规则说明).</summary>
public sealed class RuleExplanation
{
    internal RuleExplanation(bool holds, ImmutableArray<LeafExplanation> leaves)
    {
        Holds = holds;
        Leaves = leaves;
    }

    /// <summary>Whether the rule holds.</summary>
    public bool Holds { get; }

    /// <summary>Every leaf of the rule, in order, whether or not it decided.</summary>
    public ImmutableArray<LeafExplanation> Leaves { get; }
}

/// <summary>One leaf of a rule: what was found, what was required, whether it holds, and where it stands (条件说明).</summary>
public sealed class LeafExplanation
{
    internal LeafExplanation(string path, SegmentRule rule, ReasonValue found, ReasonValue required, bool holds)
    {
        Path = path;
        Rule = rule;
        Found = found;
        Required = required;
        Holds = holds;
    }

    /// <summary>Where the leaf stands in the rule, such as <c>all[0].not.any[2]</c>; empty when it is the whole rule.</summary>
    public string Path { get; }

    /// <summary>The leaf.</summary>
    public SegmentRule Rule { get; }

    /// <summary>The fact it asks about; null for membership in another segment.</summary>
    public Fact? Fact => RuleReader.FactOf(Rule);

    /// <summary>The value found: a number, a date, a text in both languages; "unknown" when absent.</summary>
    public ReasonValue Found { get; }

    /// <summary>What the leaf requires, in both languages, such as "≥ 2"; relative dates as the dates they mean.</summary>
    public ReasonValue Required { get; }

    /// <summary>Whether the leaf holds.</summary>
    public bool Holds { get; }

    /// <summary>The leaf in English, with what was found.</summary>
    public override string ToString() => ToString(Language.English);

    /// <summary>The leaf in a language, with what was found.</summary>
    /// <param name="language">The language.</param>
    public string ToString(Language language)
    {
        string subject = Fact?.Label.In(language) ?? RuleWords.Segment.In(language);
        return language == Language.SimplifiedChinese
            ? $"{(Holds ? "✓" : "✗")} {subject}：要求 {Required.ToString(language)}，实际 {Found.ToString(language)}"
            : $"{(Holds ? "✓" : "✗")} {subject}: {Required.ToString(language)} required, {Found.ToString(language)} found";
    }
}
