using System.Globalization;
using System.Text;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>The scores as a page in Markdown.</summary>
internal static class Report
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A table for each path, and what it was measured on.</summary>
    internal static string Of(IEnumerable<Score> scores, string machine, string peers, int rounds, string? loadBefore, string? loadAfter)
    {
        var page = new StringBuilder();
        page.Append("# Beside the peers\n\n")
            .Append(Culture, $"Smallest and middle of {rounds} rounds, in which all took turns; before, all gave the same answers. ")
            .Append("Times are nanoseconds an item; read the ratios. Processor is the smallest time of all cores together: ")
            .Append("where others share the machine, it is lengthened far less than the clock's. Bytes are managed ones of the ")
            .Append("calling thread; – where they lie elsewhere.\n\n")
            .Append(Culture, $"- Machine: {machine}.\n- Peers: {peers}.\n");
        if (loadBefore is not null)
        {
            page.Append(Culture, $"- Programs that wanted a core, the last minute before and at the end: {loadBefore}, {loadAfter}.\n");
        }

        foreach (IGrouping<string, Score> path in scores.GroupBy(static score => score.Path, StringComparer.Ordinal))
        {
            page.Append(Culture, $"\n## {char.ToUpperInvariant(path.Key[0])}{path.Key[1..]}\n\n")
                .Append("| | smallest | middle | × the library | processor | × the library | bytes |\n")
                .Append("| --- | --- | --- | --- | --- | --- | --- |\n");
            foreach (Score one in path)
            {
                page.Append(Culture, $"| {one.Competitor} | {SizeText.Of(one.Smallest)} | {SizeText.Of(one.Median)} ")
                    .Append(Culture, $"| {SizeText.Of(one.Ratio)} | {SizeText.Of(one.Processor)} | {SizeText.Of(one.ProcessorRatio)} ")
                    .Append(Culture, $"| {(one.Bytes is { } bytes ? SizeText.Of(bytes) : "–")} |\n");
            }
        }

        return page.ToString();
    }
}
