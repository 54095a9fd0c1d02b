using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Acquisition;

/// <summary>A person who asked to be added, and what the shop did since (新客承接记录).</summary>
/// <remarks>Equality is that of all members; there is no ordering.</remarks>
public sealed record Newcomer
{
    private Newcomer(
        CustomerId customer, Instant requestedAt, Instant? acceptedAt, Instant? talkedAt, Instant? learnedAt, Instant? taggedAt,
        Instant? deletedAt, Instant? blockedAt, Instant? mutedAt)
    {
        Customer = customer;
        RequestedAt = requestedAt;
        AcceptedAt = acceptedAt;
        TalkedAt = talkedAt;
        LearnedAt = learnedAt;
        TaggedAt = taggedAt;
        DeletedAt = deletedAt;
        BlockedAt = blockedAt;
        MutedAt = mutedAt;
    }

    /// <summary>Who it is.</summary>
    public CustomerId Customer { get; }

    /// <summary>When the person asked to be added.</summary>
    public Instant RequestedAt { get; }

    /// <summary>When the request was accepted; null when it is not yet.</summary>
    public Instant? AcceptedAt { get; }

    /// <summary>When the first conversation was held.</summary>
    public Instant? TalkedAt { get; }

    /// <summary>When the basic facts were learned.</summary>
    public Instant? LearnedAt { get; }

    /// <summary>When the tags were set.</summary>
    public Instant? TaggedAt { get; }

    /// <summary>When the person first deleted the shop, unfollowed it or left.</summary>
    public Instant? DeletedAt { get; }

    /// <summary>When the person first blocked the shop.</summary>
    public Instant? BlockedAt { get; }

    /// <summary>When the person first muted the shop.</summary>
    public Instant? MutedAt { get; }

    /// <summary>Makes a record from a host's own.</summary>
    /// <param name="customer">Who it is.</param>
    /// <param name="requestedAt">When the person asked to be added.</param>
    /// <param name="acceptedAt">When the request was accepted.</param>
    /// <param name="talkedAt">When the first conversation was held.</param>
    /// <param name="learnedAt">When the basic facts were learned.</param>
    /// <param name="taggedAt">When the tags were set.</param>
    /// <param name="deletedAt">When the person first deleted the shop, unfollowed it or left.</param>
    /// <param name="blockedAt">When the person first blocked the shop.</param>
    /// <param name="mutedAt">When the person first muted the shop.</param>
    /// <exception cref="ArgumentException">The customer is empty, a step is before the request, or there is a step without an acceptance.</exception>
    public static Newcomer Create(
        CustomerId customer,
        Instant requestedAt,
        Instant? acceptedAt = null,
        Instant? talkedAt = null,
        Instant? learnedAt = null,
        Instant? taggedAt = null,
        Instant? deletedAt = null,
        Instant? blockedAt = null,
        Instant? mutedAt = null)
    {
        if (customer.Text.Length == 0)
        {
            throw new ArgumentException("A newcomer is a customer, but the identifier was empty.", nameof(customer));
        }

        CustomerEvent.CheckInstant(requestedAt);
        CheckNotBefore(acceptedAt, requestedAt, nameof(acceptedAt));
        foreach ((Instant? at, string name) in new[]
        {
            (talkedAt, nameof(talkedAt)), (learnedAt, nameof(learnedAt)), (taggedAt, nameof(taggedAt)),
            (deletedAt, nameof(deletedAt)), (blockedAt, nameof(blockedAt)), (mutedAt, nameof(mutedAt)),
        })
        {
            if (at is not null)
            {
                CheckNotBefore(at, acceptedAt ?? throw new ArgumentException($"Nothing happens before the request is accepted, but there was {name} {at}.", name), name);
            }
        }

        return new Newcomer(customer, requestedAt, acceptedAt, talkedAt, learnedAt, taggedAt, deletedAt, blockedAt, mutedAt);
    }

    /// <summary>The record as a customer's facts show it: accepted is the first link on the carrier, talked the first message from the customer after it,
    /// learned the first survey answered, tagged the first tag set. Losses and mutings of that carrier count.</summary>
    /// <param name="facts">The customer's facts.</param>
    /// <param name="carrier">The carrier on which the customer was added.</param>
    /// <param name="requestedAt">When the person asked to be added; the instant of the link when null.</param>
    /// <returns>The record; null when there is no link on the carrier and no request either.</returns>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    /// <exception cref="ArgumentException">The request is after the link.</exception>
    public static Newcomer? Of(CustomerFacts facts, Carrier carrier, Instant? requestedAt = null)
    {
        Guard.Against.Null(facts);
        CustomerEvent.CheckDefined(carrier);
        Instant? accepted = First(facts, CustomerEvent.EarliestAt, e => e is LinkMade made && made.Carrier == carrier);
        if (accepted is not { } since)
        {
            return requestedAt is { } asked ? Create(facts.Customer, asked) : null;
        }

        return Create(
            facts.Customer,
            requestedAt ?? since,
            since,
            First(facts, since, static e => e is MessageReceived),
            First(facts, since, static e => e is SurveyAnswered),
            First(facts, since, static e => e is TagAdded),
            First(facts, since, e => e is LinkLost { Loss: not LinkLoss.Blocked } lost && lost.Carrier == carrier),
            First(facts, since, e => e is LinkLost { Loss: LinkLoss.Blocked } lost && lost.Carrier == carrier),
            First(facts, since, e => e is LinkMuted muted && muted.Carrier == carrier));
    }

    /// <summary>The last instant of which the record speaks.</summary>
    internal Instant LatestAt()
    {
        Instant latest = RequestedAt;
        foreach (Instant? at in new[] { AcceptedAt, TalkedAt, LearnedAt, TaggedAt, DeletedAt, BlockedAt, MutedAt })
        {
            latest = Instant.Max(latest, at ?? latest);
        }

        return latest;
    }

    private static Instant? First(CustomerFacts facts, Instant since, Func<CustomerEvent, bool> isOne)
    {
        foreach (CustomerEvent e in facts.Events)
        {
            if (e.At >= since && isOne(e))
            {
                return e.At;
            }
        }

        return null;
    }

    private static void CheckNotBefore(Instant? at, Instant earliest, string name)
    {
        if (at < earliest || at > CustomerEvent.LatestAt)
        {
            throw new ArgumentOutOfRangeException(name, at, $"An instant from {earliest} to {CustomerEvent.LatestAt} is needed.");
        }
    }
}
