using System.Runtime.InteropServices;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Value;

/// <summary>A customer's scores for recency, frequency and money (RFM 评分): 1 is the worst of each, <see cref="Bins"/> the best.</summary>
/// <remarks>Equality is that of the scores and their number; there is no ordering. The default value is no score: all parts are
/// 0.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RfmScore
{
    internal RfmScore(int recency, int frequency, int monetary, int bins)
    {
        Recency = recency;
        Frequency = frequency;
        Monetary = monetary;
        Bins = bins;
    }

    /// <summary>How recently, the greater the more recently.</summary>
    public int Recency { get; }

    /// <summary>How often, the greater the more often.</summary>
    public int Frequency { get; }

    /// <summary>How much, the greater the more.</summary>
    public int Monetary { get; }

    /// <summary>How many scores there are.</summary>
    public int Bins { get; }

    /// <summary>All three together.</summary>
    public int Sum => Recency + Frequency + Monetary;

    /// <summary>Makes a score.</summary>
    /// <param name="recency">From 1 to <paramref name="bins"/>.</param>
    /// <param name="frequency">From 1 to <paramref name="bins"/>.</param>
    /// <param name="monetary">From 1 to <paramref name="bins"/>.</param>
    /// <param name="bins">From 2 to <see cref="RfmPolicy.BinsMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part is out of range.</exception>
    public static RfmScore Create(int recency, int frequency, int monetary, int bins = 5)
    {
        Guard.Against.OutOfRange(bins, nameof(bins), 2, RfmPolicy.BinsMax);
        return new RfmScore(
            Guard.Against.OutOfRange(recency, nameof(recency), 1, bins),
            Guard.Against.OutOfRange(frequency, nameof(frequency), 1, bins),
            Guard.Against.OutOfRange(monetary, nameof(monetary), 1, bins),
            bins);
    }

    /// <summary>The scores with hyphens, such as <c>5-4-3</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Recency}-{Frequency}-{Monetary}");
}

/// <summary>The cut points by which customers are scored (RFM 标尺): those of a cohort, or fixed ones. It also scores customers who were not
/// in the cohort.</summary>
/// <remarks>Two scales are equal only when they are the same object.</remarks>
public sealed class RfmScale
{
    private RfmScale(RfmPolicy policy, Currency currency, RfmAxis recency, RfmAxis frequency, RfmAxis monetary)
    {
        Policy = policy;
        Currency = currency;
        Recency = recency;
        Frequency = frequency;
        Monetary = monetary;
    }

    /// <summary>How figures are counted and scored.</summary>
    public RfmPolicy Policy { get; }

    /// <summary>The currency of the money's cut points; none when there was nobody at all.</summary>
    public Currency Currency { get; }

    /// <summary>The cut points of recency.</summary>
    public RfmAxis Recency { get; }

    /// <summary>The cut points of frequency.</summary>
    public RfmAxis Frequency { get; }

    /// <summary>The cut points of money.</summary>
    public RfmAxis Monetary { get; }

    /// <summary>The scale of fixed thresholds, for which no cohort is needed.</summary>
    /// <param name="policy">A policy with thresholds for every measure.</param>
    /// <param name="currency">The currency of the money's thresholds.</param>
    /// <exception cref="ArgumentException">A measure of the policy is scored by quantiles.</exception>
    public static RfmScale Fixed(RfmPolicy policy, Currency currency) =>
        Guard.Against.Null(policy).IsFixed
            ? Of([], policy, currency)
            : throw new ArgumentException("A scale without a cohort needs thresholds for recency, frequency and money.", nameof(policy));

    /// <summary>The score of a customer's figures.</summary>
    /// <param name="figures">The figures, counted as <see cref="Policy"/> says.</param>
    /// <returns>The score; no value when the customer never bought, or when there was nobody to take quantiles of.</returns>
    /// <exception cref="CurrencyMismatchException">The money is in another currency.</exception>
    public Answer<RfmScore> Score(RfmFigures figures)
    {
        if (!figures.HasBought)
        {
            return Answer<RfmScore>.Refused(RfmReasons.NeverBought.With());
        }

        if (Recency.IsEmpty || Frequency.IsEmpty || Monetary.IsEmpty)
        {
            return Answer<RfmScore>.Refused(RfmReasons.NobodyToMeasureBy.With());
        }

        int money = Monetary.ScoreOf(AmountIn(Currency, figures));
        return new RfmScore(Recency.ScoreOf(figures.RecencyDays), Frequency.ScoreOf(figures.Frequency), money, Policy.Bins);
    }

    /// <summary>The score of a customer's facts.</summary>
    /// <param name="facts">The facts as of an instant.</param>
    /// <returns>The score; no value when the customer never bought, or not in the window, or when there was nobody to take quantiles
    /// of.</returns>
    /// <exception cref="CurrencyMismatchException">The shop has another currency.</exception>
    public Answer<RfmScore> Score(CustomerFacts facts) => Score(Policy.FiguresOf(facts));

    internal Answer<RfmScore> Score(Answer<RfmFigures> figures) =>
        figures.TryGet(out RfmFigures known) ? Score(known) : Answer<RfmScore>.Refused(figures.Reasons.AsSpan());

    internal static RfmScale Of(RfmFigures[] buyers, RfmPolicy policy, Currency currency) =>
        new(
            policy, currency,
            RfmAxis.Of(RfmMeasure.Recency, policy, Array.ConvertAll(buyers, static b => (decimal)b.RecencyDays)),
            RfmAxis.Of(RfmMeasure.Frequency, policy, Array.ConvertAll(buyers, static b => (decimal)b.Frequency)),
            RfmAxis.Of(RfmMeasure.Monetary, policy, Array.ConvertAll(buyers, b => AmountIn(currency, b))));

    private static decimal AmountIn(Currency currency, RfmFigures figures) => figures.Monetary.Currency == currency
        ? figures.Monetary.Amount
        : throw new CurrencyMismatchException(currency, figures.Monetary.Currency);
}
