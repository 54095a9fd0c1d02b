using NodaTime;
using NodaTime.TimeZones;

namespace PrivateDomain.Core.Customers;

/// <summary>Gives the shop's day of instants, quickly when they ascend.</summary>
/// <remarks>A day goes from its first instant to that of the next day. Where clocks are put back over midnight, the repeated hour belongs to the later day, as in windows.</remarks>
internal struct ShopDays(DateTimeZone zone)
{
    private const long TicksADay = NodaConstants.TicksPerDay;
    private static readonly Duration Near = Duration.FromDays(2); // no zone has ever moved its clocks by more
    private ZoneInterval? interval;

    // Far enough from both ends of the interval, a day is plain arithmetic.
    private Instant settledFrom;
    private Instant settledTo;
    private Offset offset;

    /// <summary>The day, as the number of days since 1970-01-01.</summary>
    internal int Of(Instant instant)
    {
        if (IsSettled(instant))
        {
            return DayAt(instant, offset);
        }

        ZoneInterval around = IntervalAt(instant);
        int day = DayAt(instant, offset);
        return around.HasStart && instant - around.Start < Near ? Math.Max(day, LastDayBefore(around.Start)) : day;
    }

    /// <summary>The first instant of a day; for a day that the zone skipped, that of the day after it.</summary>
    internal Instant StartOf(int day)
    {
        Instant sameInUtc = NodaConstants.UnixEpoch + Duration.FromDays(day);
        if (!IsSettled(sameInUtc))
        {
            IntervalAt(sameInUtc);
            if (!IsSettled(sameInUtc))
            {
                ZoneLocalMapping midnight = zone.MapLocal(DateOf(day).AtMidnight());
                return midnight.Count == 0 ? midnight.LateInterval.Start : midnight.First().ToInstant();
            }
        }

        return sameInUtc - Duration.FromSeconds(offset.Seconds);
    }

    /// <summary>What the zone's clocks show around an instant.</summary>
    internal ZoneInterval IntervalAt(Instant instant)
    {
        if (interval is null || !interval.Contains(instant))
        {
            interval = zone.GetZoneInterval(instant);
            offset = interval.WallOffset;
            settledFrom = interval.HasStart ? interval.Start + Near : Instant.MinValue;
            settledTo = interval.HasEnd ? interval.End - Near : Instant.MaxValue;
        }

        return interval;
    }

    /// <summary>The date of a day.</summary>
    internal static LocalDate DateOf(int day) => LocalDate.FromDateTime(DateTime.UnixEpoch).PlusDays(day);

    /// <summary>The day of a date.</summary>
    internal static int NumberOf(LocalDate date) => Period.DaysBetween(DateOf(0), date);

    private static int DayAt(Instant instant, Offset offset)
    {
        long ticks = instant.ToUnixTimeTicks() + offset.Ticks;
        return (int)(ticks >= 0 ? ticks / TicksADay : ((ticks + 1) / TicksADay) - 1);
    }

    // Until an interval is asked for, both ends are the same and nothing is settled.
    private readonly bool IsSettled(Instant instant) => instant >= settledFrom && instant < settledTo;

    private readonly int LastDayBefore(Instant change) => DayAt(change - Duration.Epsilon, zone.GetZoneInterval(change - Duration.Epsilon).WallOffset);
}
