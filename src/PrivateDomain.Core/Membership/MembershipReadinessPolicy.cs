using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Membership;

/// <summary>Whether tiers may be built (会员分级条件): begin simple, and build no tiers before data support them.</summary>
/// <remarks>Equality is that of the options. Immutable, so safe on any thread.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class MembershipReadinessPolicy
    : Policy<MembershipReadinessPolicy, MembershipReadinessOptions>, IPolicy<MembershipReadinessPolicy, MembershipReadinessOptions>
{
    static MembershipReadinessPolicy IPolicy<MembershipReadinessPolicy, MembershipReadinessOptions>.Make(
        MembershipReadinessOptions options) => new(options);

    private MembershipReadinessPolicy(MembershipReadinessOptions options)
        : base(options)
    {
    }

    /// <summary>Whether tiers may be built.</summary>
    /// <param name="figures">What is known of members so far.</param>
    /// <returns>Allowed; denied with every failing item, where a repurchase rate or a use of benefits that nobody measured fails too;
    /// undecidable when nothing fails but the number of members is not known.</returns>
    /// <exception cref="ArgumentNullException">There are no figures.</exception>
    public Decision Decide(MembershipFigures figures)
    {
        Guard.Against.Null(figures);
        Findings findings = default;
        if (figures.Members < Options.MembersMin)
        {
            findings.Deny(MembershipReasons.TooFewMembers.With(figures.Members.GetValueOrDefault(), Options.MembersMin));
        }

        Ask(ref findings, figures.RepurchaseRate, Options.RepurchaseRateMin, MembershipReasons.RepurchaseNotKnown,
            MembershipReasons.RepurchaseTooLow);
        Ask(ref findings, figures.BenefitUseRate, Options.BenefitUseRateMin, MembershipReasons.BenefitUseNotMeasured,
            MembershipReasons.BenefitUseTooLow);
        if (figures.Members is null)
        {
            findings.Lack(MembershipReasons.FactUnknown.With(new Bilingual("number of members", "会员人数")));
        }

        return findings.ToDecision();
    }

    private static void Ask(ref Findings findings, Ratio found, decimal required, ReasonDefinition whenUnknown, ReasonDefinition whenLow)
    {
        if (!(found >= Ratio.From(required)))
        {
            findings.Deny((found.IsKnown ? whenLow : whenUnknown).With(found, Ratio.From(required)));
        }
    }
}
