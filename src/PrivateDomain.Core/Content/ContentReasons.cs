namespace PrivateDomain.Core.Content;

/// <summary>The reasons of content, its supply, ambassadors, body groups and brand personas (内容理由), in order of precedence.</summary>
public static class ContentReasons
{
    /// <summary>Too little is made for all groups.</summary>
    public static ReasonDefinition SupplyShort { get; } = new(
        "content.supply_short", "{found} {found|piece is|pieces are} made; {required} {required|is|are} needed.",
        "产出 {found} 篇内容，需要 {required} 篇。");

    /// <summary>Nobody counted interactions.</summary>
    public static ReasonDefinition InteractionsUnknown { get; } = new(
        "content.interactions_unknown", "The interactions were not counted.", "未统计互动数。");

    /// <summary>The skill of a candidate is too low.</summary>
    public static ReasonDefinition SkillTooLow { get; } = new(
        "content.skill_too_low", "The skill is {found}; {required} is needed.", "内容能力为 {found} 分，需要 {required} 分。");

    /// <summary>The relationship with a candidate has not come far enough.</summary>
    public static ReasonDefinition StageTooLow { get; } = new(
        "content.stage_too_low", "The relationship is at {found}; {required} is needed.", "关系处于{found}阶段，需要达到{required}阶段。");

    /// <summary>A candidate stands for no body group.</summary>
    public static ReasonDefinition NoBodyGroup { get; } = new(
        "content.no_body_group", "The candidate is in no body group.", "候选人不属于任何体型分组。");

    /// <summary>The skill of a candidate was not judged.</summary>
    public static ReasonDefinition SkillUnknown { get; } = new(
        "content.skill_unknown", "The skill is unknown.", "内容能力未知。");

    /// <summary>The stage of a candidate is not known.</summary>
    public static ReasonDefinition StageUnknown { get; } = new(
        "content.stage_unknown", "The stage of the relationship is unknown.", "关系阶段未知。");

    /// <summary>No candidate stands for a group.</summary>
    public static ReasonDefinition GroupWithoutCandidate { get; } = new(
        "content.group_without_candidate", "No suitable candidate is in the body group {found}.", "体型分组 {found} 没有合适的候选人。");

    /// <summary>A group has candidates, but the places are used up.</summary>
    public static ReasonDefinition NoPlaceLeft { get; } = new(
        "content.no_place_left",
        "The body group {found} stays open: {required} {required|place is|places are} taken.",
        "体型分组 {found} 未覆盖：{required} 个名额已用完。");

    /// <summary>A measurement is missing.</summary>
    public static ReasonDefinition MeasurementUnknown { get; } = new(
        "content.measurement_unknown", "The measurements are unknown, so the body group is too.", "尺寸未知，因此无法分组。");

    /// <summary>A measurement cannot be right.</summary>
    public static ReasonDefinition MeasurementNotPositive { get; } = new(
        "content.measurement_not_positive", "A measurement is {found}; it must be above {required}.",
        "尺寸为 {found}，必须大于 {required}。");

    /// <summary>The ratio is beyond the outermost bands.</summary>
    public static ReasonDefinition OutsideAllGroups { get; } = new(
        "content.outside_all_groups", "The ratio {found} is in no body group.", "比值 {found} 不在任何体型分组内。");

    /// <summary>What is required of a persona is not so.</summary>
    public static ReasonDefinition PersonaRequiredIsNo { get; } = new(
        "content.persona_required_is_no", "No was answered to what is required: \"{found}\".", "必备条件为否：“{found}”。");

    /// <summary>Too little speaks for a persona.</summary>
    public static ReasonDefinition PersonaScoreTooLow { get; } = new(
        "content.persona_score_too_low", "The score is at most {found}; {required} is needed.", "得分最高为 {found}，需要 {required}。");

    /// <summary>Something else is not so.</summary>
    public static ReasonDefinition PersonaAnsweredNo { get; } = new(
        "content.persona_answered_no", "No was answered to: \"{found}\".", "以下为否：“{found}”。");

    /// <summary>A question is open.</summary>
    public static ReasonDefinition PersonaNotAnswered { get; } = new(
        "content.persona_not_answered", "\"{found}\" is not answered.", "尚未回答：“{found}”。");

    /// <summary>Nothing is known of what customers want.</summary>
    public static ReasonDefinition NeedsUnknown { get; } = new(
        "content.needs_unknown", "What the customers want is unknown.", "受众需求未知。");
}
