using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Relationships;

/// <summary>Counts purchase days while payments and refunds come one after the other, each in about constant time.</summary>
internal sealed class PurchaseTally(DateTimeZone zone)
{
    private static readonly Comparer<Instant> LatestFirst = Comparer<Instant>.Create(static (left, right) => right.CompareTo(left));

    private readonly Dictionary<OrderId, OrderBalance> orders = [];
    private readonly Dictionary<int, int> ordersOfDay = [];
    private readonly PriorityQueue<OrderBalance, Instant> counted = new(LatestFirst); // all that count, and some that no longer do
    private ShopDays clock = new(zone);

    /// <summary>Counts a payment or a refund.</summary>
    internal void Add(CustomerEvent e)
    {
        OrderBalance? order;
        switch (e)
        {
            case OrderPaid paid:
                order = OrderOf(paid.Order);
                order.Pay(paid);
                break;
            case OrderRefunded refund:
                order = OrderOf(refund.Order);
                order.Refund(refund);
                break;
            default:
                return;
        }

        if (order.Counts != order.IsCounted)
        {
            Recount(order);
        }
    }

    /// <summary>The purchase days so far.</summary>
    internal Evidence Days()
    {
        while (counted.TryPeek(out OrderBalance? order, out Instant at))
        {
            if (order.IsCounted)
            {
                return Evidence.From(ordersOfDay.Count, at);
            }

            counted.Dequeue();
        }

        return default;
    }

    private OrderBalance OrderOf(OrderId id)
    {
        if (!orders.TryGetValue(id, out OrderBalance? order))
        {
            orders.Add(id, order = new OrderBalance());
        }

        return order;
    }

    private void Recount(OrderBalance order)
    {
        order.IsCounted = order.Counts;
        int day = clock.Of(order.At);
        int left = ordersOfDay.GetValueOrDefault(day) + (order.Counts ? 1 : -1);
        if (order.Counts)
        {
            counted.Enqueue(order, order.At);
        }

        if (left == 0)
        {
            ordersOfDay.Remove(day);
        }
        else
        {
            ordersOfDay[day] = left;
        }
    }

    // What is left of an order: it counts from its first payment above 0 on, while something is left.
    private sealed class OrderBalance
    {
        private decimal left;
        private Currency currency;
        private bool isPaid;
        private bool isPaidBack;

        internal Instant At { get; private set; }

        internal bool Counts => isPaid && !isPaidBack && left > 0m;

        internal bool IsCounted { get; set; }

        internal void Pay(OrderPaid paid)
        {
            left += paid.Amount.Amount;
            if (!isPaid && paid.Amount.Amount > 0m)
            {
                (isPaid, At, currency) = (true, paid.At, paid.Amount.Currency);
            }
        }

        internal void Refund(OrderRefunded refund)
        {
            if (refund.Amount is not { } part)
            {
                isPaidBack = true;
            }
            else if (!isPaid || part.Currency == currency)
            {
                left -= part.Amount;
            }
        }
    }
}
