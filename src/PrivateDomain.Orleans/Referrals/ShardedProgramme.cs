using System.Security.Cryptography;
using System.Text;
using PrivateDomain.Core;
using PrivateDomain.Core.Referrals;

namespace PrivateDomain.Orleans.Referrals;

/// <summary>A referral programme and into how many shards it is split (分片裂变活动). Each has a slice of the budget, and
/// the referrers whose
/// ids fall to it.</summary>
/// <remarks>Immutable, so safe on any thread. Equality is that of the programme and the number.</remarks>
public sealed record ShardedProgramme
{
    /// <summary>The most shards.</summary>
    public const int ShardsMax = 1_024;

    /// <summary>Splits a programme.</summary>
    /// <param name="programme">The programme, the same on all silos.</param>
    /// <param name="shards">From 1 to <see cref="ShardsMax"/>, the same as long as the programme runs: as many as writers are
    /// needed.</param>
    /// <exception cref="ArgumentNullException">There is no programme.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range, or the budget has less than one reward for each
    /// shard.</exception>
    public ShardedProgramme(ReferralProgramme programme, int shards)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shards);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shards, ShardsMax);
        Programme = programme;
        Shards = shards;
        if (SliceOf(shards - 1) < programme.Options.Reward)
        {
            throw new ArgumentOutOfRangeException(nameof(shards), shards,
                $"Each shard needs a reward of {programme.Options.Reward}; the budget is {programme.Options.Budget}.");
        }
    }

    /// <summary>The programme.</summary>
    public ReferralProgramme Programme { get; }

    /// <summary>How many shards there are.</summary>
    public int Shards { get; }

    /// <summary>The shard of a referrer, the same on every machine: from a digest of the id.</summary>
    /// <param name="referrer">The referrer; not empty.</param>
    /// <exception cref="ArgumentException">The referrer is empty.</exception>
    public int ShardOf(CustomerId referrer)
    {
        if (referrer.Text.Length == 0)
        {
            throw new ArgumentException("A referrer is needed, but the id was empty.", nameof(referrer));
        }

        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(referrer.Text));
        return (int)(BitConverter.ToUInt32([digest[3], digest[2], digest[1], digest[0]]) % (uint)Shards);
    }

    /// <summary>The slice of the budget that a shard begins with, in whole minor units; the first shard has what is over.</summary>
    /// <param name="shard">The shard, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such shard.</exception>
    public Money SliceOf(int shard)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shard);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(shard, Shards);
        Money budget = Programme.Options.Budget;
        Money each = (budget / Shards).RoundToMinorUnit(MidpointRounding.ToZero);
        return shard == 0 ? budget - (each * (Shards - 1)) : each;
    }
}
