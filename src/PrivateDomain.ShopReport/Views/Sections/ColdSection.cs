namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>Who grows cold next week if nothing happens.</summary>
internal sealed class ColdSection(Texts texts, ReportOptions options) : ISection
{
    private const int ShownAtFirst = 8;

    public void Print(ReportModel model, ConsoleView console)
    {
        if (model.Cold is { } part)
        {
            console.Line(Sentence(part));
            if (!part.List.IsEmpty)
            {
                console.Table(
                    texts.ColdWord, 4, [texts.Customer, texts.FallsOn, texts.StageNow, texts.StageThen],
                    part.List.Take(ShownAtFirst).Select(each => new[]
                    {
                        each.Customer.Facts.Customer.Text, Day(each), texts.NameOf(each.Customer.Stage), texts.NameOf(each.To),
                    }));
            }

            if (!part.Segments.IsEmpty)
            {
                console.Table(texts.SegmentsNextWeek, 1, SegmentHeader, SegmentRows(part));
            }
        }
    }

    public void Write(ReportModel model, Html html) =>
        html.Section(texts.ColdWord, texts.ColdMeaning, model.Cold, texts.LinksUnknown, part =>
        {
            html.Element("p", Sentence(part));
            if (!part.List.IsEmpty)
            {
                html.List(
                    texts.ColdWord, 4, [texts.Customer, texts.FallsOn, texts.StageNow, texts.StageThen, texts.SpentColumn],
                    part.List.Select(each => new Cell[]
                    {
                        Cell.Of(each.Customer.Facts.Customer), Day(each), texts.NameOf(each.Customer.Stage), texts.NameOf(each.To),
                        Show.Money(each.Customer.Facts.Spend),
                    }),
                    ShownAtFirst, 2);
            }

            if (!part.Segments.IsEmpty)
            {
                html.Element("h3", texts.SegmentsNextWeek).Table(texts.SegmentsNextWeek, 1, SegmentHeader, SegmentRows(part));
            }
        });

    private string Sentence(ColdPart part) => part.Customers == 0 ? texts.NobodyGrowsCold : texts.GrowCold(part);

    private string Day(GrowsCold each) => Show.Date(each.At.InZone(options.Shop.Zone).Date);

    private string[] SegmentHeader => [texts.SegmentColumn, texts.InItNow, texts.Entering, texts.Leaving, texts.InAWeek];

    private static IEnumerable<string[]> SegmentRows(ColdPart part) => part.Segments.Select(static flow => new[]
    {
        flow.Segment, Show.Count(flow.Now), Show.Count(flow.Enters.Length), Show.Count(flow.Leaves.Length), Show.Count(flow.Then),
    });
}
