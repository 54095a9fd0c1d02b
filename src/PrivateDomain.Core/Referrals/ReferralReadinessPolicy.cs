using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Referrals;

/// <summary>Whether a referral programme may begin (裂变启动条件): not before the private domain is stable, enough customers need what is
/// offered, and value, service and brand move them to pass it on.</summary>
/// <remarks>Equality is that of the options. Immutable, so safe on any thread.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class ReferralReadinessPolicy
    : Policy<ReferralReadinessPolicy, ReferralReadinessOptions>, IPolicy<ReferralReadinessPolicy, ReferralReadinessOptions>
{
    static ReferralReadinessPolicy IPolicy<ReferralReadinessPolicy, ReferralReadinessOptions>.Make(ReferralReadinessOptions options) =>
        new(options);

    private ReferralReadinessPolicy(ReferralReadinessOptions options)
        : base(options)
    {
    }

    /// <summary>Whether a programme may begin.</summary>
    /// <param name="figures">The figures of the private domain.</param>
    /// <returns>Allowed; denied when a figure fails, and when it is known that nobody was retained, though the rates of nobody are unknown;
    /// undecidable when none fails but one is not known. All failing figures are named, then all unknown ones.</returns>
    /// <exception cref="ArgumentNullException">There are no figures.</exception>
    public Decision Decide(PrivateDomainFigures figures)
    {
        Guard.Against.Null(figures);
        Findings findings = default;
        AskCount(ref findings, ReferralReasons.TooYoung, figures.AgeDays, Options.AgeDaysMin);
        AskCount(ref findings, ReferralReasons.BaseTooSmall, figures.RetainedCustomers, NeededCustomers);
        AskRate(ref findings, ReferralReasons.RetentionTooLow, figures.RetentionRate, Options.RetentionRateMin);
        AskRate(ref findings, ReferralReasons.ReceptionTooLow, figures.ReceptionRate, Options.ReceptionRateMin);
        if (figures.ComplaintRate.IsKnown && figures.ComplaintRate.Value > Options.ComplaintRateMax)
        {
            findings.Deny(ReferralReasons.TooManyComplaints.With(figures.ComplaintRate, Ratio.From(Options.ComplaintRateMax)));
        }

        AskRate(ref findings, ReferralReasons.NeedTooLow, figures.NeedShare, Options.NeedShareMin);
        AskRate(ref findings, ReferralReasons.NotPassedOn, figures.NetPromoterScore, Options.NetPromoterScoreMin);
        Lacking(ref findings, figures);
        return findings.ToDecision();
    }

    // A base of nobody is never enough: there is nobody to refer.
    private int NeededCustomers => Math.Max(Options.RetainedCustomersMin, 1);

    private static void AskCount(ref Findings findings, ReasonDefinition tooLow, int? found, int required)
    {
        if (found < required)
        {
            findings.Deny(tooLow.With(found.GetValueOrDefault(), required));
        }
    }

    private static void AskRate(ref Findings findings, ReasonDefinition tooLow, Ratio found, decimal required)
    {
        if (found.IsKnown && found.Value < required)
        {
            findings.Deny(tooLow.With(found, Ratio.From(required)));
        }
    }

    private static void Lacking(ref Findings findings, PrivateDomainFigures figures)
    {
        Lack(ref findings, figures.AgeDays is not null, "age", "运营天数");
        Lack(ref findings, figures.RetainedCustomers is not null, "retained customers", "留量客户数");
        Lack(ref findings, figures.RetentionRate.IsKnown, "retention rate", "留存率");
        Lack(ref findings, figures.ReceptionRate.IsKnown, "reception rate", "承接率");
        Lack(ref findings, figures.ComplaintRate.IsKnown, "complaint rate", "投诉率");
        Lack(ref findings, figures.NeedShare.IsKnown, "need", "需求占比");
        Lack(ref findings, figures.NetPromoterScore.IsKnown, "net promoter score", "净推荐值");
    }

    private static void Lack(ref Findings findings, bool isKnown, string english, string chinese)
    {
        if (!isKnown)
        {
            findings.Lack(ReferralReasons.FactUnknown.With(new Bilingual(english, chinese)));
        }
    }
}
