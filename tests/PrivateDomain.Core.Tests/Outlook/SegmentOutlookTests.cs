using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outlook;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Value;

namespace PrivateDomain.Core.Tests.Outlook;

/// <summary>Who enters and leaves segments, by worked cases.</summary>
public sealed class SegmentOutlookTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 4, 0); // noon in Shanghai

    private static readonly ShopRules Rules = ShopRules.Create(new ShopOptions
    {
        Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
        Currency = Currency.Cny,
        Segments = SegmentSet.From(ShopFacts.Schema,
        [
            new("recent", Facts.LastOrder.WithinDays(7)),
            new("cooling", Facts.LastOrder.MoreThanDaysAgo(7) & Facts.LastOrder.WithinDays(30)),
            new("best", FactsOfRfm.Recency.AtLeast(5)),
            new("best and recent", SegmentRule.InSegment("best") & SegmentRule.InSegment("recent")),
        ]),
    });

    [Fact]
    public void WhoBoughtFiveDaysAgo_LeavesARecentSegmentOnTheSecondMidnight_AndWhoBoughtTodayStays()
    {
        SegmentOutlook week = SegmentOutlook.Of(Rules, [Bought("anna", 5), Bought("ben", 0), Bought("carl", 29)], Now,
            Now + Duration.FromDays(5));
        SegmentFlow recent = week.Of("recent");
        Assert.Equal((2, 1), (recent.Now, recent.Then));
        SegmentChange leaves = Assert.Single(recent.Changes);
        Assert.Equal("anna", leaves.Customer.Text);
        Assert.Equal(Instant.FromUtc(2026, 3, 3, 16, 0), leaves.At); // 25 February is in the 7 days up to 3 March, not up to the 4th
        Assert.Equal((Truth.Yes, Truth.No), (leaves.From, leaves.To));
        SegmentFlow cooling = week.Of("cooling");
        Assert.Equal(["anna"], cooling.Enters.Select(static change => change.Customer.Text));
        Assert.Equal(["carl"], cooling.Leaves.Select(static change => change.Customer.Text));
        Assert.Equal((1, 1), (cooling.Now, cooling.Then));
    }

    [Fact]
    public void RanksAreLeftOut_WithTheSegmentsThatReferToThem_AndItSaysSo()
    {
        SegmentOutlook week = SegmentOutlook.Of(Rules, [Bought("anna", 5)], Now, Now + Duration.FromDays(7));
        Assert.Equal(["recent", "cooling"], week.Segments.Select(static flow => flow.Segment));
        Assert.Equal(2, week.LeftOut.Length);
        Assert.All(week.LeftOut, static reason => Assert.Equal("outlook.ranks_left_out", reason.Code));
        Assert.Throws<ArgumentException>(() => week.Of("best"));
        Assert.Empty(SegmentOutlook.Of(ShopRules.Create(Rules.Options with { Segments = null }), [], Now, Now).Segments);
    }

    [Fact]
    public void EventsAfterTheInstant_AreNoPartOfTheQuestion_AndAWrongHorizonIsRefused()
    {
        CustomerHistory later = Bought("anna", 5).Add(Order("anna", "later", Now + Duration.FromDays(1)));
        Assert.Single(SegmentOutlook.Of(Rules, [later], Now, Now + Duration.FromDays(5)).Of("recent").Leaves);
        Assert.Empty(SegmentOutlook.Of(Rules, [later], Now, Now).Of("recent").Changes);
        Assert.Throws<ArgumentOutOfRangeException>(() => SegmentOutlook.Of(Rules, [later], Now, Now - Duration.Epsilon));
        Assert.Throws<ArgumentNullException>(() => SegmentOutlook.Of(Rules, [null!], Now, Now));
    }

    private static CustomerHistory Bought(string customer, int daysAgo) => CustomerHistory.From(
        CustomerId.From(customer), [Order(customer, "first", Now - Duration.FromDays(daysAgo))]);

    private static OrderPaid Order(string customer, string id, Instant at) => new(
        CustomerEventId.From(id), CustomerId.From(customer), at, OrderId.From($"{customer}-{id}"), Money.Yuan(100));
}
