namespace PrivateDomain.Core.Costs;

/// <summary>The reasons of costs, payback, lifetime value and public sales (成本、价值与公域带货的理由), in order of precedence.</summary>
public static class CostsReasons
{
    /// <summary>An amount that is a cost is negative.</summary>
    public static ReasonDefinition NegativeCost { get; } = new(
        "costs.negative_cost", "A cost is {required} or more, but it was {found}.", "成本不能低于 {required}，实际为 {found}。");

    /// <summary>A count is negative.</summary>
    public static ReasonDefinition NegativeCount { get; } = new(
        "costs.negative_count", "A count is {required} or more, but it was {found}.", "数量不能低于 {required}，实际为 {found}。");

    /// <summary>The cost does not say what it counts.</summary>
    public static ReasonDefinition ScopeUnstated { get; } = new(
        "costs.scope_unstated", "The cost does not say what it counts.", "没有说明成本的统计口径。");

    /// <summary>Nobody was won as a follower.</summary>
    public static ReasonDefinition NoFollowers { get; } = new(
        "costs.no_followers",
        "There is no cost per follower: {found} {found|follower was|followers were} gained.",
        "新增好友为 {found} 人，无法计算单个好友的引流成本。");

    /// <summary>Nobody was won as a customer.</summary>
    public static ReasonDefinition NoCustomers { get; } = new(
        "costs.no_customers",
        "There is no cost per customer: {found} {found|customer was|customers were} won.",
        "成交客户为 {found} 人，无法计算单个客户的获客成本。");

    /// <summary>No newcomer stayed.</summary>
    public static ReasonDefinition NoRetainedNewcomers { get; } = new(
        "costs.no_retained_newcomers",
        "There is no cost per retained newcomer: {found} {found|newcomer|newcomers} stayed.",
        "留存的新客为 {found} 人，无法计算单个留存新客的成本。");

    /// <summary>The share of freeloaders is unknown or no share.</summary>
    public static ReasonDefinition FreeloaderShareOutOfRange { get; } = new(
        "costs.freeloader_share_out_of_range",
        "The share of freeloaders is from 0 % to 100 %, but it was {found}.",
        "羊毛党占比应在 0 % 到 100 % 之间，实际为 {found}。");

    /// <summary>Everybody is a freeloader.</summary>
    public static ReasonDefinition OnlyFreeloaders { get; } = new(
        "costs.only_freeloaders",
        "There is no effective cost: {found} of the newcomers are freeloaders.",
        "新客中羊毛党占 {found}，无法计算有效成本。");

    /// <summary>The gross margin is unknown.</summary>
    public static ReasonDefinition MarginUnknown { get; } = new("costs.margin_unknown", "The gross margin is unknown.", "毛利率未知。");

    /// <summary>There is no gross margin, so no ticket breaks even.</summary>
    public static ReasonDefinition NoMargin { get; } = new(
        "costs.no_margin", "No ticket breaks even: the gross margin is {found}.", "毛利率为 {found}，任何客单价都无法保本。");

    /// <summary>The gross margin is above 1.</summary>
    public static ReasonDefinition MarginOutOfRange { get; } = new(
        "costs.margin_out_of_range",
        "The gross margin is at most 100 %, but it was {found}.",
        "毛利率不能超过 100 %，实际为 {found}。");

    /// <summary>There are no orders in a year.</summary>
    public static ReasonDefinition NoOrdersPerYear { get; } = new(
        "costs.no_orders_per_year",
        "No ticket breaks even: there are {found} orders a year; more than {required} are needed.",
        "年下单次数为 {found}，须大于 {required}，否则任何客单价都无法保本。");

    /// <summary>The retention rate is unknown.</summary>
    public static ReasonDefinition RetentionUnknown { get; } = new("costs.retention_unknown", "The retention rate is unknown.",
        "留存率未知。");

    /// <summary>The retention rate is outside 0 to 1.</summary>
    public static ReasonDefinition RetentionOutOfRange { get; } = new(
        "costs.retention_out_of_range",
        "The retention rate is from 0 % to 100 %, but it was {found}.",
        "留存率应在 0 % 到 100 % 之间，实际为 {found}。");

    /// <summary>The discount rate is −1 or less.</summary>
    public static ReasonDefinition DiscountTooLow { get; } = new(
        "costs.discount_too_low",
        "The discount rate is above {required}, but it was {found}.",
        "折现率必须大于 {required}，实际为 {found}。");

    /// <summary>The horizon is no number of periods that can be computed.</summary>
    public static ReasonDefinition HorizonOutOfRange { get; } = new(
        "costs.horizon_out_of_range",
        "The horizon is from 1 to {required} periods, but it was {found}.",
        "测算期数应在 1 到 {required} 之间，实际为 {found}。");

    /// <summary>The sum of all future contributions has no limit.</summary>
    public static ReasonDefinition ValueDiverges { get; } = new(
        "costs.value_diverges",
        "The lifetime value has no limit: 1 + discount − retention is above {required}, but it was {found}.",
        "客户终身价值不收敛：1 + 折现率 − 留存率必须大于 {required}，实际为 {found}。");

    /// <summary>The cohort has no customers.</summary>
    public static ReasonDefinition EmptyCohort { get; } = new(
        "costs.empty_cohort",
        "There is no value per customer: the cohort began with {found} {found|customer|customers}.",
        "该批客户初始人数为 {found}，无法计算人均价值。");

    /// <summary>Winning the customer cost nothing.</summary>
    public static ReasonDefinition WonForNothing { get; } = new(
        "costs.won_for_nothing", "Winning the customer cost {found}: any value covers it.", "获客成本为 {found}，任何价值都足以覆盖。");

    /// <summary>The amounts are too large to be computed with.</summary>
    public static ReasonDefinition AmountsTooLarge { get; } = new(
        "costs.amounts_too_large", "The amounts are too large or too finely divided to be computed with.", "金额过大或过细，无法计算。");

    /// <summary>A caveat, no refusal: the historic value looks back only.</summary>
    public static ReasonDefinition HistoricLooksBack { get; } = new(
        "costs.historic_looks_back",
        "This value counts the past only: new customers look worthless.",
        "该价值只统计过去的贡献，新客户会显得没有价值。");

    /// <summary>It was sold below the floor.</summary>
    public static ReasonDefinition BelowPriceFloor { get; } = new(
        "public_sale.below_price_floor", "It sold at {found}, below the price floor of {required}.",
        "成交价为 {found}，跌破底价 {required}。");

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
        "{found} of the buyers became linked; at least {required} is needed.",
        "买家沉淀比例为 {found}，至少需要 {required}。");

    /// <summary>Nobody bought, so nobody was linked.</summary>
    public static ReasonDefinition NobodyBought { get; } = new(
        "public_sale.nobody_bought", "Nobody bought, so nobody became linked.", "没有买家，也就没有沉淀。");

    /// <summary>Demand was pulled forward.</summary>
    public static ReasonDefinition DemandPulledForward { get; } = new(
        "public_sale.demand_pulled_forward",
        "Sales after it fell short of what was expected by {found}; at most {required} is healthy.",
        "活动后销量比预期少 {found}，超过上限 {required}，需求被提前透支。");

    /// <summary>The volume did not rise.</summary>
    public static ReasonDefinition VolumeNotUp { get; } = new(
        "public_sale.volume_not_up", "{found} {found|unit was|units were} sold after it, no more than the {required} before.",
        "活动后销量为 {found} 件，没有超过活动前的 {required} 件。");

    /// <summary>The price did not rise.</summary>
    public static ReasonDefinition PriceNotUp { get; } = new(
        "public_sale.price_not_up", "The price after it is {found}, no higher than the {required} before.",
        "活动后价格为 {found}，没有高于活动前的 {required}。");

    /// <summary>A fact is not known.</summary>
    public static ReasonDefinition SaleFactUnknown { get; } = new(
        "public_sale.fact_unknown", "Unknown: {found}.", "缺少数据：{found}。");
}
