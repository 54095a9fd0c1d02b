namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>How the customers of one rule stand to those of another (规则关系).</summary>
/// <remarks>The default value is <see cref="NotDecided"/>.</remarks>
public enum RuleRelation
{
    /// <summary>It was not found out (未判定).</summary>
    NotDecided = 0,

    /// <summary>Both hold of the same customers (等同).</summary>
    Same,

    /// <summary>Every customer of the first is one of the second (包含于).</summary>
    Contained,

    /// <summary>Every customer of the second is one of the first (包含).</summary>
    Contains,

    /// <summary>No customer is one of both (互斥).</summary>
    Disjoint,

    /// <summary>Some are of both, some only of the first and some only of the second (部分重叠).</summary>
    Overlapping,
}
