using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Relationships;

/// <summary>Counts the evidence of a customer's events, one after the other in their order; links and orders are counted elsewhere, as they
/// can be taken back.</summary>
internal struct EvidenceTally(DateTimeZone zone)
{
    private const int PromoterMin = 9;

    private ShopDays clock = new(zone);
    private Evidence conversations;
    private Evidence interactions;
    private Evidence feedback;
    private Evidence recommendations;
    private Evidence promoter;
    private Evidence rivals;
    private Instant lastLink;

    // The messages of the day of the last one, a bit for each carrier, and whether the day counts already.
    private int day = int.MinValue;
    private int received;
    private int sent;
    private bool isCounted;

    // The first message each way, for days that are folded in part.
    private Instant? firstReceived;
    private Instant? firstSent;
    private EventTotal foldedReceived;
    private EventTotal foldedSent;

    /// <summary>Counts an event that is not earlier than those before.</summary>
    internal void Add(EventMark e)
    {
        if (Behaviours.IsInteraction(e.Kind))
        {
            interactions = More(interactions, e);
        }

        switch (e.Kind)
        {
            case EventKind.MessageReceived:
                firstReceived ??= e.At;
                Converse(e.At, e.CarrierBit, 0);
                break;
            case EventKind.TouchSent:
                firstSent ??= e.At;
                Converse(e.At, 0, e.CarrierBit);
                break;
            case EventKind.LinkMade:
                lastLink = e.At;
                break;
            case EventKind.FeedbackVolunteered:
                feedback = More(feedback, e);
                break;
            case EventKind.ReferralConverted:
                recommendations = More(recommendations, e);
                break;
            case EventKind.RivalDeclined:
                rivals = More(rivals, e);
                break;
            case EventKind.NpsAnswered:
                promoter = Evidence.From(e.Rating >= PromoterMin ? 1 : 0, e.At);
                break;
            default:
                break;
        }
    }

    /// <summary>Counts what was folded away, as of an instant; after all events.</summary>
    internal void Add(EventTotal total, Instant asOf)
    {
        if (total.First > asOf)
        {
            return;
        }

        // Where the instant lies within a total, only its first event is known to have been.
        Evidence folded = total.Last <= asOf ? Evidence.From(total.Count, total.Last) : Evidence.From(1, total.First, isComplete: false);
        interactions = Behaviours.IsInteraction(total.Kind) ? Evidence.Sum(interactions, folded) : interactions;
        switch (total.Kind)
        {
            case EventKind.MessageReceived:
                foldedReceived = total;
                break;
            case EventKind.TouchSent:
                foldedSent = foldedSent.Count == 0 ? total : foldedSent.Plus(total);
                break;
            case EventKind.FeedbackVolunteered:
                feedback = Evidence.Sum(feedback, folded);
                break;
            case EventKind.ReferralConverted:
                recommendations = Evidence.Sum(recommendations, folded);
                break;
            case EventKind.RivalDeclined:
                rivals = Evidence.Sum(rivals, folded);
                break;
            default:
                break;
        }
    }

    /// <summary>All evidence counted.</summary>
    internal RelationshipFacts At(Instant asOf, int links, Evidence purchases) => new(
        asOf,
        Evidence.From(links, lastLink),
        interactions,
        HasFoldedConversations() ? Evidence.AtLeast(conversations.Count, conversations.Last) : conversations,
        feedback,
        purchases,
        recommendations,
        promoter,
        rivals);

    // Days of conversation may be folded where both ways are, or where one way is and the other was on the last folded day.
    private bool HasFoldedConversations() =>
        (foldedReceived.Count > 0 && (foldedSent.Count > 0 || IsSameDay(foldedReceived.Last, firstSent))) ||
        (foldedSent.Count > 0 && IsSameDay(foldedSent.Last, firstReceived));

    private bool IsSameDay(Instant folded, Instant? known) => known is { } instant && clock.Of(folded) == clock.Of(instant);

    private void Converse(Instant at, int receivedOn, int sentOn)
    {
        int today = clock.Of(at);
        if (today != day)
        {
            (day, received, sent, isCounted) = (today, 0, 0, false);
        }

        received |= receivedOn;
        sent |= sentOn;
        if ((received & sent & (receivedOn | sentOn)) != 0)
        {
            conversations = Evidence.From(conversations.Count + (isCounted ? 0 : 1), at);
            isCounted = true;
        }
    }

    private static Evidence More(Evidence evidence, EventMark e) => Evidence.From(evidence.Count + 1, e.At);
}
