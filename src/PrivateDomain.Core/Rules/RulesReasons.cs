namespace PrivateDomain.Core.Rules;

/// <summary>The reasons why a shop's rules cannot be made (店铺规则无效的理由), in order of precedence.</summary>
public static class RulesReasons
{
    /// <summary>No shop was described.</summary>
    public static ReasonDefinition NoShop { get; } = new(
        "rules.no_shop", "At least {required} shop is needed, but there were {found}.", "至少需要 {required} 个店铺，实际为 {found} 个。");

    /// <summary>A shop has an empty name.</summary>
    public static ReasonDefinition NameEmpty { get; } = new(
        "rules.name_empty", "A named shop needs a name.", "命名店铺的名称不能为空。");

    /// <summary>A shop was described twice at once.</summary>
    public static ReasonDefinition ShopTwice { get; } = new(
        "rules.shop_twice", "The shop {found} is described twice.", "店铺 {found} 重复配置。");

    /// <summary>A shop's zone is not stated.</summary>
    public static ReasonDefinition ZoneMissing { get; } = new(
        "rules.zone_missing", "The zone of the shop's days is not stated.", "没有说明店铺所在的时区。");

    /// <summary>A shop's zone is not known.</summary>
    public static ReasonDefinition ZoneUnknown { get; } = new(
        "rules.zone_unknown", "There is no zone {found}.", "不存在时区 {found}。");

    /// <summary>A shop's currency is not stated.</summary>
    public static ReasonDefinition CurrencyMissing { get; } = new(
        "rules.currency_missing", "The currency of the shop's books is not stated.", "没有说明店铺的记账币种。");

    /// <summary>A figure is in another currency than the shop's books.</summary>
    public static ReasonDefinition OtherCurrency { get; } = new(
        "rules.other_currency", "The shop counts in {required}, but the figure is in {found}.", "店铺以 {required} 记账，而该数值为 {found}。");
}
