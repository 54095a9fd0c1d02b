using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Tests.Docs;

[Text]
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

        RelationshipFacts facts = RelationshipFacts.From(history.FactsAt(now, shop));
        StageExplanation answer = LadderPolicy.Default.Explain(facts);
        RelationshipStage? stage = answer.Assessment.Stage;   // Acquaintance; null where folded events would decide
        bool? bought = answer.Assessment.IsOutOfOrder;        // true: a buyer nobody ever talked to
        string missing = answer.Missing[0].ToString();        // The customer has interacted 0 times; at least 1 is needed.
        Score? trust = TrustPolicy.Default.Assess(facts).Trust;  // 16.6 of 100

        bool isTold = StageJourney.Replay(LadderPolicy.Default, history, now, shop).TryGet(out StageJourney? journey);
        Instant? since = isTold ? journey!.Since : null;      // the day of the link

        AdvisorAssessment staff = AdvisorPolicy.Default.Assess(customers: 1_200, advisors: 2);
        int shortage = staff.Shortage;                        // 1 more advisor, 500 customers each at the most
        // end
        Assert.Equal(RelationshipStage.Acquaintance, stage);
        Assert.Equal(day, since);
        Assert.Equal("The customer has interacted 0 times; at least 1 is needed.", missing);
        Assert.True(bought);
        Assert.Equal("16.6", trust!.Value.ToString());
        Assert.Equal(1, shortage);
    }
}
