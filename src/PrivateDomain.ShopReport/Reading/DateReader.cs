using NodaTime;
using NodaTime.Text;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Reads the shop's local dates and times: first by the given pattern, then by the ISO forms.</summary>
internal sealed class DateReader
{
    private static readonly string[] IsoForms =
    [
        "uuuu-MM-dd HH:mm:ss", "uuuu-MM-dd", "uuuu-MM-dd'T'HH:mm:ss", "uuuu-MM-dd HH:mm", "uuuu-MM-dd'T'HH:mm", "uuuu/MM/dd HH:mm:ss",
        "uuuu/MM/dd",
    ];

    private const int YearBefore = 1900;
    private const int YearAfter = 2199; // the library's events go up to the end of 2199, in any zone
    private readonly LocalDateTimePattern[] patterns;

    /// <param name="given">A NodaTime pattern text; null for the ISO forms alone.</param>
    /// <exception cref="InvalidPatternException">The text is no pattern.</exception>
    public DateReader(string? given)
    {
        patterns = [.. (given is null ? IsoForms : [given, .. IsoForms]).Select(LocalDateTimePattern.CreateWithInvariantCulture)];
        Example = given ?? "yyyy-MM-dd";
    }

    /// <summary>The form to name in messages.</summary>
    public string Example { get; }

    /// <summary>Whether a day is one that the library's events can have.</summary>
    public static bool IsInRange(LocalDate day) => day.Year is > YearBefore and < YearAfter;

    public bool TryRead(string text, out LocalDateTime value)
    {
        foreach (LocalDateTimePattern pattern in patterns)
        {
            if (pattern.Parse(text).TryGetValue(default, out value) && IsInRange(value.Date))
            {
                return true;
            }
        }

        value = default;
        return false;
    }
}
