using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core;

/// <summary>A product, or a category of products scored as one (商品标识).</summary>
/// <remarks>
/// <para>Equality and ordering are those of the text, ordinal: upper and lower case differ.</para>
/// <para>The default value is empty; it is refused wherever an identifier is needed.</para>
/// </remarks>
[JsonConverter(typeof(IdJsonConverter<ProductId>))]
public readonly record struct ProductId : IIdentifier<ProductId>, IComparable<ProductId>
{
    private readonly string? text;

    private ProductId(string text) => this.text = text;

    /// <inheritdoc/>
    public string Text => text ?? "";

    /// <inheritdoc/>
    public static ProductId From(string text) => new(IdentifierText.Check(text));

    /// <inheritdoc/>
    public static bool TryFrom([NotNullWhen(true)] string? text, out ProductId id)
    {
        bool valid = IdentifierText.IsValid(text);
        id = valid ? new ProductId(text!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(ProductId other) => string.CompareOrdinal(Text, other.Text);

    /// <summary>Whether the left text stands before the right one.</summary>
    public static bool operator <(ProductId left, ProductId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left text stands after the right one.</summary>
    public static bool operator >(ProductId left, ProductId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left text stands before the right one or is the same.</summary>
    public static bool operator <=(ProductId left, ProductId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left text stands after the right one or is the same.</summary>
    public static bool operator >=(ProductId left, ProductId right) => left.CompareTo(right) >= 0;

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
