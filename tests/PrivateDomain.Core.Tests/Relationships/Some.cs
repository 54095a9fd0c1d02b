using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Tests.Relationships;

/// <summary>A shop, an instant, and short ways to say what happened when.</summary>
internal static class Some
{
    internal static readonly Instant Now = Instant.FromUtc(2024, 6, 1, 4, 0);
    internal static readonly Shop TestShop = new(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
    internal static readonly CustomerId Customer = CustomerId.From("li");

    internal static Instant Days(double ago) => Now - Duration.FromDays(ago);

    internal static Evidence Seen(int count, double daysAgo = 1) => Evidence.From(count, Days(daysAgo));

    internal static CustomerHistory History(CustomerId customer, params ReadOnlySpan<Func<CustomerEventId, CustomerEvent>> events)
    {
        var all = new List<CustomerEvent>();
        foreach (Func<CustomerEventId, CustomerEvent> make in events)
        {
            all.Add(make(CustomerEventId.From($"{customer.Text}-{all.Count}")));
        }

        return CustomerHistory.From(customer, all);
    }

    internal static CustomerHistory History(params ReadOnlySpan<Func<CustomerEventId, CustomerEvent>> events) => History(Customer, events);
}
