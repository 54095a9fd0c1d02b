using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Referrals.Ledger;

namespace PrivateDomain.Core.Referrals;

/// <summary>What is to be done with a referral (新客判定后果); a greater value is graver.</summary>
/// <remarks>The default value is <see cref="Wait"/>: nothing is told.</remarks>
public enum RefereeConsequence
{
    /// <summary>Nothing yet: time or a missing fact may change it (等待).</summary>
    Wait = 0,

    /// <summary>It counts; nothing is told, for what counts follows from the facts (有效).</summary>
    Counts = 1,

    /// <summary>Somebody has to look: tell <see cref="ReferralFact.Flagged"/> (人工审核).</summary>
    Review = 2,

    /// <summary>No newcomer of this referral: tell <see cref="ReferralFact.Rejected"/> (拒绝).</summary>
    Reject = 3,
}

/// <summary>What is to be done with a newcomer's referral, and why (新客判定).</summary>
/// <remarks>Equality is that of the consequence and the reasons in order. Immutable, so safe on any thread.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record RefereeAssessment
{
    internal RefereeAssessment(RefereeConsequence consequence, ImmutableArray<Reason> reasons)
    {
        Consequence = consequence;
        Reasons = reasons;
    }

    /// <summary>What is to be done.</summary>
    public RefereeConsequence Consequence { get; }

    /// <summary>All that speaks against the newcomer, in order of precedence, missing facts last; empty exactly when the referral
    /// counts.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    /// <inheritdoc/>
    public bool Equals(RefereeAssessment? other) =>
        other is not null && Consequence == other.Consequence && Contents.Equal(Reasons, other.Reasons);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Consequence, Contents.Hash(Reasons));
}
