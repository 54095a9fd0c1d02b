namespace PrivateDomain.Core.Customers;

/// <summary>One order: where its first payment above 0 stands, and what it is worth.</summary>
internal readonly struct OrderEntry(long at, int place, int currency, long units, OrderParts? parts)
{
    /// <summary>When it was first paid.</summary>
    internal readonly long At = at;

    /// <summary>What was paid, in ten-thousandths; only where there are no <see cref="Parts"/>.</summary>
    internal readonly long Units = units;

    /// <summary>Everything told of the order; null where that is one payment of whole ten-thousandths.</summary>
    internal readonly OrderParts? Parts = parts;

    /// <summary>Where the first payment stands among the events.</summary>
    internal readonly int Place = place;

    /// <summary>The place of its currency in <see cref="OrderBook.Currencies"/>.</summary>
    internal readonly int Currency = currency;
}

/// <summary>What was told of an order that is more than one plain payment.</summary>
internal sealed class OrderParts
{
    private readonly List<(long At, decimal Amount)> payments = [];
    private readonly List<(long At, decimal? Amount)> refunds = [];
    private readonly List<long> deliveries = [];
    private readonly List<long> refused = [];

    internal void Pay(long at, decimal amount) => payments.Add((at, amount));

    internal void Refund(long at, decimal? amount) => refunds.Add((at, amount));

    internal void Deliver(long at) => deliveries.Add(at);

    /// <summary>When a payment first came in another currency than the order's first: it is refused.</summary>
    internal long? RefusedAt => refused.Count == 0 ? null : refused[0];

    internal void Refuse(long at) => refused.Add(at);

    internal decimal PaidAt(long asOf)
    {
        decimal paid = 0;
        foreach ((long at, decimal amount) in payments)
        {
            paid += at <= asOf ? amount : 0;
        }

        return paid;
    }

    /// <summary>What is left at an instant: payments less refunds, never below 0; a refund without an amount takes back all.</summary>
    internal decimal LeftAt(long asOf)
    {
        decimal left = PaidAt(asOf);
        foreach ((long at, decimal? amount) in refunds)
        {
            left -= at <= asOf ? amount ?? left : 0;
        }

        return Math.Max(left, 0);
    }

    internal long LastPaidAt(long asOf) => payments.Last(x => x.At <= asOf).At;

    internal long? LastRefundAt(long asOf) => refunds.Where(x => x.At <= asOf).Select(static x => (long?)x.At).Max();

    internal long? DeliveredAt(long asOf) => deliveries.Where(x => x <= asOf).Select(static x => (long?)x).Max();
}

/// <summary>The orders of a history, each once, with their further payments, refunds and deliveries.</summary>
internal sealed class OrderBook
{
    /// <summary>The book of no order.</summary>
    internal static OrderBook Empty { get; } = new([], [], false);

    internal const decimal UnitsPerMajor = 10_000;
    private const decimal UnitsMax = 1_000_000_000_000_000; // nine thousand of them add up without overflow; larger amounts are decimals

    private OrderBook(OrderEntry[] entries, Currency[] currencies, bool hasParts)
    {
        Entries = entries;
        Currencies = currencies;
        HasParts = hasParts;
    }

    /// <summary>The orders, by the instant of their first payment above 0.</summary>
    internal OrderEntry[] Entries { get; }

    /// <summary>The currencies among them.</summary>
    internal Currency[] Currencies { get; }

    /// <summary>Whether any order is more than one plain payment.</summary>
    internal bool HasParts { get; }

    /// <summary>The book of the first events of columns.</summary>
    internal static OrderBook Of(EventColumns columns, int count)
    {
        ReadOnlySpan<byte> kinds = columns.Kinds(count);
        List<OrderEntry>? entries = null;
        Dictionary<string, int>? places = null;
        var currencies = new List<Currency>(1);
        bool hasParts = false;
        bool hasMore = false;
        for (int i = NextOf(kinds, 0); i < count; i = NextOf(kinds, i + 1))
        {
            if ((EventKind)kinds[i] != EventKind.OrderPaid)
            {
                hasMore = true;
                continue;
            }

            long at = columns.Instants(count)[i];
            string order = EventPacking.OrderAt(columns, i);
            var whole = columns.WholeAt(i) as OrderPaid;
            long units = EventPacking.UnitsOf(columns.AmountAt(i));
            if (whole is null ? units == 0 : whole.Amount.IsZero)
            {
                continue;
            }

            int currency = whole is null ? SlotOf(currencies, EventPacking.CurrencyOf(columns.AmountAt(i)))
                : SlotOf(currencies, whole.Amount.Currency);
            if ((places ??= new Dictionary<string, int>(StringComparer.Ordinal)).TryAdd(order, entries?.Count ?? 0))
            {
                (entries ??= []).Add(whole is null ? new OrderEntry(at, i, currency, units, null)
                    : EntryOf(at, i, currency, whole.Amount.Amount));
                hasParts |= entries[^1].Parts is not null;
                continue;
            }

            hasParts = true;
            OrderParts parts = PartsOf(entries!, places[order]);
            if (entries![places[order]].Currency == currency)
            {
                parts.Pay(at, whole?.Amount.Amount ?? MajorOf(units));
            }
            else
            {
                parts.Refuse(at);
            }
        }

        if (entries is null)
        {
            return Empty;
        }

        for (int i = hasMore ? NextOf(kinds, 0) : count; i < count; i = NextOf(kinds, i + 1))
        {
            if ((EventKind)kinds[i] != EventKind.OrderPaid && places!.TryGetValue(EventPacking.OrderAt(columns, i), out int place))
            {
                hasParts |= Take(columns, i, count, entries, place, currencies[entries[place].Currency]);
            }
        }

        return new OrderBook([.. entries], [.. currencies], hasParts);
    }

    /// <summary>What is left of an order at an instant.</summary>
    internal static decimal LeftAt(in OrderEntry entry, long asOf) =>
        entry.Parts is null ? entry.Units / UnitsPerMajor : entry.Parts.LeftAt(asOf);

    /// <summary>Sums of plain payments, as an amount.</summary>
    internal static decimal MajorOf(long units) => units / UnitsPerMajor;

    // A refund in another currency than its order's has no effect.
    private static bool Take(EventColumns columns, int i, int count, List<OrderEntry> entries, int place, Currency currency)
    {
        long at = columns.Instants(count)[i];
        if ((EventKind)columns.Kinds(count)[i] == EventKind.OrderDelivered)
        {
            PartsOf(entries, place).Deliver(at);
            return true;
        }

        Money? amount = EventPacking.MoneyAt(columns, i);
        if (amount is null || amount.Value.Currency == currency)
        {
            PartsOf(entries, place).Refund(at, amount?.Amount);
            return true;
        }

        return false;
    }

    private static int NextOf(ReadOnlySpan<byte> kinds, int from)
    {
        int next = kinds[from..].IndexOfAnyInRange((byte)EventKind.OrderPaid, (byte)EventKind.OrderDelivered);
        return next < 0 ? kinds.Length : from + next;
    }

    private static OrderEntry EntryOf(long at, int place, int currency, decimal amount)
    {
        decimal units = amount * UnitsPerMajor;
        if (units <= UnitsMax && decimal.Truncate(units) == units)
        {
            return new OrderEntry(at, place, currency, (long)units, null);
        }

        var parts = new OrderParts();
        parts.Pay(at, amount);
        return new OrderEntry(at, place, currency, 0, parts);
    }

    private static OrderParts PartsOf(List<OrderEntry> entries, int place)
    {
        OrderEntry entry = entries[place];
        if (entry.Parts is { } known)
        {
            return known;
        }

        var parts = new OrderParts();
        parts.Pay(entry.At, MajorOf(entry.Units));
        entries[place] = new OrderEntry(entry.At, entry.Place, entry.Currency, 0, parts);
        return parts;
    }

    private static int SlotOf(List<Currency> currencies, int code)
    {
        int slot = currencies.Count - 1;
        while (slot >= 0 && EventPacking.CodeOf(currencies[slot]) != code)
        {
            slot--;
        }

        return slot >= 0 ? slot : SlotOf(currencies, EventPacking.CurrencyAt(code));
    }

    private static int SlotOf(List<Currency> currencies, Currency currency)
    {
        int slot = currencies.IndexOf(currency);
        if (slot < 0)
        {
            slot = currencies.Count;
            currencies.Add(currency);
        }

        return slot;
    }
}
