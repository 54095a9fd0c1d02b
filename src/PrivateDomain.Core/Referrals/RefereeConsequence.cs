namespace PrivateDomain.Core.Referrals;

/// <summary>What a decision on a newcomer means for the referral (新客判定后果).</summary>
/// <remarks>The default value is <see cref="Wait"/>: nothing is told.</remarks>
public enum RefereeConsequence
{
    /// <summary>Nothing yet: time or a missing fact may change it (等待).</summary>
    Wait = 0,

    /// <summary>Nothing is told: what counts follows from the facts (有效).</summary>
    Counts = 1,

    /// <summary>Somebody has to look: tell <see cref="ReferralFact.Flagged"/> (人工审核).</summary>
    Review = 2,

    /// <summary>No newcomer of this referral: tell <see cref="ReferralFact.Rejected"/> (拒绝).</summary>
    Reject = 3,
}
