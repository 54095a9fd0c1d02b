using System.Collections.Immutable;

namespace PrivateDomain.Core.Membership;

/// <summary>What is known of members so far (会员现状): the figures that the readiness for tiers asks for.</summary>
/// <remarks>Equality is that of all parts. What is null or unknown is never taken for 0.</remarks>
public sealed record MembershipCondition
{
    private MembershipCondition(int? members, Ratio repurchaseRate, Ratio benefitUseRate)
    {
        Members = members;
        RepurchaseRate = repurchaseRate;
        BenefitUseRate = benefitUseRate;
    }

    /// <summary>How many members there are; null when not known.</summary>
    public int? Members { get; }

    /// <summary>The share of buyers who bought again (复购率), D7.</summary>
    public Ratio RepurchaseRate { get; }

    /// <summary>Of the benefits given, the share that was used (权益使用率).</summary>
    public Ratio BenefitUseRate { get; }

    /// <summary>Puts the figures together; what is left out is not known.</summary>
    /// <param name="members">How many members there are.</param>
    /// <param name="repurchaseRate">The share who bought again.</param>
    /// <param name="benefitUseRate">The share of benefits that was used.</param>
    public static MembershipCondition Create(int? members = null, Ratio repurchaseRate = default, Ratio benefitUseRate = default) =>
        new(members, repurchaseRate, benefitUseRate);
}

/// <summary>Whether tiers may be built (会员分级条件): begin simple, and build no tiers before data support them. From [C], D31.</summary>
/// <remarks>Equality is that of all parts.</remarks>
public sealed record MembershipReadiness
{
    private MembershipReadiness(int membersMin, Ratio repurchaseRateMin, Ratio benefitUseRateMin)
    {
        MembersMin = membersMin;
        RepurchaseRateMin = repurchaseRateMin;
        BenefitUseRateMin = benefitUseRateMin;
    }

    /// <summary>The default. [C], D31, names the three items but no figures: 1,000 members, repurchase 20 % and use 10 % are cautious choices of this
    /// library, to be replaced by a shop's own.</summary>
    public static MembershipReadiness Default { get; } = Create();

    /// <summary>The least number of members.</summary>
    public int MembersMin { get; }

    /// <summary>The least repurchase rate; 0 % asks only that it is known.</summary>
    public Ratio RepurchaseRateMin { get; }

    /// <summary>The least use of benefits; 0 % asks only that it is measured.</summary>
    public Ratio BenefitUseRateMin { get; }

    /// <summary>Makes the gate; what is left out has its default.</summary>
    /// <param name="membersMin">0 or more; default 1,000.</param>
    /// <param name="repurchaseRateMin">A share; default 20 %.</param>
    /// <param name="benefitUseRateMin">A share; default 10 %.</param>
    /// <exception cref="InvalidPolicyException">Parts are out of range; all of them are named.</exception>
    public static MembershipReadiness Create(int membersMin = 1_000, Ratio? repurchaseRateMin = null, Ratio? benefitUseRateMin = null)
    {
        var gate = new MembershipReadiness(membersMin, repurchaseRateMin ?? Ratio.Known(0.2m), benefitUseRateMin ?? Ratio.Known(0.1m));
        new PolicyCheck()
            .Needs(membersMin >= 0, nameof(membersMin), MembershipReasons.TooSmall, membersMin, 0)
            .Needs(IsShare(gate.RepurchaseRateMin), nameof(repurchaseRateMin), MembershipReasons.NotAShare, gate.RepurchaseRateMin)
            .Needs(IsShare(gate.BenefitUseRateMin), nameof(benefitUseRateMin), MembershipReasons.NotAShare, gate.BenefitUseRateMin)
            .ThrowIfAny("membership readiness");
        return gate;
    }

    /// <summary>Whether tiers may be built.</summary>
    /// <param name="condition">The figures.</param>
    /// <returns>Allowed; denied with every failing item, where a repurchase rate or a use of benefits that nobody measured fails too; undecidable when
    /// nothing fails but the number of members is not known.</returns>
    /// <exception cref="ArgumentNullException">There are no figures.</exception>
    public Decision Decide(MembershipCondition condition)
    {
        Guard.Against.Null(condition);
        ImmutableArray<Reason>.Builder failing = ImmutableArray.CreateBuilder<Reason>();
        if (condition.Members < MembersMin)
        {
            failing.Add(MembershipReasons.TooFewMembers.With(condition.Members.Value, MembersMin));
        }

        Ask(failing, condition.RepurchaseRate, RepurchaseRateMin, MembershipReasons.RepurchaseNotKnown, MembershipReasons.RepurchaseTooLow);
        Ask(failing, condition.BenefitUseRate, BenefitUseRateMin, MembershipReasons.BenefitUseNotMeasured, MembershipReasons.BenefitUseTooLow);
        bool anyFails = failing.Count > 0;
        if (condition.Members is null)
        {
            failing.Add(MembershipReasons.FactUnknown.With(new Bilingual("members", "会员人数")));
        }

        return anyFails ? Decision.Denied([.. failing])
            : failing.Count > 0 ? Decision.Undecidable([.. failing])
            : Decision.Allowed;
    }

    internal static bool IsShare(Ratio ratio) => ratio is { IsKnown: true, Value: >= 0m and <= 1m };

    private static void Ask(
        ImmutableArray<Reason>.Builder failing, Ratio found, Ratio required, ReasonDefinition whenUnknown, ReasonDefinition whenLow)
    {
        if (!(found >= required))
        {
            failing.Add((found.IsKnown ? whenLow : whenUnknown).With(found, required));
        }
    }
}
