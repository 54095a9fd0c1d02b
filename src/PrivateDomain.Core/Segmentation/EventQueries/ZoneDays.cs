using System.Text;
using NodaTime;
using NodaTime.TimeZones;
using PrivateDomain.Core.Customers;
using static System.FormattableString;

namespace PrivateDomain.Core.Segmentation.EventQueries;

/// <summary>Writes the shop's day of an instant as an expression of constants: no database needs to know zones, and none can know them
/// otherwise.</summary>
internal static class ZoneDays
{
    internal const long MicrosADay = 86_400_000_000;

    // Far enough before all events that whole divisions never meet a negative number.
    private const int DaysShift = 40_000;
    private const int DaysNear = 2; // no zone has ever moved its clocks by more

    /// <summary>The day, as the number of days since 1970-01-01.</summary>
    /// <param name="micros">The expression of the instant, in microseconds since 1970.</param>
    /// <param name="zone">The shop's zone.</param>
    /// <param name="until">No instant is later.</param>
    /// <param name="divide">The database's sign for a division without a rest.</param>
    internal static string Write(string micros, DateTimeZone zone, Instant until, string divide)
    {
        var cases = new StringBuilder();
        string oldest = "";
        foreach (ZoneInterval interval in zone.GetZoneIntervals(CustomerEvent.EarliestAt, until + Duration.Epsilon).Reverse())
        {
            oldest = DayOf(micros, interval.WallOffset, divide);
            if (!interval.HasStart || interval.Start <= CustomerEvent.EarliestAt)
            {
                break;
            }

            // Where clocks are put back over midnight, the repeated hour belongs to the later day, as in windows.
            int reached = DayAt(interval.Start - Duration.Epsilon, zone.GetZoneInterval(interval.Start - Duration.Epsilon).WallOffset);
            if (DayAt(interval.Start, interval.WallOffset) < reached)
            {
                cases.Append(Invariant($" when {micros} >= {MicrosOf(interval.Start + Duration.FromDays(DaysNear))} then {oldest}"))
                    .Append(Invariant($" when {micros} >= {MicrosOf(interval.Start)} then greatest({oldest}, {reached})"));
            }
            else
            {
                cases.Append(Invariant($" when {micros} >= {MicrosOf(interval.Start)} then {oldest}"));
            }
        }

        return cases.Length == 0 ? oldest : $"case{cases} else {oldest} end";
    }

    /// <summary>The microseconds since 1970, what is below one cut off.</summary>
    internal static long MicrosOf(Instant instant) =>
        Math.DivRem(Nanos.Of(instant), 1_000) is var (whole, rest) && rest < 0 ? whole - 1 : whole;

    private static string DayOf(string micros, Offset offset, string divide) => Invariant(
        $"(({micros} + {(offset.Seconds * 1_000_000L) + (DaysShift * MicrosADay)}) {divide} {MicrosADay} - {DaysShift})::integer");

    private static int DayAt(Instant instant, Offset offset) => ShopDays.NumberOf(instant.WithOffset(offset).Date);
}
