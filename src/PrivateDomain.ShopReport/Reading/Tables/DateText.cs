using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace PrivateDomain.ShopReport.Reading.Tables;

/// <summary>A date as exports write it, with a time and an offset where it has them.</summary>
internal static partial class DateText
{
    private static readonly LocalDate SerialZero = new(1899, 12, 30);
    private const decimal SerialMin = 20_000m;  // 1954
    private const decimal SerialMax = 100_000m; // 2173
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads a date; one with an offset becomes the time of day in the shop's zone.</summary>
    public static bool TryRead(string text, DateOrder order, DateTimeZone zone, out LocalDateTime value)
    {
        if (TryReadPlain(text, out value))
        {
            return true;
        }

        string trimmed = text.Trim().Trim('\'', '[', ']');
        if (IsSerial(trimmed, out decimal serial))
        {
            value = SerialZero.PlusDays((int)serial).AtMidnight()
                .PlusSeconds((long)decimal.Round((serial - decimal.Truncate(serial)) * 86_400m));
            return true;
        }

        Match match = Form().Match(trimmed);
        return match.Success && TryDay(match, order, out LocalDate day) && TryTime(match, out LocalTime time)
            && TryPlace(match, day.At(time), zone, out value);
    }

    // 2026-03-01, 2026/3/1, 2026-03-01 09:30 and 2026-03-01T09:30:05, which most exports write; false says nothing of other forms.
    private static bool TryReadPlain(ReadOnlySpan<char> text, out LocalDateTime value)
    {
        value = default;
        if (text.Length is < 8 or > 19 || text[4] is not ('-' or '/') || !TryNumber(ref text, 4, 4, out int year))
        {
            return false;
        }

        char between = text[0];
        text = text[1..];
        if (!TryNumber(ref text, 1, 2, out int month) || text.IsEmpty || text[0] != between)
        {
            return false;
        }

        text = text[1..];
        if (!TryNumber(ref text, 1, 2, out int day) || year is <= 1900 or >= 2199 || month is < 1 or > 12 || day < 1
            || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        (int hour, int minute, int second) = (0, 0, 0);
        if (!text.IsEmpty && !TryTime(text, out hour, out minute, out second))
        {
            return false;
        }

        value = new LocalDateTime(year, month, day, hour, minute, second);
        return true;
    }

    private static bool TryTime(ReadOnlySpan<char> text, out int hour, out int minute, out int second)
    {
        (minute, second) = (0, 0);
        bool hasTime = text[0] is ' ' or 'T';
        text = text[1..];
        if (!TryNumber(ref text, 1, 2, out hour) || !hasTime || text.IsEmpty || text[0] != ':')
        {
            return false;
        }

        text = text[1..];
        if (!TryNumber(ref text, 2, 2, out minute))
        {
            return false;
        }

        if (!text.IsEmpty)
        {
            bool hasSecond = text[0] == ':';
            text = text[1..];
            if (!TryNumber(ref text, 2, 2, out second) || !hasSecond || !text.IsEmpty)
            {
                return false;
            }
        }

        return hour <= 23 && minute <= 59 && second <= 59;
    }

    // Takes the digits at the beginning away; false when they are too few or too many.
    private static bool TryNumber(ref ReadOnlySpan<char> text, int digitsMin, int digitsMax, out int number)
    {
        number = 0;
        int at = 0;
        while (at < text.Length && at <= digitsMax && char.IsAsciiDigit(text[at]))
        {
            number = (number * 10) + (text[at] - '0');
            at++;
        }

        text = text[at..];
        return at >= digitsMin && at <= digitsMax;
    }

    /// <summary>Whether a text is a date whose day and month could be either, and what it proves; both unknown when it is another
    /// form.</summary>
    public static (bool IsEither, DateOrder Proof) OrderOf(string text)
    {
        if (text.Length > 4 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]))
        {
            return (false, DateOrder.Unknown); // the year first
        }

        Match match = Form().Match(text.Trim());
        if (!match.Success || !match.Groups["a"].Success)
        {
            return (false, DateOrder.Unknown);
        }

        int a = Number(match, "a");
        int b = Number(match, "b");
        return match.Groups["sep"].Value == "." || a > 12 ? (false, DateOrder.DayFirst)
            : b > 12 ? (false, DateOrder.MonthFirst)
            : (a != b, DateOrder.Unknown);
    }

    /// <summary>Whether a text is a day number of a spreadsheet.</summary>
    private static bool IsSerial(string text, out decimal serial) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out serial)
            && serial is >= SerialMin and < SerialMax;

    private static bool TryDay(Match match, DateOrder order, out LocalDate day)
    {
        day = default;
        int year = Number(match, "y");
        int month;
        int date;
        if (match.Groups["a"].Success)
        {
            int a = Number(match, "a");
            int b = Number(match, "b");
            order = match.Groups["sep"].Value == "." || a > 12 ? DateOrder.DayFirst : b > 12 ? DateOrder.MonthFirst : order;
            if (order == DateOrder.Unknown && a != b)
            {
                return false;
            }

            (date, month) = order == DateOrder.MonthFirst ? (b, a) : (a, b);
        }
        else
        {
            date = Number(match, "d");
            month = match.Groups["name"].Success
                ? Array.IndexOf(Months, match.Groups["name"].Value[..3].ToLowerInvariant()) + 1
                : Number(match, "m");
        }

        if (year is <= 1900 or >= 2199 || month is < 1 or > 12 || date < 1 || date > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        day = new LocalDate(year, month, date);
        return true;
    }

    private static bool TryTime(Match match, out LocalTime time)
    {
        time = LocalTime.Midnight;
        if (!match.Groups["h"].Success)
        {
            return true;
        }

        int hour = Number(match, "h");
        string half = match.Groups["half"].Value.ToLowerInvariant();
        if (half.Length > 0)
        {
            bool isAfternoon = half is "pm" or "下午" or "p.m.";
            hour = hour == 12 ? (isAfternoon ? 12 : 0) : isAfternoon && hour < 12 ? hour + 12 : hour;
        }

        int minute = Number(match, "min");
        int second = Number(match, "s");
        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new LocalTime(hour, minute, second);
        return true;
    }

    private static bool TryPlace(Match match, LocalDateTime local, DateTimeZone zone, out LocalDateTime value)
    {
        value = local;
        string offset = match.Groups["off"].Value;
        if (offset.Length == 0)
        {
            return true;
        }

        int minutes = 0;
        if (match.Groups["oh"].Success)
        {
            int hours = Number(match, "oh");
            minutes = (hours * 60) + Number(match, "om");
            if (hours > 14 || Number(match, "om") > 59)
            {
                return false;
            }

            minutes = match.Groups["sign"].Value == "-" ? -minutes : minutes;
        }

        value = local.PlusMinutes(-minutes).InUtc().ToInstant().InZone(zone).LocalDateTime;
        return true;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?:(?<y>\d{4})(?<sep>[-/.])(?<m>\d{1,2})\k<sep>(?<d>\d{1,2})|(?<y>\d{4})年\s*(?<m>\d{1,2})月\s*(?<d>\d{1,2})日?"
        + @"|(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})|(?<a>\d{1,2})(?<sep>[-/.])(?<b>\d{1,2})\k<sep>(?<y>\d{4})"
        + @"|(?<d>\d{1,2})[-\s](?<name>[A-Za-z]{3,9})[-\s,]\s*(?<y>\d{4})|(?<name>[A-Za-z]{3,9})\s+(?<d>\d{1,2}),?\s+(?<y>\d{4}))"
        + @"(?:(?:\s*[T,]\s*|\s+|(?<=日))(?:(?<half>上午|下午)\s*)?(?<h>\d{1,2})[:时](?<min>\d{2})"
        + @"(?:[:分](?<s>\d{2})秒?(?:[.,]\d{1,9})?)?分?"
        + @"(?:\s*(?<half>[AaPp]\.?[Mm]\.?))?(?:\s*(?<off>Z|UTC|GMT|(?<sign>[-+])(?<oh>\d{2}):?(?<om>\d{2})))?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex Form();
}
