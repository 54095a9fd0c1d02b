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

    /// <summary>Forgets everything, so that another order can be told.</summary>
    internal void Clear()
    {
        payments.Clear();
        refunds.Clear();
        deliveries.Clear();
        refused.Clear();
    }

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
    internal const decimal UnitsPerMajor = 10_000;

    private OrderEntry[] entries = [];
    private int count;

    /// <summary>The book of no order.</summary>
    internal static OrderBook Empty { get; } = new();

    /// <summary>The orders, by the instant of their first payment above 0.</summary>
    internal ReadOnlySpan<OrderEntry> Entries => entries.AsSpan(0, count);

    /// <summary>The currencies among them.</summary>
    internal Currency[] Currencies { get; private set; } = [];

    /// <summary>Whether any order is more than one plain payment.</summary>
    internal bool HasParts { get; private set; }

    /// <summary>The book of the first events of columns.</summary>
    internal static OrderBook Of(EventColumns columns, int count)
    {
        OrderBook book = new OrderReader().Read(columns, count);
        if (book.count == 0)
        {
            return Empty;
        }

        Array.Resize(ref book.entries, book.count);
        return book;
    }

    /// <summary>Takes the place of all that the book had: the first entries are its orders.</summary>
    internal OrderBook Write(OrderEntry[] orders, int orderCount, Currency[] currencies, bool hasParts)
    {
        (entries, count, Currencies, HasParts) = (orders, orderCount, currencies, hasParts);
        return this;
    }

    /// <summary>What is left of an order at an instant.</summary>
    internal static decimal LeftAt(in OrderEntry entry, long asOf) =>
        entry.Parts is null ? entry.Units / UnitsPerMajor : entry.Parts.LeftAt(asOf);

    /// <summary>Sums of plain payments, as an amount.</summary>
    internal static decimal MajorOf(long units) => units / UnitsPerMajor;
}
