using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Relationships;

/// <summary>Writes trust as its score, or the reasons why it is undecidable (信任评估的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TrustAssessmentJsonConverter : JsonConverter<TrustAssessment>
{
    private static readonly ScoreJsonConverter Scores = new();

    /// <inheritdoc/>
    public override TrustAssessment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Score? trust = null;
        ImmutableArray<Reason> reasons = [];
        JsonText.StartObject(ref reader, "trust");
        while (JsonText.NextMember(ref reader) is { } name)
        {
            switch (name)
            {
                case "trust":
                    trust = Scores.Read(ref reader, typeof(Score), options);
                    break;
                case "reasons":
                    reasons = ReasonListJson.Read(ref reader, options);
                    break;
                default:
                    throw JsonText.Unknown(name, "trust");
            }
        }

        return trust is null != reasons.IsEmpty ? new TrustAssessment(trust, reasons) : throw Neither();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TrustAssessment value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        if (value.Trust is null == value.Reasons.IsEmpty)
        {
            throw Neither();
        }

        writer.WriteStartObject();
        if (value.Trust is { } trust)
        {
            writer.WritePropertyName("trust"u8);
            Scores.Write(writer, trust, options);
        }

        ReasonListJson.Write(writer, value.Reasons, options);
        writer.WriteEndObject();
    }

    private static JsonException Neither() => new("Trust has either a score or the reasons why it is undecidable.");
}
