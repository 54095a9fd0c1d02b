using NodaTime;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Referrals;

/// <summary>Who may refer (推荐人资格): "fission is of consumption, by consumers". From [E], D40.</summary>
/// <remarks>
/// <para>The fission of people who never bought brings about 90 % freeloaders (羊毛党), so by default they may not refer.</para>
/// <para>Equality is that of all parts.</para>
/// </remarks>
public sealed record ReferrerGate
{
    private ReferrerGate(int ordersMin, RelationshipStage stageMin)
    {
        OrdersMin = ordersMin;
        StageMin = stageMin;
    }

    /// <summary>The default, from D40 and D5: one order that stands, and rapport, the stage of buyers.</summary>
    public static ReferrerGate Default { get; } = Create();

    /// <summary>The least number of orders that stand.</summary>
    public int OrdersMin { get; }

    /// <summary>The lowest stage.</summary>
    public RelationshipStage StageMin { get; }

    /// <summary>Makes a gate; what is left out has its default.</summary>
    /// <param name="ordersMin">0 or more; default 1. With 0 people who never bought may refer: see what that costs in <see cref="HookEconomics"/>.</param>
    /// <param name="stageMin">Default <see cref="RelationshipStage.Rapport"/>.</param>
    /// <exception cref="InvalidPolicyException">Parts are out of range; all of them are named.</exception>
    public static ReferrerGate Create(int ordersMin = 1, RelationshipStage stageMin = RelationshipStage.Rapport)
    {
        new PolicyCheck()
            .Needs(ordersMin >= 0, nameof(ordersMin), ReferralProgrammeReasons.TooSmall, ordersMin, 0)
            .Needs(stageMin is >= RelationshipStage.None and <= RelationshipStage.Alliance, nameof(stageMin), ReferralProgrammeReasons.ChoiceMissing, stageMin.ToString())
            .ThrowIfAny("referrer gate");
        return new ReferrerGate(ordersMin, stageMin);
    }

    /// <summary>Whether a customer may refer now. Allocates nothing when they may.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="facts">What is known of the customer.</param>
    /// <param name="at">Now.</param>
    /// <returns>Allowed; denied when anything speaks against it; undecidable when nothing does but a fact is not known. All reasons are there, in the order of
    /// <see cref="ReferralReasons"/>.</returns>
    /// <exception cref="ArgumentNullException">The programme or the facts are null.</exception>
    public Decision Decide(ReferralProgramme programme, ReferrerFacts facts, Instant at)
    {
        Guard.Against.Null(programme);
        Guard.Against.Null(facts);
        ReferralLimits limits = programme.Limits;
        bool allowed = facts.IsSound
            && at >= programme.Runs.Start && at < programme.Runs.End
            && facts.Orders.GetValueOrDefault() >= OrdersMin
            && facts.Stage.GetValueOrDefault() >= StageMin
            && facts.Rewards.GetValueOrDefault() < limits.RewardsPerReferrerMax
            && (!facts.LastReferralAt.HasValue || at - facts.LastReferralAt.GetValueOrDefault() >= limits.CoolDown);
        return allowed ? Decision.Allowed : Explain(programme, facts, at);
    }

    private Decision Explain(ReferralProgramme programme, ReferrerFacts facts, Instant at)
    {
        ReferralLimits limits = programme.Limits;
        var reasons = new GateReasons();
        reasons.Unless(at >= programme.Runs.Start, ReferralReasons.ProgrammeNotBegun, at, programme.Runs.Start);
        reasons.Unless(at < programme.Runs.End, ReferralReasons.ProgrammeEnded, at, programme.Runs.End);
        reasons.Ask(facts.Orders, orders => orders >= OrdersMin, ReferralReasons.ReferrerHasNotBought, facts.Orders ?? 0, OrdersMin, new("orders", "订单数"));
        reasons.Ask(facts.IsFlagged, static flagged => !flagged, ReferralReasons.ReferrerIsFlagged, default, default, new("flag", "标记"));
        reasons.Ask(facts.HasActiveLink, static linked => linked, ReferralReasons.ReferrerHasNoLink, default, default, new("link", "联系状态"));
        reasons.Ask(
            facts.Stage, stage => stage >= StageMin, ReferralReasons.ReferrerStageTooLow,
            facts.Stage.ToString(), StageMin.ToString(), new("stage", "关系阶段"));
        reasons.Ask(facts.HasOpenRefund, static open => !open, ReferralReasons.ReferrerHasOpenRefund, default, default, new("open refund", "退款状态"));
        reasons.Ask(
            facts.Rewards, rewards => rewards < limits.RewardsPerReferrerMax, ReferralReasons.ReferrerCapReached,
            facts.Rewards ?? 0, limits.RewardsPerReferrerMax, new("rewards so far", "已得奖励数"));
        if (facts.LastReferralAt is { } last)
        {
            reasons.Unless(at - last >= limits.CoolDown, ReferralReasons.ReferrerCoolingDown, at, last + limits.CoolDown);
        }

        return reasons.Decide();
    }
}
