using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Segmentation;

/// <summary>How a text is compared (文本比较).</summary>
public enum TextOperator
{
    /// <summary>One of the texts; of none false (任一).</summary>
    AnyOf = 0,

    /// <summary>None of the texts; true when absent (均不).</summary>
    NoneOf,
}

/// <summary>A text compared with a list (文本规则).</summary>
[JsonConverter(typeof(SegmentRuleJsonConverter))]
public sealed class TextRule : SegmentRule
{
    internal TextRule(TextFact fact, TextOperator how, ReadOnlySpan<string> values)
        : this(fact, how, Texts(values))
    {
    }

    private TextRule(TextFact fact, TextOperator how, ImmutableArray<string> values)
        : base(HashOf(values, Guard.Against.Null(fact), how), size: 1L + values.Length)
    {
        Fact = fact;
        Operator = how;
        Values = values;
    }

    /// <summary>What is compared.</summary>
    public TextFact Fact { get; }

    /// <summary>How.</summary>
    public TextOperator Operator { get; }

    /// <summary>The texts, ordinal, each once.</summary>
    public ImmutableArray<string> Values { get; }

    private protected override bool Same(SegmentRule other) =>
        other is TextRule rule && Operator == rule.Operator && Fact.Equals(rule.Fact)
            && Values.AsSpan().SequenceEqual(rule.Values.AsSpan());
}
