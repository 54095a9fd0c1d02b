using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers.Forms;

namespace PrivateDomain.Core.Customers;

/// <summary>The customer wrote to the shop (收到客户消息).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<MessageReceived>))]
public sealed record MessageReceived : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="carrier">The carrier written on; null when it is not told.</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public MessageReceived(CustomerEventId id, CustomerId customer, Instant at, Carrier? carrier = null)
        : base(EventKind.MessageReceived, id, customer, at) =>
        Carrier = CheckTold(carrier);

    /// <summary>The carrier written on; null when it is not told. Messages without one count as being on one carrier of their
    /// own.</summary>
    public Carrier? Carrier { get; }
}

/// <summary>The customer spoke in a group (群内发言).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<GroupMessageReceived>))]
public sealed record GroupMessageReceived : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="group">The group, as the host names it: 1 to 128 characters.</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public GroupMessageReceived(CustomerEventId id, CustomerId customer, Instant at, string group)
        : base(EventKind.GroupMessageReceived, id, customer, at) =>
        Group = CheckName(group);

    /// <summary>The group, as the host names it: 1 to 128 characters.</summary>
    public string Group { get; }
}

/// <summary>The shop wrote to the customer, by whatever path: one event for all, so that frequency caps count everything (触达).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<TouchSent>))]
public sealed record TouchSent : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="touch">What the message was for; not none.</param>
    /// <param name="carrier">The carrier written on; null when it is not told.</param>
    /// <param name="productGroup">The product group written about, as the host names it; null when there was none or it is not
    /// told.</param>
    /// <param name="occasion">The occasion, as the host names it; null when there was none.</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public TouchSent(
        CustomerEventId id, CustomerId customer, Instant at, TouchKind touch, Carrier? carrier = null, string? productGroup = null,
            string? occasion = null)
        : base(EventKind.TouchSent, id, customer, at)
    {
        Touch = CheckDefined(touch);
        Carrier = CheckTold(carrier);
        ProductGroup = productGroup is null ? null : CheckName(productGroup);
        Occasion = occasion is null ? null : CheckName(occasion);
    }

    /// <summary>What the message was for; not none.</summary>
    public TouchKind Touch { get; }

    /// <summary>The carrier written on; null when it is not told. Messages without one count as being on one carrier of their
    /// own.</summary>
    public Carrier? Carrier { get; }

    /// <summary>The product group written about; null when there was none or it is not told.</summary>
    public string? ProductGroup { get; }

    /// <summary>The occasion; null when there was none.</summary>
    public string? Occasion { get; }
}

/// <summary>Something about the customer was noted: a need, a size, a taste, an occasion (记录客户信息).</summary>
/// <remarks>Of several notes on one topic the last, by instant and then by id, holds.</remarks>
[JsonConverter(typeof(CustomerEventJsonConverter<FactNoted>))]
public sealed record FactNoted : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it was noted.</param>
    /// <param name="topic">What it is about, as the host names it, such as "need" or "shoe size": 1 to 128 characters.</param>
    /// <param name="value">What was noted: 1 to 128 characters.</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public FactNoted(CustomerEventId id, CustomerId customer, Instant at, string topic, string value)
        : base(EventKind.FactNoted, id, customer, at)
    {
        Topic = CheckName(topic);
        Value = CheckName(value);
    }

    /// <summary>What it is about, as the host names it: 1 to 128 characters.</summary>
    public string Topic { get; }

    /// <summary>What was noted: 1 to 128 characters.</summary>
    public string Value { get; }
}

/// <summary>The customer joined an activity (参加活动).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<ActivityJoined>))]
public sealed record ActivityJoined : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <exception cref="ArgumentException">An id is empty, or the instant is out of range.</exception>
    public ActivityJoined(CustomerEventId id, CustomerId customer, Instant at)
        : base(EventKind.ActivityJoined, id, customer, at)
    {
    }
}

/// <summary>The customer answered a survey (填写问卷).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<SurveyAnswered>))]
public sealed record SurveyAnswered : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <exception cref="ArgumentException">An id is empty, or the instant is out of range.</exception>
    public SurveyAnswered(CustomerEventId id, CustomerId customer, Instant at)
        : base(EventKind.SurveyAnswered, id, customer, at)
    {
    }
}

/// <summary>The customer received welfare (领取福利).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<WelfareReceived>))]
public sealed record WelfareReceived : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <exception cref="ArgumentException">An id is empty, or the instant is out of range.</exception>
    public WelfareReceived(CustomerEventId id, CustomerId customer, Instant at)
        : base(EventKind.WelfareReceived, id, customer, at)
    {
    }
}

/// <summary>The customer complained (投诉).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<ComplaintMade>))]
public sealed record ComplaintMade : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <exception cref="ArgumentException">An id is empty, or the instant is out of range.</exception>
    public ComplaintMade(CustomerEventId id, CustomerId customer, Instant at)
        : base(EventKind.ComplaintMade, id, customer, at)
    {
    }
}
