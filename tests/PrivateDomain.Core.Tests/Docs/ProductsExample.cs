using PrivateDomain.Core.Products;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

[Kernel]
[Text]
public sealed class ProductsExample
{
    [Fact]
    public void Products()
    {
        // snippet: products
        ProductFitPolicy policy = ProductFitPolicy.Create(
            new ProductFitOptions { AnchorTicket = Money.Yuan(122m) }); // the break-even ticket

        var figures = new ProductFigures
        {
            Ticket = Money.Yuan(244m),
            RepurchaseRate = Ratio.From(0.35m),
            LoyaltyRate = Ratio.From(0.25m),
            BrandPower = Ratio.From(0.5m),
        };
        ProductFitAssessment tea = policy.Assess(figures);
        string verdict = tea.ToString();                                                   // Good 70.0
        double fromTicket = tea.Contribution(FitCriterion.TicketSize);                     // 24 of 30 points
        string dearest = policy.Explain(figures)[0].ToString(Language.SimplifiedChinese); // 忠诚度为 25 %，得 10.0 分（满分 20.0 分）。

        Decision pan = policy.Decide(new ProductFigures { Ticket = Money.Yuan(900m) });
        string missing = pan.ToString(); // what is unknown is named, never taken for 0
        // end
        Assert.Equal("Good 70.0", verdict);
        Assert.Equal(24, fromTicket, 1e-3);
        Assert.Equal("忠诚度为 25 %，得 10.0 分（满分 20.0 分）。", dearest);
        Assert.Equal("Undecidable: products.repurchase_unknown, products.loyalty_unknown, products.brand_power_unknown", missing);
    }
}
