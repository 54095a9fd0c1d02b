namespace PrivateDomain.Core.Membership;

/// <summary>The reasons of membership (会员理由), in order of precedence.</summary>
public static class MembershipReasons
{
    /// <summary>The first tier has to be earned.</summary>
    public static ReasonDefinition BaseTierNotFree { get; } = new(
        "membership.base_tier_not_free",
        "The base tier is for everybody, from {required}, but it begins at {found}.",
        "基础等级面向所有会员，门槛应为 {required}，实际为 {found}。");

    /// <summary>A tier asks no more than the one below.</summary>
    public static ReasonDefinition TiersNotRising { get; } = new(
        "membership.tiers_not_rising",
        "A tier asks for more than {required}, which the tier below asks for, but it was {found}.",
        "等级门槛必须高于下一级的 {required}，实际为 {found}。");

    /// <summary>Too few members for tiers.</summary>
    public static ReasonDefinition TooFewMembers { get; } = new(
        "membership.too_few_members",
        "{found} {found|person is|people are} members; tiers need {required}.",
        "会员为 {found} 人，分级至少需要 {required} 人。");

    /// <summary>The repurchase rate is not known.</summary>
    public static ReasonDefinition RepurchaseNotKnown { get; } = new(
        "membership.repurchase_not_known",
        "The repurchase rate is {found}; tiers need it to be known, and at least {required}.",
        "复购率{found}，分级之前必须先掌握复购率，且不低于 {required}。");

    /// <summary>Too few buy again.</summary>
    public static ReasonDefinition RepurchaseTooLow { get; } = new(
        "membership.repurchase_too_low",
        "The repurchase rate is {found}, but {required} is needed.",
        "复购率为 {found}，至少需要 {required}。");

    /// <summary>Nobody measured whether benefits are used.</summary>
    public static ReasonDefinition BenefitUseNotMeasured { get; } = new(
        "membership.benefit_use_not_measured",
        "The use of benefits is {found}; tiers need it to be measured, and at least {required}.",
        "权益使用率{found}，分级之前必须先测得使用率，且不低于 {required}。");

    /// <summary>Benefits are hardly used.</summary>
    public static ReasonDefinition BenefitUseTooLow { get; } = new(
        "membership.benefit_use_too_low",
        "Of the benefits given {found} are used, but {required} is needed.",
        "权益使用率为 {found}，至少需要 {required}。");

    /// <summary>The figures are beyond all computing.</summary>
    public static ReasonDefinition NotComputable { get; } = new(
        "membership.not_computable", "The figures are too large to be computed.", "数值过大，无法计算。");

    /// <summary>A fact that the rule asks for is not known.</summary>
    public static ReasonDefinition FactUnknown { get; } = new(
        "membership.fact_unknown", "Not known: {found}.", "缺少数据：{found}。");

    /// <summary>The customer joined at the tier earned.</summary>
    public static ReasonDefinition Joined { get; } = new(
        "membership.joined", "Joined at {found} on {required}.", "{required} 入会，等级为 {found}。");

    /// <summary>The customer rose to the tier earned.</summary>
    public static ReasonDefinition Rose { get; } = new(
        "membership.rose", "Rose to {found} on {required}.", "{required} 升级为 {found}。");

    /// <summary>The tier was earned again.</summary>
    public static ReasonDefinition Renewed { get; } = new(
        "membership.renewed", "Renewed {found} on {required}.", "{required} 续期，等级为 {found}。");

    /// <summary>The customer fell.</summary>
    public static ReasonDefinition Fell { get; } = new(
        "membership.fell", "Fell to {found} on {required}, after validity and grace.", "有效期与宽限期已过，{required} 降级为 {found}。");

    /// <summary>The tier is earned now.</summary>
    public static ReasonDefinition EarnedNow { get; } = new(
        "membership.earned_now", "{found} was earned, and the tier asks for {required}.", "已获得 {found}，该等级门槛为 {required}。");

    /// <summary>Less was earned than the tier asks for, but it is still valid.</summary>
    public static ReasonDefinition HeldByValidity { get; } = new(
        "membership.held_by_validity",
        "Only {found} was earned, but the tier is valid up to {required}.",
        "目前仅获得 {found}，但等级有效期至 {required}。");

    /// <summary>The validity is over, the grace is not.</summary>
    public static ReasonDefinition InGrace { get; } = new(
        "membership.in_grace",
        "Only {found} was earned and the validity is over, but the grace lasts up to {required}.",
        "目前仅获得 {found}，有效期已过，宽限期至 {required}。");

    /// <summary>Nobody falls.</summary>
    public static ReasonDefinition NeverFalls { get; } = new(
        "membership.never_falls",
        "Only {found} was earned and the tier asks for {required}, but nobody falls.",
        "目前仅获得 {found}，门槛为 {required}，但本店会员不降级。");
}
