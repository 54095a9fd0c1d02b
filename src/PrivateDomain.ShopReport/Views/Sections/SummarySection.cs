namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>The shop at a glance, and beside each figure what reading left out of it.</summary>
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

    public void Write(ReportModel model, Html html) => html.Section(
        texts.SummaryTitle,
        () =>
        {
            SummaryPart part = model.Summary;
            html.Raw("<div class=\"tiles\">\n")
                .Tile(texts.Sales, Show.Money(part.Sales), null, texts.SalesMeaning, texts.Lost(model.Reading))
                .Tile(OrdersOf(part), Show.Count(part.Orders), null, texts.OrdersMeaning, texts.LeftOut(model.Reading))
                .Tile(
                    texts.Customers, Show.Count(part.Customers), null, texts.CustomersTip,
                    part.OrdersOfNobody > 0 ? [$"{texts.WithoutCustomer}: {texts.OfNobody(part)}"] : [])
                .Tile(
                    texts.RepeatCustomers, Show.Percent(part.RepeatShare, texts), texts.RepeatNote(part.RepeatCustomers),
                    texts.RepeatMeaning)
                .Tile(texts.AverageTicket, Show.Money(part.AverageTicket, texts.Language), null, texts.TicketMeaning)
                .Raw("</div>\n");
            if (!model.Reading.Warnings.IsEmpty)
            {
                html.Raw("<div class=\"note\">").List(model.Reading.Warnings.Select(each => each.In(texts.Language))).Raw("</div>\n");
            }

            html.Raw("<details>").Element("summary", texts.HowFilesWereRead)
                .List(model.Reading.Detected.Select(each => each.In(texts.Language)))
                .Raw("</details>\n");
        },
        "full");

    private string OrdersOf(SummaryPart part) => part.JoinedDays ? texts.PurchaseDays : texts.Orders;
}
