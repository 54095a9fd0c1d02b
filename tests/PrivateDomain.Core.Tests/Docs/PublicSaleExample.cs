using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class PublicSaleExample
{
    [Fact]
    public void PublicSaleIsJudged()
    {
        // snippet: public-sale
        PublicSaleGuard guard = PublicSaleGuard.Create(
            priceFloor: Money.Yuan(90m), redLinePerUnit: Money.Yuan(10m), redLineInAll: Money.Yuan(5_000m));
        PublicSaleReport report = guard.Judge(PublicSale.Create(
            price: Money.Yuan(100m), unitCost: Money.Yuan(50m), commission: Ratio.Known(0.2m), hook: Money.Yuan(5m),
            returns: Ratio.Known(0.1m), returnCost: Money.Yuan(10m), fixedFee: Money.Yuan(6_000m), units: 1_000,
            buyers: 800, linkedBuyers: 40, expectedAfter: 100m,
            before: SalesPeriod.Create(Money.Yuan(110m), 80m), after: SalesPeriod.Create(Money.Yuan(120m), 90m)));
        Money perUnit = report.ProfitPerUnit!.Value;                // 21 yuan
        PublicSaleVerdict verdict = report.Verdict;                 // caution: only 5 % of the buyers became linked
        // end
        Assert.Equal(Money.Yuan(21m), perUnit);
        Assert.Equal((PublicSaleVerdict.Caution, "public_sale.too_few_linked"), (verdict, report.Reasons.Single().Code));
    }
}
