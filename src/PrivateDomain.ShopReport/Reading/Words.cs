using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>What exports call things: columns, statuses, nobody, totals; and the known systems. All of it is data, in the folder
/// Presets.</summary>
internal static class Words
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    private static readonly Book All = Load<Book>("words.json");
    private static readonly ImmutableDictionary<string, OrderStatus> Statuses = All.Statuses
        .SelectMany(static kind => kind.Value.Select(word => KeyValuePair.Create(Folded(word), KindOf(kind.Key)!.Value)))
        .DistinctBy(static pair => pair.Key).ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableHashSet<string> Nobody = [.. All.Nobody.Select(Folded)];
    private static readonly ImmutableHashSet<string> Totals = [.. All.Totals.Select(Folded)];
    private static readonly ImmutableHashSet<string> Footers = [.. All.Footers.Select(Folded)];
    private static readonly ImmutableHashSet<string> Incoming = [.. All.Incoming.Select(Folded)];

    /// <summary>The known systems.</summary>
    public static ImmutableArray<Preset> Presets { get; } =
    [
        .. typeof(Words).Assembly.GetManifestResourceNames()
            .Where(
                static name => name.StartsWith("Presets/", StringComparison.Ordinal)
                    && !name.EndsWith("/words.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(static name => Load<Preset>(name["Presets/".Length..])),
    ];

    /// <summary>The names under which a field is found, the best first.</summary>
    public static ImmutableArray<string> ColumnsOf(string file, string field) =>
        All.Columns.TryGetValue(file, out ImmutableDictionary<string, ImmutableArray<string>>? fields)
            && fields.TryGetValue(field, out ImmutableArray<string> names) ? names : [];

    /// <summary>What a status word means; null when it is not known.</summary>
    public static OrderStatus? StatusOf(string text) => Statuses.TryGetValue(Folded(text), out OrderStatus status) ? status : null;

    /// <summary>The kind that an option or a mapping file names, such as <c>partly_refunded</c>.</summary>
    public static OrderStatus? KindOf(string name) => name switch
    {
        "paid" => OrderStatus.Paid,
        "partly_refunded" => OrderStatus.PartlyRefunded,
        "refunded" => OrderStatus.Refunded,
        "cancelled" => OrderStatus.Cancelled,
        "pending" => OrderStatus.Pending,
        _ => null,
    };

    /// <summary>The name of a kind, as <see cref="KindOf"/> reads it.</summary>
    public static string NameOf(OrderStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());

    /// <summary>Whether a customer's field stands for nobody.</summary>
    public static bool IsNobody(string text) => text.Length == 0 || Nobody.Contains(Folded(text));

    /// <summary>Whether a field begins a row of totals.</summary>
    public static bool IsTotal(string text) => Totals.Contains(Folded(text));

    /// <summary>Whether a field begins a table of totals below the rows.</summary>
    public static bool IsFooter(string text) => Footers.Contains(Folded(text));

    /// <summary>Whether the direction of a bill's row is money that came in.</summary>
    public static bool IsIncoming(string text) => Incoming.Contains(Folded(text));

    /// <summary>A name without case, blanks, underscores, and a unit in brackets: <c>金额(元)</c> is 金额.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        int depth = 0;
        foreach (char c in text.Trim())
        {
            depth += c is '(' or '（' ? 1 : 0;
            if (depth == 0 && c is not (' ' or '_' or '\u00A0' or '\uFEFF' or '\t'))
            {
                folded.Append(char.ToLowerInvariant(c));
            }

            depth -= c is ')' or '）' && depth > 0 ? 1 : 0;
        }

        return folded.Length > 0 ? folded.ToString() : text.Trim();
    }

    private static T Load<T>(string name)
    {
        using Stream stream = typeof(Words).Assembly.GetManifestResourceStream("Presets/" + name)!;
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }

    private sealed record Book(
        ImmutableDictionary<string, ImmutableDictionary<string, ImmutableArray<string>>> Columns,
        ImmutableDictionary<string, ImmutableArray<string>> Statuses,
        ImmutableArray<string> Incoming, ImmutableArray<string> Nobody, ImmutableArray<string> Totals, ImmutableArray<string> Footers);
}
