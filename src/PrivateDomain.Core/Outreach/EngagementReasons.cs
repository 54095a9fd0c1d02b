

namespace PrivateDomain.Core.Outreach;

/// <summary>The reasons of the outreach guard, group health, compliance and rhythm (互动理由), in order of precedence.</summary>
public static class EngagementReasons
{
    /// <summary>The customer opted out on the carrier.</summary>
    public static ReasonDefinition OptedOut { get; } = new(
        "engagement.opted_out", "The customer wants no messages on this carrier.", "客户已退订此渠道的消息。");

    /// <summary>The customer blocked the shop.</summary>
    public static ReasonDefinition LinkBlocked { get; } = new(
        "engagement.link_blocked", "The customer has blocked the shop.", "客户已拉黑店铺。");

    /// <summary>There is no link, or it was lost in another way than by blocking.</summary>
    public static ReasonDefinition LinkLost { get; } = new(
        "engagement.link_lost", "There is no link to the customer.", "与客户没有有效链接。");

    /// <summary>The customer hid the feed, so is not to be sold to.</summary>
    public static ReasonDefinition LinkMuted { get; } = new(
        "engagement.link_muted", "The customer has muted the shop, so no promotion goes out.", "客户已屏蔽店铺动态，不宜再推销。");

    /// <summary>The group dies.</summary>
    public static ReasonDefinition GroupDying { get; } = new(
        "engagement.group_dying", "The group is dying, so no promotion goes out.", "该群濒临流失，不宜再推销。");

    /// <summary>The relationship has not come far enough.</summary>
    public static ReasonDefinition StageTooLow { get; } = new(
        "engagement.stage_too_low",
        "It is too early: the relationship is at {found}, but {required} is needed.",
        "时机未到：关系处于{found}阶段，需要达到{required}阶段。");

    /// <summary>Only a buyer may be asked.</summary>
    public static ReasonDefinition NotABuyer { get; } = new(
        "engagement.not_a_buyer", "The customer has not bought yet.", "客户尚未购买。");

    /// <summary>The customer has only just joined.</summary>
    public static ReasonDefinition InReception { get; } = new(
        "engagement.in_reception",
        "The customer joined at {found}; there is no promotion before {required}.",
        "客户于 {found} 加入，{required} 之前不推销。");

    /// <summary>Too large a share of the messages would be promotion.</summary>
    public static ReasonDefinition TooPromotional { get; } = new(
        "engagement.too_promotional",
        "Value comes before promotion: {found} of the messages would be promotional, at most {required} may be.",
        "先给价值再推销：推销消息占比将达 {found}，最多 {required}。");

    /// <summary>Too many messages of all kinds.</summary>
    public static ReasonDefinition TooManyTouches { get; } = new(
        "engagement.too_many_touches",
        "{found} messages were sent, the most is {required}.",
        "已发送 {found} 条消息，上限为 {required}。");

    /// <summary>Too many messages of this kind.</summary>
    public static ReasonDefinition TooManyOfKind { get; } = new(
        "engagement.too_many_of_kind",
        "{found} messages of this kind were sent, the most is {required}.",
        "此类消息已发送 {found} 条，上限为 {required}。");

    /// <summary>The customer bought not long ago for what is bought again so often.</summary>
    public static ReasonDefinition TooSoonToRebuy { get; } = new(
        "engagement.too_soon_to_rebuy",
        "The customer bought at {found} and needs nothing again before {required}.",
        "客户于 {found} 购买，{required} 之前尚无复购需要。");

    /// <summary>It is night where the customer is.</summary>
    public static ReasonDefinition QuietHours { get; } = new(
        "engagement.quiet_hours",
        "It is {found} where the customer is; there is quiet until {required}.",
        "客户当地时间为 {found}，{required} 之前免打扰。");

    /// <summary>A group has nobody in it, so its health is unknown.</summary>
    public static ReasonDefinition GroupEmpty { get; } = new(
        "engagement.group_empty", "The group had no members in the window.", "该时段内群里没有成员。");

    /// <summary>Too many members left.</summary>
    public static ReasonDefinition LeaveRateHigh { get; } = new(
        "engagement.leave_rate_high", "{found} of the members left, less than {required} is healthy.", "退群率为 {found}，低于 {required} 才健康。");

    /// <summary>Too many members deleted the shop's contact.</summary>
    public static ReasonDefinition DeletionRateHigh { get; } = new(
        "engagement.deletion_rate_high", "{found} of the members deleted the shop, less than {required} is healthy.", "删除率为 {found}，低于 {required} 才健康。");

    /// <summary>Too few messages are answered.</summary>
    public static ReasonDefinition ReplyRateLow { get; } = new(
        "engagement.reply_rate_low", "{found} of the members replied, {required} or more is healthy.", "回复率为 {found}，不低于 {required} 才健康。");

    /// <summary>The group is promoted to too much.</summary>
    public static ReasonDefinition PromotionShareHigh { get; } = new(
        "engagement.promotion_share_high", "{found} of the messages are promotional, at most {required} is healthy.", "推销消息占比为 {found}，不超过 {required} 才健康。");

    /// <summary>A strained group gets worse.</summary>
    public static ReasonDefinition GroupWorsening { get; } = new(
        "engagement.group_worsening", "The rate of members lost rose from {required} to {found}.", "成员流失率从 {required} 升至 {found}。");

    /// <summary>The text breaks the rules of interaction.</summary>
    public static ReasonDefinition TextNotCompliant { get; } = new(
        "engagement.text_not_compliant", "The text has {found} strikes, the most is {required}.", "文案违规 {found} 处，上限为 {required} 处。");

    /// <summary>Nothing tells when to write next.</summary>
    public static ReasonDefinition NoRhythm { get; } = new(
        "engagement.no_rhythm", "No repurchase cycle, occasion or promotion is known.", "没有已知的复购周期、节日或活动。");

    /// <summary>Too few orders to see a cycle.</summary>
    public static ReasonDefinition TooFewOrders { get; } = new(
        "engagement.too_few_orders", "The customer bought on {found} days, a cycle needs {required}.", "客户在 {found} 天有购买，计算周期需要 {required} 天。");

    /// <summary>The next purchase is due.</summary>
    public static ReasonDefinition RepurchaseDue { get; } = new(
        "engagement.repurchase_due", "The customer bought on {found} and is expected to need it again on {required}.", "客户于 {found} 购买，预计 {required} 再次需要。");

    /// <summary>An occasion comes.</summary>
    public static ReasonDefinition OccasionComes { get; } = new(
        "engagement.occasion_comes", "{found} is on {required}.", "{required} 是{found}。");

    /// <summary>A promotion comes.</summary>
    public static ReasonDefinition PromotionComes { get; } = new(
        "engagement.promotion_comes", "The promotion {found} begins on {required}.", "活动{found}将于 {required} 开始。");

    /// <summary>A policy's number is out of its range.</summary>
    public static ReasonDefinition PolicyOutOfRange { get; } = new(
        "engagement.policy_out_of_range", "The value is {found}, but {required} is needed.", "数值为 {found}，应为 {required}。");

    /// <summary>A policy has a rule for nothing that can be sent.</summary>
    public static ReasonDefinition PolicyKindUnknown { get; } = new(
        "engagement.policy_kind_unknown", "{found} is no kind that a rule can be for.", "规则不适用于 {found}。");

    /// <summary>A policy says something twice.</summary>
    public static ReasonDefinition PolicyTwice { get; } = new(
        "engagement.policy_twice", "{found} is there twice.", "{found} 重复出现。");

    /// <summary>A policy lacks a rule.</summary>
    public static ReasonDefinition PolicyMissing { get; } = new(
        "engagement.policy_missing", "{found} has no rule.", "{found} 缺少规则。");
}
