using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Referrals;

/// <summary>What the referrer gate asks of a customer who wants to refer (推荐人事实).</summary>
/// <remarks>Equality is that of all parts. A fact that is null is not known, which is not the same as no.</remarks>
public sealed record ReferrerFacts
{
    private ReferrerFacts(int? orders, bool? isFlagged, bool? hasActiveLink, RelationshipStage? stage, bool? hasOpenRefund, int? rewards, Instant? lastReferralAt)
    {
        Orders = orders;
        IsFlagged = isFlagged;
        HasActiveLink = hasActiveLink;
        Stage = stage;
        HasOpenRefund = hasOpenRefund;
        Rewards = rewards;
        LastReferralAt = lastReferralAt;
        IsSound = orders.HasValue && isFlagged is false && hasActiveLink is true && stage.HasValue && hasOpenRefund is false && rewards.HasValue;
    }

    /// <summary>How many orders stand, refunded ones left out.</summary>
    public int? Orders { get; }

    /// <summary>Whether somebody flagged the customer, as a freeloader or otherwise.</summary>
    public bool? IsFlagged { get; }

    /// <summary>Whether a link is active.</summary>
    public bool? HasActiveLink { get; }

    /// <summary>The stage of the relationship.</summary>
    public RelationshipStage? Stage { get; }

    /// <summary>Whether a refund has been asked for and not been settled.</summary>
    public bool? HasOpenRefund { get; }

    /// <summary>How many rewards the customer has been given in this programme, due ones counted.</summary>
    public int? Rewards { get; }

    /// <summary>When the customer's last referral in this programme began; null: there was none.</summary>
    public Instant? LastReferralAt { get; }

    /// <summary>Whether nothing is missing and no yes-or-no fact speaks against the customer: what does not depend on a gate, settled once.</summary>
    internal bool IsSound { get; }

    /// <summary>Puts the facts together; what is left out is not known.</summary>
    /// <param name="orders">Orders that stand; 0 or more.</param>
    /// <param name="isFlagged">Whether the customer is flagged.</param>
    /// <param name="hasActiveLink">Whether a link is active.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="hasOpenRefund">Whether a refund is open.</param>
    /// <param name="rewards">Rewards in this programme; 0 or more.</param>
    /// <param name="lastReferralAt">The last referral; null: none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static ReferrerFacts Create(
        int? orders = null,
        bool? isFlagged = null,
        bool? hasActiveLink = null,
        RelationshipStage? stage = null,
        bool? hasOpenRefund = null,
        int? rewards = null,
        Instant? lastReferralAt = null)
    {
        Guard.Against.Negative(orders ?? 0, nameof(orders));
        Guard.Against.Negative(rewards ?? 0, nameof(rewards));
        return new ReferrerFacts(orders, isFlagged, hasActiveLink, stage, hasOpenRefund, rewards, lastReferralAt);
    }

    /// <summary>The facts of a customer's history, and what a history does not say; what is left out is not known.</summary>
    /// <param name="facts">The customer's facts; they give the orders and the link.</param>
    /// <param name="stage">The stage, as the host's ladder assesses it.</param>
    /// <param name="isFlagged">Whether the customer is flagged.</param>
    /// <param name="hasOpenRefund">Whether a refund is open.</param>
    /// <param name="rewards">Rewards in this programme, from <see cref="ReferralLedgerState.RewardsOf"/>.</param>
    /// <param name="lastReferralAt">The last referral; null: none.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of rewards is negative.</exception>
    public static ReferrerFacts From(
        CustomerFacts facts,
        RelationshipStage? stage = null,
        bool? isFlagged = null,
        bool? hasOpenRefund = null,
        int? rewards = null,
        Instant? lastReferralAt = null)
    {
        Guard.Against.Null(facts);
        return Create(facts.OrderCount, isFlagged, facts.HasActiveLink, stage, hasOpenRefund, rewards, lastReferralAt);
    }
}
