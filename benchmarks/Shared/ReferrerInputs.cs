using NodaTime;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>A referral programme, customers who may refer and customers who may not, and its nine conditions as plain code.</summary>
internal static class ReferrerInputs
{
    internal const int Count = 65_536;
    private static readonly Instant Begins = Instant.FromUtc(2024, 6, 1, 0, 0);
    private static readonly Instant Now = Begins + Duration.FromDays(40);

    internal static readonly ReferralProgramme Programme = ReferralProgramme.Create(new ReferralProgrammeOptions
    {
        Name = "summer",
        Mechanic = ReferralMechanic.InviteFriends,
        Logic = ReferralLogic.LifetimeValue,
        PaidPer = PayTrigger.PerPurchase,
        Reward = Money.Yuan(10m),
        Hook = Gift.Virtual(Money.Yuan(500m)),
        Budget = Money.Yuan(5_000m),
        Begins = Begins,
        Ends = Begins + Duration.FromDays(90),
    });

    /// <summary>The conditions, each with its code.</summary>
    internal static readonly (string Code, Func<ReferrerFacts, bool> Holds)[] Conditions =
    [
        ("begun", static f => f.At >= Programme.Runs.Start), ("ended", static f => f.At < Programme.Runs.End),
        ("bought", static f => f.Orders >= 1),
        ("flagged", static f => f.IsFlagged is false), ("linked", static f => f.IsLinked is true),
        ("stage", static f => f.Stage >= RelationshipStage.Rapport),
        ("refund", static f => f.HasOpenRefund is false), ("cap", static f => f.Rewards < Programme.Options.Limits.RewardsPerReferrerMax),
        ("cooling", static f => f.LastReferralAt is not { } last || f.At - last >= Programme.Options.Limits.CoolDown),
    ];

    /// <summary>65,536 different customers who may refer.</summary>
    internal static ReferrerFacts[] Allowed() =>
    [
        .. Enumerable.Range(0, Count).Select(static i => new ReferrerFacts(
            Programme, Now, 1 + (i % 17), false, true, RelationshipStage.Rapport + (i % 2), false, i % 10, i % 3 == 0 ? null
                : Begins + Duration.FromHours(i % 900))),
    ];

    /// <summary>As many who may not, each for two to six reasons.</summary>
    internal static ReferrerFacts[] Refused() =>
    [
        .. Enumerable.Range(0, Count).Select(static i =>
            new ReferrerFacts(Programme, Now, i % 2, true, i % 3 == 0, RelationshipStage.None, true, i % 20)),
    ];
}
