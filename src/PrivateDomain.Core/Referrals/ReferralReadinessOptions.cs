using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Referrals;

/// <summary>The figures from which a referral programme may begin (裂变启动门槛).</summary>
/// <remarks>Not checked: <see cref="ReferralReadinessPolicy"/> does. The article on the underlying logic of private domains names the gates
/// but no figures; these are the library's own, cautious ones, to be replaced by a shop's. Equality is that of all parts.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<ReferralReadinessOptions>))]
public sealed record ReferralReadinessOptions : IPolicyOptions<ReferralReadinessOptions>
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

    static Description<ReferralReadinessOptions> IPolicyOptions<ReferralReadinessOptions>.Description { get; } = new(
        new("referral readiness policy", "裂变启动条件"), static () => new(),
        For<ReferralReadinessOptions>.Whole(
            static o => o.AgeDaysMin, static (o, v) => o with { AgeDaysMin = v }, new("least age", "最少运营天数"),
            0, int.MaxValue, Unit.Days, Source.Own),
        For<ReferralReadinessOptions>.Whole(
            static o => o.RetainedCustomersMin, static (o, v) => o with { RetainedCustomersMin = v },
            new("least retained customers", "最少留量客户数"), 0, int.MaxValue, Unit.Customers, Source.Own),
        For<ReferralReadinessOptions>.Share(
            static o => o.RetentionRateMin, static (o, v) => o with { RetentionRateMin = v }, new("least retention rate", "留存率下限"),
            Source.Own),
        For<ReferralReadinessOptions>.Share(
            static o => o.ReceptionRateMin, static (o, v) => o with { ReceptionRateMin = v }, new("least reception rate", "承接率下限"),
            Source.Own),
        For<ReferralReadinessOptions>.Share(
            static o => o.ComplaintRateMax, static (o, v) => o with { ComplaintRateMax = v }, new("greatest complaint rate", "投诉率上限"),
            Source.Own),
        For<ReferralReadinessOptions>.Share(
            static o => o.NeedShareMin, static (o, v) => o with { NeedShareMin = v }, new("least share who want it", "需求占比下限"),
            Source.Own),
        For<ReferralReadinessOptions>.Share(
            static o => o.NetPromoterScoreMin, static (o, v) => o with { NetPromoterScoreMin = v },
            new("least net promoter score", "净推荐值下限"), Source.Own, min: -1));
}
