using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Welfare;

/// <summary>An occasion as plain data, as a document states it: which of the figures it needs depends on its calendar.</summary>
internal sealed record OccasionFigures : IPolicyOptions<OccasionFigures>
{
    private const int MonthsMax = 12;
    private const int LunarDaysMax = 30;
    private const int PlacesMax = 4;

    /// <summary>A year with 29 February.</summary>
    private const int LeapYear = 2000;

    internal Bilingual Name { get; init; }

    internal OccasionTheme Theme { get; init; }

    internal OccasionRule Calendar { get; init; }

    internal int? Month { get; init; }

    internal int? Day { get; init; }

    internal int? Place { get; init; }

    internal IsoDayOfWeek? Weekday { get; init; }

    internal SolarTerm? Term { get; init; }

    internal LocalDate? Date { get; init; }

    internal int Days { get; init; } = 1;

    internal ImmutableArray<string> OtherNames { get; init; } = [];

    static Description<OccasionFigures> IPolicyOptions<OccasionFigures>.Description { get; } = new(
        new("occasion", "时机"), static () => new(),
        For<OccasionFigures>.Value(
            static o => o.Name, static (o, v) => o with { Name = v }, new("name", "名称"), BilingualForm.Instance, Source.Own).Needed(),
        For<OccasionFigures>.Rule("name", static o =>
            string.IsNullOrWhiteSpace(o.Name.English) || string.IsNullOrWhiteSpace(o.Name.Chinese)
                ? PolicyReasons.Missing.With(required: Wanted.Text)
                : null),
        For<OccasionFigures>.Choice(
            static o => o.Theme, static (o, v) => o with { Theme = v }, new("theme", "主题"), WelfareNames.Name, Source.Own,
            notZero: true).Needed(),
        For<OccasionFigures>.Choice(
            static o => o.Calendar, static (o, v) => o with { Calendar = v }, new("calendar", "历法"), NameOf, Source.Own,
            notZero: true).Needed(),
        For<OccasionFigures>.Whole(
            static o => o.Month, static (o, v) => o with { Month = v }, new("month", "月"), 1, MonthsMax, Unit.None, Source.Own),
        For<OccasionFigures>.Whole(
            static o => o.Day, static (o, v) => o with { Day = v }, new("day of the month", "日"), 1, 31, Unit.None, Source.Own),
        For<OccasionFigures>.Whole(
            static o => o.Place, static (o, v) => o with { Place = v }, new("which of the month's weekdays", "第几个星期"),
            1, PlacesMax, Unit.None, Source.Own),
        For<OccasionFigures>.Value(
            static o => o.Weekday, static (o, v) => o with { Weekday = v }, new("weekday", "星期"),
            new ChoiceForm<IsoDayOfWeek>(NameOf, notZero: true), Source.Own),
        For<OccasionFigures>.Value(
            static o => o.Term, static (o, v) => o with { Term = v }, new("solar term", "节气"),
            new ChoiceForm<SolarTerm>(WelfareNames.Name, notZero: true), Source.Own),
        For<OccasionFigures>.Value(
            static o => o.Date, static (o, v) => o with { Date = v }, new("date", "日期"), DateForm.Instance, Source.Own),
        For<OccasionFigures>.Whole(
            static o => o.Days, static (o, v) => o with { Days = v }, new("length", "天数"), 1, Occasion.DaysMax, Unit.Days, Source.Own),
        For<OccasionFigures>.Values(
            static o => o.OtherNames, static (o, v) => o with { OtherNames = v }, new("other names", "别名"), new TextForm(int.MaxValue),
            Source.Own),
        For<OccasionFigures>.Rules(EmptyNames),
        For<OccasionFigures>.Rules(OfCalendar),
        For<OccasionFigures>.AtLast(NoSuchDay));

    /// <inheritdoc/>
    public bool Equals(OccasionFigures? other) =>
        other is not null && Name == other.Name && Theme == other.Theme && Calendar == other.Calendar && Month == other.Month
        && Day == other.Day && Place == other.Place && Weekday == other.Weekday && Term == other.Term && Date == other.Date
        && Days == other.Days && Contents.Equal(OtherNames, other.OtherNames);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Calendar, Month, Day);

    /// <summary>The occasion; only of figures that are right.</summary>
    internal Occasion ToOccasion()
    {
        Occasion occasion = Calendar switch
        {
            OccasionRule.Yearly => Occasion.Yearly(Name, new AnnualDate(Month!.Value, Day!.Value), Theme, Days),
            OccasionRule.Weekday => Occasion.OnWeekday(Name, Month!.Value, Place!.Value, Weekday!.Value, Theme, Days),
            OccasionRule.Lunar => Occasion.Lunar(Name, Month!.Value, Day!.Value, Theme, Days),
            OccasionRule.LastDayOfLunarYear => Occasion.LastDayOfLunarYear(Name, Theme, Days),
            OccasionRule.SolarTerm => Occasion.AtSolarTerm(Name, Term!.Value, Theme, Days),
            _ => Occasion.Once(Name, Date!.Value, Theme, Days),
        };
        return occasion with { OtherNames = OtherNames };
    }

    private static Bilingual NameOf(OccasionRule rule) => rule switch
    {
        OccasionRule.Yearly => new("a day of the common calendar", "公历日"),
        OccasionRule.Weekday => new("a weekday of a month", "公历星期"),
        OccasionRule.Lunar => new("a day of the lunisolar calendar", "农历日"),
        OccasionRule.LastDayOfLunarYear => new("the last day of the lunisolar year", "农历岁末"),
        OccasionRule.SolarTerm => new("a solar term", "节气日"),
        OccasionRule.Once => new("once", "单次"),
        _ => new("none", "无"),
    };

    private static Bilingual NameOf(IsoDayOfWeek day) => day switch
    {
        IsoDayOfWeek.Monday => new("Monday", "星期一"),
        IsoDayOfWeek.Tuesday => new("Tuesday", "星期二"),
        IsoDayOfWeek.Wednesday => new("Wednesday", "星期三"),
        IsoDayOfWeek.Thursday => new("Thursday", "星期四"),
        IsoDayOfWeek.Friday => new("Friday", "星期五"),
        IsoDayOfWeek.Saturday => new("Saturday", "星期六"),
        IsoDayOfWeek.Sunday => new("Sunday", "星期日"),
        _ => new("none", "无"),
    };

    private static IEnumerable<Mistake> EmptyNames(OccasionFigures figures) => figures.OtherNames
        .Select(static (name, i) => (name, i))
        .Where(static other => string.IsNullOrWhiteSpace(other.name))
        .Select(static other => new Mistake(
            FormattableString.Invariant($"otherNames[{other.i}]"), PolicyReasons.Missing.With(required: Wanted.Text)));

    // What its calendar needs must be there, and nothing else.
    private static IEnumerable<Mistake> OfCalendar(OccasionFigures figures)
    {
        string[] needed = figures.Calendar switch
        {
            OccasionRule.Yearly or OccasionRule.Lunar => ["month", "day"],
            OccasionRule.Weekday => ["month", "place", "weekday"],
            OccasionRule.SolarTerm => ["term"],
            OccasionRule.Once => ["date"],
            _ => [],
        };
        (string Name, bool IsStated)[] all =
        [
            ("month", figures.Month is not null), ("day", figures.Day is not null), ("place", figures.Place is not null),
            ("weekday", figures.Weekday is not null), ("term", figures.Term is not null), ("date", figures.Date is not null),
        ];
        return figures.Calendar == OccasionRule.None ? [] : all
            .Where(one => one.IsStated != needed.Contains(one.Name, StringComparer.Ordinal))
            .Select(static one => new Mistake(
                one.Name,
                one.IsStated ? PolicyReasons.ForeignMember.With(one.Name) : PolicyReasons.MemberMissing.With(required: one.Name)));
    }

    private static IEnumerable<Mistake> NoSuchDay(OccasionFigures figures)
    {
        int most = figures.Calendar switch
        {
            OccasionRule.Yearly => CalendarSystem.Iso.GetDaysInMonth(LeapYear, figures.Month!.Value),
            OccasionRule.Lunar => LunarDaysMax,
            _ => int.MaxValue,
        };
        return figures.Day > most
            ? [new Mistake("day", PolicyReasons.OutOfRange.With(figures.Day.Value, Wanted.Range(1, most, above: false, below: false)))]
            : [];
    }
}

/// <summary>The occasions of a calendar as plain data.</summary>
internal sealed record CalendarFigures : IPolicyOptions<CalendarFigures>
{
    internal ImmutableArray<OccasionFigures> Occasions { get; init; } = [];

    static Description<CalendarFigures> IPolicyOptions<CalendarFigures>.Description { get; } = new(
        new("welfare calendar", "福利日历"), static () => new(),
        For<CalendarFigures>.List(
            static o => o.Occasions, static (o, v) => o with { Occasions = v }, new("occasions", "福利时机"), Source.TraditionalToPrivate,
            key: static occasion => occasion.Name));

    /// <summary>The figures of a calendar.</summary>
    internal static CalendarFigures From(WelfareCalendar calendar) =>
        new() { Occasions = [.. calendar.Occasions.Select(static occasion => occasion.Figures)] };

    /// <inheritdoc/>
    public bool Equals(CalendarFigures? other) => other is not null && Contents.Equal(Occasions, other.Occasions);

    /// <inheritdoc/>
    public override int GetHashCode() => Contents.Hash(Occasions);
}
