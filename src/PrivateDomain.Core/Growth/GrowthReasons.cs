namespace PrivateDomain.Core.Growth;

/// <summary>The reasons of the growth gate (增长理由), in order of precedence.</summary>
public static class GrowthReasons
{
    /// <summary>A number of a policy or a figure is too small.</summary>
    public static ReasonDefinition TooSmall { get; } = new(
        "growth.too_small", "At least {required} is needed, but it was {found}.", "不能小于 {required}，实际为 {found}。");

    /// <summary>A number is too great.</summary>
    public static ReasonDefinition TooGreat { get; } = new(
        "growth.too_great", "At most {required} is possible, but it was {found}.", "不能大于 {required}，实际为 {found}。");

    /// <summary>A measure has no such value.</summary>
    public static ReasonDefinition MeasureMissing { get; } = new(
        "growth.measure_missing", "A measure is needed, but it was {found}.", "需要指定衡量指标，实际为 {found}。");

    /// <summary>A measure has more than one target.</summary>
    public static ReasonDefinition TargetTwice { get; } = new(
        "growth.target_twice", "There is more than one target for {found}.", "指标 {found} 的目标重复。");

    /// <summary>A link has no target.</summary>
    public static ReasonDefinition LinkWithoutTarget { get; } = new(
        "growth.link_without_target", "The link {found} has no target.", "环节 {found} 没有目标。");

    /// <summary>Winning customers takes too long to come back.</summary>
    public static ReasonDefinition PaybackTooLong { get; } = new(
        "growth.payback_too_long", "Acquisition: the cost is back after {found} periods, but {required} is the most.", "引流环节：回本需要 {found} 期，上限为 {required} 期。");

    /// <summary>The cost of winning customers never comes back, or not within the horizon.</summary>
    public static ReasonDefinition NeverPaidBack { get; } = new(
        "growth.never_paid_back", "Acquisition: the cost does not come back, but it has to within {required} periods.", "引流环节：获客成本无法收回，应在 {required} 期内回本。");

    /// <summary>Winning customers costs too much of what they are worth.</summary>
    public static ReasonDefinition AcquisitionTooDear { get; } = new(
        "growth.acquisition_too_dear",
        "Acquisition: winning a customer costs {found} of what one is worth, but {required} is the most.",
        "引流环节：获客成本占客户价值的 {found}，上限为 {required}。");

    /// <summary>Newcomers are received badly.</summary>
    public static ReasonDefinition ReceptionTooLow { get; } = new(
        "growth.reception_too_low", "Reception: {found} of newcomers are received well, but {required} is needed.", "承接环节：承接率为 {found}，至少需要 {required}。");

    /// <summary>Too few take part.</summary>
    public static ReasonDefinition InteractionTooLow { get; } = new(
        "growth.interaction_too_low", "Interaction: {found} take part, but {required} is needed.", "互动环节：互动率为 {found}，至少需要 {required}。");

    /// <summary>Too many leave.</summary>
    public static ReasonDefinition ChurnTooHigh { get; } = new(
        "growth.churn_too_high", "Interaction: {found} of friends leave, but {required} is the most.", "互动环节：好友流失率为 {found}，上限为 {required}。");

    /// <summary>Too few buy.</summary>
    public static ReasonDefinition ConversionTooLow { get; } = new(
        "growth.conversion_too_low", "Conversion: {found} buy, but {required} is needed.", "转化环节：转化率为 {found}，至少需要 {required}。");

    /// <summary>Too few buy again.</summary>
    public static ReasonDefinition RepurchaseTooLow { get; } = new(
        "growth.repurchase_too_low", "Conversion: {found} buy again, but {required} is needed.", "转化环节：复购率为 {found}，至少需要 {required}。");

    /// <summary>The ticket does not pay the upkeep.</summary>
    public static ReasonDefinition TicketTooLow { get; } = new(
        "growth.ticket_too_low", "Cost: the ticket is {found} of the break-even ticket, but {required} is needed.", "成本环节：客单价为保本客单价的 {found}，至少需要 {required}。");

    /// <summary>A measure is not measured.</summary>
    public static ReasonDefinition NotMeasured { get; } = new(
        "growth.not_measured", "Not measured: {found}.", "尚未测得：{found}。");
}
