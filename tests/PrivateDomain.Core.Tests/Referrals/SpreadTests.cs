using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Economics;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Referrals;

public sealed class SpreadTests
{
    [Fact]
    public void MultipleOf_ThreeInvitationsAtFifteenPercent_IsPoint45AndAmplifies1_818Times()
    {
        Ratio k = Spread.MultipleOf(Ratio.From(3m), Ratio.From(0.15m));
        Assert.Equal(Ratio.From(0.45m), k);
        Spread spread = Spread.From(1_000, k, 1_000_000);
        Assert.Equal(1.818m, decimal.Round(spread.Amplification.Value, 3));
        Assert.Equal(1_818.18m, decimal.Round(spread.Limit, 2));
        Assert.False(Spread.MultipleOf(Ratio.Unknown, k).IsKnown);
    }

    [Fact]
    public void Forecast_AThousandAtPoint77_IsTheWorkedRow() =>
        Assert.Equal([1_000m, 1_770m, 2_362.9m, 2_819.433m], Spread.From(1_000, Ratio.From(0.77m), 1_000_000).Forecast(3));

    [Fact]
    public void Forecast_MultipleOfOne_AddsTheSeedEachCycle() =>
        Assert.Equal([5m, 10m, 15m, 18m, 18m], Spread.From(5, Ratio.From(1m), 18).Forecast(4));

    [Fact]
    public void Forecast_HugeMultiple_StopsAtTheAddressableBase()
    {
        Spread spread = Spread.From(1, Ratio.From(decimal.MaxValue), int.MaxValue);
        Assert.Equal(int.MaxValue, spread.Forecast(10_000)[^1]);
        Assert.Equal(int.MaxValue, spread.Limit);
        Assert.Equal("referral.spread_does_not_converge", spread.Amplification.Reasons.Single().Code);
    }

    [Fact]
    public void Limit_BeyondComputing_IsTheAddressableBase() =>
        Assert.Equal(int.MaxValue, Spread.From(2_000_000_000, Ratio.From(1m - 0.0000000000000000000000000001m), int.MaxValue).Limit);

    [Fact]
    public void Limit_OfNobody_IsNobody() => Assert.Equal(0m, Spread.From(0, Ratio.From(2m), 100).Limit);

    [Fact]
    public void Forecast_OfAnything_RisesNeverExceedsTheBaseAndIsTheClosedForm() =>
        Prop.ForAll(Gen.Choose(0, 5_000).ToArbitrary(), Gen.Choose(0, 300).ToArbitrary(), Gen.Choose(0, 20_000).ToArbitrary(),
            static (seed, percent, more) =>
        {
            decimal k = percent / 100m;
            Spread spread = Spread.From(seed, Ratio.From(k), seed + more);
            decimal[] totals = [.. spread.Forecast(12)];
            decimal power = 1m;
            for (int n = 0; n <= 12; n++)
            {
                power *= k;
                decimal closed = k == 1m ? seed * (n + 1) : seed * (power - 1m) / (k - 1m);
                Assert.Equal(Math.Min(closed, seed + more), totals[n], 6);
                Assert.True(n == 0 || totals[n] >= totals[n - 1]);
                Assert.True(totals[n] <= spread.Limit + 0.000001m);
            }
        }).Holds();

    [Fact]
    public void From_FigureOutOfRange_NamesIt()
    {
        Assert.Throws<ArgumentOutOfRangeException>("seed", static () => Spread.From(-1, Ratio.From(1m), 1));
        Assert.Throws<ArgumentOutOfRangeException>("multiple", static () => Spread.From(1, Ratio.Unknown, 1));
        Assert.Throws<ArgumentOutOfRangeException>("multiple", static () => Spread.From(1, Ratio.From(-0.01m), 1));
        Assert.Throws<ArgumentOutOfRangeException>("addressableBase", static () => Spread.From(2, Ratio.From(1m), 1));
        Assert.Throws<ArgumentOutOfRangeException>(
            "invitationsPerCustomer", static () => Spread.MultipleOf(Ratio.From(decimal.MaxValue), Ratio.From(2m)));
        Assert.Throws<ArgumentOutOfRangeException>("cycles", static () => Spread.From(1, Ratio.From(1m), 1).Forecast(-1));
    }

    [Fact]
    public void Outcome_TheScarfCase_CountsWhoStayed()
    {
        // 500 came for a scarf of 24 yuan: 300 deleted the shop at once, 150 did nothing, 30 talk, 20 bought and stayed.
        Instant joined = Sample.Begins;
        Instant soon = joined + Duration.FromDays(2);
        IEnumerable<ReferredNewcomer> newcomers =
        [
            .. Enumerable.Repeat(new ReferredNewcomer(joined, linkLostAt: soon), 300), .. Enumerable.Repeat(
                new ReferredNewcomer(joined), 150),
            .. Enumerable.Repeat(new ReferredNewcomer(joined, interactedAt: soon), 30), .. Enumerable.Repeat(
                new ReferredNewcomer(joined, purchasedAt: soon), 20),
        ];
        ReferralOutcome outcome = ReferralOutcome.Measure(1_000, 2_500, newcomers, Duration.FromDays(30), joined + Duration.FromDays(30));
        Assert.Equal(Ratio.From(0.6m), outcome.FreeloaderShare);
        Assert.Equal(Ratio.From(0.3m), outcome.ZombieShare);
        Assert.Equal(Ratio.From(0.4m), outcome.RetainedShare);
        Assert.Equal(Ratio.From(0.5m), outcome.Multiple);
        Assert.Equal(outcome.Multiple, Spread.MultipleOf(Ratio.From(2_500, 1_000), outcome.Conversion));
        Assert.Equal(Money.Yuan(600m), outcome.CostPerRetainedBuyer(Money.Yuan(24m * 500)).Value);
        Assert.Equal((500, 500, 20, 20), (outcome.Joins, outcome.Tested, outcome.Buyers, outcome.RetainedBuyers));
    }

    [Fact]
    public void QualityAt_TestPeriodOutOfRange_IsRefusedByName_AndTheLongestIsNot()
    {
        var newcomer = new ReferredNewcomer(Sample.Begins);
        Duration longest = Duration.FromDays(3_650);
        Assert.Equal(NewcomerQuality.Zombie, newcomer.QualityAt(longest, Sample.Begins + longest));
        Assert.Equal(NewcomerQuality.InTest, new ReferredNewcomer(Instant.MaxValue).QualityAt(longest, Instant.MaxValue));
        foreach (Duration wrong in new[] { longest + Duration.Epsilon, -Duration.Epsilon, Duration.MinValue })
        {
            Assert.Throws<ArgumentOutOfRangeException>("testPeriod", () => newcomer.QualityAt(wrong, Sample.Begins));
            Assert.Throws<ArgumentOutOfRangeException>("testPeriod", () => ReferralOutcome.Measure(0, 0, [], wrong, Sample.Begins));
        }
    }

    [Fact]
    public void Outcome_BeforeTheTestPeriodIsOver_HasNoShares()
    {
        ReferralOutcome outcome = ReferralOutcome.Measure(
            10, 0, [new ReferredNewcomer(Sample.Begins)], Duration.FromDays(30), Sample.Begins + Duration.FromDays(30) - Duration.Epsilon);
        Assert.False(outcome.FreeloaderShare.IsKnown);
        Assert.False(outcome.Conversion.IsKnown);
        Assert.Equal((1, 0), (outcome.Joins, outcome.Tested));
        Assert.Equal("referral.nobody_stays", outcome.CostPerRetainedBuyer(Money.Yuan(1m)).Reasons.Single().Code);
        Assert.False(ReferralOutcome.Measure(0, 0, [], Duration.FromDays(30), Sample.Now).Multiple.IsKnown);
    }

    [Fact]
    public void Quality_WhatComesAfterTheTestPeriod_IsNotSeen()
    {
        Instant joined = Sample.Begins;
        Instant end = joined + Duration.FromDays(30);
        ReferredNewcomer late = new(joined, purchasedAt: end, interactedAt: end, linkLostAt: end);
        Assert.Equal(NewcomerQuality.Zombie, late.QualityAt(Duration.FromDays(30), end + Duration.FromDays(99)));
        Instant before = end - Duration.Epsilon;
        Assert.Equal(NewcomerQuality.LostBuyer, new ReferredNewcomer(joined, before, null, before).QualityAt(Duration.FromDays(30), end));
        Assert.Equal(NewcomerQuality.InTest, new ReferredNewcomer(joined, before, null, before).QualityAt(Duration.FromDays(30), before));
    }
}
