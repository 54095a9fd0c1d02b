using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.ShopReport.Reading.Tables;
using PrivateDomain.ShopReport.Views;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Reads the shop's files; says which one it is reading.</summary>
internal sealed class ShopReader(ReportOptions options, HowFar progress)
{
    private readonly List<RowProblem> problems = [];
    private readonly ReadingNotes notes = new();

    /// <exception cref="CannotRunException">A file or a column is missing, or no order can be used.</exception>
    public ShopFiles Read(CancellationToken stop)
    {
        var table = new CsvTable(options, notes, problems, progress);
        List<T> All<T>(string file, string path, Func<Row, T> read, string? also = null, params string[] needed)
        {
            stop.ThrowIfCancellationRequested();
            return table.Read(file, path, read, also, needed);
        }

        (ImmutableArray<OrderRow> lines, ImmutableArray<OrderRow> ofNobody, ImmutableArray<RefundRow> refunds) =
            new OrderReader(options, table, notes).Read(stop);
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
        ImmutableArray<PlanRow>? plan = options.Plan is null ? null : PlanReader.Checked(All(Fields.Plan, options.Plan, PlanReader.Row));
        ProgrammeIdea? programme = options.Programme is null
            ? null
            : ProgrammeReader.Read(options.Programme, options.OtherFormat.Encoding ?? System.Text.Encoding.UTF8, options.Shop, problems);
        SegmentSet? segments = options.Segments is null
            ? null
            : SegmentReader.Read(
                options.Segments, options.OtherFormat.Encoding ?? System.Text.Encoding.UTF8, options.Language, problems);
        return new ShopFiles
        {
            Lines = lines,
            LinesOfNobody = ofNobody,
            Refunds = refunds,
            Products = [.. products],
            Links = links?.ToImmutableArray(),
            Campaigns = [.. campaigns],
            Costs = costs?.ToImmutableDictionary(StringComparer.Ordinal),
            Interactions = interactions?.ToImmutableArray(),
            Touches = touches?.ToImmutableArray(),
            Plan = plan,
            Programme = programme,
            Traits = options.Traits is null ? null : TraitReader.Read(options.Traits, options, notes, problems),
            Segments = segments,
            Reading = notes.ToReport(),
            Problems = [.. problems],
        };
    }

    private ProductRow Product(Row row)
    {
        ProductId id = row.Id<ProductId>("product");
        ProductId key = options.ProductKey is null ? id : row.Id<ProductId>(options.ProductKey);
        string name = options.ProductKey is null && row.Has("name") ? row.Text("name") : key.Text;
        return new ProductRow(
            id, key, name, row.Has("brand") ? BrandPower(row) : null, row.NameIfAny("group"),
            row.Has("cycle_days") ? (int)row.Number("cycle_days", 1m, 3_650m) : null);
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

    private LinkRow Link(Row row)
    {
        LocalDateTime since = row.Date("since");
        var link = new LinkRow(
            row.Customer("customer"), row.Has("carrier") ? row.Text("carrier") : options.Carrier ?? row.Preset?.Carrier ?? "", since,
            row.NameIfAny("channel"), row.DateIfAny("lost_at"),
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
