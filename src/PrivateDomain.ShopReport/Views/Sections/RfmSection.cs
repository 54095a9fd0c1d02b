using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>Recency and frequency as a heat map, the named cells, and the key customers.</summary>
internal sealed class RfmSection(Texts texts, Charts charts) : ISection
{
    private const int KeyShown = 10;

    public void Print(ReportModel model, ConsoleView console) => console.Part(texts.RfmTitle, model.Rfm, texts.NoBuyers, part =>
    {
        console.Table(texts.RfmTitle, 1, CellHeader, Cells(part));
        console.Table(texts.KeyTitle(part.Key.Ranked.Length), 1, KeyHeader, Key(part));
    });

    public void Write(ReportModel model, Html html) =>
        html.Section(texts.RfmTitle, texts.RfmMeaning, model.Rfm, texts.NoBuyers, part => html
        .Raw(charts.HeatMap(part))
        .Table(texts.RfmTitle, 1, CellHeader, Cells(part))
        .List(Notes(part))
        .Element("h3", texts.KeyTitle(part.Key.Ranked.Length))
        .Table(
            texts.KeyTitle(part.Key.Ranked.Length), 1, KeyHeader,
            Key(part).Select(static row => new[] { Cell.Of(CustomerId.From(row[0])), row[1] })));

    private IEnumerable<string> Notes(RfmPart part) =>
        new[] { part.Cohort.Scale.Recency, part.Cohort.Scale.Frequency, part.Cohort.Scale.Monetary }.SelectMany(static axis => axis.Notes)
            .Concat(part.Key.Notes).Select(note => note.ToString(texts.Language)).Distinct();

    private string[] CellHeader => [texts.Cell, texts.Customers, texts.Share, texts.Sales];

    private string[] KeyHeader => [texts.Customer, texts.Sales];

    private IEnumerable<string[]> Cells(RfmPart part) => part.Cells.Where(static cell => cell.Count > 0).Select(cell => new[]
    {
        cell.Cell.Label.In(texts.Language), Show.Count(cell.Count), Show.Percent(cell.Share, texts), Show.Money(cell.Monetary),
    });

    private static IEnumerable<string[]> Key(RfmPart part) => part.Key.Ranked.Take(KeyShown)
        .Select(each => new[] { each.Customer.Text, Show.Money(PrivateDomain.Core.Money.From(each.Value, part.Cohort.Scale.Currency)) });
}
