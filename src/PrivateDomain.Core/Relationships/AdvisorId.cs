using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Relationships;

/// <summary>An advisor of the shop, as the host names them (顾问标识).</summary>
/// <remarks>
/// <para>Equality and ordering are those of the text, ordinal: upper and lower case differ.</para>
/// <para>The default value is empty; it is refused wherever an identifier is needed.</para>
/// </remarks>
[JsonConverter(typeof(IdJsonConverter<AdvisorId>))]
public readonly record struct AdvisorId : IIdentifier<AdvisorId>, IComparable<AdvisorId>
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
}
