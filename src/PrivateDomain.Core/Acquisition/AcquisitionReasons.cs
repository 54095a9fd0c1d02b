namespace PrivateDomain.Core.Acquisition;

/// <summary>The reasons of channels, cards, hooks, SMS and reception (引流与承接理由); within each group in order of precedence.</summary>
public static class AcquisitionReasons
{
    /// <summary>The channel cannot be used without something that the shop has not.</summary>
    public static ReasonDefinition ChannelImpossible { get; } = new(
        "channel.impossible", "The channel {found} needs {required}.", "渠道“{found}”需要：{required}。");

    /// <summary>It is unknown whether the shop has what the channel needs.</summary>
    public static ReasonDefinition ChannelNeedUnknown { get; } = new(
        "channel.need_unknown",
        "The channel {found} needs {required}; whether the shop has it is unknown.",
        "渠道“{found}”需要：{required}；目前不清楚是否具备。");

    /// <summary>Something speaks against the channel.</summary>
    public static ReasonDefinition ChannelSpeaksAgainst { get; } = new(
        "channel.speaks_against", "Against it: {found} ({required} points).", "不利因素：{found}（{required} 分）。");

    /// <summary>Something speaks for the channel.</summary>
    public static ReasonDefinition ChannelSpeaksFor { get; } = new(
        "channel.speaks_for", "For it: {found} (+{required} points).", "有利因素：{found}（+{required} 分）。");

    /// <summary>The cost per follower was assumed, not measured.</summary>
    public static ReasonDefinition ChannelCostAssumed { get; } = new(
        "channel.assumed", "The cost per follower, {found}, is assumed.", "单粉成本 {found} 为假设值。");

    /// <summary>Nobody said what a follower costs by the channel.</summary>
    public static ReasonDefinition ChannelCostUnknown { get; } = new(
        "channel.no_figures", "No figures: the cost per follower is unknown.", "暂无数据：单粉成本未知。");

    /// <summary>A cost per follower is too large to be written down.</summary>
    public static ReasonDefinition ChannelCostTooLarge { get; } = new(
        "channel.cost_too_large", "The cost per follower is too large to be written down.", "单粉成本过大，无法表示。");

    /// <summary>A movement of cards was told before with another number.</summary>
    public static ReasonDefinition CardMovementDiffers { get; } = new(
        "card.movement_differs", "The movement was told before as {required}; now it is {found}.",
        "该笔变动此前为 {required} 张，现为 {found} 张。");

    /// <summary>There are not so many cards.</summary>
    public static ReasonDefinition CardOutOfStock { get; } = new(
        "card.out_of_stock", "{found} {found|card is|cards are} left; {required} are to be packed.",
        "库存 {found} 张，需要装入 {required} 张。");

    /// <summary>There would be more cards than can be counted.</summary>
    public static ReasonDefinition CardStockTooLarge { get; } = new(
        "card.stock_too_large", "There would be {found} cards; at most {required} can be counted.",
        "库存将达 {found} 张，最多可计 {required} 张。");

    /// <summary>No benefit brings the volume.</summary>
    public static ReasonDefinition HookVolumeOutOfReach { get; } = new(
        "hook.volume_out_of_reach",
        "The best benefit brings {found} followers; {required} are wanted.",
        "最有效的利益点带来 {found} 位好友，目标为 {required} 位。");

    /// <summary>No benefit that brings the volume pays back.</summary>
    public static ReasonDefinition HookNonePaysBack { get; } = new(
        "hook.none_pays_back",
        "{found} {found|benefit brings|benefits bring} the volume; none is paid back within {required} {required|period|periods}.",
        "有 {found} 个利益点能达到目标，但都无法在 {required} 期内回本。");

    /// <summary>The cost per follower is too large to be written down.</summary>
    public static ReasonDefinition HookCostTooLarge { get; } = new(
        "hook.cost_too_large",
        "The cost per follower is too large to be written down: the add rate is {found}.",
        "单粉成本过大，无法表示：添加率为 {found}。");

    /// <summary>There is no text.</summary>
    public static ReasonDefinition SmsTextEmpty { get; } = new("sms.text_empty", "There is no text.", "没有正文。");

    /// <summary>The text has no signature at its beginning or end.</summary>
    public static ReasonDefinition SmsSignatureMissing { get; } = new(
        "sms.signature_missing", "The text has no signature in 【】 at its beginning or end.", "正文首尾没有【】签名。");

    /// <summary>The text does not say how to opt out.</summary>
    public static ReasonDefinition SmsOptOutMissing { get; } = new(
        "sms.opt_out_missing", "The text does not say how to opt out, such as {required}.", "正文没有退订方式，例如“{required}”。");

    /// <summary>The text takes too many segments.</summary>
    public static ReasonDefinition SmsTooLong { get; } = new(
        "sms.too_long", "The text takes {found} segments; the limit is {required}.", "短信计费 {found} 条，上限 {required} 条。");

    /// <summary>A link was not opened and found right.</summary>
    public static ReasonDefinition SmsLinkNotChecked { get; } = new(
        "sms.link_not_checked", "The link {found} was not checked.", "链接 {found} 未经检查。");

    /// <summary>Nobody looked at a test message.</summary>
    public static ReasonDefinition SmsTestNotSeen { get; } = new("sms.test_not_seen", "Nobody looked at a test message.",
        "没有查看过测试短信。");

    /// <summary>Nobody approved it.</summary>
    public static ReasonDefinition SmsNotApproved { get; } = new("sms.not_approved", "Nobody approved it.", "无人审批。");

    /// <summary>The author approved it.</summary>
    public static ReasonDefinition SmsApprovedByAuthor { get; } = new(
        "sms.approved_by_author", "{found} wrote it and approved it; a second person is needed.",
        "{found} 既是撰写人又是审批人，需要第二个人审批。");

    /// <summary>It goes to nobody.</summary>
    public static ReasonDefinition SmsAudienceEmpty { get; } = new("sms.audience_empty", "It goes to nobody.", "没有接收人。");

    /// <summary>What stands for a number is none.</summary>
    public static ReasonDefinition SmsNotANumber { get; } = new(
        "sms.not_a_number", "{found} {found|recipient has|recipients have} no valid telephone number.",
        "有 {found} 位接收人的手机号无效。");

    /// <summary>A number is there more than once.</summary>
    public static ReasonDefinition SmsNumbersRepeated { get; } = new(
        "sms.numbers_repeated",
        "{found} {found|message goes to a number that is|messages go to numbers that are} there already.",
        "有 {found} 条短信发往重复的号码。");

    /// <summary>Somebody did not agree to get SMS.</summary>
    public static ReasonDefinition SmsNotOptedIn { get; } = new(
        "sms.not_opted_in", "{found} {found|person|people} did not agree to get SMS.", "有 {found} 人没有同意接收短信。");

    /// <summary>It would arrive in quiet hours for some.</summary>
    public static ReasonDefinition SmsQuietHours { get; } = new(
        "sms.quiet_hours",
        "It would arrive at {found}, in quiet hours; they end at {required}.",
        "将在 {found} 送达，处于免打扰时段，该时段到 {required} 结束。");

    /// <summary>It costs more than its budget.</summary>
    public static ReasonDefinition SmsOverBudget { get; } = new(
        "sms.over_budget", "It costs {found}; the budget is {required}.", "费用为 {found}，预算为 {required}。");

    /// <summary>It is unknown whether everybody agreed.</summary>
    public static ReasonDefinition SmsOptInUnknown { get; } = new(
        "sms.opt_in_unknown", "Whether {found} {found|person|people} agreed to get SMS is unknown.",
        "不清楚其中 {found} 人是否同意接收短信。");

    /// <summary>The price is unknown, so the budget cannot be kept.</summary>
    public static ReasonDefinition SmsPriceUnknown { get; } = new(
        "sms.price_unknown", "The price of a segment is unknown; the budget is {required}.", "单条价格未知，预算为 {required}。");

    /// <summary>There is neither a link on the carrier nor a request.</summary>
    public static ReasonDefinition NoLink { get; } = new(
        "acquisition.no_link", "The customer has no link on this carrier and did not ask for one.",
        "该客户在此载体上没有好友关系，也没有提出申请。");

    /// <summary>What was said since the acceptance was folded away.</summary>
    public static ReasonDefinition HistoryFolded { get; } = new(
        "acquisition.history_folded",
        "What was said up to {found} was folded away; it is needed from {required} on.",
        "{found} 之前的沟通记录已折叠，而需要 {required} 之后的记录。");

    /// <summary>The newcomer was not accepted by the time of the verdict.</summary>
    public static ReasonDefinition NeverAccepted { get; } = new(
        "acquisition.never_accepted", "The request of {found} was not accepted by {required}.",
        "{found} 提出的好友申请，到 {required} 仍未通过。");

    /// <summary>The newcomer blocked the shop before the time of the verdict.</summary>
    public static ReasonDefinition NewcomerBlocked { get; } = new(
        "acquisition.newcomer_blocked", "The newcomer blocked the shop at {found}, before {required}.",
        "新客在 {required} 之前（{found}）拉黑了店铺。");

    /// <summary>The newcomer deleted the shop before the time of the verdict.</summary>
    public static ReasonDefinition NewcomerDeleted { get; } = new(
        "acquisition.newcomer_deleted", "The newcomer deleted the shop at {found}, before {required}.",
        "新客在 {required} 之前（{found}）删除了店铺。");

    /// <summary>The newcomer muted the shop before the time of the verdict.</summary>
    public static ReasonDefinition NewcomerMuted { get; } = new(
        "acquisition.newcomer_muted", "The newcomer muted the shop at {found}, before {required}.",
        "新客在 {required} 之前（{found}）屏蔽了店铺动态。");

    /// <summary>A step is not done, and its time is over.</summary>
    public static ReasonDefinition StepOverdue { get; } = new(
        "acquisition.step_overdue", "Not done yet: {found}, due at {required}.", "尚未完成：{found}，应在 {required} 前完成。");

    /// <summary>A step was done too late.</summary>
    public static ReasonDefinition StepLate { get; } = new(
        "acquisition.step_late", "Done late: {found}, due at {required}.", "超时完成：{found}，应在 {required} 前完成。");
}
