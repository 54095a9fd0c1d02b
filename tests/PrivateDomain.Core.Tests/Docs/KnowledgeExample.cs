using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Knowledge;

namespace PrivateDomain.Core.Tests.Docs;

[Text]
public sealed class KnowledgeExample
{
    [Fact]
    public void Knowledge()
    {
        var shop = new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
        Instant now = Instant.FromUtc(2026, 6, 30, 4, 0);
        CustomerId anna = CustomerId.From("anna");
        CustomerHistory history = CustomerHistory.From(anna,
        [
            new OrderPaid(
                CustomerEventId.From("1"), anna, now - Duration.FromDays(40), OrderId.From("o1"), Money.Yuan(129m),
                [new OrderLine(ProductId.From("d1"), 1m, Money.Yuan(129m))]),
            new FactNoted(CustomerEventId.From("2"), anna, now - Duration.FromDays(3), "household", "a daughter of two"),
        ]);

        // snippet: knowledge
        NeedPolicy needs = NeedPolicy.Create(new NeedOptions
        {
            Groups = [new NeedGroup { Name = "diapers", Products = [ProductId.From("d1")], CycleDays = 30 }],
        });
        CustomerFacts facts = history.FactsAt(now, shop);
        NeedAssessment need = needs.Assess(facts, "diapers");                 // shown: bought 40 days ago, needed again after 30
        string why = need.Reasons[0].ToString();
        ProfileAssessment profile = ProfilePolicy.Default.Assess(facts);
        string ask = profile.Ask!.Label.Chinese;                              // 喜欢的品牌: the first topic not known
        // end
        Assert.Equal(NeedState.Shown, need.State);
        Assert.Equal("Bought on 2026-05-21, and needed again since 2026-06-20.", why);
        Assert.Equal(("喜欢的品牌", Ratio.From(1, 6)), (ask, profile.Depth));
    }
}
