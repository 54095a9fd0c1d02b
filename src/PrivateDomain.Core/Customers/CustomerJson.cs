using System.Text.Json;

namespace PrivateDomain.Core.Customers;

/// <summary>Events and histories as JSON (客户事件与历史的 JSON 形式).</summary>
public static partial class CustomerJson
{
    /// <summary>The version of the format, written as <c>"version"</c>.</summary>
    public const int Version = 1;

    /// <summary>How deep the input may nest.</summary>
    public const int DepthMax = 16;

    /// <summary>How long the input may be, in bytes: 16 MiB.</summary>
    public const int InputBytesMax = 16 * 1024 * 1024;

    /// <summary>An event as UTF-8 JSON; equal events give equal bytes.</summary>
    /// <param name="customerEvent">The event.</param>
    /// <exception cref="ArgumentNullException">There is no event.</exception>
    public static byte[] ToUtf8Bytes(CustomerEvent customerEvent) =>
        JsonSerializer.SerializeToUtf8Bytes(EventWriting.ToWire(Guard.Against.Null(customerEvent), standalone: true), EventWriting.Context.EventWire);

    /// <summary>A history as UTF-8 JSON; equal histories give equal bytes.</summary>
    /// <param name="history">The history.</param>
    /// <exception cref="ArgumentNullException">There is no history.</exception>
    public static byte[] ToUtf8Bytes(CustomerHistory history) =>
        JsonSerializer.SerializeToUtf8Bytes(EventWriting.ToWire(Guard.Against.Null(history)), EventWriting.Context.HistoryWire);
}
