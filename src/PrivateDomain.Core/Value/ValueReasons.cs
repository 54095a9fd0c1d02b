namespace PrivateDomain.Core.Value;

/// <summary>The reasons of customer value (客户价值理由): why there is no score, what to know about a scale, what is wrong with a map, who
/// is key.</summary>
public static class ValueReasons
{
    /// <summary>Who never bought has no score.</summary>
    public static ReasonDefinition NeverBought { get; } = new(
        "rfm.never_bought", "The customer has never bought, so there is no score.", "该客户从未购买，因此没有评分。");

    /// <summary>Who bought only before the window has no score.</summary>
    public static ReasonDefinition NotBoughtInWindow { get; } = new(
        "rfm.not_bought_in_window",
        "The last order was {found} {found|day|days} ago, not within the last {required} {required|day|days}.",
        "最近一次购买在 {found} 天前，不在最近 {required} 天内。");

    /// <summary>A customer's spend is larger than what is scored.</summary>
    public static ReasonDefinition SpendTooLarge { get; } = new(
        "rfm.spend_too_large", "The customer spent {found}; up to {required} can be scored.",
        "该客户消费 {found}，可评分的上限为 {required}。");

    /// <summary>Fewer buyers than scores: their ranks tell nothing.</summary>
    public static ReasonDefinition TooFewBuyers { get; } = new(
        "rfm.too_few_buyers",
        "There {found|is|are} {found} {found|buyer|buyers}; ranks tell something from {required} on. Fixed thresholds need no ranks.",
        "只有 {found} 位已购客户，至少需要 {required} 位才能按名次评分；也可改用固定阈值。");

    /// <summary>All buyers are equal by a measure: their ranks tell nothing.</summary>
    public static ReasonDefinition AllBuyersEqual { get; } = new(
        "rfm.all_buyers_equal",
        "All buyers have the same {found}, so ranks tell nothing. Fixed thresholds need no ranks.",
        "所有已购客户的{found}都相同，名次没有意义；可改用固定阈值。");

    /// <summary>A measure has fewer different values than there are scores.</summary>
    public static ReasonDefinition FewerValuesThanBins { get; } = new(
        "rfm.fewer_values_than_bins",
        "The measure has {found} different values for {required} scores, so some scores are given to nobody.",
        "该指标只有 {found} 个不同的值，而评分有 {required} 档，因此有些分数没有客户。");

    /// <summary>Many equal customers leave scores empty.</summary>
    public static ReasonDefinition TiesLeaveScoresEmpty { get; } = new(
        "rfm.ties_leave_scores_empty",
        "Equal customers are kept together, so {found} of {required} scores are given.",
        "相同的客户不拆分，因此 {required} 档分数中只用到 {found} 档。");

    /// <summary>A score is in no cell of a map.</summary>
    public static ReasonDefinition ScoreInNoCell { get; } = new(
        "rfm.score_in_no_cell", "The score {found} is in no cell.", "评分 {found} 不属于任何分组。");

    /// <summary>A score is in two cells of a map.</summary>
    public static ReasonDefinition ScoreInTwoCells { get; } = new(
        "rfm.score_in_two_cells", "The score {found} is in more than one cell: {required}.", "评分 {found} 属于多个分组：{required}。");

    /// <summary>Fewer key customers than wanted: where everybody is key, nobody is.</summary>
    public static ReasonDefinition KeyCustomersLimited { get; } = new(
        "key_customers.limited",
        "{found} key {found|customer|customers} instead of {required}: no more than a share of the buyers is key.",
        "重点客户取 {found} 位而不是 {required} 位：重点客户只能占已购客户的一定比例。");

    /// <summary>Too few buyers for a key customer.</summary>
    public static ReasonDefinition TooFewForKeyCustomers { get; } = new(
        "key_customers.too_few_buyers",
        "There {found|is|are} {found} {found|buyer|buyers}; key customers need at least {required}.",
        "只有 {found} 位已购客户，至少需要 {required} 位才能选出重点客户。");

    /// <summary>Two periods that are compared are not equally long.</summary>
    public static ReasonDefinition UnequalPeriods { get; } = new(
        "spend_growth.unequal_periods",
        "The second period has {found} {found|day|days}, the first {required}: more or less time sells more or less.",
        "后一期有 {found} 天，前一期有 {required} 天：时长不同，销售额不可直接比较。");
}
