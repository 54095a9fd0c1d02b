using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>What the converters of rules, segments and sets share (JSON 文档转换器): the document of <see cref="SegmentJson"/>, with the
/// facts that it uses and the schema lacks declared in it.</summary>
/// <typeparam name="T">What is written.</typeparam>
public abstract class DocumentConverter<T> : JsonConverter<T>
    where T : class
{
    private readonly FactSchema schema;

    private protected DocumentConverter(FactSchema schema) => this.schema = Guard.Against.Null(schema);

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("An object is needed.");
        }

        FactSchema known = document.RootElement.TryGetProperty("facts", out JsonElement facts) ? FactJson.Read(schema, facts) : schema;
        using var rest = new MemoryStream();
        using (var writer = new Utf8JsonWriter(rest))
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in document.RootElement.EnumerateObject().Where(static member => !member.NameEquals("facts")))
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        try
        {
            return Read(known, rest.ToArray());
        }
        catch (InputFormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        Fact[] facts = [.. FactJson.Missing(schema, RulesOf(Guard.Against.Null(value)))];
        using JsonDocument document = JsonDocument.Parse(ToJson(value), new JsonDocumentOptions { MaxDepth = SegmentJson.DepthMax });
        writer.WriteStartObject();
        foreach (JsonProperty member in document.RootElement.EnumerateObject())
        {
            member.WriteTo(writer);
            if (member.NameEquals("version") && facts.Length > 0)
            {
                FactJson.Write(writer, facts);
            }
        }

        writer.WriteEndObject();
    }

    private protected abstract T Read(FactSchema facts, byte[] utf8Json);

    private protected abstract byte[] ToJson(T value);

    private protected abstract IEnumerable<SegmentRule> RulesOf(T value);
}
