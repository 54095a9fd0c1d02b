namespace PrivateDomain.Core.Referrals;

/// <summary>Where a referral stands at an instant (推荐状态). It is never told: it follows from what happened.</summary>
/// <remarks>The default value is <see cref="None"/>: nobody was referred.</remarks>
public enum ReferralState
{
    /// <summary>No invitation was taken up (无推荐).</summary>
    None = 0,

    /// <summary>The invitation was taken up with a code; the newcomer has not joined (已受邀).</summary>
    Open = 1,

    /// <summary>The newcomer joined; the purchase or the end of its return window is awaited (待确认).</summary>
    Pending = 2,

    /// <summary>Somebody has to look at it: while the last of flag and clear is a flag, nothing counts (待人工审核).</summary>
    Flagged = 3,

    /// <summary>It counts (有效).</summary>
    Qualified = 4,

    /// <summary>It does not count (无效).</summary>
    Void = 5,
}

/// <summary>Where the reward of a referral stands at an instant (奖励状态). Only granting, paying and recovering are told; the rest follows.</summary>
/// <remarks>The default value is <see cref="None"/>: nothing was earned.</remarks>
public enum RewardState
{
    /// <summary>Nothing was earned (无奖励).</summary>
    None = 0,

    /// <summary>Nearly earned: a return window, the test period, a review, further helpers or the cap stand before it (冻结中).</summary>
    Held = 1,

    /// <summary>Earned and free: it may be granted, if the budget holds it (待批准).</summary>
    Due = 2,

    /// <summary>Granted: the budget has it set aside (待发放).</summary>
    Granted = 3,

    /// <summary>Paid (已发放).</summary>
    Paid = 4,

    /// <summary>Granted, but the referral has not earned it any more: the budget has it back (已撤销).</summary>
    Withdrawn = 5,

    /// <summary>Paid, but the referral has not earned it any more: to be recovered (待追回).</summary>
    OwedBack = 6,

    /// <summary>Paid and recovered: the budget has it back (已追回).</summary>
    TakenBack = 7,
}
