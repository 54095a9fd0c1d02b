using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Internals;

/// <summary>Writes a reason's value by its kind, such as <c>{"number":3}</c>; nothing to show is null (理由数值的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReasonValueJsonConverter : JsonConverter<ReasonValue>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override ReasonValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : ReasonValueJson.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ReasonValue value, JsonSerializerOptions options) =>
        ReasonValueJson.Write(Guard.Against.Null(writer), value);
}
