using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Referrals;

/// <summary>One step of a mechanic (裂变步骤): who takes it, whether an invitation counts at it, and what it costs.</summary>
/// <remarks>Equality is that of all parts. The default value has an empty name, does not count and costs nothing.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct MechanicStep
{
    internal MechanicStep(string english, string chinese, bool isFriends = false, bool counts = false, bool givesHook = false,
        bool paysReward = false)
    {
        Name = new Bilingual(english, chinese);
        IsFriends = isFriends;
        Counts = counts;
        GivesHook = givesHook;
        PaysReward = paysReward;
    }

    /// <summary>What happens.</summary>
    public Bilingual Name { get; }

    /// <summary>Whether the friend takes it, not who refers or the shop.</summary>
    public bool IsFriends { get; }

    /// <summary>Whether an invitation counts at this step; exactly one step of a mechanic does, and the friend takes it.</summary>
    public bool Counts { get; }

    /// <summary>Whether the newcomer is given the hook (利益点) at this step.</summary>
    public bool GivesHook { get; }

    /// <summary>Whether the referrer is given the reward at this step.</summary>
    public bool PaysReward { get; }

    /// <summary>What this step costs in a programme each time it is taken: hook and reward, as far as they are given at it.</summary>
    /// <param name="programme">The programme.</param>
    /// <exception cref="ArgumentNullException">There is no programme.</exception>
    public Money CostIn(ReferralProgramme programme)
    {
        Money nothing = Money.Zero(Guard.Against.Null(programme).Options.Reward.Currency);
        return (GivesHook ? programme.Options.Hook.CostPerPiece : nothing) + (PaysReward ? programme.Options.Reward : nothing);
    }
}

/// <summary>The steps of each mechanic, as data (裂变步骤表): in what order, whose they are, where an invitation counts, where money is
/// spent.</summary>
public static class ReferralMechanics
{
    private static readonly ImmutableArray<MechanicStep> Group =
    [
        new("sees the poster", "看到海报"), new("joins the group", "扫码进群"), new("shares the poster", "转发海报"),
        new("a friend joins the group by it", "好友扫码进群", isFriends: true, counts: true, givesHook: true),
        new("gets the reward from service", "找客服领奖", paysReward: true),
    ];

    private static readonly ImmutableArray<MechanicStep> OfficialAccount =
    [
        new("sees the campaign poster", "看到活动海报"), new("follows the official account", "关注公众号"),
        new("gets a personal poster", "生成专属海报"),
        new("friends follow by it", "好友扫码关注", isFriends: true, counts: true, givesHook: true),
        new("gets the reward", "领取奖励", paysReward: true),
    ];

    private static readonly ImmutableArray<MechanicStep> Invite =
    [
        new("asks for help", "发起助力"),
        new("helpers add the shop as a friend", "好友添加企业微信", isFriends: true, counts: true, givesHook: true),
        new("gets the reward", "领取奖励", paysReward: true),
    ];

    private static readonly ImmutableArray<MechanicStep> Buy =
    [
        new("opens a group", "开团"), new("friends join and pay", "好友参团付款", isFriends: true, counts: true),
        new("all get the lower price", "成团享优惠", givesHook: true, paysReward: true),
    ];

    private static readonly ImmutableArray<MechanicStep> Task =
    [
        new("takes the task", "领取任务"), new("a newcomer places a first order", "新客下首单", isFriends: true, counts: true),
        new("the gift ships with it", "赠品随单发出", givesHook: true, paysReward: true),
    ];

    private static readonly ImmutableArray<MechanicStep> Packet =
    [
        new("shares the red packet", "转发红包"),
        new("a friend opens it and joins", "好友领取并加入", isFriends: true, counts: true, givesHook: true, paysReward: true),
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
