using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PrivateDomain.Core.Customers;

public static partial class CustomerJson
{
    private delegate TResult Mapping<TWire, TResult>(TWire wire);

    /// <summary>Reads an event.</summary>
    /// <param name="utf8Json">The UTF-8 JSON, strictly of the form which <see cref="ToUtf8Bytes(CustomerEvent)"/> writes; members in any order.</param>
    /// <exception cref="JsonInputException">The input is of another form; its error says what and where.</exception>
    public static CustomerEvent ReadEvent(ReadOnlySpan<byte> utf8Json) =>
        TryReadEvent(utf8Json, out CustomerEvent? customerEvent, out JsonInputError? error) ? customerEvent : throw new JsonInputException(error);

    /// <summary>Tries to read an event. Whatever the input, there is no exception.</summary>
    /// <param name="utf8Json">The UTF-8 JSON.</param>
    /// <param name="customerEvent">The event, or null.</param>
    /// <param name="error">What is wrong and where, or null.</param>
    public static bool TryReadEvent(
        ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out CustomerEvent? customerEvent, [NotNullWhen(false)] out JsonInputError? error) =>
        TryRead(utf8Json, EventWriting.Context.EventWire, EventReading.ToEvent, out customerEvent, out error);

    /// <summary>Reads a history.</summary>
    /// <param name="utf8Json">The UTF-8 JSON, strictly of the form which <see cref="ToUtf8Bytes(CustomerHistory)"/> writes; members and events in any order.</param>
    /// <exception cref="JsonInputException">The input is of another form; its error says what and where.</exception>
    public static CustomerHistory ReadHistory(ReadOnlySpan<byte> utf8Json) =>
        TryReadHistory(utf8Json, out CustomerHistory? history, out JsonInputError? error) ? history : throw new JsonInputException(error);

    /// <summary>Tries to read a history. Whatever the input, there is no exception.</summary>
    /// <param name="utf8Json">The UTF-8 JSON.</param>
    /// <param name="history">The history, or null.</param>
    /// <param name="error">What is wrong and where, or null.</param>
    public static bool TryReadHistory(
        ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out CustomerHistory? history, [NotNullWhen(false)] out JsonInputError? error) =>
        TryRead(utf8Json, EventWriting.Context.HistoryWire, EventReading.ToHistory, out history, out error);

    private static bool TryRead<TWire, TResult>(
        ReadOnlySpan<byte> utf8Json,
        JsonTypeInfo<TWire> type,
        Mapping<TWire, TResult> map,
        [NotNullWhen(true)] out TResult? result,
        [NotNullWhen(false)] out JsonInputError? error)
        where TResult : class
    {
        result = null;
        if (utf8Json.Length > InputBytesMax)
        {
            error = new JsonInputError("$", 1, 0, $"The input has {utf8Json.Length} bytes; at most {InputBytesMax} are read.");
            return false;
        }

        try
        {
            TWire? wire = JsonSerializer.Deserialize(utf8Json, type);
            result = wire is null ? throw EventReading.Wrong("$", "An object is needed, but it was null.") : map(wire);
            error = null;
        }
        catch (JsonException exception)
        {
            error = JsonPlace.ErrorOf(utf8Json, exception.Path, exception.LineNumber, exception.BytePositionInLine, exception.Message);
        }

        return result is not null;
    }
}
