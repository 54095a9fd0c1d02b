using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Referrals;

/// <summary>What is known of a customer who wants to refer in a programme, at an instant (推荐人事实).</summary>
/// <remarks>Equality is that of all parts. A fact that is null is not known, which is not the same as no. Immutable, so safe on any
/// thread.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ReferrerFacts
{
    /// <summary>Puts the facts together; what is left out is not known.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="at">The instant.</param>
    /// <param name="orders">Orders that count; 0 or more.</param>
    /// <param name="isFlagged">Whether the customer is flagged.</param>
    /// <param name="isLinked">Whether the customer is linked.</param>
    /// <param name="stage">The stage of the relationship.</param>
    /// <param name="hasOpenRefund">Whether a refund is open.</param>
    /// <param name="rewards">Rewards in this programme; 0 or more.</param>
    /// <param name="lastReferralAt">The last referral in this programme; null: none.</param>
    /// <exception cref="ArgumentNullException">There is no programme.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the stage is none of the stages.</exception>
    public ReferrerFacts(
        ReferralProgramme programme,
        Instant at,
        int? orders = null,
        bool? isFlagged = null,
        bool? isLinked = null,
        RelationshipStage? stage = null,
        bool? hasOpenRefund = null,
        int? rewards = null,
        Instant? lastReferralAt = null)
    {
        Programme = Guard.Against.Null(programme);
        At = at;
        Guard.Against.Negative(orders ?? 0, nameof(orders));
        Guard.Against.Negative(rewards ?? 0, nameof(rewards));
        Stage = stage is null or (>= RelationshipStage.None and <= RelationshipStage.Alliance)
            ? stage
            : throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage of the enumeration is needed.");
        Orders = orders;
        IsFlagged = isFlagged;
        IsLinked = isLinked;
        HasOpenRefund = hasOpenRefund;
        Rewards = rewards;
        LastReferralAt = lastReferralAt;
        Flags = FlagsOf();
    }

    /// <summary>The programme.</summary>
    public ReferralProgramme Programme { get; }

    /// <summary>The instant that the facts are of.</summary>
    public Instant At { get; }

    /// <summary>How many orders count.</summary>
    public int? Orders { get; }

    /// <summary>Whether somebody flagged the customer, as a freeloader or otherwise.</summary>
    public bool? IsFlagged { get; }

    /// <summary>Whether the customer is linked (在联).</summary>
    public bool? IsLinked { get; }

    /// <summary>The stage of the relationship.</summary>
    public RelationshipStage? Stage { get; }

    /// <summary>Whether a refund has been asked for and not been settled.</summary>
    public bool? HasOpenRefund { get; }

    /// <summary>How many rewards the customer has in this programme, from <see cref="ReferralLedgerState.RewardsOf"/>.</summary>
    public int? Rewards { get; }

    /// <summary>When the customer's last referral in this programme was opened, from <see cref="ReferralLedgerState.LastReferralAt"/>;
    /// null: there was none.</summary>
    public Instant? LastReferralAt { get; }

    /// <summary>What does not depend on a policy, settled once.</summary>
    internal ReferrerFlags Flags { get; }

    /// <summary>The facts that a customer's history tells, and what it does not; what is left out is not known.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="facts">The customer's facts; they give the instant, the orders and the link.</param>
    /// <param name="stage">The stage, as the host's ladder assesses it.</param>
    /// <param name="isFlagged">Whether the customer is flagged.</param>
    /// <param name="hasOpenRefund">Whether a refund is open.</param>
    /// <param name="rewards">Rewards in this programme.</param>
    /// <param name="lastReferralAt">The last referral in this programme; null: none.</param>
    /// <exception cref="ArgumentNullException">There is no programme, or there are no facts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of rewards is negative, or the stage is none of the stages.</exception>
    public static ReferrerFacts From(
        ReferralProgramme programme,
        CustomerFacts facts,
        RelationshipStage? stage = null,
        bool? isFlagged = null,
        bool? hasOpenRefund = null,
        int? rewards = null,
        Instant? lastReferralAt = null)
    {
        Guard.Against.Null(facts);
        return new(programme, facts.AsOf, facts.OrderCount, isFlagged, facts.IsLinked, stage, hasOpenRefund, rewards, lastReferralAt);
    }

    internal int OrdersOr(int otherwise) => Orders ?? otherwise;

    internal RelationshipStage StageOr(RelationshipStage otherwise) => Stage ?? otherwise;

    private ReferrerFlags FlagsOf()
    {
        ReferralLimits limits = Programme.Options.Limits;
        ReferrerFlags flags = ReferrerFlags.None;
        flags |= At < Programme.Runs.Start ? ReferrerFlags.NotBegun : ReferrerFlags.None;
        flags |= At >= Programme.Runs.End ? ReferrerFlags.Ended : ReferrerFlags.None;
        flags |= Orders is null ? ReferrerFlags.OrdersUnknown : ReferrerFlags.None;
        flags |= Of(IsFlagged, wanted: false, ReferrerFlags.IsFlagged, ReferrerFlags.FlagUnknown);
        flags |= Of(IsLinked, wanted: true, ReferrerFlags.NotLinked, ReferrerFlags.LinkUnknown);
        flags |= Stage is null ? ReferrerFlags.StageUnknown : ReferrerFlags.None;
        flags |= Of(HasOpenRefund, wanted: false, ReferrerFlags.OpenRefund, ReferrerFlags.RefundUnknown);
        flags |= Rewards is null ? ReferrerFlags.RewardsUnknown
            : Rewards >= limits.RewardsPerReferrerMax ? ReferrerFlags.CapReached
            : ReferrerFlags.None;
        return flags | (LastReferralAt is { } last && At - last < limits.CoolDown ? ReferrerFlags.CoolingDown : ReferrerFlags.None);
    }

    private static ReferrerFlags Of(bool? fact, bool wanted, ReferrerFlags against, ReferrerFlags unknown) =>
        fact is not { } known ? unknown : known == wanted ? ReferrerFlags.None : against;
}
