namespace PrivateDomain.Core.Acquisition;

/// <summary>What speaks for a channel and against it (渠道理由), in order of precedence.</summary>
public static class ChannelReasons
{
    /// <summary>The channel cannot be used without something that the shop has not.</summary>
    public static ReasonDefinition Impossible { get; } = new(
        "channel.impossible", "The channel {found} needs {required}.", "渠道“{found}”需要：{required}。");

    /// <summary>It is not known whether the shop has what the channel needs.</summary>
    public static ReasonDefinition NeedUnknown { get; } = new(
        "channel.need_unknown", "The channel {found} needs {required}, and it is not known whether there is.", "渠道“{found}”需要：{required}；目前不清楚是否具备。");

    /// <summary>Something speaks against the channel.</summary>
    public static ReasonDefinition SpeaksAgainst { get; } = new(
        "channel.speaks_against", "What speaks against it: {found} ({required} points).", "不利因素：{found}（{required} 分）。");

    /// <summary>Something speaks for the channel.</summary>
    public static ReasonDefinition SpeaksFor { get; } = new(
        "channel.speaks_for", "What speaks for it: {found} (+{required} points).", "有利因素：{found}（+{required} 分）。");

    /// <summary>The figures were assumed, not measured.</summary>
    public static ReasonDefinition Assumed { get; } = new(
        "channel.assumed", "The cost per follower, {found}, is assumed.", "单粉成本 {found} 为假设值。");

    /// <summary>There are no figures.</summary>
    public static ReasonDefinition NoFigures { get; } = new(
        "channel.no_figures", "There are no figures: the cost per follower is not known.", "没有数据：单粉成本未知。");

    /// <summary>A table of rules cannot be.</summary>
    public static ReasonDefinition RuleOutOfRange { get; } = new(
        "channel.rule_out_of_range", "The value is {found}, but {required} is needed.", "数值为 {found}，应为 {required}。");
}
