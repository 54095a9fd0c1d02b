namespace PrivateDomain.Core.Growth;

/// <summary>The reasons of the growth gate (增长理由), in order of precedence.</summary>
public static class GrowthReasons
{
    /// <summary>Winning customers takes too long to come back.</summary>
    public static ReasonDefinition PaybackTooLong { get; } = new(
        "growth.payback_too_long",
        "Acquisition: the cost is back after {found} {found|period|periods}, but {required} {required|is|are} the most.",
        "引流环节：回本需要 {found} 期，上限为 {required} 期。");

    /// <summary>The cost of winning customers never comes back, or not within the horizon.</summary>
    public static ReasonDefinition NeverPaidBack { get; } = new(
        "growth.never_paid_back",
        "Acquisition: the cost does not come back, but it has to within {required} {required|period|periods}.",
        "引流环节：获客成本无法收回，应在 {required} 期内回本。");

    /// <summary>A customer is worth nothing, so whatever winning one costs is lost.</summary>
    public static ReasonDefinition WorthNothing { get; } = new(
        "growth.worth_nothing",
        "Acquisition: a customer is worth {found}, so what winning one costs is lost.",
        "引流环节：客户终身价值为 {found}，获客成本无法收回。");

    /// <summary>Winning customers costs too much of what they are worth.</summary>
    public static ReasonDefinition AcquisitionTooDear { get; } = new(
        "growth.acquisition_too_dear",
        "Acquisition: winning a customer costs {found} of what one is worth, but {required} is the most.",
        "引流环节：获客成本占客户终身价值的 {found}，上限为 {required}。");

    /// <summary>Newcomers are received badly.</summary>
    public static ReasonDefinition ReceptionTooLow { get; } = new(
        "growth.reception_too_low",
        "Reception: {found} of newcomers are received well, but {required} is needed.",
        "承接环节：承接率为 {found}，至少需要 {required}。");

    /// <summary>Too few interact.</summary>
    public static ReasonDefinition InteractionTooLow { get; } = new(
        "growth.interaction_too_low",
        "Interaction: {found} of friends interact, but {required} is needed.",
        "互动环节：互动率为 {found}，至少需要 {required}。");

    /// <summary>Too many leave.</summary>
    public static ReasonDefinition ChurnTooHigh { get; } = new(
        "growth.churn_too_high",
        "Interaction: {found} of friends leave, but {required} is the most.",
        "互动环节：好友流失率为 {found}，上限为 {required}。");

    /// <summary>Too few buy.</summary>
    public static ReasonDefinition ConversionTooLow { get; } = new(
        "growth.conversion_too_low",
        "Conversion: {found} of friends buy first, but {required} is needed.",
        "转化环节：转化率为 {found}，至少需要 {required}。");

    /// <summary>Too few buy again.</summary>
    public static ReasonDefinition RepurchaseTooLow { get; } = new(
        "growth.repurchase_too_low",
        "Conversion: {found} of buyers buy again, but {required} is needed.",
        "转化环节：复购率为 {found}，至少需要 {required}。");

    /// <summary>The ticket does not pay the upkeep.</summary>
    public static ReasonDefinition TicketTooLow { get; } = new(
        "growth.ticket_too_low",
        "Cost: the ticket is {found} of the break-even ticket, but {required} is needed.",
        "成本环节：客单价为保本客单价的 {found}，至少需要 {required}。");

    /// <summary>A measure is not measured.</summary>
    public static ReasonDefinition NotMeasured { get; } = new(
        "growth.not_measured", "Not measured: {found}.", "尚未测得：{found}。");

    /// <summary>Margin or costs of a plan, or its buyers, are not stated.</summary>
    public static ReasonDefinition CostsUnknown { get; } = new(
        "growth.costs_unknown",
        "The contribution is unknown: gross margin, acquisition, hooks, upkeep and the buyers are needed.",
        "贡献未知：需要毛利率、获客成本、利益点成本、维护成本和购买人数。");

    /// <summary>Two factors of one channel are 0, so that the gap belongs to neither.</summary>
    public static ReasonDefinition TwoFactorsOfNothing { get; } = new(
        "growth.two_factors_of_nothing",
        "Nobody can tell whose gap it is: {found} and {required} are both 0, in the plan or in fact.",
        "无法区分差距来源：{found}与{required}在计划或实际中均为 0。");

    /// <summary>What one channel, campaign or group does to a failing figure, and what the figure would be without it.</summary>
    public static ReasonDefinition WithoutIt { get; } = new(
        "growth.without_it", "{found}; without it {required}.", "{found}；去掉后为 {required}。");
}
