using PrivateDomain.Core.Research;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Value;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class CustomerValueExample
{
    [Fact]
    public void WhoIsWorthWhat()
    {
        CustomerId ann = CustomerId.From("ann"), bea = CustomerId.From("bea"), cai = CustomerId.From("cai"), dan = CustomerId.From("dan");

        // snippet: customer-value
        // Who is recent, frequent and worth much? Two scores each, by quantiles; with CustomerFacts at hand use RfmCohort.Of(facts).
        RfmCohort cohort = RfmCohort.Of(
            new Dictionary<CustomerId, RfmFigures>
            {
                [ann] = RfmFigures.Create(recencyDays: 3, frequency: 6, monetary: Money.Yuan(900m)),
                [bea] = RfmFigures.Create(recencyDays: 200, frequency: 5, monetary: Money.Yuan(700m)),
                [cai] = RfmFigures.Create(recencyDays: 10, frequency: 1, monetary: Money.Yuan(80m)),
                [dan] = RfmFigures.Create(recencyDays: 90, frequency: 1, monetary: Money.Yuan(60m)),
            },
            RfmPolicy.Create(bins: 2));
        string cell = RfmMap.EightCells(bins: 2).CellOf(cohort.Customers[1].Score.Value).Label.Chinese; // Bea: 重要保持客户
        decimal bound = cohort.Scale.Recency.Cuts[0].Bound;                                              // 2 is given up to 10 days

        // Five hours of service for eight asked: the two best customers come first.
        KeyCustomers key = KeyCustomers.Best(cohort.Customers.Select(c => CustomerValue.Of(c.Customer, c.Figures.Monetary.Amount)), count: 2);
        ServiceAllocation hours = key.Allocate(5m, [ServiceRequest.Of(cai, 2m), ServiceRequest.Of(bea, 4m), ServiceRequest.Of(ann, 2m)]);
        decimal keyShort = hours.KeyShort; // Bea misses 1 hour, Cai gets none

        // What do repeat buyers have in common?
        PersonaFinding school = PersonaPolicy.Default.Find("children_at_school", repeatHaving: 95, repeatAsked: 100, othersHaving: 40, othersAsked: 100);
        Ratio lift = school.Lift;                                                // 2.375 times as frequent, no warning
        Decision grouping = ResearchPolicy.Default.Decide(ResearchPlan.None);    // denied: nobody was asked
        // end
        Assert.Equal("重要保持客户", cell);
        Assert.Equal(10m, bound);
        Assert.Equal(1m, keyShort);
        Assert.Equal([0m, 1m, 2m], hours.Shares.Select(static s => s.Shortfall));
        Assert.Equal(Ratio.Known(2.375m), lift);
        Assert.Empty(school.Warnings);
        Assert.True(grouping.Has(PersonaReasons.NoResearch));
    }
}
