namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>What people call the answers of the analysis of rules, in both languages (规则分析名称).</summary>
public static class AnalysisNames
{
    /// <summary>What people call whom a rule reaches.</summary>
    /// <param name="reach">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this RuleReach reach) => reach switch
    {
        RuleReach.NotDecided => new("not decided", "未判定"),
        RuleReach.Never => new("never matches", "永不满足"),
        RuleReach.Sometimes => new("matches some customers", "部分客户满足"),
        RuleReach.Always => new("always matches", "恒满足"),
        _ => throw Choices.Undefined(reach),
    };

    /// <summary>What people call how two rules stand to each other.</summary>
    /// <param name="relation">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this RuleRelation relation) => relation switch
    {
        RuleRelation.NotDecided => new("not decided", "未判定"),
        RuleRelation.Same => new("the same customers", "客户相同"),
        RuleRelation.Contained => new("contained in the other", "包含于另一规则"),
        RuleRelation.Contains => new("contains the other", "包含另一规则"),
        RuleRelation.Disjoint => new("no customer in common", "无共同客户"),
        RuleRelation.Overlapping => new("partly the same customers", "部分客户相同"),
        _ => throw Choices.Undefined(relation),
    };
}
