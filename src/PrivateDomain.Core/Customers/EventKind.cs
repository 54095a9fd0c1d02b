namespace PrivateDomain.Core.Customers;

/// <summary>The kinds of customer events (事件类型), one for each event type.</summary>
/// <remarks>The order is part of no contract; names are what is written down.</remarks>
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

    /// <summary><see cref="Customers.FactNoted"/>.</summary>
    FactNoted,

    /// <summary><see cref="Customers.OrderPaid"/>.</summary>
    OrderPaid,

    /// <summary><see cref="Customers.OrderRefunded"/>.</summary>
    OrderRefunded,

    /// <summary><see cref="Customers.OrderDelivered"/>.</summary>
    OrderDelivered,

    /// <summary><see cref="Customers.NpsAnswered"/>.</summary>
    NpsAnswered,

    /// <summary><see cref="Customers.MessageReceived"/>.</summary>
    MessageReceived,

    /// <summary><see cref="Customers.GroupMessageReceived"/>.</summary>
    GroupMessageReceived,

    /// <summary><see cref="Customers.ActivityJoined"/>.</summary>
    ActivityJoined,

    /// <summary><see cref="Customers.SurveyAnswered"/>.</summary>
    SurveyAnswered,

    /// <summary><see cref="Customers.FeedbackVolunteered"/>.</summary>
    FeedbackVolunteered,

    /// <summary><see cref="Customers.RecommendationMade"/>.</summary>
    RecommendationMade,

    /// <summary><see cref="Customers.RivalDeclined"/>.</summary>
    RivalDeclined,

    /// <summary><see cref="Customers.ReferralConverted"/>.</summary>
    ReferralConverted,

    /// <summary><see cref="Customers.WelfareReceived"/>.</summary>
    WelfareReceived,

    /// <summary><see cref="Customers.ComplaintMade"/>.</summary>
    ComplaintMade,

    /// <summary><see cref="Customers.TouchSent"/>.</summary>
    TouchSent,
}
