using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Growth;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class GrowthExample
{
    [Fact]
    public void Growth()
    {
        // snippet: growth
        ExpectedContribution expected = ExpectedContribution.From(Money.Yuan(23.375m), retentionRate: Ratio.Known(0.9m));
        GrowthMetrics metrics = GrowthMetrics.Read(
            payback: Payback.Of(Money.Yuan(120m), expected),                            // 7 periods
            receptionRate: Ratio.Known(0.6m),
            averageTicket: Money.Yuan(110m), breakEvenTicket: Money.Yuan(122m));        // 90 % of what pays the upkeep
        GrowthReport report = GrowthPolicy.Default.Judge(metrics, GrowthPolicy.Default.PhaseOf(retainedCustomers: 300));
        GrowthLink weakest = report.FailingLinks[0];                                    // reception: 60 % of 80 %
        string why = report.Reasons[0].ToString(Language.SimplifiedChinese);
        // end
        Assert.Equal((GrowthVerdict.Repair, GrowthLink.Reception), (report.Verdict, weakest));
        Assert.Equal("承接环节：承接率为 60 %，至少需要 80 %。", why);
    }
}
