namespace PrivateDomain.Core.Customers;

/// <summary>What a message to a customer is for (触达类型).</summary>
/// <remarks>The default value is <see cref="None"/>; it is refused wherever a kind is needed.</remarks>
public enum TouchKind
{
    /// <summary>No kind: refused.</summary>
    None = 0,

    /// <summary>An answer to the customer (服务回复).</summary>
    ServiceReply,

    /// <summary>Useful content (干货内容).</summary>
    UsefulContent,

    /// <summary>A survey (问卷调研).</summary>
    Survey,

    /// <summary>Welfare: a gift, a coupon, a benefit (福利).</summary>
    Welfare,

    /// <summary>A soft recommendation (软性推荐).</summary>
    SoftRecommendation,

    /// <summary>A promotion (促销).</summary>
    Promotion,

    /// <summary>An invitation to refer others (转介绍邀请).</summary>
    ReferralInvitation,

    /// <summary>An offer of membership (会员邀约).</summary>
    MembershipOffer,
}
