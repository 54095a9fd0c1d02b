using PrivateDomain.Core.Products;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Products;

public sealed class ProductFitModelTests
{
    private static readonly ProductFitModel Model = ProductFitModel.Default;

    [Fact]
    public void Assess_Default_HitsEveryKnotWithinAThousandthOfAPoint()
    {
        foreach (FitCriterion criterion in Enum.GetValues<FitCriterion>())
        {
            foreach (FitKnot knot in Model.Curve(criterion).Knots)
            {
                Assert.Equal(knot.Share * Model.PointsOf(criterion), Assess(criterion, (decimal)knot.At).Contribution(criterion), 1e-3);
            }
        }
    }

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
                Assert.Equal(Model.Curve(criterion).At((double)figure) * Model.PointsOf(criterion), earned, 1e-3);
                Assert.False(sign * (earned - before) < -1e-4, $"{criterion} {figure}");
                before = earned;
            }
        }
    }

    [Theory]
    [InlineData(400)]
    [InlineData(4_000_000)]
    public void Assess_TicketBeyondTheLastKnot_EarnsItsPoints(int ticket) =>
        Assert.Equal(30, Assess(FitCriterion.TicketSize, ticket).Contribution(FitCriterion.TicketSize), 1e-3);

    [Fact]
    public void Assess_Contributions_AddUpToTheScore()
    {
        for (int i = 0; i <= 100; i++)
        {
            decimal share = i / 100m;
            ProductFit fit = Model.Assess(ProductFigures.Create(Money.Yuan(5m * i), Ratio.Known(share), Ratio.Known(1m - share), Ratio.Known(share)));
            Assert.Equal(fit.Points, Enum.GetValues<FitCriterion>().Sum(fit.Contribution), 1e-3);
            Assert.Equal((double)fit.Points, fit.Score!.Value.Value);
        }
    }

    [Fact]
    public void Assess_AndColumns_GiveTheSameBits()
    {
        float[] score = new float[1];
        var grade = new FitGrade[1];
        for (int i = 0; i <= 100; i++)
        {
            decimal share = i / 100m;
            ProductFit fit = Model.Assess(ProductFigures.Create(Money.Yuan(3.3m * i), Ratio.Known(share), Ratio.Known(share * share), Ratio.Known(1m - share)));
            Model.ScoreAll([(float)(3.3m * i)], [(float)share], [(float)(share * share)], [(float)(1m - share)], score, grade);
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
        ProductFit fit = Model.Assess(ProductFigures.Create(
            Money.Yuan(ticket), Ratio.Known((decimal)repurchase), Ratio.Known((decimal)loyalty), Ratio.Known((decimal)brandPower)));
        Assert.Equal(expected, fit.Grade);
        Assert.Equal(expected != FitGrade.Barred, fit.Decision.IsAllowed);
    }

    [Fact]
    public void Assess_ScoreOnALine_HasItsGrade()
    {
        ProductFitModel model = ProductFitModel.Create(
            ticketSize: [new(0, 0), new(100, 1)], weights: new FitWeights(1m, 0m, 0m, 0m), grades: new FitGradeLines(25, 50, 75));
        Assert.Equal(FitGrade.Good, Grade(50m));
        Assert.Equal(FitGrade.Fair, Grade(49.9m));
        Assert.Equal(FitGrade.Excellent, Grade(75m));

        FitGrade Grade(decimal ticket) => model.Assess(ProductFigures.Create(Money.Yuan(ticket), Ratio.Known(1m), Ratio.Known(0m), Ratio.Known(0m))).Grade;
    }

    [Fact]
    public void Assess_NeverBoughtAgain_IsBarredButScored()
    {
        ProductFit fit = Model.Assess(ProductFigures.Create(Money.Yuan(400m), Ratio.Known(0m), Ratio.Known(0.6m), Ratio.Known(0m)));
        Assert.Equal(FitGrade.Barred, fit.Grade);
        Assert.Equal(70, fit.Points, 1e-3);
        Assert.Equal(DecisionOutcome.Denied, fit.Decision.Outcome);
        Assert.Equal("products.not_bought_again", fit.Explain()[0].Code);
        Assert.Equal(
            FitGrade.Good,
            ProductFitModel.Create(gates: FitGates.None).Assess(ProductFigures.Create(Money.Yuan(400m), Ratio.Known(0m), Ratio.Known(0.6m), Ratio.Known(0m))).Grade);
    }

    [Fact]
    public void Assess_UnknownCriteria_AreAllNamedAndNeverZero()
    {
        ProductFit fit = Model.Assess(ProductFigures.Create(loyaltyRate: Ratio.Known(0.6m)));
        Assert.Equal(FitGrade.Unknown, fit.Grade);
        Assert.Null(fit.Score);
        Assert.True(float.IsNaN(fit.Points));
        Assert.Equal(DecisionOutcome.Undecidable, fit.Decision.Outcome);
        Assert.Equal(
            ["products.ticket_unknown", "products.repurchase_unknown", "products.brand_power_unknown", "products.loyalty_earned"],
            fit.Explain().Select(static r => r.Code));
        Assert.True(double.IsNaN(fit.Contribution(FitCriterion.TicketSize)));
        Assert.Equal(20, fit.Contribution(FitCriterion.Loyalty), 1e-3);
    }

    [Fact]
    public void Assess_BarredAndUnknown_IsDeniedAndNamesBoth() => Assert.Equal(
        "Denied: products.not_bought_again, products.ticket_unknown, products.loyalty_unknown, products.brand_power_unknown",
        Model.Assess(ProductFigures.Create(repurchaseRate: Ratio.Known(0m))).Decision.ToString());

    [Fact]
    public void Explain_TwoLanguages_PutsTheDearestCriterionFirst()
    {
        ProductFit fit = Model.Assess(ProductFigures.Create(Money.Yuan(100m), Ratio.Known(0.1m), Ratio.Known(0.6m), Ratio.Known(0.5m)));
        Assert.Equal(
            [
                "A repurchase rate of 10 % earns 7.5 of 30.0 points.",
                $"A ticket of {Money.Yuan(100m)} earns 15.0 of 30.0 points.",
                "A brand power of 50 % earns 12.0 of 20.0 points; weak brands earn more.",
                "A loyalty rate of 60 % earns 20.0 of 20.0 points.",
            ],
            fit.Explain().Select(static r => r.ToString(Language.English)));
        Assert.Equal("复购率为 10 %，得 7.5 分（满分 30.0 分）。", fit.Explain()[0].ToString(Language.SimplifiedChinese));
    }

    [Fact]
    public void Assess_OtherCurrency_IsRefused() =>
        Assert.Throws<CurrencyMismatchException>(() => Model.Assess(ProductFigures.Create(Money.Of(1m, Currency.Usd))));

    [Fact]
    public void AnchoredOn_BreakEvenTicket_EarnsHalf()
    {
        ProductFitModel model = Model.AnchoredOn(Money.Of(122m, Currency.Usd));
        Assert.Equal(Currency.Usd, model.Currency);
        Assert.Equal(0, Ticket(0m), 1e-3);
        Assert.Equal(15, Ticket(122m), 1e-3);
        Assert.Equal(24, Ticket(244m), 1e-3);
        Assert.Equal(30, Ticket(488m), 1e-3);
        Assert.Equal(Model.Curve(FitCriterion.Loyalty), model.Curve(FitCriterion.Loyalty));

        double Ticket(decimal amount) =>
            model.Assess(ProductFigures.Create(Money.Of(amount, Currency.Usd))).Contribution(FitCriterion.TicketSize);
    }

    [Fact]
    public void AnchoredOn_NothingToPay_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.AnchoredOn(Money.Yuan(0m)));

    [Fact]
    public void Create_Weights_CountByProportionOnly()
    {
        ProductFitModel model = ProductFitModel.Create(weights: new FitWeights(3m, 3m, 2m, 2m));
        Assert.Equal(30, model.PointsOf(FitCriterion.Repurchase), 1e-9);
        Assert.Equal(100, Enum.GetValues<FitCriterion>().Sum(model.PointsOf), 1e-9);
    }

    [Fact]
    public void Create_BadModel_ReportsEveryMistakeTogether()
    {
        InvalidPolicyException thrown = Assert.Throws<InvalidPolicyException>(() => ProductFitModel.Create(
            Currency.None,
            ticketSize: [new(1, 0)],
            repurchase: [new(0, 0), new(double.NaN, 2), new(double.PositiveInfinity, double.NaN)],
            loyalty: [new(0.5, 0), new(0.5, 1)],
            weights: new FitWeights(-1m, 0m, 0m, 0m),
            gates: new FitGates(Ratio.Known(1.5m)),
            grades: new FitGradeLines(0, 60, 60)));
        Assert.Equal(
            [
                "currency products.no_currency",
                "ticketSize products.too_few_knots",
                "repurchase[1].at products.not_finite",
                "repurchase[1].share products.share_out_of_range",
                "repurchase[2].at products.not_finite",
                "repurchase[2].share products.share_out_of_range",
                "loyalty[1].at products.not_ascending",
                "weights.ticketSize products.negative_weight",
                "weights products.no_weight",
                "gates.repurchaseLimit products.share_out_of_range",
                "grades.fair products.line_out_of_range",
                "grades.excellent products.not_ascending",
            ],
            thrown.Mistakes.Select(static v => $"{v.Place} {v.Reason.Code}"));
    }

    [Fact]
    public void Create_CurveThatSinglePrecisionMisses_IsRefused()
    {
        InvalidPolicyException thrown = Assert.Throws<InvalidPolicyException>(
            () => ProductFitModel.Create(ticketSize: [new(0, 0), new(1_000_000, 0), new(1_000_000.0625, 1)]));
        Assert.Equal("products.too_steep", Assert.Single(thrown.Mistakes).Reason.Code);
    }

    [Fact]
    public void Figures_OutOfRange_AreRefusedByName()
    {
        Assert.Equal("ticket", Assert.Throws<ArgumentOutOfRangeException>(() => ProductFigures.Create(Money.Yuan(-1m))).ParamName);
        Assert.Equal("ticket", Assert.Throws<ArgumentException>(() => ProductFigures.Create(default(Money))).ParamName);
        Assert.Equal("loyaltyRate", Assert.Throws<ArgumentOutOfRangeException>(() => ProductFigures.Create(loyaltyRate: Ratio.Known(1.01m))).ParamName);
    }

    [Fact]
    public void Default_WasNeverMade()
    {
        ProductFit fit = default;
        Assert.Equal(FitGrade.Unknown, fit.Grade);
        Assert.True(float.IsNaN(fit.Points));
        Assert.Equal("decision.never_made", fit.Decision.Reasons[0].Code);
        Assert.Empty(fit.Explain());
        Assert.Throws<ArgumentOutOfRangeException>(() => fit.Contribution((FitCriterion)4));
    }

    [Fact]
    public void Curve_KnotsAlike_AreEqual()
    {
        Assert.Equal(FitCurve.Create(new FitKnot(0, 0), new FitKnot(1, 1)), FitCurve.Create(new FitKnot(0, 0), new FitKnot(1, 1)));
        Assert.NotEqual(FitCurve.Create(new FitKnot(0, 0), new FitKnot(1, 1)), FitCurve.Create(new FitKnot(0, 0), new FitKnot(2, 1)));
        Assert.Equal(2, Assert.Throws<InvalidPolicyException>(() => FitCurve.Create(new FitKnot(0, 3))).Mistakes.Length);
    }

    // Everything else is known and bought again, so that the one figure decides.
    private static ProductFit Assess(FitCriterion criterion, decimal figure) => Model.Assess(ProductFigures.Create(
        criterion == FitCriterion.TicketSize ? Money.Yuan(figure) : null,
        criterion == FitCriterion.Repurchase ? Ratio.Known(figure) : default,
        criterion == FitCriterion.Loyalty ? Ratio.Known(figure) : default,
        criterion == FitCriterion.BrandPower ? Ratio.Known(figure) : default));
}
