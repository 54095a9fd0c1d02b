using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Tests.Costs;

public sealed class PaybackTests
{
    private static readonly Gen<ExpectedContribution> AnyContribution =
        from perPeriod in Gen.Choose(-500, 5000)
        from retention in Gen.Choose(0, 100)
        from discount in Gen.Choose(-10, 50)
        select Contribution(perPeriod / 10m, retention / 100m, discount / 100m);

    [Theory]
    [InlineData("1", 6)]
    [InlineData("0.9", 7)]
    [InlineData("0.81", 18)]
    public void Of_WorkedTable_IsBackAfterSoManyPeriods(string retention, int periods)
    {
        Payback payback = Find(120m, Contribution(23.375m, Number(retention)));
        Assert.Equal(PaybackOutcome.PaidBack, payback.Outcome);
        Assert.Equal(periods, payback.Periods);
        Assert.InRange(payback.InterpolatedPeriods!.Value, periods - 1m, periods);
    }

    [Fact]
    public void Of_EverybodyStays_Interpolates5_13AndHasNoLimit()
    {
        Payback payback = Find(120m, Contribution(85m * 0.5m * 0.55m, 1m));
        Assert.Equal(5.13m, decimal.Round(payback.InterpolatedPeriods!.Value, 2));
        Assert.Null(payback.Limit);
    }

    [Fact]
    public void Of_RetentionOfFourFifths_NeverBack_WithItsLimit()
    {
        Payback payback = Find(120m, Contribution(23.375m, 0.80m));
        Assert.Equal(PaybackOutcome.Never, payback.Outcome);
        Assert.Equal(Money.Yuan(116.875m), payback.Limit);
        Assert.Null(payback.Periods);
        Assert.Null(payback.InterpolatedPeriods);
    }

    [Fact]
    public void Of_LimitEqualToTheCost_IsNever_EvenWhereDecimalsRunOut()
    {
        Assert.Equal(PaybackOutcome.Never, Find(100m, Contribution(50m, 0.5m), Payback.LongestHorizon).Outcome);
        Assert.Equal(PaybackOutcome.Never, Find(30m, Contribution(10m, 0.7333333333333333333333333333m, 0.1m), Payback.LongestHorizon)
            .Outcome);
    }

    [Fact]
    public void Of_BackAfterTheHorizon_IsNotNever()
    {
        Payback payback = Find(120m, Contribution(23.375m, 0.81m), 17);
        Assert.Equal(PaybackOutcome.NotWithinHorizon, payback.Outcome);
        Assert.Equal(18, payback.Curve.Length);
        Assert.True(payback.Curve[17].Net.IsNegative);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void Of_NoContribution_IsNever(string perPeriod) =>
        Assert.Equal(PaybackOutcome.Never, Find(1m, Contribution(Number(perPeriod), 1m)).Outcome);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("5")]
    public void Of_NoCost_IsBackAtOnce(string perPeriod)
    {
        Payback payback = Find(0m, Contribution(Number(perPeriod), 0.5m));
        Assert.Equal(0, payback.Periods);
        Assert.Equal(0m, payback.InterpolatedPeriods);
    }

    [Fact]
    public void Of_NobodyStays_FirstContributionDecides()
    {
        Assert.Equal(1, Find(10m, Contribution(10m, 0m)).Periods);
        Assert.Equal(PaybackOutcome.Never, Find(10.01m, Contribution(10m, 0m)).Outcome);
    }

    [Fact]
    public void Of_InputOutOfRange_IsRefusedWithAllReasons()
    {
        Answer<Payback> payback = Payback.Of(Money.Yuan(-1m), Contribution(1m, 1m), 0);
        Assert.Equal(["costs.negative_cost", "costs.horizon_out_of_range"], payback.Reasons.Select(static r => r.Code));
        Assert.False(Payback.Of(Money.Yuan(1m), Contribution(1m, 1m), Payback.LongestHorizon + 1).HasValue);
        Assert.True(Payback.Of(Money.Yuan(1m), Contribution(1m, 1m), Payback.LongestHorizon).HasValue);
        Assert.True(Payback.Of(Money.Yuan(1m), Contribution(1m, 1m), 1).HasValue);
    }

    [Fact]
    public void Of_Misuse_Throws()
    {
        Assert.Throws<ArgumentNullException>("expected", () => Payback.Of(Money.Yuan(1m), null!));
        Assert.Throws<CurrencyMismatchException>(() => Payback.Of(Money.From(1m, Currency.Usd), Contribution(1m, 1m)));
        Assert.Throws<ArgumentException>("acquisitionCost", () => Payback.Of(default, Contribution(1m, 1m)));
    }

    [Fact]
    public void Of_DearerCustomer_IsNeverBackSooner() =>
        Prop.ForAll(AnyContribution.ToArbitrary(), Gen.Choose(0, 5000).Two().ToArbitrary(), static (expected, costs) => Assert.True(
            Rank(Find(Math.Min(costs.Item1, costs.Item2), expected)) <= Rank(Find(Math.Max(costs.Item1, costs.Item2), expected))))
                .Holds();

    [Fact]
    public void Of_MoreContribution_IsNeverBackLater() =>
        Prop.ForAll(AnyContribution.ToArbitrary(), Gen.Choose(0, 5000).ToArbitrary(), Gen.Choose(0, 500)
            .ToArbitrary(), static (expected, cost, more) =>
        {
            ExpectedContribution better = ExpectedContribution.From(
                expected.PerPeriod + Money.Yuan(more), expected.RetentionRate, expected.DiscountRate);
            Assert.True(Rank(Find(cost, better)) <= Rank(Find(cost, expected)));
        }).Holds();

    [Fact]
    public void Curve_AnyInput_AgreesWithTheOutcome() =>
        Prop.ForAll(AnyContribution.ToArbitrary(), Gen.Choose(0, 5000).ToArbitrary(), static (expected, cost) =>
        {
            Payback payback = Find(cost, expected);
            Assert.Equal(Enumerable.Range(0, Payback.DefaultHorizon + 1), payback.Curve.Select(static p => p.Period));
            Assert.All(payback.Curve, p => Assert.Equal(p.Cumulative - Money.Yuan(cost), p.Net));
            Assert.Equal(payback.Periods, payback.Curve.Where(static p => !p.Net.IsNegative).Select(static p => (int?)p.Period)
                .FirstOrDefault());
            Assert.Equal(payback.Periods is not null, payback.Outcome == PaybackOutcome.PaidBack);
            if (payback.InterpolatedPeriods is { } interpolated)
            {
                Assert.Equal(payback.Periods, (int)Math.Ceiling(interpolated));
            }
        }).Holds();

    private static int Rank(Payback payback) =>
        payback.Outcome switch
        {
            PaybackOutcome.PaidBack => payback.Periods!.Value,
            PaybackOutcome.NotWithinHorizon => 1_000_000,
            _ =>
            2_000_000
        };

    [Theory] // 10 a period, 80 % retained, 10 % discount: all periods together are worth 10 × 1.1 ÷ (1.1 − 0.8) = 36.666…
    [InlineData("36.66", PaybackOutcome.NotWithinHorizon)]
    [InlineData("36.67", PaybackOutcome.Never)]
    public void Never_IsWhatAllPeriodsTogetherDoNotReach(string cost, PaybackOutcome outcome) =>
        Assert.Equal(outcome, Find(Number(cost), Contribution(10m, 0.8m, 0.1m), 5).Outcome);

    private static Payback Find(decimal cost, ExpectedContribution expected, int horizon = Payback.DefaultHorizon) =>
        Payback.Of(Money.Yuan(cost), expected, horizon).Value;

    private static ExpectedContribution Contribution(decimal perPeriod, decimal retention, decimal discount = 0m) =>
        ExpectedContribution.From(Money.Yuan(perPeriod), Ratio.From(retention), discount);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [Fact]
    public void Paybacks_AreEqual_WhenOutcomeLimitAndCurveAre()
    {
        // Within one period the curves of 90 % and of 80 % retained are the same; their limits, 100 and 50, are not.
        Payback one = Find(15m, Contribution(10m, 0.9m), 1);
        Assert.Equal(one, Find(15m, Contribution(10m, 0.9m), 1));
        Assert.Equal(one.GetHashCode(), Find(15m, Contribution(10m, 0.9m), 1).GetHashCode());
        Assert.NotEqual(one, Find(15m, Contribution(10m, 0.8m), 1));
        Assert.NotEqual(one, Find(15m, Contribution(10m, 0.1m), 1)); // never, not only after the horizon
        Assert.NotEqual(one, Find(15m, Contribution(10m, 0.9m), 2));
        Assert.NotEqual(one, Find(16m, Contribution(10m, 0.9m), 1));
        Assert.False(one.Equals(null));
        Assert.Throws<ArgumentNullException>("expected", static () => Payback.Of(Money.Yuan(1m), null!));
    }
}
