using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>What exports call things: columns, statuses, nobody, totals; and the known systems. All of it is data, in the folder
/// Presets.</summary>
internal static class Words
{
    private const int ShortMax = 64;
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    private static readonly Book All = Load<Book>("words.json");
    private static readonly FrozenDictionary<string, OrderStatus> Statuses = All.Statuses
        .SelectMany(static kind => kind.Value.Select(word => KeyValuePair.Create(Folded(word), KindOf(kind.Key)!.Value)))
        .DistinctBy(static pair => pair.Key).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Nobody = Set(All.Nobody);
    private static readonly FrozenSet<string> Totals = Set(All.Totals);
    private static readonly FrozenSet<string> Footers = Set(All.Footers);
    private static readonly FrozenSet<string> Incoming = Set(All.Incoming);
    private static readonly FrozenSet<string> NoRefund = Set(All.NoRefund);

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
    public static OrderStatus? StatusOf(string text)
    {
        Span<char> folded = stackalloc char[ShortMax];
        return Statuses.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Folded(text, folded), out OrderStatus status) ? status : null;
    }

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
    public static bool IsNobody(string text) => text.Length == 0 || Has(Nobody, text);

    /// <summary>Whether a field begins a row of totals.</summary>
    public static bool IsTotal(string text) => Has(Totals, text);

    /// <summary>Whether a field begins a table of totals below the rows.</summary>
    public static bool IsFooter(string text) => Has(Footers, text);

    /// <summary>Whether the direction of a bill's row is money that came in.</summary>
    public static bool IsIncoming(string text) => Has(Incoming, text);

    /// <summary>Whether the refund status of a row says that nothing was given back.</summary>
    public static bool IsNoRefund(string text) => Has(NoRefund, text);

    /// <summary>Whether a column's name says that it holds what was paid in the end.</summary>
    public static bool IsPaid(string column) => All.PaidColumns.Any(word => Folded(column).Contains(word, StringComparison.Ordinal));

    /// <summary>A name without case, blanks, underscores, and a unit in brackets: <c>金额(元)</c> is 金额.</summary>
    public static string Folded(string text) => Folded(text, stackalloc char[ShortMax]).ToString();

    // Into a place that is given where the text is short.
    private static ReadOnlySpan<char> Folded(string text, Span<char> place)
    {
        Span<char> folded = text.Length <= place.Length ? place : new char[text.Length];
        int length = 0;
        int depth = 0;
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        foreach (char c in trimmed)
        {
            depth += c is '(' or '（' ? 1 : 0;
            if (depth == 0 && c is not (' ' or '_' or '\u00A0' or '\uFEFF' or '\t'))
            {
                folded[length++] = char.ToLowerInvariant(c);
            }

            depth -= c is ')' or '）' && depth > 0 ? 1 : 0;
        }

        return length > 0 ? folded[..length] : trimmed;
    }

    private static FrozenSet<string> Set(ImmutableArray<string> words) => words.Select(Folded).ToFrozenSet(StringComparer.Ordinal);

    private static bool Has(FrozenSet<string> words, string text)
    {
        Span<char> folded = stackalloc char[ShortMax];
        return words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Folded(text, folded));
    }

    private static T Load<T>(string name)
    {
        using Stream stream = typeof(Words).Assembly.GetManifestResourceStream("Presets/" + name)!;
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }

    private sealed record Book(
        ImmutableDictionary<string, ImmutableDictionary<string, ImmutableArray<string>>> Columns,
        ImmutableDictionary<string, ImmutableArray<string>> Statuses,
        ImmutableArray<string> NoRefund, ImmutableArray<string> PaidColumns, ImmutableArray<string> Incoming,
        ImmutableArray<string> Nobody, ImmutableArray<string> Totals, ImmutableArray<string> Footers);
}
