using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class RelationshipsExample
{
    [Fact]
    public void Relationships()
    {
        // snippet: relationships
        Shop shop = new(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
        CustomerId li = CustomerId.From("li");
        Instant day = Instant.FromUtc(2024, 5, 1, 4, 0);
        CustomerHistory history = CustomerHistory.From(li,
        [
            new LinkMade(CustomerEventId.From("1"), li, day, Carrier.WeCom),
            new OrderPaid(CustomerEventId.From("2"), li, day + Duration.FromDays(3), OrderId.From("A1"), Money.Yuan(268)),
        ]);
        Instant now = day + Duration.FromDays(10);

        StageEvidence evidence = StageEvidence.From(history.FactsAt(now, shop));
        StageJourney journey = StageJourney.Replay(LadderPolicy.Default, history, now, shop);
        StageExplanation answer = LadderPolicy.Default.Explain(evidence, journey);

        RelationshipStage stage = answer.Assessment.Stage;   // Acquaintance, since the day of the link
        string missing = answer.Missing[0].ToString();       // The customer has taken part 0 times; at least 1 is needed.
        bool bought = answer.Assessment.IsOutOfOrder;        // true: a buyer nobody ever talked to
        Score trust = TrustPolicy.Default.Assess(evidence);  // 16.6 of 100

        AdvisorStaffing staffing = AdvisorPolicy.Default.Staff(customers: 1_200, advisors: 2);
        int shortage = staffing.Shortage;                    // 1 more advisor, 500 customers each at the most
        // end
        Assert.Equal(RelationshipStage.Acquaintance, stage);
        Assert.Equal(day, answer.Assessment.Since);
        Assert.Equal("The customer has taken part 0 times; at least 1 is needed.", missing);
        Assert.True(bought);
        Assert.Equal("16.6", trust.ToString());
        Assert.Equal(1, shortage);
    }
}
