using System.Collections.Immutable;
using System.Text.Json;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>The names of some kinds: Chinese ones, and the English ones in the form of <c>activity_joined</c>.</summary>
internal sealed class KindNames<TKind>
    where TKind : struct, Enum
{
    private readonly ImmutableDictionary<string, TKind> byName;

    public KindNames(Dictionary<string, TKind> chinese)
    {
        byName = chinese
            .Concat(chinese.Values.Select(static kind => KeyValuePair.Create(English(kind), kind)))
            .ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);
        Known = string.Join(", ", chinese.Values.Select(English));
    }

    /// <summary>The names that can be written, for messages.</summary>
    public string Known { get; }

    public TKind? Find(string name) => byName.TryGetValue(name, out TKind kind) ? kind : null;

    private static string English(TKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
