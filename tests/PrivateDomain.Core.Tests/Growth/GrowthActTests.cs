using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Growth;

namespace PrivateDomain.Core.Tests.Growth;

/// <summary>Which channel, campaign or group moves the failing figure most, and what the figure would be without it.</summary>
[Text]
public sealed class GrowthActTests
{
    // 12,380 spent for 173 customers retained, 72 each: 39.3 % of a lifetime value of 182. Without the videos 3,380 for 138.
    private static readonly GrowthFigures Channels = new()
    {
        LifetimeValue = Money.Yuan(182m),
        Parts =
        [
            new(GrowthMeasure.AcquisitionShare, "Package cards", 1_380m, 92m),
            new(GrowthMeasure.AcquisitionShare, "Douyin videos", 9_000m, 35m),
            new(GrowthMeasure.AcquisitionShare, "SMS", 2_000m, 46m),
        ],
    };

    [Fact]
    public void Act_TheWorkedExample_StopsTheVideos()
    {
        GrowthAssessment assessment = GrowthPolicy.Default.Assess(Channels);

        Assert.Equal(0.393m, decimal.Round(assessment.Readings[0].Found.Value, 3));
        GrowthAct act = assessment.Act!;
        Assert.Equal((GrowthMeasure.AcquisitionShare, "Douyin videos", GrowthStanding.Holds), (act.Measure, act.Part.Name, act.Standing));
        Assert.Equal(Ratio.From(9_000m / 35m), act.Own);
        Assert.Equal(Ratio.From(3_380m / 138m / 182m), act.Without);
        Assert.Equal(
            "Douyin videos: 9,000 of 12,380 spent, 257 a retained customer against a lifetime value of 182; without it 13.5 %.",
                act.Reason.ToString());
        Assert.Equal("Douyin videos：花费 9,000（共 12,380），每位留量客户 257，客户终身价值 182；去掉后为 13.5 %。",
            act.Reason.ToString(Language.SimplifiedChinese));
    }

    [Fact]
    public void Act_IsTheBestOfAll_FoundByLeavingOutEach()
    {
        var random = Chance.From(20260301);
        for (int run = 0; run < 2_000; run++)
        {
            FigurePart[] parts =
            [
                .. Enumerable.Range(0, random.Next(1, 6))
                    .Select(n => new FigurePart(GrowthMeasure.FriendChurn, $"g{n}", random.Next(0, 30), random.Next(0, 60))),
            ];
            GrowthAssessment assessment = GrowthPolicy.Default.Assess(new GrowthFigures { Parts = [.. parts] });
            decimal Churn(IEnumerable<FigurePart> some) =>
                some.Sum(static p => p.Denominator) is > 0m and var friends ? some.Sum(static p => p.Numerator) / friends
                    : decimal.MaxValue;
            decimal whole = Churn(parts);
            decimal best = parts.Min(left => Churn(parts.Where(p => p != left)));

            if (whole == decimal.MaxValue || whole <= 0.1m || best >= whole)
            {
                Assert.Null(assessment.Act);
            }
            else
            {
                Assert.Equal(best, assessment.Act!.Without.Value);
                Assert.Equal(best, Churn(parts.Where(p => p != assessment.Act.Part)));
                Assert.Equal(best <= 0.1m ? GrowthStanding.Holds : GrowthStanding.Fails, assessment.Act.Standing);
            }
        }
    }

    [Fact]
    public void Act_OfSeveralFailingFigures_IsForTheWeakestThatHasOne()
    {
        GrowthFigures figures = Channels with
        {
            ReceptionRate = Ratio.From(0.01m), // weaker, but nobody knows where
            Parts = Channels.Parts.Add(new(GrowthMeasure.ConversionRate, "Live room", 1m, 99m))
                .Add(new(GrowthMeasure.ConversionRate, "Community", 3m, 20m)),
        };
        GrowthAssessment assessment = GrowthPolicy.Default.Assess(figures);

        Assert.Equal([GrowthLink.Reception, GrowthLink.Conversion, GrowthLink.Acquisition], assessment.FailingLinks);
        Assert.Equal("Live room: 1 of 99 friends bought first (1 %); without it 15 %.", assessment.Act!.Reason.ToString());
        Assert.Equal("Live room：99 位中有 1 位好友首购（1 %）；去掉后为 15 %。",
            assessment.Act.Reason.ToString(Language.SimplifiedChinese));
    }

    [Fact]
    public void Act_ForThePayback_ReadsTheCostOfAcquisition()
    {
        // 23.375 a period at 90 % retention: 120 is back after 7 periods, 20 after 1.
        GrowthPolicy quick = GrowthPolicy.Create(new GrowthOptions { PaybackPeriodsMax = 3m });
        GrowthAssessment assessment = quick.Assess(new GrowthFigures
        {
            Payback = Payback.Of(Money.Yuan(120m), ExpectedContribution.From(Money.Yuan(23.375m), Ratio.From(0.9m))),
            Parts = [new(GrowthMeasure.AcquisitionShare, "Ads", 5_400m, 10m), new(GrowthMeasure.AcquisitionShare, "Cards", 1_000m, 50m)],
        });

        Assert.Equal(GrowthMeasure.PaybackPeriods, assessment.Act!.Measure);
        Assert.Equal((Ratio.From(1m), GrowthStanding.Holds), (assessment.Act.Without, assessment.Act.Standing));
        Assert.Equal("Ads: 5,400 of 6,400 spent, 540 a retained customer; without it 1 period.", assessment.Act.Reason.ToString());
    }

    // 50 a period and nobody lost: 300 a customer is back after 6 periods, and 100 after exactly 2.
    [Fact]
    public void Act_ForThePayback_CountsThePeriodInWhichTheCostIsReached()
    {
        GrowthAssessment assessment = GrowthPolicy.Create(new GrowthOptions { PaybackPeriodsMax = 3m }).Assess(new GrowthFigures
        {
            Payback = Payback.Of(Money.Yuan(300m), ExpectedContribution.From(Money.Yuan(50m), Ratio.From(1m))),
            Parts = [new(GrowthMeasure.AcquisitionShare, "Ads", 5_000m, 10m), new(GrowthMeasure.AcquisitionShare, "Cards", 1_000m, 10m)],
        });

        Assert.Equal(GrowthReasons.PaybackTooLong.With(6m, 3m), assessment.Reasons[0]);
        Assert.Equal("Ads: 5,000 of 6,000 spent, 500 a retained customer; without it 2 periods.", assessment.Act!.Reason.ToString());
        Assert.Equal(GrowthStanding.Holds, assessment.Act.Standing);
    }

    // 23.375 a period at 80 % retention never brings 120 back, but 20 after the first.
    [Fact]
    public void Act_ForAPaybackThatNeverComes_IsWhatMakesItCome()
    {
        GrowthAssessment assessment = GrowthPolicy.Default.Assess(new GrowthFigures
        {
            Payback = Payback.Of(Money.Yuan(120m), ExpectedContribution.From(Money.Yuan(23.375m), Ratio.From(0.8m))),
            Parts = [new(GrowthMeasure.AcquisitionShare, "Ads", 13_000m, 10m), new(GrowthMeasure.AcquisitionShare, "Cards", 1_000m, 50m)],
        });

        Assert.Equal("growth.never_paid_back", assessment.Reasons[0].Code);
        Assert.Equal(("Ads", Ratio.From(1m)), (assessment.Act!.Part.Name, assessment.Act.Without));
    }

    [Fact]
    public void Act_OfTwoThatMoveTheFigureAlike_IsTheFirstByName()
    {
        Assert.Equal("a", Act(GrowthMeasure.FriendChurn, 5m));
        Assert.Equal("a", Act(GrowthMeasure.ConversionRate, 0m));

        static string Act(GrowthMeasure measure, decimal numerator) => GrowthPolicy.Default.Assess(new GrowthFigures
        {
            Parts = [new(measure, "b", numerator, 10m), new(measure, "a", numerator, 10m), new(measure, "c", 1m, 20m)],
        }).Act!.Part.Name;
    }

    [Fact]
    public void Act_SmallAmounts_AreShownToTheCent_AndSharesBeyondAllNumbersAsTheGreatest()
    {
        Assert.Equal(
            "Ads: 90.25 of 99.25 → 45.13",
            Shown(2m, 90.25m, 2m).Replace(" spent, ", " → ", StringComparison.Ordinal).Split(" a retained")[0]);
        Assert.EndsWith(
            "without it 79,228,162,514,264,337,593,543,950,335 %.", Shown(0.0000000000000001m, 1e12m, 1m, 1e11m),
            StringComparison.Ordinal);

        static string Shown(decimal worth, decimal spent, decimal retained, decimal other = 9m) => GrowthPolicy.Default.Assess(
            new GrowthFigures
            {
                LifetimeValue = Money.Yuan(worth),
                Parts = [new(GrowthMeasure.AcquisitionShare, "Ads", spent, retained), new(GrowthMeasure.AcquisitionShare, "B", other, 1m)],
            }).Act!.Reason.ToString();
    }

    [Fact]
    public void Act_ForTheTicket_NamesTheGroupThatBuysSmall()
    {
        GrowthAssessment assessment = GrowthPolicy.Default.Assess(new GrowthFigures
        {
            BreakEvenTicket = Money.Yuan(120m),
            Parts = [new(GrowthMeasure.TicketCover, "Flash sale", 4_000m, 100m), new(GrowthMeasure.TicketCover, "Members", 15_000m, 100m)],
        });

        Assert.Equal("Flash sale: orders of 40 on average against a break-even ticket of 120; without it 125 %.",
            assessment.Act!.Reason.ToString());
    }

    [Fact]
    public void Act_AChannelThatKeptNobody_IsNamed()
    {
        GrowthAssessment assessment = GrowthPolicy.Default.Assess(new GrowthFigures
        {
            LifetimeValue = Money.Yuan(100m),
            Parts = [new(GrowthMeasure.AcquisitionShare, "Giveaway", 900m, 0m), new(GrowthMeasure.AcquisitionShare, "Cards", 100m, 10m)],
        });

        Assert.Equal("Giveaway: 900 of 1,000 spent, nobody retained; without it 10 %.", assessment.Act!.Reason.ToString());
        Assert.Equal(Ratio.Unknown, assessment.Act.Own);
    }

    [Fact]
    public void Act_WhereNothingHelps_ThereIsNone()
    {
        Assert.Null(GrowthPolicy.Default.Assess(Channels with { LifetimeValue = Money.Yuan(0m) })
            .Act); // a customer worth nothing is no channel's fault
        Assert.Null(GrowthPolicy.Default.Assess(Channels with { LifetimeValue = Money.Yuan(10_000m) }).Act); // nothing fails
        Assert.Null(GrowthPolicy.Default.Assess(
            new GrowthFigures { LifetimeValue = Money.Yuan(10m), Parts = [new(GrowthMeasure.AcquisitionShare, "All", 90m, 1m)] }).Act);
    }

    [Fact]
    public void Part_ImpossibleNumbers_AreRefused()
    {
        Assert.Equal("measure", Assert.Throws<ArgumentOutOfRangeException>(static () => new FigurePart(GrowthMeasure.None, "x", 1m, 1m))
            .ParamName);
        Assert.Equal("measure",
            Assert.Throws<ArgumentOutOfRangeException>(static () => new FigurePart(GrowthMeasure.PaybackPeriods, "x", 1m, 1m)).ParamName);
        Assert.Equal("measure", Assert.Throws<ArgumentOutOfRangeException>(static () => new FigurePart((GrowthMeasure)9, "x", 1m, 1m))
            .ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(static () => new FigurePart(GrowthMeasure.TicketCover, " ", 1m, 1m))
            .ParamName);
        Assert.Equal("numerator",
            Assert.Throws<ArgumentOutOfRangeException>(static () => new FigurePart(GrowthMeasure.TicketCover, "x", -1m, 1m)).ParamName);
        Assert.Equal("denominator",
            Assert.Throws<ArgumentOutOfRangeException>(static () => new FigurePart(GrowthMeasure.TicketCover, "x", 1m, -1m)).ParamName);
        Assert.Equal("denominator",
            Assert.Throws<ArgumentOutOfRangeException>(static () =>
            new FigurePart(GrowthMeasure.TicketCover, "x", 0m, 1_000_000_000_000_001m)).ParamName);
        Assert.Equal(0m, new FigurePart(GrowthMeasure.TicketCover, "x", 0m, 1_000_000_000_000_000m).Numerator);
    }
}
