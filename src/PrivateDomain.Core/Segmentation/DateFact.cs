using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Segmentation;

/// <summary>A fact whose values are dates of the shop (日期事实).</summary>
/// <remarks>An absent date makes every comparison false and <see cref="NotOn"/> true. "Today" is the shop's date for which a rule is
/// evaluated.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class DateFact : Fact
{
    internal DateFact(
        string name, Bilingual label, Func<FactValues, FactReading<LocalDate>>? read = null,
        Func<LocalDate, LocalDate?>? eventsFrom = null)
        : base(FactKind.Date, name, label, eventsFrom, read is not null) =>
        Read = read;

    /// <summary>Works the value out where it is not given; null when only the caller can give it.</summary>
    internal Func<FactValues, FactReading<LocalDate>>? Read { get; }

    /// <summary>A fact of the host's own: its values are given for each customer.</summary>
    /// <param name="name">Lower-case letters, digits and _, beginning with a letter; at most <see cref="Fact.NameLengthMax"/>.</param>
    /// <param name="label">What people call it, in both languages.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name has another form or is a word of the language, or a label is empty.</exception>
    public static DateFact From(string name, Bilingual label) => new(CheckName(name), CheckLabel(label));

    /// <summary>Before a date.</summary>
    /// <param name="date">An ISO date from 1900-01-02 to 9998-12-30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is out of range.</exception>
    public SegmentRule Before(LocalDate date) => new DateRule(this, DateOperator.Before, date);

    /// <summary>On a date or before it.</summary>
    /// <param name="date">An ISO date from 1900-01-02 to 9998-12-30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is out of range.</exception>
    public SegmentRule OnOrBefore(LocalDate date) => new DateRule(this, DateOperator.OnOrBefore, date);

    /// <summary>On a date.</summary>
    /// <param name="date">An ISO date from 1900-01-02 to 9998-12-30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is out of range.</exception>
    public SegmentRule On(LocalDate date) => new DateRule(this, DateOperator.On, date);

    /// <summary>Not on a date; true when absent.</summary>
    /// <param name="date">An ISO date from 1900-01-02 to 9998-12-30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is out of range.</exception>
    public SegmentRule NotOn(LocalDate date) => new DateRule(this, DateOperator.NotOn, date);

    /// <summary>On a date or after it.</summary>
    /// <param name="date">An ISO date from 1900-01-02 to 9998-12-30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is out of range.</exception>
    public SegmentRule OnOrAfter(LocalDate date) => new DateRule(this, DateOperator.OnOrAfter, date);

    /// <summary>After a date.</summary>
    /// <param name="date">An ISO date from 1900-01-02 to 9998-12-30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is out of range.</exception>
    public SegmentRule After(LocalDate date) => new DateRule(this, DateOperator.After, date);

    /// <summary>From one date to another, both included.</summary>
    /// <param name="first">An ISO date from 1900-01-02 to 9998-12-30.</param>
    /// <param name="last">An ISO date, not before <paramref name="first"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A date is out of range, or they are in the wrong order.</exception>
    public SegmentRule Between(LocalDate first, LocalDate last) => new DateRule(this, DateOperator.Between, first, last);

    /// <summary>Within the last days, today included (最近 N 天): from the day <paramref name="days"/> − 1 before today up to today, the
    /// days of
    /// <see cref="Customers.TimeWindow.LastDays"/>. A date after today is not within.</summary>
    /// <param name="days">1 for today only; up to <see cref="Customers.TimeWindow.DaysMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public SegmentRule WithinDays(int days) => new DateRule(this, DateOperator.WithinLastDays, days);

    /// <summary>More than a number of days ago (N 天以前): before the day <paramref name="days"/> before today, as
    /// <see cref="Customers.TimeWindow.MoreThanDaysAgo"/>. False when absent.</summary>
    /// <param name="days">0 for everything before today; up to <see cref="Customers.TimeWindow.DaysMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public SegmentRule MoreThanDaysAgo(int days) => new DateRule(this, DateOperator.MoreThanDaysAgo, days);

    /// <summary>Within the next days, today included (未来 N 天): from today to the day <paramref name="days"/> − 1 after it.</summary>
    /// <param name="days">1 for today only; up to <see cref="Customers.TimeWindow.DaysMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public SegmentRule WithinNextDays(int days) => new DateRule(this, DateOperator.WithinNextDays, days);
}
