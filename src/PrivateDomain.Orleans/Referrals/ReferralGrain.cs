using Orleans.Concurrency;
using PrivateDomain.Core;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Referrals;

/// <summary>Finds the shard, after the claim.</summary>
[StatelessWorker]
[Reentrant]
internal sealed class ReferralGrain(IReferralStore store, IEnumerable<ShardedProgramme> programmes) : Grain, IReferralGrain
{
    private string Name => this.GetPrimaryKeyString();

    private ShardedProgramme Programme =>
        programmes.FirstOrDefault(p => string.Equals(p.Programme.Options.Name, Name, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"No referral programme \"{Name}\" is registered on this silo.");

    public async Task<Decision> Tell(ReferralFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ShardedProgramme programme = Programme;
        if (fact.Code is { } code)
        {
            return await Open(programme, fact, code);
        }

        // What merely happened may be told before the invitation; a reward may not.
        bool isOfReward = fact.Kind is ReferralFactKind.Granted or ReferralFactKind.PaidOut or ReferralFactKind.Recovered;
        NewcomerClaim? claim = isOfReward ? await store.FindClaim(Name, fact.Referee) : await store.ClaimOrKeep(Name, fact);
        return claim is not null ? await Shard(programme.ShardOf(claim.Referrer)).Tell(fact)
            : isOfReward ? Decision.Denied(ReferralReasons.NotOpened.With(fact.CodeText))
            : Decision.Allowed;
    }

    public async Task<ReferralLedger> Ledger()
    {
        ReferralLedger[] ledgers = await Task.WhenAll(Enumerable.Range(0, Programme.Shards).Select(shard => Shard(shard).Ledger()));
        return ReferralLedger.From(Programme.Programme, ledgers.SelectMany(static ledger => ledger.Facts));
    }

    public async Task<Money> SliceOf(int shard)
    {
        Programme.SliceOf(shard);
        return (await Shard(shard).Ledger()).Programme.Options.Budget;
    }

    public async Task<Decision> Move(BudgetMove move)
    {
        ArgumentNullException.ThrowIfNull(move);
        Check(move);
        Decision given = await Shard(move.From).Give(move);
        if (given.IsAllowed)
        {
            await Shard(move.To).Take(move);
        }

        return given;
    }

    private async Task<Decision> Open(ShardedProgramme programme, ReferralFact fact, ReferralCode code)
    {
        if (!string.Equals(code.Programme, Name, StringComparison.Ordinal))
        {
            throw new ArgumentException($"Code \"{code.Text}\" is of programme \"{code.Programme}\", not of \"{Name}\".", nameof(fact));
        }

        // An invitation that would not stand claims nobody.
        IReferralShardGrain shard = Shard(programme.ShardOf(code.Referrer));
        Decision would = await shard.Would(fact);
        if (!would.IsAllowed)
        {
            return would;
        }

        NewcomerClaim claim = await store.Claim(Name, fact.Referee, code);
        if (claim.Referrer != code.Referrer || !string.Equals(claim.Code, code.Text, StringComparison.Ordinal))
        {
            return Decision.Denied(ReferralReasons.AnotherReferrerCameFirst.With(claim.Referrer.Text, code.Referrer.Text));
        }

        foreach (ReferralFact kept in await store.ReadKept(Name, fact.Referee))
        {
            await shard.Tell(kept);
        }

        return await shard.Tell(fact);
    }

    private IReferralShardGrain Shard(int shard) => GrainFactory.GetGrain<IReferralShardGrain>(shard, Name);

    private void Check(BudgetMove move)
    {
        Programme.SliceOf(move.From);
        Programme.SliceOf(move.To);
        if (move.From == move.To || string.IsNullOrWhiteSpace(move.Id))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A move has an id and two shards; it was \"{move.Id}\" from {move.From} to {move.To}."),
                nameof(move));
        }

        if (move.Amount.Currency != Programme.Programme.Options.Budget.Currency || move.Amount.Amount <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(move), move.Amount, "An amount above 0 in the programme's currency is needed.");
        }
    }
}
