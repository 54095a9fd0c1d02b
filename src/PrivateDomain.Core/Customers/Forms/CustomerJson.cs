using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PrivateDomain.Core.Customers.Forms;

/// <summary>Events and histories as JSON (客户事件与历史的 JSON 形式).</summary>
/// <remarks>
/// <para>Reading is strict and in one pass, whatever the input: unknown, repeated or misplaced members, null, wrong types and every broken
/// rule are mistakes with
/// their place; after twenty of them nothing more is looked at.</para>
/// <para><see cref="JsonSerializer"/> reads and writes histories and events in just this form, with reflection or generated
/// contexts.</para>
/// </remarks>
/// <example>
/// <code>
/// byte[] json = CustomerJson.Write(history);
/// if (!CustomerJson.TryReadHistory(json, out CustomerHistory? read, out ImmutableArray&lt;Mistake&gt; mistakes)) { Show(mistakes); }
/// </code>
/// </example>
public static class CustomerJson
{
    /// <summary>The version of the format, written as <c>"version"</c>.</summary>
    public const int Version = EventJsonWriter.Version;

    /// <summary>How deep the input may nest.</summary>
    public const int DepthMax = 16;

    /// <summary>How long the input may be, in bytes: 16 MiB.</summary>
    public const int InputBytesMax = 16 * 1024 * 1024;

    private delegate TResult? Reading<TResult>(ref Utf8JsonReader reader, JsonMistakes mistakes)
        where TResult : class;

    /// <summary>An event as UTF-8 JSON; equal events give equal bytes.</summary>
    /// <param name="customerEvent">The event.</param>
    /// <exception cref="ArgumentNullException">There is no event.</exception>
    public static byte[] Write(CustomerEvent customerEvent)
    {
        Guard.Against.Null(customerEvent);
        return ToBytes(writer => EventJsonWriter.Write(writer, customerEvent, isAlone: true));
    }

    /// <summary>A history as UTF-8 JSON; equal histories give equal bytes.</summary>
    /// <param name="history">The history.</param>
    /// <exception cref="ArgumentNullException">There is no history.</exception>
    public static byte[] Write(CustomerHistory history)
    {
        Guard.Against.Null(history);
        return ToBytes(writer => EventJsonWriter.Write(writer, history));
    }

    /// <summary>Reads an event.</summary>
    /// <param name="utf8Json">The UTF-8 JSON, strictly of the form which <see cref="Write(CustomerEvent)"/> gives; members in any
    /// order.</param>
    /// <exception cref="InputFormatException">The input is of another form; its mistakes say what and where.</exception>
    public static CustomerEvent ReadEvent(ReadOnlySpan<byte> utf8Json) =>
        TryReadEvent(utf8Json, out CustomerEvent? customerEvent, out ImmutableArray<Mistake> mistakes)
            ? customerEvent
            : throw new InputFormatException("event", mistakes);

    /// <summary>Tries to read an event. Whatever the input, there is no exception.</summary>
    /// <param name="utf8Json">The UTF-8 JSON.</param>
    /// <param name="customerEvent">The event, or null.</param>
    /// <param name="mistakes">What is wrong and where, at most twenty; empty when an event was read.</param>
    public static bool TryReadEvent(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out CustomerEvent? customerEvent,
        out ImmutableArray<Mistake> mistakes) =>
        TryRead(
            utf8Json,
            static (ref Utf8JsonReader reader, JsonMistakes found) =>
                EventJsonReader.Read(ref reader, found, JsonPath.Root, customer: null),
            out customerEvent,
            out mistakes);

    /// <summary>Reads a history.</summary>
    /// <param name="utf8Json">The UTF-8 JSON, strictly of the form which <see cref="Write(CustomerHistory)"/> gives; members and events in
    /// any order.</param>
    /// <exception cref="InputFormatException">The input is of another form; its mistakes say what and where.</exception>
    public static CustomerHistory ReadHistory(ReadOnlySpan<byte> utf8Json) =>
        TryReadHistory(utf8Json, out CustomerHistory? history, out ImmutableArray<Mistake> mistakes)
            ? history
            : throw new InputFormatException("history", mistakes);

    /// <summary>Tries to read a history. Whatever the input, there is no exception.</summary>
    /// <param name="utf8Json">The UTF-8 JSON.</param>
    /// <param name="history">The history, or null.</param>
    /// <param name="mistakes">What is wrong and where, at most twenty; empty when a history was read.</param>
    public static bool TryReadHistory(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out CustomerHistory? history,
        out ImmutableArray<Mistake> mistakes) =>
        TryRead(utf8Json, HistoryJsonReader.Read, out history, out mistakes);

    private static bool TryRead<TResult>(
        ReadOnlySpan<byte> utf8Json, Reading<TResult> read, [NotNullWhen(true)] out TResult? result, out ImmutableArray<Mistake> mistakes)
        where TResult : class
    {
        var found = new JsonMistakes();
        result = null;
        if (utf8Json.Length > InputBytesMax)
        {
            found.Add(JsonPath.Root, CustomersReasons.JsonTooLong.With(utf8Json.Length, InputBytesMax), 0);
        }
        else
        {
            try
            {
                var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = DepthMax });
                reader.Read();
                result = read(ref reader, found);
                if (!found.IsFull)
                {
                    reader.Read(); // nothing may follow
                }
            }
            catch (JsonException exception)
            {
                result = null;
                found.Add(exception, utf8Json);
            }
        }

        mistakes = found.In(utf8Json);
        return result is not null;
    }

    private static byte[] ToBytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, EventJsonWriter.Options))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
