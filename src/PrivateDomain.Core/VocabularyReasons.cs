namespace PrivateDomain.Core;

/// <summary>The reasons that belong to no area (通用理由).</summary>
public static class VocabularyReasons
{
    /// <summary>No rule was asked: the reason of every default decision and answer.</summary>
    public static ReasonDefinition NeverMade { get; } = new(
        "decision.never_made", "No rule was asked.", "尚未询问任何规则。");

    /// <summary>An amount was to be shared by nothing.</summary>
    public static ReasonDefinition NothingToDivideBy { get; } = new(
        "money.nothing_to_divide_by",
        "The amount was to be shared by {found} things.",
        "要把金额分摊到 {found} 个对象上，无法计算。");

    /// <summary>The result is an amount that no decimal holds.</summary>
    public static ReasonDefinition BeyondAmounts { get; } = new(
        "money.beyond_amounts", "{found} for each of {required} is beyond the amounts that can be counted.",
        "{found} 按 {required} 分摊后超出可计算的金额范围。");

    internal static Bilingual UnknownWord { get; } = new("unknown", "未知");
}
