namespace PrivateDomain.Core.Referrals;

/// <summary>How a referral works (裂变玩法).</summary>
/// <remarks>The default value is <see cref="None"/>, which no programme may have.</remarks>
public enum ReferralMechanic
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>A poster leads to a group, sharing it earns a reward from service (海报进群).</summary>
    PosterToGroup = 1,

    /// <summary>A poster leads to the official account, which makes a personal poster; followers it brings earn the reward
    /// (公众号专属海报).</summary>
    PosterToOfficialAccount = 2,

    /// <summary>A number of helpers adds the shop as a friend (邀请助力).</summary>
    InviteFriends = 3,

    /// <summary>Several buy together at a lower price (拼团).</summary>
    GroupBuy = 4,

    /// <summary>A gift for a task, sent with the newcomer's first order (任务宝).</summary>
    TaskGift = 5,

    /// <summary>Money to share (红包裂变).</summary>
    RedPacket = 6,
}

/// <summary>What bounds the reward (裂变逻辑).</summary>
/// <remarks>The default value is <see cref="None"/>, which no programme may have.</remarks>
public enum ReferralLogic
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>Old customers bring new ones who are then kept: bounded by what a newcomer is worth in a lifetime (LTV 逻辑).</summary>
    LifetimeValue = 1,

    /// <summary>For big promotions: bounded by the campaign's own return (ROI 逻辑).</summary>
    ReturnOnInvestment = 2,
}

/// <summary>What a reward is paid for (奖励触发点). A reward paid before success is paid for failures too.</summary>
/// <remarks>The default value is <see cref="None"/>, which no programme may have.</remarks>
public enum PayTrigger
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>Every invitation sent (按邀请).</summary>
    PerInvitation = 1,

    /// <summary>Every newcomer who joins (按入群或加好友).</summary>
    PerJoin = 2,

    /// <summary>Every newcomer whose first purchase stands (按首单).</summary>
    PerPurchase = 3,
}
