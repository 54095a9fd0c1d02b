using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Customers;
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

    // Two channels: sales of 11,793.60 and 1,000 instead of 14,400 and 1,200. First purchase × (1 + 2,806.40 ÷ 12,793.60) in both.
    [Fact]
    public void WhatItTakes_OverSeveralChannels_IsHowManyTimesAsMuchInEach()
    {
        FunnelFigures plannedCards = FunnelFigures.From("cards", 100, 0.5m, 1m, 0.4m, 1, Money.Yuan(60));
        FunnelFigures cards = FunnelFigures.From("cards", 100, 0.5m, 1m, 0.4m, 1, Money.Yuan(50));
        PlanGap gap = PlanGap.Of(new PlanFigures(Plan, plannedCards), new PlanFigures(Actual, cards)).Value;
        GapPart lever = gap.SalesParts[0];
        Assert.Equal((FunnelStep.FirstPurchase, null), (lever.Steps[0], lever.Needed));
        Assert.Equal(15_600m / 12_793.60m, lever.NeededTimes!.Value, 20);
        Assert.True(lever.IsEnoughAlone);
        Assert.EndsWith("; 1.22 times as much in each channel would reach the goal.", lever.Sentence.English, StringComparison.Ordinal);
        Assert.EndsWith("；各渠道均达到现值的 1.22 倍即可实现目标。", lever.Sentence.Chinese, StringComparison.Ordinal);

        // All cards are accepted already: a share cannot exceed 1 in any channel.
        Assert.False(gap.SalesParts.Single(static part => part.Steps is [FunnelStep.Acceptance]).IsEnoughAlone);
    }

    // Sales 11,793.60 × 0.5 less 3,700 is 2,196.80 instead of 3,700: 1,503.20 more of 5,896.80, or that much less of a cost.
    [Fact]
    public void WhatItTakes_OfAContribution_IsSaidForFactorsAndForCosts()
    {
        PlanFigures plan = new(Plan)
        {
            GrossMargin = 0.5m,
            Acquisition = Money.Yuan(1_000),
            Hooks = Money.Yuan(500),
            Upkeep = Money.Yuan(2_000),
        };
        PlanFigures actual = new(Actual)
        {
            GrossMargin = 0.5m,
            Acquisition = Money.Yuan(1_300),
            Hooks = Money.Yuan(400),
            Upkeep = Money.Yuan(2_000),
        };
        ImmutableArray<GapPart> parts = PlanGap.Of(plan, actual).Value.ContributionParts;
        GapPart ticket = parts.Single(static part => part.Steps is [FunnelStep.Ticket]);
        Assert.Equal(130m * 7_400m / 5_896.80m, ticket.Needed!.Value, 18);
        GapPart upkeep = parts.Single(static part => part.CostLine == "upkeep");
        Assert.Equal((496.80m, true), (upkeep.Needed, upkeep.IsEnoughAlone));
        GapPart acquisition = parts.Single(static part => part.CostLine == "acquisition");
        Assert.Equal((-203.20m, false), (acquisition.Needed, acquisition.IsEnoughAlone));
        Assert.Equal(
            "cost of acquisition: 1,300 instead of 1,000, -300.00 CNY of the gap; it cannot reach the goal alone.",
            acquisition.Sentence.English);
    }

    // Whatever is needed of a factor, put in place of the factor in each channel, brings the goal.
    [Fact]
    public void WhatItTakes_PutInPlace_ReachesTheGoal()
    {
        Gen<decimal> share = Gen.Choose(1, 1000).Select(static n => n / 1000m);
        Gen<decimal[]> factors =
            from volume in Gen.Choose(1, 100_000)
            from add in share
            from acceptance in share
            from first in share
            from orders in Gen.Choose(10, 50)
            from ticket in Gen.Choose(1, 100_000)
            select new[] { volume, add, acceptance, first, orders / 10m, ticket / 100m };
        Prop.ForAll(
            (from wanted in factors.ArrayOf(2) from was in factors.ArrayOf(2) select (wanted, was)).ToArbitrary(),
            static x =>
            {
                PlanFigures plan = Figures(x.wanted);
                decimal goal = plan.Sales.Amount;
                return PlanGap.Of(plan, Figures(x.was)).Value.SalesParts.All(part =>
                {
                    int step = (int)part.Steps[0] - 1;
                    decimal times = part.NeededTimes ?? 0m;
                    decimal reached = x.was.Sum(channel => channel.Select((factor, i) => i == step ? factor * times : factor)
                        .Aggregate(1m, static (product, factor) => product * factor));
                    bool isPossible = step is not (1 or 2 or 3) || x.was.All(channel => channel[step] * times <= 1m);
                    return part.NeededTimes is not null && Math.Abs(reached - goal) <= 1e-12m * goal && part.IsEnoughAlone == isPossible;
                });
            }).Holds();

        static PlanFigures Figures(decimal[][] channels) => new([.. channels.Select(static (f, i) =>
            FunnelFigures.From(i == 0 ? "a" : "b", f[0], f[1], f[2], f[3], f[4], Money.Yuan(f[5])))]);
    }

    // Of May: anna came by videos and bought twice, one order given back; ben by videos without buying; carl came in April; dora tells
    // no channel.
    [Fact]
    public void Measure_CountsWhoCameInThePeriod_ByFirstChannel()
    {
        var shop = new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
        var may = new DateInterval(new LocalDate(2026, 5, 1), new LocalDate(2026, 5, 31));
        CustomerHistory[] histories =
        [
            Customer("anna", "videos", 5, 3, new OrderPaid(Id("1"), CustomerId.From("anna"), At(5, 9), OrderId.From("1"), Money.Yuan(120)),
                new OrderPaid(Id("2"), CustomerId.From("anna"), At(5, 12), OrderId.From("2"), Money.Yuan(30)),
                new OrderRefunded(Id("3"), CustomerId.From("anna"), At(6, 2), OrderId.From("2"), Money.Yuan(30)),
                new OrderPaid(Id("4"), CustomerId.From("anna"), At(6, 9), OrderId.From("4"), Money.Yuan(500))),
            Customer("ben", "videos", 5, 31),
            Customer("carl", "videos", 4, 30, new OrderPaid(Id("5"), CustomerId.From("carl"), At(5, 9), OrderId.From("5"), Money.Yuan(70))),
            Customer("dora", null, 5, 1, new OrderPaid(Id("6"), CustomerId.From("dora"), At(5, 9), OrderId.From("6"), Money.Yuan(80))),
        ];
        ImmutableArray<FunnelFigures> found = FunnelFigures.Measure(histories, shop, may, At(7, 1));
        Assert.Equal(
            [
                new FunnelFigures("other", Money.Yuan(80m)) { Followers = 1, Buyers = 1, Orders = 1 },
                new FunnelFigures("videos", Money.Yuan(120m)) { Followers = 2, Buyers = 1, Orders = 1 },
            ],
            found);
        Assert.Equal(Money.Yuan(200m), new PlanFigures([.. found.Select(static one => one with { Reached = 100 })]).Sales);
        Assert.Throws<ArgumentOutOfRangeException>("asOf", () => FunnelFigures.Measure(histories, shop, may, At(5, 31)));

        static Instant At(int month, int day) => new LocalDateTime(2026, month, day, 12, 0).InUtc().ToInstant();

        static CustomerEventId Id(string text) => CustomerEventId.From(text);

        static CustomerHistory Customer(string name, string? channel, int month, int day, params CustomerEvent[] events) =>
            CustomerHistory.From(
                CustomerId.From(name),
                [new LinkMade(Id("link"), CustomerId.From(name), At(month, day), Carrier.WeCom, channel), .. events]);
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
            "videos", Money.Yuan(100_000_000.01m))
        {
            Reached = 2_000_000,
            Asked = 100_000,
            Followers = 100_000,
            Buyers = 100_000,
            Orders = 100_000
        };
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

    // 1,000 × 10 % × 20 % and 1,000 × 20 % × 10 % are 20 yuan each: twice and half of it, 20 × ln 2 = 13.86.
    [Fact]
    public void FactorsThatCancel_MoveTheSameSalesBothWays()
    {
        PlanGap gap = Gap(
            FunnelFigures.From("c", 1_000, 0.1m, 0.2m, 1, 1, Money.Yuan(1)),
            FunnelFigures.From("c", 1_000, 0.2m, 0.1m, 1, 1, Money.Yuan(1)));

        Assert.Equal(Money.Yuan(0m), gap.Sales);
        Assert.Equal(
            [("acceptance", -13.86m), ("add rate", 13.86m)],
            gap.SalesParts.Where(static part => part.Part.Amount != 0m).Select(static part => (part.Name.English, part.Part.Amount)));
    }

    // A channel of the plan that came to nothing: its volume is the whole gap, and no other factor is known.
    [Fact]
    public void AChannelOfThePlanOnly_IsMissingWhole()
    {
        FunnelFigures cards = FunnelFigures.From("cards", 100, 0.5m, 1, 0.4m, 1, Money.Yuan(60));
        PlanGap gap = PlanGap.Of(new PlanFigures(Plan, cards), new PlanFigures(Plan)).Value;

        GapPart volume = Assert.Single(gap.ByChannel["cards"], static part => part.Part.Amount != 0m);
        Assert.Equal((FunnelStep.Volume, Money.Yuan(-1_200m), 0m), (volume.Steps[0], volume.Part, volume.Actual));
        Assert.All(
            gap.ByChannel["cards"].Where(part => part != volume),
            static part => Assert.Equal((true, null), (part.Planned > 0m, part.Actual)));
        Assert.All(gap.ByChannel["videos"], static part => Assert.Equal(0m, part.Part.Amount));
    }

    // Each factor at both ends of its range, the others such that nothing else is refused.
    [Theory]
    [InlineData("volume", 0, "0", "1000000000000", "0.0001")]
    [InlineData("addRate", 1, "0", "1", "0.0001")]
    [InlineData("acceptance", 2, "0", "1", "0.0001")]
    [InlineData("firstPurchase", 3, "0", "1", "0.0001")]
    [InlineData("ordersPerBuyer", 4, "0", "1000000", "0.0001")]
    [InlineData("ticket", 5, "0", "1000000000", "0.0001")]
    public void AFactor_OutsideOfItsRange_IsRefusedByName(string name, int place, string least, string most, string step)
    {
        System.Globalization.CultureInfo plain = System.Globalization.CultureInfo.InvariantCulture;
        (decimal low, decimal high, decimal more) = (decimal.Parse(least, plain), decimal.Parse(most, plain), decimal.Parse(step, plain));

        Assert.Equal("c", Of(low).Channel);
        Assert.Equal("c", Of(high).Channel);
        Assert.Throws<ArgumentOutOfRangeException>(name, () => Of(low - more));
        Assert.Throws<ArgumentOutOfRangeException>(name, () => Of(high + more));

        FunnelFigures Of(decimal value)
        {
            decimal[] f = [0m, 0m, 0m, 0m, 0m, 0m];
            f[place] = value;
            return FunnelFigures.From("c", f[0], f[1], f[2], f[3], f[4], Money.Yuan(f[5]));
        }
    }

    [Fact]
    public void APlan_InTwoCurrencies_OrWithACostOutsideOfItsRange_IsRefused()
    {
        FunnelFigures dollars = FunnelFigures.From("usa", 1, 1, 1, 1, 1, Money.From(1m, Currency.Usd));
        Assert.Throws<ArgumentException>("funnels", () => new PlanFigures(Plan, dollars));
        Assert.Equal(Money.Yuan(FunnelFigures.LevelMax), new PlanFigures(Plan) { Hooks = Money.Yuan(FunnelFigures.LevelMax) }.Hooks);
        Assert.Throws<ArgumentOutOfRangeException>("value", static () => new PlanFigures(Plan) { Hooks = Money.Yuan(-0.01m) });
        Assert.Throws<ArgumentOutOfRangeException>(
            "value", static () => new PlanFigures(Plan) { Upkeep = Money.Yuan(FunnelFigures.LevelMax + 0.01m) });
    }

    [Fact]
    public void Measure_WhoWasNeverLinked_IsInNoFunnel() => Assert.Empty(FunnelFigures.Measure(
        [CustomerHistory.Empty(CustomerId.From("anna"))], new Shop(DateTimeZone.Utc, Currency.Cny),
        new DateInterval(new LocalDate(2026, 5, 1), new LocalDate(2026, 5, 31)), Instant.FromUtc(2026, 7, 1, 0, 0)));

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
        Reached = figures.Reached,
        Asked = figures.Asked,
        Followers = figures.Followers,
        Buyers = figures.Buyers,
        Orders = figures.Orders,
    };

    private static PlanFigures Whole(IEnumerable<FunnelFigures> funnels, decimal margin, int hooks) => new([.. funnels])
    {
        GrossMargin = margin,
        Acquisition = Money.Yuan(10),
        Hooks = Money.Yuan(hooks),
        Upkeep = Money.Yuan(20),
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

    [Fact]
    public void Plans_AreEqual_WhenTheirFunnelsAndCostsAre()
    {
        PlanFigures whole = Whole([Plan], margin: 0.4m, hooks: 7);
        PlanFigures[] others =
        [
            Whole([Actual], margin: 0.4m, hooks: 7), Whole([Plan], margin: 0.5m, hooks: 7), Whole([Plan], margin: 0.4m, hooks: 8),
            whole with { Acquisition = Money.Yuan(11) }, whole with { Upkeep = Money.Yuan(21) }, whole with { Upkeep = null },
        ];
        Assert.Equal(whole, Whole([Plan], margin: 0.4m, hooks: 7));
        Assert.Equal(whole.GetHashCode(), Whole([Plan], margin: 0.4m, hooks: 7).GetHashCode());
        Assert.All(others, other => Assert.NotEqual(whole, other));
        Assert.False(whole.Equals(null));
    }

    [Fact]
    public void Gaps_AreEqual_WhenAllPartsAre()
    {
        PlanGap gap = Gap(Plan, Actual);
        Assert.Equal(gap, Gap(Plan, Actual));
        Assert.Equal(gap.GetHashCode(), Gap(Plan, Actual).GetHashCode());
        Assert.NotEqual(gap, Gap(Actual, Plan));
        Assert.NotEqual(gap, PlanGap.Of(Whole([Plan], margin: 0.4m, hooks: 7), Whole([Actual], margin: 0.4m, hooks: 7)).Value);
        Assert.NotEqual(gap, PlanGap.Of(new PlanFigures(Named(Plan, 1)), new PlanFigures(Named(Actual, 1))).Value); // another channel
        Assert.False(gap.Equals(null));

        GapPart part = gap.SalesParts[0];
        Assert.Equal(part, Gap(Plan, Actual).SalesParts[0]);
        Assert.NotEqual(part, gap.SalesParts[1]);
        Assert.False(part.Equals(null));
    }

    [Fact]
    public void WithoutPlanOrActual_ThereIsNoGap()
    {
        Assert.Throws<ArgumentNullException>("plan", static () => PlanGap.Of(null!, new PlanFigures(Actual)));
        Assert.Throws<ArgumentNullException>("actual", static () => PlanGap.Of(new PlanFigures(Plan), null!));
    }
}
