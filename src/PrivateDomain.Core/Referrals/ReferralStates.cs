namespace PrivateDomain.Core.Referrals;

/// <summary>Where a referral stands (推荐状态). From D41.</summary>
/// <remarks>The default value is <see cref="None"/>: nobody was referred.</remarks>
public enum ReferralState
{
    /// <summary>There is no referral (无).</summary>
    None = 0,

    /// <summary>The invitation was taken up with a code (已邀请).</summary>
    Open = 1,

    /// <summary>The newcomer joined; purchase or return window is awaited (待确认).</summary>
    Pending = 2,

    /// <summary>Somebody has to look at it (待人工审核).</summary>
    Flagged = 3,

    /// <summary>It counts (有效).</summary>
    Qualified = 4,

    /// <summary>It does not count, for good (作废).</summary>
    Void = 5,
}

/// <summary>What may happen to a referral (推荐动作).</summary>
/// <remarks>The default value is <see cref="None"/>, which is always refused.</remarks>
public enum ReferralMove
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The invitation is taken up (接受邀请).</summary>
    Open = 1,

    /// <summary>The newcomer joins (加入).</summary>
    Join = 2,

    /// <summary>Somebody is to look at it (标记审核).</summary>
    Flag = 3,

    /// <summary>The look found nothing (审核通过).</summary>
    Clear = 4,

    /// <summary>The referee gate said yes (确认有效).</summary>
    Qualify = 5,

    /// <summary>The first order was refunded (退款).</summary>
    Refund = 6,

    /// <summary>The first order was cancelled (取消订单).</summary>
    Cancel = 7,

    /// <summary>The newcomer deleted or blocked the shop within the test period (提前删除).</summary>
    DeleteEarly = 8,

    /// <summary>The look found fraud, or a gate said no for good (拒绝).</summary>
    Reject = 9,

    /// <summary>The time to complete it is over (过期).</summary>
    Expire = 10,
}

/// <summary>Where the reward of a referral stands (奖励状态). From D41, with one state of our own for a reward that ended unpaid.</summary>
/// <remarks>The default value is <see cref="None"/>: nothing was earned.</remarks>
public enum RewardState
{
    /// <summary>Nothing was earned (无).</summary>
    None = 0,

    /// <summary>Earned, and held back for a while (冻结中).</summary>
    Held = 1,

    /// <summary>To be paid; the budget has it set aside (待发放).</summary>
    Due = 2,

    /// <summary>Paid (已发放).</summary>
    Paid = 3,

    /// <summary>Paid, then taken back (已追回).</summary>
    TakenBack = 4,

    /// <summary>Ended before it was paid (已取消).</summary>
    Withdrawn = 5,
}

/// <summary>What may happen to a reward (奖励动作).</summary>
/// <remarks>The default value is <see cref="None"/>, which is always refused.</remarks>
public enum RewardMove
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is earned (获得).</summary>
    Hold = 1,

    /// <summary>The hold is over (解冻).</summary>
    Release = 2,

    /// <summary>It is paid (发放).</summary>
    Pay = 3,

    /// <summary>The referral became void (追回).</summary>
    TakeBack = 4,
}
