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
        for (int i = 0; i < touches.Length; i++)
        {
            TouchSent touch = touches[i];
            if (touch.At < from)
            {
                continue;
            }

            if (touch.At + within > asOf)
            {
                open++;
                continue;
            }

            NeedAssessment need = policy.Assess(history.FactsAt(touch.At, shop), touch.ProductGroup);
            ref (int Touches, int Followed, int Orders, decimal Sales) sum = ref sums[(int)need.State];
            sum.Touches++;
            if (policy.GroupOf(touch.ProductGroup) is not { } group)
            {
                continue;
            }

            Instant end = touches.Skip(i + 1).FirstOrDefault(later => later.At > touch.At
                && string.Equals(later.ProductGroup, group.Name, StringComparison.Ordinal)) is { } next
                ? Instant.Min(next.At, touch.At + within)
                : touch.At + within;
            bool isLastOfItsInstant = !touches.Skip(i + 1).Any(later => later.At == touch.At
                && string.Equals(later.ProductGroup, group.Name, StringComparison.Ordinal));
            OrderFacts[] followed = !isLastOfItsInstant ? [] :
            [
                .. orders.Where(order => order.Counts && order.At > touch.At && order.At <= end && NeedPolicy.IsOf(order, group)),
            ];
            sum.Followed += followed.Length > 0 ? 1 : 0;
            sum.Orders += followed.Length;
            sum.Sales += followed.Where(order => order.Left.Currency == shop.Currency).Sum(order => SalesOf(order, group));
        }
    }

    // What a refund took back of an order of several products is not told by product: at most what is left is counted.
    private static decimal SalesOf(OrderFacts order, NeedGroup group) => Math.Min(
        order.Left.Amount, order.Lines.Where(line => group.Products.Contains(line.Product)).Sum(static line => line.Amount.Amount));
}
