using System.Text.Json.Serialization;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Segmentation;

/// <summary>How a number is compared (数值比较).</summary>
public enum NumberOperator
{
    /// <summary>Below (小于).</summary>
    LessThan = 0,

    /// <summary>At most (小于等于).</summary>
    AtMost,

    /// <summary>Equal (等于).</summary>
    Equal,

    /// <summary>Not equal; true when absent (不等于).</summary>
    NotEqual,

    /// <summary>At least (大于等于).</summary>
    AtLeast,

    /// <summary>Above (大于).</summary>
    GreaterThan,

    /// <summary>From <see cref="NumberRule.Value"/> to <see cref="NumberRule.High"/>, both included (介于).</summary>
    Between,
}

/// <summary>A number compared with a constant (数值规则).</summary>
[JsonConverter(typeof(SegmentRuleJsonConverter))]
public sealed class NumberRule : SegmentRule
{
    internal NumberRule(NumberFact fact, NumberOperator how, double value, double? high = null)
        : base(HashCode.Combine(Guard.Against.Null(fact), how, value + 0.0, (high ?? value) + 0.0))
    {
        Fact = fact;
        Operator = how;
        Value = Finite(value, nameof(value)) + 0.0; // -0 is 0
        High = Finite(high ?? value, nameof(high)) + 0.0;
        if (High < Value)
        {
            throw new ArgumentOutOfRangeException(nameof(high), high,
                FormattableString.Invariant($"A number not below {value} is needed."));
        }
    }

    /// <summary>What is compared.</summary>
    public NumberFact Fact { get; }

    /// <summary>How.</summary>
    public NumberOperator Operator { get; }

    /// <summary>With which finite number; for <see cref="NumberOperator.Between"/> the lower one.</summary>
    public double Value { get; }

    /// <summary>The higher number of <see cref="NumberOperator.Between"/>; else <see cref="Value"/>.</summary>
    public double High { get; }

    private protected override bool Same(SegmentRule other) =>
        other is NumberRule rule && Operator == rule.Operator && Value.Equals(rule.Value) && High.Equals(rule.High)
            && Fact.Equals(rule.Fact);

    private static double Finite(double value, string name) =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "A finite number is needed.");
}
