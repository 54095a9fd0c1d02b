using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Internals;

/// <summary>Writes a decision as its outcome and its reasons (决定的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DecisionJsonConverter : JsonConverter<Decision>
{
    private static readonly string[] Outcomes = ["denied", "undecidable", "allowed"];

    /// <inheritdoc/>
    public override Decision Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        int outcome = -1;
        ImmutableArray<Reason> reasons = [];
        JsonText.StartObject(ref reader, "a decision");
        while (JsonText.NextMember(ref reader) is { } name)
        {
            switch (name)
            {
                case "outcome":
                    outcome = Array.IndexOf(Outcomes, JsonText.Needed(ref reader, name));
                    break;
                case "reasons":
                    reasons = ReasonListJson.Read(ref reader, options);
                    break;
                default:
                    throw JsonText.Unknown(name, "a decision");
            }
        }

        return (outcome, reasons.IsEmpty) switch
        {
            ((int)DecisionOutcome.Allowed, true) => Decision.Allowed,
            ((int)DecisionOutcome.Denied, false) => Decision.Denied(reasons.AsSpan()),
            ((int)DecisionOutcome.Undecidable, false) => Decision.Undecidable(reasons.AsSpan()),
            _ => throw new JsonException("A decision is \"allowed\" without reasons, or \"denied\" or \"undecidable\" with reasons."),
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Decision value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        writer.WriteStartObject();
        writer.WriteString("outcome"u8, Outcomes[(int)value.Outcome]);
        ReasonListJson.Write(writer, value.Reasons, options);
        writer.WriteEndObject();
    }
}

/// <summary>A list of reasons in JSON, left out when it is empty.</summary>
internal static class ReasonListJson
{
    private static readonly ReasonJsonConverter Converter = new();

    internal static ImmutableArray<Reason> Read(ref Utf8JsonReader reader, JsonSerializerOptions options, string name = "reasons")
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"\"{name}\" is a list.");
        }

        var reasons = ImmutableArray.CreateBuilder<Reason>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reasons.Add(Converter.Read(ref reader, typeof(Reason), options));
        }

        return reasons.DrainToImmutable();
    }

    internal static void Write(
        Utf8JsonWriter writer, ImmutableArray<Reason> reasons, JsonSerializerOptions options, string name = "reasons")
    {
        if (reasons.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (Reason reason in reasons)
        {
            Converter.Write(writer, reason, options);
        }

        writer.WriteEndArray();
    }
}
