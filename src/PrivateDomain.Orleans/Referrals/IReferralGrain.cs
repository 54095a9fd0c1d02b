using PrivateDomain.Core;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Referrals;

/// <summary>A referral programme on a cluster (裂变活动 Grain), which hosts speak to. The key is the programme's name.</summary>
/// <remarks>It finds the shard; any number of activations serve one programme. A programme that is not registered on the silo, or that
/// began with other figures, is an <see cref="InvalidOperationException"/>. Every method throws a <see cref="StoreException"/> where the
/// store does not answer or a row cannot be read: ask again with the same ids.</remarks>
[Alias("PrivateDomain.Orleans.IReferralGrain")]
public interface IReferralGrain : IGrainWithStringKey
{
    /// <summary>Tells a fact: it is decided by the ledger of its shard, and recorded if the answer is yes, both at once.</summary>
    /// <remarks>
    /// <para>An invitation that would stand claims the newcomer for its code; the first code wins, once and for all. What is told of a
    /// newcomer before is kept for the shard of that code, and the answer is yes.</para>
    /// <para>A fact that was recorded before is answered with yes.</para>
    /// </remarks>
    /// <param name="fact">The fact.</param>
    /// <returns>Yes, or why not.</returns>
    /// <exception cref="ArgumentException">The fact is of another programme or currency.</exception>
    /// <exception cref="VersionConflictException">Others wrote each time it was tried; nothing was recorded.</exception>
    [Alias("Tell")]
    Task<Decision> Tell(ReferralFact fact);

    /// <summary>All facts of all shards, under the whole budget.</summary>
    [Alias("Ledger")]
    Task<ReferralLedger> Ledger();

    /// <summary>The slice of the budget that a shard has now.</summary>
    /// <param name="shard">The shard, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such shard.</exception>
    [Alias("SliceOf")]
    Task<Money> SliceOf(int shard);

    /// <summary>Moves budget between shards: the one gives durably, then the other takes. Where the answer is lost, ask again with the same
    /// move; until then the amount is in neither.</summary>
    /// <param name="move">The move; its id is used once.</param>
    /// <returns>Yes, or that the giver has committed too much of its slice; it keeps one reward at least.</returns>
    /// <exception cref="ArgumentException">The move is between a shard and itself, or the id was used for another.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such shard, or the amount is not above 0.</exception>
    /// <exception cref="VersionConflictException">Others wrote each time it was tried; ask again.</exception>
    [Alias("Move")]
    Task<Decision> Move(BudgetMove move);
}

/// <summary>One shard of a programme: the only writer of its slice. Only <see cref="ReferralGrain"/> speaks to it.</summary>
[Alias("PrivateDomain.Orleans.IReferralShardGrain")]
internal interface IReferralShardGrain : IGrainWithIntegerCompoundKey
{
    /// <summary>Whether an invitation would stand; nothing is recorded.</summary>
    [Alias("Would")]
    Task<Decision> Would(ReferralFact fact);

    [Alias("Tell")]
    Task<Decision> Tell(ReferralFact fact);

    [Alias("Ledger")]
    Task<ReferralLedger> Ledger();

    [Alias("Give")]
    Task<Decision> Give(BudgetMove move);

    [Alias("Take")]
    Task Take(BudgetMove move);
}
