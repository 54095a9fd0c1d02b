using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Internals;

/// <summary>
/// Writes a reason with its code, both values by their kind, and both sentences
/// (理由的 JSON 形式), so that a reader that does not know the code still reads the
/// reason and can speak it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReasonJsonConverter : JsonConverter<Reason>
{
    /// <inheritdoc/>
    public override Reason Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        (string? code, string? english, string? chinese) = (null, null, null);
        (ReasonValue found, ReasonValue required) = (default, default);
        JsonText.StartObject(ref reader, "a reason");
        while (JsonText.NextMember(ref reader) is { } name)
        {
            switch (name)
            {
                case "code":
                    code = JsonText.Needed(ref reader, name);
                    break;
                case "en":
                    english = JsonText.Needed(ref reader, name);
                    break;
                case "zh":
                    chinese = JsonText.Needed(ref reader, name);
                    break;
                case "found":
                    found = ReasonValueJson.Read(ref reader);
                    break;
                case "required":
                    required = ReasonValueJson.Read(ref reader);
                    break;
                default:
                    throw JsonText.Unknown(name, "a reason");
            }
        }

        try
        {
            return new ReasonDefinition(code ?? "", english ?? "", chinese ?? "").With(found, required);
        }
        catch (ArgumentException exception)
        {
            throw new JsonException($"A reason has a code and a sentence in both languages. {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Reason value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        writer.WriteStartObject();
        writer.WriteString("code"u8, value.Code);
        ReasonValueJson.Write(writer, "found"u8, value.Found);
        ReasonValueJson.Write(writer, "required"u8, value.Required);
        writer.WriteString("en"u8, JsonText.Whole(value.Definition.Sentence.English));
        writer.WriteString("zh"u8, JsonText.Whole(value.Definition.Sentence.Chinese));
        writer.WriteEndObject();
    }
}
