using System.Text.Json.Serialization;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Value;

/// <summary>How customers are scored by recency, frequency and money (RFM 策略).</summary>
/// <remarks>Immutable and safe to share between threads. Two are equal when their options are.</remarks>
/// <example>
/// <code>
/// RfmCohort cohort = RfmPolicy.Default.Measure(histories.Select(history => history.FactsAt(now, shop)));
/// foreach (RfmCustomer one in cohort)
/// {
///     if (one.Score.TryGet(out RfmScore score)) { Console.WriteLine($"{one.Customer}: {score}"); }
/// }
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class RfmPolicy : Policy<RfmPolicy, RfmOptions>, IPolicy<RfmPolicy, RfmOptions>
{
    private RfmPolicy(RfmOptions options)
        : base(options)
    {
    }

    static RfmPolicy IPolicy<RfmPolicy, RfmOptions>.Make(RfmOptions options) => new(options);

    /// <summary>Scores customers among each other.</summary>
    /// <param name="facts">The facts of each customer once, all of one instant and one currency.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    /// <exception cref="ArgumentException">Facts are null, a customer is there twice, or the facts are of different instants.</exception>
    /// <exception cref="CurrencyMismatchException">The shops have different currencies.</exception>
    public RfmCohort Measure(IEnumerable<CustomerFacts> facts)
    {
        CustomerFacts[] all = [.. Guard.Against.Null(facts)];
        var rows = new RfmCohort.Rows(all.Length, nameof(facts));
        foreach (CustomerFacts one in all)
        {
            if (one is null)
            {
                throw new ArgumentException("The facts of a customer are null.", nameof(facts));
            }

            if (one.AsOf != all[0].AsOf)
            {
                throw new ArgumentException($"All facts must be of one instant, but there are {all[0].AsOf} and {one.AsOf}.",
                    nameof(facts));
            }

            rows.Add(one.Customer, RfmFigures.From(one, this), one.DaysSinceLastOrder, one.Shop.Currency);
        }

        return new RfmCohort(this, rows);
    }

    /// <summary>Scores customers from their figures.</summary>
    /// <param name="figures">The figures of each customer once, of one currency, counted as the policy says; the default stands for who
    /// never bought.</param>
    /// <exception cref="ArgumentNullException">There are no figures.</exception>
    /// <exception cref="ArgumentException">A customer is there twice, or is nobody.</exception>
    /// <exception cref="CurrencyMismatchException">The figures have different currencies.</exception>
    public RfmCohort Measure(IEnumerable<KeyValuePair<CustomerId, RfmFigures>> figures)
    {
        Guard.Against.Null(figures);
        var rows = new RfmCohort.Rows(figures.TryGetNonEnumeratedCount(out int count) ? count : 16, nameof(figures));
        foreach ((CustomerId customer, RfmFigures one) in figures)
        {
            rows.Add(customer, one);
        }

        return new RfmCohort(this, rows);
    }

    /// <summary>The cut points of a cohort held in columns: one place in each is one buyer. Score them, and others, with the
    /// scale.</summary>
    /// <param name="recencyDays">Days since the last order; 0 or more.</param>
    /// <param name="frequency">Orders that count; 0 or more.</param>
    /// <param name="monetary">What they brought; from 0 to 10¹⁵.</param>
    /// <param name="currency">The currency of the money.</param>
    /// <exception cref="ArgumentException">The columns differ in length, a figure is out of range, or there is no currency.</exception>
    public RfmScale Measure(ReadOnlySpan<int> recencyDays, ReadOnlySpan<int> frequency, ReadOnlySpan<decimal> monetary, Currency currency)
    {
        NeedsLength(frequency.Length, recencyDays.Length, nameof(frequency));
        NeedsLength(monetary.Length, recencyDays.Length, nameof(monetary));
        NeedsRange(recencyDays.ContainsAnyInRange(int.MinValue, -1), nameof(recencyDays));
        NeedsRange(frequency.ContainsAnyInRange(int.MinValue, -1), nameof(frequency));
        foreach (decimal amount in monetary)
        {
            NeedsRange(amount is < 0m or > RfmFigures.AmountMax, nameof(monetary));
        }

        return currency.IsNone
            ? throw new ArgumentException("Money needs a currency.", nameof(currency))
            : RfmScale.Of(this, currency, recencyDays, frequency, monetary);
    }

    internal static void NeedsLength(int length, int rows, string name)
    {
        if (length != rows)
        {
            throw new ArgumentException(FormattableString.Invariant($"The column has {length} places; {rows} are needed."), name);
        }
    }

    private static void NeedsRange(bool isWrong, string name)
    {
        if (isWrong)
        {
            throw new ArgumentOutOfRangeException(name, "Figures of 0 or more, and amounts of at most 10¹⁵, are needed.");
        }
    }
}
