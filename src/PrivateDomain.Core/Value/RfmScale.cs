using System.Text.Json.Serialization;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Value;

/// <summary>The cut points by which customers are scored (RFM 标尺): those of a cohort, or fixed ones. It also scores customers who were
/// not in the cohort.</summary>
/// <remarks>
/// <para>Ranks tell nothing where there are fewer buyers than scores, or where all are equal by a measure: then there is no score, with the
/// reason. Fixed thresholds need
/// no ranks.</para>
/// <para>Immutable and safe to share between threads. Equality is that of all parts.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record RfmScale
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

    internal bool TellsRanks => Recency.TellsRanks && Frequency.TellsRanks && Monetary.TellsRanks;

    /// <summary>The scale of fixed thresholds, for which no cohort is needed.</summary>
    /// <param name="policy">A policy with thresholds for every measure.</param>
    /// <param name="currency">The currency of the money's thresholds.</param>
    /// <exception cref="ArgumentException">A measure of the policy is scored by quantiles, or the currency is none.</exception>
    public static RfmScale From(RfmPolicy policy, Currency currency)
    {
        if (Guard.Against.Null(policy).Options is not
            {
                RecencyThresholds: not null, FrequencyThresholds: not null,
                MonetaryThresholds: not null
            })
        {
            throw new ArgumentException("A scale without a cohort needs thresholds for recency, frequency and money.", nameof(policy));
        }

        return currency.IsNone
            ? throw new ArgumentException("Thresholds of money need a currency.", nameof(currency))
            : Of(policy, currency, [], [], []);
    }

    /// <summary>The score of a customer's figures.</summary>
    /// <param name="figures">The figures, counted as <see cref="Policy"/> says.</param>
    /// <returns>The score; no value when the customer never bought, or where ranks tell nothing.</returns>
    /// <exception cref="CurrencyMismatchException">The money is in another currency.</exception>
    public Answer<RfmScore> ScoreOf(RfmFigures figures) =>
        !figures.HasBought ? Answer<RfmScore>.Refused(ValueReasons.NeverBought.With())
        : !TellsRanks ? Undecidable()
        : figures.Monetary.Currency != Currency ? throw new CurrencyMismatchException(Currency, figures.Monetary.Currency)
        : new RfmScore(
            Recency.ScoreOf(figures.RecencyDays), Frequency.ScoreOf(figures.Frequency), Monetary.ScoreOf(figures.Monetary.Amount),
                Policy.Options.Bins);

    /// <summary>The score of a customer's facts.</summary>
    /// <param name="facts">The facts as of an instant.</param>
    /// <returns>The score; no value when the customer never bought, or not in the window, or where ranks tell nothing.</returns>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    /// <exception cref="CurrencyMismatchException">The shop has another currency.</exception>
    public Answer<RfmScore> ScoreOf(CustomerFacts facts) => RfmFigures.From(facts, Policy).Then(ScoreOf);

    /// <summary>The scores of many buyers at once, column by column, without allocation: 1 to <see cref="RfmOptions.Bins"/>, or 0 for all
    /// where ranks tell nothing.</summary>
    /// <param name="recencyDays">Days since the last order.</param>
    /// <param name="frequency">Orders.</param>
    /// <param name="monetary">Money in <see cref="Currency"/>.</param>
    /// <param name="recencyScores">Where the scores for recency go; as long as the columns.</param>
    /// <param name="frequencyScores">Where the scores for frequency go.</param>
    /// <param name="monetaryScores">Where the scores for money go.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public void ScoreOf(
        ReadOnlySpan<int> recencyDays, ReadOnlySpan<int> frequency, ReadOnlySpan<decimal> monetary,
        Span<byte> recencyScores, Span<byte> frequencyScores, Span<byte> monetaryScores)
    {
        int rows = recencyDays.Length;
        RfmPolicy.NeedsLength(frequency.Length, rows, nameof(frequency));
        RfmPolicy.NeedsLength(monetary.Length, rows, nameof(monetary));
        RfmPolicy.NeedsLength(recencyScores.Length, rows, nameof(recencyScores));
        RfmPolicy.NeedsLength(frequencyScores.Length, rows, nameof(frequencyScores));
        RfmPolicy.NeedsLength(monetaryScores.Length, rows, nameof(monetaryScores));
        if (!TellsRanks)
        {
            recencyScores.Clear();
            frequencyScores.Clear();
            monetaryScores.Clear();
            return;
        }

        Recency.ScoresOf(recencyDays, recencyScores);
        Frequency.ScoresOf(frequency, frequencyScores);
        Monetary.ScoresOf(monetary, monetaryScores);
    }

    internal Answer<RfmScore> Undecidable() =>
        Answer<RfmScore>.Refused([.. new[] { Recency, Frequency, Monetary }.Where(static axis => !axis.TellsRanks).Select(static axis =>
            axis.Undecidable).Distinct()]);

    internal static RfmScale Of(RfmPolicy policy, Currency currency, ReadOnlySpan<int> recencyDays, ReadOnlySpan<int> frequency,
        ReadOnlySpan<decimal> monetary) =>
        new(
            policy, currency, RfmAxis.Recency(policy.Options, recencyDays), RfmAxis.Frequency(policy.Options, frequency),
            RfmAxis.Monetary(policy.Options, monetary));
}
