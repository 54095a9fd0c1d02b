using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;
using static PrivateDomain.Core.Tests.Customers.RandomEvents;

namespace PrivateDomain.Core.Tests.Customers;

public sealed class CustomerFactsTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 5, 10, 4, 0); // 12:00 in Shanghai

    [Fact]
    public void LastDays_AtShanghaiMidnight_StartsWithTheDayAndIncludesToday()
    {
        Instant midnight = Instant.FromUtc(2026, 5, 8, 16, 0); // 2026-05-09 00:00 in Shanghai
        CustomerFacts facts = FactsOf(Noon, midnight - Duration.Epsilon, midnight, Noon, Noon + Duration.Epsilon);

        Assert.Equal(2, facts.CountOf(Behaviour.MessageReceived, TimeWindow.LastDays(2)));
        Assert.Equal(1, facts.CountOf(Behaviour.MessageReceived, TimeWindow.LastDays(1))); // today counts: no window ends yesterday
        Assert.Equal(1, facts.CountOf(Behaviour.MessageReceived, TimeWindow.MoreThanDaysAgo(1)));
        Assert.Equal(0, facts.CountOf(Behaviour.MessageReceived, TimeWindow.MoreThanDaysAgo(2)));
        Assert.Equal(3, facts.CountOf(Behaviour.MessageReceived, TimeWindow.All));
    }

    [Fact]
    public void Rolling_ExactlyThatLongAgo_IsOutside()
    {
        CustomerFacts facts = FactsOf(Noon, Noon - Duration.FromDays(7), Noon - Duration.FromDays(7) + Duration.Epsilon, Noon);

        Assert.Equal(2, facts.CountOf(Behaviour.MessageReceived, TimeWindow.Rolling(Duration.FromDays(7))));
    }

    [Fact]
    public void Between_BothDays_AreIncluded()
    {
        Instant first = Instant.FromUtc(2026, 4, 30, 16, 0);
        Instant end = Instant.FromUtc(2026, 5, 2, 16, 0);
        CustomerFacts facts = FactsOf(Noon, first - Duration.Epsilon, first, end - Duration.Epsilon, end);

        Assert.Equal(2, facts.CountOf(Behaviour.MessageReceived, TimeWindow.Between(new LocalDate(2026, 5, 1), new LocalDate(2026, 5, 2))));
    }

    [Theory]
    [InlineData("America/Sao_Paulo", "2018-11-04T02:59:59.999999999Z", "2018-11-04T03:00:00Z")] // no midnight: the day starts at 01:00
    [InlineData("America/Sao_Paulo", "2018-02-18T02:59:59.999999999Z", "2018-02-18T03:00:00Z")] // the hour before midnight came twice
    [InlineData("Asia/Beirut", "2023-03-25T21:59:59.999999999Z", "2023-03-25T22:00:00Z")]
    [InlineData("America/St_Johns", "2010-11-07T02:29:59.999999999Z", "2010-11-07T02:30:00Z")] // 00:01 goes back to 23:01 of the day before
    public void LastDays_ZoneWhoseClocksChangeAtMidnight_DaysAgreeWithWindows(string zone, string last, string first)
    {
        var shop = new Shop(DateTimeZoneProviders.Tzdb[zone], Currency.Cny);
        Instant before = NodaTime.Text.InstantPattern.ExtendedIso.Parse(last).Value;
        Instant start = NodaTime.Text.InstantPattern.ExtendedIso.Parse(first).Value;
        CustomerFacts facts = CustomerHistory.From(Someone,
            [Received(before, 0), Received(start, 1), Received(start + Duration.FromMinutes(40), 2)])
            .FactsAt(start + Duration.FromHours(5), shop);

        Assert.Equal(2, facts.CountOf(Behaviour.MessageReceived, TimeWindow.LastDays(1)));
        Assert.Equal(1, facts.DayCountOf(Behaviour.Interaction, TimeWindow.LastDays(1)));
        Assert.Equal(2, facts.DayCountOf(Behaviour.Interaction, TimeWindow.All));
    }

    [Fact]
    public void Count_WindowSlides_FallsToZero()
    {
        CustomerHistory history = CustomerHistory.From(Someone, [Received(Noon, 0)]);
        int?[] counts = [.. Enumerable.Range(-1, 5).Select(day =>
            history.FactsAt(Noon + Duration.FromDays(day), TestShop).CountOf(Behaviour.MessageReceived, TimeWindow.LastDays(2)))];

        Assert.Equal([0, 1, 1, 0, 0], counts);
    }

    [Fact]
    public void OrderCountIn_OfRefundedOrders_CountsThoseOfWhichSomethingIsLeft()
    {
        CustomerHistory history = CustomerHistory.From(
            Someone,
            [
                Paid("o1", 0, 100m), Paid("o2", 0, 60m), Paid("o3", 0, 20m), Refunded("r1", "o1", 1, 100m), Refunded("r2", "o2", 1, 20m),
            ]);
        CustomerFacts facts = history.FactsAt(Start + Duration.FromDays(2), TestShop);

        Assert.Equal(2, facts.OrderCountIn(TimeWindow.All));
        Assert.Equal(2, facts.OrderCountIn(TimeWindow.LastDays(3)));
        Assert.Equal(0, facts.OrderCountIn(TimeWindow.LastDays(2)));
        Assert.Equal(3, history.FactsAt(Start, TestShop).OrderCountIn(TimeWindow.All)); // before the refunds
    }

    [Fact]
    public void Orders_AtTheEdgesOfAWindowAndOfTheInstant_AreWithin()
    {
        Instant midnight = Instant.FromUtc(2026, 5, 8, 16, 0); // 2026-05-09 00:00 in Shanghai
        CustomerFacts facts = CustomerHistory.From(
            Someone,
            ((Instant[])[midnight - Duration.Epsilon, midnight, Noon, Noon + Duration.Epsilon]).Select(static (at, i) =>
                (CustomerEvent)new OrderPaid(CustomerEventId.From($"e{i}"), Someone, at, OrderId.From($"o{i}"), Money.Yuan(1m))))
            .FactsAt(Noon, TestShop);

        Assert.Equal((3, 2), (facts.OrderCount, facts.OrderCountIn(TimeWindow.LastDays(2))));
        Assert.Equal(1, facts.OrderCountIn(TimeWindow.MoreThanDaysAgo(1)));
        Assert.Equal((midnight - Duration.Epsilon, Noon), (facts.FirstOrderAt, facts.LastOrderAt));
        Assert.Equal([new(2026, 5, 8), new(2026, 5, 9), new LocalDate(2026, 5, 10)], facts.PurchaseDays);
    }

    [Fact]
    public void OrderLine_WithoutAProductOrAQuantity_IsRefused()
    {
        ProductId product = ProductId.From("p");
        Assert.Equal(product, new OrderLine(product, 0.001m, Money.Yuan(0m)).Product);
        Assert.Throws<ArgumentException>("product", static () => new OrderLine(default, 1m, Money.Yuan(1m)));
        Assert.Throws<ArgumentOutOfRangeException>("quantity", () => new OrderLine(product, 0m, Money.Yuan(1m)));
    }

    [Fact]
    public void Spend_PartialRefunds_AddUpToAtMostTheOrder()
    {
        CustomerHistory history = CustomerHistory.From(Someone,
            [Paid("o1", 0, 100m), Paid("o2", 4, 60m), Paid("o3", 10, 20m), Refunded("r1", "o1", 1, 30m), Refunded("r2", "o1", 11, 20m)]);
        CustomerFacts facts = history.FactsAt(Start + Duration.FromDays(12), TestShop);

        Assert.Equal(Money.Yuan(130m), facts.Spend);
        Assert.Equal(Money.Yuan(130m / 3), facts.AverageTicket.Value);
        Assert.Equal(Money.Yuan(150m), history.FactsAt(Start + Duration.FromDays(10), TestShop).Spend);
        Assert.Equal(5m, facts.RepurchaseCycleDays.Value);
        Assert.Equal(2, facts.DaysSinceLastOrder);
        Assert.Equal([new(2026, 1, 1), new(2026, 1, 5), new(2026, 1, 11)], facts.PurchaseDays.AsEnumerable());

        CustomerFacts refunded = history.Add(Refunded("r3", "o1", 12, 70m)).FactsAt(Start + Duration.FromDays(12), TestShop);
        Assert.Equal((2, Money.Yuan(80m), 2), (refunded.OrderCount, refunded.Spend, refunded.PurchaseDayCount));
    }

    [Fact]
    public void Spend_OrderInAnotherCurrency_IsCountedApart()
    {
        CustomerFacts facts = CustomerHistory.From(
            Someone,
            [Paid("o1", 0, 100m), new OrderPaid(CustomerEventId.From("usd"), Someone, Start, OrderId.From("o2"),
                Money.From(5m, Currency.Usd))])
            .FactsAt(Noon, TestShop);

        Assert.Equal((2, 1, Money.Yuan(100m), Money.Yuan(100m)),
            (facts.OrderCount, facts.OtherCurrencyOrderCount, facts.Spend, facts.AverageTicket.Value));
    }

    [Fact]
    public void FactsAt_NothingHappened_SaysWhyThereIsNoAverage()
    {
        CustomerFacts facts = CustomerHistory.Empty(Someone).FactsAt(Noon, TestShop);

        Assert.Equal(CustomersReasons.NoOrders, facts.AverageTicket.Reasons[0].Definition);
        Assert.Equal(CustomersReasons.TooFewPurchaseDays, facts.RepurchaseCycleDays.Reasons[0].Definition);
        Assert.Null(facts.LastActiveAt);
        Assert.False(facts.IsRetained);
    }

    [Fact]
    public void IsTagged_AddedAndRemovedAtOneInstant_LastIdDecides()
    {
        CustomerFacts facts = CustomerHistory.From(
            Someone, [new TagRemoved(CustomerEventId.From("b"), Someone, Start, "vip"),
                new TagAdded(CustomerEventId.From("a"), Someone, Start, "vip")]).FactsAt(Noon, TestShop);

        Assert.False(facts.IsTagged("vip"));
        Assert.Empty(facts.Tags);
    }

    [Fact]
    public void IsTagged_AmongSeveralTags_IsThatOfTheTagAskedFor()
    {
        CustomerFacts facts = CustomerHistory.From(
            Someone,
            [
                new TagAdded(CustomerEventId.From("1"), Someone, Start, "vip"),
                new TagAdded(CustomerEventId.From("2"), Someone, Start, "new"),
                new TagRemoved(CustomerEventId.From("3"), Someone, Start, "new"),
            ]).FactsAt(Noon, TestShop);

        Assert.Equal([true, false, false], ((string[])["vip", "new", "Vip"]).Select(facts.IsTagged));
    }

    // A link made again shows the shop again, on that carrier and on no other.
    [Fact]
    public void Links_MadeAgain_AreMutedNoMore()
    {
        CustomerEvent[] muted =
        [
            new LinkMade(CustomerEventId.From("1"), Someone, Start, Carrier.WeCom),
            new LinkMade(CustomerEventId.From("2"), Someone, Start, Carrier.App),
            new LinkMuted(CustomerEventId.From("3"), Someone, Start, Carrier.WeCom),
            new LinkMuted(CustomerEventId.From("4"), Someone, Start, Carrier.App),
        ];
        CustomerHistory history = CustomerHistory.From(Someone, muted);

        Assert.False(history.FactsAt(Noon, TestShop).IsReachable);
        CustomerFacts again = history.Add(new LinkMade(CustomerEventId.From("5"), Someone, Start, Carrier.WeCom)).FactsAt(Noon, TestShop);
        Assert.Equal((LinkState.Active, LinkState.Muted), (again.LinkStateOn(Carrier.WeCom), again.LinkStateOn(Carrier.App)));
        Assert.Equal((true, false), (again.IsReachableOn(Carrier.WeCom), again.IsReachableOn(Carrier.App)));
    }

    [Fact]
    public void Links_MadeMutedLostAndOptedOut_FollowTheEvents()
    {
        CustomerHistory history = CustomerHistory.From(Someone,
            [Paid("o", 0, 10m), new LinkMade(CustomerEventId.From("1"), Someone, Start, Carrier.WeCom, "门店")]);
        CustomerHistory muted = history.Add(new LinkMuted(CustomerEventId.From("2"), Someone, Start + Duration.FromDays(1), Carrier.WeCom));
        CustomerHistory lost = muted.Add(new LinkLost(CustomerEventId.From("3"), Someone, Start + Duration.FromDays(2), Carrier.WeCom,
            LinkLoss.Blocked));
        CustomerFacts[] facts = [.. new[] { history, muted, lost }.Select(static h => h.FactsAt(Noon, TestShop))];

        Assert.Equal([LinkState.Active, LinkState.Muted, LinkState.Lost], facts.Select(static f => f.LinkStateOn(Carrier.WeCom)));
        Assert.Equal([LinkState.Active, LinkState.Muted, LinkState.Lost], facts.Select(static f => Assert.Single(f.Links).State));
        Assert.Equal([true, true, false], facts.Select(static f => f.IsRetained));
        Assert.Equal([true, true, false], facts.Select(static f => f.IsLinked));
        Assert.Equal(("门店", LinkLoss.Blocked), (facts[2].Links[0].ChannelCode, facts[2].Links[0].Loss));
        CustomerFacts refused = history.Add(new OptedOut(CustomerEventId.From("4"), Someone, Start, Carrier.WeCom)).FactsAt(Noon, TestShop);
        Assert.True(refused.IsLinked && refused.IsOptedOutOn(Carrier.WeCom) && !refused.IsReachable
            && !refused.IsReachableOn(Carrier.WeCom));
    }

    [Fact]
    public void ConversationDayCount_OnlyDaysWithMessagesBothWays()
    {
        CustomerFacts facts = CustomerHistory.From(
            Someone,
            [Received(Start, 0), Sent(Start + Duration.FromHours(1), 1), Received(Start + Duration.FromDays(1), 2),
                Sent(Start + Duration.FromDays(2), 3)])
            .FactsAt(Noon, TestShop);

        Assert.Equal(1, facts.ConversationDayCount(TimeWindow.All));
        Assert.Equal(2, facts.DayCountOf(Behaviour.Interaction, TimeWindow.All));
        Assert.Equal(2, facts.CountOf(TouchKind.Promotion, TimeWindow.All));
        Assert.Equal(Start + Duration.FromDays(1), facts.LastInteractionAt);
    }

    [Fact]
    public void ConversationDayCount_BothWaysButOnTwoCarriers_IsNoConversation()
    {
        CustomerFacts Facts(Carrier? received, Carrier? sent) => CustomerHistory.From(
            Someone,
            [
                new MessageReceived(CustomerEventId.From("a"), Someone, Start, received),
                new TouchSent(CustomerEventId.From("b"), Someone, Start + Duration.FromHours(1), TouchKind.ServiceReply, sent),
            ]).FactsAt(Noon, TestShop);

        Assert.Equal(0, Facts(Carrier.WeCom, Carrier.PhoneNumber).ConversationDayCount());
        Assert.Null(Facts(Carrier.WeCom, Carrier.PhoneNumber).LastConversationAt);
        Assert.Equal(1, Facts(Carrier.WeCom, Carrier.WeCom).ConversationDayCount());
        Assert.Equal(Start + Duration.FromHours(1), Facts(Carrier.WeCom, Carrier.WeCom).LastConversationAt);
        Assert.Equal(1, Facts(null, null).ConversationDayCount());
        Assert.Equal(0, Facts(Carrier.WeCom, null).ConversationDayCount());
    }

    [Fact]
    public void Orders_DepositAndBalance_AreOneOrderFromTheFirstPaymentOn()
    {
        CustomerHistory history = CustomerHistory.From(
            Someone, [Payment("p1", 0, 50m), Payment("p2", 5, 450m), Refunded("r", "P1", 9, 100m),
                new OrderDelivered(CustomerEventId.From("d"), Someone, Start + Duration.FromDays(7), OrderId.From("P1"))]);
        CustomerFacts[] days = [.. new[] { 0, 5, 7, 9 }.Select(day => history.FactsAt(Start + Duration.FromDays(day), TestShop))];

        Assert.Equal([1, 1, 1, 1], days.Select(static f => f.OrderCount));
        Assert.Equal([50m, 500m, 500m, 400m], days.Select(static f => f.Spend.Amount));
        Assert.All(days, static f => Assert.Equal((Start, Start), (f.FirstOrderAt, f.LastOrderAt)));
        Assert.Equal([0, 5, 7, 7], days.Select(static f => (Assert.Single(f.Orders).ReturnableFrom - Start).Days));
        Assert.Equal((500m, 400m), (days[3].Orders[0].Paid.Amount, days[3].Orders[0].Left.Amount));
        Assert.Equal(Start + Duration.FromDays(5), days[3].Orders[0].LastPaidAt);
        Assert.Equal((null, Start + Duration.FromDays(9)), (days[2].Orders[0].LastRefundAt, days[3].Orders[0].LastRefundAt));
        Assert.Equal(0, days[1].OrderCountIn(TimeWindow.LastDays(5))); // its instant is the first payment, and all its spend belongs there
        Assert.Equal(Money.Yuan(500m), days[1].SpendIn(TimeWindow.LastDays(6)));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.01, true)]
    public void IsBuyer_OnlyFromAbove0(double yuan, bool isBuyer)
    {
        CustomerFacts facts = CustomerHistory.From(
            Someone, [Payment("p", 0, (decimal)yuan), new LinkMade(CustomerEventId.From("l"), Someone, Start, Carrier.WeCom)]).FactsAt(Noon,
                TestShop);

        Assert.Equal((isBuyer, isBuyer, isBuyer ? 1 : 0, isBuyer ? 1 : 0),
            (facts.IsBuyer, facts.IsRetained, facts.OrderCount, facts.Orders.Length));
        Assert.Equal(isBuyer, facts.DaysSinceLastOrder is not null);
    }

    [Fact]
    public void IsRetained_LinkedWithoutAnOrder_IsNot()
    {
        CustomerFacts facts = CustomerHistory.From(Someone,
            [new LinkMade(CustomerEventId.From("l"), Someone, Start, Carrier.WeCom)]).FactsAt(Noon, TestShop);

        Assert.True(facts.IsLinked);
        Assert.False(facts.IsRetained);
        Assert.Null(facts.DaysSinceLastOrder);
    }

    [Theory]
    [InlineData(99.99, 1)]
    [InlineData(100, 0)]
    [InlineData(100.01, 0)]
    public void OrderCount_RefundsReachWhatWasPaid_CountsNoMore(double refund, int orders)
    {
        CustomerFacts facts = CustomerHistory.From(Someone,
            [Payment("p1", 0, 60m), Payment("p2", 1, 40m), Refunded("r", "P1", 2, (decimal)refund)]).FactsAt(Noon, TestShop);

        Assert.Equal(orders, facts.OrderCount);
        Assert.Equal(Math.Max(0m, 100m - (decimal)refund), facts.Spend.Amount);
        Assert.Equal(orders == 1, Assert.Single(facts.Orders).Counts);
    }

    [Fact]
    public void OrdersInTwoCurrencies_SecondPayment_IsRefusedAndNamed()
    {
        CustomerHistory history = CustomerHistory.From(
            Someone,
            [
                Payment("p1", 1, 50m),
                new OrderPaid(CustomerEventId.From("p2"), Someone, Start + Duration.FromDays(2), OrderId.From("P1"),
                    Money.From(70m, Currency.Usd)),
            ]);

        Assert.Empty(history.FactsAt(Start + Duration.FromDays(1), TestShop).OrdersInTwoCurrencies);
        CustomerFacts facts = history.FactsAt(Start + Duration.FromDays(2), TestShop);
        Assert.Equal([OrderId.From("P1")], facts.OrdersInTwoCurrencies.AsEnumerable());
        Assert.Equal((1, 0, Money.Yuan(50m)), (facts.OrderCount, facts.OtherCurrencyOrderCount, facts.Spend));
    }

    [Fact]
    public void Spend_ManyAndOddAmounts_IsExact()
    {
        decimal[] amounts = [100_000_000_000m, 999_999_999_999_999.99m, 0.12345m, 0.0001m,
            .. Enumerable.Repeat(99_999_999_999.9999m, 12_000)];
        CustomerFacts facts = CustomerHistory.From(Someone,
            amounts.Select(static (amount, i) => Paid($"o{i}", i % 7, amount))).FactsAt(Noon, TestShop);

        Assert.Equal(amounts.Sum(), facts.Spend.Amount);
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("0 4", null)]
    [InlineData("0 4 4", null)]
    [InlineData("0 4 10", "5")]
    [InlineData("0 1 2 32", "1")]
    [InlineData("0 1 3 40 43", "2.5")]
    public void RepurchaseCycleDays_IsTheMedianFromThreePurchaseDaysOn(string days, string? expected)
    {
        CustomerFacts facts = CustomerHistory.From(Someone,
            days.Split(' ').Select(static (day, i) => Paid($"o{i}", int.Parse(day, System.Globalization.CultureInfo.InvariantCulture), 1m)))
            .FactsAt(Noon, TestShop);

        Assert.Equal(expected, facts.RepurchaseCycleDays.TryGet(out decimal cycle)
            ? cycle.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
        Assert.Equal(facts.PurchaseDayCount > 1, facts.IsRepeatCustomer);
    }

    [Fact]
    public void CountOf_Interaction_IsTheOneList()
    {
        HashSet<EventKind> interactions =
        [
            EventKind.MessageReceived, EventKind.GroupMessageReceived, EventKind.ActivityJoined, EventKind.SurveyAnswered,
                EventKind.NpsAnswered,
            EventKind.FeedbackVolunteered, EventKind.RecommendationMade, EventKind.RivalDeclined,
        ];
        foreach (EventKind kind in Enum.GetValues<EventKind>().Where(static k => k != EventKind.None))
        {
            CustomerFacts facts = CustomerHistory.From(Someone, [Make(kind, CustomerEventId.From("e"), Start, 0, 1)]).FactsAt(Noon,
                TestShop);
            int expected = interactions.Contains(kind) ? 1 : 0;
            Assert.Equal((kind, expected, expected), (kind, facts.CountOf(Behaviour.Interaction), facts.DayCountOf(Behaviour.Interaction)));
            Assert.Equal(expected == 1 ? Start : null, facts.LastInteractionAt);
        }
    }

    [Fact]
    public void Links_Unmuted_ReachesAgain()
    {
        CustomerHistory history = CustomerHistory.From(
            Someone,
            [
                new LinkMade(CustomerEventId.From("1"), Someone, Start, Carrier.WeCom, "a"),
                new LinkMuted(CustomerEventId.From("2"), Someone, Start + Duration.FromDays(1), Carrier.WeCom),
                new LinkUnmuted(CustomerEventId.From("3"), Someone, Start + Duration.FromDays(2), Carrier.WeCom),
                new LinkMade(CustomerEventId.From("4"), Someone, Start + Duration.FromDays(3), Carrier.QqGroup, "b"),
            ]);
        CustomerFacts[] facts = [.. Enumerable.Range(0, 4).Select(day => history.FactsAt(Start + Duration.FromDays(day), TestShop))];

        Assert.Equal([LinkState.Active, LinkState.Muted, LinkState.Active, LinkState.Active],
            facts.Select(static f => f.LinkStateOn(Carrier.WeCom)));
        Assert.Equal([true, false, true, true], facts.Select(static f => f.IsReachable));
        Assert.Equal([true, true, true, true], facts.Select(static f => f.IsLinked));
        Assert.Equal([1, 1, 1, 2], facts.Select(static f => f.LinkCount));
        Assert.Equal("a", facts[3].FirstChannelCode);
        Assert.False(facts[2].IsReachableOn(Carrier.QqGroup));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(14)]
    [InlineData(33)]
    public void LinkStateOn_NoSuchCarrier_IsRefused(int carrier)
    {
        CustomerFacts facts = CustomerHistory.From(Someone,
            [new LinkMade(CustomerEventId.From("l"), Someone, Start, Carrier.PersonalWeChat)]).FactsAt(Noon, TestShop);

        Assert.Throws<ArgumentOutOfRangeException>(() => facts.LinkStateOn((Carrier)carrier));
        Assert.Throws<ArgumentOutOfRangeException>(() => facts.IsOptedOutOn((Carrier)carrier));
        Assert.Throws<ArgumentOutOfRangeException>(() => facts.IsReachableOn((Carrier)carrier));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MessageReceived(CustomerEventId.From("m"), Someone, Start, (Carrier)carrier));
        Assert.Throws<ArgumentOutOfRangeException>(() => facts.CountOf((Behaviour)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => facts.CountOf(Behaviour.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => facts.CountOf((TouchKind)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => facts.FirstOf(Behaviour.None));
    }

    [Fact]
    public void Notes_LastOfEachTopic_Holds()
    {
        FactNoted Note(string id, int day, string topic, string value) =>
            new(CustomerEventId.From(id), Someone, Start + Duration.FromDays(day), topic, value);
        CustomerFacts facts = CustomerHistory.From(Someone,
            [Note("1", 1, "size", "M"), Note("2", 2, "size", "L"), Note("3", 1, "need", "tea"), Note("4", 400, "size", "S")])
            .FactsAt(Noon, TestShop);

        Assert.Equal([("need", "tea"), ("size", "L")], facts.Notes.Select(static n => (n.Key, n.Value.Value)));
    }

    [Fact]
    public void RetainedVolume_WorkedExample_TenPerCent()
    {
        var volume = RetainedVolume.From(flow: 10_000, retained: 1_000);

        Assert.Equal((9_000L, 0.1m), (volume.Ineffective, volume.RetainedRatio.Value));
        Assert.Equal(Ratio.Unknown, volume.RepurchaseRate);
        Assert.Equal(Ratio.Unknown, default(RetainedVolume).RetainedRatio);
        Assert.Throws<ArgumentOutOfRangeException>(static () => RetainedVolume.From(1, 2));
    }

    private static CustomerFacts FactsOf(Instant asOf, params Instant[] received) =>
        CustomerHistory.From(Someone, received.Select(Received)).FactsAt(asOf, TestShop);

    private static MessageReceived Received(Instant at, int number) => new(CustomerEventId.From($"m{number}"), Someone, at);

    private static TouchSent Sent(Instant at, int number) => new(CustomerEventId.From($"m{number}"), Someone, at, TouchKind.Promotion);

    private static OrderPaid Paid(string order, int day, decimal yuan) =>
        new(CustomerEventId.From("paid " + order), Someone, Start + Duration.FromDays(day), OrderId.From(order), Money.Yuan(yuan));

    private static OrderPaid Payment(string id, int day, decimal yuan) =>
        new(CustomerEventId.From(id), Someone, Start + Duration.FromDays(day), OrderId.From("P1"), Money.Yuan(yuan));

    private static OrderRefunded Refunded(string id, string order, int day, decimal yuan) =>
        new(CustomerEventId.From(id), Someone, Start + Duration.FromDays(day), OrderId.From(order), Money.Yuan(yuan));
}
