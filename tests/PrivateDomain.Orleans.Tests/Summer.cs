using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Orleans.Referrals;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Tests;

/// <summary>A programme that pays 10 yuan for a newcomer who joins, at most three times a referrer.</summary>
internal static class Summer
{
    internal const int RewardsPerReferrerMax = 3;
    internal static readonly Money Reward = Money.Yuan(10m);
    internal static readonly Instant Begins = Instant.FromUtc(2026, 6, 1, 0, 0);
    internal static readonly Instant End = Begins + Duration.FromDays(20);

    internal static ShardedProgramme Of(decimal budget, int shards) => new(
        ReferralProgramme.Create(new ReferralProgrammeOptions
        {
            Name = "summer",
            Mechanic = ReferralMechanic.PosterToGroup,
            Logic = ReferralLogic.LifetimeValue,
            PaidPer = PayTrigger.PerJoin,
            Reward = Reward,
            Hook = Gift.Virtual(Money.Yuan(500m)),
            Budget = Money.Yuan(budget),
            Begins = Begins,
            Ends = Begins + Duration.FromDays(60),
            Limits = new ReferralLimits
            {
                RewardsPerReferrerMax = RewardsPerReferrerMax,
                CoolDown = Duration.Zero,
                VelocityMax = 1_000,
                HouseholdMax = 1_000,
            },
        }),
        shards);

    internal static ReferralFact Opened(ShardedProgramme programme, string referee, string referrer) => ReferralFact.Opened(
        CustomerEventId.From($"opened-{referee}-{referrer}"), Begins + Duration.FromDays(1), CustomerId.From(referee),
        ReferralCode.From($"code-{referrer}", programme.Programme, CustomerId.From(referrer)));

    internal static ReferralFact Joined(string referee) => ReferralFact.Joined(
        CustomerEventId.From($"joined-{referee}"), Begins + Duration.FromDays(2), CustomerId.From(referee));

    internal static ReferralFact Granted(string referee, string referrer, string by = "") => ReferralFact.Granted(
        CustomerEventId.From($"granted-{referee}{by}"), Begins + Duration.FromDays(10), CustomerId.From(referee), $"code-{referrer}",
        Reward);

    /// <summary>Asks until the store answers, as a host does.</summary>
    internal static async Task<Decision> Insist(this IReferralGrain programme, ReferralFact fact)
    {
        while (true)
        {
            try
            {
                return await programme.Tell(fact);
            }
            catch (VersionConflictException)
            {
                // The other side was faster: again.
            }
        }
    }
}
