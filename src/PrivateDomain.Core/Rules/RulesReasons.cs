namespace PrivateDomain.Core.Rules;

/// <summary>The reasons why a shop's rules cannot be made (店铺规则无效的理由), in order
/// of precedence. The policies' own are <see cref="PolicyReasons"/>.</summary>
public static class RulesReasons
{
    /// <summary>A shop has an empty name.</summary>
    public static ReasonDefinition NameEmpty { get; } = new("rules.name_empty", "A named shop needs a name.", "命名店铺的名称不能为空。");

    /// <summary>A shop's zone is not stated.</summary>
    public static ReasonDefinition ZoneMissing { get; } = new(
        "rules.zone_missing", "The zone of the shop's days is not stated, such as Asia/Shanghai.",
        "没有填写店铺所在的时区，例如 Asia/Shanghai。");

    /// <summary>A shop's currency is not stated.</summary>
    public static ReasonDefinition CurrencyMissing { get; } = new(
        "rules.currency_missing", "The currency of the shop's books is not stated, such as CNY.", "没有填写店铺的记账币种，例如 CNY。");
}
