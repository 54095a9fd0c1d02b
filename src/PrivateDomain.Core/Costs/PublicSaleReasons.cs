namespace PrivateDomain.Core.Costs;

/// <summary>The reasons of the public-sale guard (公域带货理由), in order of precedence: what harms, what calls for caution, what is not known.</summary>
public static class PublicSaleReasons
{
    /// <summary>A number of a guard or a sale is out of range.</summary>
    public static ReasonDefinition OutOfRange { get; } = new(
        "public_sale.out_of_range", "At least {required} is needed, but it was {found}.", "不能小于 {required}，实际为 {found}。");

    /// <summary>A ratio is no share.</summary>
    public static ReasonDefinition NotAShare { get; } = new(
        "public_sale.not_a_share", "A share is from 0 % to 100 %, but it was {found}.", "占比应在 0 % 到 100 % 之间，实际为 {found}。");

    /// <summary>A part is more than its whole.</summary>
    public static ReasonDefinition MoreThanAll { get; } = new(
        "public_sale.more_than_all", "At most {required} is possible, but it was {found}.", "不能多于 {required}，实际为 {found}。");

    /// <summary>Amounts are in different currencies.</summary>
    public static ReasonDefinition CurrenciesDiffer { get; } = new(
        "public_sale.currencies_differ", "The amount is in {found}, but the others are in {required}.", "该金额的币种为 {found}，其他金额为 {required}。");

    /// <summary>It was sold below the floor.</summary>
    public static ReasonDefinition BelowPriceFloor { get; } = new(
        "public_sale.below_price_floor", "It sold at {found}, below the price floor of {required}.", "成交价为 {found}，跌破底价 {required}。");

    /// <summary>A unit earned less than the red line.</summary>
    public static ReasonDefinition UnitBelowRedLine { get; } = new(
        "public_sale.unit_below_red_line",
        "A unit earns {found} after commission, hook and returns; the red line is {required}.",
        "扣除佣金、钩子和退货后单件利润为 {found}，低于红线 {required}。");

    /// <summary>The sale earned less than the red line.</summary>
    public static ReasonDefinition TotalBelowRedLine { get; } = new(
        "public_sale.total_below_red_line",
        "The whole sale earns {found}; the red line is {required}.",
        "整场利润为 {found}，低于红线 {required}。");

    /// <summary>Too few buyers were linked.</summary>
    public static ReasonDefinition TooFewLinked { get; } = new(
        "public_sale.too_few_linked",
        "Of the buyers {found} became linked, but {required} is needed.",
        "买家沉淀比例为 {found}，至少需要 {required}。");

    /// <summary>Demand was pulled forward.</summary>
    public static ReasonDefinition DemandPulledForward { get; } = new(
        "public_sale.demand_pulled_forward",
        "Sales after it fell short of what was expected by {found}; at most {required} is healthy.",
        "活动后销量比预期少 {found}，超过上限 {required}，需求被提前透支。");

    /// <summary>The volume did not rise.</summary>
    public static ReasonDefinition VolumeNotUp { get; } = new(
        "public_sale.volume_not_up", "{found} units were sold after it, no more than the {required} before.", "活动后销量为 {found} 件，没有超过活动前的 {required} 件。");

    /// <summary>The price did not rise.</summary>
    public static ReasonDefinition PriceNotUp { get; } = new(
        "public_sale.price_not_up", "The price after it is {found}, no higher than the {required} before.", "活动后价格为 {found}，没有高于活动前的 {required}。");

    /// <summary>A fact is not known.</summary>
    public static ReasonDefinition FactUnknown { get; } = new(
        "public_sale.fact_unknown", "It is not known: {found}.", "缺少数据：{found}。");
}
