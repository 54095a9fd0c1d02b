using System.Runtime.CompilerServices;
using NodaTime;

namespace PrivateDomain.Core.Relationships;

/// <summary>All that a relationship with one customer stands on, as of an instant (关系证据汇总). The input of the ladder and of trust.</summary>
/// <remarks>
/// <para>Equality is that of all parts; there is no ordering.</para>
/// <para>The default value is no evidence of anything, at the epoch.</para>
/// </remarks>
public readonly partial record struct StageEvidence
{
    private StageEvidence(
        Instant at, Evidence links, Evidence participations, Evidence conversations, Evidence feedback,
        Evidence purchases, Evidence recommendations, Evidence promoter, Evidence rivalsDeclined)
    {
        At = at;
        Links = links;
        Participations = participations;
        Conversations = conversations;
        Feedback = feedback;
        Purchases = purchases;
        EffectiveRecommendations = recommendations;
        Promoter = promoter;
        RivalsDeclined = rivalsDeclined;
    }

    /// <summary>The instant as of which this was seen.</summary>
    public Instant At { get; }

    /// <summary>Links that are not lost; a muted link is one.</summary>
    public Evidence Links { get; }

    /// <summary>Surveys and NPS questions answered, activities joined, messages written.</summary>
    public Evidence Participations { get; }

    /// <summary>The shop's days on which messages went both ways.</summary>
    public Evidence Conversations { get; }

    /// <summary>Feedback that nobody asked for.</summary>
    public Evidence Feedback { get; }

    /// <summary>The shop's days with an order that was not wholly paid back.</summary>
    public Evidence Purchases { get; }

    /// <summary>Referrals that led to a purchase.</summary>
    public Evidence EffectiveRecommendations { get; }

    /// <summary>The latest NPS answer: a count of 1 when it is 9 or 10, else nothing.</summary>
    public Evidence Promoter { get; }

    /// <summary>Rival offers declined.</summary>
    public Evidence RivalsDeclined { get; }

    /// <summary>Everything the customer did: the counts added, the latest instant.</summary>
    public Evidence SignsOfLife => Evidence.Sum(
        Evidence.Sum(Evidence.Sum(Participations, Conversations), Evidence.Sum(Feedback, Purchases)),
        Evidence.Sum(EffectiveRecommendations, RivalsDeclined));

    /// <summary>The evidence of a kind.</summary>
    /// <param name="kind">The kind; not none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none or not defined.</exception>
    public Evidence this[EvidenceKind kind] => kind switch
    {
        EvidenceKind.Link => Links,
        EvidenceKind.Participation => Participations,
        EvidenceKind.Conversation => Conversations,
        EvidenceKind.Feedback => Feedback,
        EvidenceKind.Purchase => Purchases,
        EvidenceKind.EffectiveRecommendation => EffectiveRecommendations,
        EvidenceKind.Promoter => Promoter,
        EvidenceKind.RivalDeclined => RivalsDeclined,
        EvidenceKind.SignOfLife => SignsOfLife,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of evidence other than None is needed."),
    };

    /// <summary>Evidence a host knows from elsewhere. What is not given was never seen.</summary>
    /// <param name="at">The instant as of which it was seen; nothing may be later.</param>
    /// <param name="links">Links that are not lost.</param>
    /// <param name="participations">Surveys and NPS questions answered, activities joined, messages written.</param>
    /// <param name="conversations">The shop's days on which messages went both ways.</param>
    /// <param name="feedback">Feedback that nobody asked for.</param>
    /// <param name="purchases">The shop's days with an order that was not wholly paid back.</param>
    /// <param name="effectiveRecommendations">Referrals that led to a purchase.</param>
    /// <param name="promoter">The latest NPS answer when it is 9 or 10: a count of 0 or 1.</param>
    /// <param name="rivalsDeclined">Rival offers declined.</param>
    /// <exception cref="ArgumentOutOfRangeException">Something was seen after <paramref name="at"/>, or there is more than one latest NPS answer.</exception>
    public static StageEvidence Create(
        Instant at,
        Evidence links = default,
        Evidence participations = default,
        Evidence conversations = default,
        Evidence feedback = default,
        Evidence purchases = default,
        Evidence effectiveRecommendations = default,
        Evidence promoter = default,
        Evidence rivalsDeclined = default) => new(
            at,
            Seen(links, at),
            Seen(participations, at),
            Seen(conversations, at),
            Seen(feedback, at),
            Seen(purchases, at),
            Seen(effectiveRecommendations, at),
            Guard.Against.OutOfRange(promoter.Count, nameof(promoter), 0, 1) == 0 ? default : Seen(promoter, at),
            Seen(rivalsDeclined, at));

    private static Evidence Seen(Evidence evidence, Instant at, [CallerArgumentExpression(nameof(evidence))] string? name = null) =>
        evidence.Count == 0 || evidence.Last <= at
            ? evidence
            : throw new ArgumentOutOfRangeException(name, evidence.Last, $"Evidence is seen at {at} at the latest, not in its future.");
}
