using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>Invented events, the same in every run: a quarter each of payments, touches, tags and messages, ten minutes apart.</summary>
internal static class Streams
{
    /// <summary>When all of them have happened.</summary>
    internal static Instant Now { get; } = Instant.FromUtc(2026, 6, 1, 4, 0);

    /// <summary>Where the shop is.</summary>
    internal static Shop Shop { get; } = new(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);

    /// <summary>The event of a number; greater numbers come later.</summary>
    internal static CustomerEvent Event(CustomerId customer, int number)
    {
        CustomerEventId id = CustomerEventId.From($"e{number}");
        Instant at = Now - Duration.FromDays(2000) + Duration.FromMinutes(10L * number);
        return (number % 4) switch
        {
            0 => new OrderPaid(id, customer, at, OrderId.From($"o{number}"), Money.Yuan(99.5m)),
            1 => new TouchSent(id, customer, at, TouchKind.UsefulContent, Carrier.WeCom),
            2 => new TagAdded(id, customer, at, "vip"),
            _ => new MessageReceived(id, customer, at, Carrier.WeCom),
        };
    }

    /// <summary>The first events of a customer.</summary>
    internal static IEnumerable<CustomerEvent> Events(CustomerId customer, int count) =>
        Enumerable.Range(0, count).Select(number => Event(customer, number));
}
