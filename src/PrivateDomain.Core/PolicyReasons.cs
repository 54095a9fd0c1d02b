namespace PrivateDomain.Core;

/// <summary>The reasons why the options of a policy are wrong (策略配置无效的理由), the same for every policy. The place of a mistake says
/// which figure is meant.</summary>
public static class PolicyReasons
{
    /// <summary>Something that is needed is not stated.</summary>
    public static ReasonDefinition Missing { get; } = new("policy.missing", "{required} is needed.", "需要{required}。");

    /// <summary>A figure is outside its range.</summary>
    public static ReasonDefinition OutOfRange { get; } = new(
        "policy.out_of_range", "It was {found}; it must be {required}.", "当前为 {found}，应为 {required}。");

    /// <summary>A choice is none of those there are.</summary>
    public static ReasonDefinition UnknownChoice { get; } = new(
        "policy.unknown_choice", "{found} is no choice here; choose {required}.", "没有 {found} 这个选项，可选 {required}。");

    /// <summary>The same thing is stated twice.</summary>
    public static ReasonDefinition Twice { get; } = new("policy.twice", "{found} is stated twice.", "{found} 重复。");

    /// <summary>Two figures stand in the wrong order.</summary>
    public static ReasonDefinition NotInOrder { get; } = new(
        "policy.not_in_order", "It was {found}; it must be {required}.", "当前为 {found}，应{required}。");

    /// <summary>A list has too few or too many entries.</summary>
    public static ReasonDefinition WrongCount { get; } = new(
        "policy.wrong_count", "There are {found} entries; {required} are needed.", "共有 {found} 项，需要 {required} 项。");

    /// <summary>Parts do not add up to what they must.</summary>
    public static ReasonDefinition WrongSum { get; } = new(
        "policy.wrong_sum", "They add up to {found}; {required} is needed.", "合计为 {found}，应为 {required}。");

    /// <summary>A figure is in another currency than it must be.</summary>
    public static ReasonDefinition OtherCurrency { get; } = new(
        "policy.other_currency", "It is in {found}; {required} is needed.", "币种为 {found}，应为 {required}。");

    /// <summary>A text has another form than it must have.</summary>
    public static ReasonDefinition Malformed { get; } = new(
        "policy.malformed", "It was \"{found}\"; {required} is needed.", "当前为“{found}”，应为{required}。");

    /// <summary>The JSON of options is not well formed; what stands after the place is not looked at.</summary>
    public static ReasonDefinition NotJson { get; } = new(
        "policy.not_json", "This is not valid JSON ({found}).", "不是有效的 JSON（{found}）。");

    /// <summary>A document is longer than is read.</summary>
    public static ReasonDefinition DocumentTooLong { get; } = new(
        "policy.document_too_long", "The document is {found} bytes long; at most {required} are read.",
        "文档长度为 {found} 字节，最多读取 {required} 字节。");

    /// <summary>A document has another version than is read.</summary>
    public static ReasonDefinition OtherVersion { get; } = new(
        "policy.other_version", "Version {required} is read, but it was {found}.", "只能读取版本 {required}，但输入为 {found}。");

    /// <summary>A member of a document is none of those there are; another is near.</summary>
    public static ReasonDefinition UnknownMember { get; } = new(
        "policy.unknown_member", "There is no \"{found}\" here; the nearest is \"{required}\".",
        "此处没有“{found}”，最接近的是“{required}”。");

    /// <summary>A member of a document is none of those there are.</summary>
    public static ReasonDefinition ForeignMember { get; } = new(
        "policy.foreign_member", "There is no \"{found}\" here.", "此处没有“{found}”。");

    /// <summary>A member of a document is there twice; the first is read.</summary>
    public static ReasonDefinition MemberTwice { get; } = new(
        "policy.member_twice", "\"{found}\" is there twice.", "“{found}”重复出现。");

    /// <summary>A member of a document that has no default is not there.</summary>
    public static ReasonDefinition MemberMissing { get; } = new(
        "policy.member_missing", "\"{required}\" is missing.", "缺少“{required}”。");
}
