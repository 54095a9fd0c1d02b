using NodaTime;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>What each row of an order is worth, where files tell the total of an order on one of its rows, or on all.</summary>
internal sealed class OrderAmounts(ReportOptions options, ReadingNotes notes)
{
    private const int OrdersToDoubt = 3;

    /// <summary>The rows with their amounts.</summary>
    /// <exception cref="CannotRunException">It cannot be told whether amounts are those of rows or of orders.</exception>
    public List<OrderRow> Of(List<OrderDraft> drafts)
    {
        List<ArraySegment<OrderDraft>> orders = ByOrder(drafts);
        // Files may tell totals, or amounts of rows: each kind is judged by its own.
        IEnumerable<ArraySegment<OrderDraft>> several = orders.Where(static order => order.Count > 1 && IsOfOneInstant(order));
        bool areTotalsOnce = AreTotalsOnce([.. several.Where(HasTotal)]);
        bool areAmountsOnce = options.AmountPer == AmountPer.Order || AreSuspicious(several.Where(static order => !HasTotal(order)));
        var rows = new List<OrderRow>(drafts.Count);
        foreach (ArraySegment<OrderDraft> order in orders)
        {
            if (HasTotal(order) ? areTotalsOnce : areAmountsOnce)
            {
                rows.AddRange(Shared(order));
                continue;
            }

            foreach (OrderDraft draft in order.AsSpan())
            {
                rows.Add(draft.Open is { } open
                    ? Worth(draft.Line, open.Total ?? open.Amount ?? 0m, open.RefundedAt, open.Refund)
                    : draft.Line);
            }
        }

        return rows;
    }

    /// <summary>A row that is worth an amount, of which so much was given back; null for all of it.</summary>
    public static OrderRow Worth(OrderRow line, decimal amount, LocalDateTime? refundedAt, decimal? refund)
    {
        decimal back = Math.Min(refund ?? amount, amount);
        GivenBack? given = Given(line, refundedAt, back);
        return line.Amount == amount && line.Back == given ? line : line with { Amount = amount, Back = given };
    }

    private static GivenBack? Given(OrderRow line, LocalDateTime? at, decimal amount) =>
        at is null && amount <= 0m ? null : new GivenBack(at ?? line.At, amount);

    // The rows of each order together, in the order of the first rows and, within one, of the file.
    private static List<ArraySegment<OrderDraft>> ByOrder(List<OrderDraft> drafts)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal); // by the text of the order
        int[] numberOf = new int[drafts.Count];
        for (int i = 0; i < numberOf.Length; i++)
        {
            if (i > 0 && drafts[i].Order == drafts[i - 1].Order)
            {
                numberOf[i] = numberOf[i - 1];
            }
            else if (!numbers.TryGetValue(drafts[i].Order.Text, out numberOf[i]))
            {
                numbers.Add(drafts[i].Order.Text, numberOf[i] = numbers.Count);
            }
        }

        int[] ends = new int[numbers.Count];
        foreach (int number in numberOf)
        {
            ends[number]++;
        }

        var orders = new List<ArraySegment<OrderDraft>>(ends.Length);
        var sorted = new OrderDraft[drafts.Count];
        int start = 0;
        for (int number = 0; number < ends.Length; number++)
        {
            orders.Add(new ArraySegment<OrderDraft>(sorted, start, ends[number]));
            (ends[number], start) = (start, start + ends[number]);
        }

        for (int i = 0; i < numberOf.Length; i++)
        {
            sorted[ends[numberOf[i]]++] = drafts[i];
        }

        return orders;
    }

    private static bool IsOfOneInstant(ArraySegment<OrderDraft> order)
    {
        foreach (OrderDraft draft in order.AsSpan())
        {
            if (draft.At != order[0].At)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasTotal(ArraySegment<OrderDraft> order)
    {
        foreach (OrderDraft draft in order.AsSpan())
        {
            if (draft.Total is not null)
            {
                return true;
            }
        }

        return false;
    }

    // Whether totals are those of orders: on the first row, or the same on each.
    private bool AreTotalsOnce(ArraySegment<OrderDraft>[] several)
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
    private bool AreSuspicious(IEnumerable<ArraySegment<OrderDraft>> several) =>
        options.AmountPer == AmountPer.Unknown && several.Take(OrdersToDoubt).Count() == OrdersToDoubt
            && several.All(static order => order.All(draft => draft.Amount == order[0].Amount))
            && several.Any(static order => order.Select(static draft => draft.Product).Distinct().Skip(1).Any())
            ? throw Doubt()
            : false;

    // The total shared out over the rows by their prices, where those are known; else on the first row.
    private static IEnumerable<OrderRow> Shared(ArraySegment<OrderDraft> order)
    {
        decimal total = Total(order);
        decimal weights = order.Sum(static draft => Math.Max(0m, draft.Weight ?? 0m));
        decimal left = total;
        for (int i = 0; i < order.Count; i++)
        {
            decimal part = weights <= 0m ? (i == 0 ? total : 0m)
                : i == order.Count - 1 ? left
                : decimal.Round(total * Math.Max(0m, order[i].Weight ?? 0m) / weights, 2);
            left -= part;
            yield return Shared(order[i], part, i == 0 ? Back(order, total) : 0m);
        }
    }

    private static OrderRow Shared(OrderDraft draft, decimal amount, decimal refund)
    {
        LocalDateTime? refundedAt = draft.Open is null ? draft.Line.RefundedAt : draft.Open.RefundedAt;
        return draft.Line with { Amount = amount, Back = Given(draft.Line, refundedAt, refund) };
    }

    // Once an instant: rows of one instant repeat the total, and those of several are payments, such as a deposit and the balance.
    private static decimal Total(ArraySegment<OrderDraft> order)
    {
        decimal[] payments =
        [
            .. order.Where(static draft => (draft.Total ?? draft.Amount) is not null).GroupBy(static draft => draft.At)
                .Select(static payment => (payment.First().Total ?? payment.First().Amount)!.Value),
        ];
        return payments.Length > 1 && payments.Distinct().Count() == 1 ? throw Doubt() : payments.Sum();
    }

    // What the rows of one order say was given back: the same on each, or on one of them.
    private static decimal Back(ArraySegment<OrderDraft> order, decimal total) =>
        Math.Min(total, order.Max(draft => draft.Refund ?? total));

    private static CannotRunException Doubt() => new(new(
        "The amounts may be those of rows, or those of whole orders repeated on each row. Say which with --amount-per line or --amount-per "
            + "order.",
        "金额可能是每行的金额，也可能是在每行重复的订单总额。请用 --amount-per line 或 --amount-per order 指定。"));
}
