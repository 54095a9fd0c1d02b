using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace PrivateDomain.Core.Internals;

/// <summary>A reason's value in JSON: an object with one member, whose name is the kind of the value. Nothing to show is left
/// out.</summary>
internal static class ReasonValueJson
{
    internal static ReasonValue Read(ref Utf8JsonReader reader)
    {
        JsonText.StartObject(ref reader, "a value");
        string kind = JsonText.NextMember(ref reader) ?? throw new JsonException("A value has a kind, but it is empty.");
        ReasonValue value = kind switch
        {
            "number" => Number(ref reader),
            "share" => reader.TokenType == JsonTokenType.Null ? Ratio.Unknown : Ratio.From(Number(ref reader)),
            "money" => Money.TryParse(JsonText.Needed(ref reader, kind), null, out Money money) ? money : throw Malformed(kind),
            "text" => reader.TokenType == JsonTokenType.String ? JsonText.Needed(ref reader, kind) : ReadBoth(ref reader),
            "date" => Parsed(LocalDatePattern.Iso, ref reader, kind),
            "instant" => Parsed(InstantPattern.ExtendedIso, ref reader, kind),
            "duration" => Parsed(DurationPattern.Roundtrip, ref reader, kind),
            _ => throw JsonText.Unknown(kind, "a value"),
        };
        return JsonText.NextMember(ref reader) is { } other ? throw JsonText.Unknown(other, "a value") : value;
    }

    internal static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReasonValue value)
    {
        if (value.Content is not null)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }
    }

    internal static void Write(Utf8JsonWriter writer, ReasonValue value)
    {
        if (value.Content is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        switch (value.Content)
        {
            case decimal number:
                writer.WriteNumber("number"u8, number);
                break;
            case Ratio { IsKnown: true } share:
                writer.WriteNumber("share"u8, share.Value);
                break;
            case Ratio:
                writer.WriteNull("share"u8);
                break;
            case Money money:
                if (money.Currency.IsNone)
                {
                    throw new JsonException("An amount without a currency cannot be written.");
                }

                writer.WriteString("money"u8, money.ToString(null, CultureInfo.InvariantCulture));
                break;
            case Bilingual text when string.Equals(text.English, text.Chinese, StringComparison.Ordinal):
                writer.WriteString("text"u8, JsonText.Whole(text.English));
                break;
            case Bilingual text:
                writer.WritePropertyName("text"u8);
                WriteBoth(writer, text);
                break;
            case LocalDate date:
                writer.WriteString("date"u8, LocalDatePattern.Iso.Format(date));
                break;
            case Instant instant:
                writer.WriteString("instant"u8, InstantPattern.ExtendedIso.Format(instant));
                break;
            case Duration duration:
                writer.WriteString("duration"u8, DurationPattern.Roundtrip.Format(duration));
                break;
            default:
                throw new JsonException($"A value of the kind {value.Content.GetType().Name} cannot be written.");
        }

        writer.WriteEndObject();
    }

    private static decimal Number(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal number) ? number : throw Malformed("number");

    internal static void WriteBoth(Utf8JsonWriter writer, Bilingual text)
    {
        writer.WriteStartObject();
        writer.WriteString("en"u8, JsonText.Whole(text.English));
        writer.WriteString("zh"u8, JsonText.Whole(text.Chinese));
        writer.WriteEndObject();
    }

    internal static Bilingual ReadBoth(ref Utf8JsonReader reader)
    {
        (string? english, string? chinese) = (null, null);
        JsonText.StartObject(ref reader, "a text");
        while (JsonText.NextMember(ref reader) is { } language)
        {
            string text = JsonText.Needed(ref reader, language);
            (english, chinese) = language switch
            {
                "en" => (text, chinese),
                "zh" => (english, text),
                _ => throw JsonText.Unknown(language, "a text"),
            };
        }

        return new Bilingual(english ?? throw Malformed("text"), chinese ?? throw Malformed("text"));
    }

    private static T Parsed<T>(IPattern<T> pattern, ref Utf8JsonReader reader, string kind) =>
        pattern.Parse(JsonText.Needed(ref reader, kind)) is { Success: true } parsed ? parsed.Value : throw Malformed(kind);

    private static JsonException Malformed(string kind) => new($"A value of the kind \"{kind}\" has another form.");
}
