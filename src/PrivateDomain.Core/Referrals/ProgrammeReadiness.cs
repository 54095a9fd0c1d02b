using System.Collections.Immutable;

namespace PrivateDomain.Core.Referrals;

/// <summary>How stable a private domain is (私域现状): the figures that the readiness gate asks for.</summary>
/// <remarks>Equality is that of all parts. A figure that is null or unknown is not taken for 0: the gate cannot decide without it.</remarks>
public sealed record PrivateDomainCondition
{
    private PrivateDomainCondition(int? ageDays, int? retained, Ratio retention, Ratio reception, Ratio complaints, Ratio need)
    {
        AgeDays = ageDays;
        RetainedCustomers = retained;
        RetentionRate = retention;
        ReceptionRate = reception;
        ComplaintRate = complaints;
        NeedShare = need;
    }

    /// <summary>How long it has been run, in days.</summary>
    public int? AgeDays { get; }

    /// <summary>How many customers have bought and are linked (留量).</summary>
    public int? RetainedCustomers { get; }

    /// <summary>The share of linked customers who stay (留存率).</summary>
    public Ratio RetentionRate { get; }

    /// <summary>The share of newcomers who are received well (承接率), D26.</summary>
    public Ratio ReceptionRate { get; }

    /// <summary>The share of customers who complained (投诉率).</summary>
    public Ratio ComplaintRate { get; }

    /// <summary>Of the customers asked, the share who want what is offered (需求占比).</summary>
    public Ratio NeedShare { get; }

    /// <summary>Puts the figures together; what is left out is not known.</summary>
    /// <param name="ageDays">Days since it began.</param>
    /// <param name="retainedCustomers">Bought and linked.</param>
    /// <param name="retentionRate">Share who stay.</param>
    /// <param name="receptionRate">Share received well.</param>
    /// <param name="complaintRate">Share who complained.</param>
    /// <param name="needShare">Share who want it.</param>
    public static PrivateDomainCondition Create(
        int? ageDays = null,
        int? retainedCustomers = null,
        Ratio retentionRate = default,
        Ratio receptionRate = default,
        Ratio complaintRate = default,
        Ratio needShare = default) =>
        new(ageDays, retainedCustomers, retentionRate, receptionRate, complaintRate, needShare);
}

/// <summary>Whether a referral programme may begin (裂变启动条件): not before the private domain is stable. From [C], D37.</summary>
/// <remarks>Equality is that of all parts.</remarks>
public sealed record ProgrammeReadiness
{
    private ProgrammeReadiness(int ageDaysMin, int retainedMin, Ratio retentionMin, Ratio receptionMin, Ratio complaintMax, Ratio needMin)
    {
        AgeDaysMin = ageDaysMin;
        RetainedCustomersMin = retainedMin;
        RetentionRateMin = retentionMin;
        ReceptionRateMin = receptionMin;
        ComplaintRateMax = complaintMax;
        NeedShareMin = needMin;
    }

    /// <summary>The default. [C] names the gates but no figures: 90 days, 1,000 retained customers (the worked size of D3), retention 60 %, reception
    /// 80 %, complaints 1 % and need 30 % are cautious choices of this library, to be replaced by a shop's own.</summary>
    public static ProgrammeReadiness Default { get; } = Create();

    /// <summary>The least age in days.</summary>
    public int AgeDaysMin { get; }

    /// <summary>The least number of retained customers.</summary>
    public int RetainedCustomersMin { get; }

    /// <summary>The least retention rate.</summary>
    public Ratio RetentionRateMin { get; }

    /// <summary>The least reception rate.</summary>
    public Ratio ReceptionRateMin { get; }

    /// <summary>The greatest complaint rate.</summary>
    public Ratio ComplaintRateMax { get; }

    /// <summary>The least share of need.</summary>
    public Ratio NeedShareMin { get; }

    /// <summary>Makes the gate; what is left out has its default.</summary>
    /// <param name="ageDaysMin">0 or more; default 90.</param>
    /// <param name="retainedCustomersMin">0 or more; default 1,000.</param>
    /// <param name="retentionRateMin">A share; default 60 %.</param>
    /// <param name="receptionRateMin">A share; default 80 %.</param>
    /// <param name="complaintRateMax">A share; default 1 %.</param>
    /// <param name="needShareMin">A share; default 30 %.</param>
    /// <exception cref="InvalidPolicyException">Parts are out of range; all of them are named.</exception>
    public static ProgrammeReadiness Create(
        int ageDaysMin = 90,
        int retainedCustomersMin = 1_000,
        Ratio? retentionRateMin = null,
        Ratio? receptionRateMin = null,
        Ratio? complaintRateMax = null,
        Ratio? needShareMin = null)
    {
        var gate = new ProgrammeReadiness(
            ageDaysMin, retainedCustomersMin, retentionRateMin ?? Ratio.Known(0.6m), receptionRateMin ?? Ratio.Known(0.8m),
            complaintRateMax ?? Ratio.Known(0.01m), needShareMin ?? Ratio.Known(0.3m));
        new PolicyCheck()
            .Needs(ageDaysMin >= 0, nameof(ageDaysMin), ReferralProgrammeReasons.TooSmall, ageDaysMin, 0)
            .Needs(retainedCustomersMin >= 0, nameof(retainedCustomersMin), ReferralProgrammeReasons.TooSmall, retainedCustomersMin, 0)
            .NeedsShare(gate.RetentionRateMin, nameof(retentionRateMin))
            .NeedsShare(gate.ReceptionRateMin, nameof(receptionRateMin))
            .NeedsShare(gate.ComplaintRateMax, nameof(complaintRateMax))
            .NeedsShare(gate.NeedShareMin, nameof(needShareMin))
            .ThrowIfAny("programme readiness");
        return gate;
    }

    /// <summary>Whether a programme may begin.</summary>
    /// <param name="condition">The figures.</param>
    /// <returns>Allowed; denied when a figure fails; undecidable when none fails but one is not known. All failing figures are named, then all unknown ones.</returns>
    /// <exception cref="ArgumentNullException">There are no figures.</exception>
    public Decision Decide(PrivateDomainCondition condition)
    {
        Guard.Against.Null(condition);
        var failing = ImmutableArray.CreateBuilder<Reason>();
        var unknown = ImmutableArray.CreateBuilder<Reason>();
        void Ask(bool known, bool holds, ReasonDefinition definition, ReasonValue found, ReasonValue required, Bilingual fact)
        {
            if (!known)
            {
                unknown.Add(ReferralProgrammeReasons.FactUnknown.With(fact));
            }
            else if (!holds)
            {
                failing.Add(definition.With(found, required));
            }
        }

        Ask(condition.AgeDays is not null, condition.AgeDays >= AgeDaysMin, ReferralProgrammeReasons.TooYoung,
            condition.AgeDays ?? 0, AgeDaysMin, new Bilingual("age", "运营天数"));
        Ask(condition.RetainedCustomers is not null, condition.RetainedCustomers >= RetainedCustomersMin, ReferralProgrammeReasons.BaseTooSmall,
            condition.RetainedCustomers ?? 0, RetainedCustomersMin, new Bilingual("retained customers", "留量客户数"));
        Ask(condition.RetentionRate.IsKnown, condition.RetentionRate >= RetentionRateMin, ReferralProgrammeReasons.RetentionTooLow,
            condition.RetentionRate, RetentionRateMin, new Bilingual("retention rate", "留存率"));
        Ask(condition.ReceptionRate.IsKnown, condition.ReceptionRate >= ReceptionRateMin, ReferralProgrammeReasons.ReceptionTooLow,
            condition.ReceptionRate, ReceptionRateMin, new Bilingual("reception rate", "承接率"));
        Ask(condition.ComplaintRate.IsKnown, condition.ComplaintRate <= ComplaintRateMax, ReferralProgrammeReasons.TooManyComplaints,
            condition.ComplaintRate, ComplaintRateMax, new Bilingual("complaint rate", "投诉率"));
        Ask(condition.NeedShare.IsKnown, condition.NeedShare >= NeedShareMin, ReferralProgrammeReasons.NeedTooLow,
            condition.NeedShare, NeedShareMin, new Bilingual("need", "需求占比"));
        return failing.Count > 0 ? Decision.Denied([.. failing, .. unknown])
            : unknown.Count > 0 ? Decision.Undecidable([.. unknown])
            : Decision.Allowed;
    }
}
