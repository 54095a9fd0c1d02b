using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

[Text]
public sealed class CostsExample
{
    [Fact]
    public void Costs()
    {
        // snippet: costs
        AcquisitionCost cards = AcquisitionCost.From(Money.Yuan(0.05m), 1000m, handling: Money.Yuan(0m), CostScope.CampaignOnly);
        string perFollower = cards.PerFollower(50).TryGet(out ScopedCost each)
            ? $"{each.Amount}, {each.Label.English}"                                // 1.00 CNY, campaign only
            : "nobody was gained";

        Upkeep upkeep = Upkeep.From(new UpkeepFigures
        {
            WagePerYear = Money.Yuan(72_000m),
            CustomersPerAdvisor = 400m,
            Content = Money.Yuan(0.20m),
            Benefits = Money.Yuan(12m),
            Tools = Money.Yuan(3m),
        });
        Answer<Money> ticket = upkeep.BreakEvenTicket(Ratio.From(0.40m), ordersPerYear: 4m); // 122.00 yuan

        ExpectedContribution expected = ExpectedContribution.From(Money.Yuan(23.375m), retentionRate: Ratio.From(0.80m));
        Answer<Payback> payback = Payback.Of(Money.Yuan(120m), expected);           // never: the limit is 116.875 yuan
        Answer<Money> ceiling = LifetimeValue.Of(expected, ValueCase.BeforeFirstPayment);
        // end
        Assert.Equal("1.00 CNY, campaign only", perFollower);
        Assert.Equal(Money.Yuan(122m), ticket.Value);
        Assert.Equal(PaybackOutcome.Never, payback.Value.Outcome);
        Assert.Equal(Money.Yuan(116.875m), ceiling.Value);
    }
}
