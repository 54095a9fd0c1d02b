using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PrivateDomain.Core.Customers;

/// <summary>What the orders of a window add up to.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct PurchaseSums
{
    private const long UnitsMax = long.MaxValue / 2;

    internal int Orders;
    internal int OtherCurrency;
    internal int Days;
    internal int LastDay;
    internal decimal Spend;
    internal long? First;
    internal long? Last;

    internal static PurchaseSums Of(CustomerFacts facts, (long From, long End) window)
    {
        PurchaseSums sums = default;
        OrderBook book = facts.Book;
        ShopDays clock = facts.Clock;
        int own = Array.IndexOf(book.Currencies, facts.Shop.Currency);
        long units = 0;
        foreach (ref readonly OrderEntry entry in Within(book, window))
        {
            if (entry.Parts is null)
            {
                sums.Add(entry.At, clock.Of(entry.At));
                if (entry.Currency == own)
                {
                    if (units > UnitsMax)
                    {
                        sums.Spend += OrderBook.MajorOf(units);
                        units = 0;
                    }

                    units += entry.Units;
                    continue;
                }
            }
            else
            {
                decimal left = entry.Parts.LeftAt(facts.AsOfNanos);
                if (left == 0)
                {
                    continue;
                }

                sums.Add(entry.At, clock.Of(entry.At));
                sums.Spend += entry.Currency == own ? left : 0;
            }

            sums.OtherCurrency += entry.Currency == own ? 0 : 1;
        }

        sums.Spend += OrderBook.MajorOf(units);
        return sums;
    }

    /// <summary>How many orders of a window count.</summary>
    internal static int Count(CustomerFacts facts, (long From, long End) window)
    {
        ReadOnlySpan<OrderEntry> entries = Within(facts.Book, window);
        int count = entries.Length;
        if (facts.Book.HasParts)
        {
            foreach (ref readonly OrderEntry entry in entries)
            {
                count -= entry.Parts is { } parts && parts.LeftAt(facts.AsOfNanos) == 0 ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>Adds the days of orders that count, up to one, ascending, each once.</summary>
    internal static void AddDaysTo(List<int> days, CustomerFacts facts, int to)
    {
        ShopDays clock = facts.Clock;
        int last = int.MinValue;
        foreach (ref readonly OrderEntry entry in Within(facts.Book, (long.MinValue, facts.AsOfNanos + 1)))
        {
            if ((entry.Parts is null || entry.Parts.LeftAt(facts.AsOfNanos) > 0)
                && clock.Of(entry.At) is var day && day > last && day <= to)
            {
                days.Add(last = day);
            }
        }
    }

    /// <summary>Every order paid by now.</summary>
    internal static ImmutableArray<OrderFacts> OrdersOf(CustomerFacts facts)
    {
        long now = facts.AsOfNanos;
        CustomerEvents events = facts.Events;
        ReadOnlySpan<OrderEntry> entries = Within(facts.Book, (long.MinValue, now + 1));
        var orders = ImmutableArray.CreateBuilder<OrderFacts>(entries.Length);
        foreach (ref readonly OrderEntry entry in entries)
        {
            var first = (OrderPaid)events[entry.Place];
            OrderParts? parts = entry.Parts;
            orders.Add(new OrderFacts(
                first.Order,
                first.At,
                Money.From(parts?.PaidAt(now) ?? first.Amount.Amount, first.Amount.Currency),
                Money.From(OrderBook.LeftAt(entry, now), first.Amount.Currency),
                Nanos.ToInstant(parts?.LastPaidAt(now) ?? entry.At),
                Nanos.ToInstant(parts?.LastRefundAt(now)),
                Nanos.ToInstant(parts?.DeliveredAt(now)),
                parts is null || !first.Lines.IsEmpty ? first.Lines : LinesOf(events, entry.Place, first)));
        }

        return orders.DrainToImmutable();
    }

    private static ImmutableArray<OrderLine> LinesOf(CustomerEvents events, int from, OrderPaid first)
    {
        for (int i = from + 1; i < events.Count; i++)
        {
            if (events[i] is OrderPaid { Lines.IsEmpty: false } paid && paid.Order == first.Order
                && paid.Amount.Currency == first.Amount.Currency)
            {
                return paid.Lines;
            }
        }

        return [];
    }

    private static ReadOnlySpan<OrderEntry> Within(OrderBook book, (long From, long End) window)
    {
        ReadOnlySpan<OrderEntry> entries = book.Entries;
        entries = entries[PlaceOf(entries, window.From)..];
        return entries[..PlaceOf(entries, window.End)];
    }

    private static int PlaceOf(ReadOnlySpan<OrderEntry> entries, long at)
    {
        int low = 0;
        int high = entries.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = entries[middle].At < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Add(long at, int day)
    {
        First ??= at;
        Days += Orders == 0 || day > LastDay ? 1 : 0;
        (Last, LastDay) = (at, day);
        Orders++;
    }
}
