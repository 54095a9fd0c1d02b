using NodaTime;

namespace PrivateDomain.Core.Outreach;

/// <summary>When a customer is next to be written to, from the repurchase cycle, occasions and promotions (触达节奏). From [C], D30.</summary>
/// <remarks>Immutable; checked when made. Equality is that of all members.</remarks>
public sealed record RhythmPolicy
{
    private RhythmPolicy(int repurchaseLeadDays, int occasionLeadDays, int ownCycleDaysMin)
    {
        RepurchaseLeadDays = repurchaseLeadDays;
        OccasionLeadDays = occasionLeadDays;
        OwnPurchaseDaysMin = ownCycleDaysMin;
    }

    /// <summary>Three days before it is needed again, three before an occasion, the customer's own cycle from three purchase days on. Sizes of our own for the rule of [C], D30.</summary>
    public static RhythmPolicy Default { get; } = Create();

    /// <summary>How many days before the next purchase is due.</summary>
    public int RepurchaseLeadDays { get; }

    /// <summary>How many days before an occasion.</summary>
    public int OccasionLeadDays { get; }

    /// <summary>From how many purchase days on the customer's own cycle goes before the product's.</summary>
    public int OwnPurchaseDaysMin { get; }

    /// <summary>Makes a policy; what is left out is that of <see cref="Default"/>.</summary>
    /// <param name="repurchaseLeadDays">How many days before the next purchase is due; 0 to 365.</param>
    /// <param name="occasionLeadDays">How many days before an occasion; 0 to 365.</param>
    /// <param name="ownPurchaseDaysMin">From how many purchase days on the customer's own cycle counts; 2 to 1,000.</param>
    /// <exception cref="InvalidPolicyException">Something is out of range; all mistakes are named.</exception>
    public static RhythmPolicy Create(int repurchaseLeadDays = 3, int occasionLeadDays = 3, int ownPurchaseDaysMin = 3)
    {
        new PolicyCheck()
            .Needs(repurchaseLeadDays is >= 0 and <= 365, nameof(repurchaseLeadDays), EngagementReasons.PolicyOutOfRange, repurchaseLeadDays, Wanted.From("0", "365"))
            .Needs(occasionLeadDays is >= 0 and <= 365, nameof(occasionLeadDays), EngagementReasons.PolicyOutOfRange, occasionLeadDays, Wanted.From("0", "365"))
            .Needs(ownPurchaseDaysMin is >= 2 and <= 1000, nameof(ownPurchaseDaysMin), EngagementReasons.PolicyOutOfRange, ownPurchaseDaysMin, Wanted.From("2", "1000"))
            .ThrowIfAny("rhythm policy");
        return new RhythmPolicy(repurchaseLeadDays, occasionLeadDays, ownPurchaseDaysMin);
    }

    /// <summary>The customer's own repurchase cycle: the median of the days between purchase days (复购周期).</summary>
    /// <param name="purchaseDays">The days on which the customer bought, in any order, each as often as it came.</param>
    /// <returns>The days, a half when the median lies between two; no value with fewer purchase days than <see cref="OwnPurchaseDaysMin"/>.</returns>
    /// <exception cref="ArgumentNullException">There are no days.</exception>
    public Answer<decimal> OwnCycle(IEnumerable<LocalDate> purchaseDays)
    {
        LocalDate[] days = [.. Guard.Against.Null(purchaseDays).Distinct().Order()];
        if (days.Length < OwnPurchaseDaysMin)
        {
            return Answer<decimal>.Refused(EngagementReasons.TooFewOrders.With(days.Length, OwnPurchaseDaysMin));
        }

        int[] gaps = [.. days.Zip(days.Skip(1), static (one, next) => Period.DaysBetween(one, next)).Order()];
        return (gaps[(gaps.Length - 1) / 2] + gaps[gaps.Length / 2]) / 2m;
    }

    /// <summary>The next good moment to write, why, and about what.</summary>
    /// <remarks>
    /// <para>The earliest wins; on one day the repurchase goes before an occasion, and that before a promotion. What is due already is good today: a repurchase late
    /// by any time, an occasion or promotion up to its last day.</para>
    /// <para>The topic is the need noted last, up to today.</para>
    /// </remarks>
    /// <param name="today">The customer's date.</param>
    /// <param name="purchaseDays">The days on which the customer bought; none when null.</param>
    /// <param name="productCycleDays">After how many days what was bought is needed again, 1 to 3,650; null when unknown.</param>
    /// <param name="occasions">What comes; none when null.</param>
    /// <param name="needs">What was noted in conversations; none when null.</param>
    /// <returns>The moment; no value when no cycle, occasion or promotion is known.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cycle is out of range, or a purchase is after today.</exception>
    public Answer<NextTouch> Next(
        LocalDate today,
        IEnumerable<LocalDate>? purchaseDays = null,
        int? productCycleDays = null,
        IEnumerable<TouchOccasion>? occasions = null,
        IEnumerable<NotedNeed>? needs = null)
    {
        if (productCycleDays is { } given)
        {
            Guard.Against.OutOfRange(given, nameof(productCycleDays), 1, OutreachFacts.CycleDaysMax);
        }

        LocalDate[] bought = [.. purchaseDays ?? []];
        string? topic = (needs ?? []).Where(need => need.On <= today).OrderBy(static need => need.On).LastOrDefault()?.Need;
        NextTouch? next = null;
        if (bought.Length > 0)
        {
            LocalDate last = Guard.Against.OutOfRange(bought.Max(), nameof(purchaseDays), LocalDate.MinIsoValue, today);
            decimal? cycle = OwnCycle(bought).TryGet(out decimal own) ? own : productCycleDays;
            if (cycle is { } days)
            {
                LocalDate due = last.PlusDays((int)decimal.Ceiling(days));
                Take(due.PlusDays(-RepurchaseLeadDays), EngagementReasons.RepurchaseDue.With(last, due));
            }
        }

        foreach (TouchOccasion occasion in (occasions ?? []).Where(o => o.Last >= today).OrderBy(static o => o.IsPromotion))
        {
            ReasonDefinition definition = occasion.IsPromotion ? EngagementReasons.PromotionComes : EngagementReasons.OccasionComes;
            Take(occasion.First.PlusDays(-OccasionLeadDays), definition.With(occasion.Name, occasion.First));
        }

        return next is null ? Answer<NextTouch>.Refused(EngagementReasons.NoRhythm.With()) : next;

        void Take(LocalDate ideal, Reason reason)
        {
            LocalDate on = LocalDate.Max(ideal, today);
            if (next is null || on < next.On)
            {
                next = new NextTouch(on, reason, topic);
            }
        }
    }
}

/// <summary>A day or more that gives cause to write: a festival, a season, a promotion (触达时机).</summary>
/// <remarks>Equality is that of all members; there is no ordering.</remarks>
public sealed record TouchOccasion
{
    /// <summary>Makes an occasion.</summary>
    /// <param name="name">Its name, such as 中秋.</param>
    /// <param name="first">Its first day.</param>
    /// <param name="last">Its last day; the first when null.</param>
    /// <param name="isPromotion">Whether it is a promotion of the shop.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public TouchOccasion(Bilingual name, LocalDate first, LocalDate? last = null, bool isPromotion = false)
    {
        Name = name;
        First = first;
        Last = last ?? first;
        IsPromotion = Last >= First ? isPromotion : throw new ArgumentOutOfRangeException(nameof(last), last, $"A day from {first} is needed.");
    }

    /// <summary>Its name.</summary>
    public Bilingual Name { get; }

    /// <summary>Its first day.</summary>
    public LocalDate First { get; }

    /// <summary>Its last day.</summary>
    public LocalDate Last { get; }

    /// <summary>Whether it is a promotion of the shop.</summary>
    public bool IsPromotion { get; }
}

/// <summary>A need that a customer spoke of (客户需求记录).</summary>
/// <remarks>Equality is that of both members; there is no ordering.</remarks>
public sealed record NotedNeed
{
    /// <summary>Makes a note.</summary>
    /// <param name="on">When it was spoken of.</param>
    /// <param name="need">What is needed.</param>
    /// <exception cref="ArgumentException">The need is empty.</exception>
    public NotedNeed(LocalDate on, string need) => (On, Need) = (on, Guard.Against.NullOrWhiteSpace(need));

    /// <summary>When it was spoken of.</summary>
    public LocalDate On { get; }

    /// <summary>What is needed.</summary>
    public string Need { get; }
}

/// <summary>The next good moment to write to a customer (下次触达).</summary>
/// <remarks>Equality is that of all members; there is no ordering.</remarks>
public sealed record NextTouch
{
    internal NextTouch(LocalDate on, Reason reason, string? topic) => (On, Reason, Topic) = (on, reason, topic);

    /// <summary>The customer's date.</summary>
    public LocalDate On { get; }

    /// <summary>Why then.</summary>
    public Reason Reason { get; }

    /// <summary>What to write about: the need noted last; null when none was.</summary>
    public string? Topic { get; }
}
