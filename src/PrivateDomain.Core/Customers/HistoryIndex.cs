namespace PrivateDomain.Core.Customers;

/// <summary>What facts need of a history's events: the first of its columns, and the orders among them.</summary>
internal readonly struct HistoryIndex(EventColumns columns, int count, OrderBook orders)
{
    private readonly EventColumns columns = columns;
    private readonly int count = count;

    /// <summary>The <see cref="EventKind"/> of each event, in order.</summary>
    internal ReadOnlySpan<byte> Kinds => columns.Kinds(count);

    /// <summary>The carrier of each event and what a touch was for, in order.</summary>
    internal ReadOnlySpan<byte> Details => columns.Details(count);

    /// <summary>When each event was, in order.</summary>
    internal ReadOnlySpan<long> Instants => columns.Instants(count);

    /// <summary>The orders.</summary>
    internal OrderBook Orders { get; } = orders;

    /// <summary>The text of an event: of a tag, a group, a channel code or an order.</summary>
    internal string? TextAt(int place) => columns.TextAt(place);
}
