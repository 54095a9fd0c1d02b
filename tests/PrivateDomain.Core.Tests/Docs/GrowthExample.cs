using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Growth;

namespace PrivateDomain.Core.Tests.Docs;

[Text]
public sealed class GrowthExample
{
    [Fact]
    public void Growth()
    {
        // snippet: growth
        ExpectedContribution expected = ExpectedContribution.From(Money.Yuan(23.375m), retentionRate: Ratio.From(0.9m));
        GrowthAssessment assessment = GrowthPolicy.Default.Assess(new GrowthFigures
        {
            RetainedCustomers = 300,
            Payback = Payback.Of(Money.Yuan(120m), expected),                           // 7 periods
            LifetimeValue = Money.Yuan(182m),
            ReceptionRate = Ratio.From(0.9m),
            AverageTicket = Money.Yuan(130m),
            BreakEvenTicket = Money.Yuan(122m),       // 107 % of what pays the upkeep
            Parts =
            [
                new(GrowthMeasure.AcquisitionShare, "Douyin videos", 9_000m, 35m),      // spent, customers retained
                new(GrowthMeasure.AcquisitionShare, "Package cards", 3_380m, 138m),
            ],
        });
        GrowthLink weakest = assessment.FailingLinks[0];                                // acquisition: 39 % of 33 %
        string why = assessment.Reasons[0].ToString(Language.SimplifiedChinese);
        string act = assessment.Act!.Reason.ToString();                                 // without the videos 13.5 %
        // end
        Assert.Equal((GrowthVerdict.Repair, GrowthLink.Acquisition), (assessment.Verdict, weakest));
        Assert.Equal("引流环节：获客成本占客户终身价值的 39 %，上限为 33 %。", why);
        Assert.Equal(
            "Douyin videos: 9,000 of 12,380 spent, 257 a retained customer against a lifetime value of 182; without it 13.5 %.", act);
    }
}
