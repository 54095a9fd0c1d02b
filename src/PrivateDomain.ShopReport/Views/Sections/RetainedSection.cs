namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>Retained volume (留量).</summary>
internal sealed class RetainedSection(Texts texts, Charts charts) : ISection
{
    public void Print(ReportModel model, ConsoleView console) =>
        console.Part(texts.RetainedTitle, model.Retained, texts.LinksUnknown, part =>
    {
        console.Table(texts.RetainedTitle, 1, ["", ""], Rows(part));
        if (part.IsAssumed)
        {
            console.Line(texts.LinksAssumed);
        }
    });

    public void Write(ReportModel model, Html html) =>
        html.Section(texts.RetainedTitle, texts.RetainedMeaning, model.Retained, texts.LinksUnknown, part =>
    {
        html.Element("p", Show.Percent(part.Share, texts), "big").Raw(charts.Share(part))
            .Table(texts.RetainedTitle, 1, ["", ""], Rows(part));
        if (part.IsAssumed)
        {
            html.Element("p", texts.LinksAssumed, "note");
        }
    });

    private IEnumerable<string[]> Rows(RetainedPart part) =>
    [
        [texts.Flow, Show.Count(part.Flow)],
        [texts.Buyers, Show.Count(part.Buyers)],
        [texts.Linked, Show.Count(part.Linked)],
        [texts.RetainedCustomers, Show.Count(part.Retained)],
        [texts.Ineffective, Show.Count(part.Ineffective)],
        [texts.RetainedRatio, Show.Percent(part.Share, texts)],
    ];
}
