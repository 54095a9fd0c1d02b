using System.Collections.Immutable;
using System.Text.Json;
using Orleans.Concurrency;
using PrivateDomain.Core;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Referrals;

/// <summary>Decides in memory, writes what waits together, answers after the write. Calls interleave.</summary>
[Reentrant]
internal sealed class ReferralShardGrain(IReferralStore store, IEnumerable<ShardedProgramme> programmes) : Grain, IReferralShardGrain
{
    private const int TriesMax = 20;

    private Task<ShardSession>? reading;

    private string Name
    {
        get
        {
            this.GetPrimaryKeyLong(out string? name);
            return name ?? "";
        }
    }

    private int Shard => (int)this.GetPrimaryKeyLong(out _);

    public Task<Decision> Would(ReferralFact fact) => Fenced(async session =>
    {
        Decision decision = session.Ledger.Facts.Contains(fact) ? Decision.Allowed : session.Ledger.Decide(fact).Decision;
        return (decision.IsAllowed || await IsFresh(session), decision);
    });

    public Task<Decision> Tell(ReferralFact fact) => Fenced(async session =>
    {
        if (session.Ledger.Facts.Contains(fact))
        {
            await session.Settled();
            return (true, Decision.Allowed);
        }

        Decision decision = session.Ledger.Decide(fact).Decision;
        if (decision.IsAllowed)
        {
            await session.Record(fact);
            return (true, decision);
        }

        return (await IsFresh(session), decision);
    });

    public Task<ReferralLedger> Ledger() => Fenced(async session =>
    {
        ReferralLedger ledger = session.Ledger;
        return (await IsFresh(session), ledger);
    });

    public Task<Decision> Give(BudgetMove move) => Fenced(async session =>
    {
        if (session.Given(move.Id) is { } before)
        {
            await session.Settled();
            return (true, Same(move, before));
        }

        Money free = FreeOf(session.Ledger);
        if (move.Amount <= free)
        {
            await session.Record(new JournalEntry { Given = move });
            return (true, Decision.Allowed);
        }

        return (await IsFresh(session), Decision.Denied(ReferralShardReasons.SliceNeeded.With(free, move.Amount)));
    });

    public async Task Take(BudgetMove move)
    {
        // Only what the other shard has durably given.
        if (!(await store.ReadJournal(Name, move.From)).Any(entry => entry.Given == move))
        {
            throw new ArgumentException(FormattableString.Invariant($"Shard {move.From} has not given \"{move.Id}\"."), nameof(move));
        }

        await Fenced(async session =>
        {
            if (session.Taken(move.Id) is { } before)
            {
                await session.Settled();
                return (true, Same(move, before));
            }

            await session.Record(new JournalEntry { Taken = move });
            return (true, Decision.Allowed);
        });
    }

    private static Decision Same(BudgetMove move, BudgetMove before) => before == move ? Decision.Allowed : throw new ArgumentException(
        FormattableString.Invariant($"Move \"{before.Id}\" was one of {before.Amount} from shard {before.From} to shard {before.To}."),
        nameof(move));

    // What nothing is committed of, as far as the last fact; one reward stays, which a programme needs.
    private static Money FreeOf(ReferralLedger ledger)
    {
        ReferralProgrammeOptions options = ledger.Programme.Options;
        Money nothing = Money.Zero(options.Budget.Currency);
        Money committed = ledger.Facts.IsEmpty ? nothing : ledger.StateAt(ledger.Facts.Max(static fact => fact.At)).Committed;
        Money kept = committed > options.Reward ? committed : options.Reward;
        return options.Budget > kept ? options.Budget - kept : nothing;
    }

    // Asks until nobody else has written in between: an answer that is not final is asked again, on what is stored now.
    private async Task<T> Fenced<T>(Func<ShardSession, Task<(bool IsFinal, T Answer)>> ask)
    {
        for (int tries = 0; tries < TriesMax; tries++)
        {
            ShardSession session = await Session();
            try
            {
                (bool isFinal, T answer) = await ask(session);
                if (isFinal)
                {
                    return answer;
                }
            }
            catch (VersionConflictException)
            {
                // Another writer was faster: nothing of what waited together was written.
            }
        }

        throw new VersionConflictException(FormattableString.Invariant(
            $"Others wrote to programme \"{Name}\", shard {Shard}, {TriesMax} times in between; nothing was recorded."));
    }

    // A no rests on what is stored, too. What this session writes meanwhile shows that nobody else did.
    private async Task<bool> IsFresh(ShardSession session)
    {
        await session.Settled();
        long before = session.WrittenCount;
        long stored = await store.CountEntries(Name, Shard);
        if (stored == before || session.WrittenCount > before)
        {
            return true;
        }

        GiveUp(session);
        return false;
    }

    private async Task<ShardSession> Session()
    {
        while (true)
        {
            Task<ShardSession> mine = reading ??= Read();
            try
            {
                ShardSession session = await mine;
                if (session.Failure is null)
                {
                    return session;
                }
            }
            catch (Exception) when (Forget(mine))
            {
                throw;
            }

            Forget(mine);
        }
    }

    private void GiveUp(ShardSession session)
    {
        if (reading is { IsCompletedSuccessfully: true } read && read.Result == session)
        {
            reading = null;
        }
    }

    private bool Forget(Task<ShardSession> read)
    {
        reading = reading == read ? null : reading;
        return true;
    }

    private async Task<ShardSession> Read()
    {
        ShardedProgramme sharded = programmes.First(p => string.Equals(p.Programme.Options.Name, Name, StringComparison.Ordinal));
        ReferralProgramme programme = ReferralProgramme.Create(
            sharded.Programme.Options with { Budget = sharded.SliceOf(Shard) });
        var begun = new JournalEntry { Begun = ReferralLedger.From(programme) };
        ImmutableArray<JournalEntry> entries = await store.ReadJournal(Name, Shard);
        if (entries.IsEmpty)
        {
            await store.TryWrite(Name, Shard, 0, [begun]);
            entries = await store.ReadJournal(Name, Shard);
        }

        // As JSON: what is stored of a hook is what it costs.
        if (!string.Equals(
            JsonSerializer.Serialize(entries[0].Begun), JsonSerializer.Serialize(begun.Begun), StringComparison.Ordinal))
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"Programme \"{Name}\" began with other figures, or another number of shards, than are registered on this silo."));
        }

        return new ShardSession(programme, entries, (count, batch) => store.TryWrite(Name, Shard, count, batch));
    }
}
