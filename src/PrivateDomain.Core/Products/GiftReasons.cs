namespace PrivateDomain.Core.Products;

/// <summary>Why a gift cannot be described or should not be given (赠品理由), in order of precedence.</summary>
public static class GiftReasons
{
    /// <summary>A cost has no currency.</summary>
    public static ReasonDefinition CurrencyMissing { get; } = new(
        "gift.currency_missing", "The cost {found} has no currency.", "成本 {found} 没有币种。");

    /// <summary>Costs are in several currencies.</summary>
    public static ReasonDefinition CurrenciesDiffer { get; } = new(
        "gift.currencies_differ", "One cost is in {found}, the others are in {required}.", "一项成本使用 {found}，其余使用 {required}。");

    /// <summary>A cost is below 0.</summary>
    public static ReasonDefinition CostIsNegative { get; } = new(
        "gift.cost_is_negative", "The cost is {found}, but it cannot be below 0.", "成本为 {found}，不能小于 0。");

    /// <summary>Giving it leaves less than the red line.</summary>
    public static ReasonDefinition LosesMoney { get; } = new(
        "gift.loses_money", "Giving it leaves {found}, but at least {required} is needed.", "送出后只剩 {found}，至少需要 {required}。");
}
