namespace PrivateDomain.Core.Value;

/// <summary>Why there is no RFM score, what to know about a scale, and what is wrong with a policy or a map (RFM 理由), in order of
/// precedence.</summary>
public static class RfmReasons
{
    /// <summary>Who never bought has no score.</summary>
    public static ReasonDefinition NeverBought { get; } = new(
        "rfm.never_bought", "The customer has never bought, so there is no score.", "该客户从未购买，因此没有评分。");

    /// <summary>Who bought only before the window has no score.</summary>
    public static ReasonDefinition NotBoughtInWindow { get; } = new(
        "rfm.not_bought_in_window",
        "The last order was {found} days ago, not within the last {required} days.",
        "最近一次购买在 {found} 天前，不在最近 {required} 天内。");

    /// <summary>Quantiles of nobody do not exist.</summary>
    public static ReasonDefinition NobodyToMeasureBy { get; } = new(
        "rfm.nobody_to_measure_by", "Nobody in the cohort has bought, so there are no cut points.", "该批客户中无人购买，因此没有分界点。");

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

    /// <summary>The number of scores is out of range.</summary>
    public static ReasonDefinition BinsOutOfRange { get; } = new(
        "rfm.bins_out_of_range", "There are {found} scores, but from 2 to {required} are possible.", "评分有 {found} 档，只能为 2 到 {required} 档。");

    /// <summary>The window is out of range.</summary>
    public static ReasonDefinition WindowOutOfRange { get; } = new(
        "rfm.window_out_of_range",
        "The window is {found} days, but from 1 to {required} are possible.",
        "窗口为 {found} 天，只能为 1 到 {required} 天。");

    /// <summary>There is not one threshold for each score but the lowest.</summary>
    public static ReasonDefinition WrongThresholdCount { get; } = new(
        "rfm.wrong_threshold_count", "There are {found} thresholds, but {required} are needed.", "有 {found} 个阈值，需要 {required} 个。");

    /// <summary>A threshold is not better than the one before.</summary>
    public static ReasonDefinition ThresholdsOutOfOrder { get; } = new(
        "rfm.thresholds_out_of_order",
        "The threshold {found} is not better than {required}, the one before; they go from worst to best.",
        "阈值 {found} 没有优于前一个阈值 {required}；阈值须从差到好排列。");

    /// <summary>A threshold is negative.</summary>
    public static ReasonDefinition NegativeThreshold { get; } = new(
        "rfm.negative_threshold", "The threshold is {found}, but must be at least {required}.", "阈值为 {found}，不能小于 {required}。");

    /// <summary>A cell's range of scores does not fit the map.</summary>
    public static ReasonDefinition RangeOutOfBins { get; } = new(
        "rfm.range_out_of_bins", "The range {found} is not within the scores {required}.", "范围 {found} 不在分数 {required} 之内。");

    /// <summary>Two cells have one name.</summary>
    public static ReasonDefinition CellNamedTwice { get; } = new(
        "rfm.cell_named_twice", "Two cells are named \"{found}\".", "有两个分组同名“{found}”。");

    /// <summary>A score is in no cell.</summary>
    public static ReasonDefinition ScoreInNoCell { get; } = new(
        "rfm.score_in_no_cell", "The score {found} is in no cell.", "评分 {found} 不属于任何分组。");

    /// <summary>A score is in two cells.</summary>
    public static ReasonDefinition ScoreInTwoCells { get; } = new(
        "rfm.score_in_two_cells", "The score {found} is in more than one cell: {required}.", "评分 {found} 属于多个分组：{required}。");
}
