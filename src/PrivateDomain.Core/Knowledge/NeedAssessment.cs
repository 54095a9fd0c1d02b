using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Knowledge;

/// <summary>What is known of a customer's need of a product group, and why (需求结论).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record NeedAssessment
{
    private readonly Reason reason;

    internal NeedAssessment(CustomerId customer, string? productGroup, NeedState state, Reason reason, Instant? dueAt = null)
    {
        Customer = customer;
        ProductGroup = productGroup;
        State = state;
        this.reason = reason;
        DueAt = dueAt;
    }

    /// <summary>Whose need it is.</summary>
    public CustomerId Customer { get; }

    /// <summary>The product group asked about; null when none was.</summary>
    public string? ProductGroup { get; }

    /// <summary>Shown, satisfied, none known, or unknown.</summary>
    public NeedState State { get; }

    /// <summary>Why: always one reason.</summary>
    public ImmutableArray<Reason> Reasons => [reason];

    /// <summary>From when on what was bought is needed again: the start of that day of the shop. Null where the rhythm tells
    /// nothing.</summary>
    public Instant? DueAt { get; }

    internal Reason Reason => reason;
}
