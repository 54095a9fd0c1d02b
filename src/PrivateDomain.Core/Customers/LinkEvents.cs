using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers.Forms;

namespace PrivateDomain.Core.Customers;

/// <summary>A link was made: the customer was added, followed or subscribed (建立链接).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<LinkMade>))]
public sealed record LinkMade : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="carrier">The carrier; not none.</param>
    /// <param name="channelCode">The code the host puts on the channel (渠道活码), free text; null when unknown.</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public LinkMade(CustomerEventId id, CustomerId customer, Instant at, Carrier carrier, string? channelCode = null)
        : base(EventKind.LinkMade, id, customer, at)
    {
        Carrier = CheckDefined(carrier);
        ChannelCode = channelCode is null ? null : CheckName(channelCode);
    }

    /// <summary>The carrier.</summary>
    public Carrier Carrier { get; }

    /// <summary>The code the host puts on the channel (渠道活码), free text; null when unknown.</summary>
    public string? ChannelCode { get; }
}

/// <summary>The customer hid the shop's feed: still linked, not reachable by feed (屏蔽朋友圈).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<LinkMuted>))]
public sealed record LinkMuted : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="carrier">The carrier; not none.</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public LinkMuted(CustomerEventId id, CustomerId customer, Instant at, Carrier carrier)
        : base(EventKind.LinkMuted, id, customer, at) =>
        Carrier = CheckDefined(carrier);

    /// <summary>The carrier; not none.</summary>
    public Carrier Carrier { get; }
}

/// <summary>The customer shows the shop's feed again (解除屏蔽).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<LinkUnmuted>))]
public sealed record LinkUnmuted : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="carrier">The carrier; not none.</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public LinkUnmuted(CustomerEventId id, CustomerId customer, Instant at, Carrier carrier)
        : base(EventKind.LinkUnmuted, id, customer, at) =>
        Carrier = CheckDefined(carrier);

    /// <summary>The carrier; not none.</summary>
    public Carrier Carrier { get; }
}

/// <summary>A link was lost (链接流失).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<LinkLost>))]
public sealed record LinkLost : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="carrier">The carrier; not none.</param>
    /// <param name="loss">How the link was lost; not none.</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public LinkLost(CustomerEventId id, CustomerId customer, Instant at, Carrier carrier, LinkLoss loss)
        : base(EventKind.LinkLost, id, customer, at)
    {
        Carrier = CheckDefined(carrier);
        Loss = CheckDefined(loss);
    }

    /// <summary>The carrier.</summary>
    public Carrier Carrier { get; }

    /// <summary>How the link was lost.</summary>
    public LinkLoss Loss { get; }
}

/// <summary>The customer wants no messages on a carrier (退订).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<OptedOut>))]
public sealed record OptedOut : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="carrier">The carrier; not none.</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public OptedOut(CustomerEventId id, CustomerId customer, Instant at, Carrier carrier)
        : base(EventKind.OptedOut, id, customer, at) =>
        Carrier = CheckDefined(carrier);

    /// <summary>The carrier; not none.</summary>
    public Carrier Carrier { get; }
}

/// <summary>The customer wants messages on a carrier again (恢复订阅).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<OptedIn>))]
public sealed record OptedIn : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="carrier">The carrier; not none.</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public OptedIn(CustomerEventId id, CustomerId customer, Instant at, Carrier carrier)
        : base(EventKind.OptedIn, id, customer, at) =>
        Carrier = CheckDefined(carrier);

    /// <summary>The carrier; not none.</summary>
    public Carrier Carrier { get; }
}

/// <summary>The customer joined a group (进群).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<GroupJoined>))]
public sealed record GroupJoined : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="group">The group, as the host names it: 1 to 128 characters.</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public GroupJoined(CustomerEventId id, CustomerId customer, Instant at, string group)
        : base(EventKind.GroupJoined, id, customer, at) =>
        Group = CheckName(group);

    /// <summary>The group, as the host names it: 1 to 128 characters.</summary>
    public string Group { get; }
}

/// <summary>The customer left a group (退群).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<GroupLeft>))]
public sealed record GroupLeft : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="group">The group, as the host names it: 1 to 128 characters.</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public GroupLeft(CustomerEventId id, CustomerId customer, Instant at, string group)
        : base(EventKind.GroupLeft, id, customer, at) =>
        Group = CheckName(group);

    /// <summary>The group, as the host names it: 1 to 128 characters.</summary>
    public string Group { get; }
}
