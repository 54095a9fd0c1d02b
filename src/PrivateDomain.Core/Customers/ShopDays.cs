using NodaTime;
using NodaTime.TimeZones;

namespace PrivateDomain.Core.Customers;

/// <summary>Gives the shop's day of instants, quickly when they ascend.</summary>
/// <remarks>
/// A day goes from its first instant to that of the next day. Where clocks are put back over midnight, the repeated hour belongs to the
/// later day, as in windows.
/// </remarks>
internal struct ShopDays(DateTimeZone zone)
{
    private const long Near = 2 * Nanos.ADay; // no zone has ever moved its clocks by more
    private const int DaysMax = 100_000; // beyond it, days are beyond nanoseconds
    private ZoneInterval? interval;

    // Far enough from both ends of the interval, a day is plain arithmetic. Until an interval is asked for, both ends are the same.
    private long settledFrom;
    private long settledTo;
    private long offset;

    /// <summary>The day, as the number of days since 1970-01-01.</summary>
    internal int Of(Instant instant) => Of(Nanos.Of(instant));

    /// <summary>The day of an instant in nanoseconds.</summary>
    internal int Of(long nanos) => nanos >= settledFrom && nanos < settledTo ? DayAt(nanos, offset) : OfUnsettled(nanos);

    /// <summary>The first instant of a day; for a day that the zone skipped, that of the day after it.</summary>
    internal Instant StartOf(int day) => Nanos.ToInstant(StartNanosOf(day));

    /// <summary>The first instant of a day in nanoseconds.</summary>
    internal long StartNanosOf(int day)
    {
        if (day is > DaysMax or < -DaysMax)
        {
            return day > 0 ? long.MaxValue : long.MinValue;
        }

        long sameInUtc = day * Nanos.ADay;
        if (sameInUtc < settledFrom || sameInUtc >= settledTo)
        {
            IntervalAt(Nanos.ToInstant(sameInUtc));
            if (sameInUtc < settledFrom || sameInUtc >= settledTo)
            {
                ZoneLocalMapping midnight = zone.MapLocal(DateOf(day).AtMidnight());
                return Nanos.Of(midnight.Count == 0 ? midnight.LateInterval.Start : midnight.First().ToInstant());
            }
        }

        return sameInUtc - offset;
    }

    /// <summary>What the zone's clocks show around an instant.</summary>
    internal ZoneInterval IntervalAt(Instant instant)
    {
        if (interval is null || !interval.Contains(instant))
        {
            interval = zone.GetZoneInterval(instant);
            offset = interval.WallOffset.Nanoseconds;
            settledFrom = interval.HasStart ? Nanos.Of(interval.Start + Duration.FromNanoseconds(Near)) : long.MinValue + Near;
            settledTo = interval.HasEnd ? Nanos.Of(interval.End - Duration.FromNanoseconds(Near)) : long.MaxValue - Near;
        }

        return interval;
    }

    /// <summary>The date of a day.</summary>
    internal static LocalDate DateOf(int day) => LocalDate.FromDateTime(DateTime.UnixEpoch).PlusDays(day);

    /// <summary>The day of a date.</summary>
    internal static int NumberOf(LocalDate date) => Period.DaysBetween(DateOf(0), date);

    private static int DayAt(long nanos, long offset)
    {
        long local = nanos + offset;
        return (int)(local >= 0 ? local / Nanos.ADay : ((local + 1) / Nanos.ADay) - 1);
    }

    private int OfUnsettled(long nanos)
    {
        Instant instant = Nanos.ToInstant(nanos);
        ZoneInterval around = IntervalAt(instant);
        int day = DayAt(nanos, offset);
        return around.HasStart && instant - around.Start < Duration.FromNanoseconds(Near) ? Math.Max(day, LastDayBefore(around.Start))
            : day;
    }

    private readonly int LastDayBefore(Instant change)
    {
        Instant before = change - Duration.Epsilon;
        return DayAt(Nanos.Of(before), zone.GetZoneInterval(before).WallOffset.Nanoseconds);
    }
}
