using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Outreach;

/// <summary>Writes how a group does, with its trend, its figures and the reasons (社群健康评估的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GroupHealthAssessmentJsonConverter : JsonConverter<GroupHealthAssessment>
{
    private static readonly GroupFiguresJsonConverter Figures = new();

    /// <inheritdoc/>
    public override GroupHealthAssessment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        (GroupHealth? health, GroupTrend? trend, GroupFigures? figures) = (null, null, null);
        ImmutableArray<Reason> reasons = [];
        JsonText.StartObject(ref reader, "a group's health");
        while (JsonText.NextMember(ref reader) is { } name)
        {
            switch (name)
            {
                case "health":
                    health = JsonText.Choice<GroupHealth>(ref reader, name);
                    break;
                case "trend":
                    trend = JsonText.Choice<GroupTrend>(ref reader, name);
                    break;
                case "figures":
                    figures = Figures.Read(ref reader, typeof(GroupFigures), options);
                    break;
                case "reasons":
                    reasons = ReasonListJson.Read(ref reader, options);
                    break;
                default:
                    throw JsonText.Unknown(name, "a group's health");
            }
        }

        return (health, trend, figures) is ({ } known, { } direction, { } counted) && reasons.IsEmpty == (known == GroupHealth.Healthy)
            ? new GroupHealthAssessment(known, direction, counted, reasons)
            : throw new JsonException(
                "A group's health has \"health\", \"trend\" and \"figures\", and \"reasons\" exactly when it is not healthy.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, GroupHealthAssessment value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        Guard.Against.Null(value);
        writer.WriteStartObject();
        writer.WriteString("health"u8, JsonText.NameOf(value.Health));
        writer.WriteString("trend"u8, JsonText.NameOf(value.Trend));
        writer.WritePropertyName("figures"u8);
        Figures.Write(writer, value.Figures, options);
        ReasonListJson.Write(writer, value.Reasons, options);
        writer.WriteEndObject();
    }
}
