using System.Collections.Immutable;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Value;

/// <summary>How customers are scored by recency, frequency and money (RFM 策略), D14.</summary>
/// <remarks>
/// <para>Each measure has its own fixed thresholds, or is scored by the quantiles of a cohort. The best score is the greatest one in all
/// three directions: recent, often, much.</para>
/// <para>Two policies are equal only when they are the same object.</para>
/// </remarks>
public sealed class RfmPolicy
{
    /// <summary>The greatest number of scores.</summary>
    public const int BinsMax = 10;

    private RfmPolicy(
        int bins, bool countsFirstOrder, int? windowDays,
        ImmutableArray<decimal>? recencyDays, ImmutableArray<decimal>? orders, ImmutableArray<decimal>? spend)
    {
        Bins = bins;
        CountsFirstOrder = countsFirstOrder;
        WindowDays = windowDays;
        RecencyThresholds = recencyDays;
        FrequencyThresholds = orders;
        MonetaryThresholds = spend;
    }

    /// <summary>Five scores by quantiles over all time, the first order counted. D14 names five; that the first order counts is a choice of
    /// this library.</summary>
    public static RfmPolicy Default { get; } = Create();

    /// <summary>How many scores there are; the best is this number, the worst is 1.</summary>
    public int Bins { get; }

    /// <summary>Whether a customer's first order is among the orders and the money (首单是否计入). Recency is always that of the last order,
    /// first or not.</summary>
    public bool CountsFirstOrder { get; }

    /// <summary>How many of the shop's last days are looked at, today included; null is all time.</summary>
    public int? WindowDays { get; }

    /// <summary>At most how many days ago the last order must be for the scores 2, 3, …; null is by quantiles.</summary>
    public ImmutableArray<decimal>? RecencyThresholds { get; }

    /// <summary>At least how many orders the scores 2, 3, … need; null is by quantiles.</summary>
    public ImmutableArray<decimal>? FrequencyThresholds { get; }

    /// <summary>At least how much money the scores 2, 3, … need, in the shop's currency; null is by quantiles.</summary>
    public ImmutableArray<decimal>? MonetaryThresholds { get; }

    /// <summary>Whether every measure has thresholds, so that no cohort is needed.</summary>
    public bool IsFixed => RecencyThresholds is not null && FrequencyThresholds is not null && MonetaryThresholds is not null;

    /// <summary>Makes a policy; what is left out has its default.</summary>
    /// <param name="bins">How many scores, from 2 to <see cref="BinsMax"/>.</param>
    /// <param name="countsFirstOrder">Whether the first order counts.</param>
    /// <param name="windowDays">From 1 to <see cref="TimeWindow.DaysMax"/>; null is all time.</param>
    /// <param name="recencyDays">One threshold for each score from 2 on, from worst to best, so descending: at most so many days; null is
    /// by quantiles.</param>
    /// <param name="orders">One threshold for each score from 2 on, ascending: at least so many orders; null is by quantiles.</param>
    /// <param name="spend">One threshold for each score from 2 on, ascending: at least so much; null is by quantiles.</param>
    /// <exception cref="InvalidPolicyException">Something is out of range, in the wrong number or in the wrong order; all of it is
    /// named.</exception>
    public static RfmPolicy Create(
        int bins = 5,
        bool countsFirstOrder = true,
        int? windowDays = null,
        IEnumerable<int>? recencyDays = null,
        IEnumerable<int>? orders = null,
        IEnumerable<decimal>? spend = null)
    {
        var policy = new RfmPolicy(bins, countsFirstOrder, windowDays, Decimals(recencyDays), Decimals(orders), spend?.ToImmutableArray());
        var check = new PolicyCheck();
        check.Needs(bins is >= 2 and <= BinsMax, nameof(bins), RfmReasons.BinsOutOfRange, bins, BinsMax);
        check.Needs(
            windowDays is null or (>= 1 and <= TimeWindow.DaysMax), nameof(windowDays),
            RfmReasons.WindowOutOfRange, windowDays.GetValueOrDefault(), TimeWindow.DaysMax);
        CheckThresholds(check, nameof(recencyDays), bins, policy.RecencyThresholds, best: -1);
        CheckThresholds(check, nameof(orders), bins, policy.FrequencyThresholds, best: 1);
        CheckThresholds(check, nameof(spend), bins, policy.MonetaryThresholds, best: 1);
        check.ThrowIfAny("RFM policy");
        return policy;
    }

    /// <summary>The figures of a customer as this policy counts them.</summary>
    /// <param name="facts">The customer's facts as of an instant.</param>
    /// <returns>The figures; no value when the customer never bought, or not in the window.</returns>
    public Answer<RfmFigures> FiguresOf(CustomerFacts facts) => RfmFigures.Of(Guard.Against.Null(facts), CountsFirstOrder, WindowDays);

    internal ImmutableArray<decimal>? ThresholdsOf(RfmMeasure measure) => measure switch
    {
        RfmMeasure.Recency => RecencyThresholds,
        RfmMeasure.Frequency => FrequencyThresholds,
        _ => MonetaryThresholds,
    };

    private static ImmutableArray<decimal>? Decimals(IEnumerable<int>? values) => values?.Select(static v => (decimal)v).ToImmutableArray();

    private static void CheckThresholds(PolicyCheck check, string path, int bins, ImmutableArray<decimal>? thresholds, int best)
    {
        if (thresholds is not { } values)
        {
            return;
        }

        check.Needs(values.Length == bins - 1, path, RfmReasons.WrongThresholdCount, values.Length, bins - 1);
        for (int i = 0; i < values.Length; i++)
        {
            decimal before = i == 0 ? values[i] - best : values[i - 1];
            check.Needs(values[i] >= 0m, $"{path}[{i}]", RfmReasons.NegativeThreshold, values[i], 0)
                .Needs(values[i].CompareTo(before) == best, $"{path}[{i}]", RfmReasons.ThresholdsOutOfOrder, values[i], before);
        }
    }
}
