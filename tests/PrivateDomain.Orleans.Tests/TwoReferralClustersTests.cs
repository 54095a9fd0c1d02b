using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using PrivateDomain.Core;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Orleans.Referrals;

namespace PrivateDomain.Orleans.Tests;

/// <summary>Two clusters over one programme, each with its own activation of every shard; and a silo that is killed: nothing lost, no
/// reward twice, no cap and no budget passed.</summary>
[Collection(nameof(StoreTests))]
public sealed class TwoReferralClustersTests(StoreFixture database)
{
    private const int ShardCount = 2;
    private static readonly int ReferrerCount = Chance.Cases(16, 60);

    // Five newcomers for each referrer, more than three may be paid for; of the slices one is too small for all, at least.
    private static readonly string[] Newcomers =
        [.. Enumerable.Range(0, ReferrerCount * 5).Select(static n => FormattableString.Invariant($"n{n}"))];

    private static readonly ShardedProgramme Programme = Summer.Of(ReferrerCount * 20m, ShardCount);

    [Fact]
    public async Task BothSidesGrant_EachRewardOnce_WithinCapsAndBudget()
    {
        await using Cluster here = await Start("both_grant");
        await using Cluster there = await Start("both_grant");
        var told = new ConcurrentBag<ReferralFact>();
        await Parallel.ForEachAsync(Newcomers, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (newcomer, _) =>
        {
            // Two referrers, one on each side, at the same time: one of them has invited.
            (string one, string other) = ReferrersOf(newcomer);
            bool[] opened = await Task.WhenAll(
                Tell(here, Summer.Opened(Programme, newcomer, one), told), Tell(there, Summer.Opened(Programme, newcomer, other), told));
            Assert.Single(opened, static allowed => allowed);
            await Task.WhenAll(Tell(here, Summer.Joined(newcomer), told), Tell(there, Summer.Joined(newcomer), told));
            string referrer = opened[0] ? one : other;
            bool[] granted = await Task.WhenAll(
                Tell(here, Summer.Granted(newcomer, referrer, "-here"), told),
                Tell(there, Summer.Granted(newcomer, referrer, "-there"), told));
            Assert.InRange(granted.Count(static allowed => allowed), 0, 1);
        });
        await Check(here, told);
        await Check(there, told);
    }

    [Fact]
    public async Task KilledSilo_LosesNothingThatWasAcknowledged_AndTheBudgetHolds()
    {
        Cluster first = await Start("killed_programme");
        using var killed = new CancellationTokenSource();
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var told = new ConcurrentBag<ReferralFact>();
        Task sending = Parallel.ForEachAsync(Newcomers, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (newcomer, _) =>
        {
            try
            {
                await Walk(first, newcomer, told).WaitAsync(killed.Token);
                if (told.Count >= Newcomers.Length)
                {
                    half.TrySetResult();
                }
            }
            catch (Exception e) when (e is OperationCanceledException or OrleansException or TimeoutException)
            {
                // The silo is gone: all is told again below.
            }
        });
        await half.Task;
        await first.Kill();
        await killed.CancelAsync();
        await sending;

        ReferralFact[] acknowledged = [.. told];
        await using Cluster second = await Start("killed_programme");
        ReferralLedger found = await second.Grains.GetGrain<IReferralGrain>("summer").Ledger();
        Assert.All(acknowledged, fact => Assert.Contains(fact, found.Facts));
        await Parallel.ForEachAsync(Newcomers, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (newcomer, _) =>
            await Walk(second, newcomer, told));
        await Check(second, told);
        await first.DisposeAsync();
    }

    private static async Task Walk(Cluster cluster, string newcomer, ConcurrentBag<ReferralFact> told)
    {
        string referrer = ReferrersOf(newcomer).One;
        Assert.True(await Tell(cluster, Summer.Opened(Programme, newcomer, referrer), told));
        Assert.True(await Tell(cluster, Summer.Joined(newcomer), told));
        await Tell(cluster, Summer.Granted(newcomer, referrer), told);
    }

    private static async Task<bool> Tell(Cluster cluster, ReferralFact fact, ConcurrentBag<ReferralFact> told)
    {
        bool isAllowed = (await cluster.Grains.GetGrain<IReferralGrain>("summer").Insist(fact)).IsAllowed;
        if (isAllowed)
        {
            told.Add(fact);
        }

        return isAllowed;
    }

    // As a plain reading of what is stored says it, shard by shard.
    private static async Task Check(Cluster cluster, ConcurrentBag<ReferralFact> told)
    {
        ReferralLedger ledger = await cluster.Grains.GetGrain<IReferralGrain>("summer").Ledger();
        Assert.Equal(told.ToHashSet(), ledger.Facts.ToHashSet());
        Assert.Empty(ledger.Conflicts);
        ReferralLedgerState state = ledger.StateAt(Summer.End);
        Assert.True(state.Overcommitted.IsZero);
        ReferralFact[] grants = [.. ledger.Facts.Where(static fact => fact.Kind == ReferralFactKind.Granted)];
        Assert.Equal(grants.Length, grants.Select(static fact => fact.Referee).Distinct().Count());
        Assert.Equal(Summer.Reward * grants.Length, state.Committed);
        for (int shard = 0; shard < ShardCount; shard++)
        {
            IGrouping<CustomerId, Referral>[] referrers =
            [
                .. state.Referrals.Where(r => r.Referrer is { } referrer && Programme.ShardOf(referrer) == shard)
                    .GroupBy(static r => r.Referrer!.Value),
            ];
            int affordable = (int)(Programme.SliceOf(shard).Amount / Summer.Reward.Amount);
            int wanted = referrers.Sum(static r => Math.Min(Summer.RewardsPerReferrerMax, r.Count()));
            Assert.Equal(Math.Min(affordable, wanted), referrers.Sum(r => state.RewardsOf(r.Key)));
            Assert.All(referrers, r => Assert.InRange(state.RewardsOf(r.Key), 0, Summer.RewardsPerReferrerMax));
        }
    }

    private static (string One, string Other) ReferrersOf(string newcomer)
    {
        int n = int.Parse(newcomer[1..], CultureInfo.InvariantCulture);
        return (FormattableString.Invariant($"r{n % ReferrerCount}"), FormattableString.Invariant($"r{(n + 1) % ReferrerCount}"));
    }

    private Task<Cluster> Start(string schema)
    {
        NpgsqlDataSource source = database.Source;
        return Cluster.Start(source, schema, configure: silo => silo.AddPrivateDomainReferrals(source, [Programme], schema));
    }
}
