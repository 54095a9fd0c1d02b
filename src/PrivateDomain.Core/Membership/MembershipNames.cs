namespace PrivateDomain.Core.Membership;

/// <summary>What the values of this room's enumerations are called (会员名称); sentences use these names.</summary>
public static class MembershipNames
{
    /// <summary>What a basis is called.</summary>
    /// <param name="basis">The basis.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such basis.</exception>
    public static Bilingual Name(this EarnedBasis basis) => basis switch
    {
        EarnedBasis.None => new("no basis", "未指定依据"),
        EarnedBasis.Spend => new("spend", "累计消费"),
        EarnedBasis.Orders => new("orders", "订单数"),
        EarnedBasis.PointsEarned => new("points earned", "获得积分"),
        _ => throw Choices.Undefined(basis),
    };

    /// <summary>What a downgrade rule is called.</summary>
    /// <param name="rule">The rule.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rule.</exception>
    public static Bilingual Name(this DowngradeRule rule) => rule switch
    {
        DowngradeRule.Never => new("never", "不降级"),
        DowngradeRule.OneStep => new("one step", "逐级降"),
        DowngradeRule.ToEarned => new("to what is earned", "按所得降"),
        _ => throw Choices.Undefined(rule),
    };

    /// <summary>What a move is called.</summary>
    /// <param name="move">The move.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such move.</exception>
    public static Bilingual Name(this MembershipMove move) => move switch
    {
        MembershipMove.None => new("no move", "无变动"),
        MembershipMove.Joined => new("joined", "入会"),
        MembershipMove.Rose => new("rose", "升级"),
        MembershipMove.Renewed => new("renewed", "续期"),
        MembershipMove.Fell => new("fell", "降级"),
        _ => throw Choices.Undefined(move),
    };

    /// <summary>What a hold is called.</summary>
    /// <param name="hold">The hold.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such hold.</exception>
    public static Bilingual Name(this MembershipHold hold) => hold switch
    {
        MembershipHold.Unknown => new("unknown", "未知"),
        MembershipHold.Earned => new("earned", "已达标"),
        MembershipHold.Valid => new("valid", "有效期内"),
        MembershipHold.Grace => new("in grace", "宽限期"),
        MembershipHold.Kept => new("kept", "不降级"),
        _ => throw Choices.Undefined(hold),
    };
}
