using PrivateDomain.Core.Products;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class ProductsExample
{
    [Fact]
    public void Products()
    {
        // snippet: products
        ProductFitModel model = ProductFitModel.Default.AnchoredOn(Money.Yuan(122m)); // the break-even ticket

        ProductFit tea = model.Assess(ProductFigures.Create(
            ticket: Money.Yuan(244m), repurchaseRate: Ratio.Known(0.35m), loyaltyRate: Ratio.Known(0.25m), brandPower: Ratio.Known(0.5m)));
        string verdict = tea.ToString();                                         // Good 70.0
        double fromTicket = tea.Contribution(FitCriterion.TicketSize);           // 24 of 30 points
        string dearest = tea.Explain()[0].ToString(Language.SimplifiedChinese); // 忠诚度为 25 %，得 10.0 分（满分 20.0 分）。

        ProductFit pan = model.Assess(ProductFigures.Create(ticket: Money.Yuan(900m)));
        string missing = pan.Decision.ToString(); // what is unknown is named, never taken for 0
        // end
        Assert.Equal("Good 70.0", verdict);
        Assert.Equal(24, fromTicket, 1e-3);
        Assert.Equal("忠诚度为 25 %，得 10.0 分（满分 20.0 分）。", dearest);
        Assert.Equal("Undecidable: products.repurchase_unknown, products.loyalty_unknown, products.brand_power_unknown", missing);
    }
}
