using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;

namespace PrivateDomain.Core.Customers;

public sealed partial class CustomerFacts
{
    private readonly int firstPurchaseDay;
    private readonly int lastPurchaseDay;
    private readonly int today;

    /// <summary>How many orders were paid and not wholly paid back, in any currency (订单数).</summary>
    public int OrderCount { get; }

    /// <summary>How many of <see cref="OrderCount"/> are in another currency than the shop's; their amounts are in no sum.</summary>
    public int OtherCurrencyOrderCount { get; }

    /// <summary>What the orders in the shop's currency brought, less refunds (累计消费).</summary>
    public Money Spend { get; }

    /// <summary>When the first order that counts was paid; null when there is none.</summary>
    public Instant? FirstOrderAt { get; }

    /// <summary>When the last order that counts was paid; null when there is none.</summary>
    public Instant? LastOrderAt { get; }

    /// <summary>On how many of the shop's days there is an order that counts (购买天数).</summary>
    public int PurchaseDayCount { get; }

    /// <summary><see cref="Spend"/> for each order in the shop's currency (客单价); no value, with the reason <c>customers.no_orders</c>, when there is none.</summary>
    public Answer<Money> AverageTicket => AverageOf(Spend, OrderCount - OtherCurrencyOrderCount);

    /// <summary>How many of the shop's days ago the last order that counts was, 0 for today; null when there is none.</summary>
    public int? DaysSinceLastOrder => OrderCount == 0 ? null : today - lastPurchaseDay;

    /// <summary>The mean number of days from one purchase day to the next (复购周期); no value, with the reason <c>customers.too_few_purchase_days</c>, below two days.</summary>
    public Answer<decimal> RepurchaseCycleDays => PurchaseDayCount < 2
        ? Answer<decimal>.Refused(CustomersReasons.TooFewPurchaseDays.With(PurchaseDayCount, 2))
        : (decimal)(lastPurchaseDay - firstPurchaseDay) / (PurchaseDayCount - 1);

    /// <summary>The shop's days with an order that counts, ascending (购买日).</summary>
    public ImmutableArray<LocalDate> PurchaseDays
    {
        get
        {
            var days = ImmutableArray.CreateBuilder<LocalDate>(PurchaseDayCount);
            ShopDays daysOf = clock;
            int last = int.MinValue;
            HistoryIndex index = history.Index;
            for (int i = 0; i < index.Orders.Length && index.PaidAt[i] <= AsOf; i++)
            {
                if (index.Orders[i].LeftAt(AsOf) is not null && daysOf.Of(index.PaidAt[i]) is var day && day > last)
                {
                    days.Add(ShopDays.DateOf(day));
                    last = day;
                }
            }

            return days.DrainToImmutable();
        }
    }

    /// <summary>How many orders that count were paid in a window, in any currency.</summary>
    /// <param name="window">The window.</param>
    public int OrderCountIn(TimeWindow window)
    {
        (int start, int stop) = Find(history.Index.PaidAt, window);
        int count = stop - start;
        if (history.Index.HasRefunds)
        {
            foreach (ref readonly OrderEntry order in history.Index.Orders.AsSpan(start, count))
            {
                count -= order.LeftAt(AsOf) is null ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>What orders in the shop's currency paid in a window brought, less refunds, whenever those were.</summary>
    /// <param name="window">The window.</param>
    public Money SpendIn(TimeWindow window) => Money.Of(Sum(window).Spend, Shop.Currency);

    /// <summary>On how many of the shop's days in a window there is an order that counts.</summary>
    /// <param name="window">The window.</param>
    public int PurchaseDayCountIn(TimeWindow window) => Sum(window).Days;

    private static Answer<Money> AverageOf(Money spend, int orders) =>
        orders == 0 ? Answer<Money>.Refused(CustomersReasons.NoOrders.With(0, 1)) : spend / orders;

    private OrderSums Sum(TimeWindow window)
    {
        OrderSums sums = default;
        ShopDays days = clock;
        HistoryIndex index = history.Index;
        (int start, int stop) = Find(index.PaidAt, window);
        for (int i = start; i < stop; i++)
        {
            ref readonly OrderEntry order = ref index.Orders[i];
            if (order.Refunds is null)
            {
                sums.Add(index.PaidAt[i], days.Of(index.PaidAt[i]), order.Amount, Shop.Currency);
            }
            else if (order.LeftAt(AsOf) is { } left)
            {
                sums.Add(index.PaidAt[i], days.Of(index.PaidAt[i]), left, Shop.Currency);
            }
        }

        return sums;
    }

    private (int Start, int Stop) Find(Instant[] instants, TimeWindow window)
    {
        (Instant from, Instant end) = Resolve(window);
        int start = HistoryIndex.PlaceOf(instants, from);
        return (start, start + HistoryIndex.PlaceOf(instants.AsSpan(start), end));
    }

    private (Instant From, Instant End) Resolve(TimeWindow window)
    {
        ShopDays days = clock;
        return window.Resolve(AsOf, ref days);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct OrderSums
    {
        internal int Count;
        internal int OtherCurrency;
        internal decimal Spend;
        internal Instant? First;
        internal Instant? Last;
        internal int Days;
        internal int FirstDay;
        internal int LastDay;

        internal void Add(Instant at, int day, Money left, Currency currency)
        {
            if (Count == 0)
            {
                (First, FirstDay) = (at, day);
            }

            Days += Count == 0 || day > LastDay ? 1 : 0;
            (Last, LastDay) = (at, day);
            Count++;
            if (left.Currency == currency)
            {
                Spend += left.Amount;
            }
            else
            {
                OtherCurrency++;
            }
        }
    }
}
