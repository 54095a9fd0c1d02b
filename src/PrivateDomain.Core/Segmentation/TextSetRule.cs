using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Segmentation;

/// <summary>How a set of texts is compared (文本集合比较).</summary>
public enum TextSetOperator
{
    /// <summary>At least one of the texts is in the set; of none false (任一).</summary>
    AnyOf = 0,

    /// <summary>All of the texts are in the set; false when absent (全部).</summary>
    AllOf,

    /// <summary>None of the texts is in the set; true when absent (均不).</summary>
    NoneOf,
}

/// <summary>A set of texts compared with a list (文本集合规则).</summary>
[JsonConverter(typeof(SegmentRuleJsonConverter))]
public sealed class TextSetRule : SegmentRule
{
    internal TextSetRule(TextSetFact fact, TextSetOperator how, ReadOnlySpan<string> values)
        : this(fact, how, Texts(values))
    {
    }

    private TextSetRule(TextSetFact fact, TextSetOperator how, ImmutableArray<string> values)
        : base(HashOf(values, Guard.Against.Null(fact), how), size: 1L + values.Length)
    {
        Fact = fact;
        Operator = how;
        Values = values;
    }

    /// <summary>What is compared.</summary>
    public TextSetFact Fact { get; }

    /// <summary>How.</summary>
    public TextSetOperator Operator { get; }

    /// <summary>The texts, ordinal, each once.</summary>
    public ImmutableArray<string> Values { get; }

    private protected override bool Same(SegmentRule other) =>
        other is TextSetRule rule && Operator == rule.Operator && Fact.Equals(rule.Fact)
            && Values.AsSpan().SequenceEqual(rule.Values.AsSpan());
}
