using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Internals.Documents;

/// <summary>Writes the options of a policy as an object of its figures (策略配置的 JSON 形式), as they stand in the document of a shop's
/// rules.</summary>
/// <remarks>Reading is strict: what is unknown, there twice or of another form is refused with all mistakes; what is not stated has its
/// default. Ranges are not checked: the policy does.</remarks>
/// <typeparam name="TOptions">The options.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OptionsJsonConverter<TOptions> : JsonConverter<TOptions>
    where TOptions : class, IPolicyOptions<TOptions>
{
    /// <inheritdoc/>
    public override TOptions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return OptionsDocument.Read(
            TOptions.Description, JsonMarshal.GetRawUtf8Value(document.RootElement), new OptionsInput(), version: null, isChecked: false,
            out ImmutableArray<Mistake> mistakes) is { } read
            ? read
            : throw new JsonException(InvalidPolicyException.MessageOf(TOptions.Description.Name.English, mistakes, shownMax: 10));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TOptions value, JsonSerializerOptions options) =>
        TOptions.Description.Write(Guard.Against.Null(writer), Guard.Against.Null(value));
}
