using System.Collections.Frozen;
using System.Collections.Immutable;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Value;

/// <summary>What a customer is worth by some measure (客户价值).</summary>
/// <remarks>Equality is that of both parts. The default value is nobody, worth 0. <see cref="CompareTo"/> puts the better first: the
/// greater value, and of equal values the customer who stands first, ordinal.</remarks>
public readonly record struct CustomerValue : IComparable<CustomerValue>
{
    private CustomerValue(CustomerId customer, decimal value)
    {
        Customer = customer;
        Value = value;
    }

    /// <summary>Who.</summary>
    public CustomerId Customer { get; }

    /// <summary>The value; its unit is that of the measure.</summary>
    public decimal Value { get; }

    /// <summary>Makes a value.</summary>
    /// <param name="customer">Who.</param>
    /// <param name="value">Any number.</param>
    public static CustomerValue Of(CustomerId customer, decimal value) => new(customer, value);

    /// <inheritdoc/>
    public int CompareTo(CustomerValue other) =>
        other.Value.CompareTo(Value) is not 0 and var byValue ? byValue : Customer.CompareTo(other.Customer);

    /// <summary>Whether the left is better.</summary>
    public static bool operator <(CustomerValue left, CustomerValue right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left is worse.</summary>
    public static bool operator >(CustomerValue left, CustomerValue right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left is better or the same.</summary>
    public static bool operator <=(CustomerValue left, CustomerValue right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left is worse or the same.</summary>
    public static bool operator >=(CustomerValue left, CustomerValue right) => left.CompareTo(right) >= 0;
}

/// <summary>The best customers by a value, to be served first (重点客户), D15.</summary>
/// <remarks>
/// <para>Among customers of equal value, who stands first by the ordinal text of the identifier is better: the order in which they are
/// given does not matter. Finding N of M costs M steps of log N, and holds N.</para>
/// <para>Two groups are equal only when they are the same object.</para>
/// </remarks>
public sealed class KeyCustomers
{
    /// <summary>How many there are unless said otherwise. Default from [D], D15.</summary>
    public const int DefaultCount = 1_000;

    private static readonly Comparer<CustomerValue> WorstFirst =
        Comparer<CustomerValue>.Create(static (left, right) => right.CompareTo(left));
    private readonly FrozenDictionary<CustomerId, int> ranks;

    private KeyCustomers(ImmutableArray<CustomerValue> ranked, int considered, int tiedOut)
    {
        Ranked = ranked;
        Considered = considered;
        TiedOut = tiedOut;
        ranks = ranked.Select(static (one, i) => KeyValuePair.Create(one.Customer, i + 1)).ToFrozenDictionary();
    }

    /// <summary>The key customers, the best first.</summary>
    public ImmutableArray<CustomerValue> Ranked { get; }

    /// <summary>How many customers were looked at.</summary>
    public int Considered { get; }

    /// <summary>How many were left out although they are worth as much as the last one in: the tie-break decided.</summary>
    public int TiedOut { get; }

    /// <summary>Finds the best customers.</summary>
    /// <param name="values">Each customer once.</param>
    /// <param name="count">How many, 1 or more; with fewer customers all are key customers.</param>
    /// <exception cref="ArgumentException">A key customer is there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static KeyCustomers Best(IEnumerable<CustomerValue> values, int count = DefaultCount)
    {
        Guard.Against.Null(values);
        Guard.Against.NegativeOrZero(count);
        var best = new PriorityQueue<CustomerValue, CustomerValue>(WorstFirst);
        int considered = 0;
        int tiedOut = 0; // how many outside are worth as much as the worst inside
        foreach (CustomerValue value in values)
        {
            considered++;
            if (best.Count < count)
            {
                best.Enqueue(value, value);
                continue;
            }

            decimal before = best.Peek().Value;
            CustomerValue outside = best.EnqueueDequeue(value, value);
            decimal after = best.Peek().Value;
            tiedOut = outside.Value == after ? tiedOut + 1 : before == after ? tiedOut : 0;
        }

        CustomerValue[] ranked = [.. best.UnorderedItems.Select(static item => item.Element)];
        Array.Sort(ranked);
        var seen = new HashSet<CustomerId>();
        foreach (CustomerValue one in ranked)
        {
            if (!seen.Add(one.Customer))
            {
                throw new ArgumentException($"Each customer has one value, but {one.Customer} is there twice.", nameof(values));
            }
        }

        return new KeyCustomers([.. ranked], considered, tiedOut);
    }

    /// <summary>Finds the customers who spent most.</summary>
    /// <param name="facts">The facts of each customer once, of one currency; who never bought is no key customer.</param>
    /// <param name="count">How many, 1 or more.</param>
    /// <exception cref="ArgumentException">A key customer is there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    /// <exception cref="CurrencyMismatchException">The shops have different currencies.</exception>
    public static KeyCustomers BySpend(IEnumerable<CustomerFacts> facts, int count = DefaultCount)
    {
        Guard.Against.Null(facts);
        return Best(Buyers(), count);

        IEnumerable<CustomerValue> Buyers()
        {
            Currency? currency = null;
            foreach (CustomerFacts one in facts)
            {
                currency ??= one.Shop.Currency;
                if (one.Shop.Currency != currency)
                {
                    throw new CurrencyMismatchException(currency.Value, one.Shop.Currency);
                }

                if (one.OrderCount > 0)
                {
                    yield return CustomerValue.Of(one.Customer, one.Spend.Amount);
                }
            }
        }
    }

    /// <summary>Whether a customer is a key customer.</summary>
    /// <param name="customer">Who.</param>
    public bool Contains(CustomerId customer) => ranks.ContainsKey(customer);

    /// <summary>A customer's place, 1 for the best; null for who is no key customer.</summary>
    /// <param name="customer">Who.</param>
    public int? RankOf(CustomerId customer) => ranks.TryGetValue(customer, out int rank) ? rank : null;

    /// <summary>Gives out what is short, such as service hours or stock: key customers by rank first, then the rest in the order in which
    /// they asked.</summary>
    /// <param name="available">How much there is, 0 or more.</param>
    /// <param name="requests">What each customer asks for, each customer once; the order is that of asking.</param>
    /// <returns>Each gets what they asked for as long as there is enough; one may get a part, all after go without. Whole requests of whole
    /// stock stay whole.</returns>
    /// <exception cref="ArgumentException">A customer asks twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is less than nothing.</exception>
    public ServiceAllocation Allocate(decimal available, IEnumerable<ServiceRequest> requests)
    {
        Guard.Against.Negative(available);
        ServiceRequest[] asked = [.. Guard.Against.Null(requests)];
        var seen = new HashSet<CustomerId>();
        decimal left = available;
        var shares = ImmutableArray.CreateBuilder<ServiceShare>(asked.Length);
        foreach (ServiceRequest request in asked.OrderBy(request => RankOf(request.Customer) ?? int.MaxValue)) // stable
        {
            if (!seen.Add(request.Customer))
            {
                throw new ArgumentException($"Each customer asks once, but {request.Customer} is there twice.", nameof(requests));
            }

            decimal given = Math.Min(request.Amount, left);
            left -= given;
            shares.Add(new ServiceShare(request.Customer, RankOf(request.Customer), request.Amount, given));
        }

        return new ServiceAllocation(available, left, shares.DrainToImmutable());
    }
}
