using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PrivateDomain.Core.Customers;

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

/// <summary>How many customers have a cell of a map, and what they brought (分组人数).</summary>
/// <remarks>Two counts are equal when all parts are.</remarks>
public sealed record RfmCellCount
{
    internal RfmCellCount(RfmCell cell, int count, Money monetary, Ratio share)
    {
        Cell = cell;
        Count = count;
        Monetary = monetary;
        Share = share;
    }

    /// <summary>The cell.</summary>
    public RfmCell Cell { get; }

    /// <summary>How many customers.</summary>
    public int Count { get; }

    /// <summary>What they brought together.</summary>
    public Money Monetary { get; }

    /// <summary>Their share among all who have a score; unknown when nobody has.</summary>
    public Ratio Share { get; }
}

/// <summary>One field of the heat map of recency and frequency (热力图格).</summary>
/// <remarks>Equality is that of all parts; there is no ordering. The default value is an empty field of no scores.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RfmGridCell
{
    internal RfmGridCell(int recency, int frequency, int count, Money monetary)
    {
        Recency = recency;
        Frequency = frequency;
        Count = count;
        Monetary = monetary;
    }

    /// <summary>The score for recency.</summary>
    public int Recency { get; }

    /// <summary>The score for frequency.</summary>
    public int Frequency { get; }

    /// <summary>How many customers.</summary>
    public int Count { get; }

    /// <summary>What they brought together.</summary>
    public Money Monetary { get; }
}

/// <summary>A cohort scored by recency, frequency and money, with the cut points used (RFM 分析结果), D14.</summary>
/// <remarks>
/// <para>The order in which customers are given does not matter. Customers who never bought, or not in the window, are kept and have no
/// score; they do not shift the cut points.</para>
/// <para>Two cohorts are equal only when they are the same object.</para>
/// </remarks>
public sealed class RfmCohort
{
    private RfmCohort(RfmScale scale, ImmutableArray<RfmCustomer> customers)
    {
        Scale = scale;
        Customers = customers;
        Scored = customers.Count(static c => c.Score.HasValue);
    }

    /// <summary>The cut points.</summary>
    public RfmScale Scale { get; }

    /// <summary>Everybody, with and without a score, ordinal by customer.</summary>
    public ImmutableArray<RfmCustomer> Customers { get; }

    /// <summary>How many have a score.</summary>
    public int Scored { get; }

    /// <summary>How many have none.</summary>
    public int NotScored => Customers.Length - Scored;

    /// <summary>Scores customers among each other.</summary>
    /// <param name="facts">The facts of each customer once, all of one instant and one currency.</param>
    /// <param name="policy">The policy; null is <see cref="RfmPolicy.Default"/>.</param>
    /// <exception cref="ArgumentException">A customer is there twice, or the facts are of different instants.</exception>
    /// <exception cref="CurrencyMismatchException">The shops have different currencies.</exception>
    public static RfmCohort Of(IEnumerable<CustomerFacts> facts, RfmPolicy? policy = null)
    {
        RfmPolicy how = policy ?? RfmPolicy.Default;
        CustomerFacts[] all = [.. Guard.Against.Null(facts)];
        foreach (CustomerFacts one in all)
        {
            if (one.AsOf != all[0].AsOf)
            {
                throw new ArgumentException(
                    $"All facts must be of one instant, but there are {all[0].AsOf} and {one.AsOf}.", nameof(facts));
            }
        }

        return Of(all.Select(one => (one.Customer, how.FiguresOf(one))), how, all.FirstOrDefault()?.Shop.Currency, nameof(facts));
    }

    /// <summary>Scores customers from their figures.</summary>
    /// <param name="figures">The figures of each customer once, of one currency, counted as the policy says; the default stands for who
    /// never bought.</param>
    /// <param name="policy">The policy; null is <see cref="RfmPolicy.Default"/>.</param>
    /// <exception cref="ArgumentException">A customer is there twice.</exception>
    /// <exception cref="CurrencyMismatchException">The figures have different currencies.</exception>
    public static RfmCohort Of(IEnumerable<KeyValuePair<CustomerId, RfmFigures>> figures, RfmPolicy? policy = null) =>
        Of(
            Guard.Against.Null(figures).Select(static pair => (
                pair.Key, pair.Value.HasBought ? pair.Value : Answer<RfmFigures>.Refused(RfmReasons.NeverBought.With()))),
            policy ?? RfmPolicy.Default,
            currency: null,
            nameof(figures));

    /// <summary>How many customers each cell of a map has, in the map's order, empty cells included.</summary>
    /// <param name="map">A map with as many scores as the scale.</param>
    /// <exception cref="ArgumentException">The map has another number of scores.</exception>
    public ImmutableArray<RfmCellCount> CountsOf(RfmMap map)
    {
        Guard.Against.Null(map);
        map.NeedsBins(Scale.Policy.Bins);
        int[] counts = new int[map.Cells.Length];
        decimal[] money = new decimal[map.Cells.Length];
        foreach (RfmCustomer customer in Customers.Where(static c => c.Score.HasValue))
        {
            int place = map.PlaceOf(customer.Score.Value);
            counts[place]++;
            money[place] += customer.Figures.Monetary.Amount;
        }

        return
        [
            .. map.Cells.Select((cell, i) => new RfmCellCount(
                cell, counts[i], Total(money[i]), Ratio.Of(counts[i], Scored))),
        ];
    }

    /// <summary>The fields of the heat map (热力图): every pair of scores for recency and frequency, empty ones included, recency first, both
    /// ascending.</summary>
    public ImmutableArray<RfmGridCell> Grid()
    {
        int bins = Scale.Policy.Bins;
        int[] counts = new int[bins * bins];
        decimal[] money = new decimal[bins * bins];
        foreach (RfmCustomer customer in Customers.Where(static c => c.Score.HasValue))
        {
            int place = ((customer.Score.Value.Recency - 1) * bins) + customer.Score.Value.Frequency - 1;
            counts[place]++;
            money[place] += customer.Figures.Monetary.Amount;
        }

        return [.. counts.Select((count, i) => new RfmGridCell((i / bins) + 1, (i % bins) + 1, count, Total(money[i])))];
    }

    private Money Total(decimal amount) => Scale.Currency.IsNone ? default : Money.Of(amount, Scale.Currency);

    private static RfmCohort Of(
        IEnumerable<(CustomerId Customer, Answer<RfmFigures> Figures)> given, RfmPolicy policy, Currency? currency, string argument)
    {
        (CustomerId Customer, Answer<RfmFigures> Figures)[] all = [.. given.OrderBy(static g => g.Customer)];
        for (int i = 1; i < all.Length; i++)
        {
            if (all[i].Customer == all[i - 1].Customer)
            {
                throw new ArgumentException($"Each customer is scored once, but {all[i].Customer} is there twice.", argument);
            }
        }

        RfmFigures[] buyers = [.. all.Where(static a => a.Figures.HasValue).Select(static a => a.Figures.Value)];
        RfmScale scale = RfmScale.Of(buyers, policy, currency ?? (buyers.Length == 0 ? Currency.None : buyers[0].Monetary.Currency));
        return new RfmCohort(
            scale,
            [.. all.Select(a => new RfmCustomer(
                a.Customer, a.Figures.TryGet(out RfmFigures known) ? known : default, scale.Score(a.Figures)))]);
    }
}
