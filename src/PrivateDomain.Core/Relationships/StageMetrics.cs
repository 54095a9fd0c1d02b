using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Relationships;

/// <summary>A measure with the two numbers it is made of (阶段指标).</summary>
/// <remarks>
/// <para>Equality is that of both numbers; there is no ordering.</para>
/// <para>The default value is 0 of 0, whose ratio is unknown.</para>
/// </remarks>
public readonly record struct StageMetric
{
    internal StageMetric(long numerator, long denominator)
    {
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>What is counted; below 0 only for NPS.</summary>
    public long Numerator { get; }

    /// <summary>Out of how many customers; 0 or more.</summary>
    public long Denominator { get; }

    /// <summary>The numerator of the denominator; unknown, not 0, when nobody can be counted.</summary>
    public Ratio Ratio => Ratio.Of(Numerator, Denominator);

    internal StageMetric Plus(bool isCounted, bool isHit) => Plus(isCounted, isHit ? 1 : 0);

    internal StageMetric Plus(bool isCounted, int hits) => isCounted ? new(Numerator + hits, Denominator + 1) : this;
}

/// <summary>What the stages of a cohort are measured by, over a window after one instant up to and including another (各阶段衡量指标). From [E], D7.</summary>
/// <remarks>
/// <para>Every measure counts customers. A customer is linked while there is a link that is not lost; a muted one is not. "Took part" is that of
/// <see cref="EvidenceKind.Participation"/>; orders wholly paid back by the end count nowhere.</para>
/// </remarks>
public sealed class StageMetrics
{
    private StageMetrics(
        (Instant From, Instant To) window,
        (StageMetric FriendChurn, StageMetric GroupJoin) acquaintance,
        (StageMetric Interaction, StageMetric RetainedActive) interaction,
        (StageMetric Conversion, StageMetric Repurchase) rapport,
        (StageMetric Nps, StageMetric FissionMultiple) alliance)
    {
        (From, To) = window;
        (FriendChurn, GroupJoin) = acquaintance;
        (Interaction, RetainedActive) = interaction;
        (Conversion, Repurchase) = rapport;
        (Nps, FissionMultiple) = alliance;
    }

    /// <summary>After this instant the window begins.</summary>
    public Instant From { get; }

    /// <summary>With this instant the window ends.</summary>
    public Instant To { get; }

    /// <summary>Acquaintance: of those linked at the beginning, who is linked no more at the end (好友流失率).</summary>
    public StageMetric FriendChurn { get; }

    /// <summary>Acquaintance: of those linked at the end, who joined a group in the window (入群率).</summary>
    public StageMetric GroupJoin { get; }

    /// <summary>Interaction: of those linked at the end, who took part in something in the window (互动率).</summary>
    public StageMetric Interaction { get; }

    /// <summary>Interaction: of those linked at the beginning who took part in the window of the same length before, who is still linked and took part in this one (留存活跃率).</summary>
    public StageMetric RetainedActive { get; }

    /// <summary>Rapport: of those linked at some time in the window who had not bought before it, who bought in it (转化率).</summary>
    public StageMetric Conversion { get; }

    /// <summary>Rapport: of those who bought in the window, who has bought on at least two of the shop's days by its end (复购率).</summary>
    public StageMetric Repurchase { get; }

    /// <summary>Alliance: of those who answered in the window, by their last answer, the promoters (9, 10) less the detractors (0 to 6), from −1 to 1 (净推荐值).</summary>
    public StageMetric Nps { get; }

    /// <summary>Alliance: the purchases by people referred in the window, for each customer who recommended in it (裂变倍率). It may exceed 1.</summary>
    public StageMetric FissionMultiple { get; }

    /// <summary>Measures a cohort.</summary>
    /// <param name="cohort">The histories of the cohort, each customer once.</param>
    /// <param name="from">After this instant the window begins.</param>
    /// <param name="to">With this instant it ends; after <paramref name="from"/>.</param>
    /// <param name="shop">The shop.</param>
    /// <exception cref="ArgumentNullException">An argument, or a history, is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The end is not after the beginning, or an instant is out of the range of facts.</exception>
    public static StageMetrics Of(IEnumerable<CustomerHistory> cohort, Instant from, Instant to, Shop shop)
    {
        Guard.Against.Null(cohort);
        Guard.Against.Null(shop);
        CustomerEvent.CheckInstant(from);
        if (CustomerEvent.CheckInstant(to) <= from)
        {
            throw new ArgumentOutOfRangeException(nameof(to), to, $"An end after the beginning, {from}, is needed.");
        }

        var window = TimeWindow.Rolling(to - from);
        (StageMetric churn, StageMetric group, StageMetric interaction, StageMetric active) = (default, default, default, default);
        (StageMetric conversion, StageMetric repurchase, StageMetric nps, StageMetric fission) = (default, default, default, default);
        foreach (CustomerHistory history in cohort)
        {
            CustomerFacts before = Guard.Against.Null(history, nameof(cohort)).FactsAt(from, shop);
            CustomerFacts now = history.FactsAt(to, shop);
            bool tookPart = StageEvidence.TookPart(now, window);
            bool bought = now.PurchaseDayCountIn(window) > 0;
            bool wasLinked = before.HasLink || now.Count(EventKind.LinkMade, window) > 0;
            int converted = now.Count(EventKind.ReferralConverted, window);
            churn = churn.Plus(before.HasLink, !now.HasLink);
            group = group.Plus(now.HasLink, now.Count(EventKind.GroupJoined, window) > 0);
            interaction = interaction.Plus(now.HasLink, tookPart);
            active = active.Plus(before.HasLink && StageEvidence.TookPart(before, window), now.HasLink && tookPart);
            conversion = conversion.Plus(wasLinked && before.OrderCount == 0, bought);
            repurchase = repurchase.Plus(bought, now.PurchaseDayCount > 1);
            nps = nps.Plus(now.Count(EventKind.NpsAnswered, window) > 0, now.LastNps switch { >= 9 => 1, <= 6 => -1, _ => 0 });
            fission = fission.Plus(converted + now.Count(EventKind.RecommendationMade, window) > 0, converted);
        }

        return new((from, to), (churn, group), (interaction, active), (conversion, repurchase), (nps, fission));
    }
}
