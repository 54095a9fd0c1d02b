namespace PrivateDomain.Core.Customers;

/// <summary>What a customer does, or what is done with them, and can be counted over time (行为).</summary>
/// <remarks>The default value is <see cref="None"/>; it is refused wherever a behaviour is needed.</remarks>
public enum Behaviour
{
    /// <summary>No behaviour: refused.</summary>
    None = 0,

    /// <summary>Paid an order that counts: one wholly paid back counts nowhere (下单).</summary>
    Order,

    /// <summary>Did anything other than paying: wrote, joined, answered, gave feedback, recommended, declined a rival, complained
    /// (互动).</summary>
    Interaction,

    /// <summary>Wrote a message (来信).</summary>
    MessageReceived,

    /// <summary>Was sent a message (发信).</summary>
    TouchSent,

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

    /// <summary>The kinds of events that are the behaviour; orders are counted as orders, not as events.</summary>
    internal static ReadOnlySpan<EventKind> KindsOf(Behaviour behaviour) => behaviour switch
    {
        Behaviour.Order => [],
        Behaviour.Interaction =>
        [
            EventKind.MessageReceived, EventKind.ActivityJoined, EventKind.SurveyAnswered, EventKind.GroupJoined, EventKind.NpsAnswered,
            EventKind.FeedbackVolunteered, EventKind.RecommendationMade, EventKind.RivalDeclined, EventKind.ComplaintMade,
        ],
        Behaviour.MessageReceived => [EventKind.MessageReceived],
        Behaviour.TouchSent => [EventKind.TouchSent],
        Behaviour.ActivityJoined => [EventKind.ActivityJoined],
        Behaviour.SurveyAnswered => [EventKind.SurveyAnswered],
        Behaviour.GroupJoined => [EventKind.GroupJoined],
        Behaviour.GroupLeft => [EventKind.GroupLeft],
        Behaviour.NpsAnswered => [EventKind.NpsAnswered],
        Behaviour.FeedbackVolunteered => [EventKind.FeedbackVolunteered],
        Behaviour.RecommendationMade => [EventKind.RecommendationMade],
        Behaviour.ReferralConverted => [EventKind.ReferralConverted],
        Behaviour.RivalDeclined => [EventKind.RivalDeclined],
        Behaviour.WelfareReceived => [EventKind.WelfareReceived],
        Behaviour.ComplaintMade => [EventKind.ComplaintMade],
        Behaviour.LinkMade => [EventKind.LinkMade],
        Behaviour.LinkLost => [EventKind.LinkLost],
        Behaviour.OptedOut => [EventKind.OptedOut],
        _ => [EventKind.OrderRefunded],
    };

    internal static Bilingual NameOf(Behaviour behaviour) => behaviour switch
    {
        Behaviour.Order => new("orders", "下单"),
        Behaviour.Interaction => new("interactions", "互动"),
        Behaviour.MessageReceived => new("messages received", "来信"),
        Behaviour.TouchSent => new("messages sent", "发信"),
        Behaviour.ActivityJoined => new("activities joined", "参与活动"),
        Behaviour.SurveyAnswered => new("surveys answered", "回答问卷"),
        Behaviour.GroupJoined => new("groups joined", "入群"),
        Behaviour.GroupLeft => new("groups left", "退群"),
        Behaviour.NpsAnswered => new("NPS answers", "净推荐值回答"),
        Behaviour.FeedbackVolunteered => new("pieces of feedback", "主动反馈"),
        Behaviour.RecommendationMade => new("recommendations", "推荐"),
        Behaviour.ReferralConverted => new("converted referrals", "转介绍成交"),
        Behaviour.RivalDeclined => new("rival offers declined", "拒绝竞品"),
        Behaviour.WelfareReceived => new("pieces of welfare received", "领取福利"),
        Behaviour.ComplaintMade => new("complaints", "投诉"),
        Behaviour.LinkMade => new("links made", "建立链接"),
        Behaviour.LinkLost => new("links lost", "流失链接"),
        Behaviour.OptedOut => new("opt-outs", "退订"),
        _ => new("refunds", "退款"),
    };
}
