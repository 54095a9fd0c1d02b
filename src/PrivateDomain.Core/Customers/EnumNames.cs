using System.Text.Json;

namespace PrivateDomain.Core.Customers;

/// <summary>The JSON names of an enumeration, in camel case; the value 0 ("none") has none.</summary>
internal static class EnumNames<TEnum>
    where TEnum : struct, Enum
{
    private static readonly TEnum[] Values =
        [.. Enum.GetValues<TEnum>().Where(static value => !EqualityComparer<TEnum>.Default.Equals(value, default))];

    private static readonly Utf8Names Names =
        new([.. Values.Select(static value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()))]);

    /// <summary>What there is to choose from, in words.</summary>
    internal static Bilingual Wanted { get; } = new($"one of {string.Join(", ", Names.Texts)}",
        $"以下之一：{string.Join("、", Names.Texts)}");

    internal static string Of(TEnum value) => Names.Texts[Array.IndexOf(Values, value)];

    internal static TEnum? From(ReadOnlySpan<byte> utf8Name) => Names.IndexOf(utf8Name) is >= 0 and var place ? Values[place] : null;
}
