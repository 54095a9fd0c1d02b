using System.Collections.Frozen;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.ShopReport.Views;

/// <summary>The words on relationships and on who may be written to.</summary>
internal sealed partial class Texts
{
    private static readonly FrozenDictionary<string, Bilingual> ShortReasons = new Dictionary<ReasonDefinition, Bilingual>
    {
        [OutreachReasons.OptedOut] = new("opted out", "已退订"),
        [OutreachReasons.LinkBlocked] = new("blocked the shop", "已拉黑"),
        [OutreachReasons.LinkLost] = new("no link", "已不是好友"),
        [OutreachReasons.LinkMuted] = new("muted the shop", "已屏蔽"),
        [OutreachReasons.StageTooLow] = new("stage too low", "关系阶段不足"),
        [OutreachReasons.NotABuyer] = new("has not bought", "尚未购买"),
        [OutreachReasons.InReception] = new("still being received", "承接期内"),
        [OutreachReasons.NothingUsefulYet] = new("nothing useful sent yet", "尚未发过有价值的内容"),
        [OutreachReasons.TouchesUnknown] = new("no record of messages", "没有触达记录"),
        [OutreachReasons.TouchesFolded] = new("older messages not known", "较早的触达记录不完整"),
        [OutreachReasons.NotSentAtAll] = new("not sent at all", "此类消息不发送"),
        [OutreachReasons.TooPromotional] = new("too much promotion so far", "推销占比过高"),
        [OutreachReasons.TooManyTouches] = new("too many messages", "消息过多"),
        [OutreachReasons.TooManyOfKind] = new("too many of this kind", "同类消息过多"),
        [OutreachReasons.TooSoonToRebuy] = new("too soon to buy again", "未到复购期"),
        [OutreachReasons.QuietHours] = new("quiet hours", "免打扰时段"),
    }.ToFrozenDictionary(static each => each.Key.Code, static each => each.Value);

    public string StagesTitle => Say("Relationship stages", "关系阶段");

    public string StagesMeaning => Say(
        "Each rung stands on the one below: linked, interacts, buys and talks, buys again and stands by the brand.",
        "逐级递进：先成为好友，再有互动，买过且有交流为私交，复购并支持品牌为同盟。");

    public string Stage => Say("Stage", "阶段");

    public string OnStage => Say("On it", "处于该阶段");

    public string StageOrAbove => Say("On it or above", "该阶段及以上");

    public string NoInteractions => Say(
        "No interactions file was given, so nobody can be seen above acquaintance (--interactions FILE).",
            "没有互动文件，因此无人能高于“认识”阶段（--interactions）。");

    public string NoConversations => Say(
        "Without a touches file no conversation is seen: rapport rests on volunteered feedback alone (--touches FILE).",
        "没有触达记录文件，看不到双向对话；私交仅以主动反馈为准（--touches）。");

    public string MetricsTitle => Say("What the stages are measured by", "各阶段衡量指标");

    public string Metric => Say("Measure", "指标");

    public string OfHowMany => Say("Of", "分母");

    public string NeverTalkedTitle => Say("Bought, but nobody ever talked to them", "买过却从未有人与之互动的客户");

    public string Customer => Say("Customer", "客户");

    public string OutreachTitle => Say("Who may be written to", "现在可以触达谁");

    public string TouchKindColumn => Say("What is sent", "触达类型");

    public string Allowed => Say("now", "可发");

    public string Deferred => Say("later", "稍后可发");

    public string Denied => Say("no", "不可发");

    public string Undecidable => Say("undecidable", "无法判断");

    public string NoTouches => Say(
        "No touches file was given, so how much was sent is not known, and the limits on messages cannot be kept (--touches FILE).",
        "没有触达记录文件，已发了多少消息无从得知，无法判断频次与推销占比（--touches）。");

    public string LeadingReasons => Say("Why not (first reason)", "主要原因");

    public string PromotionTo => Say("A promotion", "促销消息");

    public string Answer => Say("Promotion?", "可否促销");

    public string WhyNot => Say("Why", "原因");

    public string AllowedTitle => Say("Now, the best customers first", "现在可发（消费高者在前）");

    public string DeferredTitle => Say("Later, the earliest first", "稍后可发（最早者在前）");

    public string DeniedTitle => Say("No, the best customers first", "不可发（消费高者在前）");

    public string UndecidableTitle => Say("Undecidable, the best customers first", "无法判断（消费高者在前）");

    public string Nobody => Say("Nobody.", "无。");

    public string NameOf(RelationshipStage stage) => stage.Name().In(language);

    public string NameOf(TouchKind kind) => kind.Name().In(language);

    public string NameOf(StageMeasure measure) => measure switch
    {
        StageMeasure.FriendChurn => Say("friend churn", "好友流失率"),
        StageMeasure.GroupJoin => Say("group joins", "入群率"),
        StageMeasure.Interaction => Say("interaction", "互动率"),
        StageMeasure.RetainedActive => Say("still active", "留存活跃率"),
        StageMeasure.Conversion => Say("first purchase", "转化率"),
        StageMeasure.Repurchase => Say("repurchase", "复购率"),
        StageMeasure.Nps => Say("net promoters (NPS)", "净推荐值"),
        _ => Say("purchases per recommender", "裂变倍率"),
    };

    public string StageOf(StageMeasure measure) => NameOf((RelationshipStage)(((int)measure / 2) + 1));

    public string Short(ReasonDefinition reason) => ShortReasons.TryGetValue(reason.Code, out Bilingual words) ? words.In(language)
        : reason.Code;

    public string MetricsWindow(LocalDate from, LocalDate to) => Say(
        $"After {Show.Date(from)}, to {Show.Date(to)}. Unknown is what the files do not tell.",
            $"{Show.Date(from)} 之后至 {Show.Date(to)}；文件未提供的为暂无数据。");

    public string FunnelDescription(RelationshipPart part) => string.Join(
        "; ", Enum.GetValues<RelationshipStage>().Select(stage => $"{NameOf(stage)} {Show.Count(part.Stages[(int)stage])}"));

    public string OutOfOrder(RelationshipPart part) => Say(
        $"Customers out of order: {Show.Count(part.OutOfOrder)}. Of these bought, but nobody ever talked to them: "
            + $"{Show.Count(part.NeverTalked)}.",
        $"阶段错位的客户 {Show.Count(part.OutOfOrder)} 位，其中买过却从未有人与之互动的 {Show.Count(part.NeverTalked)} 位。");

    public string AskedAt(ZonedDateTime at) =>
        Say($"Asked for {Show.Moment(at.LocalDateTime)}, in the shop's time.", $"以店铺时间 {Show.Moment(at.LocalDateTime)} 为准。");

    public string LaterFrom(LocalDateTime until) => Say($"from {Show.Moment(until)}", $"{Show.Moment(until)} 起");
}
