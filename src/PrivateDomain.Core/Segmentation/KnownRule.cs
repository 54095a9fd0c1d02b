using System.Text.Json.Serialization;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Segmentation;

/// <summary>A fact that is known, or not (已知规则).</summary>
[JsonConverter(typeof(SegmentRuleJsonConverter))]
public sealed class KnownRule : SegmentRule
{
    internal KnownRule(Fact fact, bool known)
        : base(HashCode.Combine(nameof(KnownRule), Guard.Against.Null(fact), known)) =>
        (Fact, Known) = (fact, known);

    /// <summary>What is asked.</summary>
    public Fact Fact { get; }

    /// <summary>Whether the fact must be known, or must be unknown.</summary>
    public bool Known { get; }

    private protected override bool Same(SegmentRule other) => other is KnownRule rule && Known == rule.Known && Fact.Equals(rule.Fact);
}
