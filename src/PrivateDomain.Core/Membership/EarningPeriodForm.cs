using System.Text.Json;
using System.Text.Json.Nodes;

namespace PrivateDomain.Core.Membership;

/// <summary>In which time earnings count, in a document: <c>lifetime</c>, <c>calendarYear</c>, or the last days as <c>P365D</c>.</summary>
internal sealed class EarningPeriodForm : ValueForm<EarningPeriod>
{
    private const string Lifetime = "lifetime";
    private const string CalendarYear = "calendarYear";
    private const string Pattern = "^(lifetime|calendarYear|P[1-9][0-9]{0,4}D)$";

    internal static EarningPeriodForm Instance { get; } = new();

    internal override Bilingual Range { get; } = new(
        "lifetime, calendarYear, or the last days such as P365D (2 to 36,525 days)",
        "lifetime（终身）、calendarYear（自然年），或滚动天数如 P365D（2 至 36,525 天）");

    internal override bool TryRead(ref OptionsReader reader, out EarningPeriod value)
    {
        value = default;
        string? text = reader.Text();
        if (text is null || (text is not (Lifetime or CalendarYear) && !IsDays(text)))
        {
            return reader.WrongForm(Range);
        }

        int days = text[0] == 'P' ? int.Parse(text.AsSpan(1, text.Length - 2), System.Globalization.CultureInfo.InvariantCulture) : 0;
        value = string.Equals(text, CalendarYear, StringComparison.Ordinal) ? EarningPeriod.CalendarYear : default;
        if (days == 0)
        {
            return true;
        }

        if (days is < EarningPeriod.DaysMin or > EarningPeriod.DaysMax)
        {
            return reader.WrongForm(Range, isOfForm: false);
        }

        value = EarningPeriod.RollingDays(days);
        return true;
    }

    internal override void Write(Utf8JsonWriter writer, EarningPeriod value) => writer.WriteStringValue(
        value == EarningPeriod.Lifetime ? Lifetime
        : value == EarningPeriod.CalendarYear ? CalendarYear
        : FormattableString.Invariant($"P{value.Days}D"));

    internal override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = Pattern };

    internal override ReasonValue Show(EarningPeriod value) =>
        value == EarningPeriod.Lifetime ? new Bilingual("a lifetime", "终身")
        : value == EarningPeriod.CalendarYear ? new Bilingual("a calendar year", "自然年")
        : new Bilingual(
            FormattableString.Invariant($"the last {value.Days} days"), FormattableString.Invariant($"最近 {value.Days} 天"));

    // P, then 1 to 5 digits of which the first is none, then D.
    private static bool IsDays(ReadOnlySpan<char> text) =>
        text is ['P', >= '1' and <= '9', .. { Length: < 5 } digits, 'D'] && !digits.ContainsAnyExceptInRange('0', '9');
}
