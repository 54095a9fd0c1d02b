using NodaTime;
using NodaTime.Text;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Outreach;

/// <summary>The reasons of the outreach guard, group health, compliance and rhythm (触达理由), in order of precedence.</summary>
public static class OutreachReasons
{
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The customer opted out on the carrier.</summary>
    public static ReasonDefinition OptedOut { get; } = new(
        "outreach.opted_out", "The customer wants no messages on this carrier.", "客户已退订此渠道的消息。");

    /// <summary>The customer blocked the shop.</summary>
    public static ReasonDefinition LinkBlocked { get; } = new(
        "outreach.link_blocked", "The customer has blocked the shop.", "客户已拉黑店铺。");

    /// <summary>There is no link, or it was lost in another way than by blocking.</summary>
    public static ReasonDefinition LinkLost { get; } = new(
        "outreach.link_lost", "The customer is not linked on this carrier.", "客户在此渠道已不是好友。");

    /// <summary>The customer hid the feed, so is not to be sold to.</summary>
    public static ReasonDefinition LinkMuted { get; } = new(
        "outreach.link_muted", "The customer has muted the shop, so no promotion goes out.", "客户已屏蔽店铺动态，不宜再推销。");

    /// <summary>The group dies.</summary>
    public static ReasonDefinition GroupDying { get; } = new(
        "outreach.group_dying", "The group is dying, so no promotion goes out.", "该群濒临流失，不宜再推销。");

    /// <summary>The relationship has not come far enough.</summary>
    public static ReasonDefinition StageTooLow { get; } = new(
        "outreach.stage_too_low",
        "It is too early: the relationship is at {found}; {required} is needed.",
        "时机未到：关系处于{found}阶段，需要达到{required}阶段。");

    /// <summary>Only a buyer may be asked.</summary>
    public static ReasonDefinition NotABuyer { get; } = new(
        "outreach.not_a_buyer", "The customer has not bought yet.", "客户尚未购买。");

    /// <summary>The customer has only just joined.</summary>
    public static ReasonDefinition InReception { get; } = new(
        "outreach.in_reception",
        "The customer joined at {found}; no promotion goes out before {required}.",
        "客户于 {found} 加入，{required} 之前不推销。");

    /// <summary>There is no record of what was sent.</summary>
    public static ReasonDefinition TouchesUnknown { get; } = new(
        "outreach.touches_unknown",
        "There is no record of what was sent to the customer; it is needed to keep the limits.",
        "没有对该客户的触达记录，需要先补充才能判断。");

    /// <summary>What was sent is not known as far back as a rule looks.</summary>
    public static ReasonDefinition TouchesFolded { get; } = new(
        "outreach.touches_folded",
        "What was sent is known from {found} on only; it is needed from {required} on.",
        "触达记录仅从 {found} 起完整，需要从 {required} 起的记录。");

    /// <summary>Nothing at all was sent in the days looked at, so a promotion would be the first message.</summary>
    public static ReasonDefinition NothingUsefulYet { get; } = new(
        "outreach.nothing_useful_yet",
        "Value comes before promotion: nothing useful has been sent yet ({required} {required|day|days} looked at).",
        "先给价值再推销：近 {required} 天还没有发过有价值的内容。");

    /// <summary>Too large a share of the messages would be promotion.</summary>
    public static ReasonDefinition TooPromotional { get; } = new(
        "outreach.too_promotional",
        "Value comes before promotion: with this message {found} would be promotional; the limit is {required}.",
        "先给价值再推销：加上本条，推销占比将达 {found}，上限为 {required}。");

    /// <summary>The shop sends no such messages.</summary>
    public static ReasonDefinition NotSentAtAll { get; } = new(
        "outreach.not_sent_at_all", "The limit for such messages is 0, so none goes out.", "此类消息的上限为 0，不发送。");

    /// <summary>Too many messages of all kinds.</summary>
    public static ReasonDefinition TooManyTouches { get; } = new(
        "outreach.too_many_touches",
        "{found} {found|message|messages} sent; the limit is {required}.",
        "已发送 {found} 条消息，上限为{required}。");

    /// <summary>Too many messages of this kind.</summary>
    public static ReasonDefinition TooManyOfKind { get; } = new(
        "outreach.too_many_of_kind",
        "{found} {found|message|messages} of this kind sent; the limit is {required}.",
        "此类消息已发送 {found} 条，上限为{required}。");

    /// <summary>The customer bought not long ago for what is bought again so often.</summary>
    public static ReasonDefinition TooSoonToRebuy { get; } = new(
        "outreach.too_soon_to_rebuy",
        "The customer bought at {found} and needs nothing again before {required}.",
        "客户于 {found} 购买，{required} 之前尚无复购需要。");

    /// <summary>It is night where the customer is.</summary>
    public static ReasonDefinition QuietHours { get; } = new(
        "outreach.quiet_hours",
        "It is {found} where the customer is; quiet hours last until {required}.",
        "客户当地时间为 {found}，{required} 之前免打扰。");

    /// <summary>A group is too small for its health to be told.</summary>
    public static ReasonDefinition GroupTooSmall { get; } = new(
        "outreach.group_too_small",
        "The group had {found} {found|member|members}; its health can be told from {required} on.",
        "该时段群成员为 {found} 人，满 {required} 人才能判断健康度。");

    /// <summary>Too many members left.</summary>
    public static ReasonDefinition LeaveShareHigh { get; } = new(
        "outreach.leave_share_high", "{found} of the members left; below {required} is healthy.",
        "退群率为 {found}，低于 {required} 才健康。");

    /// <summary>Too many members deleted the shop's contact.</summary>
    public static ReasonDefinition DeletionShareHigh { get; } = new(
        "outreach.deletion_share_high",
        "{found} of the members deleted the shop; below {required} is healthy.",
        "删除率为 {found}，低于 {required} 才健康。");

    /// <summary>Too few members answer.</summary>
    public static ReasonDefinition ReplyRateLow { get; } = new(
        "outreach.reply_rate_low", "{found} of the members replied; {required} or more is healthy.",
        "回复率为 {found}，不低于 {required} 才健康。");

    /// <summary>The group is promoted to too much.</summary>
    public static ReasonDefinition PromotionShareHigh { get; } = new(
        "outreach.promotion_share_high",
        "{found} of the messages are promotional; up to {required} is healthy.",
        "推销占比为 {found}，不超过 {required} 才健康。");

    /// <summary>More members are lost than before.</summary>
    public static ReasonDefinition GroupWorsening { get; } = new(
        "outreach.group_worsening", "The share of members lost rose from {required} to {found}.", "成员流失率从 {required} 升至 {found}。");

    /// <summary>The text breaks the rules of interaction.</summary>
    public static ReasonDefinition TextNotCompliant { get; } = new(
        "outreach.text_not_compliant",
        "The text breaks the rules in {found} {found|place|places}; the limit is {required}.",
        "文案违规 {found} 处，上限为 {required} 处。");

    /// <summary>The texts of an account break the rules too often.</summary>
    public static ReasonDefinition AccountNotCompliant { get; } = new(
        "outreach.account_not_compliant",
        "The account's texts break the rules in {found} {found|place|places}; the limit is {required}.",
        "该账号的文案共违规 {found} 处，上限为 {required} 处。");

    /// <summary>Nothing tells when to write next.</summary>
    public static ReasonDefinition NoRhythm { get; } = new(
        "outreach.no_rhythm", "No repurchase cycle, occasion or promotion is known.", "没有已知的复购周期、节日或活动。");

    /// <summary>The next purchase is due.</summary>
    public static ReasonDefinition RepurchaseDue { get; } = new(
        "outreach.repurchase_due",
        "The customer bought on {found} and is expected to need it again on {required}.",
        "客户于 {found} 购买，预计 {required} 再次需要。");

    /// <summary>An occasion comes.</summary>
    public static ReasonDefinition OccasionComes { get; } = new(
        "outreach.occasion_comes", "{found} is on {required}.", "{required} 是{found}。");

    /// <summary>A promotion comes.</summary>
    public static ReasonDefinition PromotionComes { get; } = new(
        "outreach.promotion_comes", "The promotion {found} begins on {required}.", "活动{found}将于 {required} 开始。");

    /// <summary>A time of day as sentences show it.</summary>
    internal static string Clock(LocalTime time) => Minute.Format(time);

    /// <summary>What is missing when a kind has no rule.</summary>
    internal static Bilingual RuleFor(TouchKind kind)
    {
        Bilingual name = NameOf(kind);
        return new($"a rule for {name.English}", $"“{name.Chinese}”的规则");
    }

    /// <summary>What a kind of touch is called, in the plural.</summary>
    internal static Bilingual NameOf(TouchKind kind) => kind switch
    {
        TouchKind.None => new("messages", "消息"),
        TouchKind.ServiceReply => new("service replies", "服务回复"),
        TouchKind.UsefulContent => new("useful content", "干货内容"),
        TouchKind.Survey => new("surveys", "问卷调研"),
        TouchKind.Welfare => new("welfare", "福利"),
        TouchKind.SoftRecommendation => new("soft recommendations", "软性推荐"),
        TouchKind.Promotion => new("promotions", "促销"),
        TouchKind.ReferralInvitation => new("referral invitations", "转介绍邀请"),
        TouchKind.MembershipOffer => new("membership offers", "会员邀约"),
        _ => new(kind.ToString("D"), kind.ToString("D")),
    };
}
