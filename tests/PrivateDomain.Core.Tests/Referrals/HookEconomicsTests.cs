using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Economics;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Referrals;

[Text]
public sealed class HookEconomicsTests
{
    private static readonly Gift Nothing = Gift.Virtual(Money.Yuan(0m));

    [Fact]
    public void CostPerGenuine_NinetyPercentFreeloaders_IsTenTimesTheCost()
    {
        Assert.Equal(Money.Yuan(12m), Make(freeloaders: 0m).CostPerGenuine.Value);
        Assert.Equal(Money.Yuan(120m), Make(freeloaders: 0.9m).CostPerGenuine.Value);
        Assert.Equal(AcquisitionCost.EffectiveCost(Money.Yuan(12m), Ratio.From(0.9m)), Make(freeloaders: 0.9m).CostPerGenuine);
    }

    [Theory]
    [InlineData(PayTrigger.PerPurchase, 10, 2, 0.5, 0.2, 0.5, "34")] // (10 + 2 + 0.5/0.1) / 0.5
    [InlineData(PayTrigger.PerJoin, 10, 2, 0.5, 0.2, 0.5, "54")] // 10 is paid for each of 2 joins
    [InlineData(PayTrigger.PerInvitation, 10, 2, 0.5, 0.2, 0.5, "214")] // 10 is paid for each of 10 invitations
    public void CostPerGenuine_DividesOnlyWhatIsPaidBeforeSuccess(
        PayTrigger paidPer, int w, int k, double c, double joins, double buys, string cost) => Assert.Equal(
        decimal.Parse(cost, System.Globalization.CultureInfo.InvariantCulture),
        Make(w: w, k: k, c: (decimal)c, joins: (decimal)joins, buys: (decimal)buys, freeloaders: 0.5m,
            paidPer: paidPer).CostPerGenuine.Value.Amount);

    [Fact]
    public void BreakEvenReward_ByRoiLogic_IsTheShareOfFirstOrdersLessOtherCosts() =>
        Assert.Equal(0.6m * 50m + 0.4m * -5m - 2m, Make(ReferralLogic.ReturnOnInvestment, freeloaders: 0.4m).BreakEvenReward.Value.Amount);

    [Fact]
    public void BreakEvenReward_ByLtvLogic_IsTheShareOfLifetimeValueLessOtherCosts() =>
        Assert.Equal(366.667m * 0.6m - 2m, Make(freeloaders: 0.4m).BreakEvenReward.Value.Amount, 3);

    [Fact]
    public void ProfitAt_RoiLogic_IsTheReferenceFormula()
    {
        HookEconomics economics = Make(ReferralLogic.ReturnOnInvestment, freeloaders: 0.4m, hook: Gift.Virtual(Money.Yuan(300m)),
            fixedCost: 200m);
        Assert.Equal((100m * (0.6m * 50m + 0.4m * -5m - 10m - 2m)) - 300m - 200m, economics.ProfitAt(100).Value.Amount);
        Assert.Equal((100m * 12m) + 500m, economics.CostAt(100).Value.Amount);
    }

    [Fact]
    public void Curve_VirtualHookIsFlatPhysicalGrows()
    {
        Gift scarf = Gift.Physical(Money.Yuan(15m), Money.Yuan(1m), Money.Yuan(2m), Money.Yuan(6m));
        Assert.Equal((2_400m, 24_000m), (scarf.CostOf(100).Amount, scarf.CostOf(1_000).Amount));
        Assert.Equal((500m, 500m), (Sample.EBook.CostOf(100).Amount, Sample.EBook.CostOf(1_000).Amount));
        EconomicsPoint[] points = [.. Make(hook: scarf).Curve(100, 1_000, 10_000).Value];
        Assert.Equal([3_600m, 36_000m, 360_000m], points.Select(static p => p.Cost.Amount));
        Assert.Equal([100, 1_000, 10_000], points.Select(static p => p.Successes));
    }

    [Fact]
    public void Decide_PhysicalHookAboveBreakEven_IsRefusedWithTheLossAtThePlannedSize()
    {
        Gift scarf = Gift.Physical(Money.Yuan(15m), Money.Yuan(1m), Money.Yuan(2m), Money.Yuan(6m));
        // break-even 0.1·50 − 0.9·5 − 2 = −1.5
        HookEconomics economics = Make(ReferralLogic.ReturnOnInvestment, w: 0m, freeloaders: 0.9m, hook: scarf);
        Decision decision = economics.Decide(Plan(500));
        Assert.Equal(["referral.loss_grows_with_success", "referral.below_red_line"], Sample.Codes(decision));
        Assert.Equal(Money.Yuan(-12_750m), decision.Reasons[0].Found.Content);
        Assert.Equal(Money.Yuan(-1.5m), decision.Reasons[0].Required.Content);
        Assert.True(economics.ProfitAt(1_000).Value < economics.ProfitAt(500).Value);
        Assert.Equal(Sample.Codes(decision), economics.LargestReward(Plan(500)).Reasons.Select(static r => r.Code));
    }

    [Fact]
    public void Decide_PaybackBeyondTheCashHorizon_IsRefusedThoughLifetimeValuePays()
    {
        // CAC 120, m 23.375, r 0.9: back after 7 periods; 233.75 in a lifetime.
        HookEconomics economics = Make(w: 118m, expected: ExpectedContribution.From(Money.Yuan(23.375m), Ratio.From(0.9m)));
        Assert.True(economics.Decide(Plan(100, horizon: 7)).IsAllowed);
        Reason reason = Assert.Single(economics.Decide(Plan(100, horizon: 6)).Reasons);
        Assert.Equal("The payback takes 7 periods, but the cash lasts 6.", reason.ToString());
    }

    [Fact]
    public void LargestReward_OfFiveThousandProgrammes_IsAllowed_AndOneMinorUnitMoreIsNot()
    {
        var random = Chance.From(0x5EED);
        int found = 0;
        for (int i = 0; i < 5_000; i++)
        {
            PayTrigger paidPer = (PayTrigger)(1 + random.Next(3));
            ReferralLogic logic = (ReferralLogic)(1 + random.Next(2));
            decimal k = random.Next(300) / 100m, joins = (1 + random.Next(100)) / 100m, buys = (1 + random.Next(100)) / 100m, free =
                random.Next(95) / 100m;
            HookEconomics At(decimal w) => Make(logic, paidPer, w, k, joins: joins, buys: buys, freeloaders: free, hook: Sample.EBook,
                fixedCost: 100m);
            ReferralPlan plan = Plan(1 + random.Next(2_000), 1 + random.Next(60), random.Next(-900, 900));
            if (At(0m).LargestReward(plan).TryGet(out Money most))
            {
                found++;
                Assert.Equal(most, most.RoundToMinorUnit(MidpointRounding.ToEven));
                Assert.True(At(most.Amount).Decide(plan).IsAllowed, $"{i}: {most}");
                Assert.False(At(most.Amount + 0.01m).Decide(plan).IsAllowed, $"{i}: {most}");
            }
            else
            {
                Assert.False(At(0m).Decide(plan).IsAllowed);
            }
        }

        Assert.InRange(found, 1_000, 4_900);
    }

    [Fact]
    public void Figures_BeyondComputing_HaveNoValueButAReason()
    {
        HookEconomics huge = Make(ReferralLogic.ReturnOnInvestment, PayTrigger.PerInvitation, w: decimal.MaxValue, joins: 0.01m);
        Assert.Equal("referral.not_computable", huge.CostPerSuccess.Reasons.Single().Code);
        Assert.Equal("referral.not_computable", huge.CostPerGenuine.Reasons.Single().Code);
        Assert.Equal("referral.not_computable", Make(w: decimal.MaxValue / 2).CostAt(int.MaxValue).Reasons.Single().Code);
        Assert.Equal("referral.not_computable", Make(w: decimal.MaxValue / 2).ProfitAt(int.MaxValue).Reasons.Single().Code);
        Assert.NotEqual(DecisionOutcome.Allowed, huge.Decide(Plan(10)).Outcome);
        Assert.False(huge.Payback().HasValue);
        Assert.False(huge.Curve(1, 2).HasValue);
    }

    [Fact]
    public void Costs_WithoutAnybody_HaveNoValueButAReason()
    {
        Assert.Equal("referral.nobody_genuine", Make(freeloaders: 1m).CostPerGenuine.Reasons.Single().Code);
        Assert.Equal("referral.nobody_converts", Make(c: 1m, joins: 0m).CostPerSuccess.Reasons.Single().Code);
        Assert.Equal(DecisionOutcome.Denied, Make(c: 1m, joins: 0m).Decide(Plan(10)).Outcome);
        Assert.Equal(Money.Yuan(12m), Make(joins: 0m).CostPerSuccess.Value);
        Assert.Equal("referral.fact_unknown", Make().CostPerRetained.Reasons.Single().Code);
        Assert.Equal("referral.nobody_stays", Make(retained: 0m).CostPerRetained.Reasons.Single().Code);
        Assert.Equal(Money.Yuan(48m), Make(freeloaders: 0.5m, retained: 0.5m).CostPerRetained.Value);
        Assert.Equal(
            "costs.value_diverges", Make(expected: ExpectedContribution.From(
                Money.Yuan(1m), Ratio.From(1m))).BreakEvenReward.Reasons.Single().Code);
    }

    [Fact]
    public void Payback_OfAGenuineNewcomer_CarriesTheFreeloaders() =>
        Assert.Equal(2, Make(freeloaders: 0.9m).Payback().Value.Periods); // 120 against 100 + 72.7

    [Fact]
    public void Decide_LifetimeWithoutALimit_IsKnown_SoItIsDenied() => Assert.Equal(
        DecisionOutcome.Denied,
        Make(expected: ExpectedContribution.From(Money.Yuan(1m), Ratio.From(1m))).Decide(Plan(10)).Outcome);

    [Fact]
    public void From_Misuse_NamesAllMistakesTogether()
    {
        HookFigures good = Make().Figures;
        Assert.Equal(
            [
                "logic", "paidPer", "reward", "costs.perSuccess", "costs.perInvitation", "costs.fixedCost", "funnel.joinPerInvitation",
                "funnel.purchasePerJoin", "funnel.freeloaderShare", "funnel.retainedShare",
            ],
            Places(good with
            {
                Logic = ReferralLogic.None,
                PaidPer = (PayTrigger)9,
                Reward = Money.Yuan(-1m),
                Costs = new ReferralCosts { PerSuccess = Money.Yuan(-1m), PerInvitation = Money.Yuan(-1m), FixedCost = default },
                Funnel = new ReferralFunnel { JoinPerInvitation = -0.1m, PurchasePerJoin = 1.1m, FreeloaderShare = 2m, RetainedShare = 3m },
            }));
        Assert.Equal(
            ["hook", "costs.perSuccess", "costs.perInvitation", "costs.fixedCost", "value.firstOrder", "value.freeloaderFirstOrder",
                "value.expected"],
            Places(good with { Reward = Money.From(1m, Currency.Jpy) }));
        Assert.Equal(
            ["hook", "costs", "funnel", "value"], Places(good with { Hook = null!, Costs = null!, Funnel = null!, Value = null! }));
        Assert.Equal(["value.expected"], Places(good with { Value = good.Value with { Expected = null! } }));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(int.MaxValue, Payback.LongestHorizon)]
    public void Decide_PlanAtTheEndsOfItsRanges_IsDecided(int successes, int horizon) =>
        Assert.Equal(DecisionOutcome.Allowed, Make(w: 0m, k: 0m).Decide(Plan(successes, horizon)).Outcome);

    [Theory]
    [InlineData(0, 1, "successes")]
    [InlineData(1, 0, "cashHorizon")]
    [InlineData(1, Payback.LongestHorizon + 1, "cashHorizon")]
    public void Decide_PlanBeyondItsRanges_IsRefusedByName(int successes, int horizon, string place)
    {
        ReferralPlan plan = Plan(successes, horizon);
        Assert.Equal(place, Assert.Throws<InvalidPolicyException>(() => Make().Decide(plan)).Mistakes.Single().Place);
        Assert.Equal(place, Assert.Throws<InvalidPolicyException>(() => Make().LargestReward(plan)).Mistakes.Single().Place);
    }

    [Fact]
    public void Decide_RedLineWithoutACurrency_IsRefusedByName() => Assert.Equal(
        "redLine", Assert.Throws<InvalidPolicyException>(static () => Make().Decide(
            Plan(1) with { RedLine = default })).Mistakes.Single().Place);

    private static string[] Places(HookFigures figures) =>
        [.. Assert.Throws<InvalidPolicyException>(() => HookEconomics.From(figures)).Mistakes.Select(static m => m.Place)];

    private static HookEconomics Make(
        ReferralLogic logic = ReferralLogic.LifetimeValue,
        PayTrigger paidPer = PayTrigger.PerPurchase,
        decimal w = 10m,
        decimal k = 2m,
        decimal c = 0m,
        decimal joins = 1m,
        decimal buys = 1m,
        decimal freeloaders = 0m,
        decimal? retained = null,
        Gift? hook = null,
        decimal fixedCost = 0m,
        ExpectedContribution? expected = null) =>
        HookEconomics.From(new HookFigures
        {
            Logic = logic,
            PaidPer = paidPer,
            Reward = Money.Yuan(w),
            Hook = hook ?? Nothing,
            Costs = new ReferralCosts { PerSuccess = Money.Yuan(k), PerInvitation = Money.Yuan(c), FixedCost = Money.Yuan(fixedCost) },
            Funnel = new ReferralFunnel
            {
                JoinPerInvitation = joins,
                PurchasePerJoin = buys,
                FreeloaderShare = freeloaders,
                RetainedShare = retained,
            },
            Value = new NewcomerValue
            {
                FirstOrder = Money.Yuan(50m),
                FreeloaderFirstOrder = Money.Yuan(-5m),
                Expected = expected ?? ExpectedContribution.From(Money.Yuan(100m), Ratio.From(0.8m), 0.1m),
            },
        });

    private static ReferralPlan Plan(int successes, int horizon = 60, decimal redLine = 0m) =>
        new() { Successes = successes, RedLine = Money.Yuan(redLine), CashHorizon = horizon };
}
