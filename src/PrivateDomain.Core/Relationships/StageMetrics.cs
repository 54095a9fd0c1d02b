using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Relationships;

/// <summary>What the stages of a cohort are measured by, over a window after one instant up to and including another
/// (各阶段衡量指标).</summary>
/// <remarks>
/// <para>Every measure counts customers. The friends of the window are those linked at some time in it: who left before its end stays in
/// the denominators, or a rate
/// would rise as the silent leave. Linked is who has a link that is not lost, muted or not; orders that do not count by the end count
/// nowhere.</para>
/// <para>Where folded events would decide, the customer is undecidable and the ratio unknown. Two of them are equal only when they are the
/// same object; the object is
/// immutable, so threads may share it.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class StageMetrics
{
    private StageMetrics(Instant from, Instant to, ReadOnlySpan<StageMetric> sums)
    {
        (From, To) = (from, to);
        (FriendChurn, GroupJoin) = (sums[0], sums[1]);
        (Interaction, RetainedActive) = (sums[2], sums[3]);
        (Conversion, Repurchase) = (sums[4], sums[5]);
        (Nps, FissionMultiple) = (sums[6], sums[7]);
    }

    /// <summary>After this instant the window begins.</summary>
    public Instant From { get; }

    /// <summary>With this instant the window ends.</summary>
    public Instant To { get; }

    /// <summary>Acquaintance: of those linked at the beginning, who is linked no more at the end (好友流失率).</summary>
    public StageMetric FriendChurn { get; }

    /// <summary>Acquaintance: of the friends of the window, who joined a group in it (入群率).</summary>
    public StageMetric GroupJoin { get; }

    /// <summary>Interaction: of the friends of the window, who interacted in it (互动率).</summary>
    public StageMetric Interaction { get; }

    /// <summary>Interaction: of those linked at the beginning who interacted in the window of the same length before, who is still linked
    /// and interacted in this one (留存活跃率).</summary>
    public StageMetric RetainedActive { get; }

    /// <summary>Rapport: of the friends of the window who had not bought before it, who bought in it (转化率).</summary>
    public StageMetric Conversion { get; }

    /// <summary>Rapport: of those who bought in the window, who has two or more purchase days by its end (复购率); the first may lie before
    /// the window.</summary>
    public StageMetric Repurchase { get; }

    /// <summary>Alliance: of those who answered in the window, by their last answer, the promoters (9, 10) less the detractors (0 to 6),
    /// from −1 to 1 (净推荐值).</summary>
    public StageMetric Nps { get; }

    /// <summary>Alliance: the purchases by people referred in the window, for each customer who recommended in it or brought one
    /// (裂变倍率). It may exceed 1.</summary>
    public StageMetric FissionMultiple { get; }

    /// <summary>Measures a cohort.</summary>
    /// <param name="cohort">The histories of the cohort, each customer once.</param>
    /// <param name="from">After this instant the window begins.</param>
    /// <param name="to">With this instant it ends; after <paramref name="from"/>.</param>
    /// <param name="shop">The shop.</param>
    /// <exception cref="ArgumentNullException">An argument, or a history, is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The end is not after the beginning, or an instant is out of the range of
    /// facts.</exception>
    public static StageMetrics Measure(IEnumerable<CustomerHistory> cohort, Instant from, Instant to, Shop shop)
    {
        Guard.Against.Null(cohort);
        Guard.Against.Null(shop);
        CustomerEvent.CheckInstant(from);
        if (CustomerEvent.CheckInstant(to) <= from)
        {
            throw new ArgumentOutOfRangeException(nameof(to), to,
                FormattableString.Invariant($"An end after the beginning, {from}, is needed."));
        }

        if (to - from > Duration.FromDays(TimeWindow.DaysMax))
        {
            throw new ArgumentOutOfRangeException(nameof(to), to,
                FormattableString.Invariant($"An end at most {TimeWindow.DaysMax} days after the beginning is needed."));
        }

        Span<StageMetric> sums = stackalloc StageMetric[8];
        foreach (CustomerHistory history in cohort)
        {
            Guard.Against.Null(history, nameof(cohort));
            Add(sums, new CustomerWindow(history.FactsAt(from, shop), history.FactsAt(to, shop)));
        }

        return new(from, to, sums);
    }

    // In the order of the stages.
    private static void Add(Span<StageMetric> sums, in CustomerWindow one)
    {
        sums[0] = sums[0].Plus(one.WasLinked, !one.IsLinked);
        sums[1] = sums[1].Plus(one.IsFriend, one.Has(Behaviour.GroupJoined));
        sums[2] = sums[2].Plus(one.IsFriend, one.Has(Behaviour.Interaction));
        sums[3] = sums[3].Plus(one.WasLinked ? one.HadInteracted : false, one.IsLinked ? one.Has(Behaviour.Interaction) : false);
        sums[4] = sums[4].Plus(one.IsFriend && one.OrdersBefore == 0, one.PurchaseDays > 0);
        sums[5] = sums[5].Plus(one.PurchaseDays > 0, one.PurchaseDaysEver > 1);
        sums[6] = sums[6].Plus(one.Has(Behaviour.NpsAnswered), one.LastNps switch { >= 9 => 1, <= 6 => -1, _ => 0 });
        int? converted = one.Count(Behaviour.ReferralConverted);
        bool? brought = converted switch { null => null, > 0 => true, _ => one.Has(Behaviour.RecommendationMade) };
        sums[7] = sums[7].Plus(brought, converted);
    }
}
