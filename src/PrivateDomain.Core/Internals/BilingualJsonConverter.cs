using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Internals;

/// <summary>Writes a text in both languages (双语文本的 JSON 形式): <c>{"en":"…","zh":"…"}</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BilingualJsonConverter : JsonConverter<Bilingual>
{
    /// <inheritdoc/>
    public override Bilingual Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReasonValueJson.ReadBoth(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Bilingual value, JsonSerializerOptions options) =>
        ReasonValueJson.WriteBoth(Guard.Against.Null(writer), value);
}
