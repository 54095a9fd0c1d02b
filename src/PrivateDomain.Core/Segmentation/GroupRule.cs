using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Segmentation;

/// <summary>How a group combines its rules (组合方式).</summary>
public enum GroupOperator
{
    /// <summary>All of them; of none true (全部满足).</summary>
    AllOf = 0,

    /// <summary>At least one; of none false (任一满足).</summary>
    AnyOf,

    /// <summary>None of them; of none true (全不满足).</summary>
    NoneOf,

    /// <summary>At least <see cref="GroupRule.Count"/> of them (至少满足 K 项).</summary>
    AtLeastOf,
}

/// <summary>Rules combined (组合规则).</summary>
[JsonConverter(typeof(SegmentRuleJsonConverter))]
public sealed class GroupRule : SegmentRule
{
    internal GroupRule(GroupOperator how, int count, ReadOnlySpan<SegmentRule> rules)
        : this(
            how,
            how == GroupOperator.AtLeastOf ? Guard.Against.OutOfRange(count, nameof(count), 1, Math.Max(rules.Length, 1)) : 0,
            Check(how, rules))
    {
    }

    private GroupRule(GroupOperator how, int count, ImmutableArray<SegmentRule> rules)
        : base(HashOf(rules, how, count), rules.Select(static r => r.Depth).DefaultIfEmpty().Max() + 1,
            rules.Sum(static r => (long)r.Size) + 1)
    {
        Operator = how;
        Count = count;
        Rules = rules;
    }

    /// <summary>How the rules are combined.</summary>
    public GroupOperator Operator { get; }

    /// <summary>How many must hold for <see cref="GroupOperator.AtLeastOf"/>, from 1 to the number of rules; 0 for all others.</summary>
    public int Count { get; }

    /// <summary>The rules, in order.</summary>
    public ImmutableArray<SegmentRule> Rules { get; }

    private protected override ImmutableArray<SegmentRule> Parts => Rules;

    private protected override bool Same(SegmentRule other) =>
        other is GroupRule group && Operator == group.Operator && Count == group.Count
            && Rules.AsSpan().SequenceEqual(group.Rules.AsSpan());

    private static ImmutableArray<SegmentRule> Check(GroupOperator how, ReadOnlySpan<SegmentRule> rules)
    {
        foreach (SegmentRule rule in rules)
        {
            Guard.Against.Null(rule, nameof(rules));
        }

        return how == GroupOperator.AtLeastOf && rules.IsEmpty
            ? throw new ArgumentOutOfRangeException(nameof(rules), 0, "At least one rule is needed to ask for a number of them.")
            : [.. rules];
    }
}
