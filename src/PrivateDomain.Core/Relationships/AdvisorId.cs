using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Relationships;

/// <summary>An advisor of the shop, as the host names them (顾问标识).</summary>
/// <remarks>
/// <para>The host's own text: 1 to 128 characters, no control characters, no white space at its ends. Upper and lower case differ;
/// equality and ordering are ordinal.</para>
/// <para>The default value is empty; it is refused wherever an identifier is needed.</para>
/// </remarks>
[JsonConverter(typeof(IdJsonConverter<AdvisorId>))]
[TypeConverter(typeof(TextTypeConverter<AdvisorId>))]
public readonly record struct AdvisorId : IIdentifier<AdvisorId>
{
    private readonly string? text;

    private AdvisorId(string text) => this.text = text;

    /// <inheritdoc/>
    public string Text => text ?? "";

    /// <inheritdoc/>
    public static AdvisorId From(string text) => new(IdentifierText.Check(text));

    /// <inheritdoc/>
    public static bool TryFrom([NotNullWhen(true)] string? text, out AdvisorId id)
    {
        bool valid = IdentifierText.IsValid(text);
        id = valid ? new AdvisorId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public static AdvisorId Parse(string s, IFormatProvider? provider) => IdentifierText.Parse<AdvisorId>(s);

    /// <inheritdoc/>
    public static AdvisorId Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => IdentifierText.Parse<AdvisorId>(s.ToString());

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AdvisorId result) => TryFrom(s, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out AdvisorId result) => TryFrom(s.ToString(), out result);

    /// <inheritdoc/>
    public int CompareTo(AdvisorId other) => string.CompareOrdinal(Text, other.Text);

    /// <summary>Whether the left text stands before the right one.</summary>
    public static bool operator <(AdvisorId left, AdvisorId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left text stands after the right one.</summary>
    public static bool operator >(AdvisorId left, AdvisorId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left text stands before the right one or is the same.</summary>
    public static bool operator <=(AdvisorId left, AdvisorId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left text stands after the right one or is the same.</summary>
    public static bool operator >=(AdvisorId left, AdvisorId right) => left.CompareTo(right) >= 0;

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => Text;

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        SpanText.TryWrite(Text, destination, out charsWritten);
}
