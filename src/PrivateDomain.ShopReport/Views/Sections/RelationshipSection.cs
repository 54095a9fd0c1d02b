using NodaTime;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>The stages, what they are measured by, and who was sold to out of order.</summary>
internal sealed class RelationshipSection(Texts texts, Charts charts, ReportOptions options) : ISection
{
    public void Print(ReportModel model, ConsoleView console) =>
        console.Part(texts.StagesTitle, model.Relationships, texts.LinksUnknown, part =>
    {
        console.Table(texts.StagesTitle, 1, StageHeader, Stages(part));
        if (!part.AreInteractionsKnown)
        {
            console.Line(texts.NoInteractions);
        }
        else if (!part.Outreach.AreTouchesKnown)
        {
            console.Line(texts.NoConversations);
        }

        console.Line(texts.OutOfOrder(part));
        console.Table(texts.MetricsTitle, 2, MetricHeader, Metrics(part));
    });

    public void Write(ReportModel model, Html html) =>
        html.Section(texts.StagesTitle, texts.StagesMeaning, model.Relationships, texts.LinksUnknown, part =>
    {
        html.Raw(charts.Funnel(part)).Folded(texts.Details, 1, StageHeader, Stages(part));
        if (!part.AreInteractionsKnown)
        {
            html.Element("p", texts.NoInteractions, "note");
        }
        else if (!part.Outreach.AreTouchesKnown)
        {
            html.Element("p", texts.NoConversations, "note");
        }

        html.Element("p", texts.OutOfOrder(part), "note");
        if (part.NeverTalked > 0)
        {
            html.Element("h3", texts.NeverTalkedTitle)
                .Table(texts.NeverTalkedTitle, 1, [texts.Customer, texts.Sales, texts.Orders], part.NeverTalkedFirst.Select(
                    static each => new Cell[]
                    {
                        Cell.Of(each.Facts.Customer), Show.Money(each.Facts.Spend), Show.Count(each.Facts.OrderCount),
                    }));
        }

        DateTimeZone zone = options.Shop.Zone;
        html.Element("h3", texts.MetricsTitle)
            .Element("p", texts.MetricsWindow(part.From.InZone(zone).Date, model.Summary.AsOf), "quiet")
            .Table(texts.MetricsTitle, 2, MetricHeader, Metrics(part));
    });

    private string[] StageHeader => [texts.Stage, texts.OnStage, texts.StageOrAbove];

    private string[] MetricHeader => [texts.Metric, texts.Stage, texts.Found, texts.OfHowMany];

    private IEnumerable<string[]> Stages(RelationshipPart part) => Enum.GetValues<RelationshipStage>().Reverse().Select(stage => new[]
    {
        texts.NameOf(stage), Show.Count(part.Stages[(int)stage]), Show.Count(part.AtLeast(stage)),
    });

    private IEnumerable<string[]> Metrics(RelationshipPart part) => part.Metrics.Select(each => new[]
    {
        texts.NameOf(each.Measure),
        texts.StageOf(each.Measure),
        each.Measure == StageMeasure.FissionMultiple && each.Ratio.IsKnown ? Show.Count(each.Ratio.Value) + " ×"
            : Show.Percent(each.Ratio, texts),
        each.Metric is { } metric ? $"{Show.Count(metric.Numerator)} / {Show.Count(metric.Denominator)}" : "–",
    });
}
