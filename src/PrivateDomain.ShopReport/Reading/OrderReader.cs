using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.ShopReport.Reading.Tables;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Reads orders from one file or several, with payments and refunds beside them.</summary>
internal sealed class OrderReader(ReportOptions options, CsvTable table, ReadingNotes notes)
{
    private const decimal AmountMax = 1_000_000_000_000m;
    private readonly CustomerNames customers = new(notes);
    private readonly Dictionary<string, CustomerId> owners = new(StringComparer.Ordinal); // by the text of the order
    private readonly Dictionary<string, ProductId> products = new(StringComparer.Ordinal);

    // Nothing but a row itself says what it is worth, where there is one file, no payments, and amounts are not said to be of orders.
    private readonly bool isAlone = options is { Payments: null, OrderFiles.Length: 1, AmountPer: not AmountPer.Order };
    private readonly HashSet<string> takenBack = new(StringComparer.Ordinal);
    private bool isTotalPaid;
    private (string Text, OrderId Order, CustomerId Customer) last = ("", default, default);
    private readonly List<OrderDraft> drafts = [];
    private readonly List<RefundRow> refunds = [];

    /// <summary>Everything that the files tell of orders.</summary>
    public (ImmutableArray<OrderRow> Lines, ImmutableArray<OrderRow> OfNobody, ImmutableArray<RefundRow> Refunds) Read(
        CancellationToken stop)
    {
        for (int file = 0; file < options.OrderFiles.Length; file++)
        {
            stop.ThrowIfCancellationRequested();
            ReadFile(table.Open(Fields.Orders, options.OrderFiles[file]), file);
        }

        DropTwins();
        ReadPayments();
        List<OrderRow> rows = new OrderAmounts(options, notes).Of(drafts);
        WarnOfLinesTakenBack();
        drafts.Clear();
        ReadRefunds(rows);
        CapRefunds(rows);
        customers.WarnOfTwins();
        return (
            [.. rows.Where(static row => row.Customer.Text.Length > 0)], [.. rows.Where(static row => row.Customer.Text.Length == 0)],
            [.. refunds]);
    }

    private void ReadFile(TableHead head, int file)
    {
        bool isPrice = head.Columns.TryGetValue("amount", out Column amount) && head.Columns.ContainsKey("quantity")
            && Words.ColumnsOf(Fields.Orders, "price").Any(name => Words.Folded(name) == Words.Folded(amount.Name));
        if (isPrice)
        {
            notes.Warn(new(
                $"{head.Name}: the column \"{RowProblem.Shown(amount.Name)}\" is a price, and there is a quantity: a row is worth price × "
                    + $"quantity.",
                $"{head.Name}：列“{RowProblem.Shown(amount.Name)}”是单价，且有数量列：每行金额按单价 × 数量计算。"));
        }

        CheckCurrencies(head);
        isTotalPaid = !isPrice && IsTotalPaid(head);
        var sums = new TwoAmounts(head, options, isPrice || isTotalPaid);
        Row? above = null;
        foreach (Row row in table.Rows(head))
        {
            notes.Saw();
            Row? first = above is not null && IsFurtherLine(row, above) ? above : null;
            OrderDraft? draft = Draft(row, first, file, isPrice);
            if (row.IsBad)
            {
                notes.Lost(row.Count("amount") ?? row.Count("order_total") ?? row.Count("price"));
            }
            else if (draft is { } sale)
            {
                drafts.Add(sale);
                sums.Add(row, sale.Order);
            }

            above = first ?? row;
        }

        sums.Tell(notes);
    }

    // A further line of the order above may leave out who bought, and when.
    private static bool IsFurtherLine(Row row, Row above) => row.Has("order") && row.Text("order") == above.Text("order")
        && (!row.Has("customer") || (!row.Has("date") && row.Text("customer") == above.Text("customer")));

    // Of two columns found for amounts, the one whose name says that it was paid counts, unless the shop or the system has named one.
    private bool IsTotalPaid(TableHead head)
    {
        if (!head.Columns.TryGetValue("amount", out Column amount) || !head.Columns.TryGetValue("order_total", out Column total)
            || options.Columns.For(Fields.Orders, "amount") is not null || head.Preset?.Columns.ContainsKey("amount") == true
            || Words.IsPaid(amount.Name) || !Words.IsPaid(total.Name))
        {
            return false;
        }

        notes.Detect(new(
            $"{head.Name}: \"{RowProblem.Shown(total.Name)}\" is what was paid and counts, not \"{RowProblem.Shown(amount.Name)}\".",
            $"{head.Name}：以“{RowProblem.Shown(total.Name)}”（实付）计，而非“{RowProblem.Shown(amount.Name)}”。"));
        return true;
    }

    // Null when the row is no sale, or is bad.
    private OrderDraft? Draft(Row row, Row? first, int file, bool isPrice)
    {
        Row head = first ?? row; // who, when and whether paid may stand on the first line of an order only
        if (first is { IsBad: true })
        {
            row.Blame("order", new("The first line of this order cannot be used.", "本订单的首行不可用。"));
            return null;
        }

        decimal? said = null;
        bool isRefund = row.Count("amount") == 0m && row.Has("order") && row.Count("refund_amount") is not (null or 0m)
            && StatusOf(head.Text("status")) == OrderStatus.Refunded;
        if (!isRefund && (!Counts(row, head, out said) || !IsKept(row, ref said)))
        {
            return null;
        }

        (decimal? amount, decimal? total, decimal? weight) = Worth(row, isPrice);
        amount = isRefund ? -Math.Abs(row.Number("refund_amount", -AmountMax)) : amount; // a row of its own, as in bills

        if (row.Count("discount") is { } discount && discount != 0m && (isPrice || row.HasColumn("price")) && !row.HasColumn("order_total")
            && (isPrice || !row.HasColumn("amount")))
        {
            notes.Count(ReadingReasons.DiscountNotTakenOff);
        }

        CustomerId? customer = customers.Read(head.Text("customer"));
        if (customer is null)
        {
            row.Id<CustomerId>("customer"); // says why
            return null;
        }

        LocalDateTime at = head.Date("date");
        OrderId order = row.IsBad ? default : Order(row, customer.Value, at, file);
        if (row.IsBad)
        {
            return null;
        }

        if ((amount ?? total) is { } taken and < 0m)
        {
            if (row.Has("order") || options.JoinDays)
            {
                refunds.Add(new RefundRow(order, at, -taken));
            }
            else
            {
                row.Blame(amount is null ? "order_total" : "amount", new(
                    "It is less than 0, and no order says of what it is a refund.",
                    "金额小于 0，且没有订单号，无法得知是哪笔订单的退款。"));
            }

            return null;
        }

        LocalDateTime? refundedAt = row.DateIfAny("refunded_at");
        if (refundedAt < at)
        {
            row.Blame("refunded_at", new("The refund is before the order.", "退款早于下单。"));
        }

        decimal? back = said ?? (row.Has("refund_amount") ? Math.Abs(row.Number("refund_amount", -AmountMax)) : 0m);
        if (back == 0m && refundedAt is not null)
        {
            back = null;
        }

        ProductId product = row.Has("product") ? Product(row) : default;
        if (row.IsBad)
        {
            return null;
        }

        var line = new OrderRow(customer.Value, order, at, product, Quantity(row), amount ?? 0m);
        return isAlone && amount is { } own
            ? new OrderDraft(OrderAmounts.Worth(line, own, refundedAt, back), null)
            : new OrderDraft(line, new OpenAmount(
                options.Payments is null ? null : row, row.Has("order") ? file : null, amount, total, weight, refundedAt, back));
    }

    private ProductId Product(Row row)
    {
        string text = row.Text("product");
        if (!products.TryGetValue(text, out ProductId product))
        {
            product = row.Id<ProductId>("product");
            products[text] = row.IsBad ? default : product;
        }
        else if (product == default)
        {
            row.Id<ProductId>("product"); // says why
        }

        return product;
    }

    // What the row is worth itself, what its order is worth, and what it costs by its price.
    private (decimal? Amount, decimal? Total, decimal? Weight) Worth(Row row, bool isPrice)
    {
        string priceField = isPrice ? "amount" : "price";
        bool hasTotal = row.HasColumn("order_total");
        bool hasAmount = row.HasColumn("amount") && !isPrice && !isTotalPaid;
        if (hasAmount)
        {
            // Bills have a column for what came in, and one for what went out.
            bool isOut = row.Has("paid_out") && (row.Count("amount") ?? 0m) == 0m;
            return (isOut ? -Math.Abs(row.Number("paid_out", -AmountMax)) : row.Number("amount", -AmountMax), null, null);
        }

        if (hasTotal)
        {
            decimal? cost = isTotalPaid ? row.Count("amount")
                : row.HasColumn("price") ? row.Count("price") * (row.Count("quantity") ?? 1m)
                : null;
            return (null, row.Has("order_total") ? row.Number("order_total", -AmountMax) : null, cost);
        }

        return row.HasColumn(priceField) ? (PriceTimesQuantity(row, priceField), null, null) : (null, null, null);
    }

    private static decimal PriceTimesQuantity(Row row, string priceField)
    {
        decimal worth = row.Number(priceField, -AmountMax) * (row.HasColumn("quantity") ? row.Number("quantity", -AmountMax) : 1m);
        if (Math.Abs(worth) > AmountMax)
        {
            row.Blame(priceField, new("Price × quantity is more than can be counted.", "单价 × 数量超出可计算的范围。"));
        }

        return worth;
    }

    private static decimal Quantity(Row row) => row.Count("quantity") is { } count and >= 0m ? count : 1m;

    // Whether a row is a sale, by its status and direction; and how much the status says was given back.
    private bool Counts(Row row, Row head, out decimal? back)
    {
        back = null;
        decimal amount = row.Count("amount") ?? row.Count("order_total") ?? row.Count("price") ?? 0m;
        string direction = head.Text("direction");
        string text = head.Text("status");
        if (row.HasColumn("direction") && direction.Length > 0 && !Words.IsIncoming(direction))
        {
            notes.LeaveOut(RowProblem.Shown(direction), amount);
            return false;
        }

        if (text.Length == 0)
        {
            if (row.HasColumn("status"))
            {
                notes.Count(ReadingReasons.NoStatus);
            }

            return true;
        }

        OrderStatus? status = StatusOf(text);
        decimal? bracket = InBrackets(text);
        decimal? column = row.Has("refund_amount") ? Math.Abs(row.Count("refund_amount") ?? 0m) : null;
        if (status == OrderStatus.Refunded && (bracket ?? column) is { } part and > 0m && part < amount)
        {
            (status, bracket) = (OrderStatus.PartlyRefunded, part);
        }

        switch (status)
        {
            case OrderStatus.Paid:
                return true;
            case OrderStatus.PartlyRefunded:
                back = bracket ?? column;
                if (back is null or 0m && !row.Has("refunded_at"))
                {
                    row.Blame("status", new(
                        $"\"{RowProblem.Shown(text)}\" does not say how much was given back; name the column with --map "
                            + $"refund_amount=COLUMN.",
                        $"“{RowProblem.Shown(text)}”没有说明退款金额；请用 --map refund_amount=列名 指定。"));
                }

                return !row.IsBad;
            case null:
                BlameStatus(row, text);
                return false;
            default:
                notes.LeaveOut(RowProblem.Shown(text), amount);
                return false;
        }
    }

    // Whether a sale was not taken back, by the status of its refund, where no other column tells what was given back.
    private bool IsKept(Row row, ref decimal? back)
    {
        string text = row.Text("refund_status");
        if (text.Length == 0 || back is not null || row.Count("refund_amount") is not (null or 0m) || row.Has("refunded_at")
            || Words.IsNoRefund(text))
        {
            return true;
        }

        switch (StatusOf(text))
        {
            case OrderStatus.Refunded or OrderStatus.PartlyRefunded when InBrackets(text) is { } part:
                back = part;
                return true;
            case OrderStatus.Refunded:
                decimal? own = isTotalPaid ? null : row.Count("amount");
                notes.LeaveOut(RowProblem.Shown(text), own ?? row.Count("order_total") ?? row.Count("price") ?? 0m);
                takenBack.Add(row.Text("order"));
                return false;
            case OrderStatus.PartlyRefunded:
                row.Blame("refund_status", new(
                    $"\"{RowProblem.Shown(text)}\" does not say how much was given back; name the column with --map "
                        + $"refund_amount=COLUMN.",
                    $"“{RowProblem.Shown(text)}”没有说明退款金额；请用 --map refund_amount=列名 指定。"));
                return false;
            case OrderStatus.Paid or OrderStatus.Cancelled:
                return true; // nothing was given back, or the request was withdrawn
            default:
                notes.Count(ReadingReasons.RefundStatusUnknown, RowProblem.Shown(text));
                return true;
        }
    }

    // A line was taken back, and the order's total tells nothing of it.
    private void WarnOfLinesTakenBack()
    {
        int orders = drafts.Where(draft => draft.Total is not null && takenBack.Contains(draft.Order.Text))
            .Select(static draft => draft.Order).Distinct().Count();
        if (orders > 0)
        {
            notes.WarnOfMoney(new(
                $"Of {orders} {(orders == 1 ? "order" : "orders")} a line was given back, but it is not told how much of the total: it may "
                    + "count in full. Name the column of the amount with --map refund_amount=COLUMN.",
                $"有 {orders} 笔订单的部分商品已退款，但未说明退款金额，订单总额可能全额计入。请用 --map refund_amount=列名 指定。"));
        }
    }

    private OrderStatus? StatusOf(string text) =>
        options.StatusWords.TryGetValue(text, out OrderStatus own) ? own : Words.StatusOf(text);

    // The status of a row of payments or refunds; a word that is not known costs the row, and says so.
    private OrderStatus? StatusOf(Row row, OrderStatus whenNone)
    {
        string text = row.Text("status");
        OrderStatus? status = text.Length == 0 ? whenNone : StatusOf(text);
        if (status is null)
        {
            BlameStatus(row, text);
        }

        return status;
    }

    private static void BlameStatus(Row row, string text)
    {
        string shown = RowProblem.Shown(text);
        row.Blame("status", new(
            $"The status \"{shown}\" is not known; say what it means with --status \"{shown}=paid\" (or pending, cancelled, refunded, "
                + "partly_refunded).",
            $"状态“{shown}”未知；请用 --status \"{shown}=paid\"（或 pending、cancelled、refunded、partly_refunded）说明。"));
    }

    private static decimal? InBrackets(string text)
    {
        int open = text.IndexOfAny(['(', '（']);
        int close = text.LastIndexOfAny([')', '）']);
        return open >= 0 && close > open && NumberText.TryTake(text[(open + 1)..close], out NumberText number)
            && number.Digits.Length > 0 && number.TryRead('.', out decimal amount) ? amount : null;
    }

    private OrderId Order(Row row, CustomerId customer, LocalDateTime at, int file)
    {
        if (options.JoinDays)
        {
            return OrderId.From(string.Create(CultureInfo.InvariantCulture, $"{at.Date:uuuuMMdd}/{Short(customer)}"));
        }

        string text = row.Text("order");
        if (text.Length > 0 && text == last.Text && customer == last.Customer)
        {
            return last.Order; // as the row above
        }

        bool isRuined = CustomerNames.IsRuined(text);
        if (isRuined)
        {
            notes.Count(ReadingReasons.RoundedOrder, RowProblem.Shown(text));
        }

        if (text.Length == 0 || isRuined)
        {
            return OrderId.From(string.Create(CultureInfo.InvariantCulture, $"{(file == 0 ? "" : $"{file + 1}-")}line-{row.Line}"));
        }

        OrderId order = row.Id<OrderId>("order");
        if (!row.IsBad && customer.Text.Length > 0 && !owners.TryAdd(order.Text, customer)
            && owners[order.Text] != customer)
        {
            row.Blame("order", new(
                $"The order \"{order}\" belongs to customer \"{owners[order.Text]}\", not to \"{customer}\".",
                $"订单“{order}”属于客户“{owners[order.Text]}”，而不是“{customer}”。"));
        }

        last = row.IsBad ? default : (text, order, customer);
        return order;
    }

    // A day and a customer make an order; an identifier of 128 characters leaves no room for the day.
    private static string Short(CustomerId customer) => customer.Text.Length <= 110 ? customer.Text : throw new CannotRunException(new(
        $"With --join-days a customer has at most 110 characters, but one is \"{customer}\".",
        $"使用 --join-days 时客户标识最多 110 个字符，但有“{customer}”。"));

    // Amounts in two currencies are never added.
    private void CheckCurrencies(TableHead head)
    {
        string[] there = [.. head.Currencies.Order(StringComparer.Ordinal)];
        string shop = options.Shop.Currency.Code;
        string all = string.Join(", ", there);
        if (there.Length > 1 || (there.Length == 1 && there[0] != shop))
        {
            throw new CannotRunException(new(
                $"\"{head.Path}\" has amounts in {all}, and the shop counts in {shop}: amounts in different currencies are not added. "
                    + $"{(there.Length == 1 ? $"Say --currency {there[0]}." : "Export one currency at a time.")}",
                $"“{head.Path}”中有以 {string.Join("、", there)} 计的金额，而店铺以 {shop} 计：不同货币不能相加。"
                    + $"{(there.Length == 1 ? $"请用 --currency {there[0]} 指定。" : "请按货币分别导出。")}"));
        }
    }

    // The same row in two files is one: exports of neighbouring months overlap.
    private void DropTwins()
    {
        if (options.OrderFiles.Length < 2)
        {
            return;
        }

        var seen = new Dictionary<(CustomerId, OrderId, LocalDateTime, ProductId, decimal, decimal?, decimal?), int>();
        int dropped = drafts.RemoveAll(draft => draft.Open?.File is { } file
            && !seen.TryAdd((draft.Customer, draft.Order, draft.At, draft.Product, draft.Line.Quantity, draft.Amount, draft.Total), file)
            && seen[(draft.Customer, draft.Order, draft.At, draft.Product, draft.Line.Quantity, draft.Amount, draft.Total)] != file);
        if (dropped > 0)
        {
            notes.Warn(ReadingReasons.InTwoFiles, dropped);
        }
    }

    private void ReadPayments()
    {
        if (options.Payments is null)
        {
            return;
        }

        var paid = new Dictionary<OrderId, decimal>();
        TableHead head = table.Open(Fields.Payments, options.Payments);
        foreach (Row row in table.Rows(head))
        {
            OrderId order = row.Id<OrderId>("order");
            decimal amount = row.Number("amount", -AmountMax);
            OrderStatus? status = StatusOf(row, OrderStatus.Paid);
            if (!row.IsBad && status is OrderStatus.Paid or OrderStatus.PartlyRefunded)
            {
                paid[order] = paid.GetValueOrDefault(order) + amount;
            }
        }

        var used = new HashSet<OrderId>();
        for (int i = drafts.Count - 1; i >= 0; i--)
        {
            OrderDraft draft = drafts[i];
            if (draft.Amount is not null || draft.Total is not null)
            {
                continue;
            }

            if (paid.TryGetValue(draft.Order, out decimal amount))
            {
                // Once an order, whatever its rows.
                drafts[i] = draft with { Open = draft.Open! with { Total = used.Add(draft.Order) ? amount : null } };
            }
            else
            {
                draft.Open!.Row!.Blame("order", new("The file of payments has no payment of this order.", "付款文件中没有本订单的付款。"));
                notes.Lost(null);
                drafts.RemoveAt(i);
            }
        }

        decimal left = paid.Where(each => !used.Contains(each.Key)).Sum(static each => each.Value);
        if (left != 0m)
        {
            notes.Warn(new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{head.Name}: payments of {left:0.##} belong to orders that are not counted, and are left out."),
                string.Create(CultureInfo.InvariantCulture, $"{head.Name}：有 {left:0.##} 的付款属于未计入的订单，未采用。")));
        }
    }

    private void ReadRefunds(List<OrderRow> rows)
    {
        if (options.Refunds is null)
        {
            return;
        }

        Dictionary<OrderId, LocalDateTime> orders = [];
        foreach (OrderRow row in rows)
        {
            orders.TryAdd(row.Order, row.At);
        }

        decimal left = 0m;
        TableHead head = table.Open(Fields.Refunds, options.Refunds);
        foreach (Row row in table.Rows(head))
        {
            OrderId order = row.Id<OrderId>("order");
            decimal amount = Math.Abs(row.Number("amount", -AmountMax));
            OrderStatus? status = StatusOf(row, OrderStatus.Refunded);
            if (row.IsBad || status is OrderStatus.Cancelled or OrderStatus.Pending)
            {
                continue;
            }

            if (orders.TryGetValue(order, out LocalDateTime at))
            {
                refunds.Add(new RefundRow(order, row.DateIfAny("date") ?? at, amount));
            }
            else
            {
                left += amount;
            }
        }

        if (left != 0m)
        {
            notes.WarnOfMoney(new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{head.Name}: refunds of {left:0.##} belong to orders that are not counted, and are left out."),
                string.Create(CultureInfo.InvariantCulture, $"{head.Name}：有 {left:0.##} 的退款属于未计入的订单，未采用。")));
        }
    }

    // What is given back beyond what was paid is told, and taken as all of it; a refund of an order without a payment takes nothing.
    private void CapRefunds(List<OrderRow> rows)
    {
        if (refunds.Count == 0)
        {
            return;
        }

        Dictionary<OrderId, decimal> open = [];
        foreach (OrderRow row in rows)
        {
            open[row.Order] = open.GetValueOrDefault(row.Order) + row.Amount - row.Refund;
        }

        decimal beyond = 0m;
        for (int i = 0; i < refunds.Count; i++)
        {
            RefundRow refund = refunds[i];
            decimal left = open.GetValueOrDefault(refund.Order);
            decimal taken = Math.Min(left, refund.Amount);
            beyond += refund.Amount - taken;
            open[refund.Order] = left - taken;
            refunds[i] = refund with { Amount = taken };
        }

        refunds.RemoveAll(static refund => refund.Amount == 0m);
        if (beyond > 0m)
        {
            notes.WarnOfMoney(new(
                string.Create(CultureInfo.InvariantCulture, $"Refunds of {beyond:0.##} are more than what was paid on their orders in "
                    + $"these files, and are left out. Export the months of those orders too."),
                string.Create(CultureInfo.InvariantCulture,
                    $"有 {beyond:0.##} 的退款超出其订单在文件中的付款，未采用。请同时导出这些订单所在的月份。")));
        }
    }
}
