using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>How two rules stand to each other, with a customer for each way in which they differ (规则比较).</summary>
/// <remarks>Two are equal only when they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class RuleComparison
{
    internal RuleComparison(RuleRelation relation, RuleWitness? both, RuleWitness? onlyFirst, RuleWitness? onlySecond) =>
        (Relation, Both, OnlyFirst, OnlySecond) = (relation, both, onlyFirst, onlySecond);

    /// <summary>How they stand. Of rules that are contained in each other it is "the same"; where one of both directions is not
    /// decided, the
    /// other one is still told.</summary>
    public RuleRelation Relation { get; }

    /// <summary>A customer of both rules; null where there is none or none was found.</summary>
    public RuleWitness? Both { get; }

    /// <summary>A customer of the first rule only; null where there is none or none was found.</summary>
    public RuleWitness? OnlyFirst { get; }

    /// <summary>A customer of the second rule only; null where there is none or none was found.</summary>
    public RuleWitness? OnlySecond { get; }
}
