using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Welfare;

/// <summary>Which occasions come when (福利日历): those of Chinese commerce, and the host's own. From [A], D28.</summary>
/// <remarks>
/// <para>It covers the lunisolar years 1901 to 2100, that is the days from <see cref="CoveredFrom"/> to <see cref="CoveredTo"/>; what is
/// asked beyond them is refused with a reason, whatever the occasion.</para>
/// <para>Immutable; checked when made. Two calendars are equal only when they are the same object.</para>
/// </remarks>
public sealed class WelfareCalendar
{
    private WelfareCalendar(ImmutableArray<Occasion> occasions) => Occasions = occasions;

    /// <summary>The occasions of Chinese commerce: those that [A], D28 names, filled up by us. 520 and 618 are days of the common
    /// calendar.</summary>
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
        var check = new PolicyCheck();
        var names = new HashSet<Bilingual>();
        for (int i = 0; i < all.Length; i++)
        {
            Occasion occasion = Guard.Against.Null(all[i], nameof(occasions));
            check.Needs(names.Add(occasion.Name), $"occasions[{i}]", WelfareReasons.Twice, occasion.Name);
        }

        check.ThrowIfAny("welfare calendar");
        return new WelfareCalendar(all);
    }

    /// <summary>The same calendar with more occasions, such as the host's own.</summary>
    /// <param name="occasions">The occasions to add.</param>
    /// <exception cref="InvalidPolicyException">Two occasions have one name; all such are named.</exception>
    public WelfareCalendar With(params IEnumerable<Occasion> occasions) => Create([.. Occasions, .. Guard.Against.Null(occasions)]);

    /// <summary>The occasion with a name in either language; no value when there is none.</summary>
    /// <param name="name">The name, as <see cref="Occasion.Name"/> has it.</param>
    public Answer<Occasion> Find(string name) =>
        Occasions.FirstOrDefault(o => IsName(o.Name.Chinese, name) || IsName(o.Name.English, name)) is { } found
            ? found
            : Answer<Occasion>.Refused(WelfareReasons.NoSuchOccasion.With(name));

    /// <summary>The occasions that begin in a range of days, by day, those of one day in the order of the calendar.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, included.</param>
    /// <returns>The occasions, maybe none; no value when a day of the range is not covered.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public Answer<ImmutableArray<OccasionDate>> Within(LocalDate from, LocalDate to)
    {
        if (to < from)
        {
            throw new ArgumentOutOfRangeException(nameof(to), to, $"A day from {from} is needed.");
        }

        if (NotCovered(from) is { } early)
        {
            return Answer<ImmutableArray<OccasionDate>>.Refused(early);
        }

        if (NotCovered(to) is { } late)
        {
            return Answer<ImmutableArray<OccasionDate>>.Refused(late);
        }

        // A lunisolar year reaches into the next one of the common calendar, so the year before counts too.
        IEnumerable<OccasionDate> all = Occasions.SelectMany(occasion => Enumerable.Range(from.Year - 1, to.Year - from.Year + 2)
            .Select(occasion.DayIn)
            .Where(day => day >= from && day <= to)
            .Select(day => new OccasionDate(occasion, day!.Value)));
        return all.OrderBy(static o => o.First).ToImmutableArray();
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

        var coming = Occasions.Select(occasion => (Occasion: occasion, Day: occasion.NextAfter(date)))
            .Where(static next => next.Day <= CoveredTo)
            .Select(static next => new OccasionDate(next.Occasion, next.Day!.Value))
            .ToImmutableArray();
        if (coming.IsEmpty)
        {
            return Answer<ImmutableArray<OccasionDate>>.Refused(WelfareReasons.NothingAhead.With(date, CoveredTo));
        }

        LocalDate next = coming.Min(static o => o.First);
        return coming.RemoveAll(o => o.First > next);
    }

    private static bool IsName(string its, string name) => string.Equals(its, name, StringComparison.Ordinal);

    private static Reason? NotCovered(LocalDate date) =>
        date >= CoveredFrom && date <= CoveredTo
            ? null
            : WelfareReasons.DateNotCovered.With(date, new Bilingual("1901-02-19 to 2101-01-28", "1901-02-19 至 2101-01-28"));
}
