namespace PrivateDomain.Core.Customers;

/// <summary>What a customer does, or what is done with them, and can be counted over time (行为).</summary>
/// <remarks>The default value is <see cref="None"/>; it is refused wherever a behaviour is needed.</remarks>
public enum Behaviour
{
    /// <summary>No behaviour: refused.</summary>
    None = 0,

    /// <summary>Paid an order that counts: one wholly paid back counts nowhere (下单).</summary>
    Order,

    /// <summary>Said or did something towards the shop (互动): a message, a message in a group, an activity joined, a survey answered, an
    /// NPS answer, feedback,
    /// a recommendation, a rival's offer declined. Not buying, linking, joining or leaving a group, opting out or complaining.</summary>
    Interaction,

    /// <summary>Wrote a message (来信).</summary>
    MessageReceived,

    /// <summary>Spoke in a group (群内发言).</summary>
    GroupMessageReceived,

    /// <summary>Was sent a message (触达).</summary>
    TouchSent,

    /// <summary>Had something noted about them (记录客户信息).</summary>
    FactNoted,

    /// <summary>Joined an activity (参与活动).</summary>
    ActivityJoined,

    /// <summary>Answered a survey (回答问卷).</summary>
    SurveyAnswered,

    /// <summary>Joined a group (入群).</summary>
    GroupJoined,

    /// <summary>Left a group (退群).</summary>
    GroupLeft,

    /// <summary>Said how likely they recommend the shop (净推荐值回答).</summary>
    NpsAnswered,

    /// <summary>Gave feedback unasked (主动反馈).</summary>
    FeedbackVolunteered,

    /// <summary>Recommended the shop (推荐).</summary>
    RecommendationMade,

    /// <summary>Someone they referred bought (转介绍成交).</summary>
    ReferralConverted,

    /// <summary>Declined a rival's offer (拒绝竞品).</summary>
    RivalDeclined,

    /// <summary>Received welfare (领取福利).</summary>
    WelfareReceived,

    /// <summary>Complained (投诉).</summary>
    ComplaintMade,

    /// <summary>Was linked (建立链接).</summary>
    LinkMade,

    /// <summary>Was lost on a carrier (流失链接).</summary>
    LinkLost,

    /// <summary>Opted out of messages (退订).</summary>
    OptedOut,

    /// <summary>Was paid back an order or a part of it (退款).</summary>
    OrderRefunded,
}

/// <summary>The names and the event kinds of behaviours.</summary>
internal static class Behaviours
{
    internal static Behaviour Check(Behaviour behaviour) =>
        Enum.IsDefined(behaviour) && behaviour != Behaviour.None
            ? behaviour
            : throw new ArgumentOutOfRangeException(nameof(behaviour), behaviour, "A defined behaviour other than None is needed.");

    /// <summary>The first and the last of the kinds of events that are the behaviour, which stand together; of orders none, for they are
    /// not counted as events.</summary>
    internal static (EventKind First, EventKind Last) KindsOf(Behaviour behaviour) => behaviour switch
    {
        Behaviour.Interaction => (EventKind.NpsAnswered, EventKind.RivalDeclined), // the one list of interactions
        Behaviour.MessageReceived => One(EventKind.MessageReceived),
        Behaviour.GroupMessageReceived => One(EventKind.GroupMessageReceived),
        Behaviour.TouchSent => One(EventKind.TouchSent),
        Behaviour.FactNoted => One(EventKind.FactNoted),
        Behaviour.ActivityJoined => One(EventKind.ActivityJoined),
        Behaviour.SurveyAnswered => One(EventKind.SurveyAnswered),
        Behaviour.GroupJoined => One(EventKind.GroupJoined),
        Behaviour.GroupLeft => One(EventKind.GroupLeft),
        Behaviour.NpsAnswered => One(EventKind.NpsAnswered),
        Behaviour.FeedbackVolunteered => One(EventKind.FeedbackVolunteered),
        Behaviour.RecommendationMade => One(EventKind.RecommendationMade),
        Behaviour.ReferralConverted => One(EventKind.ReferralConverted),
        Behaviour.RivalDeclined => One(EventKind.RivalDeclined),
        Behaviour.WelfareReceived => One(EventKind.WelfareReceived),
        Behaviour.ComplaintMade => One(EventKind.ComplaintMade),
        Behaviour.LinkMade => One(EventKind.LinkMade),
        Behaviour.LinkLost => One(EventKind.LinkLost),
        Behaviour.OptedOut => One(EventKind.OptedOut),
        Behaviour.OrderRefunded => One(EventKind.OrderRefunded),
        _ => throw new ArgumentOutOfRangeException(nameof(behaviour), behaviour, "A defined behaviour other than None is needed."),
    };

    /// <summary>Whether events of a kind are interactions.</summary>
    internal static bool IsInteraction(EventKind kind) => kind is >= EventKind.NpsAnswered and <= EventKind.RivalDeclined;

    private static (EventKind First, EventKind Last) One(EventKind kind) => (kind, kind);

    internal static Bilingual NameOf(Behaviour behaviour) => behaviour.Name();
}
