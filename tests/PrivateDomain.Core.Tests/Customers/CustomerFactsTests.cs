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

        Assert.Equal(2, facts.Count(EventKind.MessageReceived, TimeWindow.LastDays(2)));
        Assert.Equal(1, facts.Count(EventKind.MessageReceived, TimeWindow.LastDays(1))); // today counts: no window ends yesterday
        Assert.Equal(1, facts.Count(EventKind.MessageReceived, TimeWindow.MoreThanDaysAgo(1)));
        Assert.Equal(0, facts.Count(EventKind.MessageReceived, TimeWindow.MoreThanDaysAgo(2)));
        Assert.Equal(3, facts.Count(EventKind.MessageReceived, TimeWindow.All));
    }

    [Fact]
    public void Rolling_ExactlyThatLongAgo_IsOutside()
    {
        CustomerFacts facts = FactsOf(Noon, Noon - Duration.FromDays(7), Noon - Duration.FromDays(7) + Duration.Epsilon, Noon);

        Assert.Equal(2, facts.Count(EventKind.MessageReceived, TimeWindow.Rolling(Duration.FromDays(7))));
    }

    [Fact]
    public void Between_BothDays_AreIncluded()
    {
        Instant first = Instant.FromUtc(2026, 4, 30, 16, 0);
        Instant end = Instant.FromUtc(2026, 5, 2, 16, 0);
        CustomerFacts facts = FactsOf(Noon, first - Duration.Epsilon, first, end - Duration.Epsilon, end);

        Assert.Equal(2, facts.Count(EventKind.MessageReceived, TimeWindow.Between(new LocalDate(2026, 5, 1), new LocalDate(2026, 5, 2))));
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
        CustomerFacts facts = CustomerHistory.From(Someone, [Received(before, 0), Received(start, 1), Received(start + Duration.FromMinutes(40), 2)])
            .FactsAt(start + Duration.FromHours(5), shop);

        Assert.Equal(2, facts.Count(EventKind.MessageReceived, TimeWindow.LastDays(1)));
        Assert.Equal(1, facts.InteractionDayCount(TimeWindow.LastDays(1)));
        Assert.Equal(2, facts.InteractionDayCount(TimeWindow.All));
    }

    [Fact]
    public void Count_WindowSlides_FallsToZero()
    {
        CustomerHistory history = CustomerHistory.From(Someone, [Received(Noon, 0)]);
        int[] counts = [.. Enumerable.Range(-1, 5).Select(day => history.FactsAt(Noon + Duration.FromDays(day), TestShop).Count(EventKind.MessageReceived, TimeWindow.LastDays(2)))];

        Assert.Equal([0, 1, 1, 0, 0], counts);
    }

    [Fact]
    public void Spend_PartialRefunds_AddUpToAtMostTheOrder()
    {
        CustomerHistory history = CustomerHistory.From(Someone, [Paid("o1", 0, 100m), Paid("o2", 4, 60m), Paid("o3", 10, 20m), Refunded("r1", "o1", 1, 30m), Refunded("r2", "o1", 11, 20m)]);
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
            [Paid("o1", 0, 100m), new OrderPaid(CustomerEventId.From("usd"), Someone, Start, OrderId.From("o2"), Money.Of(5m, Currency.Usd))])
            .FactsAt(Noon, TestShop);

        Assert.Equal((2, 1, Money.Yuan(100m), Money.Yuan(100m)), (facts.OrderCount, facts.OtherCurrencyOrderCount, facts.Spend, facts.AverageTicket.Value));
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
            Someone, [new TagRemoved(CustomerEventId.From("b"), Someone, Start, "vip"), new TagAdded(CustomerEventId.From("a"), Someone, Start, "vip")]).FactsAt(Noon, TestShop);

        Assert.False(facts.IsTagged("vip"));
        Assert.Empty(facts.Tags);
    }

    [Fact]
    public void Links_MadeMutedLostAndOptedOut_FollowTheEvents()
    {
        CustomerHistory history = CustomerHistory.From(Someone, [Paid("o", 0, 10m), new LinkMade(CustomerEventId.From("1"), Someone, Start, Carrier.WeCom, "门店")]);
        CustomerHistory muted = history.Add(new LinkMuted(CustomerEventId.From("2"), Someone, Start + Duration.FromDays(1), Carrier.WeCom));
        CustomerHistory lost = muted.Add(new LinkLost(CustomerEventId.From("3"), Someone, Start + Duration.FromDays(2), Carrier.WeCom, LinkLoss.Blocked));
        CustomerFacts[] facts = [.. new[] { history, muted, lost }.Select(static h => h.FactsAt(Noon, TestShop))];

        Assert.Equal([LinkState.Active, LinkState.Muted, LinkState.Lost], facts.Select(static f => f.LinkStateOn(Carrier.WeCom)));
        Assert.Equal([LinkState.Active, LinkState.Muted, LinkState.Lost], facts.Select(static f => Assert.Single(f.Links).State));
        Assert.Equal([true, true, false], facts.Select(static f => f.IsRetained));
        Assert.Equal([true, false, false], facts.Select(static f => f.HasActiveLink));
        Assert.Equal(("门店", LinkLoss.Blocked), (facts[2].Links[0].Channel, facts[2].Links[0].Loss));
        CustomerFacts refused = history.Add(new OptedOut(CustomerEventId.From("4"), Someone, Start, Carrier.WeCom)).FactsAt(Noon, TestShop);
        Assert.True(refused.HasActiveLink && refused.IsOptedOut(Carrier.WeCom) && !refused.HasReachableLink);
    }

    [Fact]
    public void ConversationDayCount_OnlyDaysWithMessagesBothWays()
    {
        CustomerFacts facts = CustomerHistory.From(
            Someone,
            [Received(Start, 0), Sent(Start + Duration.FromHours(1), 1), Received(Start + Duration.FromDays(1), 2), Sent(Start + Duration.FromDays(2), 3)])
            .FactsAt(Noon, TestShop);

        Assert.Equal(1, facts.ConversationDayCount(TimeWindow.All));
        Assert.Equal(2, facts.InteractionDayCount(TimeWindow.All));
        Assert.Equal(2, facts.Count(TouchKind.Promotion, TimeWindow.All));
        Assert.Equal(Start + Duration.FromDays(1), facts.LastInteractionAt);
    }

    [Fact]
    public void RetainedVolume_WorkedExample_TenPerCent()
    {
        var volume = RetainedVolume.From(flow: 10_000, retained: 1_000);

        Assert.Equal((9_000L, 0.1m), (volume.Ineffective, volume.RetainedRatio.Value));
        Assert.Equal(Ratio.Unknown, volume.RepeatRatio);
        Assert.Equal(Ratio.Unknown, default(RetainedVolume).RetainedRatio);
        Assert.Throws<ArgumentOutOfRangeException>(static () => RetainedVolume.From(1, 2));
    }

    private static CustomerFacts FactsOf(Instant asOf, params Instant[] received) =>
        CustomerHistory.From(Someone, received.Select(Received)).FactsAt(asOf, TestShop);

    private static MessageReceived Received(Instant at, int number) => new(CustomerEventId.From($"m{number}"), Someone, at);

    private static TouchSent Sent(Instant at, int number) => new(CustomerEventId.From($"m{number}"), Someone, at, TouchKind.Promotion);

    private static OrderPaid Paid(string order, int day, decimal yuan) =>
        new(CustomerEventId.From("paid " + order), Someone, Start + Duration.FromDays(day), OrderId.From(order), Money.Yuan(yuan));

    private static OrderRefunded Refunded(string id, string order, int day, decimal yuan) =>
        new(CustomerEventId.From(id), Someone, Start + Duration.FromDays(day), OrderId.From(order), Money.Yuan(yuan));
}
