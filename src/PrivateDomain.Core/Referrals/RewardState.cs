namespace PrivateDomain.Core.Referrals;

/// <summary>Where the reward of a referral stands at an instant (奖励状态). Only granting, paying and recovering are told; the rest
/// follows.</summary>
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
