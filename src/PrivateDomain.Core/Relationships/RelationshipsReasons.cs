namespace PrivateDomain.Core.Relationships;

/// <summary>The reasons of this room (关系域理由), in order of precedence.</summary>
public static class RelationshipsReasons
{
    /// <summary>There is no link, so there is nobody to have a relationship with.</summary>
    public static ReasonDefinition TooFewLinks { get; } = new(
        "relationships.too_few_links",
        "Links with the customer: {found}; at least {required} {required|is|are} needed.",
        "与该客户的在联链接为 {found} 个，至少需要 {required} 个。");

    /// <summary>The customer has interacted too little.</summary>
    public static ReasonDefinition TooFewInteractions { get; } = new(
        "relationships.too_few_interactions",
        "The customer has interacted {found} {found|time|times}; at least {required} {required|is|are} needed.",
        "该客户互动 {found} 次，至少需要 {required} 次。");

    /// <summary>Too few real conversations were held.</summary>
    public static ReasonDefinition TooFewConversations { get; } = new(
        "relationships.too_few_conversations",
        "Messages went both ways on {found} {found|day|days}; at least {required} {required|is|are} needed.",
        "双方有来有往的对话日为 {found} 天，至少需要 {required} 天。");

    /// <summary>Too little feedback was volunteered.</summary>
    public static ReasonDefinition TooLittleFeedback { get; } = new(
        "relationships.too_little_feedback",
        "The customer has volunteered feedback {found} {found|time|times}; at least {required} {required|is|are} needed.",
        "该客户主动反馈 {found} 次，至少需要 {required} 次。");

    /// <summary>The customer has bought too rarely.</summary>
    public static ReasonDefinition TooFewPurchases { get; } = new(
        "relationships.too_few_purchases",
        "The customer has bought on {found} {found|day|days}; at least {required} {required|is|are} needed.",
        "该客户的购买日为 {found} 天，至少需要 {required} 天。");

    /// <summary>Too few recommendations led to a purchase.</summary>
    public static ReasonDefinition TooFewEffectiveRecommendations { get; } = new(
        "relationships.too_few_effective_recommendations",
        "The customer's recommendations led to {found} {found|purchase|purchases}; at least {required} {required|is|are} needed.",
        "该客户的推荐促成 {found} 次购买，至少需要 {required} 次。");

    /// <summary>The latest NPS answer is not a promoter's.</summary>
    public static ReasonDefinition NotAPromoter { get; } = new(
        "relationships.not_a_promoter",
        "The latest NPS answer is not a promoter's: 9 or 10 is needed.",
        "最近一次净推荐值评分不是推荐者评分，需要 9 或 10 分。");

    /// <summary>The customer has declined too few rivals.</summary>
    public static ReasonDefinition TooFewRivalsDeclined { get; } = new(
        "relationships.too_few_rivals_declined",
        "The customer has declined {found} rival {found|offer|offers}; at least {required} {required|is|are} needed.",
        "该客户拒绝竞品 {found} 次，至少需要 {required} 次。");

    /// <summary>The customer has shown too few signs of life.</summary>
    public static ReasonDefinition TooFewSignsOfLife { get; } = new(
        "relationships.too_few_signs_of_life",
        "The customer has shown {found} {found|sign|signs} of life; at least {required} {required|is|are} needed.",
        "该客户有动静 {found} 次，至少需要 {required} 次。");

    /// <summary>There is evidence enough, but it is too old: the customer has fallen silent.</summary>
    public static ReasonDefinition EvidenceTooOld { get; } = new(
        "relationships.evidence_too_old",
        "The last evidence is from {found}; one after {required} is needed.",
        "最近一次证据在 {found}，需要晚于 {required}。");

    /// <summary>None of several ways to meet a requirement is met.</summary>
    public static ReasonDefinition NoAlternativeMet { get; } = new(
        "relationships.no_alternative_met",
        "So far {found}; one of these is needed: {required}.",
        "目前{found}；以下任一项即可：{required}。");

    /// <summary>What was folded away would decide it.</summary>
    public static ReasonDefinition EvidenceFolded { get; } = new(
        "relationships.evidence_folded",
        "Older events were folded away, so this is unknown: {found}.",
        "较早的记录已压缩，无法判断：{found}。");

    /// <summary>There is evidence for a later stage while an earlier one is not complete.</summary>
    public static ReasonDefinition EvidenceOutOfOrder { get; } = new(
        "relationships.evidence_out_of_order",
        "Out of order: {found}, but the stage \"{required}\" is not reached.",
        "次序错位：已有{found}，但尚未达到“{required}”阶段。");

    /// <summary>All evidence of a stage is there: why a journey went up.</summary>
    public static ReasonDefinition EvidenceComplete { get; } = new(
        "relationships.evidence_complete",
        "All evidence of the stage \"{found}\" is there.",
        "“{found}”阶段所需的证据均已具备。");

    /// <summary>There are more customers than the advisors can serve.</summary>
    public static ReasonDefinition TooFewAdvisors { get; } = new(
        "relationships.too_few_advisors",
        "There {found|is|are} {found} {found|advisor|advisors}; {required} {required|is|are} needed.",
        "现有顾问 {found} 名，需要 {required} 名。");

    /// <summary>There are more advisors than there is work for.</summary>
    public static ReasonDefinition TooManyAdvisors { get; } = new(
        "relationships.too_many_advisors",
        "There {found|is|are} {found} {found|advisor|advisors}; there is work for {required}.",
        "现有顾问 {found} 名，客户数量只够 {required} 名。");

    /// <summary>A stage of a ladder asks for nothing that those below do not ask for, so it is reached with them and is no stage of its
    /// own.</summary>
    public static ReasonDefinition StageAddsNothing { get; } = new(
        "relationships.stage_adds_nothing",
        "The stage \"{found}\" asks for nothing beyond those below it.",
        "“{found}”阶段没有提出高于下级的要求。");

    /// <summary>A requirement of a ladder asks for less than a stage below already does.</summary>
    public static ReasonDefinition AsksLessThanBelow { get; } = new(
        "relationships.asks_less_than_below",
        "It asks for {found}, which is less than what a stage below asks for: {required}.",
        "要求为{found}，低于下级已有的要求：{required}。");
}
