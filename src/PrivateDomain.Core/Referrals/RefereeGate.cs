using NodaTime;

namespace PrivateDomain.Core.Referrals;

/// <summary>Whether a newcomer counts (新客资格): new to the shop, bought and kept it, not the referrer, not in a ring, first code. From D41.</summary>
/// <remarks>
/// <para>This gate says whether the referral counts; whether its reward is due is another question, which <see cref="ReferralLedger"/> answers.</para>
/// <para>Equality is that of all parts.</para>
/// </remarks>
public sealed record RefereeGate
{
    // Reasons that time or a missing fact brings: the referral waits.
    private static readonly ReasonDefinition[] Waiting =
        [ReferralReasons.RefereeHasNotBought, ReferralReasons.ReturnWindowOpen, ReferralReasons.FactUnknown];

    private RefereeGate(IdentityKinds sameAsReferrer, IdentityKinds sameAsEarlier)
    {
        SameAsReferrer = sameAsReferrer;
        SameAsEarlier = sameAsEarlier;
    }

    /// <summary>The default, from D41: any mark of an earlier customer makes no newcomer; of the referrer's marks all but the address, which a household
    /// shares and which the household cap bounds.</summary>
    public static RefereeGate Default { get; } = Create();

    /// <summary>The kinds of marks that make newcomer and referrer one person.</summary>
    public IdentityKinds SameAsReferrer { get; }

    /// <summary>The kinds of marks that make a newcomer an earlier customer.</summary>
    public IdentityKinds SameAsEarlier { get; }

    /// <summary>Makes a gate.</summary>
    /// <param name="sameAsReferrer">Kinds that make newcomer and referrer one person.</param>
    /// <param name="sameAsEarlier">Kinds that make a newcomer an earlier customer.</param>
    /// <exception cref="InvalidPolicyException">Kinds are no kinds; all of them are named.</exception>
    public static RefereeGate Create(
        IdentityKinds sameAsReferrer = IdentityKinds.All & ~IdentityKinds.Address, IdentityKinds sameAsEarlier = IdentityKinds.All)
    {
        new PolicyCheck()
            .Needs((sameAsReferrer & ~IdentityKinds.All) == IdentityKinds.None, nameof(sameAsReferrer), ReferralProgrammeReasons.ChoiceMissing, sameAsReferrer.ToString())
            .Needs((sameAsEarlier & ~IdentityKinds.All) == IdentityKinds.None, nameof(sameAsEarlier), ReferralProgrammeReasons.ChoiceMissing, sameAsEarlier.ToString())
            .ThrowIfAny("referee gate");
        return new RefereeGate(sameAsReferrer, sameAsEarlier);
    }

    /// <summary>Whether the newcomer counts now. Allocates nothing when they do.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="facts">What is known of the newcomer.</param>
    /// <param name="at">Now.</param>
    /// <returns>Allowed; denied when anything speaks against it; undecidable when nothing does but a fact is not known. All reasons are there, in the order of
    /// <see cref="ReferralReasons"/>.</returns>
    /// <exception cref="ArgumentNullException">The programme or the facts are null.</exception>
    public Decision Decide(ReferralProgramme programme, RefereeFacts facts, Instant at)
    {
        Guard.Against.Null(programme);
        Guard.Against.Null(facts);
        ReferralLimits limits = programme.Limits;
        ReferralCode code = facts.Code;
        bool allowed = string.Equals(code.Programme, programme.Name, StringComparison.Ordinal)
            && code.Referrer == facts.Referrer
            && facts.JoinedAt >= code.Holds.Start && facts.JoinedAt < code.Holds.End
            && string.Equals(facts.FirstCode, code.Text, StringComparison.Ordinal)
            && facts.Referee != facts.Referrer
            && facts.SharedWithReferrer is { } shared && (shared & SameAsReferrer) == IdentityKinds.None
            && facts.ClosesRing is false
            && facts.WasCustomer is false
            && facts.KnownBy is { } known && (known & SameAsEarlier) == IdentityKinds.None
            && facts.HouseholdCount < limits.HouseholdMax
            && facts.IsRefunded is false
            && facts.IsCancelled is false
            && !(facts.LinkLostAt is { } lost && lost - facts.JoinedAt < limits.TestPeriod)
            && facts.RecentJoins <= limits.VelocityMax
            && facts.PurchasedAt is { } purchase && at - purchase >= limits.ReturnWindow;
        return allowed ? Decision.Allowed : Explain(programme, facts, at);
    }

    /// <summary>What a decision of this gate means for the referral.</summary>
    /// <param name="decision">A decision of <see cref="Decide"/>.</param>
    public static RefereeConsequence ConsequenceOf(Decision decision)
    {
        if (decision.IsAllowed)
        {
            return RefereeConsequence.Counts;
        }

        foreach (Reason reason in decision.Reasons.Where(static r => Array.IndexOf(Waiting, r.Definition) < 0))
        {
            return reason.Definition.Equals(ReferralReasons.VelocityTooHigh) ? RefereeConsequence.Review : RefereeConsequence.Reject;
        }

        return RefereeConsequence.Wait;
    }

    private Decision Explain(ReferralProgramme programme, RefereeFacts facts, Instant at)
    {
        ReferralLimits limits = programme.Limits;
        ReferralCode code = facts.Code;
        var reasons = new GateReasons();
        reasons.Unless(
            string.Equals(code.Programme, programme.Name, StringComparison.Ordinal), ReferralReasons.CodeOfAnotherProgramme, code.Programme, programme.Name);
        reasons.Unless(code.Referrer == facts.Referrer, ReferralReasons.CodeOfAnotherReferrer);
        reasons.Unless(facts.JoinedAt >= code.Holds.Start, ReferralReasons.CodeNotBegun, facts.JoinedAt, code.Holds.Start);
        reasons.Unless(facts.JoinedAt < code.Holds.End, ReferralReasons.CodeExpired, facts.JoinedAt, code.Holds.End);
        reasons.Ask(
            facts.FirstCode is null ? null : (bool?)string.Equals(facts.FirstCode, code.Text, StringComparison.Ordinal),
            static first => first, ReferralReasons.AnotherCodeCameFirst, facts.FirstCode, code.Text, new("first code", "首个邀请码"));
        reasons.Unless(facts.Referee != facts.Referrer, ReferralReasons.RefereeIsReferrer);
        reasons.Ask(
            facts.SharedWithReferrer, shared => (shared & SameAsReferrer) == IdentityKinds.None, ReferralReasons.RefereeSharesMark,
            Names(facts.SharedWithReferrer, SameAsReferrer), default, new("marks shared with the referrer", "与推荐人共用的标识"));
        reasons.Ask(facts.ClosesRing, static closes => !closes, ReferralReasons.ClosesARing, default, default, new("rings", "循环推荐"));
        reasons.Ask(facts.WasCustomer, static was => !was, ReferralReasons.RefereeIsCustomer, default, default, new("earlier link or order", "此前的联系或订单"));
        reasons.Ask(
            facts.KnownBy, known => (known & SameAsEarlier) == IdentityKinds.None, ReferralReasons.RefereeIsKnown,
            Names(facts.KnownBy, SameAsEarlier), default, new("marks of earlier customers", "与老客户相同的标识"));
        reasons.Ask(
            facts.HouseholdCount, count => count < limits.HouseholdMax, ReferralReasons.HouseholdCapReached,
            facts.HouseholdCount ?? 0, limits.HouseholdMax, new("newcomers of the household", "同户新客数"));
        reasons.Ask(facts.IsRefunded, static refunded => !refunded, ReferralReasons.PurchaseRefunded, default, default, new("refund", "是否退款"));
        reasons.Ask(facts.IsCancelled, static cancelled => !cancelled, ReferralReasons.PurchaseCancelled, default, default, new("cancellation", "是否取消"));
        if (facts.LinkLostAt is { } lost)
        {
            reasons.Unless(lost - facts.JoinedAt >= limits.TestPeriod, ReferralReasons.RefereeDeletedEarly, lost - facts.JoinedAt, limits.TestPeriod);
        }

        reasons.Ask(
            facts.RecentJoins, joins => joins <= limits.VelocityMax, ReferralReasons.VelocityTooHigh,
            facts.RecentJoins ?? 0, limits.VelocityMax, new("recent joins", "近期加入数"));
        reasons.Unless(facts.PurchasedAt is not null, ReferralReasons.RefereeHasNotBought);
        if (facts.PurchasedAt is { } purchase)
        {
            reasons.Unless(at - purchase >= limits.ReturnWindow, ReferralReasons.ReturnWindowOpen, at, purchase + limits.ReturnWindow);
        }

        return reasons.Decide();
    }

    private static Bilingual Names(IdentityKinds? found, IdentityKinds asked)
    {
        (IdentityKinds Kind, string English, string Chinese)[] names =
        [
            (IdentityKinds.Person, "person", "本人"), (IdentityKinds.Phone, "phone", "手机号"), (IdentityKinds.Device, "device", "设备"),
            (IdentityKinds.Address, "address", "地址"), (IdentityKinds.PaymentAccount, "payment account", "支付账户"),
        ];
        var named = names.Where(n => (found.GetValueOrDefault() & asked & n.Kind) != IdentityKinds.None).ToList();
        return new Bilingual(string.Join(", ", named.Select(static n => n.English)), string.Join('、', named.Select(static n => n.Chinese)));
    }
}
