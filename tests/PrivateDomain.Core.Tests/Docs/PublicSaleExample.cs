using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class PublicSaleExample
{
    [Fact]
    public void PublicSaleIsJudged()
    {
        // snippet: public-sale
        PublicSalePolicy policy = PublicSalePolicy.Create(new PublicSaleOptions
        {
            PriceFloor = Money.Yuan(90m),
            RedLinePerUnit = Money.Yuan(10m),
            RedLineInAll = Money.Yuan(5_000m),
        });
        PublicSaleAssessment sale = policy.Assess(new PublicSaleFigures(
            price: Money.Yuan(100m), unitCost: Money.Yuan(50m), commission: Ratio.From(0.2m), hook: Money.Yuan(5m),
            returns: Ratio.From(0.1m), returnCost: Money.Yuan(10m), fixedFee: Money.Yuan(6_000m), units: 1_000,
            buyers: 800, linkedBuyers: 40, expectedAfter: 100m,
            priceBefore: Money.Yuan(110m), unitsBefore: 80m, priceAfter: Money.Yuan(120m), unitsAfter: 90m));
        Money? perUnit = sale.ProfitPerUnit;                        // 21 yuan
        PublicSaleHealth health = sale.Health;                      // caution: only 5 % of the buyers became linked
        // end
        Assert.Equal(Money.Yuan(21m), perUnit);
        Assert.Equal((PublicSaleHealth.Caution, "public_sale.too_few_linked"), (health, sale.Reasons.Single().Code));
    }
}
