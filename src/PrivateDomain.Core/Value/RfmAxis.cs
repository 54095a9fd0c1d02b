using System.Collections.Immutable;

namespace PrivateDomain.Core.Value;

/// <summary>One of the three measures (RFM 维度).</summary>
public enum RfmMeasure
{
    /// <summary>Days since the last order, the fewer the better (最近一次消费).</summary>
    Recency,

    /// <summary>Number of orders, the more the better (消费频率).</summary>
    Frequency,

    /// <summary>Money, the more the better (消费金额).</summary>
    Monetary,
}

/// <summary>From which value on a score is given (分界点).</summary>
/// <remarks>Equality is that of both parts; there is no ordering. The default value is no score from 0 on.</remarks>
public readonly record struct RfmCut
{
    internal RfmCut(int score, decimal bound)
    {
        Score = score;
        Bound = bound;
    }

    /// <summary>The score.</summary>
    public int Score { get; }

    /// <summary>The value that is just good enough: at most so many days, at least so many orders, at least so much money.</summary>
    public decimal Bound { get; }
}

/// <summary>The cut points of one measure (评分分界).</summary>
/// <remarks>
/// <para>By quantiles the score is <c>1 + ⌊bins × worse ÷ all⌋</c>, where worse is how many of the cohort are strictly worse: so of 5 the
/// best score says that at least 80 % are strictly worse. Equal values always have one score, and a score that nobody deserves has no
/// cut.</para>
/// <para>Two axes are equal only when they are the same object.</para>
/// </remarks>
public sealed class RfmAxis
{
    private RfmAxis(RfmMeasure measure, int bins, bool isFixed, ImmutableArray<RfmCut> cuts, int distinctValues)
    {
        Measure = measure;
        Bins = bins;
        IsFixed = isFixed;
        Cuts = cuts;
        DistinctValues = distinctValues;
    }

    /// <summary>What is measured.</summary>
    public RfmMeasure Measure { get; }

    /// <summary>How many scores there could be.</summary>
    public int Bins { get; }

    /// <summary>Whether the cuts are fixed thresholds and not quantiles of a cohort.</summary>
    public bool IsFixed { get; }

    /// <summary>The cuts, ascending by score, each better than the one before; below the first the score is 1.</summary>
    public ImmutableArray<RfmCut> Cuts { get; }

    /// <summary>How many different values the cohort has; 0 without a cohort.</summary>
    public int DistinctValues { get; }

    /// <summary>How many scores can be given: one more than there are cuts.</summary>
    public int ScoresGiven => Cuts.Length + 1;

    /// <summary>What to know before reading the scores: that some can be given to nobody, and why. Empty when all can be given.</summary>
    public ImmutableArray<Reason> Notes =>
        IsFixed || ScoresGiven == Bins ? []
        : DistinctValues == 0 ? [RfmReasons.NobodyToMeasureBy.With()]
        : DistinctValues < Bins ? [RfmReasons.FewerValuesThanBins.With(DistinctValues, Bins)]
        : [RfmReasons.TiesLeaveScoresEmpty.With(ScoresGiven, Bins)];

    internal bool IsEmpty => !IsFixed && DistinctValues == 0;

    /// <summary>The score of a value, of the cohort or not: never lower for a better value.</summary>
    /// <param name="value">Days, orders or money.</param>
    /// <returns>From 1 to <see cref="Bins"/>.</returns>
    public int ScoreOf(decimal value)
    {
        int place = Cuts.Length - 1;
        while (place >= 0 && Goodness(Measure, value) < Goodness(Measure, Cuts[place].Bound))
        {
            place--;
        }

        return place < 0 ? 1 : Cuts[place].Score;
    }

    internal static RfmAxis Of(RfmMeasure measure, RfmPolicy policy, decimal[] values) =>
        policy.ThresholdsOf(measure) is { } thresholds
            ? new RfmAxis(
                measure, policy.Bins, true, [.. thresholds.Select(static (bound, i) => new RfmCut(i + 2, bound))],
                values.Distinct().Count())
            : ByQuantiles(measure, policy.Bins, values);

    private static RfmAxis ByQuantiles(RfmMeasure measure, int bins, decimal[] values)
    {
        decimal[] sorted = Array.ConvertAll(values, value => Goodness(measure, value));
        Array.Sort(sorted);
        var cuts = ImmutableArray.CreateBuilder<RfmCut>();
        int distinct = 0;
        int last = 1;
        for (int worse = 0; worse < sorted.Length; worse++)
        {
            if (worse == 0 || sorted[worse] != sorted[worse - 1])
            {
                distinct++;
                int score = 1 + (int)((long)bins * worse / sorted.Length);
                if (score > last)
                {
                    cuts.Add(new RfmCut(score, Goodness(measure, sorted[worse])));
                    last = score;
                }
            }
        }

        return new RfmAxis(measure, bins, false, cuts.ToImmutable(), distinct);
    }

    // Days count downwards; done twice it gives the value again.
    private static decimal Goodness(RfmMeasure measure, decimal value) => measure == RfmMeasure.Recency ? -value : value;
}
