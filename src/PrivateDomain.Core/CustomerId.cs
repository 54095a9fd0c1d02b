using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core;

/// <summary>A customer of the shop, as the host names them (客户标识).</summary>
/// <remarks>
/// <para>Equality and ordering are those of the text, ordinal: upper and lower case differ.</para>
/// <para>The default value is empty; it is refused wherever an identifier is needed.</para>
/// </remarks>
[JsonConverter(typeof(IdJsonConverter<CustomerId>))]
public readonly record struct CustomerId : IIdentifier<CustomerId>, IComparable<CustomerId>
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
}
