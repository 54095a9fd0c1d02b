using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Orleans.Referrals;

namespace EventIntake;

/// <summary>A referral programme that pays 10 yuan for a newcomer who joins, three times a referrer at most, and whose budget is for two
/// newcomers in five; each referrer brings five.</summary>
internal static class Programme
{
    internal const string Name = "summer";
    internal const int RewardsPerReferrerMax = 3;
    private const int ShardCount = 4;
    private static readonly Money Reward = Money.Yuan(10m);
    private static readonly Instant Begins = Instant.FromUtc(2026, 6, 1, 0, 0);

    internal static Instant End { get; } = Begins + Duration.FromDays(20);

    internal static ShardedProgramme Of(int newcomers) => new(
        ReferralProgramme.Create(new ReferralProgrammeOptions
        {
            Name = Name,
            Mechanic = ReferralMechanic.PosterToGroup,
            Logic = ReferralLogic.LifetimeValue,
            PaidPer = PayTrigger.PerJoin,
            Reward = Reward,
            Hook = Gift.Virtual(Money.Yuan(500m)),
            Budget = Reward * Math.Max(ShardCount, newcomers * 2 / 5),
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
        ShardCount);

    internal static ReferralFact Opened(ShardedProgramme programme, int newcomer) => ReferralFact.Opened(
        CustomerEventId.From(Text("opened", newcomer)), Begins + Duration.FromDays(1), NewcomerOf(newcomer),
        ReferralCode.From(CodeOf(newcomer), programme.Programme, ReferrerOf(newcomer)));

    internal static ReferralFact Joined(int newcomer) =>
        ReferralFact.Joined(CustomerEventId.From(Text("joined", newcomer)), Begins + Duration.FromDays(2), NewcomerOf(newcomer));

    /// <summary>A reward; each feeder gives it an id of its own.</summary>
    internal static ReferralFact Granted(int newcomer, int time) => ReferralFact.Granted(
        CustomerEventId.From(Text($"granted-{time}", newcomer)), Begins + Duration.FromDays(10), NewcomerOf(newcomer), CodeOf(newcomer),
        Reward);

    /// <summary>As many rewards as the slices of the budget and the caps allow, in whatever order they are asked for.</summary>
    internal static int GrantsMax(ShardedProgramme programme, int newcomers) => Enumerable.Range(0, newcomers)
        .GroupBy(ReferrerOf)
        .GroupBy(referrer => programme.ShardOf(referrer.Key), static referrer => Math.Min(RewardsPerReferrerMax, referrer.Count()))
        .Sum(shard => Math.Min((int)(programme.SliceOf(shard.Key).Amount / Reward.Amount), shard.Sum()));

    private static CustomerId NewcomerOf(int newcomer) => CustomerId.From(Text("n", newcomer));

    private static CustomerId ReferrerOf(int newcomer) => CustomerId.From(Text("r", newcomer / 5));

    private static string CodeOf(int newcomer) => "code-" + ReferrerOf(newcomer).Text;

    private static string Text(string what, int number) => FormattableString.Invariant($"{what}-{number}");
}
