using NodaTime;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

[Kernel]
[Text]
public sealed class ReadmeExample
{
    [Fact]
    public void Readme()
    {
        // snippet: readme
        var shop = new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
        var anna = CustomerId.From("anna");
        Instant monday = Instant.FromUtc(2026, 3, 2, 3, 0);

        // Who do I have? Events may come late, twice and in any order.
        CustomerHistory history = CustomerHistory.From(anna,
        [
            new LinkMade(CustomerEventId.From("e1"), anna, monday, Carrier.WeCom, channelCode: "package card"),
            new OrderPaid(CustomerEventId.From("e2"), anna, monday, OrderId.From("o1"), Money.Yuan(168m)),
        ]);
        bool retained = history.FactsAt(monday, shop).IsRetained;                       // bought, and still linked

        // Which ticket pays for the relationship, and does the product suit it?
        Upkeep upkeep = Upkeep.From(new UpkeepFigures { WagePerYear = Money.Yuan(72_000m), CustomersPerAdvisor = 400m });
        Money breakEven = upkeep.BreakEvenTicket(grossMargin: Ratio.Known(0.4m), ordersPerYear: 4m).Value; // 112.50 CNY
        var tea = new ProductFigures
        {
            Ticket = Money.Yuan(168m), RepurchaseRate = Ratio.Known(0.45m), LoyaltyRate = Ratio.Known(0.6m), BrandPower = Ratio.Known(0.2m),
        };
        ProductFitPolicy policy = ProductFitPolicy.Create(new ProductFitOptions { AnchorTicket = breakEven });
        ProductFitAssessment fit = policy.Assess(tea);
        string why = policy.Explain(tea)[0].ToString(Language.SimplifiedChinese);       // what costs most points, in words

        // When does winning a customer pay back? "Never" is an answer too.
        Payback payback = Payback.Of(Money.Yuan(120m), ExpectedContribution.From(Money.Yuan(23.375m), retentionRate: Ratio.Known(0.9m))).Value;
        string answer = $"{retained}, {fit}, {payback.Outcome} after {payback.Periods} periods";
        // end
        Assert.True(retained);
        Assert.Equal("112.50 CNY", breakEven.ToString());
        Assert.StartsWith("客单价", why, StringComparison.Ordinal);
        Assert.Equal("True, Excellent 85.8, PaidBack after 7 periods", answer);
    }
}
