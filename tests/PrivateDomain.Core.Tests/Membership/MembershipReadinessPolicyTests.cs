using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Membership;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Membership;

[Text]
public sealed class MembershipReadinessPolicyTests
{
    [Fact]
    public void Decide_EverythingFails_NamesEveryItemWithFoundAndRequired()
    {
        Decision decision = MembershipReadinessPolicy.Default.Decide(
            new MembershipFigures { Members = 999, RepurchaseRate = Ratio.From(0.1m), BenefitUseRate = Ratio.From(0.05m) });
        Assert.Equal(
            [
                MembershipReasons.TooFewMembers.With(999, 1_000),
                MembershipReasons.RepurchaseTooLow.With(Ratio.From(0.1m), Ratio.From(0.2m)),
                MembershipReasons.BenefitUseTooLow.With(Ratio.From(0.05m), Ratio.From(0.1m)),
            ],
            decision.Reasons);
    }

    [Fact]
    public void Decide_NothingMeasured_IsDenied_ForMeasuringIsTheCondition()
    {
        Decision decision = MembershipReadinessPolicy.Default.Decide(new MembershipFigures());
        Assert.Equal(DecisionOutcome.Denied, decision.Outcome);
        Assert.Equal(
            ["membership.repurchase_not_known", "membership.benefit_use_not_measured", "membership.fact_unknown"],
            decision.Reasons.Select(static r => r.Code));
    }

    [Fact]
    public void Decide_OnlyTheNumberIsMissing_IsUndecidable() => Assert.Equal(
        DecisionOutcome.Undecidable,
        MembershipReadinessPolicy.Default.Decide(new MembershipFigures
        {
            Members = null,
            RepurchaseRate = Ratio.From(0.5m),
            BenefitUseRate = Ratio.From(0.5m)
        }).Outcome);

    [Fact]
    public void Decide_ExactlyEnough_IsAllowed() => Assert.True(
        MembershipReadinessPolicy.Default.Decide(new MembershipFigures
        {
            Members = 1_000,
            RepurchaseRate = Ratio.From(0.2m),
            BenefitUseRate = Ratio.From(0.1m)
        }).IsAllowed);

    [Fact]
    public void Create_EverythingWrong_NamesAllTogether() => Assert.Equal(
        ["membersMin", "repurchaseRateMin", "benefitUseRateMin"],
        Assert.Throws<InvalidPolicyException>(() => MembershipReadinessPolicy.Create(
            new MembershipReadinessOptions { MembersMin = -1, RepurchaseRateMin = -0.01m, BenefitUseRateMin = 1.01m })).Mistakes.Select(
                static v => v.Place));

    [Fact]
    public void BenefitCost_OfTiers_FeedsUpkeep()
    {
        // Gold: 20 yuan × 4 a year × half used = 40, and 5 × 12 × a quarter = 15; silver: 15 alone.
        MemberBenefit gift = new() { Name = "gift", CostPerUse = Money.Yuan(20m), GivenPerYear = 4m, UseRate = 0.5m };
        MemberBenefit post = new() { Name = "post", CostPerUse = Money.Yuan(5m), GivenPerYear = 12m, UseRate = 0.25m };
        MembershipPolicy plan = MembershipPolicy.Create(new MembershipOptions
        {
            Basis = EarnedBasis.Spend,
            Tiers =
            [
                new() { Code = "base", Threshold = 0m }, new() { Code = "silver", Threshold = 100m, Benefits = [post] },
                new() { Code = "gold", Threshold = 500m, Benefits = [gift, post] },
            ],
        });
        Assert.Equal(Money.Yuan(55m), MemberBenefit.CostOf([gift, post], Currency.Cny).Value);

        // 100 gold × 55 + 200 silver × 15 = 8,500 over 1,000 customers.
        Dictionary<string, int> counts = new(StringComparer.Ordinal) { ["gold"] = 100, ["silver"] = 200 };
        Money perCustomer = plan.BenefitCostPerCustomerYear(counts, 1_000, Currency.Cny).Value;
        Assert.Equal(Money.Yuan(8.5m), perCustomer);
        Assert.Equal(Money.Yuan(188.5m), Upkeep.From(
            new UpkeepFigures { WagePerYear = Money.Yuan(72_000m), CustomersPerAdvisor = 400m, Membership = perCustomer }).PerYear);
        Assert.False(plan.BenefitCostPerCustomerYear(new Dictionary<string, int>(StringComparer.Ordinal), 0, Currency.Cny).HasValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.BenefitCostPerCustomerYear(counts, 299, Currency.Cny));
        counts["platinum"] = 1;
        Assert.Throws<ArgumentException>(() => plan.BenefitCostPerCustomerYear(counts, 1_000, Currency.Cny));
    }

    [Fact]
    public void BenefitCost_OfUseNotMeasured_NamesEachBenefit()
    {
        Answer<Money> cost = MemberBenefit.CostOf(
            [Unmeasured("a"), Unmeasured("b")], Currency.Cny);
        Assert.Equal(["use rate of a", "use rate of b"], cost.Reasons.Select(static r => r.Found.ToString()));
        Assert.Equal(
            ["costPerUse", "givenPerYear", "useRate"],
            Assert.Throws<InvalidPolicyException>(() => MemberBenefit.CostOf(
                [new() { Name = "c", CostPerUse = Money.Yuan(-0.01m), GivenPerYear = -1m, UseRate = 1.01m }],
                Currency.Cny)).Mistakes.Select(static m => m.Place));
        Assert.Throws<ArgumentNullException>("benefits", () => MemberBenefit.CostOf([null!], Currency.Cny));
        Assert.Equal(
            "membership.not_computable",
            MemberBenefit.CostOf([new() { Name = "d", CostPerUse = Money.Yuan(decimal.MaxValue), GivenPerYear = 2m, UseRate = 1m }],
                Currency.Cny).Reasons.Single().Code);
    }

    private static MemberBenefit Unmeasured(string name) => new() { Name = name, CostPerUse = Money.Yuan(1m), GivenPerYear = 1m };

    [Fact]
    public void Names_OfEveryValue_AreThere()
    {
        Assert.All(Enum.GetValues<EarnedBasis>(), static value => Assert.NotEqual(default, value.Name()));
        Assert.All(Enum.GetValues<DowngradeRule>(), static value => Assert.NotEqual(default, value.Name()));
        Assert.All(Enum.GetValues<MembershipMove>(), static value => Assert.NotEqual(default, value.Name()));
        Assert.All(Enum.GetValues<MembershipHold>(), static value => Assert.NotEqual(default, value.Name()));
        Assert.Throws<ArgumentOutOfRangeException>(static () => ((MembershipHold)99).Name());
    }
}
