namespace PrivateDomain.Core.Customers;

/// <summary>The kinds of customer events (事件类型), one for each event type.</summary>
public enum EventKind
{
    /// <summary>No kind: no event has it.</summary>
    None = 0,

    /// <summary><see cref="Customers.LinkMade"/>.</summary>
    LinkMade,

    /// <summary><see cref="Customers.LinkMuted"/>.</summary>
    LinkMuted,

    /// <summary><see cref="Customers.LinkUnmuted"/>.</summary>
    LinkUnmuted,

    /// <summary><see cref="Customers.LinkLost"/>.</summary>
    LinkLost,

    /// <summary><see cref="Customers.OptedOut"/>.</summary>
    OptedOut,

    /// <summary><see cref="Customers.OptedIn"/>.</summary>
    OptedIn,

    /// <summary><see cref="Customers.GroupJoined"/>.</summary>
    GroupJoined,

    /// <summary><see cref="Customers.GroupLeft"/>.</summary>
    GroupLeft,

    /// <summary><see cref="Customers.TagAdded"/>.</summary>
    TagAdded,

    /// <summary><see cref="Customers.TagRemoved"/>.</summary>
    TagRemoved,

    /// <summary><see cref="Customers.OrderPaid"/>.</summary>
    OrderPaid,

    /// <summary><see cref="Customers.OrderRefunded"/>.</summary>
    OrderRefunded,

    /// <summary><see cref="Customers.NpsAnswered"/>.</summary>
    NpsAnswered,

    /// <summary><see cref="Customers.MessageReceived"/>.</summary>
    MessageReceived,

    /// <summary><see cref="Customers.TouchSent"/>.</summary>
    TouchSent,

    /// <summary><see cref="Customers.ActivityJoined"/>.</summary>
    ActivityJoined,

    /// <summary><see cref="Customers.SurveyAnswered"/>.</summary>
    SurveyAnswered,

    /// <summary><see cref="Customers.FeedbackVolunteered"/>.</summary>
    FeedbackVolunteered,

    /// <summary><see cref="Customers.RecommendationMade"/>.</summary>
    RecommendationMade,

    /// <summary><see cref="Customers.ReferralConverted"/>.</summary>
    ReferralConverted,

    /// <summary><see cref="Customers.RivalDeclined"/>.</summary>
    RivalDeclined,

    /// <summary><see cref="Customers.WelfareReceived"/>.</summary>
    WelfareReceived,

    /// <summary><see cref="Customers.ComplaintMade"/>.</summary>
    ComplaintMade,
}

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
