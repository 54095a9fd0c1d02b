using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class CostsExample
{
    [Fact]
    public void Costs()
    {
        // snippet: costs
        AcquisitionCost cards = AcquisitionCost.Create(Money.Yuan(0.05m), 1000m, handling: Money.Yuan(0m), CostScope.CampaignOnly);
        ScopedCost perFollower = cards.PerFollower(50).Value;                       // 1.00 yuan, counting the campaign only

        Upkeep upkeep = Upkeep.Create(
            wagePerYear: Money.Yuan(72_000m), customersPerAdvisor: 400m,
            content: Money.Yuan(0.20m), benefits: Money.Yuan(12m), tools: Money.Yuan(3m));
        Money ticket = upkeep.BreakEvenTicket(Ratio.Known(0.40m), ordersPerYear: 4m).Value; // 122.00 yuan

        ExpectedContribution expected = ExpectedContribution.Create(Money.Yuan(23.375m), retentionRate: Ratio.Known(0.80m));
        Payback payback = Payback.Of(Money.Yuan(120m), expected).Value;             // never: the limit is 116.875 yuan
        Money ceiling = LifetimeValue.Of(expected, ValueCase.BeforeFirstPayment).Value;
        // end
        Assert.Equal(Money.Yuan(1m), perFollower.Amount);
        Assert.Equal(Money.Yuan(122m), ticket);
        Assert.Equal(PaybackOutcome.Never, payback.Outcome);
        Assert.Equal(Money.Yuan(116.875m), ceiling);
    }
}
