using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Outreach;

/// <summary>One message that went to a customer, by whatever path (已发触达).</summary>
/// <remarks>
/// <para>Immutable, so safe on several threads. Equality is that of both members; there is no ordering.</para>
/// <para>The default value is of no kind; it is refused wherever a touch is needed.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct SentTouch
{
    /// <summary>Makes a touch.</summary>
    /// <param name="at">When it was sent.</param>
    /// <param name="kind">What it was for; not none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none or not defined.</exception>
    public SentTouch(Instant at, TouchKind kind)
    {
        At = at;
        Kind = CustomerEvent.CheckDefined(kind);
    }

    /// <summary>When it was sent.</summary>
    public Instant At { get; }

    /// <summary>What it was for.</summary>
    public TouchKind Kind { get; }
}
