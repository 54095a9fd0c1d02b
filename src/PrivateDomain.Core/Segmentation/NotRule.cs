using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Segmentation;

/// <summary>The complement of a rule (取反规则).</summary>
[JsonConverter(typeof(SegmentRuleJsonConverter))]
public sealed class NotRule : SegmentRule
{
    internal NotRule(SegmentRule rule)
        : base(HashCode.Combine(nameof(NotRule), Guard.Against.Null(rule)), rule.Depth + 1, rule.Size + 1L) =>
        Rule = rule;

    /// <summary>The rule whose answer is turned round.</summary>
    public SegmentRule Rule { get; }

    private protected override ImmutableArray<SegmentRule> Parts => [Rule];

    private protected override bool Same(SegmentRule other) => other is NotRule not && Rule.Equals(not.Rule);
}
