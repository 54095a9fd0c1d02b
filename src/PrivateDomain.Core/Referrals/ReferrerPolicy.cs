using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Referrals;

/// <summary>Who may refer (推荐人资格): fission is of consumption, by consumers.</summary>
/// <remarks>Equality is that of the options. Immutable, so safe on any thread.</remarks>
/// <example>
/// <code>
/// var facts = new ReferrerFacts(programme, now, orders: 2, isFlagged: false, isLinked: true, stage: RelationshipStage.Rapport,
///     hasOpenRefund: false, rewards: 0);
/// Decision decision = ReferrerPolicy.Default.Decide(facts);
/// string why = string.Join(" ", decision.Reasons);
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class ReferrerPolicy : Policy<ReferrerPolicy, ReferrerOptions>, IPolicy<ReferrerPolicy, ReferrerOptions>, IReasonSource
{
    static ReferrerPolicy IPolicy<ReferrerPolicy, ReferrerOptions>.Make(ReferrerOptions options) => new(options);

    private readonly int ordersMin;
    private readonly RelationshipStage stageMin;

    private ReferrerPolicy(ReferrerOptions options)
        : base(options)
    {
        ordersMin = options.OrdersMin;
        stageMin = options.StageMin;
    }

    /// <summary>Whether a customer may refer, at the instant of the facts. Allocates nothing, whatever the answer, until its reasons are
    /// read.</summary>
    /// <param name="facts">What is known of the customer.</param>
    /// <returns>Allowed; denied when anything speaks against it; undecidable when nothing does but a fact is not known. All reasons are
    /// there, in the
    /// order of <see cref="ReferralReasons"/>, missing facts last.</returns>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    public Decision Decide(ReferrerFacts facts)
    {
        Guard.Against.Null(facts);
        ReferrerFlags flags = facts.Flags;
        flags |= facts.OrdersOr(ordersMin) < ordersMin ? ReferrerFlags.HasNotBought : ReferrerFlags.None;
        flags |= facts.StageOr(stageMin) < stageMin ? ReferrerFlags.StageTooLow : ReferrerFlags.None;
        return flags == ReferrerFlags.None
            ? Decision.Allowed
            : Decision.Lazily(
                (flags & ReferrerFlags.Against) != ReferrerFlags.None
                    ? DecisionOutcome.Denied : DecisionOutcome.Undecidable, this, facts, (ulong)flags);
    }

    ImmutableArray<Reason> IReasonSource.ReasonsOf(object facts, ulong flags)
    {
        var known = (ReferrerFacts)facts;
        var set = (ReferrerFlags)flags;
        return [.. Conditions.Where(c => (set & c.Flag) != ReferrerFlags.None).Select(c => c.Say(this, known))];
    }

    // In the order of precedence; what is not known comes last.
    private static IEnumerable<(ReferrerFlags Flag, Func<ReferrerPolicy, ReferrerFacts, Reason> Say)> Conditions =>
    [
        (ReferrerFlags.NotBegun, static (_, f) => ReferralReasons.ProgrammeNotBegun.With(f.At, f.Programme.Runs.Start)),
        (ReferrerFlags.Ended, static (_, f) => ReferralReasons.ProgrammeEnded.With(f.At, f.Programme.Runs.End)),
        (ReferrerFlags.HasNotBought, static (p, f) => ReferralReasons.ReferrerHasNotBought.With(f.Orders ?? 0, p.ordersMin)),
        (ReferrerFlags.IsFlagged, static (_, _) => ReferralReasons.ReferrerIsFlagged.With()),
        (ReferrerFlags.NotLinked, static (_, _) => ReferralReasons.ReferrerHasNoLink.With()),
        (ReferrerFlags.StageTooLow, static (p, f) => ReferralReasons.ReferrerStageTooLow.With(
            RelationshipNames.Name(f.Stage.GetValueOrDefault()), p.stageMin.Name())),
        (ReferrerFlags.OpenRefund, static (_, _) => ReferralReasons.ReferrerHasOpenRefund.With()),
        (ReferrerFlags.CapReached, static (_, f) => ReferralReasons.ReferrerCapReached.With(
            f.Rewards ?? 0, f.Programme.Options.Limits.RewardsPerReferrerMax)),
        (ReferrerFlags.CoolingDown, static (_, f) => ReferralReasons.ReferrerCoolingDown.With(
            f.At, f.LastReferralAt.GetValueOrDefault() + f.Programme.Options.Limits.CoolDown)),
        (ReferrerFlags.OrdersUnknown, static (_, _) => Unknown("number of orders", "订单数")),
        (ReferrerFlags.FlagUnknown, static (_, _) => Unknown("flag", "是否被标记")),
        (ReferrerFlags.LinkUnknown, static (_, _) => Unknown("link", "是否在联")),
        (ReferrerFlags.StageUnknown, static (_, _) => Unknown("stage", "关系阶段")),
        (ReferrerFlags.RefundUnknown, static (_, _) => Unknown("open refunds", "是否有未完成的退款")),
        (ReferrerFlags.RewardsUnknown, static (_, _) => Unknown("rewards so far", "已得奖励数")),
    ];

    private static Reason Unknown(string english, string chinese) => ReferralReasons.FactUnknown.With(new Bilingual(english, chinese));
}
