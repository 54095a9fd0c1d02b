namespace PrivateDomain.Core.Customers;

/// <summary>Reads the orders among events. It can read one history after the other; each takes the place of the one before, and nothing is
/// allocated once it has read one as large.</summary>
internal sealed class OrderReader
{
    private const decimal UnitsMax = 1_000_000_000_000_000; // nine thousand of them add up without overflow; larger amounts are decimals

    private readonly OrderBook book = new();
    private OrderEntry[] entries = [];
    private int entryCount;
    private Currency[] currencies = [];
    private Dictionary<string, int>? places; // of orders among the entries
    private List<OrderParts>? parts;
    private int partsUsed;
    private bool hasParts;

    /// <summary>The book of the first events of columns; it holds until the next is read.</summary>
    internal OrderBook Read(EventColumns columns, int count)
    {
        (entryCount, partsUsed, hasParts) = (0, 0, false);
        places?.Clear();
        ReadOnlySpan<byte> kinds = columns.Kinds(count);
        bool hasMore = false;
        for (int i = NextOf(kinds, 0); i < count; i = NextOf(kinds, i + 1))
        {
            if ((EventKind)kinds[i] == EventKind.OrderPaid)
            {
                Pay(columns, i, columns.Instants(count)[i]);
            }
            else
            {
                hasMore = true;
            }
        }

        for (int i = hasMore && entryCount > 0 ? NextOf(kinds, 0) : count; i < count; i = NextOf(kinds, i + 1))
        {
            if ((EventKind)kinds[i] != EventKind.OrderPaid && places!.TryGetValue(EventPacking.OrderAt(columns, i), out int place))
            {
                Take(columns, i, (EventKind)kinds[i], columns.Instants(count)[i], place);
            }
        }

        return book.Write(entries, entryCount, currencies, hasParts);
    }

    private static int NextOf(ReadOnlySpan<byte> kinds, int from)
    {
        int next = kinds[from..].IndexOfAnyInRange((byte)EventKind.OrderPaid, (byte)EventKind.OrderDelivered);
        return next < 0 ? kinds.Length : from + next;
    }

    private void Pay(EventColumns columns, int i, long at)
    {
        var whole = columns.WholeAt(i) as OrderPaid;
        long units = EventPacking.UnitsOf(columns.AmountAt(i));
        if (whole is null ? units == 0 : whole.Amount.IsZero)
        {
            return;
        }

        int currency = whole is null ? SlotOf(EventPacking.CurrencyOf(columns.AmountAt(i))) : SlotOf(whole.Amount.Currency);
        string order = EventPacking.OrderAt(columns, i);
        if ((places ??= new Dictionary<string, int>(StringComparer.Ordinal)).TryAdd(order, entryCount))
        {
            Add(whole is null ? new OrderEntry(at, i, currency, units, null) : EntryOf(at, i, currency, whole.Amount.Amount));
            return;
        }

        OrderParts more = PartsOf(places[order]);
        if (entries[places[order]].Currency == currency)
        {
            more.Pay(at, whole?.Amount.Amount ?? OrderBook.MajorOf(units));
        }
        else
        {
            more.Refuse(at);
        }
    }

    // A refund in another currency than its order's has no effect.
    private void Take(EventColumns columns, int i, EventKind kind, long at, int place)
    {
        if (kind == EventKind.OrderDelivered)
        {
            PartsOf(place).Deliver(at);
            return;
        }

        Currency currency = currencies[entries[place].Currency];
        long packed = columns.AmountAt(i);
        if (columns.WholeAt(i) is OrderRefunded { Amount: { } amount })
        {
            if (amount.Currency == currency)
            {
                PartsOf(place).Refund(at, amount.Amount);
            }
        }
        else if (packed == 0)
        {
            PartsOf(place).Refund(at, null); // all of it
        }
        else if (EventPacking.CurrencyOf(packed) == EventPacking.CodeOf(currency))
        {
            PartsOf(place).Refund(at, OrderBook.MajorOf(EventPacking.UnitsOf(packed)));
        }
    }

    private void Add(OrderEntry entry)
    {
        if (entryCount == entries.Length)
        {
            Array.Resize(ref entries, Math.Max(4, 2 * entryCount));
        }

        entries[entryCount++] = entry;
    }

    private OrderEntry EntryOf(long at, int place, int currency, decimal amount)
    {
        decimal units = amount * OrderBook.UnitsPerMajor;
        if (units <= UnitsMax && decimal.Truncate(units) == units)
        {
            return new OrderEntry(at, place, currency, (long)units, null);
        }

        OrderParts paid = NewParts();
        paid.Pay(at, amount);
        return new OrderEntry(at, place, currency, 0, paid);
    }

    private OrderParts PartsOf(int place)
    {
        OrderEntry entry = entries[place];
        if (entry.Parts is { } known)
        {
            return known;
        }

        OrderParts told = NewParts();
        told.Pay(entry.At, OrderBook.MajorOf(entry.Units));
        entries[place] = new OrderEntry(entry.At, entry.Place, entry.Currency, 0, told);
        return told;
    }

    private OrderParts NewParts()
    {
        hasParts = true;
        parts ??= [];
        if (partsUsed == parts.Count)
        {
            parts.Add(new OrderParts());
        }

        OrderParts next = parts[partsUsed++];
        next.Clear();
        return next;
    }

    private int SlotOf(int code)
    {
        int slot = currencies.Length - 1;
        while (slot >= 0 && EventPacking.CodeOf(currencies[slot]) != code)
        {
            slot--;
        }

        return slot >= 0 ? slot : SlotOf(EventPacking.CurrencyAt(code));
    }

    private int SlotOf(Currency currency)
    {
        int slot = Array.IndexOf(currencies, currency);
        if (slot < 0)
        {
            slot = currencies.Length;
            Array.Resize(ref currencies, slot + 1);
            currencies[slot] = currency;
        }

        return slot;
    }
}
