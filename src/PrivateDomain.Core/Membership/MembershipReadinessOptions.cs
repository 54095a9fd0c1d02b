namespace PrivateDomain.Core.Membership;

/// <summary>The figures from which tiers may be built (会员分级门槛).</summary>
/// <remarks>Not checked: <see cref="MembershipReadinessPolicy"/> does. The article on clear goals and how to land them names the three
/// items; the figures are the library's own. Equality is that of all parts.</remarks>
public sealed record MembershipReadinessOptions
{
    /// <summary>The least number of members; 0 or more.</summary>
    public int MembersMin { get; init; } = 1_000;

    /// <summary>The least repurchase rate, from 0 to 1; 0 asks only that it is known.</summary>
    public decimal RepurchaseRateMin { get; init; } = 0.2m;

    /// <summary>The least use of benefits, from 0 to 1; 0 asks only that it is measured.</summary>
    public decimal BenefitUseRateMin { get; init; } = 0.1m;

    internal static Description<MembershipReadinessOptions> Description { get; } = new(
        new("membership readiness policy", "会员分级条件"),
        For<MembershipReadinessOptions>.Whole(static o => o.MembersMin, 0, int.MaxValue, Unit.People, Source.Own),
        For<MembershipReadinessOptions>.Share(static o => o.RepurchaseRateMin, Source.Own),
        For<MembershipReadinessOptions>.Share(static o => o.BenefitUseRateMin, Source.Own));
}
