using NodaTime;

namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>The customers as a list to sort and filter; each opens the customer's page.</summary>
internal sealed class CustomersSection(Texts texts, ReportOptions options) : ISection
{
    private const int ShownAtFirst = 12;

    public void Print(ReportModel model, ConsoleView console)
    {
        // On a console the lists of the other sections name enough of them.
    }

    public void Write(ReportModel model, Html html) => html.Section(
        texts.CustomersTitle, null, model.Customers, texts.LinksUnknown,
        part => html
            .Element("p", texts.CustomersMeaning(part), "quiet")
            .Element("p", texts.OnPaper, "quiet paper")
            .List(
                texts.CustomersTitle, 4,
                [
                    texts.Customer, texts.Stage, texts.PromotionColumn, texts.SegmentsTitle, texts.Orders, texts.SpentColumn,
                    texts.LastOrderColumn,
                ],
                part.List.Select(Row), ShownAtFirst, 1, 2, 3),
        "full");

    private Cell[] Row(CustomerPart each)
    {
        DateTimeZone zone = options.Shop.Zone;
        var promotion = each.Answers[0].Decision;
        return
        [
            Cell.Of(each.Facts.Customer),
            new(each.Stage.Assessment.Stage is { } stage ? texts.NameOf(stage) : texts.Undecidable)
            {
                Sort = Show.Count((int)each.Stage.Assessment.Stage.GetValueOrDefault()),
            },
            new(texts.ShortAnswerOf(promotion.Outcome))
            {
                Mark = Style.ClassOf(promotion.Outcome),
                Note = promotion.Until is { } until ? texts.LaterFrom(Texts.FirstMinute(until, zone))
                    : promotion.IsAllowed ? null
                    : texts.Short(promotion.Reasons[0].Definition),
            },
            new("")
            {
                Chips = [.. each.Segments.Where(static segment => segment.Why.Holds)
                    .Select(static segment => segment.Segment)],
            },
            Show.Count(each.Facts.OrderCount),
            Show.Money(each.Facts.Spend),
            new(each.Facts.LastOrderAt is { } last ? Show.Date(last.InZone(zone).Date) : "–")
            {
                Sort = each.Facts.LastOrderAt is { } at ? Show.Date(at.InZone(zone).Date) : "",
            },
        ];
    }
}
