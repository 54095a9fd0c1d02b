using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using static PrivateDomain.Core.Tests.Relationships.Some;

namespace PrivateDomain.Core.Tests.Relationships;

public sealed class AllocationTests
{
    [Fact]
    public void StageAndTrust_AllocateNothing()
    {
        CustomerFacts[] facts = [.. Enumerable.Range(0, 64).Select(static n => History(
            id => new LinkMade(id, Customer, Days(200), Carrier.WeCom),
            id => new MessageReceived(id, Customer, Days(n)),
            id => new TouchSent(id, Customer, Days(n), TouchKind.ServiceReply),
            id => new OrderPaid(id, Customer, Days(n + 3), OrderId.From("o1"), Money.Yuan(99))).FactsAt(Now, TestShop))];
        StageJourney journey =
            StageJourney.Replay(LadderPolicy.Default, History(static id => new LinkMade(id, Customer, Days(200), Carrier.WeCom)), Now,
            TestShop).Value;

        double sum = 0;
        Assert.Equal(0, Allocations.Of(() => sum += Run(1_000)));
        Assert.True(sum > 0);

        double Run(int customers)
        {
            double total = 0;
            for (int n = 0; n < customers; n++)
            {
                RelationshipFacts evidence = RelationshipFacts.From(facts[n % facts.Length]);
                total += (int)LadderPolicy.Default.Assess(evidence, journey).Stage!.Value + TrustPolicy.Default.Assess(evidence)
                    .Trust!.Value.Value;
            }

            return total;
        }
    }
}
