using System.Buffers;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation;

/// <summary>The one way in which facts are written and read: names, and functions such as <c>count(order, 90d)</c>.</summary>
internal static class FactNotation
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>The words of the text language; no attribute is named so.</summary>
    internal static readonly string[] Words =
    [
        "after", "ago", "all", "and", "any", "at", "before", "between", "days", "false", "in", "is", "known", "last", "least", "more",
            "next", "no", "none", "not", "of",
        "older", "on", "or", "segment", "than", "to", "true", "unknown", "within", "yes",
    ];

    /// <summary>The functions, with what they are given.</summary>
    internal static readonly (string Name, string Signature)[] Functions =
    [
        ("count", "count(behaviour), count(behaviour, window)"), ("days", "days(behaviour), days(behaviour, window)"),
        ("gap", "gap(behaviour), gap(behaviour, window)"), ("spend", "spend(window)"), ("periods", "periods(behaviour, 30d, 6)"),
            ("first", "first(behaviour)"),
        ("last", "last(behaviour)"), ("ratio", "ratio(number fact, number fact)"), ("bucket", "bucket(\"salt\")"),
    ];

    /// <summary>Whether a text is lower-case letters, digits and _, beginning with a letter.</summary>
    internal static bool IsName(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= Fact.NameLengthMax && char.IsAsciiLetterLower(text[0]) && !text.ContainsAnyExcept(NameCharacters);

    /// <summary>Whether a host may name an attribute so.</summary>
    internal static bool IsAttributeName(string text) => IsName(text) && !Words.Contains(text, StringComparer.Ordinal);

    /// <summary>A window as references write it, and as people read it.</summary>
    internal static (string Text, Bilingual Words) Write(TimeWindow window)
    {
        (TimeWindow.Shape shape, int days, LocalDate first, LocalDate last) = window.Parts;
        string number = days.ToString(CultureInfo.InvariantCulture);
        (string from, string to) = (LocalDatePattern.Iso.Format(first), LocalDatePattern.Iso.Format(last));
        return shape switch
        {
            TimeWindow.Shape.LastDays => ($"{number}d", new($"in the last {number} days", $"最近 {number} 天")),
            TimeWindow.Shape.MoreThanDaysAgo => ($"older {number}d", new($"more than {number} days ago", $"{number} 天以前")),
            TimeWindow.Shape.Between => ($"{from}..{to}", new($"from {from} to {to}", $"{from} 至 {to} ")),
            _ => throw new ArgumentException("A window in days is needed, but it was a rolling one.", nameof(window)),
        };
    }

    /// <summary>A window as <see cref="Write"/> writes it; null for another text.</summary>
    internal static TimeWindow? ReadWindow(ReadOnlySpan<char> text)
    {
        const string Older = "older ";
        if (text.StartsWith(Older, StringComparison.Ordinal))
        {
            return ReadDays(text[Older.Length..].Trim(), least: 0) is { } ago ? TimeWindow.MoreThanDaysAgo(ago) : null;
        }

        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
        {
            return ReadDays(text, least: 1) is { } days ? TimeWindow.LastDays(days) : null;
        }

        LocalDate? first = ReadDate(text[..dots].Trim());
        LocalDate? last = ReadDate(text[(dots + 2)..].Trim());
        return first is { } from && last is { } to && from <= to ? TimeWindow.Between(from, to) : null;
    }

    /// <summary>A number of days such as <c>90d</c>; null for another text.</summary>
    internal static int? ReadDays(ReadOnlySpan<char> text, int least) =>
        text.Length > 1 && text[^1] == 'd' ? ReadNumber(text[..^1], least, TimeWindow.DaysMax) : null;

    /// <summary>A whole number in a range; null for another text.</summary>
    internal static int? ReadNumber(ReadOnlySpan<char> text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most ? number
            : null;

    /// <summary>An ISO date that a rule may name; null for another text.</summary>
    internal static LocalDate? ReadDate(ReadOnlySpan<char> text) =>
        text.Length == 10 && LocalDatePattern.Iso.Parse(text.ToString()) is { Success: true } date && date.Value >= DateRule.Earliest
            && date.Value <= DateRule.Latest
            ? date.Value
            : null;
}
