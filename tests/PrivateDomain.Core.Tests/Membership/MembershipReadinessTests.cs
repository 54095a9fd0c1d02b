using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Membership;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Membership;

public sealed class MembershipReadinessTests
{
    [Fact]
    public void Decide_EverythingFails_NamesEveryItemWithFoundAndRequired()
    {
        Decision decision = MembershipReadiness.Default.Decide(MembershipCondition.Create(999, Ratio.Known(0.1m), Ratio.Known(0.05m)));
        Assert.Equal(
            [
                MembershipReasons.TooFewMembers.With(999, 1_000),
                MembershipReasons.RepurchaseTooLow.With(Ratio.Known(0.1m), Ratio.Known(0.2m)),
                MembershipReasons.BenefitUseTooLow.With(Ratio.Known(0.05m), Ratio.Known(0.1m)),
            ],
            decision.Reasons);
    }

    [Fact]
    public void Decide_NothingMeasured_IsDenied_ForMeasuringIsTheCondition()
    {
        Decision decision = MembershipReadiness.Default.Decide(MembershipCondition.Create());
        Assert.Equal(DecisionOutcome.Denied, decision.Outcome);
        Assert.Equal(
            ["membership.repurchase_not_known", "membership.benefit_use_not_measured", "membership.fact_unknown"],
            decision.Reasons.Select(static r => r.Code));
    }

    [Fact]
    public void Decide_OnlyTheNumberIsMissing_IsUndecidable() => Assert.Equal(
        DecisionOutcome.Undecidable,
        MembershipReadiness.Default.Decide(MembershipCondition.Create(null, Ratio.Known(0.5m), Ratio.Known(0.5m))).Outcome);

    [Fact]
    public void Decide_ExactlyEnough_IsAllowed() => Assert.True(
        MembershipReadiness.Default.Decide(MembershipCondition.Create(1_000, Ratio.Known(0.2m), Ratio.Known(0.1m))).IsAllowed);

    [Fact]
    public void Create_EverythingWrong_NamesAllTogether() => Assert.Equal(
        ["membersMin", "repurchaseRateMin", "benefitUseRateMin"],
        Assert.Throws<InvalidPolicyException>(() => MembershipReadiness.Create(-1, Ratio.Unknown, Ratio.Known(2m))).Mistakes.Select(static v => v.Place));

    [Fact]
    public void BenefitCost_OfTiers_FeedsUpkeep()
    {
        // Gold: 20 yuan × 4 a year × half used = 40, and 5 × 12 × a quarter = 15; silver: 15 alone.
        MemberBenefit gift = MemberBenefit.Create("gift", Money.Yuan(20m), 4m, Ratio.Known(0.5m));
        MemberBenefit post = MemberBenefit.Create("post", Money.Yuan(5m), 12m, Ratio.Known(0.25m));
        MembershipPlan plan = MembershipPlan.Create(
            EarnedBasis.Spend,
            EarningPeriod.Lifetime,
            [MembershipTier.Create("base", 0m), MembershipTier.Create("silver", 100m, [post]), MembershipTier.Create("gold", 500m, [gift, post])]);
        Assert.Equal(Money.Yuan(55m), MemberBenefit.CostOf([gift, post], Currency.Cny).Value);

        // 100 gold × 55 + 200 silver × 15 = 8,500 over 1,000 customers.
        Dictionary<string, int> counts = new(StringComparer.Ordinal) { ["gold"] = 100, ["silver"] = 200 };
        Money perCustomer = plan.BenefitCostPerCustomerYear(counts, 1_000, Currency.Cny).Value;
        Assert.Equal(Money.Yuan(8.5m), perCustomer);
        Assert.Equal(Money.Yuan(188.5m), Upkeep.From(new UpkeepFigures { WagePerYear = Money.Yuan(72_000m), CustomersPerAdvisor = 400m, Membership = perCustomer }).PerYear);
        Assert.False(plan.BenefitCostPerCustomerYear(new Dictionary<string, int>(StringComparer.Ordinal), 0, Currency.Cny).HasValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.BenefitCostPerCustomerYear(counts, 299, Currency.Cny));
        counts["platinum"] = 1;
        Assert.Throws<ArgumentException>(() => plan.BenefitCostPerCustomerYear(counts, 1_000, Currency.Cny));
    }

    [Fact]
    public void BenefitCost_OfUseNotMeasured_NamesEachBenefit()
    {
        Answer<Money> cost = MemberBenefit.CostOf(
            [MemberBenefit.Create("a", Money.Yuan(1m), 1m, default), MemberBenefit.Create("b", Money.Yuan(1m), 1m, default)], Currency.Cny);
        Assert.Equal(["use rate of a", "use rate of b"], cost.Reasons.Select(static r => r.Found.ToString()));
        Assert.Throws<InvalidPolicyException>(() => MemberBenefit.Create("c", Money.Yuan(-1m), -1m, Ratio.Known(2m)));
    }
}
