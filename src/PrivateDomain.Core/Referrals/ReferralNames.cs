namespace PrivateDomain.Core.Referrals;

/// <summary>What the values of this room's enumerations are called (裂变名称); sentences use these names.</summary>
public static class ReferralNames
{
    /// <summary>What a state of a referral is called.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state.</exception>
    public static Bilingual Name(this ReferralState state) => state switch
    {
        ReferralState.None => new("no referral", "无推荐"),
        ReferralState.Open => new("open", "已受邀"),
        ReferralState.Pending => new("pending", "待确认"),
        ReferralState.Flagged => new("flagged for review", "待人工审核"),
        ReferralState.Qualified => new("qualified", "有效"),
        ReferralState.Void => new("void", "无效"),
        _ => throw Choices.Undefined(state),
    };

    /// <summary>What a state of a reward is called.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state.</exception>
    public static Bilingual Name(this RewardState state) => state switch
    {
        RewardState.None => new("no reward", "无奖励"),
        RewardState.Held => new("held", "冻结中"),
        RewardState.Due => new("due", "待批准"),
        RewardState.Granted => new("granted", "待发放"),
        RewardState.Paid => new("paid", "已发放"),
        RewardState.Withdrawn => new("withdrawn", "已撤销"),
        RewardState.OwedBack => new("owed back", "待追回"),
        RewardState.TakenBack => new("taken back", "已追回"),
        _ => throw Choices.Undefined(state),
    };

    /// <summary>What a consequence is called.</summary>
    /// <param name="consequence">The consequence.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such consequence.</exception>
    public static Bilingual Name(this RefereeConsequence consequence) => consequence switch
    {
        RefereeConsequence.Wait => new("wait", "等待"),
        RefereeConsequence.Counts => new("counts", "有效"),
        RefereeConsequence.Review => new("review", "人工审核"),
        RefereeConsequence.Reject => new("reject", "拒绝"),
        _ => throw Choices.Undefined(consequence),
    };

    /// <summary>What a mechanic is called.</summary>
    /// <param name="mechanic">The mechanic.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such mechanic.</exception>
    public static Bilingual Name(this ReferralMechanic mechanic) => mechanic switch
    {
        ReferralMechanic.None => new("no mechanic", "未指定玩法"),
        ReferralMechanic.PosterToGroup => new("poster to group", "海报进群"),
        ReferralMechanic.PosterToOfficialAccount => new("poster to official account", "公众号专属海报"),
        ReferralMechanic.InviteFriends => new("invite friends", "邀请助力"),
        ReferralMechanic.GroupBuy => new("group buy", "拼团"),
        ReferralMechanic.TaskGift => new("gift for a task", "任务宝"),
        ReferralMechanic.RedPacket => new("red packet", "红包裂变"),
        _ => throw Choices.Undefined(mechanic),
    };

    /// <summary>What a logic is called.</summary>
    /// <param name="logic">The logic.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such logic.</exception>
    public static Bilingual Name(this ReferralLogic logic) => logic switch
    {
        ReferralLogic.None => new("no logic", "未指定逻辑"),
        ReferralLogic.LifetimeValue => new("lifetime value", "LTV 逻辑"),
        ReferralLogic.ReturnOnInvestment => new("return on investment", "ROI 逻辑"),
        _ => throw Choices.Undefined(logic),
    };

    /// <summary>What a reward is paid for.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trigger.</exception>
    public static Bilingual Name(this PayTrigger trigger) => trigger switch
    {
        PayTrigger.None => new("nothing", "未指定"),
        PayTrigger.PerInvitation => new("every invitation", "按邀请"),
        PayTrigger.PerJoin => new("every newcomer who joins", "按入群或加好友"),
        PayTrigger.PerPurchase => new("every first purchase", "按首单"),
        _ => throw Choices.Undefined(trigger),
    };

    /// <summary>What a newcomer's quality is called.</summary>
    /// <param name="quality">The quality.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quality.</exception>
    public static Bilingual Name(this NewcomerQuality quality) => quality switch
    {
        NewcomerQuality.InTest => new("in test", "考察中"),
        NewcomerQuality.Freeloader => new("freeloader", "羊毛党"),
        NewcomerQuality.Zombie => new("zombie", "僵尸粉"),
        NewcomerQuality.Active => new("active", "活跃未购"),
        NewcomerQuality.LostBuyer => new("lost buyer", "已购流失"),
        NewcomerQuality.RetainedBuyer => new("retained buyer", "留存买家"),
        _ => throw Choices.Undefined(quality),
    };

    /// <summary>What kinds of marks are called, one after the other; "nothing" for none.</summary>
    /// <param name="kinds">The kinds.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are other kinds among them.</exception>
    public static Bilingual Name(this IdentityKinds kinds)
    {
        if ((kinds & ~IdentityKinds.All) != IdentityKinds.None)
        {
            throw new ArgumentOutOfRangeException(nameof(kinds), kinds, "Kinds of the enumeration are needed.");
        }

        var names = Kinds.Where(n => kinds.HasFlag(n.Kind)).ToList();
        return names.Count == 0
            ? new("nothing", "无")
            : new(string.Join(", ", names.Select(static n => n.English)), string.Join('、', names.Select(static n => n.Chinese)));
    }

    private static IEnumerable<(IdentityKinds Kind, string English, string Chinese)> Kinds =>
    [
        (IdentityKinds.Person, "person", "本人"), (IdentityKinds.Phone, "phone", "手机号"), (IdentityKinds.Device, "device", "设备"),
        (IdentityKinds.Address, "address", "地址"), (IdentityKinds.PaymentAccount, "payment account", "支付账户"),
    ];
}
