using NodaTime;

namespace PrivateDomain.Core.Referrals;

/// <summary>What was granted, paid and recovered for one referral. One referral has one reward: the first grant counts; every payment counts.</summary>
internal sealed class RewardMoney
{
    internal RewardMoney(IEnumerable<ReferralFact> facts, Currency currency)
    {
        Nothing = Money.Zero(currency);
        (Granted, Paid, Recovered) = (Nothing, Nothing, Nothing);
        foreach (ReferralFact fact in facts)
        {
            switch (fact.Kind)
            {
                case ReferralFactKind.Granted when GrantedAt is null:
                    (GrantedAt, Granted) = (fact.At, fact.Amount);
                    break;
                case ReferralFactKind.PaidOut:
                    PaidAt ??= fact.At;
                    Paid += fact.Amount;
                    break;
                case ReferralFactKind.Recovered:
                    IsRecovered = true;
                    Recovered += fact.Amount;
                    break;
            }
        }
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
}
