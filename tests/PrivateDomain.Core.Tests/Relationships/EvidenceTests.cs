using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Forms;
using static PrivateDomain.Core.Tests.Relationships.Some;

namespace PrivateDomain.Core.Tests.Relationships;

/// <summary>How evidence is counted: days of conversation, purchase days, and what a ladder makes true of every customer.</summary>
[Text]
public sealed class EvidenceTests
{
    private static readonly OrderId First = OrderId.From("o1");
    private static readonly OrderId Second = OrderId.From("o2");

    [Fact]
    public void Conversation_MessagesBothWaysOnOneCarrierAndDay_IsOneHoweverMany()
    {
        Assert.Equal(Evidence.Nothing, Conversations(Received(5), Received(5.1), Received(5.2)));
        Assert.Equal(Evidence.From(1, Days(5)), Conversations(Received(5.2), Received(5.1), Sent(5)));
        Assert.Equal(Evidence.From(1, Days(5)), Conversations(Sent(5.2), Sent(5.1), Received(5)));
        Assert.Equal(Evidence.From(1, Days(5)), Conversations(Received(5.2), Sent(5.1), Received(5)));
        Assert.Equal(Evidence.From(2, Days(4)), Conversations(Received(5.1), Sent(5), Sent(4.1), Received(4)));
        Assert.Equal(Evidence.Nothing, Conversations(Received(5), Sent(4))); // not of one day
    }

    // A day may be folded in part: only then, and only where both ways may have been on it, are days of conversation unknown.
    [Fact]
    public void Conversation_OfFoldedDays_IsUnknownOnlyWhereBothWaysMayHaveBeenOnOne()
    {
        Evidence unknown = Evidence.AtLeast(0, default);

        Assert.Equal(Evidence.Nothing, Folded(Received(190), Received(180))); // nothing was ever sent
        Assert.Equal(Evidence.Nothing, Folded(Received(190), Received(100.01), Sent(90)));
        Assert.Equal(unknown, Folded(Received(190), Received(100.01), Sent(99.99))); // the same day as the last, not as the first
        Assert.Equal(unknown, Folded(Received(100.01), Sent(99.99), Sent(50))); // the first one sent is of that day
        Assert.Equal(unknown, Folded(Sent(190), Sent(100.01), Received(99.99)));
        Assert.Equal(unknown, Folded(Sent(100.01), Received(99.99), Received(50)));
        Assert.Equal(unknown, Folded(Sent(190), Received(180)));

        // What was never folded has no last day, not even the first day of the clock.
        CustomerHistory early = History(static id => new MessageReceived(id, Customer, NodaConstants.UnixEpoch));
        Assert.Equal(Evidence.Nothing, RelationshipFacts.From(early.FactsAt(Now, TestShop)).Conversations);

        static Evidence Folded(params ReadOnlySpan<Func<CustomerEventId, CustomerEvent>> events) =>
            RelationshipFacts.From(History(events).CompactBefore(Days(100)).FactsAt(Now, TestShop)).Conversations;
    }

    [Fact]
    public void PurchaseDays_OneAfterTheOther_AreThoseOfOrdersThatCountNow()
    {
        AssertDays(1, 8.99, Paid(First, 9), Paid(Second, 8.99)); // two orders of one day
        AssertDays(2, 5, Paid(First, 9), Paid(Second, 5));
        AssertDays(1, 9, Paid(First, 9), Paid(Second, 5), Refunded(Second, 4));
        AssertDays(1, 9.01, Paid(First, 9.01), Paid(Second, 9), Refunded(Second, 4)); // the other one of the day still counts
        AssertDays(0, 0, Paid(First, 9.01), Paid(Second, 9), Refunded(Second, 4), Refunded(First, 3));
        AssertDays(1, 5, Paid(First, 9), Refunded(First, 8), Paid(Second, 5));
    }

    [Fact]
    public void PurchaseDay_OfAnOrderPaidInParts_IsThatOfItsFirstPaymentAbove0()
    {
        AssertDays(1, 9, Paid(First, 9), Paid(First, 5));
        AssertDays(1, 5, Paid(First, 9, 0m), Paid(First, 5));
        AssertDays(0, 0, Paid(First, 9, 0m));
    }

    // Requirement by requirement of the default ladder. What may be unknown decides nothing; a day of evidence lies within two more days.
    [Fact]
    public void LawsOf_TheDefaultLadder_AreItsRequirements() => Assert.Equal(
        [
            "not stage >= acquaintance or (links >= 1 or links is unknown) and not linked is no",
            "not stage >= interaction or (interactions >= 1 or interactions is unknown)"
                + " and (last_interaction within 92 days or last_interaction is unknown)",
            "not stage >= rapport or (purchase_days >= 1 or purchase_days is unknown) and (orders >= 1 or orders is unknown)",
            "not stage >= rapport or (count(feedback_volunteered) >= 1 or count(feedback_volunteered) is unknown)"
                + " or (count(message_received) >= 3 or count(message_received) is unknown)"
                + " and (count(touch_sent) >= 3 or count(touch_sent) is unknown)",
            "not stage >= alliance or (purchase_days >= 2 or purchase_days is unknown) and (orders >= 2 or orders is unknown)",
            "not stage >= alliance or (count(referral_converted) >= 1 or count(referral_converted) is unknown)"
                + " or (nps >= 9 or nps is unknown) or (count(rival_declined) >= 1 or count(rival_declined) is unknown)",
        ],
        FactsOfRelationship.LawsOf(LadderPolicy.Default).Select(static law => SegmentText.Write(law)));

    private static Evidence Conversations(params ReadOnlySpan<Func<CustomerEventId, CustomerEvent>> events) =>
        RelationshipFacts.From(History(events).FactsAt(Now, TestShop)).Conversations;

    // The tally of a replay, and the facts as of now.
    private static void AssertDays(int count, double lastAgo, params ReadOnlySpan<Func<CustomerEventId, CustomerEvent>> events)
    {
        CustomerHistory history = History(events);
        PurchaseTally tally = new(TestShop.Zone);
        foreach (CustomerEvent e in history.Events)
        {
            tally.Add(e);
        }

        Evidence wanted = count == 0 ? default : Evidence.From(count, Days(lastAgo));
        Assert.Equal(wanted, tally.Days());
        Assert.Equal(count, RelationshipFacts.From(history.FactsAt(Now, TestShop)).Purchases.Count);
    }

    private static Func<CustomerEventId, CustomerEvent> Received(double ago) => id => new MessageReceived(id, Customer, Days(ago));

    private static Func<CustomerEventId, CustomerEvent> Sent(double ago) => id =>
        new TouchSent(id, Customer, Days(ago), TouchKind.ServiceReply);

    private static Func<CustomerEventId, CustomerEvent> Paid(OrderId order, double ago, decimal yuan = 9m) => id =>
        new OrderPaid(id, Customer, Days(ago), order, Money.Yuan(yuan));

    private static Func<CustomerEventId, CustomerEvent> Refunded(OrderId order, double ago) => id =>
        new OrderRefunded(id, Customer, Days(ago), order);
}
