namespace PrivateDomain.Core.Referrals;

/// <summary>Why a referral does not count, its reward is not given, or a programme should not begin or does not pay (推荐理由), in order of
/// precedence: referrer, newcomer, ledger; readiness, economics, spread.</summary>
public static class ReferralReasons
{
    /// <summary>The programme has not begun.</summary>
    public static ReasonDefinition ProgrammeNotBegun { get; } = new(
        "referral.programme_not_begun", "The programme begins at {required}; now it is {found}.",
        "活动于 {required} 开始，现在是 {found}。");

    /// <summary>The programme is over.</summary>
    public static ReasonDefinition ProgrammeEnded { get; } = new(
        "referral.programme_ended", "The programme ended at {required}; now it is {found}.", "活动已于 {required} 结束，现在是 {found}。");

    /// <summary>Fission is of consumption, by consumers.</summary>
    public static ReasonDefinition ReferrerHasNotBought { get; } = new(
        "referral.referrer_has_not_bought",
        "The referrer has {found} {found|order|orders}; {required} {required|is|are} needed: only who has bought may refer.",
        "推荐人有 {found} 笔订单，需要 {required} 笔：只有购买过的人才能推荐。");

    /// <summary>The referrer is flagged.</summary>
    public static ReasonDefinition ReferrerIsFlagged { get; } = new(
        "referral.referrer_is_flagged", "The referrer is flagged.", "推荐人已被标记。");

    /// <summary>The referrer is not linked.</summary>
    public static ReasonDefinition ReferrerHasNoLink { get; } = new(
        "referral.referrer_has_no_link", "The referrer is not linked.", "推荐人不是好友。");

    /// <summary>The relationship is not deep enough.</summary>
    public static ReasonDefinition ReferrerStageTooLow { get; } = new(
        "referral.referrer_stage_too_low",
        "The referrer's stage is {found}, but {required} is needed.",
        "推荐人的关系阶段为 {found}，需要 {required}。");

    /// <summary>A refund of the referrer is open.</summary>
    public static ReasonDefinition ReferrerHasOpenRefund { get; } = new(
        "referral.referrer_has_open_refund", "The referrer has an open refund.", "推荐人有未完成的退款。");

    /// <summary>The referrer has had all rewards there are.</summary>
    public static ReasonDefinition ReferrerCapReached { get; } = new(
        "referral.referrer_cap_reached",
        "The referrer has {found} {found|reward|rewards}, and at most {required} {required|is|are} given.",
        "推荐人已获得 {found} 份奖励，上限为 {required} 份。");

    /// <summary>The cool-down is not over.</summary>
    public static ReasonDefinition ReferrerCoolingDown { get; } = new(
        "referral.referrer_cooling_down",
        "The referrer may refer again at {required}; now it is {found}.",
        "推荐人可在 {required} 后再次推荐，现在是 {found}。");

    /// <summary>The code is of another programme.</summary>
    public static ReasonDefinition CodeOfAnotherProgramme { get; } = new(
        "referral.code_of_another_programme",
        "The code belongs to \"{found}\", not to \"{required}\".",
        "该邀请码属于“{found}”，不属于“{required}”。");

    /// <summary>The code is of another referrer.</summary>
    public static ReasonDefinition CodeOfAnotherReferrer { get; } = new(
        "referral.code_of_another_referrer", "The code belongs to another referrer.", "该邀请码属于其他推荐人。");

    /// <summary>The code was used too early.</summary>
    public static ReasonDefinition CodeNotBegun { get; } = new(
        "referral.code_not_begun", "The code holds from {required}; it was used at {found}.",
        "邀请码自 {required} 起有效，使用时间为 {found}。");

    /// <summary>The code was used too late.</summary>
    public static ReasonDefinition CodeExpired { get; } = new(
        "referral.code_expired", "The code held until {required}; it was used at {found}.",
        "邀请码于 {required} 失效，使用时间为 {found}。");

    /// <summary>First code wins.</summary>
    public static ReasonDefinition AnotherCodeCameFirst { get; } = new(
        "referral.another_code_came_first",
        "The newcomer came by \"{found}\" first; the first code wins.",
        "新客最先使用的是“{found}”，以首次邀请码为准。");

    /// <summary>A referrer referred themself.</summary>
    public static ReasonDefinition RefereeIsReferrer { get; } = new(
        "referral.referee_is_referrer", "Referrer and newcomer are the same customer.", "推荐人与新客是同一客户。");

    /// <summary>Referrer and newcomer look like one person.</summary>
    public static ReasonDefinition RefereeSharesMark { get; } = new(
        "referral.referee_shares_mark", "Referrer and newcomer share: {found}.", "推荐人与新客共用：{found}。");

    /// <summary>The newcomer stands above the referrer in the graph.</summary>
    public static ReasonDefinition ClosesARing { get; } = new(
        "referral.closes_a_ring", "The referral closes a ring of referrals.", "该推荐形成了循环推荐。");

    /// <summary>The newcomer is no newcomer.</summary>
    public static ReasonDefinition RefereeIsCustomer { get; } = new(
        "referral.referee_is_customer", "The newcomer had a link or an order before.", "新客此前已有联系或订单。");

    /// <summary>An identity mark of the newcomer is an earlier customer's.</summary>
    public static ReasonDefinition RefereeIsKnown { get; } = new(
        "referral.referee_is_known", "The newcomer is known by: {found}.", "新客的以下信息已存在：{found}。");

    /// <summary>The household has had its newcomers.</summary>
    public static ReasonDefinition HouseholdCapReached { get; } = new(
        "referral.household_cap_reached",
        "The household has {found} {found|newcomer who counts|newcomers who count}, and at most {required} {required|does|do}.",
        "同一住户已有 {found} 位有效新客，上限为 {required} 位。");

    /// <summary>The first purchase was refunded.</summary>
    public static ReasonDefinition PurchaseRefunded { get; } = new(
        "referral.purchase_refunded", "The first purchase was refunded.", "首单已退款。");

    /// <summary>The first purchase was cancelled.</summary>
    public static ReasonDefinition PurchaseCancelled { get; } = new(
        "referral.purchase_cancelled", "The first purchase was cancelled.", "首单已取消。");

    /// <summary>The newcomer deleted the shop within the test period.</summary>
    public static ReasonDefinition RefereeDeletedEarly { get; } = new(
        "referral.referee_deleted_early",
        "The newcomer left after {found}, but {required} is the test period.",
        "新客在 {found} 后流失，考察期为 {required}。");

    /// <summary>Too many came too fast: somebody has to look.</summary>
    public static ReasonDefinition VelocityTooHigh { get; } = new(
        "referral.velocity_too_high",
        "{found} {found|newcomer|newcomers} of the referrer joined within the window, but {required} is the cap.",
        "推荐人在时间窗内带来 {found} 位新客，上限为 {required} 位。");

    /// <summary>The first purchase is awaited.</summary>
    public static ReasonDefinition RefereeHasNotBought { get; } = new(
        "referral.referee_has_not_bought", "The newcomer has not bought yet.", "新客尚未购买。");

    /// <summary>The return window is awaited.</summary>
    public static ReasonDefinition ReturnWindowOpen { get; } = new(
        "referral.return_window_open",
        "The first purchase can be returned until {required}; now it is {found}.",
        "首单在 {required} 前可退货，现在是 {found}。");

    /// <summary>A fact the gate needs is not known.</summary>
    public static ReasonDefinition FactUnknown { get; } = new(
        "referral.fact_unknown", "It is not known: {found}.", "未知：{found}。");

    /// <summary>A fact's id was used for something else.</summary>
    public static ReasonDefinition FactDiffers { get; } = new(
        "referral.fact_differs", "The fact \"{found}\" was told before with another content.", "事实“{found}”此前以不同内容上报过。");

    /// <summary>No invitation is known.</summary>
    public static ReasonDefinition NotOpened { get; } = new(
        "referral.not_opened", "No invitation of the newcomer with the code \"{found}\" is known.",
        "没有该新客使用邀请码“{found}”的记录。");

    /// <summary>Somebody else invited the newcomer first.</summary>
    public static ReasonDefinition AnotherReferrerCameFirst { get; } = new(
        "referral.another_referrer_came_first",
        "\"{found}\" invited the newcomer before \"{required}\" did: the first code wins.",
        "“{found}”先于“{required}”邀请了该新客，以首次邀请为准。");

    /// <summary>The invitation ended before the newcomer joined.</summary>
    public static ReasonDefinition InvitationExpired { get; } = new(
        "referral.invitation_expired",
        "The invitation ended at {required}, and the newcomer had not joined by it.",
        "邀请已于 {required} 过期，新客未在此之前加入。");

    /// <summary>A review found fraud, or the referee policy refused the newcomer.</summary>
    public static ReasonDefinition RefereeRejected { get; } = new(
        "referral.referee_rejected", "The newcomer was rejected at {found}.", "该新客已于 {found} 被审核拒绝。");

    /// <summary>A purchase before joining makes no new buyer.</summary>
    public static ReasonDefinition BoughtBeforeJoining { get; } = new(
        "referral.bought_before_joining",
        "The newcomer bought before joining at {required}: not a new buyer of this referral.",
        "该客户在 {required} 加入之前已购买，不算本次推荐的新客。");

    /// <summary>Somebody is looking at it.</summary>
    public static ReasonDefinition UnderReview { get; } = new(
        "referral.under_review", "The newcomer is under review since {found}.", "该新客自 {found} 起待人工审核。");

    /// <summary>The newcomer has not joined.</summary>
    public static ReasonDefinition NotJoined { get; } = new(
        "referral.not_joined", "The newcomer has not joined yet.", "新客尚未加入。");

    /// <summary>The test period is not over.</summary>
    public static ReasonDefinition HoldNotOver { get; } = new(
        "referral.hold_not_over", "The reward is held until {required}; now it is {found}.", "奖励冻结至 {required}，现在是 {found}。");

    /// <summary>There is no grant to be paid.</summary>
    public static ReasonDefinition NotGranted { get; } = new(
        "referral.not_granted", "The reward was not granted.", "该奖励尚未批准。");

    /// <summary>One referral has one reward.</summary>
    public static ReasonDefinition AlreadyGranted { get; } = new(
        "referral.already_granted", "The reward was granted at {found} already.", "该奖励已于 {found} 批准过。");

    /// <summary>One reward is paid once.</summary>
    public static ReasonDefinition AlreadyPaid { get; } = new(
        "referral.already_paid", "The reward was paid already: {found}.", "该奖励已发放：{found}。");

    /// <summary>Nothing is owed back.</summary>
    public static ReasonDefinition NothingOwedBack { get; } = new(
        "referral.nothing_owed_back", "Nothing is owed back.", "没有待追回的金额。");

    /// <summary>Too few helpers for this reward.</summary>
    public static ReasonDefinition HelpersMissing { get; } = new(
        "referral.helpers_missing",
        "{found} {found|helper counts|helpers count}, but this reward needs {required}.",
        "有效助力好友 {found} 位，获得该奖励需要 {required} 位。");

    /// <summary>The referral counts, but the referrer has had all rewards there are.</summary>
    public static ReasonDefinition RewardCapReached { get; } = new(
        "referral.reward_cap_reached",
        "It would be reward {found} of the referrer, and the cap is {required}: the referral counts, the reward is not due.",
        "这将是推荐人的第 {found} 份奖励，上限为 {required} 份：推荐有效，但不发奖励。");

    /// <summary>The amount is not the one of the reward.</summary>
    public static ReasonDefinition AmountDiffers { get; } = new(
        "referral.amount_differs", "The amount is {found}, but it should be {required}.", "金额为 {found}，应为 {required}。");

    /// <summary>A later grant or payment is known: the budget at an earlier instant is no answer.</summary>
    public static ReasonDefinition LaterFactKnown { get; } = new(
        "referral.later_fact_known",
        "It was asked for {found}, but a grant, a payment or a fact of this newcomer is known at {required}: ask for then or later.",
        "查询时间为 {found}，但 {required} 已有批准、发放或该新客的记录：请以此后的时间查询。");

    /// <summary>Merged facts hold more than the budget.</summary>
    public static ReasonDefinition Overcommitted { get; } = new(
        "referral.overcommitted",
        "{found} more than the budget of {required} is granted and paid already: no further grant is given.",
        "已批准和发放的金额超出预算 {required} 共 {found}，不再批准新的奖励。");

    /// <summary>The budget does not pay it.</summary>
    public static ReasonDefinition BudgetExhausted { get; } = new(
        "referral.budget_exhausted", "{found} is left of the budget, but the reward is {required}.",
        "预算剩余 {found}，奖励为 {required}。");

    /// <summary>It ends before it begins.</summary>
    public static ReasonDefinition EndsBeforeItBegins { get; } = new(
        "referral.ends_before_it_begins", "It ends at {found}, but it begins at {required}.",
        "结束时间 {found} 不晚于开始时间 {required}。");

    /// <summary>The budget does not pay one reward.</summary>
    public static ReasonDefinition BudgetBelowReward { get; } = new(
        "referral.budget_below_reward", "The budget of {found} does not pay one reward of {required}.",
        "预算 {found} 不足以支付一份奖励 {required}。");

    /// <summary>The private domain is too young.</summary>
    public static ReasonDefinition TooYoung { get; } = new(
        "referral.too_young",
        "The private domain is {found} {found|day|days} old; {required} {required|is|are} needed.",
        "私域运营了 {found} 天，需要 {required} 天。");

    /// <summary>Too few retained customers.</summary>
    public static ReasonDefinition BaseTooSmall { get; } = new(
        "referral.base_too_small",
        "{found} {found|customer is|customers are} retained; {required} {required|is|are} needed.",
        "留量客户有 {found} 人，需要 {required} 人。");

    /// <summary>Too many customers are lost.</summary>
    public static ReasonDefinition RetentionTooLow { get; } = new(
        "referral.retention_too_low", "The retention rate is {found}, but {required} is needed.", "留存率为 {found}，需要 {required}。");

    /// <summary>Newcomers are not received well.</summary>
    public static ReasonDefinition ReceptionTooLow { get; } = new(
        "referral.reception_too_low", "The reception rate is {found}, but {required} is needed.", "承接率为 {found}，需要 {required}。");

    /// <summary>Too many complaints.</summary>
    public static ReasonDefinition TooManyComplaints { get; } = new(
        "referral.too_many_complaints",
        "The complaint rate is {found}, but at most {required} is allowed.",
        "投诉率为 {found}，最多允许 {required}。");

    /// <summary>Too few customers want it.</summary>
    public static ReasonDefinition NeedTooLow { get; } = new(
        "referral.need_too_low", "{found} of the customers asked want it, but {required} is needed.",
        "受访客户中有 {found} 有需求，需要 {required}。");

    /// <summary>Value, service and brand do not move people to pass it on.</summary>
    public static ReasonDefinition NotPassedOn { get; } = new(
        "referral.not_passed_on",
        "The net promoter score is {found}; {required} is needed: too few would pass it on.",
        "净推荐值为 {found}，需要 {required}：愿意推荐的客户太少。");

    /// <summary>Nobody converts, so what is paid before success is paid for nothing.</summary>
    public static ReasonDefinition NobodyConverts { get; } = new(
        "referral.nobody_converts",
        "The conversion is {found}: what is paid before success is paid for nothing.",
        "转化率为 {found}：成交之前支付的费用全部落空。");

    /// <summary>All newcomers are freeloaders.</summary>
    public static ReasonDefinition NobodyGenuine { get; } = new(
        "referral.nobody_genuine", "The freeloader share is {found}: no newcomer is genuine.", "羊毛党占比为 {found}：没有真实新客。");

    /// <summary>Nobody stays.</summary>
    public static ReasonDefinition NobodyStays { get; } = new(
        "referral.nobody_stays", "The share of newcomers who stay is {found}.", "新客留存占比为 {found}。");

    /// <summary>Each further success loses money.</summary>
    public static ReasonDefinition LossGrowsWithSuccess { get; } = new(
        "referral.loss_grows_with_success",
        "The loss grows with success: at the planned size {found} is left, and a success may be given at most {required}.",
        "越成功亏损越大：按计划规模最后剩 {found}，每次成功最多只能送出 {required}。");

    /// <summary>What is left at the planned size is below the red line.</summary>
    public static ReasonDefinition BelowRedLine { get; } = new(
        "referral.below_red_line",
        "At the planned size {found} is left, but the red line is {required}.",
        "按计划规模最后剩 {found}，红线为 {required}。");

    /// <summary>The money is not back within the cash horizon.</summary>
    public static ReasonDefinition PaybackBeyondHorizon { get; } = new(
        "referral.payback_beyond_horizon",
        "The payback takes {found} {found|period|periods}, but the cash lasts {required}.",
        "回本需要 {found} 期，现金只能支撑 {required} 期。");

    /// <summary>The figures are beyond all computing.</summary>
    public static ReasonDefinition NotComputable { get; } = new(
        "referral.not_computable", "The figures are too large or too small to be computed.", "数值过大或过小，无法计算。");

    /// <summary>The spread has no limit of its own.</summary>
    public static ReasonDefinition SpreadDoesNotConverge { get; } = new(
        "referral.spread_does_not_converge",
        "The multiple is {found}: below {required} it would converge, so only the addressable base ends it.",
        "裂变倍率为 {found}，小于 {required} 才会收敛，只有可触达人群规模能使其停止。");
}
