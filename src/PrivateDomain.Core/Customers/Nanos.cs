using NodaTime;

namespace PrivateDomain.Core.Customers;

/// <summary>Instants as nanoseconds since 1970-01-01T00:00:00Z: 8 bytes, and compared by one instruction.</summary>
internal static class Nanos
{
    internal const long ADay = NodaConstants.NanosecondsPerDay;

    private static readonly Instant First = NodaConstants.UnixEpoch + Duration.FromNanoseconds(long.MinValue);
    private static readonly Instant Last = NodaConstants.UnixEpoch + Duration.FromNanoseconds(long.MaxValue);

    /// <summary>The nanoseconds; of an instant beyond the years 1678 to 2261 those of the nearest that fits, so that order is
    /// kept.</summary>
    internal static long Of(Instant instant) =>
        instant <= First ? long.MinValue : instant >= Last ? long.MaxValue : (instant - NodaConstants.UnixEpoch).ToInt64Nanoseconds();

    internal static Instant ToInstant(long nanos) => NodaConstants.UnixEpoch + Duration.FromNanoseconds(nanos);

    internal static Instant? ToInstant(long? nanos) => nanos is { } known ? ToInstant(known) : null;

    /// <summary>The place of the first of ascending nanoseconds at or after a value.</summary>
    internal static int PlaceOf(ReadOnlySpan<long> ascending, long value)
    {
        int low = 0;
        int high = ascending.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = ascending[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
