namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>Lifetime value in its three cases; nothing where it is not known.</summary>
internal sealed class ValuesSection(Texts texts) : ISection
{
    public void Print(ReportModel model, ConsoleView console)
    {
        if (!model.Values.IsEmpty)
        {
            console.Table(texts.ValueTitle, 2, Header, Rows(model));
        }
    }

    public void Write(ReportModel model, Html html)
    {
        if (!model.Values.IsEmpty)
        {
            html.Section(texts.ValueTitle, () => html.Table(texts.ValueTitle, 2, Header, Rows(model)));
        }
    }

    private string[] Header => [texts.ValueCase, texts.Meaning, texts.Value];

    private IEnumerable<string[]> Rows(ReportModel model) =>
        model.Values.Select(each =>
            new[] { each.Name.In(texts.Language), each.Meaning.In(texts.Language), Show.Money(each.Value, texts.Language) });
}
