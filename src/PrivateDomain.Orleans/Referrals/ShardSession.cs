using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Referrals;

/// <summary>What a shard knows since it last read its journal. When a write fails it is given up as a whole: all that wait on it fail, and
/// the next question reads again.</summary>
internal sealed class ShardSession
{
    private readonly Func<long, ImmutableArray<JournalEntry>, Task<bool>> write;
    private readonly Dictionary<string, BudgetMove> given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BudgetMove> taken = new(StringComparer.Ordinal);
    private readonly List<JournalEntry> waiting = [];
    private TaskCompletionSource written = NewSource();
    private Task writing = Task.CompletedTask;
    private long count;

    internal ShardSession(ReferralProgramme programme, ImmutableArray<JournalEntry> entries,
        Func<long, ImmutableArray<JournalEntry>, Task<bool>> write)
    {
        this.write = write;
        Ledger = ReferralLedger.From(programme);
        Money budget = programme.Options.Budget;
        foreach (JournalEntry entry in entries.Skip(1))
        {
            budget = After(entry, budget);
            Note(entry);
        }

        Ledger = Under(budget, entries.Select(static entry => entry.Fact).OfType<ReferralFact>());
        count = entries.Length;
    }

    internal ReferralLedger Ledger { get; private set; }

    /// <summary>Why a write failed; null while none did.</summary>
    internal StoreException? Failure { get; private set; }

    /// <summary>How many entries are written.</summary>
    internal long WrittenCount => count;

    internal BudgetMove? Given(string id) => given.GetValueOrDefault(id);

    internal BudgetMove? Taken(string id) => taken.GetValueOrDefault(id);

    /// <summary>Records a fact; done when it is written.</summary>
    internal Task Record(ReferralFact fact)
    {
        Ledger = Ledger.Add(fact);
        return Write(new JournalEntry { Fact = fact });
    }

    /// <summary>Records a move of budget, out or in; done when it is written.</summary>
    internal Task Record(JournalEntry move)
    {
        Ledger = Under(After(move, Ledger.Programme.Options.Budget), Ledger.Facts);
        Note(move);
        return Write(move);
    }

    /// <summary>Done when all that was recorded until now is written: what an answer rests on.</summary>
    internal async Task Settled()
    {
        while (waiting.Count > 0 || !writing.IsCompleted)
        {
            await (waiting.Count > 0 ? written.Task : writing);
        }

        if (Failure is { } failure)
        {
            throw failure;
        }
    }

    private static Money After(JournalEntry entry, Money budget) =>
        entry.Given is { } given ? budget - given.Amount : entry.Taken is { } taken ? budget + taken.Amount : budget;

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ReferralLedger Under(Money budget, IEnumerable<ReferralFact> facts) =>
        ReferralLedger.From(ReferralProgramme.Create(Ledger.Programme.Options with { Budget = budget }), facts);

    private void Note(JournalEntry entry)
    {
        if (entry.Given is { } moved)
        {
            given[moved.Id] = moved;
        }

        if (entry.Taken is { } received)
        {
            taken[received.Id] = received;
        }
    }

    private Task Write(JournalEntry entry)
    {
        if (Failure is { } before)
        {
            return Task.FromException(before);
        }

        waiting.Add(entry);
        Task done = written.Task;
        if (writing.IsCompleted)
        {
            writing = WriteAll();
        }

        return done;
    }

    // While one write is on its way the next ones gather: one statement for all of them.
    private async Task WriteAll()
    {
        while (waiting.Count > 0)
        {
            ImmutableArray<JournalEntry> batch = [.. waiting];
            TaskCompletionSource done = written;
            waiting.Clear();
            written = NewSource();
            StoreException? failure = new StoreUnavailableException("The write ended without an answer.");
            try
            {
                failure = await write(count, batch) ? null : new VersionConflictException();
            }
            catch (StoreException exception)
            {
                failure = exception;
            }
            finally
            {
                // Whatever happened, nobody waits for ever.
                if (failure is not null)
                {
                    Fail(done, failure);
                }
            }

            if (failure is not null)
            {
                return;
            }

            count += batch.Length;
            done.SetResult();
        }
    }

    private void Fail(TaskCompletionSource done, StoreException failure)
    {
        Failure = failure;
        waiting.Clear();
        done.SetException(failure);
        written.SetException(failure);
        _ = written.Task.Exception; // seen: it may be that nobody waits for it
    }
}
