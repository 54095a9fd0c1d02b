using System.Collections.Immutable;
using PrivateDomain.Core;

namespace ShopReport.Views;

/// <summary>The report as one page without any outside resource.</summary>
internal sealed class HtmlView(Texts texts, Charts charts, ReportOptions options)
{
    private const int ProblemsMax = 1000;

    public string Render(ReportModel model)
    {
        var html = new Html();
        html.Raw($"<!DOCTYPE html>\n<html lang=\"{texts.Tag}\">\n<head>\n<meta charset=\"utf-8\"/>\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n")
            .Element("title", texts.Title)
            .Raw("<style>").Raw(Style.Sheet).Raw("</style>\n</head>\n<body>\n<main>\n<header>\n");
        html.Element("h1", texts.Title)
            .Element("p", texts.Period(model.Summary) + (options.IsShippedShop ? " · " + texts.ShippedShop : ""), "quiet")
            .Raw("</header>\n");
        Summary(html, model.Summary);
        Retained(html, model.Retained);
        Weeks(html, model.Weeks);
        Products(html, model);
        Campaigns(html, model.Campaigns);
        Upkeep(html, model.Upkeep, model.Summary.AverageTicket);
        Payback(html, model.Payback);
        Values(html, model.Values);
        Problems(html, model);
        return html.Raw("</main>\n</body>\n</html>\n").ToString();
    }

    private void Summary(Html html, SummaryPart summary)
    {
        html.Raw("<section class=\"tiles\">\n");
        Tile(html, texts.Customers, Show.Count(summary.Customers), null);
        Tile(html, summary.JoinedDays ? texts.PurchaseDays : texts.Orders, Show.Count(summary.Orders), null);
        Tile(html, texts.RepeatCustomers, Show.Percent(summary.RepeatShare, texts), Show.Count(summary.RepeatCustomers));
        Tile(html, texts.AverageTicket, Show.Money(summary.AverageTicket, texts.Language), $"{texts.Sales} {Show.Money(summary.Sales)}");
        html.Raw("</section>\n");
    }

    private static void Tile(Html html, string name, string value, string? note)
    {
        html.Raw("<div class=\"tile\">").Element("span", name, "quiet").Element("strong", value);
        if (note is not null)
        {
            html.Element("span", note, "quiet");
        }

        html.Raw("</div>\n");
    }

    private void Retained(Html html, RetainedPart? part)
    {
        html.Raw("<section>\n").Element("h2", texts.RetainedTitle).Element("p", texts.RetainedMeaning, "quiet");
        if (part is null)
        {
            html.Element("p", texts.LinksUnknown, "note");
        }
        else
        {
            html.Element("p", Show.Percent(part.Share, texts), "big").Raw(charts.Share(part));
            html.Table(1, ["", ""], Rows.Retained(part, texts));
            if (part.IsAssumed)
            {
                html.Element("p", texts.LinksAssumed, "note");
            }
        }

        html.Raw("</section>\n");
    }

    private void Weeks(Html html, ImmutableArray<WeekOfOrders> weeks)
    {
        html.Raw("<section>\n").Element("h2", texts.WeeksTitle);
        html.Raw("<p class=\"legend\"><i class=\"first\"></i>").Element("span", texts.First).Raw("<i class=\"repeat\"></i>").Element("span", texts.Repeat).Raw("</p>\n");
        html.Raw(charts.Weeks(weeks));
        Folded(html, 1, texts, [texts.Week, texts.First, texts.Repeat], Rows.Weeks(weeks));
        html.Raw("</section>\n");
    }

    private void Products(Html html, ReportModel model)
    {
        html.Raw("<section>\n").Element("h2", texts.FitTitle).Element("p", texts.FitMeaning, "quiet");
        foreach (Bilingual note in model.ProductNotes)
        {
            html.Element("p", note.In(texts.Language), "quiet");
        }

        if (model.Products.IsEmpty)
        {
            html.Element("p", texts.NoProducts, "note");
        }

        foreach (ProductPart product in model.Products.Take(options.Top))
        {
            Product(html, product);
        }

        if (model.Products.Length > options.Top)
        {
            html.Element("p", texts.MoreProducts(model.Products.Length - options.Top), "quiet");
        }

        html.Raw("</section>\n");
    }

    private void Product(Html html, ProductPart product)
    {
        html.Raw("<article>\n<div class=\"head\">").Element("h3", product.Name)
            .Element("span", product.Grade.In(texts.Language), "grade " + Style.ClassOf(product.Tone))
            .Element("strong", product.Score is { } score ? Show.Score(score.Value) : texts.NoScore)
            .Raw("</div>\n").Raw(product.Criteria.IsEmpty ? "" : charts.Criteria(product.Name, product.Criteria));
        if (product.Tone == GradeTone.Bad)
        {
            html.Element("p", product.Reasons[0].ToString(texts.Language), "note");
        }

        html.Raw("<details>").Element("summary", $"{texts.Reasons} · {texts.Buyers} {Show.Count(product.Buyers)} · {texts.Sales} {Show.Money(product.Sales)}").Raw("<ul>");
        foreach (Reason reason in product.Reasons)
        {
            html.Element("li", reason.ToString(texts.Language));
        }

        html.Raw("</ul></details>\n</article>\n");
    }

    private void Campaigns(Html html, ImmutableArray<CampaignPart> campaigns)
    {
        html.Raw("<section>\n").Element("h2", texts.CampaignsTitle);
        if (campaigns.IsEmpty)
        {
            html.Element("p", texts.NoCampaigns, "note");
        }
        else
        {
            html.Table(1, Rows.CampaignHeader(texts), Rows.Campaigns(campaigns, texts));
        }

        html.Raw("</section>\n");
    }

    private void Upkeep(Html html, UpkeepPart? part, Answer<Money> averageTicket)
    {
        html.Raw("<section>\n").Element("h2", texts.UpkeepTitle);
        if (part is null)
        {
            html.Element("p", texts.NoCosts, "note");
        }
        else
        {
            html.Raw("<div class=\"pair\">");
            Tile(html, texts.BreakEvenTicket, Show.Money(part.BreakEvenTicket, texts.Language), null);
            Tile(html, texts.AverageTicket, Show.Money(averageTicket, texts.Language), null);
            html.Raw("</div>\n").Element("p", texts.UpkeepInputs(part), "quiet").Table(1, [texts.PerYear, ""], Rows.Upkeep(part, texts));
        }

        html.Raw("</section>\n");
    }

    private void Payback(Html html, PaybackPart? part)
    {
        html.Raw("<section>\n").Element("h2", texts.PaybackTitle);
        if (part is null)
        {
            html.Element("p", texts.NoPayback, "note");
        }
        else
        {
            html.Element("p", texts.PaybackSentence(part), "lead").Raw(charts.Payback(part)).Element("p", texts.PaybackInputs(part), "quiet");
            Folded(html, 1, texts, [texts.MonthColumn, texts.Cumulative], Rows.Payback(part));
        }

        html.Raw("</section>\n");
    }

    private void Values(Html html, ImmutableArray<ValuePart> values)
    {
        if (!values.IsEmpty)
        {
            html.Raw("<section>\n").Element("h2", texts.ValueTitle)
                .Table(2, [texts.ValueCase, texts.Meaning, texts.Value], Rows.Values(values, texts)).Raw("</section>\n");
        }
    }

    private void Problems(Html html, ReportModel model)
    {
        if (!model.Problems.IsEmpty)
        {
            html.Raw("<section>\n").Element("h2", texts.ProblemsTitle).Element("p", texts.ProblemCount(model.Problems.Length), "note");
            html.Table(9, Rows.ProblemHeader(texts), Rows.Problems(model.Problems.Take(ProblemsMax), texts));
            if (model.Problems.Length > ProblemsMax)
            {
                html.Element("p", texts.AndMore(model.Problems.Length - ProblemsMax), "quiet");
            }

            html.Raw("</section>\n");
        }
    }

    private static void Folded(Html html, int firstNumber, Texts texts, string[] header, IEnumerable<IEnumerable<string>> rows) =>
        html.Raw("<details>").Element("summary", texts.Details).Table(firstNumber, header, rows).Raw("</details>\n");
}
