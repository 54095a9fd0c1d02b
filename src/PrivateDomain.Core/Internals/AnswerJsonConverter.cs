using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PrivateDomain.Core.Internals;

/// <summary>Writes an answer as its value or its reasons (结果的 JSON 形式): <c>{"value":…}</c> or <c>{"reasons":[…]}</c>.</summary>
/// <remarks>
/// The value is written as the host's options say. A host that stores answers of a type of its own adds <c>new
/// AnswerJsonConverter&lt;MyType&gt;()</c> to its options.
/// </remarks>
/// <typeparam name="T">The value's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AnswerJsonConverter<T> : JsonConverter<Answer<T>>
    where T : notnull
{
    /// <inheritdoc/>
    public override Answer<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        bool hasValue = false;
        Answer<T> answer = default;
        ImmutableArray<Reason> reasons = [];
        JsonText.StartObject(ref reader, "an answer");
        while (JsonText.NextMember(ref reader) is { } name)
        {
            switch (name)
            {
                case "value":
                    hasValue = true;
                    answer = JsonSerializer.Deserialize(ref reader, TypeInfo(options)) is { } value
                        ? value
                        : throw new JsonException("A value is needed.");
                    break;
                case "reasons":
                    reasons = ReasonListJson.Read(ref reader, options);
                    break;
                default:
                    throw JsonText.Unknown(name, "an answer");
            }
        }

        return (hasValue, reasons.IsEmpty) switch
        {
            (true, true) => answer,
            (false, false) => Answer<T>.Refused(reasons.AsSpan()),
            _ => throw new JsonException("An answer has either a value or reasons."),
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Answer<T> value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        writer.WriteStartObject();
        if (value.TryGet(out T? known))
        {
            writer.WritePropertyName("value"u8);
            JsonSerializer.Serialize(writer, known, TypeInfo(options));
        }

        ReasonListJson.Write(writer, value.Reasons, options);
        writer.WriteEndObject();
    }

    // The host's own metadata where it has some; a source-generated context that does not list the value's type still knows the plain ones.
    private static JsonTypeInfo<T> TypeInfo(JsonSerializerOptions options) =>
        options.TryGetTypeInfo(typeof(T), out JsonTypeInfo? info) ? (JsonTypeInfo<T>)info
        : PlainJson.Default.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new NotSupportedException(
            $"The host's JSON context does not list {typeof(T)}, the value of an Answer<{typeof(T).Name}>: add it.");
}

/// <summary>The plain values that an answer may have, for hosts whose own context does not list them.</summary>
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Money))]
[JsonSerializable(typeof(Ratio))]
[JsonSerializable(typeof(Score))]
internal sealed partial class PlainJson : JsonSerializerContext;

/// <summary>Chooses the converter of an answer by its value's type (结果的 JSON 转换器工厂),
/// without reflection over types unknown when the program was built.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AnswerJsonConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        Guard.Against.Null(typeToConvert).IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Answer<>);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The library returns no answer of this type; the message names it and what to
    /// add.</exception>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        Type value = Guard.Against.Null(typeToConvert).GetGenericArguments()[0];
        return value == typeof(decimal) ? new AnswerJsonConverter<decimal>()
            : value == typeof(int) ? new AnswerJsonConverter<int>()
            : value == typeof(long) ? new AnswerJsonConverter<long>()
            : value == typeof(double) ? new AnswerJsonConverter<double>()
            : value == typeof(bool) ? new AnswerJsonConverter<bool>()
            : value == typeof(Money) ? new AnswerJsonConverter<Money>()
            : value == typeof(Ratio) ? new AnswerJsonConverter<Ratio>()
            : value == typeof(Score) ? new AnswerJsonConverter<Score>()
            : throw new NotSupportedException(
                $"An Answer<{value.Name}> has no JSON form of its own: "
                + $"add new AnswerJsonConverter<{value.Name}>() to the converters of the options.");
    }
}
