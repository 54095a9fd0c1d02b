using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Customers;

/// <summary>What is known of one order at an instant (订单事实): its payments added up, less what was paid back.</summary>
/// <remarks>
/// An order is there from its first payment above 0 on, and counts while more than 0 is left of it (有效订单). Immutable; safe on many
/// threads. Equality is that
/// of all members, the lines in their order; there is no ordering.
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record OrderFacts
{
    internal OrderFacts(OrderId order, Instant at, Money paid, Money left, Instant lastPaidAt, Instant? lastRefundAt, Instant? deliveredAt,
        ImmutableArray<OrderLine> lines)
    {
        Order = order;
        At = at;
        Paid = paid;
        Left = left;
        LastPaidAt = lastPaidAt;
        LastRefundAt = lastRefundAt;
        DeliveredAt = deliveredAt;
        Lines = lines;
    }

    /// <summary>The order.</summary>
    public OrderId Order { get; }

    /// <summary>When it was first paid with more than 0: the instant of the order, to which its spend belongs.</summary>
    public Instant At { get; }

    /// <summary>What was paid by now, all payments in the order's currency added up; above 0.</summary>
    public Money Paid { get; }

    /// <summary>What is left of it by now; 0 when it was wholly paid back.</summary>
    public Money Left { get; }

    /// <summary>When it was last paid.</summary>
    public Instant LastPaidAt { get; }

    /// <summary>When something was last paid back; null when nothing was.</summary>
    public Instant? LastRefundAt { get; }

    /// <summary>When it was delivered; null when that is not told.</summary>
    public Instant? DeliveredAt { get; }

    /// <summary>From when the return window runs (退货期起点): the delivery, or the last payment where no delivery is told.</summary>
    public Instant ReturnableFrom => DeliveredAt ?? LastPaidAt;

    /// <summary>Whether more than 0 is left: only then it counts (有效订单).</summary>
    public bool Counts => !Left.IsZero;

    /// <summary>The products, of the first payment above 0 that tells any; empty when unknown.</summary>
    public ImmutableArray<OrderLine> Lines { get; }

    /// <summary>Whether all members are equal, the lines in their order.</summary>
    /// <param name="other">The other facts.</param>
    public bool Equals(OrderFacts? other) =>
        other is not null && Order == other.Order && At == other.At && Paid == other.Paid && Left == other.Left
            && LastPaidAt == other.LastPaidAt &&
        LastRefundAt == other.LastRefundAt && DeliveredAt == other.DeliveredAt && Lines.AsSpan().SequenceEqual(other.Lines.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Order, At, Paid, Left, LastPaidAt, LastRefundAt, DeliveredAt);
}
