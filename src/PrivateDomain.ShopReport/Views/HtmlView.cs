namespace PrivateDomain.ShopReport.Views;

/// <summary>The report as one page without any outside resource.</summary>
internal sealed class HtmlView(Texts texts, IEnumerable<ISection> sections, ReportOptions options)
{
    private const int ProblemsMax = 1000;

    public string Render(ReportModel model)
    {
        var html = new Html();
        html.Raw($"<!DOCTYPE html>\n<html lang=\"{texts.Tag}\">\n<head>\n<meta charset=\"utf-8\"/>\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" content=\"light "
                + "dark\"/>\n")
            .Element("title", texts.Title)
            .Raw("<style>").Raw(Style.Sheet).Raw("</style>\n</head>\n<body>\n<main>\n<header>\n");
        html.Element("h1", texts.Title)
            .Element("p", texts.Period(model.Summary) + (options.IsShippedShop ? " · " + texts.ShippedShop : ""), "quiet")
            .Raw("</header>\n");
        foreach (ISection section in sections)
        {
            section.Write(model, html);
        }

        Problems(html, model);
        return html.Raw("</main>\n</body>\n</html>\n").ToString();
    }

    private void Problems(Html html, ReportModel model)
    {
        if (!model.Problems.IsEmpty)
        {
            html.Section(texts.ProblemsTitle, () =>
            {
                html.Element("p", texts.ProblemCount(model.Problems.Length), "note");
                html.Table(9, ProblemRows.Header(texts), ProblemRows.Of(model.Problems.Take(ProblemsMax), texts));
                if (model.Problems.Length > ProblemsMax)
                {
                    html.Element("p", texts.AndMore(model.Problems.Length - ProblemsMax), "quiet");
                }
            });
        }
    }
}
