using System.Collections.Immutable;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>The files that are read, and the fields of each; the first so many must be there.</summary>
internal static class Fields
{
    public const string Orders = "orders";
    public const string Products = "products";
    public const string Links = "links";
    public const string Campaigns = "campaigns";
    public const string Costs = "costs";
    public const string Interactions = "interactions";
    public const string Touches = "touches";
    public const string TouchDates = "touch_dates";
    public const string Traits = "traits";
    public const string Payments = "payments";
    public const string Refunds = "refunds";
    public const string Plan = "plan";

    private static readonly ImmutableDictionary<string, (int Required, string[] Names)> Files = new Dictionary<string, (int, string[])>
    {
        [Orders] =
            (2, ["customer", "date", "amount", "order_total", "order", "product", "quantity", "price", "status", "refunded_at",
                "refund_amount", "refund_status", "currency", "direction", "paid_out", "discount"]),
        [Products] = (1, ["product", "name", "brand", "group", "cycle_days"]),
        [Links] = (2, ["customer", "since", "carrier", "channel", "lost_at", "muted_at"]),
        [Campaigns] = (4, ["campaign", "unit_cost", "volume", "gained", "channel", "handling", "date"]),
        [Costs] = (2, ["key", "value"]),
        [Interactions] = (2, ["customer", "date", "kind", "detail"]),
        [Touches] = (1, ["customer", "date", "kind", "campaign"]),
        [TouchDates] = (2, ["campaign", "date"]),
        [Traits] = (1, ["customer"]),
        [Payments] = (2, ["order", "amount", "date", "status"]),
        [Plan] = (7, ["channel", "from", "to", "followers", "first_purchase", "orders_per_buyer", "ticket"]),
        [Refunds] = (2, ["order", "amount", "date", "status"]),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The files in their order.</summary>
    private static readonly string[] Order =
        [Orders, Products, Links, Campaigns, Costs, Interactions, Touches, TouchDates, Traits, Payments, Refunds, Plan];

    /// <summary>The first file that has a field.</summary>
    public static string FirstWith(string field) => Order.First(file => Files[file].Names.Contains(field, StringComparer.Ordinal));

    public static IEnumerable<string> Of(string file) => Files[file].Names;

    public static bool IsRequired(string file, string field) => Array.IndexOf(Files[file].Names, field) < Files[file].Required;

    /// <summary>Whether a name such as <c>customer</c> or <c>links.customer</c> is a field.</summary>
    public static bool IsKnown(string name)
    {
        string[] parts = name.Split('.', 2);
        return parts.Length == 2
            ? Files.TryGetValue(parts[0], out (int, string[] Names) file) && file.Names.Contains(parts[1], StringComparer.Ordinal)
            : Files.Values.Any(each => each.Names.Contains(name, StringComparer.Ordinal));
    }
}
