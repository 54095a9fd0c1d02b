using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Segmentation;

/// <summary>Why a rule holds of a customer, does not, or cannot be decided (规则说明).</summary>
/// <remarks>Immutable. Two are equal only when they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class RuleExplanation
{
    internal RuleExplanation(Truth truth, ImmutableArray<LeafExplanation> leaves)
    {
        Truth = truth;
        Leaves = leaves;
    }

    /// <summary>What the rule says.</summary>
    public Truth Truth { get; }

    /// <summary>Whether the rule holds; false too where it cannot be decided.</summary>
    public bool Holds => Truth == Truth.Yes;

    /// <summary>Every leaf of the rule, in order, whether or not it decided.</summary>
    public ImmutableArray<LeafExplanation> Leaves { get; }
}
