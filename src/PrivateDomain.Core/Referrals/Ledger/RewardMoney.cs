using NodaTime;

namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>What was granted, paid and recovered for one referral. One referral has one reward: the first grant counts; every payment
/// counts.</summary>
internal sealed class RewardMoney
{
    internal RewardMoney(IEnumerable<ReferralFact> facts, Currency currency)
    {
        ReferralFact[] told = [.. facts];
        ReferralFact? grant = Array.Find(told, static f => f.Kind == ReferralFactKind.Granted);
        Nothing = Money.Zero(currency);
        GrantedAt = grant?.At;
        Granted = grant?.Amount ?? Nothing;
        PaidAt = Array.Find(told, static f => f.Kind == ReferralFactKind.PaidOut)?.At;
        Paid = Sum(told, ReferralFactKind.PaidOut);
        IsRecovered = Array.Exists(told, static f => f.Kind == ReferralFactKind.Recovered);
        Recovered = Sum(told, ReferralFactKind.Recovered);
    }

    internal Money Nothing { get; }

    internal Instant? GrantedAt { get; }

    internal Money Granted { get; }

    internal Instant? PaidAt { get; }

    internal Money Paid { get; }

    internal Money Recovered { get; }

    internal bool IsRecovered { get; }

    /// <summary>Whether all that was paid is recovered.</summary>
    internal bool IsBack => PaidAt is not null && IsRecovered && Recovered >= Paid;

    /// <summary>Paid and not recovered.</summary>
    internal Money Outstanding => Recovered >= Paid ? Nothing : Paid - Recovered;

    /// <summary>When the referrer came to have it.</summary>
    internal Instant? HadAt => GrantedAt < PaidAt || PaidAt is null ? GrantedAt : PaidAt;

    private Money Sum(ReferralFact[] told, ReferralFactKind kind) =>
        told.Where(f => f.Kind == kind).Aggregate(Nothing, static (sum, fact) => sum + fact.Amount);
}
