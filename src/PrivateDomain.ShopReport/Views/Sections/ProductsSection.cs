using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>The products by their fit, with the bars of the four criteria.</summary>
internal sealed class ProductsSection(Texts texts, Charts charts, ReportOptions options) : ISection
{
    public void Print(ReportModel model, ConsoleView console) =>
        console.Part(texts.FitTitle, model.Products.IsEmpty ? null : model, texts.NoProducts, _ =>
    {
        IEnumerable<CriterionPart> criteria = model.Products.First(static product => !product.Criteria.IsEmpty).Criteria;
        console.Table(
            texts.FitTitle,
            2,
            [texts.Product, texts.Grade, texts.Score, .. criteria.Select(each => each.Name.In(texts.Language))],
            model.Products.Take(options.Top).Select(Row));
        foreach (ProductPart product in model.Products.Take(options.Top).Where(static product => product.Tone == GradeTone.Bad))
        {
            console.Line($"{product.Name}: {product.Reasons[0].ToString(texts.Language)}");
        }

        foreach (Bilingual note in model.ProductNotes)
        {
            console.Line(note.In(texts.Language));
        }

        if (model.Products.Length > options.Top)
        {
            console.Line(texts.MoreProducts(model.Products.Length - options.Top));
        }
    });

    public void Write(ReportModel model, Html html) => html.Section(texts.FitTitle, () =>
    {
        html.Element("p", texts.FitMeaning, "quiet");
        foreach (Bilingual note in model.ProductNotes)
        {
            html.Element("p", note.In(texts.Language), "quiet");
        }

        if (model.Products.IsEmpty)
        {
            html.Element("p", texts.NoProducts, "note");
        }

        html.Raw("<div class=\"products\">\n");
        foreach (ProductPart product in model.Products.Take(options.Top))
        {
            Write(product, html);
        }

        html.Raw("</div>\n");
        if (model.Products.Length > options.Top)
        {
            html.Element("p", texts.MoreProducts(model.Products.Length - options.Top), "quiet");
        }
    }, "full");

    private void Write(ProductPart product, Html html)
    {
        html.Raw("<article>\n<div class=\"head\">").Element("h3", product.Name)
            .Mark(product.Grade.In(texts.Language), Style.ClassOf(product.Tone))
            .Element("strong", product.Score is { } score ? Show.Score(score.Value) : texts.NoScore)
            .Raw("</div>\n").Raw(product.Criteria.IsEmpty ? "" : charts.Criteria(product.Name, product.Criteria));
        if (product.Tone == GradeTone.Bad)
        {
            html.Element("p", product.Reasons[0].ToString(texts.Language), "note");
        }

        html.Raw("<details>").Element(
            "summary", $"{texts.Reasons} · {texts.Buyers} {Show.Count(product.Buyers)} · {texts.Sales} {Show.Money(product.Sales)}")
            .List(product.Reasons.Select(reason => reason.ToString(texts.Language)))
            .Raw("</details>\n</article>\n");
    }

    private string[] Row(ProductPart product) =>
    [
        product.Name,
        product.Grade.In(texts.Language),
        product.Score is { } score ? Show.Score(score.Value) : "–",
        .. product.Criteria.Select(each => each.Found ?? texts.Unknown),
    ];
}
