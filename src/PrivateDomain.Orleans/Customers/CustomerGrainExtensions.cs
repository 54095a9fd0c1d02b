using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Orleans.Customers;

/// <summary>What a host asks of a customer's grain in one line (客户 Grain 的便捷方法).</summary>
public static class CustomerGrainExtensions
{
    /// <summary>The facts of the customer at an instant. The history crosses the wire; the facts are made of it here.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="at">The instant, from 1900 to 2200.</param>
    /// <param name="shop">The shop, for its zone and currency.</param>
    /// <exception cref="ArgumentNullException">The customer or the shop is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant is out of range.</exception>
    public static async Task<CustomerFacts> Facts(this ICustomerGrain customer, Instant at, Shop shop)
    {
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(shop);
        return (await customer.History()).FactsAt(at, shop);
    }
}
