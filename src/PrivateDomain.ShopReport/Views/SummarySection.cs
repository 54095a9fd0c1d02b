namespace PrivateDomain.ShopReport.Views;

/// <summary>The shop at a glance.</summary>
internal sealed class SummarySection(Texts texts) : ISection
{
    public void Print(ReportModel model, ConsoleView console)
    {
        SummaryPart part = model.Summary;
        console.Table("", 1, ["", ""],
        [
            [texts.Customers, Show.Count(part.Customers)],
            [OrdersOf(part), Show.Count(part.Orders)],
            [texts.RepeatCustomers, $"{Show.Count(part.RepeatCustomers)} ({Show.Percent(part.RepeatShare, texts)})"],
            [texts.Sales, Show.Money(part.Sales)],
            .. part.OrdersOfNobody > 0 ? [[texts.WithoutCustomer, texts.OfNobody(part)]] : Array.Empty<string[]>(),
            [texts.AverageTicket, Show.Money(part.AverageTicket, texts.Language)],
        ]);
        console.ShowReading(model.Reading);
    }

    public void Write(ReportModel model, Html html)
    {
        SummaryPart part = model.Summary;
        html.Raw("<section class=\"tiles\">\n")
            .Tile(texts.Customers, Show.Count(part.Customers))
            .Tile(OrdersOf(part), Show.Count(part.Orders))
            .Tile(texts.RepeatCustomers, Show.Percent(part.RepeatShare, texts), Show.Count(part.RepeatCustomers))
            .Tile(texts.AverageTicket, Show.Money(part.AverageTicket, texts.Language), $"{texts.Sales} {Show.Money(part.Sales)}")
            .Raw("</section>\n");
        string[] notes =
        [
            .. part.OrdersOfNobody > 0 ? [$"{texts.WithoutCustomer}: {texts.OfNobody(part)}"] : Array.Empty<string>(),
            .. texts.Notes(model.Reading),
        ];
        if (notes.Length > 0)
        {
            html.Raw("<div class=\"note\">").List(notes).Raw("</div>\n");
        }

        html.Raw("<details>").Element("summary", texts.HowFilesWereRead).List(
            model.Reading.Detected.Select(each => each.In(texts.Language)))
            .Raw("</details>\n");
    }

    private string OrdersOf(SummaryPart part) => part.JoinedDays ? texts.PurchaseDays : texts.Orders;
}
