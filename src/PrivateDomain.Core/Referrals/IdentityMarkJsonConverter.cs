using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Referrals;

/// <summary>Writes a mark as its text, such as <c>"phone:0123456789abcdef0123456789abcdef"</c>,
/// never what was hashed (身份标识的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IdentityMarkJsonConverter : JsonConverter<IdentityMark>
{
    /// <inheritdoc/>
    public override IdentityMark Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IdentityMark.TryParse(JsonText.Read(ref reader), out IdentityMark mark)
            ? mark
            : throw new JsonException("A mark such as \"phone:\" with 32 hexadecimal digits in lower case is needed.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IdentityMark value, JsonSerializerOptions options) =>
        Guard.Against.Null(writer).WriteStringValue(
            value.ToString() is { Length: > 0 } text ? text : throw new JsonException("A mark of no kind cannot be written."));
}
