using NodaTime;
using NodaTime.TimeZones;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Engagement;

/// <summary>The days of a zone, as customer facts see them: from the first instant of a day to that of the next, so they never go back.</summary>
internal static class LocalDays
{
    internal static int Of(Instant instant, DateTimeZone zone) => new ShopDays(zone).Of(instant);

    /// <summary>The first instant of a day; for a day that the zone skipped, that of the day after it.</summary>
    internal static Instant StartOf(int day, DateTimeZone zone)
    {
        Instant sameInUtc = NodaConstants.UnixEpoch + Duration.FromDays(day);
        ZoneInterval interval = zone.GetZoneInterval(sameInUtc);
        if (HasNoChangeNear(interval, sameInUtc))
        {
            return sameInUtc - Duration.FromSeconds(interval.WallOffset.Seconds); // the usual day, without asking for all readings of the clock
        }

        ZoneLocalMapping midnight = zone.MapLocal(ShopDays.DateOf(day).AtMidnight());
        return midnight.Count == 0 ? midnight.LateInterval.Start : midnight.First().ToInstant();
    }

    /// <summary>The first instant from which a window of some days, today included, no longer holds what happened at an instant.</summary>
    internal static Instant Leaves(Instant happened, int days, DateTimeZone zone) => StartOf(Of(happened, zone) + days, zone);

    /// <summary>Whether a window of some days, today included, holds at an instant what happened before.</summary>
    internal static bool Holds(Instant at, Instant happened, int days, DateTimeZone zone) =>
        happened >= at - Duration.FromDays(days + 2) && Leaves(happened, days, zone) > at; // no zone has days that make up for two

    private static bool HasNoChangeNear(ZoneInterval interval, Instant instant) =>
        (!interval.HasStart || instant - interval.Start > Duration.FromDays(2)) && (!interval.HasEnd || interval.End - instant > Duration.FromDays(2));
}
