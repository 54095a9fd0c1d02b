using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Membership;

/// <summary>Writes a member's tier with its term, what was earned, what is still needed and the reasons (会员评定的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MembershipAssessmentJsonConverter : JsonConverter<MembershipAssessment>
{
    private static readonly LocalDateJsonConverter Dates = new();

    private static readonly MembershipNeedJsonConverter Needs = new();

    /// <inheritdoc/>
    public override MembershipAssessment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        (string? tier, MembershipMove? move, MembershipHold? hold, decimal? earned) = (null, null, null, null);
        (LocalDate? since, LocalDate? until) = (null, null);
        (MembershipNeed? toStay, MembershipNeed? toRise) = (null, null);
        ImmutableArray<Reason> reasons = [];
        JsonText.StartObject(ref reader, "a membership");
        while (JsonText.NextMember(ref reader) is { } name)
        {
            switch (name)
            {
                case "tier":
                    tier = JsonText.Needed(ref reader, name);
                    break;
                case "move":
                    move = JsonText.Choice<MembershipMove>(ref reader, name);
                    break;
                case "since":
                    since = Dates.Read(ref reader, typeof(LocalDate), options);
                    break;
                case "validUntil":
                    until = Dates.Read(ref reader, typeof(LocalDate), options);
                    break;
                case "hold":
                    hold = JsonText.Choice<MembershipHold>(ref reader, name);
                    break;
                case "earned":
                    earned = JsonText.Number(ref reader, name);
                    break;
                case "toStay":
                    toStay = Needs.Read(ref reader, typeof(MembershipNeed), options);
                    break;
                case "toRise":
                    toRise = Needs.Read(ref reader, typeof(MembershipNeed), options);
                    break;
                case "reasons":
                    reasons = ReasonListJson.Read(ref reader, options);
                    break;
                default:
                    throw JsonText.Unknown(name, "a membership");
            }
        }

        return (tier, move, since, until, hold, earned) is ({ } code, { } how, { } first, { } last, { } why, { } amount) && !reasons.IsEmpty
            ? new MembershipAssessment(code, how, first, last, why, amount, reasons, toStay, toRise)
            : throw new JsonException(
                "A membership has \"tier\", \"move\", \"since\", \"validUntil\", \"hold\", \"earned\" and \"reasons\".");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MembershipAssessment value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        Guard.Against.Null(value);
        writer.WriteStartObject();
        writer.WriteString("tier"u8, JsonText.Whole(value.Tier));
        writer.WriteString("move"u8, JsonText.NameOf(value.Move));
        writer.WritePropertyName("since"u8);
        Dates.Write(writer, value.Since, options);
        writer.WritePropertyName("validUntil"u8);
        Dates.Write(writer, value.ValidUntil, options);
        writer.WriteString("hold"u8, JsonText.NameOf(value.Hold));
        writer.WriteNumber("earned"u8, JsonText.Canonical(value.Earned));
        WriteNeed(writer, "toStay"u8, value.ToStay, options);
        WriteNeed(writer, "toRise"u8, value.ToRise, options);
        ReasonListJson.Write(writer, value.Reasons, options);
        writer.WriteEndObject();
    }

    private static void WriteNeed(Utf8JsonWriter writer, ReadOnlySpan<byte> name, MembershipNeed? value, JsonSerializerOptions options)
    {
        if (value is { } need)
        {
            writer.WritePropertyName(name);
            Needs.Write(writer, need, options);
        }
    }
}
