using System.Globalization;
using PrivateDomain.ShopReport.Reading.Tables;

namespace PrivateDomain.ShopReport.Views;

/// <summary>The table of what was not used, for console, page and file alike.</summary>
internal static class ProblemRows
{
    public static string[] Header(Texts texts) => [texts.File, texts.Line, texts.Column, texts.Reason];

    public static IEnumerable<string[]> Of(IEnumerable<RowProblem> problems, Texts texts) =>
        problems.Select(each =>
            new[] { each.File, each.Line.ToString(CultureInfo.InvariantCulture), each.Column, each.Reason.In(texts.Language) });
}
