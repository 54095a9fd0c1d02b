namespace PrivateDomain.Core.Relationships;

/// <summary>The kinds of evidence a relationship stands on (关系证据).</summary>
/// <remarks>The default value is <see cref="None"/>; it is refused wherever a kind is needed.</remarks>
public enum EvidenceKind
{
    /// <summary>No kind: refused.</summary>
    None = 0,

    /// <summary>Links that are not lost (在联).</summary>
    Link,

    /// <summary>Interactions: what the customer says or does towards the shop except buying, linking, joining or leaving a group, opting
    /// out and complaining (互动).</summary>
    Interaction,

    /// <summary>Real conversations: the shop's days on which messages went both ways on one carrier (对话日).</summary>
    Conversation,

    /// <summary>Feedback that nobody asked for (主动反馈).</summary>
    Feedback,

    /// <summary>Purchases: the shop's days with an order that counts, so two orders of one day are one purchase (购买日).</summary>
    Purchase,

    /// <summary>Recommendations with effect: somebody referred has bought (有效推荐).</summary>
    EffectiveRecommendation,

    /// <summary>The latest NPS answer, when it is a promoter's: 9 or 10 (推荐者).</summary>
    Promoter,

    /// <summary>A rival's offer declined (拒绝竞品).</summary>
    RivalDeclined,

    /// <summary>Any sign of life: an interaction or a purchase (任一动静). Made from these two, so it cannot be given.</summary>
    SignOfLife,
}
