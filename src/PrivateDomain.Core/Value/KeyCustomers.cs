using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Value;

/// <summary>What a customer is worth by some measure (客户价值).</summary>
/// <remarks>Equality is that of both parts; there is no ordering. The default value is nobody, worth 0.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct CustomerValue
{
    /// <summary>Makes a value.</summary>
    /// <param name="customer">Who.</param>
    /// <param name="value">Any number; its unit is that of the measure.</param>
    public CustomerValue(CustomerId customer, decimal value) => (Customer, Value) = (customer, value);

    /// <summary>Who.</summary>
    public CustomerId Customer { get; }

    /// <summary>What the customer is worth.</summary>
    public decimal Value { get; }
}

/// <summary>The best customers by a value, to be served first (重点客户).</summary>
/// <remarks>Immutable and safe to share between threads. Two are equal only when they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class KeyCustomers
{
    private readonly FrozenDictionary<CustomerId, int> ranks;

    internal KeyCustomers(ImmutableArray<CustomerValue> ranked, int considered, int tiedOut, ImmutableArray<Reason> notes)
    {
        Ranked = ranked;
        Considered = considered;
        TiedOut = tiedOut;
        Notes = notes;
        ranks = ranked.Select(static (one, i) => KeyValuePair.Create(one.Customer, i + 1)).ToFrozenDictionary();
    }

    /// <summary>The key customers, the best first.</summary>
    public ImmutableArray<CustomerValue> Ranked { get; }

    /// <summary>How many buyers were looked at.</summary>
    public int Considered { get; }

    /// <summary>How many were left out although they are worth as much as the last one in: the tie-break decided.</summary>
    public int TiedOut { get; }

    /// <summary>Why there are none (<c>key_customers.too_few_buyers</c>) or fewer than the most (<c>key_customers.limited</c>). Empty when
    /// nothing is to be said.</summary>
    public ImmutableArray<Reason> Notes { get; }

    /// <summary>A customer's place, 1 for the best; null for who is no key customer.</summary>
    /// <param name="customer">Who.</param>
    public int? RankOf(CustomerId customer) => ranks.TryGetValue(customer, out int rank) ? rank : null;

    /// <summary>Gives out what is short, such as service hours or stock: key customers by rank first, then the rest in the order in which
    /// they asked.</summary>
    /// <param name="available">How much there is, from 0 to 10¹⁵.</param>
    /// <param name="requests">What each customer asks for, each customer once; the order is that of asking.</param>
    /// <returns>Each gets what they asked for as long as there is enough; one may get a part, all after go without. Whole requests of whole
    /// stock stay whole.</returns>
    /// <exception cref="ArgumentNullException">There are no requests.</exception>
    /// <exception cref="ArgumentException">A customer asks twice, or nobody asks.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is less than nothing, or more than 10¹⁵.</exception>
    public ServiceAllocation Allocate(decimal available, IEnumerable<ServiceRequest> requests)
    {
        Guard.Against.OutOfRange(available, nameof(available), 0m, RfmFigures.AmountMax);
        ServiceRequest[] asked = [.. Guard.Against.Null(requests)];
        var seen = new HashSet<CustomerId>();
        decimal left = available;
        var shares = ImmutableArray.CreateBuilder<ServiceShare>(asked.Length);
        foreach (ServiceRequest request in asked.OrderBy(request => RankOf(request.Customer) ?? int.MaxValue)) // stable
        {
            if (request.Customer.Text.Length == 0 || !seen.Add(request.Customer))
            {
                throw new ArgumentException(
                    $"Each customer asks once, but \"{Quoted.Of(request.Customer.Text)}\" is there twice or is nobody.", nameof(requests));
            }

            decimal given = Math.Min(request.Amount, left);
            left -= given;
            shares.Add(new ServiceShare(request.Customer, RankOf(request.Customer), request.Amount, given));
        }

        return new ServiceAllocation(available, left, shares.DrainToImmutable());
    }
}
