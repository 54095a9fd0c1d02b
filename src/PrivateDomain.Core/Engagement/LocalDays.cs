using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Engagement;

/// <summary>The days of a zone, as customer facts see them: from the first instant of a day to that of the next, so they never go back.</summary>
internal static class LocalDays
{
    internal static int Of(Instant instant, DateTimeZone zone) => new ShopDays(zone).Of(instant);

    /// <summary>The first instant from which a window of some days, today included, no longer holds what happened at an instant.</summary>
    internal static Instant Leaves(Instant happened, int days, DateTimeZone zone) => ShopDays.StartOf(Of(happened, zone) + days, zone);

    /// <summary>Whether a window of some days, today included, holds at an instant what happened before.</summary>
    internal static bool Holds(Instant at, Instant happened, int days, DateTimeZone zone) =>
        happened >= at - Duration.FromDays(days + 2) && Leaves(happened, days, zone) > at; // no zone has days that make up for two
}
