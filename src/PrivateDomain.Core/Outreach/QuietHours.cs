using NodaTime;
using NodaTime.TimeZones;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Outreach;

/// <summary>The hours of the customer's day in which nothing but an answer is sent (免打扰时段).</summary>
/// <remarks>
/// <para>They follow the clock on the customer's wall: where clocks are put forward over the end, quiet ends with the jump; where they are put back into
/// quiet hours, it is quiet again.</para>
/// <para>Equality is that of both times; there is no ordering. An outreach policy checks that they differ.</para>
/// </remarks>
public sealed record QuietHours
{
    /// <summary>Makes quiet hours.</summary>
    /// <param name="from">The first quiet time of day.</param>
    /// <param name="until">The first time of day that is no longer quiet; before <paramref name="from"/> when the night is between them.</param>
    public QuietHours(LocalTime from, LocalTime until) => (From, Until) = (from, until);

    /// <summary>The first quiet time of day.</summary>
    public LocalTime From { get; }

    /// <summary>The first time of day that is no longer quiet.</summary>
    public LocalTime Until { get; }

    /// <summary>Whether a time of day is quiet.</summary>
    /// <param name="time">The time of day.</param>
    public bool Contains(LocalTime time) => From < Until ? time >= From && time < Until : time >= From || time < Until;

    /// <summary>The first instant, not before the given one, that is not quiet in a zone.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="zone">The customer's zone.</param>
    /// <exception cref="ArgumentNullException">There is no zone.</exception>
    public Instant NextOpen(Instant at, DateTimeZone zone)
    {
        var clock = new ShopDays(Guard.Against.Null(zone));
        return NextOpen(at, ref clock);
    }

    internal Instant NextOpen(Instant at, ref ShopDays clock)
    {
        while (true)
        {
            ZoneInterval interval = clock.IntervalAt(at);
            LocalTime time = at.WithOffset(interval.WallOffset).TimeOfDay;
            if (!Contains(time))
            {
                return at;
            }

            long left = Until.NanosecondOfDay - time.NanosecondOfDay;
            Instant open = at + Duration.FromNanoseconds(left > 0 ? left : left + NodaConstants.NanosecondsPerDay);
            if (!interval.HasEnd || open < interval.End)
            {
                return open;
            }

            at = interval.End; // the clock changes while it is quiet: look again at what it shows then
        }
    }
}
