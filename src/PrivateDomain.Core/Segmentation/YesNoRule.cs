using System.Text.Json.Serialization;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Segmentation;

/// <summary>A fact that is yes, or no (是否规则).</summary>
[JsonConverter(typeof(SegmentRuleJsonConverter))]
public sealed class YesNoRule : SegmentRule
{
    internal YesNoRule(YesNoFact fact, bool expected)
        : base(HashCode.Combine(Guard.Against.Null(fact), expected)) =>
        (Fact, Expected) = (fact, expected);

    /// <summary>What is asked.</summary>
    public YesNoFact Fact { get; }

    /// <summary>The answer that fulfils the rule; an absent fact never does.</summary>
    public bool Expected { get; }

    private protected override bool Same(SegmentRule other) =>
        other is YesNoRule rule && Expected == rule.Expected && Fact.Equals(rule.Fact);
}
