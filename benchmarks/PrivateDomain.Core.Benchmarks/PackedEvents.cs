using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>A history as bare arrays, and the one loop that is written for just the facts of the benchmark.</summary>
internal sealed class PackedEvents
{
    private readonly long[] instants;
    private readonly EventKind[] kinds;
    private readonly long[] cents;
    private readonly int[] days;

    internal PackedEvents(CustomerHistory history, DateTimeZone zone)
    {
        instants = [.. history.Events.Select(static e => e.At.ToUnixTimeTicks())];
        kinds = [.. history.Events.Select(static e => e.Kind)];
        cents = [.. history.Events.Select(static e => e is OrderPaid paid ? (long)(100 * paid.Amount.Amount) : 0)];
        days = [.. history.Events.Select(e => Period.DaysBetween(new LocalDate(1970, 1, 1), e.At.InZone(zone).Date))];
    }

    /// <summary>The sum of the facts: spend, orders, purchase days, whether linked, orders and messages in each window.</summary>
    internal decimal Facts(ReadOnlySpan<long> starts)
    {
        (long spend, int orders, int purchaseDays, int lastDay, int linked, int inWindows) = (0, 0, 0, int.MinValue, 0, 0);
        for (int i = 0; i < instants.Length; i++)
        {
            bool counts = false;
            switch (kinds[i])
            {
                case EventKind.LinkMade:
                    linked = 1;
                    break;
                case EventKind.LinkLost:
                    linked = 0;
                    break;
                case EventKind.MessageReceived:
                    counts = true;
                    break;
                case EventKind.OrderPaid:
                    counts = true;
                    spend += cents[i];
                    orders++;
                    purchaseDays += days[i] == lastDay ? 0 : 1;
                    lastDay = days[i];
                    break;
                default:
                    break;
            }

            if (counts)
            {
                foreach (long start in starts)
                {
                    inWindows += instants[i] >= start ? 1 : 0;
                }
            }
        }

        return (spend / 100m) + orders + purchaseDays + linked + inWindows;
    }
}
