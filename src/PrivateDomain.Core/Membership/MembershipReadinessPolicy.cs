using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PrivateDomain.Core.Membership;

/// <summary>Whether tiers may be built (会员分级条件): begin simple, and build no tiers before data support them.</summary>
/// <remarks>Equality is that of the options. Immutable, so safe on any thread.</remarks>
public sealed class MembershipReadinessPolicy : IEquatable<MembershipReadinessPolicy>
{
    private MembershipReadinessPolicy(MembershipReadinessOptions options) => Options = options;

    /// <summary>The policy of the default options.</summary>
    public static MembershipReadinessPolicy Default { get; } = new(new MembershipReadinessOptions());

    /// <summary>The figures it was made of.</summary>
    public MembershipReadinessOptions Options { get; }

    /// <summary>Makes a policy.</summary>
    /// <param name="options">The figures.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="InvalidPolicyException">Figures are out of range; all of them are named.</exception>
    public static MembershipReadinessPolicy Create(MembershipReadinessOptions options)
    {
        MembershipReadinessOptions.Description.ThrowIfWrong(options);
        return new MembershipReadinessPolicy(options);
    }

    /// <summary>Tries to make a policy.</summary>
    /// <param name="options">The figures.</param>
    /// <param name="policy">The policy, or null.</param>
    /// <param name="mistakes">All mistakes; empty when there are none.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    public static bool TryCreate(
        MembershipReadinessOptions options, [NotNullWhen(true)] out MembershipReadinessPolicy? policy, out ImmutableArray<Mistake> mistakes)
    {
        mistakes = MembershipReadinessOptions.Description.Check(options);
        policy = mistakes.IsEmpty ? new MembershipReadinessPolicy(options) : null;
        return mistakes.IsEmpty;
    }

    /// <summary>Whether tiers may be built.</summary>
    /// <param name="figures">What is known of members so far.</param>
    /// <returns>Allowed; denied with every failing item, where a repurchase rate or a use of benefits that nobody measured fails too; undecidable when
    /// nothing fails but the number of members is not known.</returns>
    /// <exception cref="ArgumentNullException">There are no figures.</exception>
    public Decision Decide(MembershipFigures figures)
    {
        Guard.Against.Null(figures);
        Findings findings = default;
        if (figures.Members < Options.MembersMin)
        {
            findings.Deny(MembershipReasons.TooFewMembers.With(figures.Members.GetValueOrDefault(), Options.MembersMin));
        }

        Ask(ref findings, figures.RepurchaseRate, Options.RepurchaseRateMin, MembershipReasons.RepurchaseNotKnown, MembershipReasons.RepurchaseTooLow);
        Ask(ref findings, figures.BenefitUseRate, Options.BenefitUseRateMin, MembershipReasons.BenefitUseNotMeasured, MembershipReasons.BenefitUseTooLow);
        if (figures.Members is null)
        {
            findings.Lack(MembershipReasons.FactUnknown.With(new Bilingual("number of members", "会员人数")));
        }

        return findings.ToDecision();
    }

    /// <inheritdoc/>
    public bool Equals(MembershipReadinessPolicy? other) => other is not null && Options == other.Options;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MembershipReadinessPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.GetHashCode();

    private static void Ask(ref Findings findings, Ratio found, decimal required, ReasonDefinition whenUnknown, ReasonDefinition whenLow)
    {
        if (!(found >= Ratio.Known(required)))
        {
            findings.Deny((found.IsKnown ? whenLow : whenUnknown).With(found, Ratio.Known(required)));
        }
    }
}
