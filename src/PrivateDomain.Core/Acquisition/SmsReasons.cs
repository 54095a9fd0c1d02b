

namespace PrivateDomain.Core.Acquisition;

/// <summary>Why an SMS may not go (短信发送前检查理由), in order of precedence.</summary>
public static class SmsReasons
{
    /// <summary>There is no text.</summary>
    public static ReasonDefinition TextEmpty { get; } = new("sms.text_empty", "There is no text.", "没有正文。");

    /// <summary>The text has no signature at its beginning or end.</summary>
    public static ReasonDefinition SignatureMissing { get; } = new(
        "sms.signature_missing", "The text has no signature in 【】 at its beginning or end.", "正文首尾没有【】签名。");

    /// <summary>The text does not say how to opt out.</summary>
    public static ReasonDefinition OptOutMissing { get; } = new(
        "sms.opt_out_missing", "The text does not say how to opt out, such as {required}.", "正文没有退订方式，例如 {required}。");

    /// <summary>The text takes too many segments.</summary>
    public static ReasonDefinition TooLong { get; } = new(
        "sms.too_long", "The text takes {found} segments; at most {required} are wanted.", "短信计费 {found} 条，最多 {required} 条。");

    /// <summary>A link was not opened.</summary>
    public static ReasonDefinition LinkNotChecked { get; } = new(
        "sms.link_not_checked", "The link {found} was not checked.", "链接 {found} 未经检查。");

    /// <summary>Nobody looked at a test message.</summary>
    public static ReasonDefinition TestNotSeen { get; } = new("sms.test_not_seen", "No test message was looked at.", "没有查看过测试短信。");

    /// <summary>Nobody approved it.</summary>
    public static ReasonDefinition NotApproved { get; } = new("sms.not_approved", "Nobody approved it.", "无人审批。");

    /// <summary>The author approved it.</summary>
    public static ReasonDefinition ApprovedByAuthor { get; } = new(
        "sms.approved_by_author", "{found} wrote it and approved it; a second person is needed.", "{found} 既是撰写人又是审批人，需要第二个人审批。");

    /// <summary>It goes to nobody.</summary>
    public static ReasonDefinition AudienceEmpty { get; } = new("sms.audience_empty", "It goes to nobody.", "没有接收人。");

    /// <summary>A number is there more than once.</summary>
    public static ReasonDefinition NumbersRepeated { get; } = new(
        "sms.numbers_repeated", "{found} messages go to numbers that are there already.", "有 {found} 条短信发往重复的号码。");

    /// <summary>Somebody did not agree to get SMS.</summary>
    public static ReasonDefinition NotOptedIn { get; } = new(
        "sms.not_opted_in", "{found} people did not agree to get SMS.", "有 {found} 人没有同意接收短信。");

    /// <summary>It would be night for some.</summary>
    public static ReasonDefinition QuietHours { get; } = new(
        "sms.quiet_hours", "It would arrive at {found}, in quiet hours; they end at {required}.", "将在 {found} 送达，处于免打扰时段，该时段到 {required} 结束。");

    /// <summary>It costs more than its budget.</summary>
    public static ReasonDefinition OverBudget { get; } = new(
        "sms.over_budget", "It costs {found}; the budget is {required}.", "费用为 {found}，预算为 {required}。");

    /// <summary>It is not known whether everybody agreed.</summary>
    public static ReasonDefinition OptInUnknown { get; } = new(
        "sms.opt_in_unknown", "It is not known whether {found} people agreed to get SMS.", "不清楚其中 {found} 人是否同意接收短信。");

    /// <summary>The price is not known, so the budget cannot be kept.</summary>
    public static ReasonDefinition PriceUnknown { get; } = new(
        "sms.price_unknown", "The price of a segment is not known; the budget is {required}.", "单条价格未知，预算为 {required}。");

    /// <summary>A policy cannot be.</summary>
    public static ReasonDefinition PolicyOutOfRange { get; } = new(
        "sms.policy_out_of_range", "The value is {found}, but {required} is needed.", "数值为 {found}，应为 {required}。");
}
