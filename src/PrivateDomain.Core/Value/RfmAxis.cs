using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Value;

/// <summary>The cut points of one measure (评分分界).</summary>
/// <remarks>
/// <para>By quantiles the score is <c>1 + ⌊bins × worse ÷ all⌋</c>, where worse is how many of the cohort are strictly worse: so of 5 the
/// best score says that at least
/// 80 % are strictly worse. Equal values always have one score, and a score that nobody deserves has no bound.</para>
/// <para>Immutable. Equality is that of all parts.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record RfmAxis
{
    private readonly int[] scores;      // those that can be given above 1, the best first
    private readonly decimal[] limits;  // the value that each of them needs
    private readonly int sign;          // −1 where fewer is better
    private readonly int buyers;
    private readonly Bilingual name;

    private RfmAxis(Bilingual name, bool fewerIsBetter, ReadOnlySpan<decimal?> bounds, int buyers, int distinctValues, bool isFixed)
    {
        this.name = name;
        this.buyers = buyers;
        sign = fewerIsBetter ? -1 : 1;
        Bounds = [.. bounds];
        DistinctValues = distinctValues;
        IsFixed = isFixed;
        scores = [.. Enumerable.Range(0, Bounds.Length).Reverse().Where(i => Bounds[i] is not null).Select(static i => i + 2)];
        limits = Array.ConvertAll(scores, score => Bounds[score - 2]!.Value);
    }

    /// <summary>The value that is just good enough for the scores 2, 3, …: at most so many days, at least so many orders, at least so much
    /// money. Null where a score is given
    /// to nobody.</summary>
    public ImmutableArray<decimal?> Bounds { get; }

    /// <summary>Whether the bounds are fixed thresholds and not quantiles of a cohort.</summary>
    public bool IsFixed { get; }

    /// <summary>How many different values the cohort has; 0 without a cohort.</summary>
    public int DistinctValues { get; }

    /// <summary>What to know before reading the scores: why there are none, or that some are given to nobody. Empty when all can be
    /// given.</summary>
    public ImmutableArray<Reason> Notes
    {
        get
        {
            int bins = Bounds.Length + 1;
            return IsFixed || scores.Length == bins - 1 ? []
                : !TellsRanks ? [Undecidable]
                : DistinctValues < bins ? [ValueReasons.FewerValuesThanBins.With(DistinctValues, bins)]
                : [ValueReasons.TiesLeaveScoresEmpty.With(scores.Length + 1, bins)];
        }
    }

    /// <summary>Whether a score can be told: by thresholds, or by ranks of enough buyers who differ.</summary>
    internal bool TellsRanks => IsFixed || (buyers > Bounds.Length && DistinctValues >= 2);

    /// <summary>Why no score can be told.</summary>
    internal Reason Undecidable =>
        buyers <= Bounds.Length ? ValueReasons.TooFewBuyers.With(buyers, Bounds.Length + 1) : ValueReasons.AllBuyersEqual.With(name);

    /// <inheritdoc/>
    public bool Equals(RfmAxis? other) =>
        other is not null && sign == other.sign && IsFixed == other.IsFixed && DistinctValues == other.DistinctValues
            && buyers == other.buyers &&
        Contents.Equal(Bounds, other.Bounds);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(sign, IsFixed, DistinctValues, Contents.Hash(Bounds));

    /// <summary>The score of a value, of the cohort or not: never lower for a better value.</summary>
    internal int ScoreOf(decimal value)
    {
        for (int i = 0; i < limits.Length; i++)
        {
            if (value.CompareTo(limits[i]) * sign >= 0)
            {
                return scores[i];
            }
        }

        return 1;
    }

    /// <summary>The scores of many values.</summary>
    internal void ScoresOf(ReadOnlySpan<decimal> values, Span<byte> found)
    {
        for (int i = 0; i < values.Length; i++)
        {
            found[i] = (byte)ScoreOf(values[i]);
        }
    }

    /// <summary>The scores of many whole values.</summary>
    internal void ScoresOf(ReadOnlySpan<int> values, Span<byte> found)
    {
        // Thresholds of whole measures are whole; those of a cohort are values of it.
        Span<int> whole = stackalloc int[RfmOptions.BinsMax];
        for (int i = 0; i < limits.Length; i++)
        {
            whole[i] = (int)limits[i];
        }

        whole = whole[..limits.Length];
        for (int i = 0; i < values.Length; i++)
        {
            int place = 0;
            while (place < whole.Length && (sign > 0 ? values[i] < whole[place] : values[i] > whole[place]))
            {
                place++;
            }

            found[i] = (byte)(place < whole.Length ? scores[place] : 1);
        }
    }

    internal static RfmAxis Recency(RfmOptions options, ReadOnlySpan<int> days) => Whole(
        ValueNames.Recency, options.Bins, RfmOptions.Decimals(options.RecencyThresholds), days, fewerIsBetter: true);

    internal static RfmAxis Frequency(RfmOptions options, ReadOnlySpan<int> orders) => Whole(
        ValueNames.Frequency, options.Bins, RfmOptions.Decimals(options.FrequencyThresholds), orders, fewerIsBetter: false);

    internal static RfmAxis Monetary(RfmOptions options, ReadOnlySpan<decimal> spend)
    {
        (decimal?[] bounds, int distinct) = RfmQuantiles.Of(spend, options.Bins);
        return options.MonetaryThresholds is { } fixedOnes
            ? new RfmAxis(ValueNames.Monetary, false, Nullables(fixedOnes), spend.Length, distinct, isFixed: true)
            : new RfmAxis(ValueNames.Monetary, false, bounds, spend.Length, distinct, isFixed: false);
    }

    private static RfmAxis Whole(Bilingual name, int bins, ImmutableArray<decimal>? thresholds, ReadOnlySpan<int> values,
        bool fewerIsBetter)
    {
        (decimal?[] bounds, int distinct) = RfmQuantiles.Of(values, bins, fewerIsBetter);
        return thresholds is { } fixedOnes
            ? new RfmAxis(name, fewerIsBetter, Nullables(fixedOnes), values.Length, distinct, isFixed: true)
            : new RfmAxis(name, fewerIsBetter, bounds, values.Length, distinct, isFixed: false);
    }

    private static decimal?[] Nullables(ImmutableArray<decimal> values) => [.. values.Select(static v => (decimal?)v)];
}
