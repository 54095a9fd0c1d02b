using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Relationships;

/// <summary>All that a relationship with one customer stands on, as of an instant (关系证据汇总): what the ladder and trust read.</summary>
/// <remarks>
/// <para>Equality is that of all parts; there is no ordering. The default value is no evidence of anything, at the epoch.</para>
/// <para>The value is immutable, so threads may share it.</para>
/// </remarks>
/// <example>
/// <code>
/// RelationshipFacts measured = RelationshipFacts.From(history.FactsAt(now, shop));
/// RelationshipFacts given = new(now, links: Evidence.From(1, now), interactions: Evidence.From(4, now));
/// RelationshipStage? stage = LadderPolicy.Default.Assess(given).Stage; // Interaction: nothing bought yet
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct RelationshipFacts
{
    /// <summary>Evidence a host knows from elsewhere. What is not given was never seen.</summary>
    /// <param name="at">The instant as of which it was seen; nothing may be later.</param>
    /// <param name="links">Links that are not lost.</param>
    /// <param name="interactions">What the customer said or did towards the shop.</param>
    /// <param name="conversations">The shop's days on which messages went both ways on one carrier.</param>
    /// <param name="feedback">Feedback that nobody asked for.</param>
    /// <param name="purchases">The shop's days with an order that counts.</param>
    /// <param name="effectiveRecommendations">Referrals that led to a purchase.</param>
    /// <param name="promoter">The latest NPS answer when it is 9 or 10: a count of 0 or 1.</param>
    /// <param name="rivalsDeclined">Rival offers declined.</param>
    /// <exception cref="ArgumentOutOfRangeException">Something was seen after <paramref name="at"/>, or there is more than one latest NPS
    /// answer.</exception>
    public RelationshipFacts(
        Instant at,
        Evidence links = default,
        Evidence interactions = default,
        Evidence conversations = default,
        Evidence feedback = default,
        Evidence purchases = default,
        Evidence effectiveRecommendations = default,
        Evidence promoter = default,
        Evidence rivalsDeclined = default)
    {
        At = at;
        Links = Seen(links, at);
        Interactions = Seen(interactions, at);
        Conversations = Seen(conversations, at);
        Feedback = Seen(feedback, at);
        Purchases = Seen(purchases, at);
        EffectiveRecommendations = Seen(effectiveRecommendations, at);
        Promoter = promoter.Count is 0 or 1
            ? Seen(promoter, at)
            : throw new ArgumentOutOfRangeException(nameof(promoter), promoter.Count, "There is one latest NPS answer at the most.");
        RivalsDeclined = Seen(rivalsDeclined, at);
    }

    /// <summary>The instant as of which this was seen.</summary>
    public Instant At { get; }

    /// <summary>Links that are not lost; a muted link is one.</summary>
    public Evidence Links { get; }

    /// <summary>What the customer said or did towards the shop.</summary>
    public Evidence Interactions { get; }

    /// <summary>The shop's days on which messages went both ways on one carrier.</summary>
    public Evidence Conversations { get; }

    /// <summary>Feedback that nobody asked for.</summary>
    public Evidence Feedback { get; }

    /// <summary>The shop's days with an order that counts.</summary>
    public Evidence Purchases { get; }

    /// <summary>Referrals that led to a purchase.</summary>
    public Evidence EffectiveRecommendations { get; }

    /// <summary>The latest NPS answer: a count of 1 when it is 9 or 10, else nothing.</summary>
    public Evidence Promoter { get; }

    /// <summary>Rival offers declined.</summary>
    public Evidence RivalsDeclined { get; }

    /// <summary>The evidence of a kind.</summary>
    /// <param name="kind">The kind; not none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none or not defined.</exception>
    public Evidence this[EvidenceKind kind] => kind switch
    {
        EvidenceKind.Link => Links,
        EvidenceKind.Interaction => Interactions,
        EvidenceKind.Conversation => Conversations,
        EvidenceKind.Feedback => Feedback,
        EvidenceKind.Purchase => Purchases,
        EvidenceKind.EffectiveRecommendation => EffectiveRecommendations,
        EvidenceKind.Promoter => Promoter,
        EvidenceKind.RivalDeclined => RivalsDeclined,
        EvidenceKind.SignOfLife => Evidence.Sum(Interactions, Purchases),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of evidence other than None is needed."),
    };

    /// <summary>The evidence in a customer's facts. Allocates nothing.</summary>
    /// <remarks>Folded events still count as far as their totals tell; what they do
    /// not tell is not complete (<see cref="Evidence.IsComplete"/>).</remarks>
    /// <param name="facts">The facts.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    public static RelationshipFacts From(CustomerFacts facts)
    {
        Guard.Against.Null(facts);
        var tally = new EvidenceTally(facts.Shop.Zone);
        for (int i = 0; i < facts.Seen; i++)
        {
            tally.Add(facts.MarkAt(i));
        }

        foreach (EventTotal total in facts.Folded)
        {
            tally.Add(total, facts.AsOf);
        }

        return tally.At(facts.AsOf, facts.LinkCount, Evidence.From(facts.PurchaseDayCount, facts.LastOrderAt ?? default));
    }

    /// <summary>The same evidence, seen later.</summary>
    internal RelationshipFacts SeenAt(Instant later) => new(
        later, Links, Interactions, Conversations, Feedback, Purchases, EffectiveRecommendations, Promoter, RivalsDeclined);

    private static Evidence Seen(Evidence evidence, Instant at, [CallerArgumentExpression(nameof(evidence))] string? name = null) =>
        evidence.Count == 0 || evidence.Last <= at
            ? evidence
            : throw new ArgumentOutOfRangeException(
                name, evidence.Last, FormattableString.Invariant($"Evidence is seen at {at} at the latest, not in its future."));
}
