using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core;

/// <summary>A customer of the shop, as the host names them (客户标识).</summary>
/// <remarks>
/// <para>The host's own text: 1 to 128 characters, no control characters, no white space at its ends. Upper and lower case differ;
/// equality and ordering are ordinal.</para>
/// <para>The default value is empty; it is refused wherever an identifier is needed.</para>
/// </remarks>
/// <example>
/// <code>
/// CustomerId anna = CustomerId.From("anna"); // the host's own text; case matters
/// bool isId = CustomerId.TryFrom(column, out CustomerId customer); // false for "", " anna" and 129 characters
/// </code>
/// </example>
[JsonConverter(typeof(IdJsonConverter<CustomerId>))]
[TypeConverter(typeof(TextTypeConverter<CustomerId>))]
public readonly record struct CustomerId : IIdentifier<CustomerId>
{
    private readonly string? text;

    private CustomerId(string text) => this.text = text;

    /// <inheritdoc/>
    public string Text => text ?? "";

    /// <inheritdoc/>
    public static CustomerId From(string text) => new(IdentifierText.Check(text));

    /// <inheritdoc/>
    public static bool TryFrom([NotNullWhen(true)] string? text, out CustomerId id)
    {
        bool valid = IdentifierText.IsValid(text);
        id = valid ? new CustomerId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public static CustomerId Parse(string s, IFormatProvider? provider) => IdentifierText.Parse<CustomerId>(s);

    /// <inheritdoc/>
    public static CustomerId Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => IdentifierText.Parse<CustomerId>(s.ToString());

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CustomerId result) => TryFrom(s, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out CustomerId result) =>
        TryFrom(s.ToString(), out result);

    /// <inheritdoc/>
    public int CompareTo(CustomerId other) => string.CompareOrdinal(Text, other.Text);

    /// <summary>Whether the left text stands before the right one.</summary>
    public static bool operator <(CustomerId left, CustomerId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left text stands after the right one.</summary>
    public static bool operator >(CustomerId left, CustomerId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left text stands before the right one or is the same.</summary>
    public static bool operator <=(CustomerId left, CustomerId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left text stands after the right one or is the same.</summary>
    public static bool operator >=(CustomerId left, CustomerId right) => left.CompareTo(right) >= 0;

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => Text;

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        SpanText.TryWrite(Text, destination, out charsWritten);
}
