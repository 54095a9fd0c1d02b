namespace PrivateDomain.Core.Content;

/// <summary>The reasons of content, its supply and its ambassadors (内容理由), in order of precedence.</summary>
public static class ContentReasons
{
    /// <summary>Too little is made for all groups.</summary>
    public static ReasonDefinition SupplyShort { get; } = new(
        "content.supply_short", "{found} pieces are made, but {required} are needed.", "产出 {found} 篇内容，需要 {required} 篇。");

    /// <summary>Nobody counted interactions.</summary>
    public static ReasonDefinition InteractionsUnknown { get; } = new(
        "content.interactions_unknown", "The interactions were not counted.", "未统计互动数。");

    /// <summary>The skill of a candidate is too low.</summary>
    public static ReasonDefinition SkillTooLow { get; } = new(
        "content.skill_too_low", "The skill is {found}, but {required} is needed.", "内容能力为 {found} 分，需要 {required} 分。");

    /// <summary>The relationship with a candidate has not come far enough.</summary>
    public static ReasonDefinition StageTooLow { get; } = new(
        "content.stage_too_low", "The relationship is at {found}, but {required} is needed.", "关系处于{found}阶段，需要达到{required}阶段。");

    /// <summary>A candidate stands for no fit group.</summary>
    public static ReasonDefinition NoFitGroup { get; } = new(
        "content.no_fit_group", "The candidate is in no fit group.", "候选人不属于任何适配人群。");

    /// <summary>The skill of a candidate was not judged.</summary>
    public static ReasonDefinition SkillUnknown { get; } = new(
        "content.skill_unknown", "The skill is not known.", "内容能力未知。");

    /// <summary>The stage of a candidate is not known.</summary>
    public static ReasonDefinition StageUnknown { get; } = new(
        "content.stage_unknown", "The stage of the relationship is not known.", "关系阶段未知。");

    /// <summary>No candidate stands for a group.</summary>
    public static ReasonDefinition GroupWithoutCandidate { get; } = new(
        "content.group_without_candidate", "No suitable candidate is in the fit group {found}.", "适配人群 {found} 没有合适的候选人。");

    /// <summary>A group has candidates, but the places are used up.</summary>
    public static ReasonDefinition NoPlaceLeft { get; } = new(
        "content.no_place_left",
        "The fit group {found} stays open: all {required} places are taken.",
        "适配人群 {found} 未覆盖：{required} 个名额已用完。");

    /// <summary>A number is out of range.</summary>
    public static ReasonDefinition OutOfRange { get; } = new(
        "content.out_of_range", "The value is {found}, but {required} is needed.", "数值为 {found}，应为 {required}。");

    /// <summary>A choice was not made.</summary>
    public static ReasonDefinition ChoiceMissing { get; } = new(
        "content.choice_missing", "{found} is no choice.", "{found} 不是有效选项。");
}
