namespace PrivateDomain.Core.Referrals;

/// <summary>Why a referral does not count, or a move of it is refused (推荐理由), in order of precedence: referrer gate, referee gate, life cycles.</summary>
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

    /// <summary>The referrer has no active link.</summary>
    public static ReasonDefinition ReferrerHasNoLink { get; } = new(
        "referral.referrer_has_no_link", "The referrer has no active link.", "推荐人没有有效的联系。");

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

    /// <summary>An event's id was used for something else.</summary>
    public static ReasonDefinition EventDiffers { get; } = new(
        "referral.event_differs", "The event {found} was told before with another content.", "事件 {found} 曾以不同内容上报。");

    /// <summary>Nothing was asked for.</summary>
    public static ReasonDefinition NoMove { get; } = new(
        "referral.no_move", "In the state {found} there is no move {required}.", "状态 {found} 下没有动作 {required}。");

    /// <summary>There is no referral.</summary>
    public static ReasonDefinition NotOpened { get; } = new(
        "referral.not_opened",
        "The move {required} needs a referral, but its state is {found}.",
        "动作 {required} 需要已有推荐，当前状态为 {found}。");

    /// <summary>The referral is void.</summary>
    public static ReasonDefinition IsVoid { get; } = new(
        "referral.is_void", "The move {required} is over: the state is {found}, for good.", "无法执行 {required}：状态为 {found}，不可恢复。");

    /// <summary>What counts does not expire.</summary>
    public static ReasonDefinition AlreadyQualified { get; } = new(
        "referral.already_qualified", "The move {required} comes too late: the state is {found}.", "动作 {required} 太迟：状态为 {found}。");

    /// <summary>The newcomer has not joined.</summary>
    public static ReasonDefinition NotJoined { get; } = new(
        "referral.not_joined",
        "The move {required} needs a newcomer who joined, but the state is {found}.",
        "动作 {required} 需要新客已加入，当前状态为 {found}。");

    /// <summary>Somebody is looking at it.</summary>
    public static ReasonDefinition UnderReview { get; } = new(
        "referral.under_review",
        "The move {required} waits for the review: the state is {found}.",
        "动作 {required} 需等待审核：当前状态为 {found}。");

    /// <summary>An early deletion that was not early.</summary>
    public static ReasonDefinition TestPeriodOver { get; } = new(
        "referral.test_period_over",
        "The newcomer left at {found}, but the test period ended at {required}.",
        "新客于 {found} 流失，考察期已于 {required} 结束。");

    /// <summary>The reward ended.</summary>
    public static ReasonDefinition RewardEnded { get; } = new(
        "referral.reward_ended",
        "The move {required} is over: the reward is {found}, for good.",
        "无法执行 {required}：奖励状态为 {found}，不可恢复。");

    /// <summary>Nothing was earned.</summary>
    public static ReasonDefinition NotEarned { get; } = new(
        "referral.not_earned",
        "The move {required} needs a reward, but its state is {found}.",
        "动作 {required} 需要已获得奖励，当前状态为 {found}。");

    /// <summary>The reward is still held.</summary>
    public static ReasonDefinition NotDue { get; } = new(
        "referral.not_due",
        "The move {required} needs a reward that is due, but it is {found}.",
        "动作 {required} 需要待发放的奖励，当前状态为 {found}。");

    /// <summary>The hold is not over.</summary>
    public static ReasonDefinition HoldNotOver { get; } = new(
        "referral.hold_not_over", "The reward is held until {required}; now it is {found}.", "奖励冻结至 {required}，现在是 {found}。");

    /// <summary>Too few helpers for one more reward.</summary>
    public static ReasonDefinition HelpersMissing { get; } = new(
        "referral.helpers_missing", "{found} helpers came, but one more reward needs {required}.", "已有 {found} 位助力好友，再得一份奖励需要 {required} 位。");

    /// <summary>The referral counts, but the referrer has had all rewards there are.</summary>
    public static ReasonDefinition RewardCapReached { get; } = new(
        "referral.reward_cap_reached",
        "The referrer has {found} rewards, and at most {required} are given: the referral counts, the reward is not due.",
        "推荐人已有 {found} 份奖励，上限为 {required} 份：推荐有效，但不发奖励。");

    /// <summary>The budget does not pay it.</summary>
    public static ReasonDefinition BudgetExhausted { get; } = new(
        "referral.budget_exhausted", "{found} is left of the budget, but the reward is {required}.", "预算剩余 {found}，奖励为 {required}。");
}
