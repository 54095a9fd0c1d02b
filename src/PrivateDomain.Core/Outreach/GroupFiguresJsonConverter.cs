using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Outreach;

/// <summary>Writes a group's figures as its six numbers (社群数据的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GroupFiguresJsonConverter : JsonConverter<GroupFigures>
{
    private static readonly string[] Names = ["members", "left", "deleted", "replied", "sent", "promotional"];

    /// <inheritdoc/>
    public override GroupFigures Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var numbers = new int?[Names.Length];
        JsonText.StartObject(ref reader, "a group's figures");
        while (JsonText.NextMember(ref reader) is { } name)
        {
            int at = Array.IndexOf(Names, name);
            numbers[at >= 0 ? at : throw JsonText.Unknown(name, "a group's figures")] = JsonText.Whole(ref reader, name);
        }

        try
        {
            return numbers is [{ } members, { } left, { } deleted, { } replied, { } sent, { } promotional]
                ? new GroupFigures(members, left, deleted, replied, sent, promotional)
                : throw new JsonException($"A group's figures are {string.Join(", ", Names)}.");
        }
        catch (ArgumentException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, GroupFigures value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        Guard.Against.Null(value);
        ReadOnlySpan<int> numbers = [value.Members, value.Left, value.Deleted, value.Replied, value.Sent, value.Promotional];
        writer.WriteStartObject();
        for (int at = 0; at < Names.Length; at++)
        {
            writer.WriteNumber(Names[at], numbers[at]);
        }

        writer.WriteEndObject();
    }
}
