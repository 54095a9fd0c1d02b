using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Relationships;

/// <summary>Writes a journey as an array of its moves (关系历程的 JSON 形式): the stage left, the cause, the instant and the
/// reason.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StageJourneyJsonConverter : JsonConverter<StageJourney>
{
    private static readonly InstantJsonConverter Instants = new();

    private static readonly ReasonJsonConverter Reasons = new();

    /// <inheritdoc/>
    public override StageJourney Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A journey is an array of moves.");
        }

        try
        {
            var moves = ImmutableArray.CreateBuilder<StageMove>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                moves.Add(ReadMove(ref reader, options));
            }

            return StageJourney.From(moves.ToImmutable().AsSpan());
        }
        catch (ArgumentException wrong)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, StageJourney value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        Guard.Against.Null(value);
        writer.WriteStartArray();
        foreach (StageMove move in value.Moves)
        {
            writer.WriteStartObject();
            writer.WriteString("from"u8, JsonText.NameOf(move.From));
            writer.WriteString("cause"u8, JsonText.NameOf(move.Cause));
            writer.WritePropertyName("at"u8);
            Instants.Write(writer, move.At, options);
            writer.WritePropertyName("reason"u8);
            Reasons.Write(writer, move.Reason, options);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static StageMove ReadMove(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        (RelationshipStage? from, MoveCause? cause, Instant? at, Reason? reason) = (null, null, null, null);
        JsonText.StartObject(ref reader, "a move");
        while (JsonText.NextMember(ref reader) is { } name)
        {
            switch (name)
            {
                case "from":
                    from = JsonText.Choice<RelationshipStage>(ref reader, name);
                    break;
                case "cause":
                    cause = JsonText.Choice<MoveCause>(ref reader, name);
                    break;
                case "at":
                    at = Instants.Read(ref reader, typeof(Instant), options);
                    break;
                case "reason":
                    reason = Reasons.Read(ref reader, typeof(Reason), options);
                    break;
                default:
                    throw JsonText.Unknown(name, "a move");
            }
        }

        return (from, cause, at, reason) is ({ } left, { } why, { } when, { } because)
            ? new(left, why, when, because)
            : throw new JsonException("A move has \"from\", \"cause\", \"at\" and \"reason\".");
    }
}
