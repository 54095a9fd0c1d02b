namespace PrivateDomain.Core.Research;

/// <summary>What to be careful about in a finding, and what a research plan lacks (人群画像理由), in order of precedence.</summary>
public static class PersonaReasons
{
    /// <summary>There is no research.</summary>
    public static ReasonDefinition NoResearch { get; } = new(
        "persona.no_research", "Nobody was asked: customers are grouped without research.", "没有做过调研：在未调研的情况下就对客户分组。");

    /// <summary>There is no broad survey.</summary>
    public static ReasonDefinition NoBroadSurvey { get; } = new(
        "persona.no_broad_survey", "There is no broad survey.", "没有普遍调查。");

    /// <summary>Nobody is asked by telephone.</summary>
    public static ReasonDefinition NoTelephone { get; } = new(
        "persona.no_telephone", "Nobody is asked by telephone.", "没有电话访谈。");

    /// <summary>Nobody is asked face to face.</summary>
    public static ReasonDefinition NoFaceToFace { get; } = new(
        "persona.no_face_to_face", "Nobody is asked face to face.", "没有当面访谈。");

    /// <summary>People are interviewed before the broad survey.</summary>
    public static ReasonDefinition InterviewBeforeSurvey { get; } = new(
        "persona.interview_before_survey",
        "People are asked one by one before the broad survey.",
        "在普遍调查之前就进行了个别访谈。");

    /// <summary>The time before the purchase is not asked about.</summary>
    public static ReasonDefinition BeforePurchaseMissing { get; } = new(
        "persona.before_purchase_missing", "No round asks about the time before the purchase.", "没有任何一轮涉及购买前。");

    /// <summary>The purchase is not asked about.</summary>
    public static ReasonDefinition DuringPurchaseMissing { get; } = new(
        "persona.during_purchase_missing", "No round asks about the purchase itself.", "没有任何一轮涉及购买中。");

    /// <summary>The time after the purchase is not asked about.</summary>
    public static ReasonDefinition AfterPurchaseMissing { get; } = new(
        "persona.after_purchase_missing", "No round asks about the time after the purchase.", "没有任何一轮涉及购买后。");

    /// <summary>The broad survey asked too few.</summary>
    public static ReasonDefinition TooFewSurveyed { get; } = new(
        "persona.too_few_surveyed", "The broad survey asks {found}, but {required} are needed.", "普遍调查只访问了 {found} 人，需要 {required} 人。");

    /// <summary>Too few were asked by telephone.</summary>
    public static ReasonDefinition TooFewTelephoned { get; } = new(
        "persona.too_few_telephoned", "{found} are asked by telephone, but {required} are needed.", "电话访谈只有 {found} 人，需要 {required} 人。");

    /// <summary>Too few were asked face to face.</summary>
    public static ReasonDefinition TooFewMet { get; } = new(
        "persona.too_few_met", "{found} are asked face to face, but {required} are needed.", "当面访谈只有 {found} 人，需要 {required} 人。");

    /// <summary>Too few repeat buyers answered.</summary>
    public static ReasonDefinition TooFewRepeatBuyers { get; } = new(
        "persona.too_few_repeat_buyers",
        "{found} repeat buyers answered, but {required} are needed to rely on it.",
        "只有 {found} 位复购客户作答，需要 {required} 位才可信。");

    /// <summary>Too few of the rest answered.</summary>
    public static ReasonDefinition TooFewOthers { get; } = new(
        "persona.too_few_others",
        "{found} of the rest answered, but {required} are needed to rely on it.",
        "其余客户只有 {found} 位作答，需要 {required} 位才可信。");

    /// <summary>The intervals overlap, the repeat buyers' share being the greater.</summary>
    public static ReasonDefinition IntervalsOverlap { get; } = new(
        "persona.intervals_overlap",
        "The repeat buyers' share may be as low as {found} and that of the rest as high as {required}: the difference may be chance.",
        "复购客户的占比可能低至 {found}，其余客户的占比可能高达 {required}：差异可能出于偶然。");

    /// <summary>The intervals overlap, the repeat buyers' share being no greater.</summary>
    public static ReasonDefinition IntervalsOverlapBelow { get; } = new(
        "persona.intervals_overlap_below",
        "The repeat buyers' share may be as high as {found} and that of the rest as low as {required}: the difference may be chance.",
        "复购客户的占比可能高达 {found}，其余客户的占比可能低至 {required}：差异可能出于偶然。");

    /// <summary>A number of a policy or plan is too small.</summary>
    public static ReasonDefinition NumberTooSmall { get; } = new(
        "persona.number_too_small", "The number is {found}, but must be at least {required}.", "数量为 {found}，不能小于 {required}。");

    /// <summary>A round asks about nothing.</summary>
    public static ReasonDefinition RoundWithoutPhase { get; } = new(
        "persona.round_without_phase", "The round covers no part of the purchase.", "该轮没有涉及购买的任何阶段。");

    /// <summary>A value is not one of the enumeration.</summary>
    public static ReasonDefinition UnknownKind { get; } = new(
        "persona.unknown_kind", "{found} is not a known kind.", "{found} 不是已知的种类。");
}
