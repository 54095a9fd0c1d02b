using System.Text.Json.Serialization;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Value;

/// <summary>Who is served first (重点客户策略): the best customers by a value.</summary>
/// <remarks>Immutable and safe to share between threads. Two are equal when their options are.</remarks>
/// <example>
/// <code>
/// KeyCustomers key = KeyCustomerPolicy.Default.Select(everybody.Select(f => new CustomerValue(f.Customer, f.Spend.Amount)));
/// bool isKey = key.RankOf(CustomerId.From("li-hua")) is not null;
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class KeyCustomerPolicy : Policy<KeyCustomerPolicy, KeyCustomerOptions>, IPolicy<KeyCustomerPolicy, KeyCustomerOptions>
{
    // Better is greater, and of equal values the identifier that stands first; a queue gives the least, so the worst, first.
    private static readonly Comparer<CustomerValue> WorstFirst = Comparer<CustomerValue>.Create(
        static (left, right) => left.Value.CompareTo(right.Value) is not 0 and var byValue ? byValue
            : right.Customer.CompareTo(left.Customer));

    private KeyCustomerPolicy(KeyCustomerOptions options)
        : base(options)
    {
    }

    static KeyCustomerPolicy IPolicy<KeyCustomerPolicy, KeyCustomerOptions>.Make(KeyCustomerOptions options) => new(options);

    /// <summary>The best customers by any value, such as a lifetime value.</summary>
    /// <remarks>Among customers of equal value, who stands first by the ordinal text of the identifier is better: the order in which they
    /// are given does not matter. Finding
    /// N of M costs M steps of log N, and holds N.</remarks>
    /// <param name="buyers">The value of each buyer once.</param>
    /// <exception cref="ArgumentNullException">There are no values.</exception>
    /// <exception cref="ArgumentException">A buyer is nobody, or a key customer is there twice.</exception>
    public KeyCustomers Select(IEnumerable<CustomerValue> buyers)
    {
        Guard.Against.Null(buyers);
        var best = new PriorityQueue<CustomerValue, CustomerValue>(WorstFirst);
        int considered = 0;
        int tiedOut = 0; // how many outside are worth as much as the worst inside
        foreach (CustomerValue value in buyers)
        {
            if (value.Customer.Text.Length == 0)
            {
                throw new ArgumentException("Each buyer has an identifier, but one was empty.", nameof(buyers));
            }

            considered++;
            if (best.Count < Options.CountMax)
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
        Array.Sort(ranked, static (left, right) => WorstFirst.Compare(right, left));
        CheckOnce(ranked, nameof(buyers));
        return Limited(ranked, considered, tiedOut);
    }

    /// <summary>The customers who spent most.</summary>
    /// <param name="facts">The facts of each customer once, of one currency; who never bought is no buyer.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    /// <exception cref="ArgumentException">Facts are null, or a key customer is there twice.</exception>
    /// <exception cref="CurrencyMismatchException">The shops have different currencies.</exception>
    public KeyCustomers Select(IEnumerable<CustomerFacts> facts)
    {
        Guard.Against.Null(facts);
        return Select(Buyers());

        IEnumerable<CustomerValue> Buyers()
        {
            Currency? currency = null;
            foreach (CustomerFacts one in facts)
            {
                if (one is null)
                {
                    throw new ArgumentException("The facts of a customer are null.", nameof(facts));
                }

                currency ??= one.Shop.Currency;
                if (one.Shop.Currency != currency)
                {
                    throw new CurrencyMismatchException(currency.Value, one.Shop.Currency);
                }

                if (one.OrderCount > 0)
                {
                    yield return new CustomerValue(one.Customer, one.Spend.Amount);
                }
            }
        }
    }

    private KeyCustomers Limited(CustomerValue[] ranked, int considered, int tiedOut)
    {
        int limit = (int)Math.Min(decimal.Floor(Options.ShareMax * considered), ranked.Length);
        Reason? note = limit == 0 ? ValueReasons.TooFewForKeyCustomers.With(considered, decimal.Ceiling(1m / Options.ShareMax))
            : limit < Math.Min(Options.CountMax, considered) ? ValueReasons.KeyCustomersLimited.With(limit, Options.CountMax)
            : null;
        if (limit < ranked.Length)
        {
            // Those left out by the share come first; those the queue left out are tied only when all of these are.
            int tied = limit == 0 ? 0 : ranked.Skip(limit).TakeWhile(one => one.Value == ranked[limit - 1].Value).Count();
            tiedOut = limit > 0 && tied == ranked.Length - limit ? tied + tiedOut : tied;
        }

        return new KeyCustomers([.. ranked.AsSpan(0, limit)], considered, tiedOut, note is { } said ? [said] : []);
    }

    private static void CheckOnce(CustomerValue[] ranked, string parameterName)
    {
        var seen = new HashSet<CustomerId>();
        foreach (CustomerValue one in ranked)
        {
            if (!seen.Add(one.Customer))
            {
                throw new ArgumentException(
                    $"Each customer has one value, but {Quoted.Of(one.Customer.Text)} is there twice.", parameterName);
            }
        }
    }
}
