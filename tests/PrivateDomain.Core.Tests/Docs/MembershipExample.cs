using NodaTime;
using PrivateDomain.Core.Membership;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class MembershipExample
{
    [Fact]
    public void Membership()
    {
        var shop = new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
        Instant now = Instant.FromUtc(2024, 6, 10, 0, 0);

        // snippet: membership
        // Not before the data support it: repurchase is known, but nobody measured the use of benefits.
        Decision ready = MembershipReadiness.Default.Decide(MembershipCondition.Create(1_200, repurchaseRate: Ratio.Known(0.25m)));

        MemberBenefit postage = MemberBenefit.Create("free postage", Money.Yuan(6m), givenPerYear: 12m, useRate: Ratio.Known(0.5m));
        MembershipPlan plan = MembershipPlan.Create(
            EarnedBasis.PointsEarned,
            EarningPeriod.RollingDays(365),
            [MembershipTier.Create("base", 0m), MembershipTier.Create("gold", 1_000m, [postage]), MembershipTier.Create("black", 5_000m, [postage])]);
        MemberEarnings earned = MemberEarnings.Of(EarnedBasis.PointsEarned, [new Earning(now - Duration.FromDays(10), 1_300m)], now, shop);
        MembershipAssessment member = plan.Assess(earned);          // joins at gold, valid up to 2025-06-09
        MembershipNeed toRise = member.ToRise!.Value;               // 3,700 more by 2025-05-30
        Money perMember = MemberBenefit.CostOf([postage], Currency.Cny).Value; // 36 yuan a year, for Upkeep
        // end
        Assert.Equal("membership.benefit_use_not_measured", ready.Reasons.Single().Code);
        Assert.Equal(("gold", new LocalDate(2025, 6, 9)), (member.Standing.Tier, member.Standing.ValidUntil));
        Assert.Equal((3_700m, new LocalDate(2025, 5, 30)), (toRise.Amount, toRise.By));
        Assert.Equal(Money.Yuan(36m), perMember);
    }
}
