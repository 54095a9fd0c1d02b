using NodaTime;

namespace PrivateDomain.Core.Customers;

/// <summary>The customer wrote to the shop (收到客户消息).</summary>
public sealed record MessageReceived : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <exception cref="ArgumentException">An id is empty, or the instant is out of range.</exception>
    public MessageReceived(CustomerEventId id, CustomerId customer, Instant at)
        : base(EventKind.MessageReceived, id, customer, at)
    {
    }
}

/// <summary>The shop wrote to the customer, by whatever path: one event for all, so that frequency caps count everything (发出消息).</summary>
public sealed record TouchSent : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="touch">What the message was for; not none.</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public TouchSent(CustomerEventId id, CustomerId customer, Instant at, TouchKind touch)
        : base(EventKind.TouchSent, id, customer, at) =>
        Touch = CheckDefined(touch);

    /// <summary>What the message was for; not none.</summary>
    public TouchKind Touch { get; }
}

/// <summary>The customer joined an activity (参加活动).</summary>
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
