using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Membership;

/// <summary>The figures from which tiers may be built (会员分级门槛).</summary>
/// <remarks>Not checked: <see cref="MembershipReadinessPolicy"/> does. The article on clear goals and how to land them names the three
/// items; the figures are the library's own. Equality is that of all parts.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<MembershipReadinessOptions>))]
public sealed record MembershipReadinessOptions : IPolicyOptions<MembershipReadinessOptions>
{
    /// <summary>The least number of members; 0 or more.</summary>
    public int MembersMin { get; init; } = 1_000;

    /// <summary>The least repurchase rate, from 0 to 1; 0 asks only that it is known.</summary>
    public decimal RepurchaseRateMin { get; init; } = 0.2m;

    /// <summary>The least use of benefits, from 0 to 1; 0 asks only that it is measured.</summary>
    public decimal BenefitUseRateMin { get; init; } = 0.1m;

    static Description<MembershipReadinessOptions> IPolicyOptions<MembershipReadinessOptions>.Description { get; } = new(
        new("membership readiness policy", "会员分级条件"), static () => new(),
        For<MembershipReadinessOptions>.Whole(
            static o => o.MembersMin, static (o, v) => o with { MembersMin = v }, new("least members", "最少会员数"),
            0, int.MaxValue, Unit.People, Source.Own),
        For<MembershipReadinessOptions>.Share(
            static o => o.RepurchaseRateMin, static (o, v) => o with { RepurchaseRateMin = v }, new("least repurchase rate", "复购率下限"),
            Source.Own),
        For<MembershipReadinessOptions>.Share(
            static o => o.BenefitUseRateMin, static (o, v) => o with { BenefitUseRateMin = v },
            new("least use of benefits", "权益使用率下限"),
            Source.Own));
}
