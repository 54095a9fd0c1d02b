using System.Collections.Immutable;
using PrivateDomain.ShopReport.Reading;
using PrivateDomain.ShopReport.Reading.Tables;
using Spectre.Console;

namespace PrivateDomain.ShopReport.Views;

/// <summary>The report as tables on the console.</summary>
internal sealed class ConsoleView(IAnsiConsole console, Texts texts, ReportOptions options)
{
    private const int ProblemsMax = 20;

    public void Show(ReportModel model, IEnumerable<ISection> sections)
    {
        console.WriteLine();
        Line($"{texts.Title} · {texts.Period(model.Summary)}");
        if (options.IsShippedShop)
        {
            Line(texts.ShippedShop);
        }

        foreach (ISection section in sections)
        {
            section.Print(model, this);
        }
    }

    /// <summary>What reading found: rows lost and left out, warnings, and how each file was understood.</summary>
    public void ShowReading(ReadingReport reading)
    {
        foreach (string note in texts.Notes(reading))
        {
            Line("  ! " + note);
        }

        foreach (string file in reading.Detected.Select(each => each.In(texts.Language)))
        {
            Line("  · " + file);
        }

        console.WriteLine();
    }

    /// <summary>The first rows that were not used, and how many there are.</summary>
    public void ShowProblems(ImmutableArray<RowProblem> problems)
    {
        if (!problems.IsEmpty)
        {
            Table(texts.ProblemsTitle, 9, ProblemRows.Header(texts), ProblemRows.Of(problems.Take(ProblemsMax), texts));
            Line(texts.ProblemCount(problems.Length));
            if (problems.Length > ProblemsMax)
            {
                Line(texts.AndMore(problems.Length - ProblemsMax));
            }
        }
    }

    public void Line(string text) => console.WriteLine(text);

    /// <summary>A part of the report, or a line that says why it is missing.</summary>
    public void Part<T>(string title, T? part, string whenMissing, Action<T> show)
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

    /// <summary>A table; columns from the given one on hold numbers.</summary>
    public void Table(string title, int firstNumber, string[] header, IEnumerable<string[]> rows)
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
