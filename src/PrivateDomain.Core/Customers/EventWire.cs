using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Customers;

/// <summary>The JSON shape of an event: the members of all kinds, most of them absent in any one.</summary>
internal sealed class EventWire
{
    public int? Version { get; init; }
    public CustomerId? Customer { get; init; }
    public CustomerEventId? Id { get; init; }
    public Instant? At { get; init; }
    public string? Kind { get; init; }
    public string? Carrier { get; init; }
    public string? Channel { get; init; }
    public string? Loss { get; init; }
    public string? Group { get; init; }
    public string? Tag { get; init; }
    public string? Touch { get; init; }
    public int? Rating { get; init; }
    public OrderId? Order { get; init; }
    public Money? Amount { get; init; }
    public ImmutableArray<LineWire>? Lines { get; init; }
}

/// <summary>The JSON shape of an order line.</summary>
internal sealed class LineWire
{
    public ProductId? Product { get; init; }
    public decimal? Quantity { get; init; }
    public Money? Amount { get; init; }
}

/// <summary>The JSON shape of a history.</summary>
internal sealed class HistoryWire
{
    public int? Version { get; init; }
    public CustomerId? Customer { get; init; }
    public ImmutableArray<EventWire>? Events { get; init; }
    public ImmutableArray<CheckpointWire>? Checkpoints { get; init; }
}

/// <summary>The JSON shape of a checkpoint.</summary>
internal sealed class CheckpointWire
{
    public Instant? Horizon { get; init; }
    public ImmutableArray<TotalWire>? Totals { get; init; }
}

/// <summary>The JSON shape of a total.</summary>
internal sealed class TotalWire
{
    public string? Kind { get; init; }
    public string? Touch { get; init; }
    public int? Count { get; init; }
    public Instant? First { get; init; }
    public Instant? Last { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EventWire))]
[JsonSerializable(typeof(HistoryWire))]
internal sealed partial class CustomerJsonContext : JsonSerializerContext;
