using PrivateDomain.Core;
using PrivateDomain.ShopReport.Reading.Tables;
using PrivateDomain.ShopReport.Views;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Reads a file into records; rows that cannot be used become problems.</summary>
internal sealed class CsvTable(ReportOptions options, ReadingNotes notes, ICollection<RowProblem> problems, HowFar progress)
{
    /// <summary>Reads every row of a file.</summary>
    /// <param name="file">Which file it is; see <see cref="Fields"/>.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="read">Makes the record; what it makes of a row with a problem is dropped.</param>
    /// <param name="also">A further column by its header, that <paramref name="read"/> finds as a field of the same name.</param>
    /// <param name="needed">Fields that must be there this time, beside those that always must.</param>
    /// <exception cref="CannotRunException">The file or a required column is missing.</exception>
    public List<T> Read<T>(string file, string path, Func<Row, T> read, string? also = null, params string[] needed)
    {
        var records = new List<T>();
        var nobody = new Dictionary<ReasonDefinition, int>();
        foreach (Row row in Rows(Open(file, path, also, needed)))
        {
            T record = read(row);
            if (row is { IsBad: false, WhyNobody: { } why })
            {
                nobody[why] = nobody.GetValueOrDefault(why) + 1;
            }
            else if (!row.IsBad)
            {
                records.Add(record);
            }
        }

        notes.WarnOfNobody(nobody, Path.GetFileName(path));
        return records;
    }

    /// <summary>Opens a file and notes how it was understood.</summary>
    public TableHead Open(string file, string path, string? also = null, params string[] needed)
    {
        TableHead head = TableHead.Open(file, path, options, also, needed, progress);
        foreach ((string field, Column column) in head.Columns.Where(static each => each.Value.Name.Length > 0))
        {
            notes.Found(file, field, column.Name);
        }

        string fields = string.Join(", ", head.Columns.Select(static each => $"{each.Key} = {RowProblem.Shown(each.Value.Name)}"));
        (string system, string above) = (
            head.Preset is null ? "" : $" ({head.Preset.Name})", head.LinesAbove > 0 ? $"; {head.LinesAbove} lines above the header" : "");
        string aboveChinese = head.LinesAbove > 0 ? $"；表头之上有 {head.LinesAbove} 行" : "";
        notes.Detect(new(
            $"{head.Name}{system}: {head.Written.English}{above}; {fields}",
            $"{head.Name}{system}：{head.Written.Chinese}{aboveChinese}；{fields}"));
        return head;
    }

    /// <summary>The rows of a file that can be read as rows; a row of totals is none.</summary>
    public IEnumerable<Row> Rows(TableHead head)
    {
        progress.Begin(head.Name);
        long read = 0;
        int totals = 0;
        foreach (RawRow raw in head.Rows())
        {
            if (++read % HowFar.RowsBetween == 0)
            {
                progress.Rows(head.Name, read, head.RowCount);
            }

            string first = Array.Find(raw.Fields, static field => field.Length > 0) ?? "";
            if (Words.IsFooter(first))
            {
                break; // what follows are sums of the export
            }

            if (first.Length > 0 && first[0] is '#' or '-' && raw.Fields.Count(static field => field.Length > 0) == 1
                && (first[0] == '#' || first.StartsWith("---", StringComparison.Ordinal)))
            {
                continue; // a remark of the system
            }

            if (!raw.IsBroken && Words.IsTotal(first))
            {
                totals++;
                continue;
            }

            Row row = head.Row(raw, problems);
            if (row.HasForm())
            {
                yield return row;
            }
            else if (head.File == Fields.Orders)
            {
                notes.Saw();
                notes.Lost(null);
            }
        }

        if (totals > 0)
        {
            notes.Warn(ReadingReasons.RowsOfTotals, totals, head.Name);
        }
    }
}
