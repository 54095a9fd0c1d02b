using System.Runtime.InteropServices;
using NodaTime;

namespace PrivateDomain.Core.Customers;

/// <summary>What an event was, for rooms that count: without its id and texts, and without making the event.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct EventMark(EventKind kind, Instant at, byte detail)
{
    private readonly byte detail = detail;

    internal EventKind Kind { get; } = kind;

    internal Instant At { get; } = at;

    /// <summary>One bit for the carrier; bit 0 when it is not told.</summary>
    internal int CarrierBit => 1 << EventPacking.CarrierOf(detail);

    /// <summary>The answer, where the event is an NPS answer.</summary>
    internal int Rating => EventPacking.RestOf(detail);

    internal static EventMark Of(CustomerEvent e) => new(e.Kind, e.At, EventPacking.DetailOf(e));
}
