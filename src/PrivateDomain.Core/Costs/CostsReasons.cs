namespace PrivateDomain.Core.Costs;

/// <summary>The reasons of costs, payback and lifetime value (成本与价值的理由), in order of precedence.</summary>
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
        "costs.scope_unstated", "It is not stated what the cost counts.", "没有说明成本的统计口径。");

    /// <summary>Nobody was won as a follower.</summary>
    public static ReasonDefinition NoFollowers { get; } = new(
        "costs.no_followers",
        "The cost per follower is undefined: {found} followers were gained.",
        "新增好友为 {found} 人，无法计算单个好友的引流成本。");

    /// <summary>Nobody was won as a customer.</summary>
    public static ReasonDefinition NoCustomers { get; } = new(
        "costs.no_customers",
        "The cost per customer is undefined: {found} customers were won.",
        "成交客户为 {found} 人，无法计算单个客户的获客成本。");

    /// <summary>No newcomer stayed.</summary>
    public static ReasonDefinition NoRetainedNewcomers { get; } = new(
        "costs.no_retained_newcomers",
        "The cost per retained newcomer is undefined: {found} newcomers stayed.",
        "留存的新客为 {found} 人，无法计算单个留存新客的成本。");

    /// <summary>The share of freeloaders is unknown or no share.</summary>
    public static ReasonDefinition FreeloaderShareOutOfRange { get; } = new(
        "costs.freeloader_share_out_of_range",
        "The share of freeloaders is from 0 % to 100 %, but it was {found}.",
        "羊毛党占比应在 0 % 到 100 % 之间，实际为 {found}。");

    /// <summary>Everybody is a freeloader.</summary>
    public static ReasonDefinition OnlyFreeloaders { get; } = new(
        "costs.only_freeloaders",
        "The effective cost is undefined: {found} of the newcomers are freeloaders.",
        "新客中羊毛党占 {found}，无法计算有效成本。");

    /// <summary>An advisor serves nobody.</summary>
    public static ReasonDefinition NoCustomersPerAdvisor { get; } = new(
        "costs.no_customers_per_advisor",
        "An advisor serves more than {required} customers, but it was {found}.",
        "每位顾问服务的客户数必须大于 {required}，实际为 {found}。");

    /// <summary>The gross margin is unknown, not above 0, or above 1.</summary>
    public static ReasonDefinition MarginOutOfRange { get; } = new(
        "costs.margin_out_of_range",
        "The gross margin is above 0 % and at most 100 %, but it was {found}.",
        "毛利率应大于 0 % 且不超过 100 %，实际为 {found}。");

    /// <summary>There are no orders in a year.</summary>
    public static ReasonDefinition NoOrdersPerYear { get; } = new(
        "costs.no_orders_per_year",
        "The orders per year are more than {required}, but they were {found}.",
        "年下单次数必须大于 {required}，实际为 {found}。");

    /// <summary>The retention rate is unknown or outside 0 to 1.</summary>
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
        "The value per customer is undefined: the cohort began with {found} customers.",
        "该批客户初始人数为 {found}，无法计算人均价值。");

    /// <summary>A caveat, no refusal: the historic value looks back only.</summary>
    public static ReasonDefinition HistoricLooksBack { get; } = new(
        "costs.historic_looks_back",
        "This value counts the past only: new customers look worthless.",
        "该价值只统计过去的贡献，新客户会显得没有价值。");
}
