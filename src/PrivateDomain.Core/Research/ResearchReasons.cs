namespace PrivateDomain.Core.Research;

/// <summary>What a research plan lacks, and what to be careful about in a finding (调研理由); within each group in order of
/// precedence.</summary>
public static class ResearchReasons
{
    /// <summary>There is no research.</summary>
    public static ReasonDefinition NoResearch { get; } = new(
        "research.no_research", "Nobody was asked: customers are grouped without research.",
        "没有做过调研：在未调研的情况下就对客户分组。");

    /// <summary>There is no broad survey.</summary>
    public static ReasonDefinition NoBroadSurvey { get; } = new("research.no_broad_survey", "There is no broad survey.", "没有普遍调查。");

    /// <summary>Nobody is asked by telephone.</summary>
    public static ReasonDefinition NoTelephone { get; } = new("research.no_telephone", "Nobody is asked by telephone.", "没有电话访谈。");

    /// <summary>Nobody is asked face to face.</summary>
    public static ReasonDefinition NoFaceToFace { get; } = new("research.no_face_to_face", "Nobody is asked face to face.",
        "没有当面访谈。");

    /// <summary>People are interviewed before the broad survey.</summary>
    public static ReasonDefinition InterviewBeforeSurvey { get; } = new(
        "research.interview_before_survey", "People are asked one by one before the broad survey.", "在普遍调查之前就进行了个别访谈。");

    /// <summary>The time before the purchase is not asked about.</summary>
    public static ReasonDefinition BeforePurchaseMissing { get; } = new(
        "research.before_purchase_missing", "No round asks about the time before the purchase.", "没有任何一轮涉及购买前。");

    /// <summary>The purchase is not asked about.</summary>
    public static ReasonDefinition DuringPurchaseMissing { get; } = new(
        "research.during_purchase_missing", "No round asks about the purchase itself.", "没有任何一轮涉及购买中。");

    /// <summary>The time after the purchase is not asked about.</summary>
    public static ReasonDefinition AfterPurchaseMissing { get; } = new(
        "research.after_purchase_missing", "No round asks about the time after the purchase.", "没有任何一轮涉及购买后。");

    /// <summary>The broad survey asked too few.</summary>
    public static ReasonDefinition TooFewSurveyed { get; } = new(
        "research.too_few_surveyed", "The broad survey asks {found}; {required} are needed.",
        "普遍调查只访问了 {found} 人，需要 {required} 人。");

    /// <summary>Too few were asked by telephone.</summary>
    public static ReasonDefinition TooFewTelephoned { get; } = new(
        "research.too_few_telephoned",
        "{found} {found|is|are} asked by telephone; {required} are needed.",
        "电话访谈只有 {found} 人，需要 {required} 人。");

    /// <summary>Too few were asked face to face.</summary>
    public static ReasonDefinition TooFewMet { get; } = new(
        "research.too_few_met", "{found} {found|is|are} asked face to face; {required} are needed.",
        "当面访谈只有 {found} 人，需要 {required} 人。");

    /// <summary>Too few repeat buyers answered.</summary>
    public static ReasonDefinition TooFewRepeatBuyers { get; } = new(
        "buyer_trait.too_few_repeat_buyers",
        "{found} {found|repeat buyer|repeat buyers} answered; {required} are needed to rely on it.",
        "只有 {found} 位复购客户作答，需要 {required} 位才可信。");

    /// <summary>Too few of the rest answered.</summary>
    public static ReasonDefinition TooFewOthers { get; } = new(
        "buyer_trait.too_few_others",
        "{found} of the rest answered; {required} are needed to rely on it.",
        "其余客户只有 {found} 位作答，需要 {required} 位才可信。");

    /// <summary>The intervals overlap, the repeat buyers' share being the greater.</summary>
    public static ReasonDefinition IntervalsOverlap { get; } = new(
        "buyer_trait.intervals_overlap",
        "The repeat buyers' share may be as low as {found}, the rest's as high as {required}: the difference may be chance.",
        "复购客户的占比可能低至 {found}，其余客户的占比可能高达 {required}：差异可能出于偶然。");

    /// <summary>The intervals overlap, the repeat buyers' share being no greater.</summary>
    public static ReasonDefinition IntervalsOverlapBelow { get; } = new(
        "buyer_trait.intervals_overlap_below",
        "The repeat buyers' share may be as high as {found}, the rest's as low as {required}: the difference may be chance.",
        "复购客户的占比可能高达 {found}，其余客户的占比可能低至 {required}：差异可能出于偶然。");

    /// <summary>A group of a trial is empty.</summary>
    public static ReasonDefinition GroupEmpty { get; } = new(
        "trial.group_empty",
        "A group has {found} customers whose days are over; at least {required} is needed.",
        "有一组到期客户为 {found} 位，至少需要 {required} 位。");

    /// <summary>A service keeps customers.</summary>
    public static ReasonDefinition ServiceKeeps { get; } = new(
        "trial.keeps",
        "{found} more customers have the outcome with it, and {required} or more is sure enough.",
        "有该服务的客户达成率高 {found}，可信下限为 {required}。");

    /// <summary>A service loses customers.</summary>
    public static ReasonDefinition ServiceHarms { get; } = new(
        "trial.harms", "The outcome changes by {found} with it, and {required} at best.",
        "有该服务的客户达成率变化 {found}，可信上限为 {required}。");

    /// <summary>A trial is too small to tell.</summary>
    public static ReasonDefinition TrialTooSmall { get; } = new(
        "trial.too_small",
        "It may be nothing, and it may be as much as {found}; {required} would matter.",
        "可能没有效果，也可能高达 {found}；{required} 即有意义，样本不足。");

    /// <summary>A trial shows nothing that would matter.</summary>
    public static ReasonDefinition ServiceNotShown { get; } = new(
        "trial.not_shown", "It may be nothing, and is {found} at most; {required} would matter.",
        "可能没有效果，最多 {found}；{required} 才有意义。");

    /// <summary>A share is unknown.</summary>
    public static ReasonDefinition ShareUnknown { get; } = new("trial.share_unknown", "The share without the service is unknown.",
        "没有该服务的客户达成率未知。");

    /// <summary>Two shares are the same, or so near that no number of customers that we can say tells them apart.</summary>
    public static ReasonDefinition SharesTooNear { get; } = new(
        "trial.shares_too_near", "No number of customers tells {found} from {required}.", "没有任何样本量可以区分 {found} 与 {required}。");

    /// <summary>The difference that would matter lies beyond 100 %.</summary>
    public static ReasonDefinition DifferenceOutOfReach { get; } = new(
        "trial.difference_out_of_reach",
        "Without it {found} have the outcome already; {required} more is not possible.",
        "没有该服务时已有 {found} 达成，不可能再高 {required}。");

    /// <summary>The cost of a service is unknown.</summary>
    public static ReasonDefinition CostUnknown { get; } = new("trial.cost_unknown", "The cost of the service is unknown.",
        "该服务的成本未知。");

    /// <summary>A service kept nobody.</summary>
    public static ReasonDefinition NobodyKept { get; } = new(
        "trial.nobody_kept", "The outcome changes by {found} with it: it kept nobody.",
        "有该服务的客户达成率变化 {found}：没有因此留住客户。");
}
