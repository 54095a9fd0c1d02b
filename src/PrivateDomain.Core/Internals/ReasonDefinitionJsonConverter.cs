using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Internals;

/// <summary>Writes a kind of reason with its code and both sentences (理由种类的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReasonDefinitionJsonConverter : JsonConverter<ReasonDefinition>
{
    /// <inheritdoc/>
    public override ReasonDefinition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        (string? code, string? english, string? chinese) = (null, null, null);
        JsonText.StartObject(ref reader, "a kind of reason");
        while (JsonText.NextMember(ref reader) is { } name)
        {
            string text = JsonText.Needed(ref reader, name);
            (code, english, chinese) = name switch
            {
                "code" => (text, english, chinese),
                "en" => (code, text, chinese),
                "zh" => (code, english, text),
                _ => throw JsonText.Unknown(name, "a kind of reason"),
            };
        }

        try
        {
            return new ReasonDefinition(code ?? "", english ?? "", chinese ?? "");
        }
        catch (ArgumentException exception)
        {
            throw new JsonException($"A kind of reason has a code and a sentence in both languages. {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ReasonDefinition value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        Guard.Against.Null(value);
        writer.WriteStartObject();
        writer.WriteString("code"u8, value.Code);
        writer.WriteString("en"u8, JsonText.Whole(value.Sentence.English));
        writer.WriteString("zh"u8, JsonText.Whole(value.Sentence.Chinese));
        writer.WriteEndObject();
    }
}
