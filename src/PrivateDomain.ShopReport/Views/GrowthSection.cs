using System.Collections.Immutable;
using PrivateDomain.Core.Growth;

namespace PrivateDomain.ShopReport.Views;

/// <summary>The one page a manager reads: scale, hold or repair, and what to do first.</summary>
internal sealed class GrowthSection(Texts texts) : ISection
{
    public void Print(ReportModel model, ConsoleView console)
    {
        GrowthAssessment report = model.Growth.Report;
        console.Line(texts.Verdict(model.Growth));
        foreach (string next in Next(report))
        {
            console.Line("  – " + next);
        }

        console.Table(texts.GrowthTitle, 2, Header, Rows(report));
    }

    public void Write(ReportModel model, Html html) => html.Section(texts.GrowthTitle, () => html
        .Element("p", texts.Verdict(model.Growth), "lead")
        .List(Next(model.Growth.Report))
        .Table(2, Header, Rows(model.Growth.Report)));

    private string[] Header => [texts.GrowthLinkColumn, texts.Metric, texts.Found, texts.Wanted, texts.Standing];

    private IEnumerable<string> Next(GrowthAssessment report)
    {
        ImmutableArray<GrowthLink> measureFirst = [.. report.UnmeasuredLinks.Except(report.FailingLinks)];
        return
        [
            .. report.FailingLinks.Select(link => $"{texts.NameOf(link)}: {texts.RepairOf(link)}"),
            .. measureFirst.IsEmpty ? Array.Empty<string>() : [texts.MeasureFirst(measureFirst)],
        ];
    }

    private IEnumerable<string[]> Rows(GrowthAssessment report) => report.Readings.Select(reading => new[]
    {
        texts.NameOf(reading.Link),
        texts.NameOf(reading.Measure),
        reading.Standing == GrowthStanding.NotMeasured ? "–" : !reading.Found.IsKnown ? texts.Never
            : Figure(reading.Measure, reading.Found.Value),
        (reading.IsMost ? "≤ " : "≥ ") + Figure(reading.Measure, reading.Target),
        texts.NameOf(reading.Standing),
    });

    private string Figure(GrowthMeasure measure, decimal value) => measure == GrowthMeasure.PaybackPeriods
        ? texts.Months(value)
        : Show.Percent(PrivateDomain.Core.Ratio.From(value), texts);
}
