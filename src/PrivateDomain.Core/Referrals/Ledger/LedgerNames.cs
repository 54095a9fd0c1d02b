namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>What the values of this room's enumerations are called (推荐账本名称).</summary>
public static class LedgerNames
{
    /// <summary>What a kind of fact is called.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static Bilingual Name(this ReferralFactKind kind) => kind switch
    {
        ReferralFactKind.None => new("no fact", "无事实"),
        ReferralFactKind.Opened => new("invitation taken up", "接受邀请"),
        ReferralFactKind.Joined => new("joined", "加入"),
        ReferralFactKind.Bought => new("paid for an order", "付款"),
        ReferralFactKind.Delivered => new("order delivered", "签收"),
        ReferralFactKind.Refunded => new("refunded", "退款"),
        ReferralFactKind.Cancelled => new("order cancelled", "取消订单"),
        ReferralFactKind.Deleted => new("deleted the shop", "删除好友"),
        ReferralFactKind.Flagged => new("flagged for review", "标记审核"),
        ReferralFactKind.Cleared => new("cleared", "审核通过"),
        ReferralFactKind.Rejected => new("rejected", "审核拒绝"),
        ReferralFactKind.Granted => new("reward granted", "批准奖励"),
        ReferralFactKind.PaidOut => new("reward paid", "发放奖励"),
        ReferralFactKind.Recovered => new("reward recovered", "追回奖励"),
        _ => throw Choices.Undefined(kind),
    };
}
