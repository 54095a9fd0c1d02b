namespace PrivateDomain.Core.Referrals;

/// <summary>Why a referral does not count, or its reward is not given (推荐理由), in order of precedence: referrer, newcomer, ledger.</summary>
public static class ReferralReasons
{
    /// <summary>The programme has not begun.</summary>
    public static ReasonDefinition ProgrammeNotBegun { get; } = new(
        "referral.programme_not_begun", "The programme begins at {required}; now it is {found}.", "活动于 {required} 开始，现在是 {found}。");

    /// <summary>The programme is over.</summary>
    public static ReasonDefinition ProgrammeEnded { get; } = new(
        "referral.programme_ended", "The programme ended at {required}; now it is {found}.", "活动已于 {required} 结束，现在是 {found}。");

    /// <summary>Fission is of consumption, by consumers.</summary>
    public static ReasonDefinition ReferrerHasNotBought { get; } = new(
        "referral.referrer_has_not_bought",
        "The referrer has {found} orders, but {required} are needed: only who has bought may refer.",
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
        "The referrer has {found} rewards, and at most {required} are given.",
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
        "referral.code_not_begun", "The code holds from {required}; it was used at {found}.", "邀请码自 {required} 起有效，使用时间为 {found}。");

    /// <summary>The code was used too late.</summary>
    public static ReasonDefinition CodeExpired { get; } = new(
        "referral.code_expired", "The code held until {required}; it was used at {found}.", "邀请码于 {required} 失效，使用时间为 {found}。");

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
        "The household has {found} newcomers who count, and at most {required} do.",
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
        "{found} newcomers of the referrer joined within the window, but {required} is the cap.",
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
        "referral.not_opened", "No invitation of the newcomer with the code \"{found}\" is known.", "没有该新客使用邀请码“{found}”的记录。");

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
        "referral.helpers_missing", "{found} {found|helper counts|helpers count}, but this reward needs {required}.", "有效助力好友 {found} 位，获得该奖励需要 {required} 位。");

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
        "referral.budget_exhausted", "{found} is left of the budget, but the reward is {required}.", "预算剩余 {found}，奖励为 {required}。");
}
