using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Reads the shop's files; says which one it is reading.</summary>
internal sealed class ShopReader(ReportOptions options)
{
    private readonly List<RowProblem> problems = [];
    private readonly Dictionary<OrderId, CustomerId> owners = [];

    /// <exception cref="CannotRunException">A file or a column is missing, or no order can be used.</exception>
    public ShopFiles Read(Action<string> reading, CancellationToken stop)
    {
        var table = new CsvTable(options, problems);
        List<T> All<T>(string file, string path, Func<Row, T> read, string? also = null, params string[] needed)
        {
            stop.ThrowIfCancellationRequested();
            reading(Path.GetFileName(path));
            return table.Read(file, path, read, also, needed);
        }

        List<OrderRow> lines = All(Fields.Orders, options.Orders, Line);
        List<ProductRow> products = options.Products is null ? [] : All(Fields.Products, options.Products, Product, options.ProductKey);
        List<LinkRow>? links = options.Links is null ? null : All(Fields.Links, options.Links, Link);
        List<CampaignRow> campaigns = options.Campaigns is null ? [] : All(Fields.Campaigns, options.Campaigns, Campaign);
        Dictionary<string, decimal>? costs = options.Costs is null ? null : Costs(All(Fields.Costs, options.Costs, Cost));
        var relations = new RelationReader(options);
        List<InteractionRow>? interactions = options.Interactions is null
            ? null
            : All(Fields.Interactions, options.Interactions, relations.Interaction, needed: options.InteractionKind == EventKind.None
                ? ["kind"] : []);
        if (options.TouchDates is not null)
        {
            All(Fields.TouchDates, options.TouchDates, relations.Dated);
        }

        List<TouchRow>? touches = options.Touches is null ? null
            : All(Fields.Touches, options.Touches, relations.Touch, needed: relations.TouchFieldsNeeded);
        ProgrammeIdea? programme = options.Programme is null
            ? null
            : ProgrammeReader.Read(options.Programme, options.OtherFormat.Encoding, options.Shop, problems);
        return new ShopFiles
        {
            Lines = [.. lines],
            Products = [.. products],
            Links = links?.ToImmutableArray(),
            Campaigns = [.. campaigns],
            Costs = costs?.ToImmutableDictionary(StringComparer.Ordinal),
            Interactions = interactions?.ToImmutableArray(),
            Touches = touches?.ToImmutableArray(),
            Programme = programme,
            Traits = options.Traits is null ? null : TraitReader.Read(options.Traits, options, problems),
            Segments = options.Segments is null ? null : SegmentReader.Read(options.Segments, options.OtherFormat.Encoding, problems),
            Problems = [.. problems],
        };
    }

    private OrderRow Line(Row row)
    {
        CustomerId customer = row.Id<CustomerId>("customer");
        LocalDateTime at = row.Date("date");
        decimal amount = row.Number("amount");
        LocalDateTime? refunded = row.DateIfAny("refunded_at");
        if (refunded < at)
        {
            row.Blame("refunded_at", new("The refund is before the order.", "退款早于下单。"));
        }

        ProductId product = row.Has("product") ? row.Id<ProductId>("product") : default;
        OrderId order = row.IsBad ? default : Order(row, customer, at);
        return new OrderRow(customer, order, at, product, row.NumberIfAny("quantity") ?? 1m, amount, refunded);
    }

    private OrderId Order(Row row, CustomerId customer, LocalDateTime at)
    {
        if (options.JoinDays)
        {
            return OrderId.From(string.Create(CultureInfo.InvariantCulture, $"{at.Date:uuuuMMdd}/{Short(customer)}"));
        }

        if (!row.Has("order"))
        {
            return OrderId.From(string.Create(CultureInfo.InvariantCulture, $"line-{row.Line}"));
        }

        OrderId order = row.Id<OrderId>("order");
        if (!row.IsBad && !owners.TryAdd(order, customer) && owners[order] != customer)
        {
            row.Blame("order", new(
                $"The order \"{order}\" belongs to customer \"{owners[order]}\", not to \"{customer}\".",
                $"订单“{order}”属于客户“{owners[order]}”，而不是“{customer}”。"));
        }

        return order;
    }

    // A day and a customer make an order; an identifier of 128 characters leaves no room for the day.
    private static string Short(CustomerId customer) => customer.Text.Length <= 110 ? customer.Text : throw new CannotRunException(new(
        $"With --join-days a customer has at most 110 characters, but one is \"{customer}\".",
        $"使用 --join-days 时客户标识最多 110 个字符，但有“{customer}”。"));

    private ProductRow Product(Row row)
    {
        ProductId id = row.Id<ProductId>("product");
        ProductId key = options.ProductKey is null ? id : row.Id<ProductId>(options.ProductKey);
        string name = options.ProductKey is null && row.Has("name") ? row.Text("name") : key.Text;
        return new ProductRow(id, key, name, row.Has("brand") ? BrandPower(row) : null);
    }

    private decimal? BrandPower(Row row)
    {
        string text = row.Text("brand");
        if (options.BrandPower.TryGetValue(text, out decimal power))
        {
            return power;
        }

        if (options.BrandPower.Count == 0)
        {
            return row.Number("brand", 0m, 1m);
        }

        row.Blame("brand", new(
            $"--brand-power has no number for \"{RowProblem.Shown(text)}\".", $"--brand-power 没有为“{RowProblem.Shown(text)}”给出数值。"));
        return null;
    }

    private static LinkRow Link(Row row)
    {
        LocalDateTime since = row.Date("since");
        var link = new LinkRow(
            row.Id<CustomerId>("customer"), row.Text("carrier"), since, row.NameIfAny("channel"), row.DateIfAny("lost_at"),
            row.DateIfAny("muted_at"));
        if (Carriers.Find(link.Carrier) is null)
        {
            row.Blame("carrier", new(
                $"\"{RowProblem.Shown(link.Carrier)}\" is no carrier; known are: {Carriers.Known}.",
                $"“{RowProblem.Shown(link.Carrier)}”不是载体；可用：{Carriers.Known}。"));
        }

        if (!row.IsBad && (link.LostAt < since || link.MutedAt < since))
        {
            row.Blame(link.LostAt < since ? "lost_at" : "muted_at", new("The end is before the link was made.", "结束早于建立链接。"));
        }

        return link;
    }

    private static CampaignRow Campaign(Row row) => new(
        row.Name("campaign"), row.NameIfAny("channel"), row.Number("unit_cost"), row.Number("volume"), row.NumberIfAny("handling") ?? 0m,
        row.Whole("gained"));

    private static KeyValuePair<string, decimal> Cost(Row row)
    {
        string key = row.Text("key");
        if (!CostKeys.All.TryGetValue(key, out decimal max))
        {
            string known = string.Join(", ", CostKeys.All.Keys.Order(StringComparer.Ordinal));
            row.Blame("key", new(
                $"\"{RowProblem.Shown(key)}\" is no cost; known are: {known}.", $"“{RowProblem.Shown(key)}”不是成本项；可用：{known}。"));
        }

        return new(key, row.Number("value", 0m, max == 0m ? 1_000_000_000m : max));
    }

    private static Dictionary<string, decimal> Costs(List<KeyValuePair<string, decimal>> rows)
    {
        var costs = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach ((string key, decimal value) in rows)
        {
            costs[key] = value; // the last one counts
        }

        return costs;
    }
}
