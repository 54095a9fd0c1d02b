using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Tests.Segmentation.Analysis;

/// <summary>Histories of a handful of events around a day.</summary>
internal static class RandomHistory
{
    internal static Instant NowOf(LocalDate today) =>
        today.At(new LocalTime(12, 0)).InZoneLeniently(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant();

    internal static CustomerHistory Of(Random random, int number, LocalDate today)
    {
        var customer = CustomerId.From($"customer-{number}");
        int count = random.Next(6);
        return CustomerHistory.From(customer, Enumerable.Range(0, count).Select(i => Event(random, customer, i, today)));
    }

    private static CustomerEvent Event(Random random, CustomerId customer, int number, LocalDate today)
    {
        var id = CustomerEventId.From($"e{number}");
        Instant at = NowOf(today.PlusDays(-random.Next(4) * random.Next(60))) - Duration.FromMinutes(number);
        return random.Next(6) switch
        {
            0 or 1 => new OrderPaid(id, customer, at, OrderId.From($"o{number}"), Money.Yuan(random.Next(1, 500))),
            2 => new LinkMade(id, customer, at, Carrier.WeCom, "mum"),
            3 => new MessageReceived(id, customer, at),
            4 => new TagAdded(id, customer, at, "mum"),
            _ => new WelfareReceived(id, customer, at),
        };
    }
}
