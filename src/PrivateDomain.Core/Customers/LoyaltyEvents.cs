using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers.Forms;

namespace PrivateDomain.Core.Customers;

/// <summary>The customer gave feedback without being asked (主动反馈).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<FeedbackVolunteered>))]
public sealed record FeedbackVolunteered : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <exception cref="ArgumentException">An id is empty, or the instant is out of range.</exception>
    public FeedbackVolunteered(CustomerEventId id, CustomerId customer, Instant at)
        : base(EventKind.FeedbackVolunteered, id, customer, at)
    {
    }
}

/// <summary>The customer recommended the shop to somebody (主动推荐).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<RecommendationMade>))]
public sealed record RecommendationMade : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <exception cref="ArgumentException">An id is empty, or the instant is out of range.</exception>
    public RecommendationMade(CustomerEventId id, CustomerId customer, Instant at)
        : base(EventKind.RecommendationMade, id, customer, at)
    {
    }
}

/// <summary>The customer said how likely they recommend the shop (净推荐值回答).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<NpsAnswered>))]
public sealed record NpsAnswered : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="rating">From 0 (not at all likely) to 10 (certain).</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public NpsAnswered(CustomerEventId id, CustomerId customer, Instant at, int rating)
        : base(EventKind.NpsAnswered, id, customer, at) =>
        Rating = Guard.Against.OutOfRange(rating, nameof(rating), 0, 10);

    /// <summary>From 0 (not at all likely) to 10 (certain).</summary>
    public int Rating { get; }
}

/// <summary>Somebody whom the customer referred has bought (转介绍成交).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<ReferralConverted>))]
public sealed record ReferralConverted : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <exception cref="ArgumentException">An id is empty, or the instant is out of range.</exception>
    public ReferralConverted(CustomerEventId id, CustomerId customer, Instant at)
        : base(EventKind.ReferralConverted, id, customer, at)
    {
    }
}

/// <summary>The customer stayed when a rival called (拒绝竞品).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<RivalDeclined>))]
public sealed record RivalDeclined : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <exception cref="ArgumentException">An id is empty, or the instant is out of range.</exception>
    public RivalDeclined(CustomerEventId id, CustomerId customer, Instant at)
        : base(EventKind.RivalDeclined, id, customer, at)
    {
    }
}

/// <summary>A tag was put on the customer (打标签).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<TagAdded>))]
public sealed record TagAdded : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="tag">The tag: 1 to 128 characters, no control characters, no white space at its ends.</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public TagAdded(CustomerEventId id, CustomerId customer, Instant at, string tag)
        : base(EventKind.TagAdded, id, customer, at) =>
        Tag = CheckName(tag);

    /// <summary>The tag: 1 to 128 characters, no control characters, no white space at its ends.</summary>
    public string Tag { get; }
}

/// <summary>A tag was taken off the customer (去标签).</summary>
[JsonConverter(typeof(CustomerEventJsonConverter<TagRemoved>))]
public sealed record TagRemoved : CustomerEvent
{
    /// <summary>Makes the event.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="customer">Whose event it is.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="tag">The tag: 1 to 128 characters, no control characters, no white space at its ends.</param>
    /// <exception cref="ArgumentException">An id is empty, or a value is out of range.</exception>
    public TagRemoved(CustomerEventId id, CustomerId customer, Instant at, string tag)
        : base(EventKind.TagRemoved, id, customer, at) =>
        Tag = CheckName(tag);

    /// <summary>The tag: 1 to 128 characters, no control characters, no white space at its ends.</summary>
    public string Tag { get; }
}
