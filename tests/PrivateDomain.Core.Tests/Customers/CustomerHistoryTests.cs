using System.Collections.Immutable;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;
using static PrivateDomain.Core.Tests.Customers.RandomEvents;

namespace PrivateDomain.Core.Tests.Customers;

public sealed class CustomerHistoryTests
{
    private static readonly Instant Later = Start + Duration.FromDays(30);

    private static readonly TimeWindow[] Windows =
        [TimeWindow.All, TimeWindow.LastDays(25), TimeWindow.LastDays(29), TimeWindow.Rolling(Duration.FromDays(22)),
            TimeWindow.MoreThanDaysAgo(24)];

    // What is folded away of two kinds of touch is one total from the earliest to the latest of both.
    [Fact]
    public void TotalsTogether_AreFromTheEarliestToTheLatest()
    {
        EventTotal one = new(EventKind.TouchSent, TouchKind.Survey, 2, Start + Duration.FromDays(2), Start + Duration.FromDays(3));
        EventTotal other = new(EventKind.TouchSent, TouchKind.Welfare, 3, Start, Start + Duration.FromDays(5));

        Assert.Equal(new(EventKind.TouchSent, TouchKind.Survey, 5, Start, Start + Duration.FromDays(5)), one.Plus(other));
        Assert.Equal(new(EventKind.TouchSent, TouchKind.Welfare, 5, Start, Start + Duration.FromDays(5)), other.Plus(one));
    }

    [Fact]
    public void Add_OfWhatIsNoOrder_KeepsTheOrdersThatAreRead()
    {
        CustomerHistory history = CustomerHistory.From(Someone, [Paid("1", Start)]);
        OrderBook read = history.Index.Orders;

        Assert.Same(read, history.Add(new SurveyAnswered(CustomerEventId.From("s"), Someone, Start + Duration.FromDays(1))).Index.Orders);
        Assert.NotSame(read, history.Add(Paid("2", Start + Duration.FromDays(2))).Index.Orders);

        static OrderPaid Paid(string id, Instant at) => new(CustomerEventId.From(id), Someone, at, OrderId.From(id), Money.Yuan(1m));
    }

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
        (from events in Some
         from shuffled in Gen.Shuffle(events)
         from hours in Gen.Choose(0, 300)
         select (events, shuffled,
            hours)).ToArbitrary(),
        static x =>
        {
            CustomerHistory expected = CustomerHistory.From(Someone, x.events);
            CustomerHistory arrived = x.shuffled.Concat(x.events).Aggregate(CustomerHistory.Empty(Someone), static (history, e) =>
                history.Add(e));
            Assert.Equal(expected, arrived);
            Instant asOf = Start + Duration.FromHours(x.hours);
            Assert.Equal(Describe(expected.FactsAt(asOf, TestShop)), Describe(arrived.FactsAt(asOf, TestShop)));
            Assert.Equal(x.events.Select(static e => e.Id).Distinct().Count(), expected.Events.Count);
        }).Holds();

    [Fact]
    public void FactsAt_EventsAfterAsOf_AreNotSeen() => Prop.ForAll(
        (from events in Some
         from hours in Gen.Choose(0, 300)
         select (events: events.DistinctBy(static e => e.Id).ToArray(),
            hours)).ToArbitrary(),
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
            foreach (TimeWindow window in Windows)
            {
                foreach (Behaviour behaviour in Enum.GetValues<Behaviour>().Where(static b => b != Behaviour.None))
                {
                    Assert.True(actual.CountOf(behaviour, window) is null
                        || actual.CountOf(behaviour, window) == expected.CountOf(behaviour, window));
                    Assert.True(actual.DayCountOf(behaviour, window) is null
                        || actual.DayCountOf(behaviour, window) == expected.DayCountOf(behaviour, window));
                }

                Assert.True(actual.ConversationDayCount(window) is null
                    || actual.ConversationDayCount(window) == expected.ConversationDayCount(window));
                Assert.All(
                    Enum.GetValues<TouchKind>().Where(static t => t != TouchKind.None),
                    t => Assert.True(actual.CountOf(t, window) is null || actual.CountOf(t, window) == expected.CountOf(t, window)));
            }

            foreach (Behaviour behaviour in Enum.GetValues<Behaviour>().Where(static b => b != Behaviour.None))
            {
                Assert.Equal(expected.CountOf(behaviour),
                    actual.CountOf(behaviour)); // a window over everything needs no more than the totals
                Assert.Equal((expected.FirstOf(behaviour), expected.LastOf(behaviour)),
                    (actual.FirstOf(behaviour), actual.LastOf(behaviour)));
            }

            Assert.Equal(compact, compact.Union(compact));
            Assert.Equal(compact, compact.Union(whole)); // what was folded is not counted again
        }).Holds();

    [Fact]
    public void FactsAt_WindowCutsThroughTotal_CountsAreUnknown()
    {
        CustomerFacts facts = CustomerHistory.From(
            Someone,
            [Make(EventKind.MessageReceived, CustomerEventId.From("a"), Start, 0, 0),
                Make(EventKind.MessageReceived, CustomerEventId.From("b"), Start + Duration.FromDays(20), 0, 0)])
            .CompactBefore(Later).FactsAt(Later, TestShop);

        Assert.Null(facts.CountOf(Behaviour.MessageReceived, TimeWindow.LastDays(15)));
        Assert.Null(facts.CountOf(Behaviour.Interaction, TimeWindow.LastDays(15)));
        Assert.Null(facts.DayCountOf(Behaviour.MessageReceived, TimeWindow.LastDays(15)));
        Assert.Null(facts.DayCountOf(Behaviour.MessageReceived)); // the number is in the total, the days are not
        Assert.Null(facts.ConversationDayCount(TimeWindow.LastDays(15)));
        Assert.Equal(0, facts.CountOf(Behaviour.MessageReceived, TimeWindow.LastDays(5)));
        Assert.Equal(0, facts.ConversationDayCount(TimeWindow.LastDays(5)));
        Assert.Equal(2, facts.CountOf(Behaviour.MessageReceived));
        Assert.Equal(0, facts.CountOf(Behaviour.TouchSent, TimeWindow.LastDays(15)));
        Assert.Equal(Later, facts.Horizon);
        Assert.False(facts.IsWholeSince(Start + Duration.FromDays(20)));
        Assert.True(facts.IsWholeSince(Start + Duration.FromDays(20) + Duration.Epsilon));
    }

    [Fact]
    public void FactsAt_InstantWithinWhatWasFolded_LastIsUnknownToo()
    {
        CustomerHistory compact = CustomerHistory.From(
            Someone,
            [Make(EventKind.SurveyAnswered, CustomerEventId.From("a"), Start, 0, 0),
                Make(EventKind.SurveyAnswered, CustomerEventId.From("b"), Start + Duration.FromDays(20), 0, 0)])
            .CompactBefore(Later);
        CustomerFacts within = compact.FactsAt(Start + Duration.FromDays(10), TestShop);

        Assert.Null(within.CountOf(Behaviour.SurveyAnswered));
        Assert.Null(within.LastOf(Behaviour.SurveyAnswered));
        Assert.Equal(0, compact.FactsAt(Start - Duration.Epsilon, TestShop).CountOf(Behaviour.SurveyAnswered));
        Assert.Equal(Start + Duration.FromDays(20), compact.FactsAt(Later, TestShop).LastOf(Behaviour.SurveyAnswered));
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
        Assert.Equal(1, compact.CountOf(Behaviour.MessageReceived, TimeWindow.All));
    }

    [Fact]
    public void Union_CheckpointsOfOneHorizonDiffer_SaysSo()
    {
        CustomerHistory one = CustomerHistory.From(Someone,
            [new MessageReceived(CustomerEventId.From("a"), Someone, Start)]).CompactBefore(Later);
        CustomerHistory other = CustomerHistory.Empty(Someone).CompactBefore(Later);

        Assert.True(one.Union(other).HasCheckpointConflict);
        CustomerFacts unsure = one.Union(other).FactsAt(Later, TestShop);
        Assert.Null(unsure.CountOf(Behaviour.MessageReceived)); // two totals, and nobody knows which
        Assert.Null(unsure.CountOf(Behaviour.SurveyAnswered));
        Assert.Equal(0, unsure.CountOf(Behaviour.SurveyAnswered, TimeWindow.Rolling(Duration.Epsilon)));
        Assert.Equal(one.Checkpoint, other.Union(one).Checkpoint);
        Assert.False(one.Union(one).HasCheckpointConflict);
    }

    [Fact]
    public void Events_AnySet_AreThoseThatWereAdded() => Prop.ForAll(
        Some.ToArbitrary(),
        static events =>
        {
            CustomerEvent[] each = [.. events.DistinctBy(static e => e.Id).OrderBy(static e => e.At).ThenBy(static e => e.Id)];
            CustomerHistory history = CustomerHistory.From(Someone, each);
            Assert.Equal(each, history.Events);
            Assert.Equal(each, Enumerable.Range(0, each.Length).Select(i => history.Events[i]));
            Assert.All(each, e => Assert.True(history.Contains(e.Id)));
            Assert.False(history.Contains(CustomerEventId.From("never")));
        }).Holds();

    [Fact]
    public void Add_WhatIsThereAlready_GivesTheSameHistory() => Prop.ForAll(
        Histories.ToArbitrary(),
        static history =>
        {
            Assert.All(history.Payloads.ToArray(), e => Assert.Same(history, history.Add(e)));
            Assert.Same(history, history.AddRange(history.Payloads));
            Assert.Same(history, history.Union(history));
        }).Holds();

    [Fact]
    public void Add_TwoWaysFromOneHistory_DoNotDisturbEachOther() => Prop.ForAll(
        (from before in Some from one in Some from other in Some select (before, one, other)).ToArbitrary(),
        static x =>
        {
            CustomerHistory start = x.before.Aggregate(CustomerHistory.Empty(Someone), static (history, e) => history.Add(e));
            string before = Describe(start.FactsAt(Later, TestShop));
            CustomerHistory one = x.one.Aggregate(start, static (history, e) => history.Add(e));
            CustomerHistory other = x.other.Aggregate(start, static (history, e) => history.Add(e));
            Assert.Equal(CustomerHistory.From(Someone, x.before.Concat(x.one)), one);
            Assert.Equal(CustomerHistory.From(Someone, x.before.Concat(x.other)), other);
            Assert.Equal(CustomerHistory.From(Someone, x.before), start);
            Assert.Equal(before, Describe(start.FactsAt(Later, TestShop)));
            Assert.Equal(Describe(CustomerHistory.From(Someone, x.before.Concat(x.one)).FactsAt(Later, TestShop)),
                Describe(one.FactsAt(Later, TestShop)));
        }).Holds();

    [Fact]
    public void Add_ManyThreadsGrowOneHistory_EachSeesItsOwn()
    {
        CustomerHistory start = CustomerHistory.From(Someone,
            Enumerable.Range(0, 10).Select(static i => new MessageReceived(CustomerEventId.From($"e{i}"), Someone, Start)));
        CustomerHistory[] grown = new CustomerHistory[16];
        Parallel.For(0, grown.Length, n =>
        {
            CustomerHistory history = start;
            for (int i = 0; i < 200; i++)
            {
                history = history.Add(new MessageReceived(CustomerEventId.From($"{n % 4}-{i:000}"), Someone,
                    Start + Duration.FromMinutes(i + 1)));
            }

            grown[n] = history;
        });

        Assert.Equal(10, start.Events.Count);
        Assert.All(grown, static (history, n) => Assert.Equal(
            Enumerable.Range(0, 200).Select(i => $"{n % 4}-{i:000}"), history.Events.Skip(10).Select(static e => e.Id.Text)));
    }

    [Fact]
    public void GroupByCustomer_RowsInAnyOrder_AreTheHistoriesOfEach()
    {
        CustomerEvent[] rows = [.. Enumerable.Range(0, 300).Select(static i => new MessageReceived(
            CustomerEventId.From($"e{i % 250}"), CustomerId.From($"c{i * 7 % 11}"), Start + Duration.FromHours(i * 31 % 97)))];
        ImmutableArray<CustomerHistory> histories = CustomerHistory.GroupByCustomer(rows);

        Assert.Equal([.. rows.Select(static e => e.Customer).Distinct().Order()], histories.Select(static h => h.Customer));
        Assert.All(histories, h => Assert.Equal(CustomerHistory.From(h.Customer, rows.Reverse().Where(e => e.Customer == h.Customer)), h));
        Assert.Throws<ArgumentNullException>(static () => CustomerHistory.GroupByCustomer([null!]));
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
