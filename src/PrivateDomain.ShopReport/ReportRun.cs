using System.Text;
using CsvHelper;
using PrivateDomain.Core.Rules;
using PrivateDomain.ShopReport.Reading;
using PrivateDomain.ShopReport.Views;

namespace PrivateDomain.ShopReport;

/// <summary>Reads, computes, prints and writes.</summary>
internal sealed class ReportRun(
    ReportOptions options, ShopRules rules, Analysis analysis, ConsoleView consoleView, HtmlView htmlView, IEnumerable<ISection> sections,
    Texts texts, HowFar progress)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public int Run(ShopFiles files, CancellationToken stop)
    {
        if (files.Lines.IsEmpty && files.LinesOfNobody.IsEmpty)
        {
            consoleView.ShowReading(files.Reading);
            consoleView.ShowProblems(files.Problems);
            WriteErrors(files);
            throw new CannotRunException(new($"No order in \"{options.Orders}\" can be used.", $"“{options.Orders}”中没有可用的订单。"));
        }

        ReportModel model = progress.During(() =>
        {
            progress.Working();
            return analysis.Of(ShopData.Make(files, options, asksForProducts: !rules.Options.Needs.Groups.IsEmpty));
        });
        stop.ThrowIfCancellationRequested();
        File.WriteAllText(options.Out, htmlView.Render(model), Utf8);
        WriteErrors(files);
        if (!options.Quiet)
        {
            consoleView.Show(model, sections);
        }

        consoleView.ShowProblems(model.Problems);
        if (!options.Quiet)
        {
            consoleView.Line(texts.Written(options.Out));
        }

        return files.Problems.IsEmpty && !files.Reading.IsMoneyLeft ? App.Fine : App.SomeRowsBad;
    }

    private void WriteErrors(ShopFiles files)
    {
        if (options.Errors is null)
        {
            return;
        }

        using var csv = CsvWriter.ToFile(options.Errors, CsvWriterOptions.Default with { Injection = CsvInjection.Escape });
        foreach (string[] row in ProblemRows.Of(files.Problems, texts).Prepend(ProblemRows.Header(texts)))
        {
            csv.WriteRecord(row);
        }
    }
}
