using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>Whether a rule can ever hold, and whether it can fail (规则分析结果).</summary>
/// <remarks>Two are equal only when they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class RuleAssessment
{
    internal RuleAssessment(RuleReach reach, RuleWitness? holds, RuleWitness? fails, ImmutableArray<SegmentRule> contradiction) =>
        (Reach, Holds, Fails, Contradiction) = (reach, holds, fails, contradiction);

    /// <summary>Whom the rule reaches.</summary>
    public RuleReach Reach { get; }

    /// <summary>A customer who matches; null where none can or none was found.</summary>
    public RuleWitness? Holds { get; }

    /// <summary>A customer who does not match; null where every one matches or none was found.</summary>
    public RuleWitness? Fails { get; }

    /// <summary>Of a rule that never holds, the parts that contradict each other: without any one of them the others can hold together, or
    /// nobody knows. Empty for other rules.</summary>
    public ImmutableArray<SegmentRule> Contradiction { get; }
}
