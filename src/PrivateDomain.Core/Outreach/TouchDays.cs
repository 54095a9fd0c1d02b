using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Outreach;

/// <summary>Windows of a customer's days, as customer facts see days: from the first instant of one to that of the next, so they never go
/// back.
/// A day that the zone skipped has no length and is no day.</summary>
internal static class TouchDays
{
    /// <summary>The first instant of a window of some days that ends with the day of an instant.</summary>
    internal static Instant StartOf(ref ShopDays clock, Instant at, int days)
    {
        int today = clock.Of(at);
        int first = today - days + 1;
        while (days - 1 - (today - first - Skipped(ref clock, first, today)) is var missing and > 0)
        {
            first -= missing;
        }

        return clock.StartOf(first);
    }

    /// <summary>The first instant from which a window of some days no longer holds what happened at an instant.</summary>
    internal static Instant Leaves(ref ShopDays clock, Instant happened, int days)
    {
        int day = clock.Of(happened);
        int end = day + days;
        while (days - (end - day - Skipped(ref clock, day, end)) is var missing and > 0)
        {
            end += missing;
        }

        return clock.StartOf(end);
    }

    // Clocks are moved by hours and back again; only a skipped day takes a whole one away.
    private static int Skipped(ref ShopDays clock, int from, int to)
    {
        Duration lacking = Duration.FromDays(to - from) - (clock.StartOf(to) - clock.StartOf(from));
        return lacking < Duration.FromHours(12) ? 0 : (int)Math.Round(lacking.TotalDays, MidpointRounding.AwayFromZero);
    }
}
