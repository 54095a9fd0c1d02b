using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Knowledge;
using PrivateDomain.Core.Welfare;

namespace PrivateDomain.Core.Outreach;

/// <summary>When is a customer next to be written to, and about what (触达节奏)? From the repurchase cycle, occasions and
/// promotions.</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of the options; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class RhythmPolicy : Policy<RhythmPolicy, RhythmOptions>, IPolicy<RhythmPolicy, RhythmOptions>
{
    private RhythmPolicy(RhythmOptions options)
        : base(options)
    {
    }

    static RhythmPolicy IPolicy<RhythmPolicy, RhythmOptions>.Make(RhythmOptions options) => new(options);

    /// <summary>The next good moment to write, why, and about what.</summary>
    /// <remarks>
    /// <para>The earliest wins; on one day the repurchase goes before an occasion, and that before a promotion. What is due already is good
    /// today:
    /// a repurchase late by any time, an occasion or promotion up to its last day.</para>
    /// <para>The topic is the need noted last, up to today.</para>
    /// </remarks>
    /// <param name="facts">What is known of the customer and of what comes.</param>
    /// <returns>The moment; no value when no cycle, occasion or promotion is known.</returns>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    public Answer<NextTouch> Select(RhythmFacts facts)
    {
        Guard.Against.Null(facts);
        string? topic = facts.Needs.Where(need => need.On <= facts.Today).OrderBy(static need => need.On).LastOrDefault()?.Need;
        (LocalDate On, Reason Reason)[] moments = [.. Moments(facts)];
        if (moments.Length == 0)
        {
            return Answer<NextTouch>.Refused(OutreachReasons.NoRhythm.With());
        }

        (LocalDate on, Reason reason) = moments.MinBy(static moment => moment.On); // the first of equals
        return new NextTouch(on, reason, topic, facts.Profile?.Ask);
    }

    // In order of precedence.
    private IEnumerable<(LocalDate On, Reason Reason)> Moments(RhythmFacts facts)
    {
        if (facts.LastPurchase is { } last && (facts.OwnCycleDays ?? facts.ProductCycleDays) is { } days)
        {
            LocalDate due = last.PlusDays((int)decimal.Ceiling(days));
            yield return (LocalDate.Max(due.PlusDays(-Options.RepurchaseLeadDays), facts.Today),
                OutreachReasons.RepurchaseDue.With(last, due));
        }

        foreach (OccasionDate occasion in facts.Occasions.Where(o => o.Last >= facts.Today).OrderBy(static o => o.IsPromotion))
        {
            ReasonDefinition definition = occasion.IsPromotion ? OutreachReasons.PromotionComes : OutreachReasons.OccasionComes;
            yield return (
                LocalDate.Max(occasion.First.PlusDays(-Options.OccasionLeadDays), facts.Today),
                definition.With(occasion.Occasion.Name, occasion.First));
        }
    }
}

/// <summary>The next good moment to write to a customer (下次触达).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record NextTouch
{
    internal NextTouch(LocalDate on, Reason reason, string? topic, ProfileTopic? ask) =>
        (On, Reason, Topic, Ask) = (on, reason, topic, ask);

    /// <summary>The customer's date.</summary>
    public LocalDate On { get; }

    /// <summary>Why then.</summary>
    public Reason Reason { get; }

    /// <summary>What to write about: the need noted last; null when none was.</summary>
    public string? Topic { get; }

    /// <summary>What to ask on that occasion: the unknown topic of the profile that weighs the most; null when all is known, or no profile
    /// was given.</summary>
    public ProfileTopic? Ask { get; }
}
