namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>What was seen to happen to a referral (推荐事实种类). What follows from it, such as that a referral counts, is never
/// told.</summary>
/// <remarks>The default value is <see cref="None"/>, which no fact has.</remarks>
public enum ReferralFactKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>An invitation was taken up with a code (接受邀请).</summary>
    Opened = 1,

    /// <summary>The newcomer joined: became a friend, follower or member of the group (加入).</summary>
    Joined = 2,

    /// <summary>The newcomer paid for an order, or for a part of it (付款).</summary>
    Bought = 3,

    /// <summary>The order arrived: its return window runs from here (签收).</summary>
    Delivered = 4,

    /// <summary>The order was refunded, or a part of it (退款).</summary>
    Refunded = 5,

    /// <summary>The order was cancelled (取消订单).</summary>
    Cancelled = 6,

    /// <summary>The newcomer deleted or blocked the shop (删除好友).</summary>
    Deleted = 7,

    /// <summary>Somebody is to look at the newcomer (标记审核).</summary>
    Flagged = 8,

    /// <summary>The look found nothing (审核通过).</summary>
    Cleared = 9,

    /// <summary>The look found fraud, or the referee policy refused the newcomer for good (审核拒绝).</summary>
    Rejected = 10,

    /// <summary>A reward was granted: the budget has it set aside (批准奖励).</summary>
    Granted = 11,

    /// <summary>A reward was paid (发放奖励).</summary>
    PaidOut = 12,

    /// <summary>A paid reward was recovered, or a part of it (追回奖励).</summary>
    Recovered = 13,
}
