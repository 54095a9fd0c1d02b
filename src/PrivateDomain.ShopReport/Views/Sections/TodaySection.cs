namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>Whom to write to today, why, and about what.</summary>
internal sealed class TodaySection(Texts texts, ReportOptions options) : ISection
{
    private const int ShownAtFirst = 8;
    private const int ShownOnConsole = 8;

    public void Print(ReportModel model, ConsoleView console)
    {
        if (model.Today is { List.IsEmpty: false } part)
        {
            console.Line(texts.TodayMeaning(part, part.At.InZone(options.Shop.Zone)));
            console.Line(Groups(part));
            console.Table(
                texts.TodayTitle(part), 9, [texts.Customer, texts.WhyColumn, texts.AboutColumn, texts.SendColumn],
                part.List.Take(ShownOnConsole).Select(each => new[]
                {
                    each.Customer.Facts.Customer.Text, texts.Why(each), texts.About(each), texts.NameOf(each.Kind),
                }));
        }
    }

    public void Write(ReportModel model, Html html) => html.Section(
        model.Today is { List.IsEmpty: false } known ? texts.TodayTitle(known) : texts.TodayWord, null, model.Today, texts.LinksUnknown,
        part =>
        {
            if (part.List.IsEmpty)
            {
                html.Element("p", texts.NobodyToday, "note");
                return;
            }

            html.Element("p", texts.TodayMeaning(part, part.At.InZone(options.Shop.Zone)), "quiet").Element("p", Groups(part));
            html.List(
                texts.TodayWord, 5,
                [texts.Customer, texts.Reason, texts.WhyColumn, texts.AboutColumn, texts.SendColumn, texts.SpentColumn],
                part.List.Select(each => new Cell[]
                {
                    Cell.Of(each.Customer.Facts.Customer),
                    new(texts.NameOf(each.Reason)) { Chips = [texts.NameOf(each.Reason)] },
                    new(texts.Why(each)) { Sort = Show.Date(each.On) },
                    texts.About(each),
                    texts.NameOf(each.Kind),
                    Show.Money(each.Customer.Facts.Spend),
                }),
                ShownAtFirst, 1, 4);
        },
        "full");

    private string Groups(TodayPart part) =>
        string.Join(" · ", part.Groups.Select(each => $"{texts.NameOf(each.Reason)} {Show.Count(each.Customers)}"));
}
