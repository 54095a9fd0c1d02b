using System.Linq.Expressions;
using NodaTime;

namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>The comparisons of a member of one type. The compiler writes them, so that nothing is looked up by name; but for
/// a decimal, whose operators <see cref="FilterWriter"/> keeps where unused code is cut away.</summary>
internal sealed record Comparisons<T>(
    Expression<Func<T?, T, bool>> Below,
    Expression<Func<T?, T, bool>> UpTo,
    Expression<Func<T?, T, bool>> From,
    Expression<Func<T?, T, bool>> Above,
    Expression<Func<T?, T, bool>> Same,
    Expression<Func<T?, T, bool>> Other)
    where T : struct;

/// <summary>The comparisons of every type that a member may have.</summary>
internal static class Comparisons
{
    internal static readonly Comparisons<double> Doubles = new(
        (x, t) => x < t, (x, t) => x <= t, (x, t) => x >= t, (x, t) => x > t, (x, t) => x == t, (x, t) => x != t);

    internal static readonly Comparisons<decimal> Decimals = new(
        (x, t) => x < t, (x, t) => x <= t, (x, t) => x >= t, (x, t) => x > t, (x, t) => x == t, (x, t) => x != t);

    internal static readonly Comparisons<long> Longs = new(
        (x, t) => x < t, (x, t) => x <= t, (x, t) => x >= t, (x, t) => x > t, (x, t) => x == t, (x, t) => x != t);

    internal static readonly Comparisons<int> Ints = new(
        (x, t) => x < t, (x, t) => x <= t, (x, t) => x >= t, (x, t) => x > t, (x, t) => x == t, (x, t) => x != t);

    internal static readonly Comparisons<DateOnly> Days = new(
        (x, t) => x < t, (x, t) => x <= t, (x, t) => x >= t, (x, t) => x > t, (x, t) => x == t, (x, t) => x != t);

    internal static readonly Comparisons<DateTime> Times = new(
        (x, t) => x < t, (x, t) => x <= t, (x, t) => x >= t, (x, t) => x > t, (x, t) => x == t, (x, t) => x != t);

    internal static readonly Comparisons<LocalDate> LocalDates = new(
        (x, t) => x < t, (x, t) => x <= t, (x, t) => x >= t, (x, t) => x > t, (x, t) => x == t, (x, t) => x != t);

    internal static readonly Comparisons<LocalDateTime> LocalTimes = new(
        (x, t) => x < t, (x, t) => x <= t, (x, t) => x >= t, (x, t) => x > t, (x, t) => x == t, (x, t) => x != t);

    internal static readonly Comparisons<Instant> Instants = new(
        (x, t) => x < t, (x, t) => x <= t, (x, t) => x >= t, (x, t) => x > t, (x, t) => x == t, (x, t) => x != t);
}
