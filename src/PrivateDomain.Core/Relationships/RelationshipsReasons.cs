namespace PrivateDomain.Core.Relationships;

/// <summary>The reasons of this area (关系域理由), in order of precedence.</summary>
public static class RelationshipsReasons
{
    /// <summary>There is no link, so there is nobody to have a relationship with.</summary>
    public static ReasonDefinition TooFewLinks { get; } = new(
        "relationships.too_few_links",
        "The customer has {found} links that are not lost; at least {required} is needed.",
        "该客户的有效链接为 {found} 个，至少需要 {required} 个。");

    /// <summary>The customer has taken part in too little.</summary>
    public static ReasonDefinition TooFewParticipations { get; } = new(
        "relationships.too_few_participations",
        "The customer has taken part {found} times; at least {required} is needed.",
        "该客户参与互动 {found} 次，至少需要 {required} 次。");

    /// <summary>Too few real conversations were held.</summary>
    public static ReasonDefinition TooFewConversations { get; } = new(
        "relationships.too_few_conversations",
        "Messages went both ways on {found} days; at least {required} is needed.",
        "双方对话的天数为 {found} 天，至少需要 {required} 天。");

    /// <summary>Too little feedback was volunteered.</summary>
    public static ReasonDefinition TooLittleFeedback { get; } = new(
        "relationships.too_little_feedback",
        "The customer has volunteered feedback {found} times; at least {required} is needed.",
        "该客户主动反馈 {found} 次，至少需要 {required} 次。");

    /// <summary>The customer has bought too rarely.</summary>
    public static ReasonDefinition TooFewPurchases { get; } = new(
        "relationships.too_few_purchases",
        "The customer has bought on {found} days; at least {required} is needed.",
        "该客户有 {found} 天购买过，至少需要 {required} 天。");

    /// <summary>Too few recommendations led to a purchase.</summary>
    public static ReasonDefinition TooFewEffectiveRecommendations { get; } = new(
        "relationships.too_few_effective_recommendations",
        "The customer's recommendations led to {found} purchases; at least {required} is needed.",
        "该客户的推荐促成 {found} 次购买，至少需要 {required} 次。");

    /// <summary>The latest NPS answer is not a promoter's.</summary>
    public static ReasonDefinition NotAPromoter { get; } = new(
        "relationships.not_a_promoter",
        "Of the latest NPS answer, {found} is a promoter's; {required} is needed.",
        "最近一次净推荐值回答中，推荐者回答为 {found} 个，需要 {required} 个。");

    /// <summary>The customer has declined too few rivals.</summary>
    public static ReasonDefinition TooFewRivalsDeclined { get; } = new(
        "relationships.too_few_rivals_declined",
        "The customer has declined {found} rival offers; at least {required} is needed.",
        "该客户拒绝竞品 {found} 次，至少需要 {required} 次。");

    /// <summary>The customer has shown too few signs of life.</summary>
    public static ReasonDefinition TooFewSignsOfLife { get; } = new(
        "relationships.too_few_signs_of_life",
        "The customer has shown {found} signs of life; at least {required} is needed.",
        "该客户有动静 {found} 次，至少需要 {required} 次。");

    /// <summary>There is evidence enough, but it is too old: the customer has fallen silent.</summary>
    public static ReasonDefinition EvidenceTooOld { get; } = new(
        "relationships.evidence_too_old",
        "The last evidence is from {found}; one after {required} is needed.",
        "最近一次证据的时间为 {found}，需要晚于 {required}。");

    /// <summary>None of several ways to meet a requirement is met.</summary>
    public static ReasonDefinition NoAlternativeMet { get; } = new(
        "relationships.no_alternative_met",
        "There is {found}; one of these is needed: {required}.",
        "现有{found}，以下任一项即可：{required}。");

    /// <summary>There is evidence for a later stage while an earlier one is not complete.</summary>
    public static ReasonDefinition EvidenceOutOfOrder { get; } = new(
        "relationships.evidence_out_of_order",
        "There is {found}, although the stage {required} is not reached.",
        "已有{found}，但尚未达到“{required}”阶段。");

    /// <summary>All evidence of a stage is there: why a journey went up.</summary>
    public static ReasonDefinition EvidenceComplete { get; } = new(
        "relationships.evidence_complete",
        "All evidence of the stage {found} is there.",
        "“{found}”阶段所需的证据均已具备。");

    /// <summary>There are more customers than the advisors can serve.</summary>
    public static ReasonDefinition TooFewAdvisors { get; } = new(
        "relationships.too_few_advisors",
        "There are {found} advisors; {required} are needed.",
        "现有顾问 {found} 名，需要 {required} 名。");

    /// <summary>There are more advisors than there is work for.</summary>
    public static ReasonDefinition TooManyAdvisors { get; } = new(
        "relationships.too_many_advisors",
        "There are {found} advisors; at most {required} have enough customers.",
        "现有顾问 {found} 名，客户数量最多支撑 {required} 名。");

    /// <summary>A number of a policy is too small, or a list has too few parts.</summary>
    public static ReasonDefinition NumberTooSmall { get; } = new(
        "relationships.number_too_small",
        "The number is {found}; at least {required} is needed.",
        "数值为 {found}，至少需要 {required}。");

    /// <summary>A number of a policy is larger than can be, or a list has too many parts.</summary>
    public static ReasonDefinition NumberTooLarge { get; } = new(
        "relationships.number_too_large",
        "The number is {found}; at most {required} is possible.",
        "数值为 {found}，最多为 {required}。");

    /// <summary>The parts of a policy do not add up.</summary>
    public static ReasonDefinition WrongSum { get; } = new(
        "relationships.wrong_sum",
        "The points add up to {found}; {required} are needed.",
        "分值合计为 {found}，应为 {required}。");

    /// <summary>A policy names a kind of evidence that does not exist, or names one twice.</summary>
    public static ReasonDefinition WrongEvidenceKind { get; } = new(
        "relationships.wrong_evidence_kind",
        "The kind of evidence is {found}; a defined one that is not used twice is needed.",
        "证据类型为 {found}，需要已定义且不重复的类型。");

    /// <summary>A rung stands in the place of another.</summary>
    public static ReasonDefinition RungOutOfOrder { get; } = new(
        "relationships.rung_out_of_order",
        "The rung leads to {found}; the one in this place leads to {required}.",
        "该级对应“{found}”阶段，此处应为“{required}”阶段。");

    /// <summary>A rung asks for nothing that those below do not ask for, so it is reached with them and is no rung of its own.</summary>
    public static ReasonDefinition RungAddsNothing { get; } = new(
        "relationships.rung_adds_nothing",
        "The rung {found} asks for nothing beyond those below it.",
        "“{found}”这一级没有提出高于下级的要求。");

    /// <summary>A requirement asks for less than a rung below already does.</summary>
    public static ReasonDefinition AsksLessThanBelow { get; } = new(
        "relationships.asks_less_than_below",
        "The requirement is {found}, which is less than what a rung below asks for: {required}.",
        "要求为{found}，低于下级已有的要求：{required}。");
}
