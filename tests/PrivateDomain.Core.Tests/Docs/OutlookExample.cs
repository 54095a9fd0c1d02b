using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outlook;
using PrivateDomain.Core.Replay;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

[Text]
public sealed class OutlookExample
{
    [Fact]
    public void OutlookOfACustomer()
    {
        Instant now = Instant.FromUtc(2026, 3, 2, 4, 0);
        var anna = CustomerId.From("anna");
        CustomerHistory history = CustomerHistory.From(anna,
            [new OrderPaid(CustomerEventId.From("o"), anna, now - Duration.FromDays(5), OrderId.From("o1"), Money.Yuan(100))]);
        var options = new ShopOptions
        {
            Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
            Currency = Currency.Cny,
            Segments = SegmentSet.From(ShopFacts.Schema, [new("recent", Facts.LastOrder.WithinDays(30))]),
        };
        // snippet: outlook
        ShopRules rules = ShopRules.Create(options);
        CustomerOutlook outlook = CustomerOutlook.From(rules, new OutlookFacts { History = history, AsOf = now });
        OutlookChange? next = outlook.NextChangeBy(now + Duration.FromDays(365));
        // next: on 2026-03-27 in Shanghai, segment "recent", from "in it" to "not in it"

        ShopRules other = ShopRules.Create(options with
        {
            Segments = SegmentSet.From(ShopFacts.Schema, [new("recent", Facts.LastOrder.WithinDays(3))]),
        });
        var question = new ReplayQuestion { AsOf = now, TouchesFrom = now - Duration.FromDays(180) };
        RulesReplay replay = RulesReplay.Of(rules, other, [history], question);
        // replay.Segments: "recent", from "in it" to "not in it": anna
        // end
        Assert.Equal(Instant.FromUtc(2026, 3, 26, 16, 0), next!.At);
        Assert.Equal(anna, Assert.Single(Assert.Single(replay.Segments).Customers));
    }

    [Fact]
    public void OutlookOfSegments()
    {
        Instant now = Instant.FromUtc(2026, 3, 2, 4, 0);
        var anna = CustomerId.From("anna");
        CustomerHistory[] histories =
        [
            CustomerHistory.From(anna,
                [new OrderPaid(CustomerEventId.From("o"), anna, now - Duration.FromDays(25), OrderId.From("o1"), Money.Yuan(100))]),
        ];
        var rules = ShopRules.Create(new ShopOptions
        {
            Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
            Currency = Currency.Cny,
            Segments = SegmentSet.From(ShopFacts.Schema, [new("recent", Facts.LastOrder.WithinDays(30))]),
        });
        // snippet: segment-outlook
        SegmentOutlook week = SegmentOutlook.Of(rules, histories, now, now + Duration.FromDays(7));
        foreach (SegmentChange change in week.Of("recent").Leaves)
        {
            Console.WriteLine($"{change.Customer} leaves at {change.At}"); // anna leaves at 2026-03-06T16:00:00Z
        }

        // end
        Assert.Equal(Instant.FromUtc(2026, 3, 6, 16, 0), Assert.Single(week.Of("recent").Leaves).At);
    }
}
