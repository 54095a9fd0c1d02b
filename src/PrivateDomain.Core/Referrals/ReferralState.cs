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
