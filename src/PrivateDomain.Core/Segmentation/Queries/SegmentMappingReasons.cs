namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>Why a rule cannot be said over a host's rows (规则转查询的理由), in order of precedence.</summary>
public static class SegmentMappingReasons
{
    /// <summary>The rule asks for a fact that no member was mapped to; found is its name.</summary>
    public static ReasonDefinition UnmappedFact { get; } = new(
        "segment_mapping.unmapped_fact", "No member is mapped to the fact \"{found}\".", "事实“{found}”没有映射到任何成员。");

    /// <summary>The rule refers to a segment that the set does not have, or no set was given; found is its name.</summary>
    public static ReasonDefinition UnknownSegment { get; } = new(
        "segment_mapping.unknown_segment", "There is no segment \"{found}\" to put in.", "没有可代入的分群“{found}”。");

    /// <summary>With the segments it refers to put in, the rule is too large for a query.</summary>
    public static ReasonDefinition TooLarge { get; } = new(
        "segment_mapping.too_large",
        "With its segments put in, the rule has more than {required} parts.",
        "代入所引用的分群后，规则超过 {required} 个部分。");

    /// <summary>With the segments it refers to put in, the rule is too deep for a query.</summary>
    public static ReasonDefinition TooDeep { get; } = new(
        "segment_mapping.too_deep",
        "With its segments put in, the rule is more than {required} deep.",
        "代入所引用的分群后，规则嵌套超过 {required} 层。");

    /// <summary>Too many "at least k of n" stand in one another: databases would take too long to prepare the query.</summary>
    public static ReasonDefinition CountsTooDeep { get; } = new(
        "segment_mapping.counts_too_deep",
        "More than {required} groups of \"at least k of n\" stand in one another.",
        "“至少满足 K 项”的嵌套超过 {required} 层。");

    /// <summary>A set has more segments than a query may give columns.</summary>
    public static ReasonDefinition TooManySegments { get; } = new(
        "segment_mapping.too_many_segments",
        "The set has {found} segments, and one query gives at most {required}.",
        "分群集有 {found} 个分群，一条查询最多给出 {required} 个。");

    /// <summary>The query would need more parameters than the database takes.</summary>
    public static ReasonDefinition TooManyParameters { get; } = new(
        "segment_mapping.too_many_parameters",
        "The query has {found} parameters, and the database takes at most {required}.",
        "查询有 {found} 个参数，数据库最多接受 {required} 个。");

    /// <summary>A date that the database's types cannot hold.</summary>
    public static ReasonDefinition DateNotHeld { get; } = new(
        "segment_mapping.date_not_held",
        "The database cannot hold the date {found}; its last is {required}.",
        "数据库无法存放日期 {found}，最晚为 {required}。");
}
