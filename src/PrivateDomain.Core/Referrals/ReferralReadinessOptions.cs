namespace PrivateDomain.Core.Referrals;

/// <summary>The figures from which a referral programme may begin (裂变启动门槛).</summary>
/// <remarks>Not checked: <see cref="ReferralReadinessPolicy"/> does. The article on the underlying logic of private domains names the gates
/// but no figures; these are the library's own, cautious ones, to be replaced by a shop's. Equality is that of all parts.</remarks>
public sealed record ReferralReadinessOptions
{
    /// <summary>The least age in days; 0 or more.</summary>
    public int AgeDaysMin { get; init; } = 90;

    /// <summary>The least number of retained customers; 0 or more.</summary>
    public int RetainedCustomersMin { get; init; } = 1_000;

    /// <summary>The least retention rate, from 0 to 1.</summary>
    public decimal RetentionRateMin { get; init; } = 0.6m;

    /// <summary>The least reception rate, from 0 to 1.</summary>
    public decimal ReceptionRateMin { get; init; } = 0.8m;

    /// <summary>The greatest complaint rate, from 0 to 1.</summary>
    public decimal ComplaintRateMax { get; init; } = 0.01m;

    /// <summary>The least share of customers who want what is offered, from 0 to 1.</summary>
    public decimal NeedShareMin { get; init; } = 0.3m;

    /// <summary>The least net promoter score, from -1 to 1: how many more would pass it on than warn of it.</summary>
    public decimal NetPromoterScoreMin { get; init; } = 0.3m;

    internal static Description<ReferralReadinessOptions> Description { get; } = new(
        new("referral readiness policy", "裂变启动条件"),
        For<ReferralReadinessOptions>.Whole(static o => o.AgeDaysMin, 0, int.MaxValue, Unit.Days, Source.Own),
        For<ReferralReadinessOptions>.Whole(static o => o.RetainedCustomersMin, 0, int.MaxValue, Unit.Customers, Source.Own),
        For<ReferralReadinessOptions>.Share(static o => o.RetentionRateMin, Source.Own),
        For<ReferralReadinessOptions>.Share(static o => o.ReceptionRateMin, Source.Own),
        For<ReferralReadinessOptions>.Share(static o => o.ComplaintRateMax, Source.Own),
        For<ReferralReadinessOptions>.Share(static o => o.NeedShareMin, Source.Own),
        For<ReferralReadinessOptions>.Share(static o => o.NetPromoterScoreMin, Source.Own, min: -1));
}
