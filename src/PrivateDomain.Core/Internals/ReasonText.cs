using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace PrivateDomain.Core.Internals;

/// <summary>Writes a reason's values for people: rounded, in the zone asked for, never differing values by one text.</summary>
internal static class ReasonText
{
    private const int ExtraDigitsMax = 8;
    private const decimal PercentMax = decimal.MaxValue / 100m;
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly LocalDateTimePattern Seconds = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.FFFFFFFFF");

    /// <summary>Both values of a reason. Where rounding would show two different values as one, both get the digits that tell them
    /// apart.</summary>
    internal static (string Found, string Required) Of(ReasonValue found, ReasonValue required, Language language, DateTimeZone? zone)
    {
        (string Found, string Required) shown = At(0);
        bool differ = found.Content is not null && found.Content.GetType() == required.Content?.GetType() && !found.Equals(required);
        for (int extra = 1; differ && extra <= ExtraDigitsMax; extra++)
        {
            if (!string.Equals(shown.Found, shown.Required, StringComparison.Ordinal))
            {
                break;
            }

            shown = At(extra);
        }

        return shown;

        (string Found, string Required) At(int extra) => (
            Of(found.Content, language, zone, extra), Of(required.Content, language, zone, extra));
    }

    /// <summary>One value, with more digits than people need where they are asked for.</summary>
    internal static string Of(object? content, Language language, DateTimeZone? zone, int extraDigits) => content switch
    {
        null => "",
        decimal number => Number(number, 4 + extraDigits),
        Ratio { IsKnown: true, Value: >= -PercentMax and <= PercentMax } share => Percent(share.Value * 100m, extraDigits),
        Ratio { IsKnown: true } ratio => Number(ratio.Value, 4 + extraDigits),
        Ratio => VocabularyReasons.UnknownWord.In(language),
        Money { Currency.IsNone: false } money when extraDigits < ExtraDigitsMax => Money.From(
            decimal.Round(money.Amount, money.Currency.MinorUnitDigits + extraDigits, MidpointRounding.AwayFromZero),
            money.Currency).ToString(),
        Money money => money.ToString(),
        Bilingual text => text.In(language),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        Instant instant => Moment(instant, zone, extraDigits),
        Duration duration => Span(duration, language),
        _ => "",
    };

    // Whole per cents, except near 0 and 100, where a digit is the news.
    private static string Percent(decimal percent, int extraDigits)
    {
        int digits = Math.Abs(percent) is (> 0m and < 1m) or (> 99m and < 100m) ? 1 : 0;
        return Number(percent, digits + extraDigits) + " %";
    }

    private static string Number(decimal value, int digits) =>
        decimal.Round(
            value, Math.Min(digits, 28), MidpointRounding.AwayFromZero).ToString("0." + new string('#', 28), CultureInfo.InvariantCulture);

    private static string Moment(Instant instant, DateTimeZone? zone, int extraDigits)
    {
        LocalDateTime local = instant.InZone(zone ?? DateTimeZone.Utc).LocalDateTime;
        return (extraDigits > 0 ? Seconds : Minutes).Format(local) + (zone is null ? " UTC" : "");
    }

    // The two largest units that are not 0: "1 day 12 hours". Less than a second is shown as a part of one.
    private static string Span(Duration duration, Language language)
    {
        Duration length = duration >= Duration.Zero ? duration : duration > Duration.MinValue ? -duration : Duration.MaxValue;
        (decimal Count, Bilingual One, Bilingual Many)[] units =
        [
            (length.Days, new("day", "天"), new("days", "天")),
            (length.Hours, new("hour", "小时"), new("hours", "小时")),
            (length.Minutes, new("minute", "分钟"), new("minutes", "分钟")),
            (length.Seconds + (length.SubsecondNanoseconds / 1_000_000_000m), new("second", "秒"), new("seconds", "秒")),
        ];
        string[] parts =
        [
            .. units.Where(static unit => unit.Count != 0).Take(2)
                .Select(unit => $"{Number(unit.Count, 3)} {(unit.Count == 1 ? unit.One : unit.Many).In(language)}"),
        ];
        string text = parts.Length == 0 ? "0 " + units[3].Many.In(language) : string.Join(' ', parts);
        return duration < Duration.Zero ? "-" + text : text;
    }
}
