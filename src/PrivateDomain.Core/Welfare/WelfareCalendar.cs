using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Welfare;

/// <summary>Which occasions come when (福利日历): those of Chinese commerce, and the host's own.</summary>
/// <remarks>
/// <para>It covers the lunisolar years 1901 to 2100, that is the days from <see cref="CoveredFrom"/> to <see cref="CoveredTo"/>; what is
/// asked
/// beyond them is refused with a reason, whatever the occasion.</para>
/// <para>Immutable and safe on several threads; checked when made. A year is worked out when it is first asked for and kept, so make a
/// calendar
/// once. Equality is that of the occasions in order.</para>
/// </remarks>
/// <example>
/// <code>
/// WelfareCalendar calendar = WelfareCalendar.Default;
/// if (calendar.NextAfter(today).TryGet(out ImmutableArray&lt;OccasionDate&gt; next)) { Plan(next); }
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class WelfareCalendar : IEquatable<WelfareCalendar>
{
    private static readonly int FirstYear = LunarYears.FirstDay.Year;
    // the days of each year, with what begins on them
    private readonly ImmutableArray<Lazy<ImmutableArray<ImmutableArray<OccasionDate>>>> years;

    private WelfareCalendar(ImmutableArray<Occasion> occasions)
    {
        Occasions = occasions;
        years =
        [
            .. Enumerable.Range(FirstYear, LunarYears.LastDay.Year - FirstYear + 1)
                .Select(year => new Lazy<ImmutableArray<ImmutableArray<OccasionDate>>>(() => DaysOf(occasions, year))),
        ];
    }

    /// <summary>The occasions of Chinese commerce: those that the article on moving from traditional e-commerce to the private domain
    /// names, filled
    /// up by the library. 520 and 618 are days of the common calendar.</summary>
    public static WelfareCalendar Default { get; } = Create(ChineseOccasions.All);

    /// <summary>The first day that is covered: 1901-02-19, 春节 of 1901.</summary>
    public static LocalDate CoveredFrom => LunarYears.FirstDay;

    /// <summary>The last day that is covered: 2101-01-28, 除夕 of 2100.</summary>
    public static LocalDate CoveredTo => LunarYears.LastDay;

    /// <summary>The occasions, in the order given.</summary>
    public ImmutableArray<Occasion> Occasions { get; }

    /// <summary>Makes a calendar.</summary>
    /// <param name="occasions">The occasions; none is a calendar in which nothing comes.</param>
    /// <exception cref="InvalidPolicyException">Two occasions have one name; all such are named.</exception>
    /// <exception cref="ArgumentNullException">There are no occasions, or one is null.</exception>
    public static WelfareCalendar Create(IEnumerable<Occasion> occasions)
    {
        ImmutableArray<Occasion> all = [.. Guard.Against.Null(occasions)];
        var mistakes = ImmutableArray.CreateBuilder<Mistake>();
        var names = new HashSet<Bilingual>();
        for (int i = 0; i < all.Length; i++)
        {
            Occasion occasion = Guard.Against.Null(all[i], nameof(occasions));
            if (!names.Add(occasion.Name))
            {
                mistakes.Add(new Mistake(FormattableString.Invariant($"occasions[{i}]"), PolicyReasons.Twice.With(occasion.Name)));
            }
        }

        return mistakes.Count == 0 ? new WelfareCalendar(all)
            : throw new InvalidPolicyException("welfare calendar", mistakes.ToImmutable());
    }

    /// <summary>The same calendar with more occasions, such as the host's own.</summary>
    /// <param name="occasions">The occasions to add.</param>
    /// <exception cref="ArgumentNullException">There are no occasions, or one is null.</exception>
    /// <exception cref="InvalidPolicyException">Two occasions have one name; all such are named.</exception>
    public WelfareCalendar With(params IEnumerable<Occasion> occasions) => Create([.. Occasions, .. Guard.Against.Null(occasions)]);

    /// <summary>The occasion with a name in either language, or else with it as another name; no value when there is none.</summary>
    /// <param name="name">The name, such as 中秋, 中秋节 or mid-autumn festival; case and outer blanks do not matter.</param>
    /// <exception cref="ArgumentNullException">There is no name.</exception>
    public Answer<Occasion> Find(string name)
    {
        string wanted = Guard.Against.Null(name).Trim();
        Occasion? found = Occasions.FirstOrDefault(o => IsName(o.Name.Chinese, wanted) || IsName(o.Name.English, wanted))
            ?? Occasions.FirstOrDefault(o => o.OtherNames.Any(other => IsName(other, wanted)));
        return found is null ? Answer<Occasion>.Refused(WelfareReasons.NoSuchOccasion.With(wanted)) : found;
    }

    /// <summary>The occasions of a range of days, those already running on its first day included, by their first day, those of one day in
    /// the order
    /// of the calendar.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, included.</param>
    /// <returns>The occasions, maybe none; no value when a day of the range is not covered.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public Answer<ImmutableArray<OccasionDate>> Within(LocalDate from, LocalDate to)
    {
        if (to < from)
        {
            throw new ArgumentOutOfRangeException(nameof(to), to, $"A day from {Shown(from)} is needed.");
        }

        if ((NotCovered(from) ?? NotCovered(to)) is { } beyond)
        {
            return Answer<ImmutableArray<OccasionDate>>.Refused(beyond);
        }

        IEnumerable<OccasionDate> all =
            Enumerable.Range(Math.Max(FirstYear, from.Year - 1), to.Year - Math.Max(FirstYear, from.Year - 1) + 1)
            .SelectMany(year => Year(year).SelectMany(static day => day));
        return all.Where(occasion => occasion.Last >= from && occasion.First <= to).ToImmutableArray();
    }

    /// <summary>The next day after a date on which an occasion begins, with all that begin on it, in the order of the calendar.</summary>
    /// <param name="date">The date; what begins on it is not next.</param>
    /// <returns>One or more; no value when the date is not covered or nothing more comes until <see cref="CoveredTo"/>.</returns>
    public Answer<ImmutableArray<OccasionDate>> NextAfter(LocalDate date)
    {
        if (NotCovered(date) is { } reason)
        {
            return Answer<ImmutableArray<OccasionDate>>.Refused(reason);
        }

        for (int year = date.Year; year <= CoveredTo.Year; year++)
        {
            foreach (ImmutableArray<OccasionDate> day in Year(year))
            {
                if (day[0].First > date)
                {
                    return day[0].First <= CoveredTo ? day : NothingAhead(date);
                }
            }
        }

        return NothingAhead(date);
    }

    /// <inheritdoc/>
    public bool Equals(WelfareCalendar? other) => other is not null && Contents.Equal(Occasions, other.Occasions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WelfareCalendar);

    /// <inheritdoc/>
    public override int GetHashCode() => Contents.Hash(Occasions);

    private static ImmutableArray<ImmutableArray<OccasionDate>> DaysOf(ImmutableArray<Occasion> occasions, int year) =>
    [
        .. occasions
            .SelectMany(occasion => occasion.DaysIn(year).Select(day => new OccasionDate(occasion, day)))
            .GroupBy(static date => date.First)
            .OrderBy(static day => day.Key)
            .Select(static day => day.ToImmutableArray()),
    ];

    private static Answer<ImmutableArray<OccasionDate>> NothingAhead(LocalDate date) =>
        Answer<ImmutableArray<OccasionDate>>.Refused(WelfareReasons.NothingAhead.With(date, CoveredTo));

    private static bool IsName(string its, string name) => string.Equals(its, name, StringComparison.OrdinalIgnoreCase);

    private static string Shown(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    private static Reason? NotCovered(LocalDate date) =>
        date >= CoveredFrom && date <= CoveredTo
            ? null
            : WelfareReasons.DateNotCovered.With(date, new Bilingual("1901-02-19 to 2101-01-28", "1901-02-19 至 2101-01-28"));

    private ImmutableArray<ImmutableArray<OccasionDate>> Year(int year) => years[year - FirstYear].Value;
}
