using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;
using static PrivateDomain.Core.Tests.Customers.RandomEvents;

namespace PrivateDomain.Core.Tests.Customers;

public sealed class CustomerHistoryTests
{
    private static readonly Instant Later = Start + Duration.FromDays(30);

    [Fact]
    public void Union_AnyHistories_IsAssociativeCommutativeIdempotent() => Prop.ForAll(
        (from a in Histories from b in Histories from c in Histories select (a, b, c)).ToArbitrary(),
        static x =>
        {
            Assert.Equal(x.a.Union(x.b).Union(x.c), x.a.Union(x.b.Union(x.c)));
            Assert.Equal(x.a.Union(x.b), x.b.Union(x.a));
            Assert.Equal(x.a, x.a.Union(x.a));
            Assert.Equal(x.a.Union(x.b), x.a.Union(x.b).Union(x.b));
        }).Holds();

    [Fact]
    public void From_AnyOrderOfArrivalAndTwice_SameHistoryAndFacts() => Prop.ForAll(
        (from events in Some from shuffled in Gen.Shuffle(events) from hours in Gen.Choose(0, 300) select (events, shuffled, hours)).ToArbitrary(),
        static x =>
        {
            CustomerHistory expected = CustomerHistory.From(Someone, x.events);
            CustomerHistory arrived = x.shuffled.Concat(x.events).Aggregate(CustomerHistory.Empty(Someone), static (history, e) => history.Add(e));
            Assert.Equal(expected, arrived);
            Instant asOf = Start + Duration.FromHours(x.hours);
            Assert.Equal(Describe(expected.FactsAt(asOf, TestShop)), Describe(arrived.FactsAt(asOf, TestShop)));
            Assert.Equal(x.events.Select(static e => e.Id).Distinct().Count(), expected.Events.Length);
        }).Holds();

    [Fact]
    public void FactsAt_EventsAfterAsOf_AreNotSeen() => Prop.ForAll(
        (from events in Some from hours in Gen.Choose(0, 300) select (events: events.DistinctBy(static e => e.Id).ToArray(), hours)).ToArbitrary(),
        static x =>
        {
            Instant asOf = Start + Duration.FromHours(x.hours);
            CustomerHistory all = CustomerHistory.From(Someone, x.events);
            CustomerHistory past = CustomerHistory.From(Someone, x.events.Where(e => e.At <= asOf));
            Assert.Equal(Describe(past.FactsAt(asOf, TestShop)), Describe(all.FactsAt(asOf, TestShop)));
        }).Holds();

    [Fact]
    public void FactsAt_FullRefundOfAnyOrder_PurchaseFactsAsIfNeverOrdered() => Prop.ForAll(
        (from events in Some from at in Gen.Choose(0, 300) from back in Gen.Choose(0, 300) select (events, at, back)).ToArbitrary(),
        static x =>
        {
            OrderId order = OrderId.From("refunded");
            CustomerHistory without = CustomerHistory.From(Someone, x.events);
            CustomerHistory with = without
                .Add(new OrderRefunded(CustomerEventId.From("r"), Someone, Start + Duration.FromHours(x.back), order))
                .Add(new OrderPaid(CustomerEventId.From("p"), Someone, Start + Duration.FromHours(x.at), order, Money.Yuan(99.90m)));
            Assert.Equal(DescribePurchases(without.FactsAt(Later, TestShop)), DescribePurchases(with.FactsAt(Later, TestShop)));
        }).Holds();

    [Fact]
    public void CompactBefore_AnyHorizon_KeepsPurchasesLinksAndTotals() => Prop.ForAll(
        (from events in Some from hours in Gen.Choose(0, 300) select (events, hours)).ToArbitrary(),
        static x =>
        {
            CustomerHistory whole = CustomerHistory.From(Someone, x.events.DistinctBy(static e => e.Id));
            CustomerHistory compact = whole.CompactBefore(Start + Duration.FromHours(x.hours));
            CustomerFacts expected = whole.FactsAt(Later, TestShop);
            CustomerFacts actual = compact.FactsAt(Later, TestShop);
            Assert.Equal(DescribePurchases(expected), DescribePurchases(actual));
            Assert.Equal((expected.IsRetained, expected.LastInteractionAt), (actual.IsRetained, actual.LastInteractionAt));
            Assert.Equal(expected.Links.AsEnumerable(), actual.Links.AsEnumerable());
            foreach (EventKind kind in Enum.GetValues<EventKind>())
            {
                Assert.Equal(expected.Count(kind, TimeWindow.All), actual.Count(kind, TimeWindow.All));
                TimeWindow window = TimeWindow.LastDays(25);
                Assert.True(!actual.IsComplete(kind, window) || expected.Count(kind, window) == actual.Count(kind, window));
            }

            Assert.Equal(compact, compact.Union(compact));
            Assert.Equal(compact, compact.Union(whole)); // what was folded is not counted again
        }).Holds();

    [Fact]
    public void IsComplete_WindowCutsThroughTotal_IsFalse()
    {
        CustomerFacts facts = CustomerHistory.From(
            Someone,
            [Make(EventKind.MessageReceived, CustomerEventId.From("a"), Start, 0, 0), Make(EventKind.MessageReceived, CustomerEventId.From("b"), Start + Duration.FromDays(20), 0, 0)])
            .CompactBefore(Later).FactsAt(Later, TestShop);

        Assert.False(facts.IsComplete(EventKind.MessageReceived, TimeWindow.LastDays(15)));
        Assert.True(facts.IsComplete(EventKind.MessageReceived, TimeWindow.LastDays(5)));
        Assert.Equal(2, facts.Count(EventKind.MessageReceived, TimeWindow.All));
        Assert.True(facts.IsComplete(EventKind.TouchSent, TimeWindow.LastDays(15)));
        Assert.False(facts.IsComplete(TimeWindow.LastDays(15)));
    }

    [Fact]
    public void Union_OneIdTwoContents_KeepsBothAndNamesTheId()
    {
        CustomerHistory one = CustomerHistory.From(Someone, [new TagAdded(CustomerEventId.From("e"), Someone, Start, "a")]);
        CustomerHistory other = CustomerHistory.From(Someone, [new TagAdded(CustomerEventId.From("e"), Someone, Start, "b")]);
        CustomerHistory both = one.Union(other);

        Assert.Equal([CustomerEventId.From("e")], both.Conflicts);
        Assert.Equal("b", Assert.IsType<TagAdded>(Assert.Single(both.Events)).Tag);
        Assert.Empty(one.Conflicts);
    }

    [Fact]
    public void CompactBefore_OneIdTwoContents_CountsOnlyTheOneThatStands()
    {
        CustomerHistory both = CustomerHistory.From(
            Someone,
            [
                new OrderPaid(CustomerEventId.From("e"), Someone, Start, OrderId.From("o1"), Money.Yuan(9m)),
                new MessageReceived(CustomerEventId.From("e"), Someone, Start + Duration.FromHours(1)),
            ]);
        Assert.Equal(0, both.FactsAt(Later, TestShop).OrderCount);

        CustomerFacts compact = both.CompactBefore(Later).FactsAt(Later, TestShop);
        Assert.Equal(0, compact.OrderCount);
        Assert.Equal(1, compact.Count(EventKind.MessageReceived, TimeWindow.All));
    }

    [Fact]
    public void Union_CheckpointsOfOneHorizonDiffer_SaysSo()
    {
        CustomerHistory one = CustomerHistory.From(Someone, [new MessageReceived(CustomerEventId.From("a"), Someone, Start)]).CompactBefore(Later);
        CustomerHistory other = CustomerHistory.Empty(Someone).CompactBefore(Later);

        Assert.True(one.Union(other).HasCheckpointConflict);
        Assert.Equal(one.Checkpoint, other.Union(one).Checkpoint);
        Assert.False(one.Union(one).HasCheckpointConflict);
    }

    [Fact]
    public void Add_EventOfAnotherCustomer_NamesBoth()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            static () => CustomerHistory.Empty(Someone).Add(new MessageReceived(CustomerEventId.From("e"), CustomerId.From("c2"), Start)));

        Assert.Contains("\"c1\"", exception.Message, StringComparison.Ordinal);
        Assert.Contains("\"c2\"", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OrderPaid_SameLines_AreEqual()
    {
        CustomerEvent one = Make(EventKind.OrderPaid, CustomerEventId.From("e"), Start, 1, 4);
        CustomerEvent same = Make(EventKind.OrderPaid, CustomerEventId.From("e"), Start, 1, 4);

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, Make(EventKind.OrderPaid, CustomerEventId.From("e"), Start, 2, 4));
    }
}
