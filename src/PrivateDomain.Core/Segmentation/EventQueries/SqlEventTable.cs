namespace PrivateDomain.Core.Segmentation.EventQueries;

/// <summary>What a table of events and its columns are called (事件表).</summary>
/// <remarks>
/// <para>One row an event, and one row an id: the customer and the id are the key. A column is null where an event has no such member.
/// Kinds and carriers are the texts of the JSON form, such as <c>orderPaid</c> and <c>weCom</c>.</para>
/// <para>Plain data: <see cref="SqlEvents.From"/> checks it. Equality is that of all names.</para>
/// </remarks>
public sealed record SqlEventTable
{
    /// <summary>The schema; null for the connection's own.</summary>
    public string? Schema { get; init; }

    /// <summary>The table.</summary>
    public string Table { get; init; } = "customer_event";

    /// <summary>The customer's id; text, compared byte by byte.</summary>
    public string Customer { get; init; } = "customer";

    /// <summary>The event's id; text, compared byte by byte.</summary>
    public string Id { get; init; } = "id";

    /// <summary>When it happened; timestamptz. Both databases hold microseconds.</summary>
    public string At { get; init; } = "at";

    /// <summary>The kind of event; text.</summary>
    public string Kind { get; init; } = "kind";

    /// <summary>The order of a payment, a refund or a delivery; text.</summary>
    public string Order { get; init; } = "order_id";

    /// <summary>What was paid or paid back; numeric. Null in a refund: all of it.</summary>
    public string Amount { get; init; } = "amount";

    /// <summary>The amount's currency code; text.</summary>
    public string Currency { get; init; } = "currency";

    /// <summary>The carrier of a link, a message or a touch; text.</summary>
    public string Carrier { get; init; } = "carrier";

    /// <summary>The code of the channel by which a link was made; text.</summary>
    public string ChannelCode { get; init; } = "channel_code";

    /// <summary>The tag that was added or removed; text.</summary>
    public string Tag { get; init; } = "tag";

    /// <summary>The group that was joined or left; text.</summary>
    public string Group { get; init; } = "community";

    /// <summary>The NPS answer from 0 to 10; integer.</summary>
    public string Rating { get; init; } = "rating";

    /// <summary>The columns in their order.</summary>
    internal IReadOnlyList<string> Columns =>
        [Customer, Id, At, Kind, Order, Amount, Currency, Carrier, ChannelCode, Tag, Group, Rating];
}
