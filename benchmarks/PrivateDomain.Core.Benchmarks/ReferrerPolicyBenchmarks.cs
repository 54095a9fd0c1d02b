using BenchmarkDotNet.Attributes;
using NodaTime;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>One referral eligibility of nine conditions, over 65,536 different customers who may refer; time is that of one.</summary>
[MemoryDiagnoser]
public class ReferrerPolicyBenchmarks
{
    private const int Count = 65_536;
    private static readonly Instant Begins = Instant.FromUtc(2024, 6, 1, 0, 0);
    private static readonly Instant Now = Begins + Duration.FromDays(40);

    private static readonly ReferralProgramme Programme = ReferralProgramme.Create(new ReferralProgrammeOptions
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

    private static readonly (string Code, Func<ReferrerFacts, bool> Holds)[] Conditions =
    [
        ("begun", static _ => Now >= Programme.Runs.Start), ("ended", static _ => Now < Programme.Runs.End),
        ("bought", static f => f.Orders >= 1),
        ("flagged", static f => f.IsFlagged is false), ("linked", static f => f.IsLinked is true),
        ("stage", static f => f.Stage >= RelationshipStage.Rapport),
        ("refund", static f => f.HasOpenRefund is false), ("cap", static f => f.Rewards < Programme.Options.Limits.RewardsPerReferrerMax),
        ("cooling", static f => f.LastReferralAt is not { } last || Now - last >= Programme.Options.Limits.CoolDown),
    ];

    private ReferrerFacts[] facts = null!;
    private ReferrerFacts[] refused = null!;

    [GlobalSetup]
    public void Setup()
    {
        facts =
        [
            .. Enumerable.Range(0, Count).Select(static i => new ReferrerFacts(
                Programme, Now, 1 + (i % 17), false, true, RelationshipStage.Rapport + (i % 2), false, i % 10, i % 3 == 0 ? null
                    : Begins + Duration.FromHours(i % 900))),
        ];
        refused = [.. facts.Select(static (f, i) =>
            new ReferrerFacts(Programme, Now, i % 2, true, i % 3 == 0, RelationshipStage.None, true, i % 20))];
        if (Lambdas() != Count || Library() != Count)
        {
            throw new InvalidOperationException("The competitors do not agree.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int Lambdas()
    {
        int allowed = 0;
        foreach (ReferrerFacts one in facts)
        {
            bool holds = true;
            foreach ((_, Func<ReferrerFacts, bool> condition) in Conditions)
            {
                holds &= condition(one);
            }

            allowed += holds ? 1 : 0;
        }

        return allowed;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Linq()
    {
        int allowed = 0;
        foreach (ReferrerFacts one in facts)
        {
            allowed += Conditions.Where(c => !c.Holds(one)).Select(static c => c.Code).ToList().Count == 0 ? 1 : 0;
        }

        return allowed;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Library()
    {
        int allowed = 0;
        foreach (ReferrerFacts one in facts)
        {
            allowed += ReferrerPolicy.Default.Decide(one).IsAllowed ? 1 : 0;
        }

        return allowed;
    }

    /// <summary>Who may not refer: the reasons are not read.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int LibraryRefuses()
    {
        int allowed = 0;
        foreach (ReferrerFacts one in refused)
        {
            allowed += ReferrerPolicy.Default.Decide(one).IsAllowed ? 1 : 0;
        }

        return allowed;
    }
}
