using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Welfare;

/// <summary>A day that comes again and gives cause for a welfare or a message (福利时机): a festival, a season, a shopping day, a new
/// product.</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members, other names in order; there is no ordering.</remarks>
/// <example>
/// <code>
/// Occasion birthday = Occasion.Yearly(new Bilingual("Shop's birthday", "店庆"), new AnnualDate(9, 1), OccasionTheme.Own, days: 3);
/// WelfareCalendar calendar = WelfareCalendar.Default.With(birthday);
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record Occasion
{
    /// <summary>The most days an occasion can last.</summary>
    public const int DaysMax = 60;

    private readonly int month;
    private readonly int day;
    private readonly IsoDayOfWeek weekday;
    private readonly SolarTerm term;
    private readonly LocalDate date;

    private Occasion(
        Bilingual name, OccasionTheme theme, OccasionRule rule, int days,
        int month = 0, int day = 0, IsoDayOfWeek weekday = IsoDayOfWeek.None, SolarTerm term = SolarTerm.None, LocalDate date = default)
    {
        Guard.Against.NullOrWhiteSpace(name.English, nameof(name));
        Guard.Against.NullOrWhiteSpace(name.Chinese, nameof(name));
        Name = name;
        Theme = theme is > OccasionTheme.None and <= OccasionTheme.Own
            ? theme
            : throw new ArgumentOutOfRangeException(nameof(theme), theme, "A theme is needed.");
        Rule = rule;
        Days = Guard.Against.OutOfRange(days, nameof(days), 1, DaysMax);
        this.month = month;
        this.day = day;
        this.weekday = weekday;
        this.term = term;
        this.date = date;
    }

    /// <summary>Its name, such as 中秋.</summary>
    public Bilingual Name { get; }

    /// <summary>What it is about.</summary>
    public OccasionTheme Theme { get; }

    /// <summary>Other names by which it is found, in either language, such as 中秋节 for 中秋; none by default.</summary>
    /// <exception cref="ArgumentException">There is no list, or a name in it is empty.</exception>
    public ImmutableArray<string> OtherNames
    {
        get;
        init => field = value.IsDefault
            ? throw new ArgumentException("A list of names is needed, maybe an empty one.", nameof(value))
            : [.. value.Select(static name => Guard.Against.NullOrWhiteSpace(name, nameof(value)))];
    } = [];

    /// <summary>By which calendar it comes.</summary>
    internal OccasionRule Rule { get; }

    /// <summary>How many days it lasts.</summary>
    public int Days { get; }

    /// <summary>An occasion on a day of the common calendar, such as 双11. 29 February is the 28th where there is none.</summary>
    /// <param name="name">Its name in both languages.</param>
    /// <param name="day">The day of the year.</param>
    /// <param name="theme">What it is about.</param>
    /// <param name="days">How many days it lasts; 1 to 60.</param>
    /// <exception cref="ArgumentException">A name is empty, the theme none or the length out of range.</exception>
    public static Occasion Yearly(Bilingual name, AnnualDate day, OccasionTheme theme, int days = 1) =>
        new(name, theme, OccasionRule.Yearly, days, day.Month, day.Day);

    /// <summary>An occasion on a weekday of a month, such as 母亲节, the second Sunday of May.</summary>
    /// <param name="name">Its name in both languages.</param>
    /// <param name="month">The month; 1 to 12.</param>
    /// <param name="place">Which of its weekdays; 1 to 4.</param>
    /// <param name="weekday">The day of the week.</param>
    /// <param name="theme">What it is about.</param>
    /// <param name="days">How many days it lasts; 1 to 60.</param>
    /// <exception cref="ArgumentException">A name is empty, the theme none or a number out of range.</exception>
    public static Occasion OnWeekday(Bilingual name, int month, int place, IsoDayOfWeek weekday, OccasionTheme theme, int days = 1) =>
        new(
            name, theme, OccasionRule.Weekday, days,
            Guard.Against.OutOfRange(month, nameof(month), 1, 12),
            Guard.Against.OutOfRange(place, nameof(place), 1, 4),
            weekday is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday
                ? weekday
                : throw new ArgumentOutOfRangeException(nameof(weekday), weekday, "A day of the week is needed."));

    /// <summary>An occasion on a day of the lunisolar calendar, such as 中秋; never in a leap month. Day 30 is the 29th where the month has
    /// no more.</summary>
    /// <param name="name">Its name in both languages.</param>
    /// <param name="month">The lunisolar month; 1 to 12.</param>
    /// <param name="day">The day of the month; 1 to 30.</param>
    /// <param name="theme">What it is about.</param>
    /// <param name="days">How many days it lasts; 1 to 60.</param>
    /// <exception cref="ArgumentException">A name is empty, the theme none or a number out of range.</exception>
    public static Occasion Lunar(Bilingual name, int month, int day, OccasionTheme theme, int days = 1) =>
        new(
            name, theme, OccasionRule.Lunar, days,
            Guard.Against.OutOfRange(month, nameof(month), 1, 12),
            Guard.Against.OutOfRange(day, nameof(day), 1, 30));

    /// <summary>An occasion on the last day of the lunisolar year (除夕): the 29th or 30th of the twelfth month, or of a leap
    /// twelfth.</summary>
    /// <param name="name">Its name in both languages.</param>
    /// <param name="theme">What it is about.</param>
    /// <param name="days">How many days it lasts; 1 to 60.</param>
    /// <exception cref="ArgumentException">A name is empty, the theme none or the length out of range.</exception>
    public static Occasion LastDayOfLunarYear(Bilingual name, OccasionTheme theme, int days = 1) =>
        new(name, theme, OccasionRule.LastDayOfLunarYear, days);

    /// <summary>An occasion on the day, in China, of a solar term, such as 清明.</summary>
    /// <param name="name">Its name in both languages.</param>
    /// <param name="term">The term.</param>
    /// <param name="theme">What it is about.</param>
    /// <param name="days">How many days it lasts; 1 to 60.</param>
    /// <exception cref="ArgumentException">A name is empty, the theme or term none or the length out of range.</exception>
    public static Occasion AtSolarTerm(Bilingual name, SolarTerm term, OccasionTheme theme, int days = 1) =>
        new(
            name, theme, OccasionRule.SolarTerm, days,
            term: term is > SolarTerm.None and <= SolarTerm.WinterSolstice
                ? term
                : throw new ArgumentOutOfRangeException(nameof(term), term, "A solar term is needed."));

    /// <summary>An occasion that comes once, such as a new product of the host.</summary>
    /// <param name="name">Its name in both languages.</param>
    /// <param name="date">Its first day.</param>
    /// <param name="theme">What it is about.</param>
    /// <param name="days">How many days it lasts; 1 to 60.</param>
    /// <exception cref="ArgumentException">A name is empty, the theme none or the length out of range.</exception>
    public static Occasion Once(Bilingual name, LocalDate date, OccasionTheme theme, int days = 1) =>
        new(name, theme, OccasionRule.Once, days, date: date);

    /// <summary>Its first day in a year.</summary>
    /// <param name="year">1901 to 2100. For a lunisolar day it is the year that begins at 春节: 除夕 of 2024 is in January 2025, 腊八 of
    /// 2024 on 7 January 2025, that of 2022 on 30 December 2022.</param>
    /// <returns>The day; no value for another year, or when an occasion that comes once does not come in it.</returns>
    public Answer<LocalDate> InYear(int year) =>
        year is < LunarYears.First or > LunarYears.Last
            ? Answer<LocalDate>.Refused(WelfareReasons.YearNotCovered.With(year, Wanted.From("1901", "2100")))
            : DayIn(year) is { } found ? found : Answer<LocalDate>.Refused(WelfareReasons.NotInYear.With(Name, date));

    /// <inheritdoc/>
    public bool Equals(Occasion? other) =>
        other is not null && Name == other.Name && Theme == other.Theme && Rule == other.Rule && Days == other.Days && month == other.month
        && day == other.day && weekday == other.weekday && term == other.term && date == other.date
            && Contents.Equal(OtherNames, other.OtherNames);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Theme, Rule, Days, month, day, term, date);

    /// <summary>The occasion as plain data.</summary>
    internal OccasionFigures Figures => new()
    {
        Name = Name,
        Theme = Theme,
        Calendar = Rule,
        Month = Rule is OccasionRule.Yearly or OccasionRule.Weekday or OccasionRule.Lunar ? month : null,
        Day = Rule is OccasionRule.Yearly or OccasionRule.Lunar ? day : null,
        Place = Rule == OccasionRule.Weekday ? day : null,
        Weekday = Rule == OccasionRule.Weekday ? weekday : null,
        Term = Rule == OccasionRule.SolarTerm ? term : null,
        Date = Rule == OccasionRule.Once ? date : null,
        Days = Days,
        OtherNames = OtherNames,
    };

    /// <summary>Its first days in a year of the common calendar: one, none, or two (a lunisolar day may come in January and
    /// December).</summary>
    internal IEnumerable<LocalDate> DaysIn(int year)
    {
        // A lunisolar year reaches into the next one of the common calendar, so the year before counts too.
        for (int own = Rule is OccasionRule.Lunar or OccasionRule.LastDayOfLunarYear ? year - 1 : year; own <= year; own++)
        {
            if (DayIn(own) is { } found && found.Year == year)
            {
                yield return found;
            }
        }
    }

    /// <summary>Its first day in a year of its own calendar; null outside of that, or when it does not come.</summary>
    internal LocalDate? DayIn(int year) => Rule switch
    {
        OccasionRule.Yearly => new AnnualDate(month, day).InYear(year),
        OccasionRule.Weekday => new LocalDate(year, month, 1).With(DateAdjusters.NextOrSame(weekday)).PlusWeeks(day - 1),
        OccasionRule.SolarTerm => SolarTerms.DayOf(term, year),
        OccasionRule.Once => date.Year == year ? date : null,
        _ when year is < LunarYears.First or > LunarYears.Last => null,
        OccasionRule.Lunar => LunarYears.DayOf(year, month, day),
        _ => LunarYears.LastDayOf(year),
    };
}
