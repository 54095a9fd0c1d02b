using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers.Forms;

namespace PrivateDomain.Core.Customers;

/// <summary>Something that happened between a customer and the shop (客户事件). The family is closed: the types of this
/// namespace.</summary>
/// <remarks>Equality is that of the type and all members; the order of a history is that of the instant, then of the id.</remarks>
/// <example>
/// <code>
/// CustomerEvent asked = new MessageReceived(CustomerEventId.From("m1"), customer, now, Carrier.WeCom);
/// CustomerHistory after = history.Add(asked).Add(asked); // an id that is there already changes nothing
/// </code>
/// </example>
[JsonConverter(typeof(CustomerEventJsonConverter<CustomerEvent>))]
public abstract record CustomerEvent
{
    private protected CustomerEvent(EventKind kind, CustomerEventId id, CustomerId customer, Instant at)
    {
        Id = id.Text.Length > 0 ? id : throw new ArgumentException("An event has an id, but it was empty.", nameof(id));
        Customer = customer.Text.Length > 0 ? customer
            : throw new ArgumentException("An event has a customer, but it was empty.", nameof(customer));
        At = CheckInstant(at);
        Kind = kind;
    }

    /// <summary>The earliest instant of an event or of facts: 1900-01-01T00:00:00Z.</summary>
    public static Instant EarliestAt { get; } = Instant.FromUtc(1900, 1, 1, 0, 0);

    /// <summary>The latest instant of an event or of facts: 2200-01-01T00:00:00Z.</summary>
    public static Instant LatestAt { get; } = Instant.FromUtc(2200, 1, 1, 0, 0);

    /// <summary>The host's identifier of the event: the same event delivered twice has the same.</summary>
    public CustomerEventId Id { get; }

    /// <summary>Whose event it is.</summary>
    public CustomerId Customer { get; }

    /// <summary>When it happened, not when it became known; from <see cref="EarliestAt"/> to <see cref="LatestAt"/>.</summary>
    public Instant At { get; }

    /// <summary>The kind, one for each type.</summary>
    public EventKind Kind { get; }

    internal static Instant CheckInstant(Instant at, [CallerArgumentExpression(nameof(at))] string? name = null) =>
        at >= EarliestAt && at <= LatestAt
            ? at
            : throw new ArgumentOutOfRangeException(name, at, "An instant from 1900-01-01T00:00:00Z to 2200-01-01T00:00:00Z is needed.");

    internal static T CheckDefined<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : struct, Enum =>
        Enum.IsDefined(value) && !EqualityComparer<T>.Default.Equals(value, default)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"A defined {typeof(T).Name} other than None is needed.");

    internal static T? CheckTold<T>(T? value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : struct, Enum =>
        value is { } told ? CheckDefined(told, name) : null;

    internal static string CheckName(string text, [CallerArgumentExpression(nameof(text))] string? name = null) =>
        IdentifierText.IsValid(Guard.Against.Null(text, name))
            ? text
            : throw new ArgumentException(
                $"A name has 1 to {IdentifierText.LengthMax} characters, no control characters and no white space at its ends, "
                + $"but it was \"{text}\".",
                name);
}
