using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Knowledge;
using PrivateDomain.Core.Welfare;

namespace PrivateDomain.Core.Outreach;

/// <summary>What tells when a customer is next to be written to (节奏依据): purchases, cycle, occasions, needs.</summary>
/// <remarks>Immutable, so safe on several threads. Two are equal only when they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class RhythmFacts
{
    /// <summary>Makes facts from a host's own records.</summary>
    /// <param name="today">The customer's date.</param>
    /// <param name="lastPurchase">The day of the last purchase, not after today; null when there was none.</param>
    /// <param name="ownCycleDays">The customer's own repurchase cycle, above 0 and up to 3,650 days; null when unknown.</param>
    /// <param name="productCycleDays">After how many days what was bought is needed again, 1 to 3,650; null when unknown. The own cycle
    /// goes
    /// before it.</param>
    /// <param name="occasions">What comes, promotions included; none when null.</param>
    /// <param name="needs">What was noted in conversations; none when null.</param>
    /// <param name="profile">How well the customer is known; null when that is not told, and then nothing is to be asked.</param>
    /// <exception cref="ArgumentNullException">An occasion or a need is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A cycle is out of range, or the purchase is after today.</exception>
    public RhythmFacts(
        LocalDate today,
        LocalDate? lastPurchase = null,
        decimal? ownCycleDays = null,
        int? productCycleDays = null,
        IEnumerable<OccasionDate>? occasions = null,
        IEnumerable<NotedNeed>? needs = null,
        ProfileAssessment? profile = null)
    {
        Today = today;
        Profile = profile;
        LastPurchase = lastPurchase > today
            ? throw new ArgumentOutOfRangeException(nameof(lastPurchase), lastPurchase, "A day up to today is needed.")
            : lastPurchase;
        OwnCycleDays = ownCycleDays is <= 0 or > OutreachFacts.CycleDaysMax
            ? throw new ArgumentOutOfRangeException(
                nameof(ownCycleDays), ownCycleDays, "A number of days above 0 and up to 3,650 is needed.")
            : ownCycleDays;
        ProductCycleDays = productCycleDays is { } days
            ? Guard.Against.OutOfRange(days, nameof(productCycleDays), 1, OutreachFacts.CycleDaysMax)
            : null;
        Occasions = [.. (occasions ?? []).Select(occasion => Guard.Against.Null(occasion, nameof(occasions)))];
        Needs = [.. (needs ?? []).Select(need => Guard.Against.Null(need, nameof(needs)))];
    }

    /// <summary>The customer's date.</summary>
    public LocalDate Today { get; }

    /// <summary>The day of the last purchase; null when there was none.</summary>
    public LocalDate? LastPurchase { get; }

    /// <summary>The customer's own repurchase cycle in days; null when unknown.</summary>
    public decimal? OwnCycleDays { get; }

    /// <summary>After how many days what was bought is needed again; null when unknown.</summary>
    public int? ProductCycleDays { get; }

    /// <summary>What comes, promotions included.</summary>
    public ImmutableArray<OccasionDate> Occasions { get; }

    /// <summary>What was noted in conversations.</summary>
    public ImmutableArray<NotedNeed> Needs { get; }

    /// <summary>How well the customer is known; null when that is not told.</summary>
    public ProfileAssessment? Profile { get; }

    /// <summary>The facts of a customer whose history is kept, on the shop's day of the facts' instant.</summary>
    /// <param name="facts">The customer's facts.</param>
    /// <param name="productCycleDays">After how many days what was bought is needed again, 1 to 3,650; null when unknown.</param>
    /// <param name="occasions">What comes, promotions included; none when null.</param>
    /// <param name="needs">What was noted in conversations; none when null.</param>
    /// <param name="profile">How well the customer is known; null when that is not told, and then nothing is to be asked.</param>
    /// <exception cref="ArgumentNullException">There are no facts, or an occasion or a need is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The product's cycle is out of range.</exception>
    public static RhythmFacts From(
        CustomerFacts facts,
        int? productCycleDays = null,
        IEnumerable<OccasionDate>? occasions = null,
        IEnumerable<NotedNeed>? needs = null,
        ProfileAssessment? profile = null)
    {
        Guard.Against.Null(facts);
        DateTimeZone zone = facts.Shop.Zone;
        decimal? own = facts.RepurchaseCycleDays.TryGet(out decimal days) && days > 0 ? Math.Min(days, OutreachFacts.CycleDaysMax) : null;
        return new RhythmFacts(
            facts.AsOf.InZone(zone).Date, facts.LastOrderAt?.InZone(zone).Date, own, productCycleDays, occasions, needs, profile);
    }
}

/// <summary>A need that a customer spoke of (客户需求记录).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of both members; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
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
