using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Membership;

/// <summary>Writes what a member still has to earn for a tier (差额的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MembershipNeedJsonConverter : JsonConverter<MembershipNeed>
{
    private static readonly LocalDateJsonConverter Dates = new();

    /// <inheritdoc/>
    public override MembershipNeed Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        (string? tier, decimal? amount, LocalDate? from, LocalDate? by) = (null, null, null, null);
        JsonText.StartObject(ref reader, "a need");
        while (JsonText.NextMember(ref reader) is { } name)
        {
            switch (name)
            {
                case "tier":
                    tier = JsonText.Needed(ref reader, name);
                    break;
                case "amount":
                    amount = JsonText.Number(ref reader, name);
                    break;
                case "from":
                    from = Dates.Read(ref reader, typeof(LocalDate), options);
                    break;
                case "by":
                    by = Dates.Read(ref reader, typeof(LocalDate), options);
                    break;
                default:
                    throw JsonText.Unknown(name, "a need");
            }
        }

        return (tier, amount, from) is ({ } code, >= 0, { } first)
            ? new MembershipNeed(code, amount.Value, first, by)
            : throw new JsonException("A need has \"tier\", \"amount\" (0 or more) and \"from\".");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MembershipNeed value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        string tier = value.Tier ?? throw new JsonException("A need for no tier cannot be written.");
        writer.WriteStartObject();
        writer.WriteString("tier"u8, JsonText.Whole(tier));
        writer.WriteNumber("amount"u8, JsonText.Canonical(value.Amount));
        writer.WritePropertyName("from"u8);
        Dates.Write(writer, value.From, options);
        if (value.By is { } by)
        {
            writer.WritePropertyName("by"u8);
            Dates.Write(writer, by, options);
        }

        writer.WriteEndObject();
    }
}
