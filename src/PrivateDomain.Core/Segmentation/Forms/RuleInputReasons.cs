namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>What is wrong with a rule as it is written (规则书写理由), in order of precedence.</summary>
public static class RuleInputReasons
{
    /// <summary>The input is longer than is read.</summary>
    public static ReasonDefinition TooLong { get; } = new(
        "segmentation.input_too_long", "The input is {found} long; at most {required} are read.",
        "输入长度为 {found}，最多读取 {required}。");

    /// <summary>The JSON is not well formed.</summary>
    public static ReasonDefinition NotJson { get; } =
        new("segmentation.not_json", "This is not valid JSON ({found}).", "不是有效的 JSON（{found}）。");

    /// <summary>A character does not belong here.</summary>
    public static ReasonDefinition UnknownCharacter { get; } = new(
        "segmentation.unknown_character", "\"{found}\" means nothing here.", "此处的“{found}”没有意义。");

    /// <summary>A character looks like one of the language.</summary>
    public static ReasonDefinition LookAlikeCharacter { get; } = new(
        "segmentation.look_alike_character", "\"{found}\" means nothing here; write \"{required}\".",
        "此处的“{found}”没有意义，请写作“{required}”。");

    /// <summary>Quotes are not closed, or something in them is not allowed.</summary>
    public static ReasonDefinition BadQuotes { get; } = new(
        "segmentation.bad_quotes", "A text stands between two \" on one line, with \\\" and \\\\ for a quote and a backslash.",
        "文本须写在同一行的两个 \" 之间，引号与反斜杠写作 \\\" 与 \\\\。");

    /// <summary>Something else is needed at a place.</summary>
    public static ReasonDefinition Unexpected { get; } = new(
        "segmentation.unexpected", "Found \"{found}\", but {required} is needed.", "发现“{found}”，但此处需要{required}。");

    /// <summary>A word is not known; another is near.</summary>
    public static ReasonDefinition UnknownWord { get; } = new(
        "segmentation.unknown_word", "\"{found}\" is not known here; the nearest is \"{required}\".",
        "此处不认识“{found}”，最接近的是“{required}”。");

    /// <summary>A word is not known, and none is near.</summary>
    public static ReasonDefinition UnknownWordNothingNear { get; } = new(
        "segmentation.unknown_word_nothing_near", "\"{found}\" is not known here; one of these is needed: {required}.",
            "此处不认识“{found}”，应为以下之一：{required}。");

    /// <summary>A member is not known; another is near.</summary>
    public static ReasonDefinition UnknownMember { get; } = new(
        "segmentation.unknown_member", "The member \"{found}\" does not belong here; the nearest is \"{required}\".",
            "成员“{found}”不属于此处，最接近的是“{required}”。");

    /// <summary>A member does not belong here.</summary>
    public static ReasonDefinition ForeignMember { get; } = new(
        "segmentation.foreign_member", "The member \"{found}\" does not belong here.", "成员“{found}”不属于此处。");

    /// <summary>A member is there twice.</summary>
    public static ReasonDefinition TwiceMember { get; } =
        new("segmentation.member_twice", "The member \"{found}\" is there twice.", "成员“{found}”重复出现。");

    /// <summary>A member is missing.</summary>
    public static ReasonDefinition MissingMember { get; } =
        new("segmentation.member_missing", "The member \"{required}\" is missing.", "缺少成员“{required}”。");

    /// <summary>The format has another version.</summary>
    public static ReasonDefinition OtherVersion { get; } = new(
        "segmentation.other_version", "Version {required} is read, but it was {found}.", "只能读取版本 {required}，但输入为 {found}。");

    /// <summary>A text cannot be a value or a name.</summary>
    public static ReasonDefinition BadText { get; } = new(
        "segmentation.bad_text",
            "A text has 1 to {required} characters, no control characters and no white space at its ends, but it was \"{found}\".",
        "文本须为 1 至 {required} 个字符，不含控制字符，首尾无空白，但输入为“{found}”。");

    /// <summary>A number is out of its range.</summary>
    public static ReasonDefinition OutOfRange { get; } = new(
        "segmentation.out_of_range", "{found} is out of range: {required} is needed.", "{found} 超出范围：应为{required}。");

    /// <summary>A number has more digits, or is greater or nearer to 0, than a number
    /// in double precision; required is the nearest that can be held.</summary>
    public static ReasonDefinition NumberNotHeld { get; } = new(
        "segmentation.number_not_held",
        "{found} cannot be held exactly; the nearest number that can is {required}.",
        "无法精确表示 {found}，最接近的可用数值是 {required}。");

    /// <summary>A value stands twice in a list.</summary>
    public static ReasonDefinition TwiceValue { get; } = new(
        "segmentation.value_twice", "The value \"{found}\" is there twice.", "取值“{found}”重复出现。");

    /// <summary>The ends of a range are in the wrong order.</summary>
    public static ReasonDefinition WrongOrder { get; } = new(
        "segmentation.wrong_order", "The range ends at {found}, before it begins at {required}.",
        "区间的终点 {found} 早于起点 {required}。");

    /// <summary>The rule is too deep.</summary>
    public static ReasonDefinition RuleTooDeep { get; } = new(
        "segmentation.rule_too_deep", "The rule is more than {required} deep.", "规则嵌套超过 {required} 层。");

    /// <summary>The rule is too large.</summary>
    public static ReasonDefinition RuleTooLarge { get; } = new(
        "segmentation.rule_too_large", "The rule has more than {required} nodes and values.", "规则的节点与取值超过 {required} 个。");
}
