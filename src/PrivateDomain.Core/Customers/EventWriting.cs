using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace PrivateDomain.Core.Customers;

/// <summary>Events and histories as their JSON shapes.</summary>
internal static class EventWriting
{
    /// <summary>One strict set of options for reading and writing: no reflection, no duplicates, no unknown members.</summary>
    internal static CustomerJsonContext Context { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = CustomerJson.DepthMax,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new InstantJsonConverter() },
    });

    internal static EventWire ToWire(CustomerEvent e, bool standalone) => new()
    {
        Version = standalone ? CustomerJson.Version : null,
        Customer = standalone ? e.Customer : null,
        Id = e.Id,
        At = e.At,
        Kind = EnumNames<EventKind>.Of(e.Kind),
        Carrier = CarrierOf(e) is { } carrier ? EnumNames<Carrier>.Of(carrier) : null,
        Channel = (e as LinkMade)?.Channel,
        Loss = e is LinkLost lost ? EnumNames<LinkLoss>.Of(lost.Loss) : null,
        Group = e switch { GroupJoined x => x.Group, GroupLeft x => x.Group, _ => null },
        Tag = e switch { TagAdded x => x.Tag, TagRemoved x => x.Tag, _ => null },
        Touch = e is TouchSent sent ? EnumNames<TouchKind>.Of(sent.Touch) : null,
        Rating = (e as NpsAnswered)?.Rating,
        Order = e switch { OrderPaid x => x.Order, OrderRefunded x => x.Order, _ => null },
        Amount = e switch { OrderPaid x => x.Amount, OrderRefunded x => x.Amount, _ => null },
        Lines = e is OrderPaid { Lines.IsEmpty: false } paid ? [.. paid.Lines.Select(ToWire)] : null,
    };

    internal static HistoryWire ToWire(CustomerHistory history) => new()
    {
        Version = CustomerJson.Version,
        Customer = history.Customer,
        Events = [.. history.Payloads.Select(static e => ToWire(e, standalone: false))],
        Checkpoints = history.Checkpoints.IsEmpty ? null : [.. history.Checkpoints.Select(ToWire)],
    };

    internal static byte[] ContentOf(CustomerEvent e) => JsonSerializer.SerializeToUtf8Bytes(ToWire(e, standalone: false), Context.EventWire);

    internal static Carrier? CarrierOf(CustomerEvent e) => e switch
    {
        LinkMade x => x.Carrier,
        LinkMuted x => x.Carrier,
        LinkUnmuted x => x.Carrier,
        LinkLost x => x.Carrier,
        OptedOut x => x.Carrier,
        OptedIn x => x.Carrier,
        _ => null,
    };

    private static LineWire ToWire(OrderLine line) =>
        new() { Product = line.Product, Quantity = JsonText.Canonical(line.Quantity), Amount = line.Amount };

    private static CheckpointWire ToWire(Checkpoint checkpoint) =>
        new() { Horizon = checkpoint.Horizon, Totals = [.. checkpoint.Totals.Select(ToWire)] };

    private static TotalWire ToWire(EventTotal total) => new()
    {
        Kind = EnumNames<EventKind>.Of(total.Kind),
        Touch = total.Touch == TouchKind.None ? null : EnumNames<TouchKind>.Of(total.Touch),
        Count = total.Count,
        First = total.First,
        Last = total.Last,
    };
}
