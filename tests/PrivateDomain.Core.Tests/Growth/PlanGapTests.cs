using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Growth;

namespace PrivateDomain.Core.Tests.Growth;

/// <summary>Plan and actual: the gap split among its factors, exactly.</summary>
public sealed class PlanGapTests
{
    private static readonly FunnelFigures Plan = FunnelFigures.From("videos", 10_000, 0.05m, 0.8m, 0.2m, 1.5m, Money.Yuan(120));
    private static readonly FunnelFigures Actual = FunnelFigures.From("videos", 12_000, 0.04m, 0.9m, 0.15m, 1.4m, Money.Yuan(130));

    [Fact]
    public void WorkedExample_SplitsTheGapExactly()
    {
        PlanGap gap = Gap(Plan, Actual);
        Assert.Equal(Money.Yuan(14_400m), Plan.Sales);
        Assert.Equal(Money.Yuan(11_793.60m), Actual.Sales);
        Assert.Equal(Money.Yuan(-2_606.40m), gap.Sales);
        Assert.Equal(
            [
                "first purchase -3755.25", "add rate -2912.79", "people reached 2379.93", "acceptance 1537.48", "ticket 1044.83",
                "orders a buyer -900.60",
            ],
            gap.SalesParts.Select(static part => FormattableString.Invariant($"{part.Name.English} {part.Part.Amount:0.00}")));
    }

    [Fact]
    public void WhatItTakes_IsSaidForEachFactor()
    {
        GapPart lever = Gap(Plan, Actual).SalesParts[0];
        Assert.Equal(0.15m * 14_400m / 11_793.60m, lever.Needed!.Value, 20);
        Assert.Equal(
            "first purchase: 15 % instead of 20 %, -3,755.25 CNY of the gap; 18.3 % would reach the goal.", lever.Sentence.English);
        Assert.Equal("首购率：实际 15 %，计划 20 %，贡献差距 -3,755.25 CNY；达到 18.3 % 即可实现目标。", lever.Sentence.Chinese);
        GapPart acceptance = Gap(Plan, Actual).SalesParts.Single(static part => part.Steps is [FunnelStep.Acceptance]);
        Assert.True(acceptance.Needed > 1m);
        Assert.False(acceptance.IsEnoughAlone);
        Assert.EndsWith("it cannot reach the goal alone.", acceptance.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public void EqualPlanAndActual_HaveNoGapInAnyPart() =>
        Assert.All(Gap(Plan, Plan).SalesParts, static part => Assert.Equal(Money.Yuan(0m), part.Part));

    [Fact]
    public void PlanAndActualExchanged_ChangeEverySign()
    {
        ImmutableArray<GapPart> there = Gap(Plan, Actual).SalesParts;
        ImmutableArray<GapPart> back = Gap(Actual, Plan).SalesParts;
        Assert.All(there, part => Assert.InRange(
            part.Part.Amount + back.Single(other => other.Steps.SequenceEqual(part.Steps)).Part.Amount, -0.01m, 0.01m));
    }

    [Fact]
    public void FactorsMeasuredOnlyTogether_AreOne()
    {
        FunnelFigures actual = new("videos", Money.Yuan(11_793.60m)) { Reached = 12_000, Followers = 432, Orders = 90.72m };
        PlanGap gap = Gap(Plan, actual);
        Assert.Equal(
            ["first purchase × orders a buyer", "people reached", "add rate × acceptance", "ticket"],
            gap.SalesParts.Select(static part => part.Name.English));
        Assert.Equal(2, gap.SalesParts[0].Steps.Length);
        Assert.Equal(-2_606.40m, gap.SalesParts.Sum(static part => part.Part.Amount));
    }

    [Fact]
    public void AFactorOfNothing_TakesTheWholeGap_AndTwoLeaveNoAnswer()
    {
        FunnelFigures nobodyBought = FunnelFigures.From("videos", 12_000, 0.04m, 0.9m, 0m, 1.4m, Money.Yuan(130));
        GapPart first = Gap(Plan, nobodyBought).SalesParts[0];
        Assert.Equal((FunnelStep.FirstPurchase, Money.Yuan(-14_400m)), (first.Steps[0], first.Part));
        Assert.All(Gap(Plan, nobodyBought).SalesParts.Skip(1), static part => Assert.Equal(0m, part.Part.Amount));

        FunnelFigures nobodyAsked = FunnelFigures.From("videos", 10_000, 0m, 0.8m, 0.2m, 1.5m, Money.Yuan(120));
        Answer<PlanGap> none = PlanGap.Of(new PlanFigures(nobodyAsked), new PlanFigures(nobodyBought));
        Assert.Equal("growth.two_factors_of_nothing", Assert.Single(none.Reasons).Code);
    }

    [Fact]
    public void AChannelThatWasNotPlanned_IsAllVolume()
    {
        PlanGap gap = PlanGap.Of(
            new PlanFigures(Plan), new PlanFigures(Actual, FunnelFigures.From("cards", 100, 1, 1, 1, 1, Money.Yuan(10)))).Value;
        Assert.Equal(Money.Yuan(1_000m), Assert.Single(gap.ByChannel["cards"], static part => part.Part.Amount != 0m).Part);
        Assert.Equal(Money.Yuan(-1_606.40m), gap.Sales);
        Assert.Equal(gap.Sales.Amount, gap.SalesParts.Sum(static part => part.Part.Amount));
        Assert.All(gap.SalesParts, static part => Assert.Null(part.Needed));
    }

    [Fact]
    public void Contribution_IsSalesTimesMarginAndADifferenceACostLine()
    {
        PlanFigures plan = new(
            Plan)
        { GrossMargin = 0.5m, Acquisition = Money.Yuan(1_000), Hooks = Money.Yuan(500), Upkeep = Money.Yuan(2_000) };
        PlanFigures actual = new(
            Actual)
        { GrossMargin = 0.5m, Acquisition = Money.Yuan(1_300), Hooks = Money.Yuan(400), Upkeep = Money.Yuan(2_000) };
        PlanGap gap = PlanGap.Of(plan, actual).Value;
        Assert.Equal(Money.Yuan(3_700m), plan.Contribution.Value);
        Assert.Equal(Money.Yuan(2_196.80m), actual.Contribution.Value);
        Assert.Equal(Money.Yuan(-1_503.20m), gap.Contribution.Value);
        Assert.Equal(-300m, gap.ContributionParts.Single(static part => part.CostLine == "acquisition").Part.Amount);
        Assert.Equal(100m, gap.ContributionParts.Single(static part => part.CostLine == "hooks").Part.Amount);
        Assert.Equal(0m, gap.ContributionParts.Single(static part => part.Steps is [FunnelStep.GrossMargin]).Part.Amount);
        Assert.Equal(-1_877.62m, gap.ContributionParts[0].Part.Amount, 2); // half of −3,755.246
        Assert.Equal(gap.Contribution.Value.Amount, gap.ContributionParts.Sum(static part => part.Part.Amount));
        Assert.Equal("growth.costs_unknown", new PlanFigures(Plan).Contribution.Reasons[0].Code);
    }

    [Fact]
    public void APlan_YieldsFollowersBuyersSalesAndPayback()
    {
        PlanFigures plan = new(
            Plan)
        { GrossMargin = 0.5m, Acquisition = Money.Yuan(1_000), Hooks = Money.Yuan(600), Upkeep = Money.Yuan(800) };
        Assert.Equal((400m, 80m, Money.Yuan(14_400m)), (plan.Followers, plan.Buyers, plan.Sales));
        Payback payback = plan.Payback(Ratio.From(0.8m)).Value; // 20 yuan a buyer, and (7,200 − 800) ÷ 80 = 80 a period
        Assert.Equal((PaybackOutcome.PaidBack, 1), (payback.Outcome, payback.Periods));
        Assert.False(new PlanFigures(Plan).Payback(Ratio.From(0.8m)).HasValue);
    }

    /// <summary>Volume doubled and add rate halved, and a cent more in sales: each part is some 69 million, and right to the
    /// cent.</summary>
    [Fact]
    public void PlanNearlyMet_LargePartsThatCancel_AreRightToTheCent()
    {
        FunnelFigures plan = FunnelFigures.From("videos", 1_000_000, 0.1m, 1, 1, 1, Money.Yuan(1_000));
        FunnelFigures actual = new(
            "videos", Money.Yuan(100_000_000.01m)) { Reached = 2_000_000, Asked = 100_000, Followers = 100_000, Buyers = 100_000,
            Orders = 100_000 };
        ImmutableArray<GapPart> parts = Gap(plan, actual).SalesParts;
        decimal mean = Plainly.Mean(100_000_000.01m, 100_000_000m);
        Assert.Equal(
            decimal.Round(mean * Plainly.Log(2m), 2), parts.Single(static part => part.Steps is [FunnelStep.Volume]).Part.Amount, 2);
        Assert.Equal(
            decimal.Round(-mean * Plainly.Log(2m), 2), parts.Single(static part => part.Steps is [FunnelStep.AddRate]).Part.Amount, 2);
        Assert.Equal(0.01m, parts.Sum(static part => part.Part.Amount));
    }

    /// <summary>The parts are those of the sentence, computed in decimal by another method, and add up, whatever the figures: 1e5 cases in
    /// a
    /// long run. Each factor is kept or changed, so that unchanged ones are met often.</summary>
    [Fact]
    public void Parts_AreThoseOfTheSentence_AddUpExactly_AndAnUnchangedFactorGetsNothing() =>
        Prop.ForAll(Pairs.ToArbitrary(), static pair =>
        {
            (FunnelFigures plan, FunnelFigures actual) = pair;
            PlanGap gap = Gap(plan, actual);
            Assert.Equal(gap.Sales.Amount, gap.SalesParts.Sum(static part => part.Part.Amount));
            decimal mean = Plainly.Mean(actual.Sales.Amount, plan.Sales.Amount);
            foreach (GapPart part in gap.SalesParts)
            {
                // A cent more or less by the largest remainder, and what sales have below a cent.
                decimal exact = mean * Plainly.Log(part.Actual!.Value / part.Planned!.Value);
                Assert.InRange(part.Part.Amount - exact, -0.0201m, 0.0201m);
            }

            ImmutableArray<GapPart> back = Gap(actual, plan).SalesParts;
            Assert.All(gap.SalesParts, part => Assert.InRange(
                part.Part.Amount + back.Single(other => other.Steps.SequenceEqual(part.Steps)).Part.Amount, -0.0401m, 0.0401m));
        }).Holds(1_000, inLongRun: 100_000);

    [Fact]
    public void PartsOfSeveralChannelsAndOfTheContribution_AddUpExactly() =>
        Prop.ForAll(Pairs.ArrayOf(3).ToArbitrary(), static pairs =>
        {
            PlanFigures plan = Whole(pairs.Select(static (pair, i) => Named(pair.Plan, i)), margin: 0.4m, hooks: 7);
            PlanFigures actual = Whole(pairs.Select(static (pair, i) => Named(pair.Actual, i)), margin: 0.35m, hooks: 3);
            PlanGap gap = PlanGap.Of(plan, actual).Value;
            Assert.Equal(gap.Sales.Amount, gap.SalesParts.Sum(static part => part.Part.Amount));
            Assert.Equal(gap.Contribution.Value.Amount, gap.ContributionParts.Sum(static part => part.Part.Amount));
            Assert.Equal(4m, gap.ContributionParts.Single(static part => part.CostLine == "hooks").Part.Amount);
            Assert.Equal(gap.Sales.Amount, gap.ByChannel.Values.Sum(static parts => parts.Sum(static part => part.Part.Amount)));
        }).Holds(300, inLongRun: 20_000);

    [Fact]
    public void ContributionWithTwoFactorsOfNothing_LeavesTheSalesTheirAnswer()
    {
        FunnelFigures nobodyBought = FunnelFigures.From("videos", 12_000, 0.04m, 0.9m, 0m, 1.4m, Money.Yuan(130));
        PlanGap gap = PlanGap.Of(Whole([Plan], margin: 0m, hooks: 1), Whole([nobodyBought], margin: 0.5m, hooks: 1)).Value;
        Assert.Equal(Money.Yuan(-14_400m), gap.SalesParts[0].Part);
        Assert.Equal("growth.two_factors_of_nothing", Assert.Single(gap.Contribution.Reasons).Code);
        Assert.Empty(gap.ContributionParts);
    }

    [Fact]
    public void SalesWithoutOrders_AreRefused() => Assert.Throws<ArgumentException>(
        "funnels", static () => new PlanFigures(new FunnelFigures("videos", Money.Yuan(1)) { Orders = 0 }));

    private static Gen<(FunnelFigures Plan, FunnelFigures Actual)> Pairs { get; } =
        from planned in Factors
        from changed in Factors
        from keeps in Gen.Elements(true, false).ArrayOf(6)
        select (Of(planned), Of([.. planned.Select((factor, i) => keeps[i] ? factor : changed[i])]));

    private static Gen<int[]> Factors =>
        from volume in Gen.Choose(1, 1_000_000)
        from rates in Gen.Choose(1, 1_000).ArrayOf(3)
        from orders in Gen.Choose(1, 500)
        from ticket in Gen.Choose(1, 100_000)
        select new[] { volume, rates[0], rates[1], rates[2], orders, ticket };

    private static FunnelFigures Of(int[] factors) => FunnelFigures.From(
        "c", factors[0], factors[1] / 1000m, factors[2] / 1000m, factors[3] / 1000m, factors[4] / 100m, Money.Yuan(factors[5] / 100m));

    private static FunnelFigures Named(FunnelFigures figures, int channel) => new($"c{channel}", figures.Sales)
    {
        Reached = figures.Reached, Asked = figures.Asked, Followers = figures.Followers, Buyers = figures.Buyers, Orders = figures.Orders,
    };

    private static PlanFigures Whole(IEnumerable<FunnelFigures> funnels, decimal margin, int hooks) => new([.. funnels])
    {
        GrossMargin = margin, Acquisition = Money.Yuan(10), Hooks = Money.Yuan(hooks), Upkeep = Money.Yuan(20),
    };

    // Logarithms by halving and the series of the inverse hyperbolic tangent, in decimal: another way than the library's.
    private static class Plainly
    {
        private const decimal LogOfTwo = 0.6931471805599453094172321215m;

        public static decimal Mean(decimal a, decimal b) => a == b ? a : (a - b) / Log(a / b);

        public static decimal Log(decimal value)
        {
            int halvings = 0;
            for (; value > 1.5m; halvings++)
            {
                value /= 2m;
            }

            for (; value < 0.75m; halvings--)
            {
                value *= 2m;
            }

            decimal z = (value - 1m) / (value + 1m);
            decimal sum = 0m;
            decimal power = z;
            for (int i = 1; i < 200 && Math.Abs(power) > 1e-28m; i += 2)
            {
                sum += power / i;
                power *= z * z;
            }

            return (2m * sum) + (halvings * LogOfTwo);
        }
    }

    [Fact]
    public void WrongFigures_AreNamed()
    {
        Assert.Throws<ArgumentException>("channel", static () => new FunnelFigures(" ", Money.Yuan(1)));
        Assert.Throws<ArgumentOutOfRangeException>("addRate", static () => FunnelFigures.From("c", 1, 1.1m, 1, 1, 1, Money.Yuan(1)));
        Assert.Throws<ArgumentException>("funnels", static () => new PlanFigures(Plan, Plan));
        Assert.Throws<CurrencyMismatchException>(static () => new PlanFigures(Plan) { Hooks = Money.From(1m, Currency.Usd) });
        Assert.Throws<CurrencyMismatchException>(static () => PlanGap.Of(
            new PlanFigures(Plan), new PlanFigures(new FunnelFigures("videos", Money.From(1m, Currency.Usd)))));
    }

    private static PlanGap Gap(FunnelFigures plan, FunnelFigures actual) =>
        PlanGap.Of(new PlanFigures(plan), new PlanFigures(actual)).Value;
}
