using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Costs;

public sealed class PublicSaleGuardTests
{
    private static readonly PublicSaleGuard Floor = PublicSaleGuard.Create(Money.Yuan(90m), Money.Yuan(10m), Money.Yuan(5_000m));

    [Fact]
    public void Judge_HealthySale_IsHealthyWithItsFigures()
    {
        // (1 − 0.1)·(100·(1 − 0.2) − 50) − 5 − 0.1·10 = 21 a unit; 1,000 units less a fee of 6,000 are 15,000.
        PublicSaleReport report = Floor.Judge(Sale());
        Assert.Equal((PublicSaleVerdict.Healthy, 0), (report.Verdict, report.Reasons.Length));
        Assert.Equal((Money.Yuan(21m), Money.Yuan(15_000m)), (report.ProfitPerUnit, report.ProfitInAll));
        Assert.Equal((Ratio.Known(0.25m), Ratio.Known(0.1m)), (report.LinkedShare, report.PulledForward));
        Assert.Equal(report, Floor.Judge(Sale()));
    }

    [Fact]
    public void Judge_EverythingWrong_IsHarmful_WithAllReasonsInOrder()
    {
        PublicSaleReport report = Floor.Judge(Sale(price: 60m, linked: 10, afterUnits: 50m, afterPrice: 80m));
        Assert.Equal(PublicSaleVerdict.Harmful, report.Verdict);
        Assert.Equal(
            [
                PublicSaleReasons.BelowPriceFloor.With(Money.Yuan(60m), Money.Yuan(90m)),
                PublicSaleReasons.UnitBelowRedLine.With(Money.Yuan(-7.8m), Money.Yuan(10m)),
                PublicSaleReasons.TotalBelowRedLine.With(Money.Yuan(-13_800m), Money.Yuan(5_000m)),
                PublicSaleReasons.TooFewLinked.With(Ratio.Known(0.0125m), Ratio.Known(0.1m)),
                PublicSaleReasons.DemandPulledForward.With(Ratio.Known(0.5m), Ratio.Known(0.2m)),
                PublicSaleReasons.VolumeNotUp.With(50m, 80m),
                PublicSaleReasons.PriceNotUp.With(Money.Yuan(80m), Money.Yuan(110m)),
            ],
            report.Reasons);
    }

    [Fact]
    public void Judge_VolumeUpButPriceNot_IsCaution() => Assert.Equal(
        (PublicSaleVerdict.Caution, "public_sale.price_not_up"),
        (Floor.Judge(Sale(afterPrice: 110m)).Verdict, Floor.Judge(Sale(afterPrice: 110m)).Reasons.Single().Code));

    [Fact]
    public void Judge_UnitEarnsButTheFeeEatsIt_IsHarmfulInAllOnly() => Assert.Equal(
        PublicSaleReasons.TotalBelowRedLine.With(Money.Yuan(4_500m), Money.Yuan(5_000m)), Floor.Judge(Sale(units: 500)).Reasons.Single());

    [Fact]
    public void Judge_NothingKnown_IsUndecidableAndAsksForAll()
    {
        PublicSaleReport report = Floor.Judge(PublicSale.Create());
        Assert.Equal((PublicSaleVerdict.Undecidable, 15), (report.Verdict, report.Reasons.Length));
        Assert.All(report.Reasons, static r => Assert.Equal("public_sale.fact_unknown", r.Code));
        Assert.Null(report.ProfitPerUnit);
        Assert.False(report.LinkedShare.IsKnown || report.PulledForward.IsKnown);
    }

    [Fact]
    public void Judge_BelowTheFloorAndElseUnknown_IsHarmful()
    {
        PublicSaleReport report = Floor.Judge(PublicSale.Create(price: Money.Yuan(80m)));
        Assert.Equal((PublicSaleVerdict.Harmful, "public_sale.below_price_floor"), (report.Verdict, report.Reasons[0].Code));
        Assert.Equal(15, report.Reasons.Length);
    }

    [Fact]
    public void Judge_NobodyBoughtAndNothingExpected_IsUnknownNotZero()
    {
        PublicSaleReport report = Floor.Judge(Sale(buyers: 0, linked: 0, expected: 0m));
        Assert.Equal(PublicSaleVerdict.Undecidable, report.Verdict);
        Assert.Equal(["buyers", "sales expected after it"], report.Reasons.Select(static r => r.Found.ToString()));
    }

    [Fact]
    public void Create_EverythingWrong_NamesAllTogether()
    {
        Assert.Equal(
            ["price", "hook", "commission", "returns", "units", "linkedBuyers", "expectedAfter"],
            Assert.Throws<InvalidPolicyException>(() => PublicSale.Create(
                price: Money.Yuan(-1m), hook: Money.Of(1m, Currency.Usd), commission: Ratio.Known(2m), returns: Ratio.Known(-1m), units: -1, buyers: 1,
                linkedBuyers: 2, expectedAfter: -1m)).Mistakes.Select(static v => v.Place));
        Assert.Equal(
            ["priceFloor", "linkedShareMin", "pulledForwardMax"],
            Assert.Throws<InvalidPolicyException>(() => PublicSaleGuard.Create(
                Money.Yuan(-1m), Money.Yuan(0m), Money.Yuan(0m), Ratio.Unknown, Ratio.Known(2m))).Mistakes.Select(static v => v.Place));
        Assert.Equal(2, Assert.Throws<InvalidPolicyException>(() => SalesPeriod.Create(Money.Yuan(-1m), -1m)).Mistakes.Length);
    }

    private static PublicSale Sale(
        decimal price = 100m, int units = 1_000, int buyers = 800, int linked = 200, decimal expected = 100m, decimal afterUnits = 90m, decimal afterPrice = 120m) =>
        PublicSale.Create(
            Money.Yuan(price), Money.Yuan(50m), Ratio.Known(0.2m), Money.Yuan(5m), Ratio.Known(0.1m), Money.Yuan(10m), Money.Yuan(6_000m), units, buyers, linked,
            expected, SalesPeriod.Create(Money.Yuan(110m), 80m), SalesPeriod.Create(Money.Yuan(afterPrice), afterUnits));
}
