using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;

namespace PrivateDomain.Core.Internals.Documents;

/// <summary>Lengths of time as ISO 8601 writes them, in days of 24 hours, hours, minutes and seconds: <c>P7D</c>, <c>PT1H30M</c>,
/// <c>PT0.5S</c>.</summary>
internal static partial class IsoDuration
{
    /// <summary>The form, for people's editors.</summary>
    internal const string Pattern =
        """^P(?=[0-9T])([0-9]{1,8}D)?(T(?=[0-9])([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,9}(\.[0-9]{1,9})?S)?)?$""";

    private const decimal DaysMax = 10_000_000m;

    internal static bool Matches(string text) => Whole().IsMatch(text);

    /// <summary>Reads what matches the form; false where it is longer than can be counted.</summary>
    internal static bool TryRead(string text, out Duration value)
    {
        value = default;
        Match match = Whole().Match(text);
        decimal seconds = (Part(match, "d") * 86_400m) + (Part(match, "h") * 3_600m) + (Part(match, "m") * 60m) + Part(match, "s");
        decimal days = decimal.Floor(seconds / 86_400m);
        if (!match.Success || days > DaysMax)
        {
            return false;
        }

        value = Duration.FromDays((int)days)
            + Duration.FromNanoseconds((long)((seconds - (days * 86_400m)) * NodaConstants.NanosecondsPerSecond));
        return true;
    }

    /// <summary>The one text of a length of 0 or more.</summary>
    internal static string Write(Duration value)
    {
        long rest = value.NanosecondOfDay;
        var text = new StringBuilder("P");
        if (value.Days > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{value.Days}D");
        }

        if (rest == 0)
        {
            return value.Days > 0 ? text.ToString() : "PT0S";
        }

        text.Append('T');
        long hours = Math.DivRem(rest, NodaConstants.NanosecondsPerHour, out rest);
        long minutes = Math.DivRem(rest, NodaConstants.NanosecondsPerMinute, out rest);
        text.Append(hours > 0 ? string.Create(CultureInfo.InvariantCulture, $"{hours}H") : "");
        text.Append(minutes > 0 ? string.Create(CultureInfo.InvariantCulture, $"{minutes}M") : "");
        decimal seconds = (decimal)rest / NodaConstants.NanosecondsPerSecond;
        text.Append(rest > 0 ? string.Create(CultureInfo.InvariantCulture, $"{JsonText.Canonical(seconds)}S") : "");
        return text.ToString();
    }

    private static decimal Part(Match match, string name) =>
        match.Groups[name] is { Success: true } group
            ? decimal.Parse(group.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : 0m;

    [GeneratedRegex(
        """^P(?=[0-9T])((?<d>[0-9]{1,8})D)?(T(?=[0-9])((?<h>[0-9]{1,9})H)?((?<m>[0-9]{1,9})M)?((?<s>[0-9]{1,9}(\.[0-9]{1,9})?)S)?)?\z""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Whole();
}
