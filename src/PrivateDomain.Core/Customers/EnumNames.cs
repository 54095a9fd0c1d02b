using System.Collections.Frozen;
using System.Text.Json;

namespace PrivateDomain.Core.Customers;

/// <summary>The JSON names of an enumeration, in camel case; the value 0 ("none") has none.</summary>
internal static class EnumNames<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> Names = Enum.GetValues<TEnum>()
        .Where(static value => !EqualityComparer<TEnum>.Default.Equals(value, default))
        .ToFrozenDictionary(static value => value, static value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string,
        TEnum> Values = Names.ToFrozenDictionary(static x => x.Value, static x => x.Key, StringComparer.Ordinal);

    internal static string Of(TEnum value) => Names[value];

    /// <summary>What there is to choose from, in words.</summary>
    internal static Bilingual Wanted { get; } = new($"one of {string.Join(", ", Names.Values)}", $"以下之一：{string.Join("、", Names.Values)}");

    internal static TEnum? From(ReadOnlySpan<char> name) =>
        Values.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out TEnum value) ? value : null;
}
