using PrivateDomain.Core.Value;

namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>How the change in sales between two periods comes about (从 10 元到 20 元).</summary>
internal sealed class SpendSection(Texts texts) : ISection
{
    public void Print(ReportModel model, ConsoleView console) =>
        console.Part(texts.SpendTitle, model.Spend, texts.SpendTooShort, part =>
        {
            console.Line($"{texts.SpendTitle}: {texts.SpendHeadline(part)}");
            console.Table(texts.SpendTitle, 1, Header, Rows(part));
        });

    public void Write(ReportModel model, Html html) =>
        html.Section(texts.SpendTitle, texts.SpendMeaning, model.Spend, texts.SpendTooShort, part => html
            .Element("p", texts.SpendHeadline(part))
            .Table(texts.SpendTitle, 1, Header, Rows(part)));

    private string[] Header => [texts.ChangeOfSpend, texts.Buyers, texts.Before, texts.After, texts.Difference];

    private IEnumerable<string[]> Rows(SpendPart part) => part.Growth.Parts.Select(each => new[]
    {
        each.Change.Name().In(texts.Language),
        Show.Count(each.Customers),
        Show.Money(each.First),
        Show.Money(each.Second),
        Show.Money(each.Difference),
    });
}
