// snippet: readme
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Products;

var shop = new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
var anna = CustomerId.From("anna");
Instant monday = Instant.FromUtc(2026, 3, 2, 3, 0);

// Who do I have? Events may come late, twice and in any order.
CustomerHistory history = CustomerHistory.From(anna,
[
    new LinkMade(CustomerEventId.From("e1"), anna, monday, Carrier.WeCom, channelCode: "package card"),
    new OrderPaid(CustomerEventId.From("e2"), anna, monday, OrderId.From("o1"), Money.Yuan(168m)),
]);
CustomerFacts facts = history.FactsAt(monday, shop);
Console.WriteLine($"Bought and still linked: {facts.IsRetained}");

// Which ticket pays for the relationship, and does the product suit it?
Upkeep upkeep = Upkeep.From(new UpkeepFigures { WagePerYear = Money.Yuan(72_000m), CustomersPerAdvisor = 400m });
if (upkeep.BreakEvenTicket(grossMargin: Ratio.From(0.4m), ordersPerYear: 4m).TryGet(out Money breakEven))
{
    var tea = new ProductFigures
    {
        Ticket = Money.Yuan(168m),
        RepurchaseRate = Ratio.From(0.45m),
        LoyaltyRate = Ratio.From(0.6m),
        BrandPower = Ratio.From(0.2m),
    };
    ProductFitPolicy policy = ProductFitPolicy.Create(new ProductFitOptions { AnchorTicket = breakEven });
    Console.WriteLine($"Tickets of {breakEven} and more pay. Tea: {policy.Assess(tea)}");
    Console.WriteLine(policy.Explain(tea)[0].ToString(Language.English));        // what costs most points, in words
}

// When does winning a customer pay back? "Never" is an answer too, and so is "it cannot be said", with the reasons.
ExpectedContribution contribution = ExpectedContribution.From(Money.Yuan(23.375m), retentionRate: Ratio.From(0.9m));
Answer<Payback> payback = Payback.Of(Money.Yuan(120m), contribution);
Console.WriteLine(payback.TryGet(out Payback? found) ? $"{found.Outcome.Name()} after {found.Periods} periods" : $"{payback.Reasons[0]}");
// end
