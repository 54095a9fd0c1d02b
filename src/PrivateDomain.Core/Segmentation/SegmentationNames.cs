namespace PrivateDomain.Core.Segmentation;

/// <summary>What people call the values of the enumerations of rules and facts, in both languages (分群名称).</summary>
public static class SegmentationNames
{
    /// <summary>What people call what a rule says.</summary>
    /// <param name="truth">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this Truth truth) => truth switch
    {
        Truth.Undecidable => new("undecidable", "无法判断"),
        Truth.No => new("does not hold", "不满足"),
        Truth.Yes => new("holds", "满足"),
        _ => throw Choices.Undefined(truth),
    };

    /// <summary>What people call a kind of fact.</summary>
    /// <param name="kind">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this FactKind kind) => kind switch
    {
        FactKind.None => new("none", "无"),
        FactKind.Number => new("number", "数值"),
        FactKind.Date => new("date", "日期"),
        FactKind.YesNo => new("yes or no", "是否"),
        FactKind.Text => new("text", "文本"),
        FactKind.TextSet => new("set of texts", "文本集合"),
        FactKind.Choice => new("level", "等级"),
        _ => throw Choices.Undefined(kind),
    };

    /// <summary>What people call a comparison of numbers.</summary>
    /// <param name="comparison">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this NumberOperator comparison) => comparison switch
    {
        NumberOperator.LessThan => new("below", "低于"),
        NumberOperator.AtMost => new("at most", "不高于"),
        NumberOperator.Equal => new("exactly", "等于"),
        NumberOperator.NotEqual => new("other than", "不等于"),
        NumberOperator.AtLeast => new("at least", "不低于"),
        NumberOperator.GreaterThan => new("above", "高于"),
        NumberOperator.Between => new("between", "介于"),
        _ => throw Choices.Undefined(comparison),
    };

    /// <summary>What people call a comparison of dates.</summary>
    /// <param name="comparison">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this DateOperator comparison) => comparison switch
    {
        DateOperator.Before => new("before", "早于"),
        DateOperator.OnOrBefore => new("on or before", "不晚于"),
        DateOperator.On => new("on", "在当日"),
        DateOperator.NotOn => new("not on", "不在当日"),
        DateOperator.OnOrAfter => new("on or after", "不早于"),
        DateOperator.After => new("after", "晚于"),
        DateOperator.Between => new("between", "介于"),
        DateOperator.WithinLastDays => new("within the last days", "最近 N 天"),
        DateOperator.MoreThanDaysAgo => new("more than days ago", "N 天以前"),
        DateOperator.WithinNextDays => new("within the next days", "未来 N 天"),
        _ => throw Choices.Undefined(comparison),
    };

    /// <summary>What people call a comparison of texts.</summary>
    /// <param name="comparison">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this TextOperator comparison) => comparison switch
    {
        TextOperator.AnyOf => new("one of", "为以下任一"),
        TextOperator.NoneOf => new("none of", "不为以下任何一项"),
        _ => throw Choices.Undefined(comparison),
    };

    /// <summary>What people call a comparison of sets of texts.</summary>
    /// <param name="comparison">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this TextSetOperator comparison) => comparison switch
    {
        TextSetOperator.AnyOf => new("has one of", "包含以下任一"),
        TextSetOperator.AllOf => new("has all of", "包含以下全部"),
        TextSetOperator.NoneOf => new("has none of", "不包含以下任何一项"),
        _ => throw Choices.Undefined(comparison),
    };

    /// <summary>What people call a comparison of levels.</summary>
    /// <param name="comparison">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this ChoiceOperator comparison) => comparison switch
    {
        ChoiceOperator.LessThan => new("below", "低于"),
        ChoiceOperator.AtMost => new("at most", "不高于"),
        ChoiceOperator.Equal => new("exactly", "等于"),
        ChoiceOperator.NotEqual => new("other than", "不等于"),
        ChoiceOperator.AtLeast => new("at least", "不低于"),
        ChoiceOperator.GreaterThan => new("above", "高于"),
        ChoiceOperator.AnyOf => new("one of", "为以下任一"),
        ChoiceOperator.NoneOf => new("none of", "不为以下任何一项"),
        _ => throw Choices.Undefined(comparison),
    };

    /// <summary>What people call a combination of rules.</summary>
    /// <param name="combination">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this GroupOperator combination) => combination switch
    {
        GroupOperator.AllOf => new("all of", "全部满足"),
        GroupOperator.AnyOf => new("any of", "任一满足"),
        GroupOperator.NoneOf => new("none of", "全不满足"),
        GroupOperator.AtLeastOf => new("at least some of", "至少满足 K 项"),
        _ => throw Choices.Undefined(combination),
    };
}
