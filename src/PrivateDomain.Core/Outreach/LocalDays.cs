using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Outreach;

/// <summary>Windows of a customer's days, as customer facts see days: from the first instant of one to that of the next, so they never go back.</summary>
internal static class LocalDays
{
    /// <summary>The first instant from which a window of some days, today included, no longer holds what happened at an instant.</summary>
    internal static Instant Leaves(ref ShopDays clock, Instant happened, int days) => clock.StartOf(clock.Of(happened) + days);

    /// <summary>Whether a window of some days, today included, holds at an instant what happened before.</summary>
    internal static bool Holds(ref ShopDays clock, Instant at, Instant happened, int days) =>
        happened >= at - Duration.FromDays(days + 2) && Leaves(ref clock, happened, days) > at; // no zone has days that make up for two
}
