using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace PrivateDomain.ShopReport.Reading.Tables;

/// <summary>Reads the shop's local dates and times: first by the given pattern, then as exports write them.</summary>
internal sealed class DateReader
{
    /// <summary>What stands for a pattern where dates are seconds since 1970.</summary>
    public const string Unix = "unix";

    /// <summary>What stands for a pattern where dates are milliseconds since 1970.</summary>
    public const string UnixMilliseconds = "unix-ms";

    private const int YearBefore = 1900;
    private const int YearAfter = 2199; // the library's events go up to the end of 2199, in any zone
    private readonly LocalDateTimePattern? given;
    private readonly long ticksPerUnit;
    private readonly DateTimeZone zone;

    /// <param name="pattern">A NodaTime pattern, <see cref="Unix"/> or <see cref="UnixMilliseconds"/>; null for none.</param>
    /// <param name="zone">The shop's zone, in which instants become days.</param>
    /// <exception cref="InvalidPatternException">The text is no pattern.</exception>
    public DateReader(string? pattern, DateTimeZone zone)
    {
        this.zone = zone;
        ticksPerUnit = pattern switch
        {
            Unix => NodaConstants.TicksPerSecond,
            UnixMilliseconds => NodaConstants.TicksPerMillisecond,
            _ => 0,
        };
        given = pattern is null || ticksPerUnit > 0 ? null : LocalDateTimePattern.CreateWithInvariantCulture(pattern);
        Example = pattern ?? "yyyy-MM-dd";
    }

    /// <summary>The form to name in messages.</summary>
    public string Example { get; }

    /// <summary>Whether a day is one that the library's events can have.</summary>
    public static bool IsInRange(LocalDate day) => day.Year is > YearBefore and < YearAfter;

    /// <summary>Reads a date.</summary>
    public bool TryRead(string text, out LocalDateTime value) => TryRead(text, DateOrder.Unknown, out value);

    /// <summary>Reads a date, with the order that its column has.</summary>
    public bool TryRead(string text, DateOrder order, out LocalDateTime value)
    {
        value = default;
        if (ticksPerUnit > 0 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long units)
            && units < 7_226_582_400_000_000_0 / ticksPerUnit)
        {
            value = Instant.FromUnixTimeTicks(units * ticksPerUnit).InZone(zone).LocalDateTime;
            return true;
        }

        return (given?.Parse(text).TryGetValue(default, out value) == true || DateText.TryRead(text, order, zone, out value))
            && IsInRange(value.Date);
    }
}
