namespace PrivateDomain.Core.Referrals;

/// <summary>Why a programme cannot be made, should not begin or does not pay (裂变活动理由), in order of precedence.</summary>
public static class ReferralProgrammeReasons
{
    /// <summary>A name is no identifier.</summary>
    public static ReasonDefinition NameMissing { get; } = new(
        "programme.name_missing",
        "A name of 1 to 128 characters is needed, but it was \"{found}\".",
        "需要 1 到 128 个字符的名称，实际为“{found}”。");

    /// <summary>A choice was not made.</summary>
    public static ReasonDefinition ChoiceMissing { get; } = new(
        "programme.choice_missing", "A choice is needed, but it was {found}.", "需要作出选择，实际为 {found}。");

    /// <summary>Amounts are in several currencies or in none.</summary>
    public static ReasonDefinition CurrenciesDiffer { get; } = new(
        "programme.currencies_differ", "The amount is in {found}, but {required} is needed.", "金额币种为 {found}，需要 {required}。");

    /// <summary>A number, an amount or a length of time is too small.</summary>
    public static ReasonDefinition TooSmall { get; } = new(
        "programme.too_small", "At least {required} is needed, but it was {found}.", "至少需要 {required}，实际为 {found}。");

    /// <summary>A length of time is too great.</summary>
    public static ReasonDefinition TooGreat { get; } = new(
        "programme.too_great", "At most {required} is possible, but it was {found}.", "最多为 {required}，实际为 {found}。");

    /// <summary>A share is unknown or not from 0 to 1.</summary>
    public static ReasonDefinition NotAShare { get; } = new(
        "programme.not_a_share", "A share from 0 % to 100 % is needed, but it was {found}.", "需要 0 % 到 100 % 之间的占比，实际为 {found}。");

    /// <summary>It ends before it begins.</summary>
    public static ReasonDefinition EndsBeforeItBegins { get; } = new(
        "programme.ends_before_it_begins", "It ends at {found}, but it begins at {required}.", "结束时间 {found} 不晚于开始时间 {required}。");

    /// <summary>The budget does not pay one reward.</summary>
    public static ReasonDefinition BudgetBelowReward { get; } = new(
        "programme.budget_below_reward", "The budget of {found} does not pay one reward of {required}.", "预算 {found} 不足以支付一份奖励 {required}。");

    /// <summary>The private domain is too young.</summary>
    public static ReasonDefinition TooYoung { get; } = new(
        "programme.too_young", "The private domain is {found} days old, but {required} days are needed.", "私域运营了 {found} 天，需要 {required} 天。");

    /// <summary>Too few retained customers.</summary>
    public static ReasonDefinition BaseTooSmall { get; } = new(
        "programme.base_too_small", "There are {found} retained customers, but {required} are needed.", "留量客户有 {found} 人，需要 {required} 人。");

    /// <summary>Too many customers are lost.</summary>
    public static ReasonDefinition RetentionTooLow { get; } = new(
        "programme.retention_too_low", "The retention rate is {found}, but {required} is needed.", "留存率为 {found}，需要 {required}。");

    /// <summary>Newcomers are not received well.</summary>
    public static ReasonDefinition ReceptionTooLow { get; } = new(
        "programme.reception_too_low", "The reception rate is {found}, but {required} is needed.", "承接率为 {found}，需要 {required}。");

    /// <summary>Too many complaints.</summary>
    public static ReasonDefinition TooManyComplaints { get; } = new(
        "programme.too_many_complaints", "The complaint rate is {found}, but at most {required} is allowed.", "投诉率为 {found}，最多允许 {required}。");

    /// <summary>Too few customers want it.</summary>
    public static ReasonDefinition NeedTooLow { get; } = new(
        "programme.need_too_low", "{found} of the customers asked want it, but {required} is needed.", "受访客户中有 {found} 有需求，需要 {required}。");

    /// <summary>A fact the readiness gate needs is not known.</summary>
    public static ReasonDefinition FactUnknown { get; } = new(
        "programme.fact_unknown", "It is not known: {found}.", "未知：{found}。");

    /// <summary>Nobody converts, so what is paid before success is paid for nothing.</summary>
    public static ReasonDefinition NobodyConverts { get; } = new(
        "programme.nobody_converts",
        "The conversion is {found}: what is paid before success is paid for nothing.",
        "转化率为 {found}：成交之前支付的费用全部落空。");

    /// <summary>All newcomers are freeloaders.</summary>
    public static ReasonDefinition NobodyGenuine { get; } = new(
        "programme.nobody_genuine", "The freeloader share is {found}: no newcomer is genuine.", "羊毛党占比为 {found}：没有真实新客。");

    /// <summary>Nobody stays.</summary>
    public static ReasonDefinition NobodyStays { get; } = new(
        "programme.nobody_stays", "The share of newcomers who stay is {found}.", "新客留存占比为 {found}。");

    /// <summary>Each further success loses money.</summary>
    public static ReasonDefinition LossGrowsWithSuccess { get; } = new(
        "programme.loss_grows_with_success",
        "The loss grows with success: at the planned size {found} is left, and a success may be given at most {required}.",
        "越成功亏损越大：按计划规模最后剩 {found}，每次成功最多只能送出 {required}。");

    /// <summary>What is left at the planned size is below the red line.</summary>
    public static ReasonDefinition BelowRedLine { get; } = new(
        "programme.below_red_line", "At the planned size {found} is left, but the red line is {required}.", "按计划规模最后剩 {found}，红线为 {required}。");

    /// <summary>The money is not back within the cash horizon.</summary>
    public static ReasonDefinition PaybackBeyondHorizon { get; } = new(
        "programme.payback_beyond_horizon",
        "The payback takes {found} periods, but the cash lasts {required}.",
        "回本需要 {found} 期，现金只能支撑 {required} 期。");

    /// <summary>The figures are beyond all computing.</summary>
    public static ReasonDefinition NotComputable { get; } = new(
        "programme.not_computable", "The figures are too large or too small to be computed.", "数值过大或过小，无法计算。");

    /// <summary>There is nobody to spread from.</summary>
    public static ReasonDefinition SpreadUnknown { get; } = new(
        "programme.spread_unknown", "The multiple is {found}: nothing can be forecast.", "裂变倍率为 {found}，无法预测。");

    /// <summary>The spread has no limit of its own.</summary>
    public static ReasonDefinition SpreadDoesNotConverge { get; } = new(
        "programme.spread_does_not_converge",
        "The multiple is {found}: below {required} it would converge, so only the addressable base ends it.",
        "裂变倍率为 {found}，小于 {required} 才会收敛，只有可触达人群规模能使其停止。");
}
