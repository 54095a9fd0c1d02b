using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Views;

/// <summary>The report as one page without any outside resource.</summary>
internal sealed class HtmlView(Texts texts, IEnumerable<ISection> sections, ReportOptions options)
{
    private const int ProblemsMax = 1000;

    // The marks make the page well-formed as XML too; to a browser they are remarks of the script.
    private static readonly string Script = "//<![CDATA[\n" + Asset.Read("page.js") + "//]]>\n";

    public string Render(ReportModel model)
    {
        Dictionary<CustomerId, int> places = [];
        foreach (CustomerPart each in model.Customers?.List ?? [])
        {
            places.Add(each.Facts.Customer, places.Count);
        }

        var body = new Html(places);
        foreach (ISection section in sections)
        {
            section.Write(model, body);
        }

        Problems(body, model);
        var html = new Html(places);
        PageHead.Write(html, texts.Tag, $"{texts.Title} · {texts.Period(model.Summary)}", Script)
            .Raw($"<a class=\"skip\" href=\"#main\">{Html.Escape(texts.SkipToContent)}</a>\n")
            .Raw("<div class=\"page\">\n<header class=\"top\">\n");
        html.Element("h1", texts.Title)
            .Element("p", texts.Period(model.Summary) + (options.IsShippedShop ? " · " + texts.ShippedShop : ""), "quiet")
            .Raw("</header>\n<div class=\"body\">\n");
        Contents(html, body);
        html.Raw("<main id=\"main\">\n").Raw(body.ToString()).Raw("</main>\n</div>\n<footer>\n")
            .Element("p", texts.Footer(options.Shop)).Raw("</footer>\n</div>\n");
        PageData.Write(html, model, texts, options);
        return html.Raw("<script>").Raw(Script).Raw("</script>\n</body>\n</html>\n").ToString();
    }

    private void Contents(Html html, Html body)
    {
        html.Raw($"<nav class=\"contents\" aria-label=\"{Html.Escape(texts.Contents)}\"><ol>\n");
        foreach ((string id, string title) in body.Sections)
        {
            html.Raw($"<li><a href=\"#{id}\">{Html.Escape(title)}</a></li>\n");
        }

        html.Raw("</ol></nav>\n");
    }

    private void Problems(Html html, ReportModel model)
    {
        if (!model.Problems.IsEmpty)
        {
            html.Section(
                texts.ProblemsTitle,
                () =>
                {
                    html.Element("p", texts.ProblemCount(model.Problems.Length), "note");
                    html.List(
                        texts.ProblemsTitle, 9, ProblemRows.Header(texts),
                        ProblemRows.Of(model.Problems.Take(ProblemsMax), texts).Select(static row => row.Select(static text => (Cell)text)),
                        20, 0);
                    if (model.Problems.Length > ProblemsMax)
                    {
                        html.Element("p", texts.AndMore(model.Problems.Length - ProblemsMax), "quiet");
                    }
                },
                "full");
        }
    }
}
