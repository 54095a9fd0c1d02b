using System.Collections.Immutable;

namespace PrivateDomain.Core.Referrals;

/// <summary>How a referral works (裂变玩法). From [A][C], D39.</summary>
/// <remarks>The default value is <see cref="None"/>, which no programme may have.</remarks>
public enum ReferralMechanic
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>A poster leads to a group, sharing it earns a reward from service (海报进群).</summary>
    PosterToGroup = 1,

    /// <summary>A poster leads to the official account, which makes a personal poster; followers it brings earn the reward (公众号专属海报).</summary>
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

/// <summary>What bounds the reward (裂变逻辑). From [C], D38.</summary>
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

/// <summary>One step of a mechanic (裂变步骤).</summary>
/// <remarks>Equality is that of all parts. The default value has an empty name, does not count and costs nothing.</remarks>
public readonly record struct MechanicStep
{
    internal MechanicStep(string english, string chinese, bool counts = false, bool costs = false)
    {
        Name = new Bilingual(english, chinese);
        Counts = counts;
        Costs = costs;
    }

    /// <summary>What happens.</summary>
    public Bilingual Name { get; }

    /// <summary>Whether an invitation counts at this step; exactly one step of a mechanic does.</summary>
    public bool Counts { get; }

    /// <summary>Whether the shop spends something at this step.</summary>
    public bool Costs { get; }
}

/// <summary>The steps of each mechanic, as data (裂变步骤表): in what order, where an invitation counts, where money is spent.</summary>
public static class ReferralMechanics
{
    private static readonly ImmutableArray<MechanicStep> Group =
    [
        new("sees the poster", "看到海报"), new("joins the group", "扫码进群", counts: true), new("shares the poster", "转发海报"),
        new("gets the reward from service", "找客服领奖", costs: true),
    ];

    private static readonly ImmutableArray<MechanicStep> OfficialAccount =
    [
        new("sees the campaign poster", "看到活动海报"), new("follows the official account", "关注公众号"), new("gets a personal poster", "生成专属海报"),
        new("friends follow by it", "好友扫码关注", counts: true), new("gets the reward", "领取奖励", costs: true),
    ];

    private static readonly ImmutableArray<MechanicStep> Invite =
    [
        new("asks for help", "发起助力"), new("helpers add the shop as a friend", "好友添加企业微信", counts: true), new("gets the reward", "领取奖励", costs: true),
    ];

    private static readonly ImmutableArray<MechanicStep> Buy =
    [
        new("opens a group", "开团"), new("friends join and pay", "好友参团付款", counts: true), new("all get the lower price", "成团享优惠", costs: true),
    ];

    private static readonly ImmutableArray<MechanicStep> Task =
    [
        new("takes the task", "领取任务"), new("a newcomer places a first order", "新客下首单", counts: true), new("the gift ships with it", "赠品随单发出", costs: true),
    ];

    private static readonly ImmutableArray<MechanicStep> Packet =
    [
        new("shares the red packet", "转发红包"), new("a friend opens it and joins", "好友领取并加入", counts: true, costs: true),
    ];

    /// <summary>The steps in order; empty for <see cref="ReferralMechanic.None"/> and what is no mechanic.</summary>
    /// <param name="mechanic">The mechanic.</param>
    public static ImmutableArray<MechanicStep> StepsOf(ReferralMechanic mechanic) => mechanic switch
    {
        ReferralMechanic.PosterToGroup => Group,
        ReferralMechanic.PosterToOfficialAccount => OfficialAccount,
        ReferralMechanic.InviteFriends => Invite,
        ReferralMechanic.GroupBuy => Buy,
        ReferralMechanic.TaskGift => Task,
        ReferralMechanic.RedPacket => Packet,
        _ => [],
    };
}
