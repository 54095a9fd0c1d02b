using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core;

/// <summary>One event, the same however often and wherever it arrives (事件标识).</summary>
/// <remarks>
/// <para>The host's own text: 1 to 128 characters, no control characters, no white space at its ends. Upper and lower case differ;
/// equality and ordering are ordinal.</para>
/// <para>The default value is empty; it is refused wherever an identifier is needed.</para>
/// </remarks>
[JsonConverter(typeof(IdJsonConverter<CustomerEventId>))]
[TypeConverter(typeof(TextTypeConverter<CustomerEventId>))]
public readonly record struct CustomerEventId : IIdentifier<CustomerEventId>
{
    private readonly string? text;

    private CustomerEventId(string text) => this.text = text;

    /// <inheritdoc/>
    public string Text => text ?? "";

    /// <inheritdoc/>
    public static CustomerEventId From(string text) => new(IdentifierText.Check(text));

    /// <inheritdoc/>
    public static bool TryFrom([NotNullWhen(true)] string? text, out CustomerEventId id)
    {
        bool valid = IdentifierText.IsValid(text);
        id = valid ? new CustomerEventId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public static CustomerEventId Parse(string s, IFormatProvider? provider) => IdentifierText.Parse<CustomerEventId>(s);

    /// <inheritdoc/>
    public static CustomerEventId Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        IdentifierText.Parse<CustomerEventId>(s.ToString());

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CustomerEventId result) =>
        TryFrom(s, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out CustomerEventId result) =>
        TryFrom(s.ToString(), out result);

    /// <inheritdoc/>
    public int CompareTo(CustomerEventId other) => string.CompareOrdinal(Text, other.Text);

    /// <summary>Whether the left text stands before the right one.</summary>
    public static bool operator <(CustomerEventId left, CustomerEventId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left text stands after the right one.</summary>
    public static bool operator >(CustomerEventId left, CustomerEventId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left text stands before the right one or is the same.</summary>
    public static bool operator <=(CustomerEventId left, CustomerEventId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left text stands after the right one or is the same.</summary>
    public static bool operator >=(CustomerEventId left, CustomerEventId right) => left.CompareTo(right) >= 0;

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => Text;

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        SpanText.TryWrite(Text, destination, out charsWritten);
}
