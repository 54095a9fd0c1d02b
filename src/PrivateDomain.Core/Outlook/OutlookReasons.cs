namespace PrivateDomain.Core.Outlook;

/// <summary>Why something changes by itself, and what an outlook leaves out (展望理由).</summary>
public static class OutlookReasons
{
    /// <summary>Enough time passed.</summary>
    public static ReasonDefinition TimePassed { get; } = new(
        "outlook.time_passed", "Time passed: from {found} to {required}.", "时间推移：由{found}变为{required}。");

    /// <summary>A condition of a segment changed.</summary>
    public static ReasonDefinition ConditionChanged { get; } = new(
        "outlook.condition_changed", "{found} is required: {required}.", "条件“{found}”：{required}。");

    /// <summary>A segment asks for ranks among customers, which one customer does not tell.</summary>
    public static ReasonDefinition RanksLeftOut { get; } = new(
        "outlook.ranks_left_out",
        "The segment \"{found}\" is left out: {required} depends on the other customers.",
        "未展望分群“{found}”：{required}取决于其他客户。");
}
