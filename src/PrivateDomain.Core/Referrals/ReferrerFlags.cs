namespace PrivateDomain.Core.Referrals;

/// <summary>What speaks against a referrer, a bit each, and what is not known of them.</summary>
[Flags]
internal enum ReferrerFlags : ulong
{
    None = 0,
    NotBegun = 1,
    Ended = 1 << 1,
    HasNotBought = 1 << 2,
    IsFlagged = 1 << 3,
    NotLinked = 1 << 4,
    StageTooLow = 1 << 5,
    OpenRefund = 1 << 6,
    CapReached = 1 << 7,
    CoolingDown = 1 << 8,
    OrdersUnknown = 1 << 16,
    FlagUnknown = 1 << 17,
    LinkUnknown = 1 << 18,
    StageUnknown = 1 << 19,
    RefundUnknown = 1 << 20,
    RewardsUnknown = 1 << 21,

    /// <summary>All but the unknown.</summary>
    Against = NotBegun | Ended | HasNotBought | IsFlagged | NotLinked | StageTooLow | OpenRefund | CapReached | CoolingDown,
}
