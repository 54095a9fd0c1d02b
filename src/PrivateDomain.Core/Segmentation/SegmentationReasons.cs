namespace PrivateDomain.Core.Segmentation;

/// <summary>What is wrong with facts, rules and segments (分群理由), in order of precedence.</summary>
public static class SegmentationReasons
{
    /// <summary>A fact is not known; another name is near.</summary>
    public static ReasonDefinition UnknownFact { get; } = new(
        "segmentation.unknown_fact",
        "There is no fact \"{found}\"; the nearest is \"{required}\".",
        "没有名为“{found}”的事实，最接近的是“{required}”。");

    /// <summary>A fact is not known, and no name is near.</summary>
    public static ReasonDefinition UnknownFactNothingNear { get; } = new(
        "segmentation.unknown_fact_nothing_near", "There is no fact \"{found}\".", "没有名为“{found}”的事实。");

    /// <summary>A fact with parameters is given others than it takes.</summary>
    public static ReasonDefinition BadFact { get; } = new(
        "segmentation.bad_fact", "The fact \"{found}\" is not written as {required}.", "事实“{found}”的写法应为 {required}。");

    /// <summary>A rule uses a fact that the schema has otherwise or not at all.</summary>
    public static ReasonDefinition ForeignFact { get; } = new(
        "segmentation.foreign_fact",
        "The fact \"{found}\" is not the schema's: its kind or levels differ, or it is not declared.",
        "事实“{found}”与事实表不符：类型或等级不同，或未声明。");

    /// <summary>A fact is declared under a name that exists.</summary>
    public static ReasonDefinition NameTaken { get; } = new(
        "segmentation.name_taken", "The name \"{found}\" is taken.", "名称“{found}”已被占用。");

    /// <summary>Something else than an attribute is declared.</summary>
    public static ReasonDefinition NoAttribute { get; } = new(
        "segmentation.no_attribute", "\"{found}\" is not an attribute a host can declare.", "“{found}”不是可以声明的属性。");

    /// <summary>There are too many of something.</summary>
    public static ReasonDefinition TooMany { get; } = new(
        "segmentation.too_many", "There are {found}, and at most {required} are allowed.", "共有 {found} 个，最多允许 {required} 个。");

    /// <summary>A rule refers to a segment that is not there; another name is near.</summary>
    public static ReasonDefinition UnknownSegment { get; } = new(
        "segmentation.unknown_segment",
        "There is no segment \"{found}\"; the nearest is \"{required}\".",
        "没有名为“{found}”的分群，最接近的是“{required}”。");

    /// <summary>A rule refers to a segment that is not there, and no name is near.</summary>
    public static ReasonDefinition UnknownSegmentNothingNear { get; } = new(
        "segmentation.unknown_segment_nothing_near", "There is no segment \"{found}\".", "没有名为“{found}”的分群。");

    /// <summary>A segment refers to itself, directly or through others.</summary>
    public static ReasonDefinition SegmentCycle { get; } = new(
        "segmentation.segment_cycle", "The segment refers to itself: {found}.", "分群引用了自身：{found}。");

    /// <summary>Segments with their references put in are too deep.</summary>
    public static ReasonDefinition TooDeep { get; } = new(
        "segmentation.too_deep", "References lead {found} segments deep; at most {required} are allowed.",
            "分群引用深度为 {found} 层，最多允许 {required} 层。");
}
