using System.Collections.Frozen;
using System.Text.Json;

namespace PrivateDomain.Core.Internals;

/// <summary>The names of an enumeration's values in snake case, as rules write them.</summary>
internal static class SnakeNames<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> Names = Enum.GetValues<TEnum>()
        .ToFrozenDictionary(static value => value, static value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, TEnum> Values =
        Names.ToFrozenDictionary(static x => x.Value, static x => x.Key, StringComparer.Ordinal);

    internal static IEnumerable<string> All => Names.Values.Order(StringComparer.Ordinal);

    internal static string Of(TEnum value) => Names.TryGetValue(value, out string? name) ? name : value.ToString();

    internal static TEnum? From(string name) => Values.TryGetValue(name, out TEnum value) ? value : null;
}
