using System.Collections.Immutable;
using System.Text;
using NodaTime;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Products;

[Text]
[Kernel]
public sealed class ProductFitPolicyTests
{
    private static readonly ProductFitPolicy Policy = ProductFitPolicy.Default;

    [Fact]
    public void Assess_Default_HitsEveryKnotWithinAThousandthOfAPoint()
    {
        foreach (FitCriterion criterion in Enum.GetValues<FitCriterion>())
        {
            foreach (FitKnot knot in CurveOf(criterion))
            {
                Assert.Equal(knot.Share * Policy.PointsOf(criterion), Assess(criterion, (decimal)knot.At * UnitOf(criterion))
                    .Contribution(criterion), 1e-3);
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(50, 6)]
    [InlineData(100, 15)]
    [InlineData(200, 24)]
    [InlineData(400, 30)]
    [InlineData(4_000_000, 30)]
    public void Assess_TicketsInYuan_AreJudgedByAHundredYuan(int ticket, int points) =>
        Assert.Equal(points, Assess(FitCriterion.TicketSize, ticket).Contribution(FitCriterion.TicketSize), 1e-3);

    [Fact]
    public void Assess_Default_IsMonotoneAndFollowsTheCurve()
    {
        foreach (FitCriterion criterion in Enum.GetValues<FitCriterion>())
        {
            double sign = criterion == FitCriterion.BrandPower ? -1 : 1;
            decimal most = criterion == FitCriterion.TicketSize ? 500m : 1m;
            double before = double.NaN;
            for (decimal figure = 0m; figure <= most; figure += most / 500m)
            {
                double earned = Assess(criterion, figure).Contribution(criterion);
                Assert.Equal(FitCurve.At(CurveOf(criterion), (double)(figure / UnitOf(criterion))) * Policy.PointsOf(criterion), earned,
                    1e-3);
                Assert.False(sign * (earned - before) < -1e-4, $"{criterion} {figure}");
                before = earned;
            }
        }
    }

    [Fact]
    public void ACurve_IsFlatBeyondItsEnds_AndUnknownStaysSo()
    {
        ImmutableArray<FitKnot> knots = [new(2, 0.25), new(4, 0.5), new(8, 1)];

        Assert.Equal(
            [0.25, 0.25, 0.25, 0.375, 0.5, 0.75, 1, 1, 1],
            new[] { double.NegativeInfinity, -1, 2, 3, 4, 6, 8, 9, double.PositiveInfinity }.Select(figure => FitCurve.At(knots, figure)));
        Assert.Equal(double.NaN, FitCurve.At(knots, double.NaN));
    }

    [Theory]
    [InlineData("[[0, 0], [1, 1]]", "")]
    [InlineData("[[0, 0], [1]]", "$.productFit.loyalty[1] policy.wrong_count")]
    [InlineData("[[0, 0, 7], [1, 1]]", "$.productFit.loyalty[0] policy.wrong_count")]
    [InlineData("[[0, 0], [1, \"1\"]]", "$.productFit.loyalty[1] policy.malformed")]
    [InlineData("[[0, 0], [\"1\"]]", "$.productFit.loyalty[1] policy.malformed")]
    public void ACurveInAShopsFile_IsPairsOfNumbers(string curve, string mistakes)
    {
        byte[] json = Encoding.UTF8.GetBytes(
            $$"""{"version": 1, "zone": "Asia/Shanghai", "currency": "CNY", "productFit": {"loyalty": {{curve}} } }""");

        Assert.Equal(mistakes.Length == 0, ShopOptionsJson.TryRead(
            DateTimeZoneProviders.Tzdb, ShopFacts.Schema, json, out ShopOptions? options, out ImmutableArray<Mistake> found));
        Assert.Equal(mistakes, string.Join("; ", found.Select(static mistake => $"{mistake.Place} {mistake.Reason.Code}")));
        Assert.True(options is null || options.ProductFit!.Loyalty.SequenceEqual([new(0, 0), new(1, 1)]));
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    public void AKnotThatIsNoNumber_IsNotWritten(double at, double share)
    {
        var options = new ShopOptions
        {
            Zone = DateTimeZone.Utc,
            Currency = Currency.Cny,
            ProductFit = new() { Loyalty = [new(at, share), new(1, 1)] },
        };

        Assert.Throws<InvalidPolicyException>(() => ShopOptionsJson.Write(options));
    }

    [Fact]
    public void Assess_Contributions_AddUpToTheScore()
    {
        for (int i = 0; i <= 100; i++)
        {
            decimal share = i / 100m;
            ProductFitAssessment fit = Policy.Assess(Figures(5m * i, share, 1m - share, share));
            Assert.Equal(fit.Points, Enum.GetValues<FitCriterion>().Sum(fit.Contribution), 1e-3);
            Assert.Equal((double)fit.Points, fit.Score!.Value.Value);
        }
    }

    [Fact]
    public void Assess_OneAndColumns_GiveTheSameBits()
    {
        float[] score = new float[1];
        var grade = new FitGrade[1];
        for (int i = 0; i <= 100; i++)
        {
            decimal share = i / 100m;
            ProductFitAssessment fit = Policy.Assess(Figures(3.3m * i, share, share * share, 1m - share));
            Policy.Assess(
                new ProductColumns
                {
                    Currency = Currency.Cny,
                    Ticket = [(float)(3.3m * i)],
                    RepurchaseRate = [(float)share],
                    LoyaltyRate = [(float)(share * share)],
                    BrandPower = [(float)(1m - share)],
                },
                score,
                grade);
            Assert.Equal(BitConverter.SingleToUInt32Bits(score[0]), BitConverter.SingleToUInt32Bits(fit.Points));
            Assert.Equal(grade[0], fit.Grade);
        }
    }

    [Theory]
    [InlineData(500, 0.0, 1.0, 0.0, FitGrade.Barred)]
    [InlineData(0, 0.01, 0.0, 1.0, FitGrade.Poor)]
    [InlineData(100, 0.2, 0.25, 0.75, FitGrade.Fair)]
    [InlineData(200, 0.35, 0.25, 0.5, FitGrade.Good)]
    [InlineData(400, 0.5, 0.6, 0.0, FitGrade.Excellent)]
    public void Assess_EveryGrade_IsReached(int ticket, double repurchase, double loyalty, double brandPower, FitGrade expected)
    {
        ProductFigures figures = Figures(ticket, (decimal)repurchase, (decimal)loyalty, (decimal)brandPower);
        Assert.Equal(expected, Policy.Assess(figures).Grade);
        Assert.Equal(expected != FitGrade.Barred, Policy.Decide(figures).IsAllowed);
        Assert.Equal(expected != FitGrade.Barred, Policy.Assess(figures).Reasons.IsEmpty);
    }

    [Theory]
    [InlineData(24.99, FitGrade.Poor)]
    [InlineData(25, FitGrade.Fair)]
    [InlineData(49.99, FitGrade.Fair)]
    [InlineData(50, FitGrade.Good)]
    [InlineData(74.99, FitGrade.Good)]
    [InlineData(75, FitGrade.Excellent)]
    public void Assess_BothSidesOfEveryLine_HaveTheirGrade(double ticket, FitGrade expected)
    {
        var policy = ProductFitPolicy.Create(new ProductFitOptions
        {
            Ticket = [new(0, 0), new(1, 1)],
            RepurchaseWeight = 0,
            LoyaltyWeight = 0,
            BrandPowerWeight = 0,
            FairFrom = 25,
            GoodFrom = 50,
            ExcellentFrom = 75,
        });
        Assert.Equal(expected, policy.Assess(Figures((decimal)ticket, 1m, 0m, 0m)).Grade);
    }

    [Theory]
    [InlineData(0.2, true)]
    [InlineData(0.201, false)]
    public void Decide_BothSidesOfTheGate_AndAtIt(double repurchase, bool isBarred)
    {
        var policy = ProductFitPolicy.Create(new ProductFitOptions { BarredUpTo = 0.2m });
        ProductFigures figures = Figures(400m, (decimal)repurchase, 0.6m, 0m);
        Assert.Equal(isBarred ? DecisionOutcome.Denied : DecisionOutcome.Allowed, policy.Decide(figures).Outcome);
        Assert.Equal(isBarred, policy.Assess(figures).Grade == FitGrade.Barred);
    }

    [Fact]
    public void Assess_NeverBoughtAgain_IsBarredButScored()
    {
        ProductFigures figures = Figures(400m, 0m, 0.6m, 0m);
        ProductFitAssessment fit = Policy.Assess(figures);
        Assert.Equal(FitGrade.Barred, fit.Grade);
        Assert.Equal(70, fit.Points, 1e-3);
        Assert.Equal(DecisionOutcome.Denied, Policy.Decide(figures).Outcome);
        Assert.Equal("0 % of its buyers bought it again; more than 0 % is needed.", Policy.Explain(figures)[0].ToString());
        Assert.Equal(FitGrade.Good, ProductFitPolicy.Create(new ProductFitOptions { BarredUpTo = null }).Assess(figures).Grade);
    }

    [Fact]
    public void Assess_UnknownCriteria_AreAllNamedAndNeverZero()
    {
        var figures = new ProductFigures { LoyaltyRate = Ratio.From(0.6m) };
        ProductFitAssessment fit = Policy.Assess(figures);
        Assert.Equal(FitGrade.Unknown, fit.Grade);
        Assert.Null(fit.Score);
        Assert.True(float.IsNaN(fit.Points));
        Assert.Equal(DecisionOutcome.Undecidable, Policy.Decide(figures).Outcome);
        Assert.Equal(
            ["products.ticket_unknown", "products.repurchase_unknown", "products.brand_power_unknown", "products.loyalty_earned"],
            Policy.Explain(figures).Select(static r => r.Code));
        Assert.True(double.IsNaN(fit.Contribution(FitCriterion.TicketSize)));
        Assert.Equal(20, fit.Contribution(FitCriterion.Loyalty), 1e-3);
    }

    [Fact]
    public void Decide_BarredAndUnknown_IsDeniedAndNamesBoth() => Assert.Equal(
        "Denied: products.not_bought_again, products.ticket_unknown, products.loyalty_unknown, products.brand_power_unknown",
        Policy.Decide(new ProductFigures { RepurchaseRate = Ratio.From(0m) }).ToString());

    [Fact]
    public void Explain_TwoLanguages_PutsTheDearestCriterionFirst()
    {
        ProductFigures figures = Figures(100m, 0.1m, 0.6m, 0.5m);
        Assert.Equal(
            [
                "A repurchase rate of 10 % earns 7.5 of 30.0 points.",
                $"A ticket of {Money.Yuan(100m)} earns 15.0 of 30.0 points.",
                "Brand power of 50 % earns 12.0 of 20.0 points; weak brands earn more.",
                "A loyalty rate of 60 % earns 20.0 of 20.0 points.",
            ],
            Policy.Explain(figures).Select(static r => r.ToString(Language.English)));
        Assert.Equal("复购率为 10 %，得 7.5 分（满分 30.0 分）。", Policy.Explain(figures)[0].ToString(Language.SimplifiedChinese));
    }

    // Nobody typed a figure in yuan, so a shop in dollars must neither be refused nor judged by yuan.
    [Fact]
    public void Assess_DollarsByTheDefault_AreUnknownAndAskForTheBreakEvenTicket()
    {
        var figures = new ProductFigures
        {
            Ticket = Money.From(40m, Currency.Usd),
            RepurchaseRate = Ratio.From(0.5m),
            LoyaltyRate = Ratio.From(0.6m),
            BrandPower = Ratio.From(0m),
        };
        Assert.Equal(FitGrade.Unknown, Policy.Assess(figures).Grade);
        Assert.Equal(30, Policy.Assess(figures).Contribution(FitCriterion.Repurchase), 1e-3);
        Assert.Equal("Undecidable: products.ticket_not_anchored", Policy.Decide(figures).ToString());
        Assert.Equal("A ticket of 40.00 USD is not judged: state the break-even ticket in USD.", Policy.Assess(figures).Reasons.Single()
            .ToString());

        var anchored = ProductFitPolicy.Create(Policy.Options with { AnchorTicket = Money.From(20m, Currency.Usd) });
        Assert.Equal(94, anchored.Assess(figures).Points, 1e-3);
        Assert.Throws<CurrencyMismatchException>(() => anchored.Assess(new ProductFigures { Ticket = Money.Yuan(1m) }));
        Assert.Equal("products.ticket_unknown", anchored.Assess(figures with { Ticket = null }).Reasons.Single().Code);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(61, 6)]
    [InlineData(122, 15)]
    [InlineData(244, 24)]
    [InlineData(488, 30)]
    public void Assess_AnchoredOnTheBreakEvenTicket_ItEarnsHalf(int ticket, int points)
    {
        var policy = ProductFitPolicy.Create(new ProductFitOptions { AnchorTicket = Money.From(122m, Currency.Usd) });
        ProductFitAssessment fit = policy.Assess(new ProductFigures { Ticket = Money.From(ticket, Currency.Usd) });
        Assert.Equal(points, fit.Contribution(FitCriterion.TicketSize), 1e-3);
    }

    [Theory]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335")]
    public void Create_ExtremeAnchors_StillJudge(string anchor)
    {
        Money ticket = Money.Yuan(decimal.Parse(anchor, System.Globalization.CultureInfo.InvariantCulture));
        var policy = ProductFitPolicy.Create(new ProductFitOptions { AnchorTicket = ticket });
        Assert.Equal(15, policy.Assess(new ProductFigures { Ticket = ticket }).Contribution(FitCriterion.TicketSize), 1e-3);
    }

    [Fact]
    public void Create_Weights_CountByProportionOnly()
    {
        var policy = ProductFitPolicy.Create(
            new ProductFitOptions { TicketWeight = 3, RepurchaseWeight = 3, LoyaltyWeight = 2, BrandPowerWeight = 2 });
        Assert.Equal(30, policy.PointsOf(FitCriterion.Repurchase), 1e-9);
        Assert.Equal(100, Enum.GetValues<FitCriterion>().Sum(policy.PointsOf), 1e-9);
        var large = ProductFitPolicy.Create(new ProductFitOptions { TicketWeight = decimal.MaxValue, RepurchaseWeight = decimal.MaxValue });
        Assert.Equal(50, large.PointsOf(FitCriterion.TicketSize), 1e-9);
    }

    [Fact]
    public void Create_BadOptions_ReportEveryMistakeTogether()
    {
        var options = new ProductFitOptions
        {
            AnchorTicket = Money.Yuan(0m),
            Ticket = [new(1, 0)],
            Repurchase = [new(0, 0), new(double.NaN, 2), new(double.PositiveInfinity, double.NaN)],
            Loyalty = [new(0.5, 0), new(0.5, 1)],
            BrandPower = default,
            TicketWeight = -1,
            RepurchaseWeight = 0,
            LoyaltyWeight = 0,
            BrandPowerWeight = 0,
            BarredUpTo = 1.5m,
            FairFrom = 0,
            GoodFrom = 60,
            ExcellentFrom = 60,
        };
        InvalidPolicyException thrown = Assert.Throws<InvalidPolicyException>(() => ProductFitPolicy.Create(options));
        Assert.Equal(
            [
                "anchorTicket policy.out_of_range",
                "ticket policy.wrong_count",
                "repurchase[1].at policy.out_of_range",
                "repurchase[1].share policy.out_of_range",
                "repurchase[2].at policy.out_of_range",
                "repurchase[2].share policy.out_of_range",
                "loyalty[1].at policy.not_in_order",
                "brandPower policy.wrong_count",
                "ticketWeight policy.out_of_range",
                "weights policy.wrong_sum",
                "barredUpTo policy.out_of_range",
                "fairFrom policy.out_of_range",
                "goodFrom policy.not_in_order",
            ],
            thrown.Mistakes.Select(static m => $"{m.Place} {m.Reason.Code}"));
        Assert.False(ProductFitPolicy.TryCreate(
            options, out ProductFitPolicy? none, out System.Collections.Immutable.ImmutableArray<Mistake> mistakes));
        Assert.Null(none);
        Assert.Equal(thrown.Mistakes, mistakes);
        Assert.Throws<ArgumentNullException>("options", static () => ProductFitPolicy.Create(null!));
    }

    [Fact]
    public void Create_CurveThatSinglePrecisionMisses_IsRefused()
    {
        InvalidPolicyException thrown = Assert.Throws<InvalidPolicyException>(() => ProductFitPolicy.Create(
            new ProductFitOptions { AnchorTicket = Money.Yuan(1m), Ticket = [new(0, 0), new(1_000_000, 0), new(1_000_000.0625, 1)] }));
        Assert.Equal("ticket products.too_steep", $"{thrown.Mistakes.Single().Place} {thrown.Mistakes.Single().Reason.Code}");
    }

    [Fact]
    public void Figures_OutOfRange_AreRefusedByName()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Ticket", static () => new ProductFigures { Ticket = Money.Yuan(-0.01m) });
        Assert.Throws<ArgumentException>("Ticket", static () => new ProductFigures { Ticket = default(Money) });
        Assert.Throws<ArgumentOutOfRangeException>("RepurchaseRate", static () =>
            new ProductFigures { RepurchaseRate = Ratio.From(-0.01m) });
        Assert.Throws<ArgumentOutOfRangeException>("LoyaltyRate", static () =>
            new ProductFigures { LoyaltyRate = Ratio.From(1.0000000001m) });
        Assert.Throws<ArgumentOutOfRangeException>("BrandPower", static () =>
            new ProductFigures { BrandPower = Ratio.From(decimal.MaxValue) });
        var most = new ProductFigures
        {
            Ticket = Money.Yuan(decimal.MaxValue),
            RepurchaseRate = Ratio.From(1m),
            LoyaltyRate = Ratio.From(1m),
            BrandPower = Ratio.From(1m)
        };
        Assert.Equal(80, Policy.Assess(most).Points, 1e-3);
    }

    [Fact]
    public void Figures_AreEqualByWhatIsKnown()
    {
        Assert.Equal(Figures(1.0m, 0.5m, 0.5m, 0.5m), Figures(1.00m, 0.50m, 0.5m, 0.5m));
        Assert.NotEqual(Figures(1m, 0.5m, 0.5m, 0.5m), Figures(1m, 0.5m, 0.5m, 0.5m) with { LoyaltyRate = default });
        Assert.Equal(default, new ProductFigures { Ticket = null });
        Assert.Null(default(ProductFigures).Ticket);
        Assert.Equal(FitGrade.Unknown, Policy.Assess(default).Grade);
    }

    [Fact]
    public void Default_WasNeverMade()
    {
        ProductFitAssessment fit = default;
        Assert.Equal(FitGrade.Unknown, fit.Grade);
        Assert.True(float.IsNaN(fit.Points));
        Assert.Equal("decision.never_made", fit.Reasons.Single().Code);
        Assert.Throws<ArgumentOutOfRangeException>(() => fit.Contribution((FitCriterion)4));
        Assert.Throws<ArgumentOutOfRangeException>("criterion", () => Policy.PointsOf((FitCriterion)(-1)));
    }

    [Fact]
    public void Policies_AndOptions_AreEqualByContent()
    {
        var again = ProductFitPolicy.Create(new ProductFitOptions { Loyalty = [.. Policy.Options.Loyalty] });
        Assert.Equal(Policy, again);
        Assert.Equal(Policy.GetHashCode(), again.GetHashCode());
        Assert.Equal(Policy.Assess(Figures(1m, 1m, 1m, 1m)), again.Assess(Figures(1m, 1m, 1m, 1m)));
        Assert.NotEqual(Policy.Options, Policy.Options with { Loyalty = [new(0, 0), new(1, 1)] });
        Assert.NotEqual(Policy, ProductFitPolicy.Create(Policy.Options with { ExcellentFrom = 81 }));
    }

    private static ProductFigures Figures(decimal ticket, decimal repurchase, decimal loyalty, decimal brandPower) => new()
    {
        Ticket = Money.Yuan(ticket),
        RepurchaseRate = Ratio.From(repurchase),
        LoyaltyRate = Ratio.From(loyalty),
        BrandPower = Ratio.From(brandPower),
    };

    private static ImmutableArray<FitKnot> CurveOf(FitCriterion criterion) => criterion switch
    {
        FitCriterion.TicketSize => Policy.Options.Ticket,
        FitCriterion.Repurchase => Policy.Options.Repurchase,
        FitCriterion.Loyalty => Policy.Options.Loyalty,
        _ => Policy.Options.BrandPower,
    };

    private static decimal UnitOf(FitCriterion criterion) => criterion == FitCriterion.TicketSize ? 100m : 1m;

    // One figure is known, so that it alone is looked at.
    private static ProductFitAssessment Assess(FitCriterion criterion, decimal figure) => Policy.Assess(criterion switch
    {
        FitCriterion.TicketSize => new ProductFigures { Ticket = Money.Yuan(figure) },
        FitCriterion.Repurchase => new ProductFigures { RepurchaseRate = Ratio.From(figure) },
        FitCriterion.Loyalty => new ProductFigures { LoyaltyRate = Ratio.From(figure) },
        _ => new ProductFigures { BrandPower = Ratio.From(figure) },
    });
}
