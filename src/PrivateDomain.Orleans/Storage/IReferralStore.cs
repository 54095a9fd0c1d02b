using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;

namespace PrivateDomain.Orleans.Storage;

/// <summary>Where referral programmes are kept (裂变活动存储): a journal for each shard, and the first code of each
/// newcomer.</summary>
/// <remarks>Safe on any thread. Each method throws a <see cref="StoreException"/> where the store does not answer or a row cannot be
/// read.</remarks>
public interface IReferralStore
{
    /// <summary>Reads the journal of a shard, in order; empty when nothing was written.</summary>
    /// <param name="programme">The programme's name.</param>
    /// <param name="shard">The shard.</param>
    Task<ImmutableArray<JournalEntry>> ReadJournal(string programme, int shard);

    /// <summary>How many entries the journal of a shard has.</summary>
    /// <param name="programme">The programme's name.</param>
    /// <param name="shard">The shard.</param>
    Task<long> CountEntries(string programme, int shard);

    /// <summary>Writes entries behind a number of others, all or none.</summary>
    /// <param name="programme">The programme's name.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="count">How many entries there are.</param>
    /// <param name="entries">The entries that follow them.</param>
    /// <returns>Whether they were written; not when somebody else wrote behind as many.</returns>
    Task<bool> TryWrite(string programme, int shard, long count, ImmutableArray<JournalEntry> entries);

    /// <summary>Claims a newcomer for a code, once: the first code wins, whoever asks at the same time.</summary>
    /// <param name="programme">The programme's name.</param>
    /// <param name="referee">The newcomer.</param>
    /// <param name="code">The code.</param>
    /// <returns>The claim that holds: of this code, or of the one that came first.</returns>
    Task<NewcomerClaim> Claim(string programme, CustomerId referee, ReferralCode code);

    /// <summary>The claim of a newcomer. While there is none the fact is kept, for the shard of the code that will claim them.</summary>
    /// <param name="programme">The programme's name.</param>
    /// <param name="fact">The fact.</param>
    /// <returns>The claim; null when there is none yet and the fact is kept.</returns>
    Task<NewcomerClaim?> ClaimOrKeep(string programme, ReferralFact fact);

    /// <summary>The claim of a newcomer; null when there is none.</summary>
    /// <param name="programme">The programme's name.</param>
    /// <param name="referee">The newcomer.</param>
    Task<NewcomerClaim?> FindClaim(string programme, CustomerId referee);

    /// <summary>The facts that were kept of a newcomer before the claim, in no order.</summary>
    /// <param name="programme">The programme's name.</param>
    /// <param name="referee">The newcomer.</param>
    Task<ImmutableArray<ReferralFact>> ReadKept(string programme, CustomerId referee);
}

/// <summary>Whose newcomer it is (新客归属): the code that came first, and its referrer.</summary>
/// <param name="Code">The text of the code.</param>
/// <param name="Referrer">Whose code it is.</param>
public sealed record NewcomerClaim(string Code, CustomerId Referrer);

/// <summary>What a shard's journal holds, one after the other (分片日志条目).</summary>
/// <remarks>Exactly one of the members is there.</remarks>
public sealed record JournalEntry
{
    /// <summary>The first entry: the programme with the shard's first slice of the budget, as a ledger without facts.</summary>
    public ReferralLedger? Begun { get; init; }

    /// <summary>A fact that was told.</summary>
    public ReferralFact? Fact { get; init; }

    /// <summary>Budget that was given to another shard.</summary>
    public BudgetMove? Given { get; init; }

    /// <summary>Budget that came from another shard.</summary>
    public BudgetMove? Taken { get; init; }
}

/// <summary>Budget on its way between two shards (预算调拨).</summary>
/// <param name="Id">The host's name of the move, the same however often it is asked for.</param>
/// <param name="From">The shard that gives.</param>
/// <param name="To">The shard that takes.</param>
/// <param name="Amount">The amount, above 0.</param>
[GenerateSerializer]
[Immutable]
public sealed record BudgetMove(string Id, int From, int To, Money Amount);
