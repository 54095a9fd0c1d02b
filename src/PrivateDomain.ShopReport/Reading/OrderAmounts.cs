namespace PrivateDomain.ShopReport.Reading;

/// <summary>What each row of an order is worth, where files tell the total of an order on one of its rows, or on all.</summary>
internal sealed class OrderAmounts(ReportOptions options, ReadingNotes notes)
{
    private const int OrdersToDoubt = 3;

    /// <summary>The rows with their amounts.</summary>
    /// <exception cref="CannotRunException">It cannot be told whether amounts are those of rows or of orders.</exception>
    public List<OrderRow> Of(List<OrderDraft> drafts)
    {
        OrderDraft[][] orders = [.. drafts.GroupBy(static draft => draft.Order).Select(static order => order.ToArray())];
        // Files may tell totals, or amounts of rows: each kind is judged by its own.
        OrderDraft[][] several = [.. orders.Where(static order => order.Length > 1 && order.All(draft => draft.At == order[0].At))];
        bool areTotalsOnce = AreTotalsOnce([.. several.Where(HasTotal)]);
        bool areAmountsOnce = options.AmountPer == AmountPer.Order || AreSuspicious([.. several.Where(static order => !HasTotal(order))]);
        var rows = new List<OrderRow>(drafts.Count);
        foreach (OrderDraft[] order in orders)
        {
            rows.AddRange((HasTotal(order) ? areTotalsOnce : areAmountsOnce)
                ? Shared(order)
                : order.Select(static draft => Row(draft, draft.Total ?? draft.Amount ?? 0m)));
        }

        return rows;
    }

    private static bool HasTotal(OrderDraft[] order) => Array.Exists(order, static draft => draft.Total is not null);

    // Whether totals are those of orders: on the first row, or the same on each.
    private bool AreTotalsOnce(OrderDraft[][] several)
    {
        if (options.AmountPer != AmountPer.Unknown)
        {
            return options.AmountPer == AmountPer.Order;
        }

        int repeated = several.Count(static order => order.All(draft => draft.Total == order[0].Total));
        int different = several.Count(static order =>
            order.Where(static draft => draft.Total is not null).Select(static draft => draft.Total).Distinct().Skip(1).Any());
        if (repeated > 0 && different > 0)
        {
            throw Doubt();
        }

        if (repeated > 0)
        {
            notes.Warn(ReadingReasons.TotalOnEachRow, repeated);
        }

        return different == 0;
    }

    // Amounts that are the same on all rows of every order look like those of orders.
    private bool AreSuspicious(OrderDraft[][] several) =>
        options.AmountPer == AmountPer.Unknown && several.Length >= OrdersToDoubt
            && several.All(static order => order.All(draft => draft.Amount == order[0].Amount))
            && several.Any(static order => order.Select(static draft => draft.Product).Distinct().Skip(1).Any())
            ? throw Doubt()
            : false;

    // The total shared out over the rows by their prices, where those are known; else on the first row.
    private static IEnumerable<OrderRow> Shared(OrderDraft[] order)
    {
        decimal total = Total(order);
        decimal weights = order.Sum(static draft => Math.Max(0m, draft.Weight ?? 0m));
        decimal left = total;
        for (int i = 0; i < order.Length; i++)
        {
            decimal part = weights <= 0m ? (i == 0 ? total : 0m)
                : i == order.Length - 1 ? left
                : decimal.Round(total * Math.Max(0m, order[i].Weight ?? 0m) / weights, 2);
            left -= part;
            yield return Row(order[i], part, i == 0 ? Back(order, total) : 0m);
        }
    }

    // Once an instant: rows of one instant repeat the total, and those of several are payments, such as a deposit and the balance.
    private static decimal Total(OrderDraft[] order)
    {
        decimal[] payments =
        [
            .. order.Where(static draft => (draft.Total ?? draft.Amount) is not null).GroupBy(static draft => draft.At)
                .Select(static payment => (payment.First().Total ?? payment.First().Amount)!.Value),
        ];
        return payments.Length > 1 && payments.Distinct().Count() == 1 ? throw Doubt() : payments.Sum();
    }

    // What the rows of one order say was given back: the same on each, or on one of them.
    private static decimal Back(OrderDraft[] order, decimal total) => Math.Min(total, order.Max(draft => draft.Refund ?? total));

    private static OrderRow Row(OrderDraft draft, decimal amount, decimal? back = null)
    {
        decimal refund = back ?? Math.Min(draft.Refund ?? amount, amount);
        return new OrderRow(
            draft.Customer, draft.Order, draft.At, draft.Product, draft.Quantity, amount,
            refund > 0m ? draft.RefundedAt ?? draft.At : draft.RefundedAt, refund);
    }

    private static CannotRunException Doubt() => new(new(
        "The amounts may be those of rows, or those of whole orders repeated on each row. Say which with --amount-per line or --amount-per "
            + "order.",
        "金额可能是每行的金额，也可能是在每行重复的订单总额。请用 --amount-per line 或 --amount-per order 指定。"));
}
