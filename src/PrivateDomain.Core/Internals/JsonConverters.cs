using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace PrivateDomain.Core.Internals;

/// <summary>Writes money as its exact text, such as <c>"12.50 CNY"</c> (金额的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    private const int LengthMax = 64;

    /// <inheritdoc/>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read(ref reader) is { Length: <= LengthMax } text && Money.TryParse(text, null, out Money money)
            ? money
            : throw new JsonException("An amount with a currency such as \"12.50 CNY\" is needed.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        Guard.Against.Null(writer).WriteStringValue(
            value.Currency.IsNone ? throw new JsonException("An amount without a currency cannot be written.") : value.ToString());
}

/// <summary>Writes a currency as its ISO 4217 code (币种的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CurrencyJsonConverter : JsonConverter<Currency>
{
    /// <inheritdoc/>
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Currency.TryFrom(JsonText.Read(ref reader), out Currency currency)
            ? currency
            : throw new JsonException("An ISO 4217 code such as \"CNY\" is needed.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) =>
        Guard.Against.Null(writer).WriteStringValue(value.IsNone ? throw new JsonException("No currency cannot be written.") : value.Code);
}

/// <summary>Writes a ratio as its number, null when unknown (比率的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RatioJsonConverter : JsonConverter<Ratio>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Ratio Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => Ratio.Unknown,
        JsonTokenType.Number when reader.TryGetDecimal(out decimal value) => Ratio.From(value),
        _ => throw new JsonException("A number or null is needed."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Ratio value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        if (value.IsKnown)
        {
            writer.WriteNumberValue(JsonText.Canonical(value.Value));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

/// <summary>Writes a score as its number from 0 to 100 (得分的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ScoreJsonConverter : JsonConverter<Score>
{
    /// <inheritdoc/>
    public override Score Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value) && Score.TryFrom(value, out Score score)
            ? score
            : throw new JsonException("A number from 0 to 100 is needed.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Score value, JsonSerializerOptions options) =>
        Guard.Against.Null(writer).WriteNumberValue(value.Value);
}

/// <summary>Writes an identifier as its text (标识的 JSON 形式).</summary>
/// <typeparam name="TId">The identifier's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IdJsonConverter<TId> : JsonConverter<TId>
    where TId : struct, IIdentifier<TId>
{
    /// <inheritdoc/>
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.TryFrom(JsonText.Read(ref reader), out TId id)
            ? id
            : throw new JsonException(
                $"A text of 1 to {IdentifierText.LengthMax} characters without control characters or white space at its ends is needed.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        Guard.Against.Null(writer).WriteStringValue(
            value.Text.Length > 0 ? value.Text : throw new JsonException("An empty identifier cannot be written."));
}

/// <summary>Writes an instant in ISO 8601 in UTC, such as <c>"2026-05-01T08:00:00Z"</c>, to the nanosecond (时刻的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class InstantJsonConverter : JsonConverter<Instant>
{
    /// <inheritdoc/>
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read(ref reader) is { } text && InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed
            ? parsed.Value
            : throw new JsonException("An instant such as \"2026-05-01T08:00:00Z\" is needed.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        Guard.Against.Null(writer).WriteStringValue(InstantPattern.ExtendedIso.Format(value));
}

/// <summary>Writes a date in ISO 8601, such as <c>"2026-05-01"</c> (日期的 JSON 形式).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LocalDateJsonConverter : JsonConverter<LocalDate>
{
    /// <inheritdoc/>
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read(ref reader) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true } parsed
            ? parsed.Value
            : throw new JsonException("A date such as \"2026-05-01\" is needed.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
        Guard.Against.Null(writer).WriteStringValue(LocalDatePattern.Iso.Format(value));
}
