using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Customers.Forms;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

[Text]
public sealed class CustomersExample
{
    [Fact]
    public void Customers()
    {
        // snippet: customers
        var shop = new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
        CustomerId li = CustomerId.From("李四");
        Instant may1 = Instant.FromUtc(2026, 5, 1, 4, 0);
        Instant may9 = Instant.FromUtc(2026, 5, 9, 4, 0);

        CustomerHistory web = CustomerHistory.From(li, [
            new LinkMade(CustomerEventId.From("e1"), li, may1, Carrier.WeCom, channelCode: "门店扫码"),
            new OrderPaid(CustomerEventId.From("e2"), li, may1, OrderId.From("o1"), Money.Yuan(128m)),
        ]);
        CustomerHistory till = CustomerHistory.From(li, [
            new OrderPaid(CustomerEventId.From("e2"), li, may1, OrderId.From("o1"), Money.Yuan(128m)),   // delivered twice: counts once
            new OrderRefunded(CustomerEventId.From("e3"), li, may9, OrderId.From("o1"), Money.Yuan(28m)),
        ]);

        CustomerFacts facts = web.Union(till).FactsAt(may9, shop);
        Money spend = facts.Spend;                                      // 100.00 CNY
        int ordersThisWeek = facts.OrderCountIn(TimeWindow.LastDays(7)); // 0: the order was eight days ago
        bool retained = facts.IsRetained;                               // true: bought, and still linked
        byte[] json = CustomerJson.Write(web.Union(till));
        // end
        Assert.Equal(Money.Yuan(100m), spend);
        Assert.Equal(0, ordersThisWeek);
        Assert.True(retained);
        Assert.Equal(web.Union(till), CustomerJson.ReadHistory(json));
    }
}
