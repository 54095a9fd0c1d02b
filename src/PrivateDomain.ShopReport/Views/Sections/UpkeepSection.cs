namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>What a customer costs a year, and the ticket that pays for it.</summary>
internal sealed class UpkeepSection(Texts texts) : ISection
{
    public void Print(ReportModel model, ConsoleView console) =>
        console.Part(texts.UpkeepTitle, model.Upkeep, texts.NoCosts, part => console.Table(
        texts.UpkeepTitle,
        1,
        [texts.PerYear, ""],
        [.. Rows(part), [texts.BreakEvenTicket, Show.Money(part.BreakEvenTicket, texts.Language)]]));

    public void Write(ReportModel model, Html html) => html.Section(texts.UpkeepTitle, null, model.Upkeep, texts.NoCosts, part => html
        .Raw("<div class=\"tiles\">")
        .Tile(texts.BreakEvenTicket, Show.Money(part.BreakEvenTicket, texts.Language))
        .Tile(texts.AverageTicket, Show.Money(model.Summary.AverageTicket, texts.Language))
        .Raw("</div>\n")
        .Element("p", texts.UpkeepInputs(part), "quiet")
        .Table(texts.UpkeepTitle, 1, [texts.PerYear, ""], Rows(part)));

    private IEnumerable<string[]> Rows(UpkeepPart part) =>
    [
        .. part.Parts.Select(each => new[] { each.Name.In(texts.Language), Show.Money(each.Amount) }),
        [texts.Total, Show.Money(part.Total)],
    ];
}
