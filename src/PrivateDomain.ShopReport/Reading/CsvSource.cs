using CsvHelper;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>A row of a file as it stands there.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Fields">Its fields, trimmed.</param>
/// <param name="IsBroken">Whether its quotes cannot be read.</param>
internal readonly record struct RawRow(long Line, string[] Fields, bool IsBroken);

/// <summary>The rows of one file.</summary>
internal static class CsvSource
{
    private const int LongestRow = 1 << 20; // what is longer is no table

    /// <exception cref="CannotRunException">There is no such file.</exception>
    public static IEnumerable<RawRow> Rows(string path, CsvFormat format)
    {
        if (!File.Exists(path))
        {
            throw new CannotRunException(new($"There is no file \"{path}\".", $"找不到文件“{path}”。"));
        }

        return format.Delimiter == CsvFormat.Spaces ? SplitAtSpaces(path, format) : Parse(path, format);
    }

    private static IEnumerable<RawRow> SplitAtSpaces(string path, CsvFormat format)
    {
        using var reader = new StreamReader(path, format.Encoding);
        int line = 0;
        while (reader.ReadLine() is { } text)
        {
            line++;
            string[] fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length > 0)
            {
                yield return new RawRow(line, fields, IsBroken: false);
            }
        }
    }

    private static IEnumerable<RawRow> Parse(string path, CsvFormat format)
    {
        bool broken = false;
        CsvReaderOptions options = CsvReaderOptions.Default with
        {
            Separator = format.Delimiter[0],
            HasHeader = false, // the header is a row like the others here: it names columns, by name or by number
            TrimWhitespace = true,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false, // a row is a line, so that an unclosed quote costs one row and not the rest of the file
            MaxRecordSize = LongestRow,
            OnMalformedRecord = _ => broken = true,
        };

        using var reader = CsvReader.Create(new StreamReader(path, format.Encoding), options);
        while (reader.Read())
        {
            yield return new RawRow(reader.LineNumber, reader.Current.ToArray(), broken);
            broken = false;
        }
    }
}
