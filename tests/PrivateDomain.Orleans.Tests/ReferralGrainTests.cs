using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using PrivateDomain.Core;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Orleans.Referrals;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Tests;

/// <summary>A referral programme on one cluster.</summary>
[Collection(nameof(StoreTests))]
public sealed class ReferralGrainTests(StoreFixture database)
{
    [Fact]
    public async Task Programme_IsToldInAnyOrder_TheFirstCodeWins_AndEachRewardIsGrantedOnce()
    {
        ShardedProgramme summer = Summer.Of(1_000m, 4);
        await using Cluster cluster = await Start("told_programme", summer);
        IReferralGrain programme = cluster.Grains.GetGrain<IReferralGrain>("summer");
        Assert.Equal(["referral.not_opened"], Codes(await programme.Tell(Summer.Granted("bob", "ann"))));
        Assert.True((await programme.Tell(Summer.Joined("bob"))).IsAllowed); // kept until the invitation is told
        Assert.Empty((await programme.Ledger()).Facts);

        Assert.True((await programme.Tell(Summer.Opened(summer, "bob", "ann"))).IsAllowed);
        Decision second = await programme.Tell(Summer.Opened(summer, "bob", "cid"));
        Assert.Equal(["referral.another_referrer_came_first"], Codes(second));
        Assert.Contains("\"ann\" invited the newcomer before \"cid\" did", second.Reasons[0].ToString(Language.English),
            StringComparison.Ordinal);

        Assert.True((await programme.Tell(Summer.Granted("bob", "ann"))).IsAllowed);
        Assert.True((await programme.Tell(Summer.Granted("bob", "ann"))).IsAllowed); // the very same
        Assert.Equal(["referral.already_granted"], Codes(await programme.Tell(Summer.Granted("bob", "ann", "-again"))));
        ReferralFact[] told = [Summer.Joined("bob"), Summer.Opened(summer, "bob", "ann"), Summer.Granted("bob", "ann")];
        Assert.Equal(ReferralLedger.From(summer.Programme, told), await programme.Ledger());
        Assert.Equal(Summer.Reward, (await programme.Ledger()).StateAt(Summer.End).Committed);
    }

    [Fact]
    public async Task Budget_IsSplitWithoutRest_AndNeverPassed()
    {
        ShardedProgramme summer = Summer.Of(100m, 3);
        Assert.Equal([Money.Yuan(33.34m), Money.Yuan(33.33m), Money.Yuan(33.33m)], Enumerable.Range(0, 3).Select(summer.SliceOf));
        await using Cluster cluster = await Start("split", summer);
        IReferralGrain programme = cluster.Grains.GetGrain<IReferralGrain>("summer");
        string[] people = [.. Enumerable.Range(0, 40).Select(static n => FormattableString.Invariant($"p{n}"))];
        Decision[] granted = await Task.WhenAll(people.Select(async person =>
        {
            Assert.True((await programme.Tell(Summer.Opened(summer, person, "of-" + person))).IsAllowed);
            Assert.True((await programme.Tell(Summer.Joined(person))).IsAllowed);
            return await programme.Tell(Summer.Granted(person, "of-" + person));
        }));
        Assert.Equal(9, granted.Count(static d => d.IsAllowed)); // three rewards of 10 in each slice
        Assert.All(granted.Where(static d => !d.IsAllowed), static d => Assert.Equal(["referral.budget_exhausted"], Codes(d)));
        Assert.Equal(Money.Yuan(90m), (await programme.Ledger()).StateAt(Summer.End).Committed);

        // What is left over is moved together: one more.
        await programme.Move(new BudgetMove("m1", 1, 0, Money.Yuan(3.33m)));
        await programme.Move(new BudgetMove("m2", 2, 0, Money.Yuan(3.33m)));
        Assert.Equal([Money.Yuan(40m), Money.Yuan(30m), Money.Yuan(30m)],
            [await programme.SliceOf(0), await programme.SliceOf(1), await programme.SliceOf(2)]);
        int[] more = await Task.WhenAll(people.Select(async person =>
            (await programme.Tell(Summer.Granted(person, "of-" + person))).IsAllowed ? 1 : 0));
        Assert.Equal(10, more.Sum());
        Assert.Equal(Money.Yuan(100m), (await programme.Ledger()).StateAt(Summer.End).Committed);
    }

    [Fact]
    public async Task Move_OnceAndAgain_MovesOnce_AndSaysHowMuchIsFree()
    {
        await using Cluster cluster = await Start("moved", Summer.Of(100m, 2));
        IReferralGrain programme = cluster.Grains.GetGrain<IReferralGrain>("summer");
        var move = new BudgetMove("m1", 0, 1, Money.Yuan(30m));
        for (int times = 0; times < 2; times++)
        {
            Assert.True((await programme.Move(move)).IsAllowed);
            Assert.Equal((Money.Yuan(20m), Money.Yuan(80m)), (await programme.SliceOf(0), await programme.SliceOf(1)));
        }

        Decision tooMuch = await programme.Move(new BudgetMove("m2", 0, 1, Money.Yuan(10.01m)));
        Assert.Equal(["referral.slice_needed"], Codes(tooMuch));
        Assert.Contains("can give", tooMuch.Reasons[0].ToString(Language.English), StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => programme.Move(move with { Amount = Money.Yuan(1m) }));
        await Assert.ThrowsAsync<ArgumentException>(() => programme.Move(move with { To = 0 }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => programme.Move(move with { To = 2 }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => programme.Move(move with { Amount = Money.Yuan(0m) }));
    }

    [Fact]
    public async Task Move_LostHalfWay_IsInNeither_AndCompletedWhenAskedAgain()
    {
        var store = new PostgresReferralStore(database.Source, "half_moved");
        var losing = new LosingReferralStore(store) { LosesTaken = true };
        await using Cluster cluster = await Start("half_moved", Summer.Of(100m, 2), losing);
        IReferralGrain programme = cluster.Grains.GetGrain<IReferralGrain>("summer");
        var move = new BudgetMove("m1", 0, 1, Money.Yuan(30m));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => programme.Move(move));
        Assert.Equal((Money.Yuan(20m), Money.Yuan(50m)), (await programme.SliceOf(0), await programme.SliceOf(1)));
        losing.LosesTaken = false;
        Assert.True((await programme.Move(move)).IsAllowed);
        Assert.Equal((Money.Yuan(20m), Money.Yuan(80m)), (await programme.SliceOf(0), await programme.SliceOf(1)));
    }

    [Fact]
    public async Task LostAnswer_AskedAgain_IsGrantedOnce()
    {
        var store = new PostgresReferralStore(database.Source, "lost_grant");
        var losing = new LosingReferralStore(store);
        ShardedProgramme summer = Summer.Of(100m, 1);
        await using Cluster cluster = await Start("lost_grant", summer, losing);
        IReferralGrain programme = cluster.Grains.GetGrain<IReferralGrain>("summer");
        await programme.Tell(Summer.Opened(summer, "bob", "ann"));
        await programme.Tell(Summer.Joined("bob"));
        losing.LosesAnswers = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => programme.Tell(Summer.Granted("bob", "ann")));
        losing.LosesAnswers = false;
        Assert.True((await programme.Tell(Summer.Granted("bob", "ann"))).IsAllowed);
        Assert.Equal(1 + 3, await store.CountEntries("summer", 0));
    }

    [Fact]
    public async Task LostStoreAndBrokenEntries_AreTypedErrors_UntilRepaired()
    {
        ShardedProgramme summer = Summer.Of(100m, 1);
        await using Cluster cluster = await Start("broken_programme", summer);
        IReferralGrain programme = cluster.Grains.GetGrain<IReferralGrain>("summer");
        await programme.Tell(Summer.Opened(summer, "bob", "ann"));
        await database.Run("alter table broken_programme.referral_journal rename to away");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => programme.Tell(Summer.Joined("bob")));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => programme.Ledger());
        await database.Run("update broken_programme.away set body = 'x' || body where number = 1");
        await database.Run("alter table broken_programme.away rename to referral_journal");
        await IsBroken("Entry 1");
        await database.Run(
            "update broken_programme.referral_journal set body = substring(body from 2), number = number + 1 where number = 1");
        await IsBroken("lacks entry 1");
        await database.Run("update broken_programme.referral_journal set number = 1 where number = 2");
        Assert.True((await programme.Tell(Summer.Joined("bob"))).IsAllowed);
        Assert.Equal(2, (await programme.Ledger()).Facts.Count);

        async Task IsBroken(string where)
        {
            BrokenRowException broken = await Assert.ThrowsAsync<BrokenRowException>(() => programme.Tell(Summer.Joined("bob")));
            Assert.Contains(where, broken.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task OtherFiguresOrShards_ThanItBeganWith_AreRefused()
    {
        ShardedProgramme summer = Summer.Of(100m, 2);
        await using (Cluster first = await Start("other_figures", summer))
        {
            await first.Grains.GetGrain<IReferralGrain>("summer").Ledger();
        }

        await using Cluster second = await Start("other_figures", Summer.Of(100m, 1));
        IReferralGrain programme = second.Grains.GetGrain<IReferralGrain>("summer");
        await Assert.ThrowsAsync<InvalidOperationException>(() => programme.Tell(Summer.Opened(summer, "bob", "ann")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => second.Grains.GetGrain<IReferralGrain>("winter").Ledger());
    }

    [Fact]
    public void ShardedProgramme_Misuse_IsNamed()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Summer.Of(100m, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Summer.Of(100m, 11));
        Assert.Throws<ArgumentOutOfRangeException>(() => Summer.Of(100_000m, 1_025));
        Assert.Throws<ArgumentOutOfRangeException>(() => Summer.Of(100m, 2).SliceOf(2));
        Assert.Throws<ArgumentException>(() => Summer.Of(100m, 2).ShardOf(default));
        Assert.Equal(Summer.Of(100m, 2), Summer.Of(100m, 2));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], Enumerable.Range(0, 200)
            .Select(static n => Summer.Of(100m, 8).ShardOf(CustomerId.From(FormattableString.Invariant($"c{n}")))).Distinct().Order());
    }

    private static string[] Codes(Decision decision) => [.. decision.Reasons.Select(static reason => reason.Code)];

    private Task<Cluster> Start(string schema, ShardedProgramme programme, IReferralStore? store = null) =>
        Cluster.Start(database.Source, schema, configure: silo =>
        {
            if (store is not null)
            {
                silo.Services.AddSingleton(store);
            }

            silo.AddPrivateDomainReferrals(database.Source, [programme], schema);
        });
}

/// <summary>A store that writes and loses the answer, or that does not take budget.</summary>
internal sealed class LosingReferralStore(IReferralStore store) : IReferralStore
{
    internal volatile bool LosesAnswers;
    internal volatile bool LosesTaken;

    public Task<ImmutableArray<JournalEntry>> ReadJournal(string programme, int shard) => store.ReadJournal(programme, shard);

    public Task<long> CountEntries(string programme, int shard) => store.CountEntries(programme, shard);

    public async Task<bool> TryWrite(string programme, int shard, long count, ImmutableArray<JournalEntry> entries)
    {
        if (LosesTaken && entries.Any(static entry => entry.Taken is not null))
        {
            throw new StoreUnavailableException("Nothing was written.");
        }

        bool written = await store.TryWrite(programme, shard, count, entries);
        return LosesAnswers ? throw new StoreUnavailableException("The answer was lost on the way.") : written;
    }

    public Task<NewcomerClaim> Claim(string programme, CustomerId referee, ReferralCode code) => store.Claim(programme, referee, code);

    public Task<NewcomerClaim?> ClaimOrKeep(string programme, ReferralFact fact) => store.ClaimOrKeep(programme, fact);

    public Task<NewcomerClaim?> FindClaim(string programme, CustomerId referee) => store.FindClaim(programme, referee);

    public Task<ImmutableArray<ReferralFact>> ReadKept(string programme, CustomerId referee) => store.ReadKept(programme, referee);
}
