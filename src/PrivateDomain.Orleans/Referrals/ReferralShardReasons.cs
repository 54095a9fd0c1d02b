using PrivateDomain.Core;

namespace PrivateDomain.Orleans.Referrals;

/// <summary>Why a shard refuses what no ledger is asked about (分片理由).</summary>
public static class ReferralShardReasons
{
    /// <summary>The shard cannot give so much of its slice.</summary>
    public static ReasonDefinition SliceNeeded { get; } = new(
        "referral.slice_needed",
        "The shard can give {found} of its budget, but {required} is asked for.",
        "该分片最多可调出预算 {found}，申请调出 {required}。");
}
