using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Relationships;

/// <summary>Writes how far a relationship has come, or the reasons why it is undecidable (阶段评估的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StageAssessmentJsonConverter : JsonConverter<StageAssessment>
{
    private static readonly InstantJsonConverter Instants = new();

    /// <inheritdoc/>
    public override StageAssessment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        (RelationshipStage? stage, bool? isOutOfOrder, Instant? since) = (null, null, null);
        ImmutableArray<Reason> reasons = [];
        JsonText.StartObject(ref reader, "a stage assessment");
        while (JsonText.NextMember(ref reader) is { } name)
        {
            switch (name)
            {
                case "stage":
                    stage = JsonText.Choice<RelationshipStage>(ref reader, name);
                    break;
                case "isOutOfOrder":
                    isOutOfOrder = JsonText.Flag(ref reader, name);
                    break;
                case "since":
                    since = Instants.Read(ref reader, typeof(Instant), options);
                    break;
                case "reasons":
                    reasons = ReasonListJson.Read(ref reader, options);
                    break;
                default:
                    throw JsonText.Unknown(name, "a stage assessment");
            }
        }

        return stage is null != reasons.IsEmpty && (stage is not null || (isOutOfOrder is null && since is null))
            ? new StageAssessment(stage, isOutOfOrder, since, reasons)
            : throw Neither();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, StageAssessment value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        if (value.Stage is null == value.Reasons.IsEmpty)
        {
            throw Neither();
        }

        writer.WriteStartObject();
        if (value.Stage is { } stage)
        {
            writer.WriteString("stage"u8, JsonText.NameOf(stage));
        }

        if (value.IsOutOfOrder is { } isOutOfOrder)
        {
            writer.WriteBoolean("isOutOfOrder"u8, isOutOfOrder);
        }

        if (value.Since is { } since)
        {
            writer.WritePropertyName("since"u8);
            Instants.Write(writer, since, options);
        }

        ReasonListJson.Write(writer, value.Reasons, options);
        writer.WriteEndObject();
    }

    private static JsonException Neither() => new("A stage assessment has either a stage or the reasons why it is undecidable.");
}
