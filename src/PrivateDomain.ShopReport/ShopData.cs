using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.ShopReport.Reading;

namespace PrivateDomain.ShopReport;

/// <summary>The shop as the rules take it: the histories of its customers, and its products.</summary>
internal sealed record ShopData
{
    private const string RowPrefix = "row-";
    private static readonly LocalTime Morning = new(10, 0);

    public required ReportOptions Options { get; init; }

    public required ShopFiles Files { get; init; }

    public required LocalDate First { get; init; }

    public required LocalDate From { get; init; }

    /// <summary>The last day that is seen, as a whole.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The last instant of that day.</summary>
    public required Instant AsOfInstant { get; init; }

    /// <summary>When it is asked who may be written to; after that day.</summary>
    public required Instant Now { get; init; }

    /// <summary>What happened with each customer, by customer.</summary>
    public required ImmutableArray<CustomerHistory> Histories { get; init; }

    /// <summary>The kinds of events that the files tell of.</summary>
    public required ImmutableHashSet<EventKind> Told { get; init; }

    /// <summary>The carrier with most links; null when there is no link.</summary>
    public required Carrier? MainCarrier { get; init; }

    /// <summary>Makes the events of the files, and shares them out.</summary>
    /// <param name="files">The files.</param>
    /// <param name="options">How they are meant.</param>
    /// <param name="asksForProducts">Whether a rule asks which products an order had; else orders are kept without their lines.</param>
    /// <exception cref="CannotRunException">The days that were asked for are not those of the files.</exception>
    public static ShopData Make(ShopFiles files, ReportOptions options, bool asksForProducts)
    {
        DateTimeZone zone = options.Shop.Zone;
        (LocalDate first, LocalDate last) = Days(files);
        LocalDate asOf = options.AsOf ?? last;
        Instant end = zone.AtStartOfDay(asOf.PlusDays(1)).ToInstant() - Duration.Epsilon;
        if (asOf < first)
        {
            throw new CannotRunException(
                new($"The first order is of {first:uuuu-MM-dd}, after --as-of.", $"最早的订单在 {first:uuuu-MM-dd}，晚于 --as-of。"));
        }

        Instant now = At(options.At ?? asOf.PlusDays(1).At(Morning), zone);
        if (now <= end)
        {
            throw new CannotRunException(new($"--at must be after the last day, {asOf:uuuu-MM-dd}.",
                $"--at 应晚于最后一日 {asOf:uuuu-MM-dd}。"));
        }

        var events = new List<CustomerEvent>();
        AddOrders(files, options, asksForProducts, events);
        if (files.Links is { } links)
        {
            AddLinks(links, zone, events);
        }
        else if (options.EveryBuyerLinked)
        {
            AddAccounts(end, events);
        }

        AddRelations(files, zone, events);
        return new ShopData
        {
            Options = options,
            Files = files,
            First = first,
            From = options.From is { } from && from > first ? from : first,
            AsOf = asOf,
            AsOfInstant = end,
            Now = now,
            Histories = CustomerHistory.GroupByCustomer(events),
            Told = [.. events.Select(static each => each.Kind)],
            MainCarrier = events.OfType<LinkMade>().GroupBy(static link => link.Carrier).OrderByDescending(static group => group.Count())
                .ThenBy(static group => group.Key).FirstOrDefault()?.Key,
        };
    }

    // The first day of an order, and the last of an order or a refund.
    private static (LocalDate First, LocalDate Last) Days(ShopFiles files)
    {
        (LocalDate first, LocalDate last) = (LocalDate.MaxIsoValue, LocalDate.MinIsoValue);
        foreach (OrderRow line in files.Lines.Concat(files.LinesOfNobody))
        {
            first = LocalDate.Min(first, line.At.Date);
            last = LocalDate.Max(last, line.At.Date);
            last = line.RefundedAt is { } back ? LocalDate.Max(last, back.Date) : last;
        }

        return (first, files.Refunds.Aggregate(last, static (latest, refund) => LocalDate.Max(latest, refund.At.Date)));
    }

    private static void AddOrders(ShopFiles files, ReportOptions options, bool withLines, List<CustomerEvent> events)
    {
        Dictionary<ProductId, ProductId> keys = [];
        foreach (ProductRow product in files.Products)
        {
            keys[product.Id] = product.Key;
        }

        ProductId Key(ProductId product) => keys.TryGetValue(product, out ProductId key) ? key : options.ProductKey is null ? product
            : default;
        Currency currency = options.Shop.Currency;
        ILookup<OrderId, RefundRow> refunds = files.Refunds.ToLookup(static refund => refund.Order);
        ReadOnlySpan<OrderRow> all = files.Lines.AsSpan();
        for (int from = 0, to; from < all.Length; from = to)
        {
            to = from + 1; // the lines of an order stand together
            while (to < all.Length && all[to].Order == all[from].Order)
            {
                to++;
            }

            ReadOnlySpan<OrderRow> order = all[from..to];
            (CustomerId customer, OrderId id) = (order[0].Customer, order[0].Order);
            LocalDateTime first = order[0].At;
            decimal amount = 0m;
            bool isGivenBack = refunds.Contains(id);
            foreach (OrderRow line in order)
            {
                first = LocalDateTime.Min(first, line.At);
                amount += line.Amount;
                isGivenBack |= line.Refund > 0m;
            }

            // The text of its order tells an event from the others too, and is there already.
            CustomerEventId name = id.Text.StartsWith(RowPrefix, StringComparison.Ordinal) ? Next(events) : CustomerEventId.From(id.Text);
            events.Add(new OrderPaid(
                name, customer, At(first, options.Shop.Zone), id, Money.From(amount, currency), withLines ? LinesOf(order) : []));
            if (isGivenBack)
            {
                AddRefunds(order, refunds[id], options.Shop, events);
            }
        }

        ImmutableArray<OrderLine> LinesOf(ReadOnlySpan<OrderRow> order)
        {
            var lines = ImmutableArray.CreateBuilder<OrderLine>(order.Length);
            foreach (OrderRow line in order)
            {
                if (line.Quantity > 0m && Key(line.Product) is { Text.Length: > 0 } product)
                {
                    lines.Add(new OrderLine(product, line.Quantity, Money.From(line.Amount, currency)));
                }
            }

            return lines.DrainToImmutable();
        }
    }

    private static void AddRefunds(ReadOnlySpan<OrderRow> order, IEnumerable<RefundRow> refunds, Shop shop, List<CustomerEvent> events)
    {
        var all = new List<(LocalDateTime At, decimal Amount)>();
        foreach (OrderRow line in order)
        {
            if (line is { RefundedAt: { } at, Refund: > 0m })
            {
                all.Add((at, line.Refund));
            }
        }

        all.AddRange(refunds.Select(static refund => (refund.At, refund.Amount)));
        foreach (IGrouping<LocalDateTime, (LocalDateTime At, decimal Amount)> back in all.GroupBy(static refund => refund.At))
        {
            events.Add(new OrderRefunded(
                Next(events), order[0].Customer, At(back.Key, shop.Zone), order[0].Order,
                Money.From(back.Sum(static refund => refund.Amount), shop.Currency)));
        }
    }

    private static void AddLinks(ImmutableArray<LinkRow> links, DateTimeZone zone, List<CustomerEvent> events)
    {
        foreach (LinkRow link in links)
        {
            Carrier carrier = Carriers.Find(link.Carrier)!.Value;
            events.Add(
                new LinkMade(Next(events), link.Customer, At(link.Since, zone), carrier, link.Channel.Length == 0 ? null : link.Channel));
            if (link.MutedAt is { } muted)
            {
                events.Add(new LinkMuted(Next(events), link.Customer, At(muted, zone), carrier));
            }

            if (link.LostAt is { } lost)
            {
                events.Add(new LinkLost(Next(events), link.Customer, At(lost, zone), carrier, LinkLoss.Deleted));
            }
        }
    }

    // An account is made with the first order that is worth something and never lost: an assumption that the report states.
    private static void AddAccounts(Instant end, List<CustomerEvent> events)
    {
        OrderPaid[] orders =
        [
            .. events.OfType<OrderPaid>().Where(order => order.At <= end && order.Amount.Amount > 0m).OrderBy(static order => order.At),
        ];
        foreach (OrderPaid order in orders.DistinctBy(static order => order.Customer))
        {
            events.Add(new LinkMade(Next(events), order.Customer, order.At, Carrier.App));
        }
    }

    private static void AddRelations(ShopFiles files, DateTimeZone zone, List<CustomerEvent> events)
    {
        foreach (InteractionRow row in files.Interactions ?? [])
        {
            events.Add(RelationEvents.Of(row, Next(events), At(row.At, zone)));
        }

        foreach (TouchRow row in files.Touches ?? [])
        {
            events.Add(new TouchSent(Next(events), row.Customer, At(row.At, zone), row.Kind));
        }
    }

    private static Instant At(LocalDateTime local, DateTimeZone zone) => local.InZoneLeniently(zone).ToInstant();

    private static CustomerEventId Next(List<CustomerEvent> events) =>
        CustomerEventId.From($"{RowPrefix}{events.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
}
