using NodaTime;

namespace PrivateDomain.Core.Relationships;

/// <summary>The kinds of evidence a relationship stands on (关系证据).</summary>
/// <remarks>The default value is <see cref="None"/>; it is refused wherever a kind is needed.</remarks>
public enum EvidenceKind
{
    /// <summary>No kind: refused.</summary>
    None = 0,

    /// <summary>Links that are not lost (有效链接).</summary>
    Link,

    /// <summary>Taking part: a survey or the NPS question answered, an activity joined, a message written (参与).</summary>
    Participation,

    /// <summary>Real conversations: the shop's days on which messages went both ways (对话).</summary>
    Conversation,

    /// <summary>Feedback that nobody asked for (主动反馈).</summary>
    Feedback,

    /// <summary>Purchases: the shop's days with an order that was not wholly paid back, so two orders of one day are one purchase (购买).</summary>
    Purchase,

    /// <summary>Recommendations with effect: somebody referred has bought (有效推荐).</summary>
    EffectiveRecommendation,

    /// <summary>The latest NPS answer, when it is a promoter's: 9 or 10 (推荐者).</summary>
    Promoter,

    /// <summary>A rival's offer declined (拒绝竞品).</summary>
    RivalDeclined,

    /// <summary>Any sign of life: all of the above except links and promoters (任一动静). Made from the others, so it cannot be given.</summary>
    SignOfLife,
}

/// <summary>How often something was seen, and when last (证据).</summary>
/// <remarks>
/// <para>Equality is that of both parts; there is no ordering.</para>
/// <para>The default value is <see cref="Nothing"/>.</para>
/// </remarks>
public readonly record struct Evidence
{
    private Evidence(int count, Instant last)
    {
        Count = count;
        Last = last;
    }

    /// <summary>Never seen: the default value.</summary>
    public static Evidence Nothing => default;

    /// <summary>How often: 0 or more.</summary>
    public int Count { get; }

    /// <summary>When last; of no meaning when <see cref="Count"/> is 0.</summary>
    public Instant Last { get; }

    /// <summary>Something seen.</summary>
    /// <param name="count">How often: 0 or more. With 0 the instant is dropped.</param>
    /// <param name="last">When last.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static Evidence Of(int count, Instant last) => Guard.Against.Negative(count) == 0 ? default : new(count, last);

    /// <summary>Both together: the counts added, the later instant.</summary>
    internal static Evidence Sum(Evidence left, Evidence right) =>
        left.Count == 0 ? right
        : right.Count == 0 ? left
        : new(left.Count + right.Count, Instant.Max(left.Last, right.Last));
}
