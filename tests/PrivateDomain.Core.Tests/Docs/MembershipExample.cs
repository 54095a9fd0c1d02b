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
        Decision ready = MembershipReadinessPolicy.Default.Decide(
            new MembershipFigures { Members = 1_200, RepurchaseRate = Ratio.From(0.25m) });

        var postage = new MemberBenefit { Name = "free postage", CostPerUse = Money.Yuan(6m), GivenPerYear = 12m, UseRate = 0.5m };
        MembershipPolicy policy = MembershipPolicy.Create(new MembershipOptions
        {
            Basis = EarnedBasis.PointsEarned,
            Period = EarningPeriod.RollingDays(365),
            Tiers =
            [
                new() { Code = "base", Threshold = 0m },
                new() { Code = "gold", Threshold = 1_000m, Benefits = [postage] },
                new() { Code = "black", Threshold = 5_000m, Benefits = [postage] },
            ],
        });
        MemberEarnings earned = MemberEarnings.From(
            EarnedBasis.PointsEarned, [new Earning(now - Duration.FromDays(10), 1_300m)], now, shop);
        MembershipAssessment member = policy.Assess(earned); // gold since 2024-05-31, valid up to 2025-05-30
        bool canRise = member.ToRise is { Amount: 3_700m };  // 3,700 more by 2025-05-30
        bool isKnown = MemberBenefit.CostOf([postage], Currency.Cny).TryGet(out Money perMember); // 36 yuan a year, for Upkeep
        // end
        Assert.Equal("membership.benefit_use_not_measured", ready.Reasons.Single().Code);
        Assert.Equal(("gold", new LocalDate(2025, 5, 30)), (member.Tier, member.ValidUntil));
        Assert.True(canRise && isKnown);
        Assert.Equal(Money.Yuan(36m), perMember);
    }
}
