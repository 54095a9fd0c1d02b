using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Knowledge;

/// <summary>Counts the touches of a cohort by need, and what followed each.</summary>
internal sealed class TouchNeedTally(
    NeedPolicy policy, Shop shop, TouchKind[] kinds, Instant from, Instant asOf, Duration within)
{
    private readonly (int Touches, int Followed, int Orders, decimal Sales)[] sums = new (int, int, int, decimal)[4];
    private int open;

    internal int Open => open;

    internal ImmutableArray<TouchNeedPart> Parts =>
    [
        .. sums.Select((sum, state) => new TouchNeedPart(
            (NeedState)state, sum.Touches, sum.Followed, sum.Orders, Money.From(sum.Sales, shop.Currency))),
    ];

    internal void Add(CustomerHistory history)
    {
        CustomerFacts now = history.FactsAt(asOf, shop);
        TouchSent[] touches = [.. now.Events.OfType<TouchSent>().Where(touch => kinds.Contains(touch.Touch))];
        ImmutableArray<OrderFacts> orders = touches.Length == 0 ? [] : now.Orders;

        // From the last: an order belongs to the latest touch of its group before it, so that a touch's orders end at the next one.
        var nextAt = new Dictionary<string, Instant>(StringComparer.Ordinal);
        for (int i = touches.Length - 1; i >= 0 && touches[i].At >= from; i--)
        {
            TouchSent touch = touches[i];
            Instant end = touch.At + within;
            if (end <= asOf)
            {
                NeedState state = policy.Assess(history.FactsAt(touch.At, shop), touch.ProductGroup).State;
                Count(ref sums[(int)state], touch, orders, nextAt, end);
            }
            else
            {
                open++;
            }

            if (touch.ProductGroup is { } named)
            {
                nextAt[named] = touch.At;
            }
        }
    }

    private void Count(
        ref (int Touches, int Followed, int Orders, decimal Sales) sum, TouchSent touch, ImmutableArray<OrderFacts> orders,
        Dictionary<string, Instant> nextAt, Instant end)
    {
        sum.Touches++;
        if (policy.GroupOf(touch.ProductGroup) is not { } group)
        {
            return;
        }

        Instant last = nextAt.TryGetValue(group.Name, out Instant next) ? Instant.Min(next, end) : end;
        OrderFacts[] followed =
        [
            .. orders.Where(order => order.Counts && order.At > touch.At && order.At <= last && NeedPolicy.IsOf(order, group)),
        ];
        sum.Followed += followed.Length > 0 ? 1 : 0;
        sum.Orders += followed.Length;
        sum.Sales += followed.Where(order => order.Left.Currency == shop.Currency).Sum(order => SalesOf(order, group));
    }

    // What a refund took back of an order of several products is not told by product: at most what is left is counted.
    private static decimal SalesOf(OrderFacts order, NeedGroup group) => Math.Min(
        order.Left.Amount, order.Lines.Where(line => group.Products.Contains(line.Product)).Sum(static line => line.Amount.Amount));
}
