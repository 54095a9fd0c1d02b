using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Customers.Forms;

/// <summary>Lets the serializer read and write an event in the form of <see cref="CustomerJson"/> (客户事件转换器).</summary>
/// <remarks>Public only so that a host's generated context can make it.</remarks>
/// <typeparam name="TEvent">The kind of event.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CustomerEventJsonConverter<TEvent> : JsonConverter<TEvent>
    where TEvent : CustomerEvent
{
    /// <inheritdoc/>
    public override TEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var mistakes = new JsonMistakes();
        return EventJsonReader.Read(ref reader, mistakes, JsonPath.Root, customer: null) switch
        {
            TEvent wanted => wanted,
            null => throw mistakes.ToException(),
            { } other => throw new JsonException(
                $"$.kind: An event of type {typeof(TEvent).Name} is needed, but it was a {other.GetType().Name}."),
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TEvent value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        EventJsonWriter.Write(writer, Guard.Against.Null(value), isAlone: true);
    }
}

/// <summary>Lets the serializer read and write a history in the form of <see cref="CustomerJson"/> (客户历史转换器).</summary>
/// <remarks>Public only so that a host's generated context can make it.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CustomerHistoryJsonConverter : JsonConverter<CustomerHistory>
{
    /// <inheritdoc/>
    public override CustomerHistory Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var mistakes = new JsonMistakes();
        return HistoryJsonReader.Read(ref reader, mistakes) ?? throw mistakes.ToException();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CustomerHistory value, JsonSerializerOptions options)
    {
        Guard.Against.Null(writer);
        EventJsonWriter.Write(writer, Guard.Against.Null(value));
    }
}
