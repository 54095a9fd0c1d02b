using PrivateDomain.Core.Research;
using PrivateDomain.Core.Value;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class CustomerValueExample
{
    [Fact]
    public void WhoIsWorthWhat()
    {
        CustomerId ann = CustomerId.From("ann"), bea = CustomerId.From("bea"), cai = CustomerId.From("cai"), dan = CustomerId.From("dan");

        // snippet: customer-value
        // Who is recent, frequent and worth much? Two scores each, by quantiles; with CustomerFacts at hand, Measure(facts).
        RfmPolicy two = RfmPolicy.Create(RfmPolicy.Default.Options with { Bins = 2 });
        RfmCohort cohort = two.Measure(new Dictionary<CustomerId, RfmFigures>
        {
            [ann] = new(recencyDays: 3, frequency: 6, monetary: Money.Yuan(900m)),
            [bea] = new(recencyDays: 200, frequency: 5, monetary: Money.Yuan(700m)),
            [cai] = new(recencyDays: 10, frequency: 1, monetary: Money.Yuan(80m)),
            [dan] = new(recencyDays: 90, frequency: 1, monetary: Money.Yuan(60m)),
        });
        string cell = cohort[1].Score.TryGet(out RfmScore score)
            ? RfmMap.EightCells(bins: 2).CellOf(score).Label.Chinese
            : ""; // Bea: 重要保持客户
        decimal? bound = cohort.Scale.Recency.Bounds[0]; // 2 is given up to 10 days

        // Five hours of service for eight asked: the two best customers come first. Unless said otherwise, at most a fifth of the buyers is
        // key.
        KeyCustomerPolicy half = KeyCustomerPolicy.Create(KeyCustomerPolicy.Default.Options with { ShareMax = 0.5m });
        KeyCustomers key = half.Select(cohort.Select(c => new CustomerValue(c.Customer, c.Figures.Monetary.Amount)));
        ServiceAllocation hours = key.Allocate(5m, [new ServiceRequest(cai, 2m), new ServiceRequest(bea, 4m), new ServiceRequest(ann, 2m)]);
        decimal keyShort = hours.KeyShort; // Bea misses 1 hour, Cai gets none

        // What do repeat buyers have in common?
        BuyerTraitFinding school = BuyerTraitPolicy.Default.Assess(
            "children_at_school", repeatHaving: 95, repeatAsked: 100, othersHaving: 40, othersAsked: 100);
        Ratio lift = school.Lift;                             // 2.375 times as frequent, no warning
        Decision grouping = ResearchPolicy.Default.Decide();  // denied: nobody was asked
        // end
        Assert.Equal("重要保持客户", cell);
        Assert.Equal(10m, bound);
        Assert.Equal(1m, keyShort);
        Assert.Equal([0m, 1m, 2m], hours.Shares.Select(static s => s.Shortfall));
        Assert.Equal(Ratio.From(2.375m), lift);
        Assert.Empty(school.Warnings);
        Assert.True(grouping.Has(ResearchReasons.NoResearch));
    }
}
