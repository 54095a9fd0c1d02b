using System.Linq.Expressions;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>What is known of one who would refer, as rule engines read it: whole numbers and yes or no, times in seconds.</summary>
public sealed class ReferralCase
{
    /// <summary>What speaks against it, in the order of the plain conditions; the stage is that of rapport at least.</summary>
    internal static readonly Expression<Func<ReferralCase, bool>>[] Against =
    [
        static c => c.At < c.Begins,
        static c => c.At >= c.Ends,
        static c => c.Orders < 1,
        static c => c.IsFlagged,
        static c => !c.IsLinked,
        static c => c.Stage < (int)RelationshipStage.Rapport,
        static c => c.HasOpenRefund,
        static c => c.Rewards >= c.RewardsMax,
        static c => c.At - c.LastReferralAt < c.CoolDown,
    ];

    public long At { get; init; }

    public long Begins { get; init; }

    public long Ends { get; init; }

    public int Orders { get; init; }

    public bool IsFlagged { get; init; }

    public bool IsLinked { get; init; }

    public int Stage { get; init; }

    public bool HasOpenRefund { get; init; }

    public int Rewards { get; init; }

    public int RewardsMax { get; init; }

    /// <summary>0, which is long ago, where there was none.</summary>
    public long LastReferralAt { get; init; }

    public long CoolDown { get; init; }

    internal static ReferralCase Of(ReferrerFacts facts) => new()
    {
        At = facts.At.ToUnixTimeSeconds(),
        Begins = facts.Programme.Runs.Start.ToUnixTimeSeconds(),
        Ends = facts.Programme.Runs.End.ToUnixTimeSeconds(),
        Orders = facts.Orders!.Value,
        IsFlagged = facts.IsFlagged!.Value,
        IsLinked = facts.IsLinked!.Value,
        Stage = (int)facts.Stage!.Value,
        HasOpenRefund = facts.HasOpenRefund!.Value,
        Rewards = facts.Rewards!.Value,
        RewardsMax = facts.Programme.Options.Limits.RewardsPerReferrerMax,
        LastReferralAt = facts.LastReferralAt?.ToUnixTimeSeconds() ?? 0,
        CoolDown = (long)facts.Programme.Options.Limits.CoolDown.TotalSeconds,
    };
}
