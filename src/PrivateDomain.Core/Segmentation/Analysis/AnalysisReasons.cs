namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>What is odd about the segments of a set (规则分析提示): hints, not mistakes, for a set may mean it.</summary>
public static class AnalysisReasons
{
    /// <summary>No customer can be in a segment.</summary>
    public static ReasonDefinition Never { get; } = new(
        "rule_analysis.never", "No customer can be in \"{found}\": {required}.", "没有客户能进入“{found}”：{required}。");

    /// <summary>Every customer is in a segment.</summary>
    public static ReasonDefinition Always { get; } = new(
        "rule_analysis.always", "Every customer is in \"{found}\".", "所有客户都在“{found}”中。");

    /// <summary>The tiers before it take every customer of a segment.</summary>
    public static ReasonDefinition Unreachable { get; } = new(
        "rule_analysis.unreachable",
        "Nobody can reach \"{found}\": the segments before it take every customer it would have.",
        "没有客户能进入“{found}”：其全部客户都已归入前面的分群。");

    /// <summary>Two segments hold the same customers.</summary>
    public static ReasonDefinition Same { get; } = new(
        "rule_analysis.same", "\"{found}\" and \"{required}\" hold the same customers.", "“{found}”与“{required}”的客户完全相同。");

    /// <summary>All customers of a segment are in another.</summary>
    public static ReasonDefinition Contained { get; } = new(
        "rule_analysis.contained", "Every customer of \"{found}\" is in \"{required}\".", "“{found}”的客户全部在“{required}”中。");

    /// <summary>There are too many pairs of segments to look at.</summary>
    public static ReasonDefinition TooManyPairs { get; } = new(
        "rule_analysis.too_many_pairs",
        "The {found} segments were not compared with each other; at most {required} are.",
        "未对 {found} 个分群两两比较，最多比较 {required} 个。");
}
