using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Outreach;

/// <summary>Writes the outreach policy's answer as its outcome, until when, and its reasons (触达决定的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OutreachDecisionJsonConverter : JsonConverter<OutreachDecision>
{
    private static readonly InstantJsonConverter Instants = new();

    /// <inheritdoc/>
    public override OutreachDecision Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        (OutreachOutcome? outcome, Instant? until) = (null, null);
        ImmutableArray<Reason> reasons = [];
        ImmutableArray<Reason> warnings = [];
        JsonText.StartObject(ref reader, "an outreach decision");
        while (JsonText.NextMember(ref reader) is { } name)
        {
            switch (name)
            {
                case "outcome":
                    outcome = JsonText.Choice<OutreachOutcome>(ref reader, name);
                    break;
                case "until":
                    until = Instants.Read(ref reader, typeof(Instant), options);
                    break;
                case "reasons":
                    reasons = ReasonListJson.Read(ref reader, options);
                    break;
                case "warnings":
                    warnings = ReasonListJson.Read(ref reader, options, name);
                    break;
                default:
                    throw JsonText.Unknown(name, "an outreach decision");
            }
        }

        OutreachDecision decision = (outcome, until, reasons.IsEmpty) switch
        {
            (OutreachOutcome.Allowed, null, true) => OutreachDecision.Yes,
            (OutreachOutcome.Deferred, { } instant, false) => OutreachDecision.NotYet(instant, reasons),
            (OutreachOutcome.Denied or OutreachOutcome.Undecidable, null, false) => OutreachDecision.No(outcome.Value, reasons),
            _ => throw new JsonException(
                "An outreach decision is \"allowed\" without reasons, \"deferred\" with \"until\" and reasons, or "
                + "\"denied\" or \"undecidable\" with reasons."),
        };
        return warnings.IsEmpty ? decision : decision.Warned(warnings);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OutreachDecision value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        writer.WriteStartObject();
        writer.WriteString("outcome"u8, JsonText.NameOf(value.Outcome));
        if (value.Until is { } until)
        {
            writer.WritePropertyName("until"u8);
            Instants.Write(writer, until, options);
        }

        ReasonListJson.Write(writer, value.Reasons, options);
        ReasonListJson.Write(writer, value.Warnings, options, "warnings");
        writer.WriteEndObject();
    }
}
