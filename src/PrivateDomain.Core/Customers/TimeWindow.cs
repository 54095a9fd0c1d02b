using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Customers;

/// <summary>A stretch of time relative to the as-of instant, or between two dates (时间窗口).</summary>
/// <remarks>
/// <para>Days are the shop's: from the start of the day in its zone to the start of the next, whatever the clocks do. No window reaches
/// beyond the as-of instant.</para>
/// <para>Equality is that of the kind and its numbers; there is no ordering.</para>
/// <para>The default value is <see cref="All"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// int? messages = facts.CountOf(Behaviour.MessageReceived, TimeWindow.LastDays(30)); // 30 shop days, today among them
/// int? inMay = facts.CountOf(Behaviour.MessageReceived, TimeWindow.Between(new LocalDate(2026, 5, 1), new LocalDate(2026, 5, 31)));
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct TimeWindow
{
    /// <summary>The greatest number of days: 100 years.</summary>
    public const int DaysMax = 36_525;

    private readonly Shape shape;
    private readonly int days;
    private readonly Duration length;
    private readonly LocalDate first;
    private readonly LocalDate last;

    private TimeWindow(Shape shape, int days = 0, Duration length = default, LocalDate first = default, LocalDate last = default)
    {
        this.shape = shape;
        this.days = days;
        this.length = length;
        this.first = first;
        this.last = last;
    }

    /// <summary>What a window is made of.</summary>
    internal enum Shape
    {
        All = 0,
        LastDays,
        Rolling,
        Between,
        MoreThanDaysAgo,
    }

    /// <summary>The kind of the window, and its numbers: for areas that write windows down.</summary>
    internal (Shape Shape, int Days, LocalDate First, LocalDate Last) Parts => (shape, days, first, last);

    /// <summary>Everything up to and including the as-of instant.</summary>
    public static TimeWindow All => default;

    /// <summary>The last days, today included: from the start of the day <paramref name="days"/> − 1 before today, up to and including the
    /// as-of instant (最近 N 天).</summary>
    /// <param name="days">1 for today only; up to <see cref="DaysMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public static TimeWindow LastDays(int days) => new(Shape.LastDays, Guard.Against.OutOfRange(days, nameof(days), 1, DaysMax));

    /// <summary>A length of time up to and including the as-of instant; what is exactly that long ago is outside (滚动窗口).</summary>
    /// <param name="length">Above 0, up to <see cref="DaysMax"/> times 24 hours.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is out of range.</exception>
    public static TimeWindow Rolling(Duration length) =>
        new(Shape.Rolling, length: Guard.Against.OutOfRange(length, nameof(length), Duration.Epsilon, Duration.FromDays(DaysMax)));

    /// <summary>The days from one date to another, both included (日期区间).</summary>
    /// <param name="first">The first day, not before 1900-01-02.</param>
    /// <param name="last">The last day, not before the first, not after 9998-12-30.</param>
    /// <exception cref="ArgumentOutOfRangeException">A date is out of range, or they are in the wrong order.</exception>
    public static TimeWindow Between(LocalDate first, LocalDate last) => new(
        Shape.Between,
        first: Guard.Against.OutOfRange(first, nameof(first), new LocalDate(1900, 1, 2), new LocalDate(9998, 12, 30)),
        last: Guard.Against.OutOfRange(last, nameof(last), first, new LocalDate(9998, 12, 30)));

    /// <summary>
    /// What is more than a number of days ago: all days before the one <paramref name="days"/> before today (N 天以前). It and
    /// <see cref="LastDays"/> of one day more
    /// divide all time.
    /// </summary>
    /// <param name="days">0 for everything before today; up to <see cref="DaysMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public static TimeWindow MoreThanDaysAgo(int days) =>
        new(Shape.MoreThanDaysAgo, Guard.Against.OutOfRange(days, nameof(days), 0, DaysMax));

    /// <summary>The nanoseconds of the window: from the first, included, to the end, excluded.</summary>
    internal (long From, long End) Resolve(long asOf, ref ShopDays clock)
    {
        long seen = asOf + 1;
        return shape switch
        {
            Shape.LastDays => (clock.StartNanosOf(clock.Of(asOf) - days + 1), seen),
            Shape.Rolling => (seen - length.ToInt64Nanoseconds(), seen),
            Shape.Between => (clock.StartNanosOf(ShopDays.NumberOf(first)),
                Math.Min(seen, clock.StartNanosOf(ShopDays.NumberOf(last) + 1))),
            Shape.MoreThanDaysAgo => (long.MinValue, clock.StartNanosOf(clock.Of(asOf) - days)),
            _ => (long.MinValue, seen),
        };
    }
}
