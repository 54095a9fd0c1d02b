using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Internals;

/// <summary>Writes a mistake with its place, its line and column where there are any, and its reason (输入错误的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MistakeJsonConverter : JsonConverter<Mistake>
{
    private static readonly ReasonJsonConverter Reasons = new();

    /// <inheritdoc/>
    public override Mistake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        (string? place, int line, int column, Reason? reason) = (null, 0, 0, null);
        JsonText.StartObject(ref reader, "a mistake");
        while (JsonText.NextMember(ref reader) is { } name)
        {
            switch (name)
            {
                case "place":
                    place = JsonText.Needed(ref reader, name);
                    break;
                case "line":
                    line = JsonText.Whole(ref reader, name);
                    break;
                case "column":
                    column = JsonText.Whole(ref reader, name);
                    break;
                case "reason":
                    reason = Reasons.Read(ref reader, typeof(Reason), options);
                    break;
                default:
                    throw JsonText.Unknown(name, "a mistake");
            }
        }

        return place is not null && reason is { } wrong && line >= 0 && column >= 0
            ? new Mistake(place, wrong, line, column)
            : throw new JsonException("A mistake has \"place\" and \"reason\", and \"line\" and \"column\" from 1 where it is in a text.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Mistake value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        writer.WriteStartObject();
        writer.WriteString("place"u8, JsonText.Whole(value.Place));
        if (value.Line > 0)
        {
            writer.WriteNumber("line"u8, value.Line);
        }

        if (value.Column > 0)
        {
            writer.WriteNumber("column"u8, value.Column);
        }

        writer.WritePropertyName("reason"u8);
        Reasons.Write(writer, value.Reason, options);
        writer.WriteEndObject();
    }
}
