using System.Collections.Immutable;
using PrivateDomain.Core;
using ShopReport.Reading;
using Spectre.Console;

namespace ShopReport.Views;

/// <summary>The report as tables on the console.</summary>
internal sealed class ConsoleView(IAnsiConsole console, Texts texts, ReportOptions options)
{
    private const int ProblemsMax = 20;

    public void Show(ReportModel model)
    {
        SummaryPart summary = model.Summary;
        console.WriteLine();
        Line($"{texts.Title} · {texts.Period(summary)}");
        if (options.IsShippedShop)
        {
            Line(texts.ShippedShop);
        }

        Table("", 1, ["", ""],
        [
            [texts.Customers, Views.Show.Count(summary.Customers)],
            [summary.JoinedDays ? texts.PurchaseDays : texts.Orders, Views.Show.Count(summary.Orders)],
            [texts.RepeatCustomers, $"{Views.Show.Count(summary.RepeatCustomers)} ({Views.Show.Percent(summary.RepeatShare, texts)})"],
            [texts.Sales, Views.Show.Money(summary.Sales)],
            [texts.AverageTicket, Views.Show.Money(summary.AverageTicket, texts.Language)],
        ]);
        Part(texts.RetainedTitle, model.Retained, texts.LinksUnknown, part =>
        {
            Table(texts.RetainedTitle, 1, ["", ""], Rows.Retained(part, texts));
            if (part.IsAssumed)
            {
                Line(texts.LinksAssumed);
            }
        });
        const int WeeksMax = 13;
        Table(texts.WeeksTitle, 1, [texts.Week, texts.First, texts.Repeat], Rows.Weeks(model.Weeks.TakeLast(WeeksMax)));
        Products(model);
        Part(texts.CampaignsTitle, model.Campaigns.IsEmpty ? null : model, texts.NoCampaigns, _ =>
            Table(texts.CampaignsTitle, 1, Rows.CampaignHeader(texts), Rows.Campaigns(model.Campaigns, texts)));
        Part(texts.UpkeepTitle, model.Upkeep, texts.NoCosts, part => Table(
            texts.UpkeepTitle,
            1,
            [texts.PerYear, ""],
            [.. Rows.Upkeep(part, texts), [texts.BreakEvenTicket, Views.Show.Money(part.BreakEvenTicket, texts.Language)]]));
        Part(texts.PaybackTitle, model.Payback, texts.NoPayback, part =>
        {
            Line(texts.PaybackSentence(part));
            Line(texts.PaybackInputs(part));
        });
        if (!model.Values.IsEmpty)
        {
            Table(texts.ValueTitle, 2, [texts.ValueCase, texts.Meaning, texts.Value], Rows.Values(model.Values, texts));
        }
    }

    /// <summary>The first rows that were not used, and how many there are.</summary>
    public void ShowProblems(ImmutableArray<RowProblem> problems)
    {
        if (!problems.IsEmpty)
        {
            Table(texts.ProblemsTitle, 9, Rows.ProblemHeader(texts), Rows.Problems(problems.Take(ProblemsMax), texts));
            Line(texts.ProblemCount(problems.Length));
            if (problems.Length > ProblemsMax)
            {
                Line(texts.AndMore(problems.Length - ProblemsMax));
            }
        }
    }

    /// <summary>Works, and on an interactive console says at what.</summary>
    public T Status<T>(Func<Action<string>, T> work) => console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal && !options.Quiet
        ? console.Status().Start("…", status => work(text => status.Status(Markup.Escape(text))))
        : work(static _ => { });

    public void Line(string text) => console.WriteLine(text);

    private void Products(ReportModel model)
    {
        Part(texts.FitTitle, model.Products.IsEmpty ? null : model, texts.NoProducts, _ =>
        {
            IEnumerable<CriterionPart> criteria = model.Products.First(static product => !product.Criteria.IsEmpty).Criteria;
            Table(
                texts.FitTitle,
                2,
                [texts.Product, texts.Grade, texts.Score, .. criteria.Select(each => each.Name.In(texts.Language))],
                model.Products.Take(options.Top).Select(ProductRow));
            foreach (ProductPart product in model.Products.Take(options.Top).Where(static product => product.Tone == GradeTone.Bad))
            {
                Line($"{product.Name}: {product.Reasons[0].ToString(texts.Language)}");
            }

            foreach (Bilingual note in model.ProductNotes)
            {
                Line(note.In(texts.Language));
            }

            if (model.Products.Length > options.Top)
            {
                Line(texts.MoreProducts(model.Products.Length - options.Top));
            }
        });
    }

    private string[] ProductRow(ProductPart product) =>
    [
        product.Name,
        product.Grade.In(texts.Language),
        product.Score is { } score ? Views.Show.Score(score.Value) : "–",
        .. product.Criteria.Select(each => each.Found ?? texts.Unknown),
    ];

    private void Part<T>(string title, T? part, string whenMissing, Action<T> show)
        where T : class
    {
        if (part is null)
        {
            Line($"{title}: {whenMissing}");
            console.WriteLine();
        }
        else
        {
            show(part);
        }
    }

    private void Table(string title, int firstNumber, string[] header, IEnumerable<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Rounded);
        if (title.Length > 0)
        {
            table.Title(Markup.Escape(title));
        }

        for (int i = 0; i < header.Length; i++)
        {
            var column = new TableColumn(Markup.Escape(header[i]));
            table.AddColumn(i >= firstNumber ? column.RightAligned() : column);
        }

        table.ShowHeaders = header.Any(static text => text.Length > 0);
        foreach (string[] row in rows)
        {
            table.AddRow([.. row.Select(static text => new Text(text))]);
        }

        console.Write(table);
        console.WriteLine();
    }
}
