using NodaTime;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Analysis;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class RuleAnalysisExample
{
    [Fact]
    public void RuleAnalysisOfAChange()
    {
        // snippet: rule-analysis
        var shop = new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
        var analysis = RuleAnalysis.From(shop, new LocalDate(2026, 3, 2));

        RuleAssessment sleeping = analysis.Assess(Facts.Linked.IsYes() & Facts.Orders.EqualTo(0) & Facts.LastOrder.WithinDays(30));
        // sleeping.Reach is RuleReach.Never; sleeping.Contradiction is the last two parts

        RuleDifference change = analysis.Explain(
            before: Facts.Orders.AtLeast(2) & Facts.LastOrder.WithinDays(90),
            after: Facts.Orders.AtLeast(3) & Facts.LastOrder.WithinDays(90));
        string said = change.Sentence.English;
        // "Comes in: nobody; goes out: orders is exactly 2 and bought in the last 90 days."
        bool isSo = change.GoesOut!.Matches(change.GoingOut!.Values); // a customer with a history, who goes out
        // end
        Assert.Equal(RuleReach.Never, sleeping.Reach);
        Assert.Equal(2, sleeping.Contradiction.Length);
        Assert.Equal("Comes in: nobody; goes out: orders is exactly 2 and bought in the last 90 days.", said);
        Assert.True(isSo);
    }
}
