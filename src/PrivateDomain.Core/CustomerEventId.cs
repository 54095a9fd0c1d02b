using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core;

/// <summary>One event, the same however often and wherever it arrives (事件标识).</summary>
/// <remarks>
/// <para>Equality and ordering are those of the text, ordinal: upper and lower case differ.</para>
/// <para>The default value is empty; it is refused wherever an identifier is needed.</para>
/// </remarks>
[JsonConverter(typeof(IdJsonConverter<CustomerEventId>))]
public readonly record struct CustomerEventId : IIdentifier<CustomerEventId>, IComparable<CustomerEventId>
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
}
