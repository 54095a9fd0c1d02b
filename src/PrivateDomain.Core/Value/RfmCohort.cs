using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Value;

/// <summary>One customer of a scored cohort (已评分客户).</summary>
/// <remarks>Equality is that of all parts; there is no ordering. The default value is nobody, without a score.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RfmCustomer
{
    internal RfmCustomer(CustomerId customer, RfmFigures figures, Answer<RfmScore> score)
    {
        Customer = customer;
        Figures = figures;
        Score = score;
    }

    /// <summary>Who.</summary>
    public CustomerId Customer { get; }

    /// <summary>The figures; the default when there are none to score.</summary>
    public RfmFigures Figures { get; }

    /// <summary>The score, or why there is none.</summary>
    public Answer<RfmScore> Score { get; }
}

/// <summary>A cohort scored by recency, frequency and money, with the cut points used (RFM 分析结果).</summary>
/// <remarks>
/// <para>The order in which customers are given does not matter for the scores, and is kept. Customers who never bought, or not in the
/// window, are kept and have no score;
/// they do not shift the cut points.</para>
/// <para>Immutable and safe to share between threads. Two cohorts are equal only when they are the same object.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class RfmCohort : IReadOnlyList<RfmCustomer>
{
    private const int NeverBought = -1;
    private const int NotInWindow = int.MinValue;
    private const int Otherwise = -2;

    private readonly CustomerId[] customers;
    private readonly int[] recency; // below 0 for who has no figures: why
    private readonly int[] frequency;
    private readonly decimal[] monetary;
    private readonly byte[] recencyScores;
    private readonly byte[] frequencyScores;
    private readonly byte[] monetaryScores;
    private readonly Answer<RfmScore> undecidable;
    private readonly Dictionary<int, Answer<RfmScore>> others; // rare reasons, by place

    internal RfmCohort(RfmPolicy policy, Rows rows)
    {
        (customers, recency, frequency, monetary) = rows.ToColumns();
        others = rows.Others;
        int buyers = rows.Buyers;
        if (buyers == customers.Length)
        {
            Scale = RfmScale.Of(policy, rows.Currency, recency, frequency, monetary);
        }
        else
        {
            int[] places = [.. Enumerable.Range(0, customers.Length).Where(place => recency[place] >= 0)];
            Scale = RfmScale.Of(
                policy, rows.Currency, Array.ConvertAll(places, i => recency[i]), Array.ConvertAll(places, i => frequency[i]),
                Array.ConvertAll(places, i => monetary[i]));
        }

        (recencyScores, frequencyScores, monetaryScores) = (new byte[customers.Length], new byte[customers.Length],
            new byte[customers.Length]);
        Scale.ScoreOf(recency, frequency, monetary, recencyScores, frequencyScores, monetaryScores);
        Scored = Scale.TellsRanks ? buyers : 0;
        undecidable = Scale.TellsRanks ? default : Scale.Undecidable();
    }

    /// <summary>The cut points.</summary>
    public RfmScale Scale { get; }

    /// <summary>How many customers there are, with and without a score.</summary>
    public int Count => customers.Length;

    /// <summary>How many have a score.</summary>
    public int Scored { get; }

    /// <summary>A customer, in the order given.</summary>
    /// <param name="index">From 0.</param>
    public RfmCustomer this[int index]
    {
        get
        {
            CustomerId customer = customers[index];
            int days = recency[index];
            if (days < 0)
            {
                return new RfmCustomer(customer, default, WhyNot(index));
            }

            var figures = new RfmFigures(days, frequency[index], Money.From(monetary[index], Scale.Currency));
            return new RfmCustomer(
                customer, figures,
                Scored == 0 ? undecidable
                    : new RfmScore(recencyScores[index], frequencyScores[index], monetaryScores[index], Scale.Policy.Options.Bins));
        }
    }

    /// <summary>How many customers each cell of a map has, in the map's order, empty cells
    /// included. The heat map (热力图) is that of <see cref="RfmMap.Grid"/>.</summary>
    /// <param name="map">A map with as many scores as the scale.</param>
    /// <exception cref="ArgumentNullException">There is no map.</exception>
    /// <exception cref="ArgumentException">The map has another number of scores.</exception>
    public ImmutableArray<RfmCellCount> CountsOf(RfmMap map)
    {
        Guard.Against.Null(map).NeedsBins(Scale.Policy.Options.Bins);
        int[] counts = new int[map.Cells.Length];
        decimal[] money = new decimal[map.Cells.Length];
        for (int i = 0; i < customers.Length && Scored > 0; i++)
        {
            if (recency[i] >= 0)
            {
                int place = map.PlaceOf(recencyScores[i], frequencyScores[i], monetaryScores[i]);
                counts[place]++;
                money[place] += monetary[i];
            }
        }

        return
        [
            .. map.Cells.Select((cell, i) => new RfmCellCount(
                cell, counts[i], Scale.Currency.IsNone ? default : Money.From(money[i], Scale.Currency), Ratio.From(counts[i], Scored))),
        ];
    }

    /// <summary>The customers in the order given.</summary>
    public IEnumerator<RfmCustomer> GetEnumerator()
    {
        for (int i = 0; i < customers.Length; i++)
        {
            yield return this[i];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Answer<RfmScore> WhyNot(int index) => recency[index] switch
    {
        NeverBought => Answer<RfmScore>.Refused(ValueReasons.NeverBought.With()),
        Otherwise => others[index],
        int days => Answer<RfmScore>.Refused(ValueReasons.NotBoughtInWindow.With(days - NotInWindow,
            Scale.Policy.Options.WindowDays!.Value)),
    };

    /// <summary>Takes the customers of a cohort one by one, as columns.</summary>
    internal sealed class Rows(int capacity, string argument)
    {
        private readonly HashSet<CustomerId> seen = new(capacity);
        private readonly List<CustomerId> customers = new(capacity);
        private readonly List<int> recency = new(capacity);
        private readonly List<int> frequency = new(capacity);
        private readonly List<decimal> monetary = new(capacity);

        internal Currency Currency { get; private set; }

        internal int Buyers { get; private set; }

        internal Dictionary<int, Answer<RfmScore>> Others { get; } = [];

        internal void Add(CustomerId customer, RfmFigures figures)
        {
            if (figures.HasBought)
            {
                Add(customer, figures.RecencyDays, figures.Frequency, figures.Monetary.Amount, figures.Monetary.Currency);
                Buyers++;
            }
            else
            {
                Add(customer, NeverBought, 0, 0m, Currency);
            }
        }

        internal void Add(CustomerId customer, Answer<RfmFigures> figures, int? daysSinceLastOrder, Currency currency)
        {
            if (figures.TryGet(out RfmFigures known))
            {
                Add(customer, known);
                return;
            }

            ReasonDefinition why = figures.Reasons[0].Definition;
            bool isNotInWindow = why.Equals(ValueReasons.NotBoughtInWindow);
            bool isNeverBought = why.Equals(ValueReasons.NeverBought);
            Add(customer, isNotInWindow ? NotInWindow + daysSinceLastOrder!.Value : isNeverBought ? NeverBought : Otherwise, 0, 0m,
                currency);
            if (!isNotInWindow && !isNeverBought)
            {
                Others.Add(customers.Count - 1, figures.Then<RfmScore>(static _ => default));
            }
        }

        internal (CustomerId[] Customers, int[] Recency, int[] Frequency, decimal[] Monetary) ToColumns() =>
            ([.. customers], [.. recency], [.. frequency], [.. monetary]);

        private void Add(CustomerId customer, int days, int orders, decimal amount, Currency currency)
        {
            if (customer.Text.Length == 0)
            {
                throw new ArgumentException("Each customer of a cohort has an identifier, but one was empty.", argument);
            }

            if (!seen.Add(customer))
            {
                throw new ArgumentException($"Each customer is scored once, but {Quoted.Of(customer.Text)} is there twice.", argument);
            }

            if (currency != Currency && !Currency.IsNone)
            {
                throw new CurrencyMismatchException(Currency, currency);
            }

            Currency = currency;
            customers.Add(customer);
            recency.Add(days);
            frequency.Add(orders);
            monetary.Add(amount);
        }
    }
}
