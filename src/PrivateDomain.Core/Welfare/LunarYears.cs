using System.Globalization;
using NodaTime;

namespace PrivateDomain.Core.Welfare;

/// <summary>The Chinese lunisolar years 1901 to 2100, from the platform's table: no culture and no ICU is asked.</summary>
internal static class LunarYears
{
    internal const int First = 1901;
    internal const int Last = 2100;

    private static readonly Calendar Table = Calendar.ReadOnly(new ChineseLunisolarCalendar()); // read-only: nothing of it can be set

    /// <summary>The first day of 1901.</summary>
    internal static LocalDate FirstDay { get; } = LocalDate.FromDateTime(Table.MinSupportedDateTime);

    /// <summary>The last day of 2100.</summary>
    internal static LocalDate LastDay { get; } = LocalDate.FromDateTime(Table.MaxSupportedDateTime);

    /// <summary>The day of a month that is no leap month; the month's last day when it has fewer.</summary>
    internal static LocalDate DayOf(int year, int month, int day)
    {
        // The platform counts the leap month among the others: with a leap sixth month, the sixth is 6, the leap month 7, the seventh 8.
        int leap = Table.GetLeapMonth(year);
        int place = leap > 0 && month >= leap ? month + 1 : month;
        return At(year, place, Math.Min(day, Table.GetDaysInMonth(year, place)));
    }

    /// <summary>The last day of the last month, be it of 29 or 30 days, be it a leap month.</summary>
    internal static LocalDate LastDayOf(int year)
    {
        int place = Table.GetMonthsInYear(year);
        return At(year, place, Table.GetDaysInMonth(year, place));
    }

    private static LocalDate At(int year, int place, int day) => LocalDate.FromDateTime(Table.ToDateTime(year, place, day, 0, 0, 0, 0));
}
