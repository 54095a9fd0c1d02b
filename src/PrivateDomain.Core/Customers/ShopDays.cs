using NodaTime;
using NodaTime.TimeZones;

namespace PrivateDomain.Core.Customers;

/// <summary>Gives the shop's day of instants, quickly when they ascend.</summary>
/// <remarks>A day goes from its first instant to that of the next day. Where clocks are put back over midnight, the repeated hour belongs to the later day, as in windows.</remarks>
internal struct ShopDays(DateTimeZone zone)
{
    private const long TicksADay = NodaConstants.TicksPerDay;
    private ZoneInterval? interval;
    private int floorDay;

    /// <summary>The day, as the number of days since 1970-01-01.</summary>
    internal int Of(Instant instant)
    {
        if (interval is null || !interval.Contains(instant))
        {
            interval = zone.GetZoneInterval(instant);
            floorDay = interval.HasStart
                ? DayAt(interval.Start - Duration.Epsilon, zone.GetZoneInterval(interval.Start - Duration.Epsilon).WallOffset)
                : int.MinValue;
        }

        return Math.Max(floorDay, DayAt(instant, interval.WallOffset));
    }

    /// <summary>The date of a day.</summary>
    internal static LocalDate DateOf(int day) => LocalDate.FromDateTime(DateTime.UnixEpoch).PlusDays(day);

    /// <summary>The day of a date.</summary>
    internal static int NumberOf(LocalDate date) => Period.DaysBetween(DateOf(0), date);

    /// <summary>The first instant of a day; for a day that the zone skipped, that of the day after it.</summary>
    internal static Instant StartOf(int day, DateTimeZone zone)
    {
        Instant sameInUtc = NodaConstants.UnixEpoch + Duration.FromDays(day);
        ZoneInterval around = zone.GetZoneInterval(sameInUtc);
        if (HasNoChangeNear(around, sameInUtc))
        {
            return sameInUtc - Duration.FromSeconds(around.WallOffset.Seconds); // the usual day, without asking for all readings of the clock
        }

        ZoneLocalMapping midnight = zone.MapLocal(DateOf(day).AtMidnight());
        return midnight.Count == 0 ? midnight.LateInterval.Start : midnight.First().ToInstant();
    }

    private static int DayAt(Instant instant, Offset offset)
    {
        long ticks = instant.ToUnixTimeTicks() + offset.Ticks;
        return (int)(ticks >= 0 ? ticks / TicksADay : ((ticks + 1) / TicksADay) - 1);
    }

    private static bool HasNoChangeNear(ZoneInterval interval, Instant instant) =>
        (!interval.HasStart || instant - interval.Start > Duration.FromDays(2)) && (!interval.HasEnd || interval.End - instant > Duration.FromDays(2));
}
