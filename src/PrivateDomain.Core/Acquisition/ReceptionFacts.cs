using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Acquisition;

/// <summary>A person who asked to be added, and what was done since (新客承接记录).</summary>
/// <remarks>Immutable. Equality is that of all members; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ReceptionFacts
{
    /// <summary>Makes a record from a host's own.</summary>
    /// <param name="customer">Who it is.</param>
    /// <param name="requestedAt">When the person asked to be added.</param>
    /// <param name="acceptedAt">When the request was accepted; null when it is not yet.</param>
    /// <param name="talkedAt">When both sides had said something.</param>
    /// <param name="learnedAt">When the first basic fact was noted, or a survey answered.</param>
    /// <param name="taggedAt">When the tags were set.</param>
    /// <param name="deletedAt">When the person first deleted the shop, unfollowed it or left.</param>
    /// <param name="blockedAt">When the person first blocked the shop.</param>
    /// <param name="mutedAt">When the person first muted the shop.</param>
    /// <exception cref="ArgumentException">The customer is empty, a step is before the request or the acceptance, or there is a step
    /// without an acceptance.</exception>
    public ReceptionFacts(
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
        Customer = customer.Text.Length > 0 ? customer
            : throw new ArgumentException("A newcomer is a customer, but the identifier was empty.", nameof(customer));
        RequestedAt = CustomerEvent.CheckInstant(requestedAt);
        AcceptedAt = NotBefore(acceptedAt, requestedAt, nameof(acceptedAt));
        TalkedAt = AfterAcceptance(talkedAt, nameof(talkedAt));
        LearnedAt = AfterAcceptance(learnedAt, nameof(learnedAt));
        TaggedAt = AfterAcceptance(taggedAt, nameof(taggedAt));
        DeletedAt = AfterAcceptance(deletedAt, nameof(deletedAt));
        BlockedAt = AfterAcceptance(blockedAt, nameof(blockedAt));
        MutedAt = AfterAcceptance(mutedAt, nameof(mutedAt));
    }

    /// <summary>Who it is.</summary>
    public CustomerId Customer { get; }

    /// <summary>When the person asked to be added.</summary>
    public Instant RequestedAt { get; }

    /// <summary>When the request was accepted; null when it is not yet.</summary>
    public Instant? AcceptedAt { get; }

    /// <summary>When both sides had said something; null when one or both have not.</summary>
    public Instant? TalkedAt { get; }

    /// <summary>When the first basic fact was noted, or a survey answered.</summary>
    public Instant? LearnedAt { get; }

    /// <summary>When the tags were set.</summary>
    public Instant? TaggedAt { get; }

    /// <summary>When the person first deleted the shop, unfollowed it or left.</summary>
    public Instant? DeletedAt { get; }

    /// <summary>When the person first blocked the shop.</summary>
    public Instant? BlockedAt { get; }

    /// <summary>When the person first muted the shop.</summary>
    public Instant? MutedAt { get; }

    /// <summary>The last instant of which the record speaks.</summary>
    internal Instant LatestAt
    {
        get
        {
            Instant latest = RequestedAt;
            foreach (Instant? at in new[] { AcceptedAt, TalkedAt, LearnedAt, TaggedAt, DeletedAt, BlockedAt, MutedAt })
            {
                latest = Instant.Max(latest, at ?? latest);
            }

            return latest;
        }
    }

    /// <summary>The record as a customer's facts show it. Accepted is the first link on the carrier from the request on; talked, when a
    /// message of each side was there after it; learned, the first fact noted or survey answered; tagged, the first tag set. Losses and
    /// mutings of that carrier count.</summary>
    /// <param name="facts">The customer's facts.</param>
    /// <param name="carrier">The carrier on which the customer was added.</param>
    /// <param name="requestedAt">When the person asked to be added; null when it is unknown: the instant of the first link stands for
    /// it.</param>
    /// <returns>The record; <c>acquisition.no_link</c> when there is no link on the carrier and no request either,
    /// <c>acquisition.history_folded</c> when what was
    /// said since was folded away.</returns>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    /// <exception cref="ArgumentException">The carrier is none there is, the person was linked already when asking, or asks after the
    /// facts.</exception>
    public static Answer<ReceptionFacts> From(CustomerFacts facts, Carrier carrier, Instant? requestedAt = null)
    {
        Guard.Against.Null(facts);
        CustomerEvent.CheckDefined(carrier);
        Instant? accepted = First(facts, requestedAt ?? CustomerEvent.EarliestAt, e => e is LinkMade made && made.Carrier == carrier);
        if (requestedAt is { } asked && (asked > facts.AsOf || (accepted is null && WasLinkedAt(facts, carrier, asked))))
        {
            throw new ArgumentOutOfRangeException(nameof(requestedAt), asked,
                "A request before the link and not after the facts is needed.");
        }

        if (accepted is not { } since)
        {
            return requestedAt is { } waiting
                ? new ReceptionFacts(facts.Customer, waiting)
                : Answer<ReceptionFacts>.Refused(AcquisitionReasons.NoLink.With());
        }

        if (FoldedSince(facts, since) is { } folded)
        {
            return Answer<ReceptionFacts>.Refused(AcquisitionReasons.HistoryFolded.With(folded, since));
        }

        Instant? heard = First(facts, since, static e => e is MessageReceived);
        Instant? said = First(facts, since, static e => e is TouchSent);
        return new ReceptionFacts(
            facts.Customer,
            requestedAt ?? since,
            since,
            heard is { } one && said is { } other ? Instant.Max(one, other) : null,
            First(facts, since, static e => e is FactNoted or SurveyAnswered),
            First(facts, since, static e => e is TagAdded),
            First(facts, since, e => e is LinkLost { Loss: not LinkLoss.Blocked } lost && lost.Carrier == carrier),
            First(facts, since, e => e is LinkLost { Loss: LinkLoss.Blocked } lost && lost.Carrier == carrier),
            First(facts, since, e => e is LinkMuted muted && muted.Carrier == carrier));
    }

    // The last instant of what was said or answered since the acceptance and is there only as a total.
    private static Instant? FoldedSince(CustomerFacts facts, Instant since)
    {
        foreach (EventTotal total in facts.Folded)
        {
            if (total.Last >= since
                && total.Kind is EventKind.MessageReceived or EventKind.TouchSent or EventKind.SurveyAnswered
                or EventKind.FactNoted)
            {
                return total.Last;
            }
        }

        return null;
    }

    private static bool WasLinkedAt(CustomerFacts facts, Carrier carrier, Instant at)
    {
        bool isLinked = false;
        foreach (CustomerEvent e in facts.Events)
        {
            isLinked = e.At > at ? isLinked
                : e is LinkMade made && made.Carrier == carrier ? true
                : e is LinkLost lost && lost.Carrier == carrier ? false
                : isLinked;
        }

        return isLinked;
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

    private static Instant? NotBefore(Instant? at, Instant earliest, string name) => at < earliest || at > CustomerEvent.LatestAt
        ? throw new ArgumentOutOfRangeException(name, at, $"An instant from {earliest} to {CustomerEvent.LatestAt} is needed.")
        : at;

    private Instant? AfterAcceptance(Instant? at, string name) =>
        at is null ? null
        : AcceptedAt is { } accepted ? NotBefore(at, accepted, name)
        : throw new ArgumentException($"Nothing happens before the request is accepted, but there was {name} {at}.", name);
}
