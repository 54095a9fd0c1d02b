using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Internals;

/// <summary>Refuses JSON of what has no form of its own (不存储): what cannot come back whole is not written at all.</summary>
/// <remarks>What such a value is made from, its options, figures or facts, is what a host stores.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NotStoredJsonConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => true;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always; the message names the type and says what to store instead.</exception>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        string name = Guard.Against.Null(typeToConvert).Name;
        string instead = name.EndsWith("Policy", StringComparison.Ordinal) ? "its options"
            : string.Equals(name, "ShopOptions", StringComparison.Ordinal) ? "what ShopOptionsJson.Write gives"
            : name.EndsWith("Options", StringComparison.Ordinal) ? "its figures"
            : "the options, figures or facts that it is made from";
        throw new NotSupportedException($"{name} has no JSON form and would not come back whole: store {instead}.");
    }
}
