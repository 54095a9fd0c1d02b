using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Referrals;

/// <summary>One newcomer, as the outcome counts them (新客).</summary>
/// <remarks>Equality is that of all parts. The default value joined at the Unix epoch and did nothing since.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct ReferredNewcomer
{
    /// <summary>Puts the facts together; null is "it did not happen".</summary>
    /// <param name="joinedAt">When they joined.</param>
    /// <param name="purchasedAt">When they first bought, refunded orders left out.</param>
    /// <param name="interactedAt">When they first took part in something.</param>
    /// <param name="linkLostAt">When they deleted or blocked the shop.</param>
    public ReferredNewcomer(Instant joinedAt, Instant? purchasedAt = null, Instant? interactedAt = null, Instant? linkLostAt = null)
    {
        JoinedAt = joinedAt;
        PurchasedAt = purchasedAt;
        InteractedAt = interactedAt;
        LinkLostAt = linkLostAt;
    }

    /// <summary>When they joined.</summary>
    public Instant JoinedAt { get; }

    /// <summary>When they first bought.</summary>
    public Instant? PurchasedAt { get; }

    /// <summary>When they first took part in something.</summary>
    public Instant? InteractedAt { get; }

    /// <summary>When they left.</summary>
    public Instant? LinkLostAt { get; }

    internal static Duration TestPeriodLongest { get; } = Duration.FromDays(3_650);

    /// <summary>What became of them at the end of the test period; what came later is not seen, so the answer never changes
    /// again.</summary>
    /// <param name="testPeriod">How long newcomers are watched; 0 to 3,650 days.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="ArgumentOutOfRangeException">The test period is out of range.</exception>
    public NewcomerQuality QualityAt(Duration testPeriod, Instant at)
    {
        Guard.Against.OutOfRange(testPeriod, nameof(testPeriod), Duration.Zero, TestPeriodLongest);
        // Compared by what is left, so that the end of the test period may lie beyond all time.
        if (at - JoinedAt < testPeriod)
        {
            return NewcomerQuality.InTest;
        }

        Instant end = JoinedAt + testPeriod;
        bool linked = !(LinkLostAt < end);
        return (linked, bought: PurchasedAt < end) switch
        {
            (true, true) => NewcomerQuality.RetainedBuyer,
            (false, true) => NewcomerQuality.LostBuyer,
            (false, false) => NewcomerQuality.Freeloader,
            _ => InteractedAt < end ? NewcomerQuality.Active : NewcomerQuality.Zombie,
        };
    }
}
