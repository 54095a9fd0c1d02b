using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.ShopReport.Reading;

namespace PrivateDomain.ShopReport;

/// <summary>After how many days products are bought again, and what each customer bought last.</summary>
internal sealed class PurchaseRhythm
{
    private const int GapsMin = 5; // fewer say little of a product

    private readonly Dictionary<ProductId, int> cycles = [];
    private readonly Dictionary<ProductId, int> stated = [];
    private readonly Dictionary<CustomerId, List<(ProductId Product, LocalDate Day)>> last = [];
    private readonly Dictionary<ProductId, string> names = [];

    private PurchaseRhythm()
    {
    }

    /// <summary>Measures the lines that still count at the end of the data.</summary>
    public static PurchaseRhythm Of(ShopData data, IReadOnlySet<CustomerId> asked)
    {
        var rhythm = new PurchaseRhythm();
        Dictionary<ProductId, ProductRow> products = [];
        foreach (ProductRow row in data.Files.Products)
        {
            products[row.Id] = row;
            rhythm.names[row.Key] = row.Name;
            if (row.CycleDays is { } days)
            {
                rhythm.stated[row.Key] = Math.Min(days, rhythm.stated.GetValueOrDefault(row.Key, days));
            }
        }

        LocalDateTime end = data.AsOf.PlusDays(1).AtMidnight();
        Dictionary<CustomerId, int> customers = [];
        Dictionary<ProductId, int> keys = [];
        List<CustomerId> customerOf = [];
        List<ProductId> productOf = [];
        var bought = new List<(int Customer, int Product, int Day)>();
        foreach (OrderRow line in data.Files.Lines)
        {
            ProductId product = products.TryGetValue(line.Product, out ProductRow? row) ? row.Key : line.Product;
            if (product.Text.Length > 0 && line.At < end && line.Quantity > 0m && !line.IsGoneBefore(end))
            {
                bought.Add((Place(customers, customerOf, line.Customer), Place(keys, productOf, product),
                    Period.DaysBetween(LocalDate.MinIsoValue, line.At.Date)));
            }
        }

        bought.Sort();
        var gaps = new List<int>[productOf.Count];
        for (int i = 0; i < bought.Count; i++)
        {
            (int customer, int product, int day) = bought[i];
            bool isLast = i + 1 == bought.Count || (bought[i + 1].Customer, bought[i + 1].Product) != (customer, product);
            if (!isLast && bought[i + 1].Day > day)
            {
                (gaps[product] ??= []).Add(bought[i + 1].Day - day);
            }

            if (isLast && asked.Contains(customerOf[customer]))
            {
                if (!rhythm.last.TryGetValue(customerOf[customer], out var list))
                {
                    rhythm.last[customerOf[customer]] = list = [];
                }

                list.Add((productOf[product], LocalDate.MinIsoValue.PlusDays(day)));
            }
        }

        for (int i = 0; i < gaps.Length; i++)
        {
            if (gaps[i] is { Count: >= GapsMin } known)
            {
                known.Sort();
                rhythm.cycles[productOf[i]] = known[known.Count / 2];
            }
        }

        return rhythm;
    }

    /// <summary>What a customer bought last, the latest first; empty for whom was not asked.</summary>
    public IEnumerable<(ProductId Product, LocalDate Day)> LastOf(CustomerId customer) =>
        (last.GetValueOrDefault(customer) ?? []).OrderByDescending(static each => each.Day).ThenBy(static each => each.Product);

    /// <summary>After how many days a product is bought again: what the shop states goes before what its orders tell, as for needs; null
    /// when neither is known.</summary>
    public int? CycleOf(ProductId product) =>
        stated.TryGetValue(product, out int days) || cycles.TryGetValue(product, out days) ? days : null;

    public string NameOf(ProductId product) => names.GetValueOrDefault(product) ?? product.Text;

    private static int Place<T>(Dictionary<T, int> places, List<T> all, T item)
        where T : notnull
    {
        if (!places.TryGetValue(item, out int place))
        {
            places[item] = place = all.Count;
            all.Add(item);
        }

        return place;
    }
}
