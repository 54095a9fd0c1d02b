using System.Globalization;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Reads a file into records; rows that cannot be used become problems.</summary>
internal sealed class CsvTable(ReportOptions options, ICollection<RowProblem> problems)
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
        CsvFormat format = file == Fields.Orders ? options.OrdersFormat : options.OtherFormat;
        var records = new List<T>();
        Dictionary<string, Column>? columns = null;
        int width = 0;
        foreach (RawRow raw in CsvSource.Rows(path, format))
        {
            if (columns is null)
            {
                width = raw.Fields.Length;
                columns = Resolve(file, path, format.HasHeader ? raw.Fields : null, width, also, needed);
                if (format.HasHeader)
                {
                    continue;
                }
            }

            var row = new Row(Path.GetFileName(path), raw, columns, options.Dates, problems);
            if (row.HasForm(width))
            {
                T record = read(row);
                if (!row.IsBad)
                {
                    records.Add(record);
                }
            }
        }

        return columns is null ? throw new CannotRunException(new($"The file \"{path}\" is empty.", $"文件“{path}”是空的。")) : records;
    }

    private Dictionary<string, Column> Resolve(string file, string path, string[]? header, int width, string? also, string[] needed)
    {
        var found = new Dictionary<string, Column>(StringComparer.Ordinal);
        foreach (string field in Fields.Of(file))
        {
            string? named = options.Columns.For(file, field);
            Column? column = named is null
                ? Find(field, header, width) ?? Find(field + "_id", header, width)
                : Find(named, header, width);
            column ??= named is null || options.Columns.IsExplicit(file, field) ? null : Find(field, header, width);
            if (column is { } there)
            {
                found[field] = there;
            }
            else if (Fields.IsRequired(file, field) || needed.Contains(field)
                || (named is not null && options.Columns.IsExplicit(file, field)))
            {
                throw Missing(path, named ?? field, field, header, width);
            }
        }

        if (also is not null)
        {
            found[also] = Find(also, header, width) ?? throw Missing(path, also, also, header, width);
        }

        return found;
    }

    private static Column? Find(string name, string[]? header, int width)
    {
        if (name.StartsWith('#') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number >= 1 && number <= width ? new Column(number - 1, header is null ? name : header[number - 1]) : null;
        }

        int index = header is null ? -1 : Array.FindIndex(header, each => each.Equals(name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : new Column(index, header![index]);
    }

    private static CannotRunException Missing(string path, string column, string field, string[]? header, int width)
    {
        string there = header is null ? $"#1 … #{width}" : string.Join(", ", header);
        return new CannotRunException(new(
            $"\"{path}\" has no column \"{column}\" for the field {field}; it has: {there}. Name the right one with --map {field}=COLUMN.",
            $"“{path}”中没有字段 {field} 所需的列“{column}”；现有的列：{there}。请用 --map {field}=列名 指定。"));
    }
}

/// <summary>Where a field stands in a row, and what the column is called.</summary>
internal readonly record struct Column(int Index, string Name);
