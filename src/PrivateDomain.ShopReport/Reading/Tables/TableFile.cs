using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Reading.Tables;

/// <summary>A file of rows: text in any usual encoding and with any usual separator, a spreadsheet, packed or not.</summary>
internal sealed class TableFile
{
    private static readonly char[] Separators = [',', '\t', ';', '|'];
    private const int RowsLookedAt = 60;
    private readonly string path;
    private readonly CsvFormat format;
    private readonly Encoding? encoding;
    private readonly char separator;
    private readonly bool isSheet;

    private TableFile(string path, CsvFormat format)
    {
        this.path = path;
        this.format = format;
        using (Stream stream = Open())
        {
            byte[] start = new byte[8];
            int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            isSheet = IsSheet(start.AsSpan(0, read));
        }

        if (isSheet)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            Written = new("a spreadsheet, its first sheet with rows", "电子表格，取首个有数据的工作表");
            return;
        }

        encoding = format.Encoding ?? Detected();
        separator = format.Delimiter is null ? FindSeparator() : format.Delimiter[0];
        string name = encoding.WebName;
        Written = format.Delimiter == CsvFormat.Spaces
            ? new($"{name}, white space between fields", $"{name}，以空白分隔")
            : new($"{name}, {English(separator)} between fields", $"{name}，以{Chinese(separator)}分隔");
    }

    /// <summary>How the file is written, for people.</summary>
    public Bilingual Written { get; }

    /// <summary>Opens a file and finds how it is written.</summary>
    /// <exception cref="CannotRunException">There is no such file, or what it packs is not one table.</exception>
    public static TableFile Open(string path, CsvFormat format)
    {
        if (!File.Exists(path))
        {
            throw new CannotRunException(new($"There is no file \"{path}\".", $"找不到文件“{path}”。"));
        }

        try
        {
            return new TableFile(path, format);
        }
        catch (InvalidDataException)
        {
            throw Unreadable(path);
        }
    }

    /// <summary>The rows, each time from the first one.</summary>
    public IEnumerable<RawRow> Rows() => isSheet ? SheetRows() : format.Delimiter == CsvFormat.Spaces ? AtSpaces() : Lines(separator);

    private IEnumerable<RawRow> Lines(char between) => RowSplitter.Rows(Text(), between);

    private IEnumerable<RawRow> AtSpaces()
    {
        foreach (TextLine line in Text())
        {
            string[] fields = line.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length > 0)
            {
                yield return new RawRow(line.Number, fields, IsBroken: false);
            }
        }
    }

    // A first line such as "sep=;" is for spreadsheets and no row.
    private IEnumerable<TextLine> Text()
    {
        using Stream stream = Open();
        using var reader = new StreamReader(stream, encoding!);
        long number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (number > 1 || SeparatorSaid(line) is null)
            {
                yield return new TextLine(number, line);
            }
        }
    }

    private static char? SeparatorSaid(string line) =>
        line.Trim() is [.. "sep=", var said] && Array.IndexOf(Separators, said) >= 0 ? said : null;

    // The one that splits most rows into the same number of fields, above one.
    private char FindSeparator()
    {
        using (Stream stream = Open())
        {
            using var reader = new StreamReader(stream, encoding!);
            if (reader.ReadLine() is { } first && SeparatorSaid(first) is { } said)
            {
                return said;
            }
        }

        return Separators.MaxBy(Evenness);

        (int Rows, int Width) Evenness(char candidate)
        {
            IGrouping<int, int>? most = Lines(candidate).Take(RowsLookedAt).Select(static row => row.Fields.Length)
                .Where(static width => width > 1).GroupBy(static width => width)
                .MaxBy(static group => (group.Count() * (group.Key > 2 ? 2 : 1), group.Key));
            return most is null ? (0, 0) : (most.Count(), most.Key);
        }
    }

    private Encoding Detected()
    {
        using Stream stream = Open();
        return TextEncodings.Detect(stream);
    }

    private IEnumerable<RawRow> SheetRows()
    {
        using Stream stream = Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory); // a spreadsheet is read back and forth
        memory.Position = 0;
        using IExcelDataReader reader = Sheet(memory);
        do
        {
            long number = 0;
            bool hasRows = false;
            while (reader.Read())
            {
                number++;
                string[] fields = [.. Enumerable.Range(0, reader.FieldCount).Select(i => Cell(reader.GetValue(i)))];
                if (Array.Exists(fields, static field => field.Length > 0))
                {
                    hasRows = true;
                    yield return new RawRow(number, fields, IsBroken: false);
                }
            }

            if (hasRows)
            {
                yield break;
            }
        }
        while (reader.NextResult());
    }

    private IExcelDataReader Sheet(Stream stream)
    {
        try
        {
            return ExcelReaderFactory.CreateReader(stream);
        }
        catch (ExcelDataReader.Exceptions.ExcelReaderException)
        {
            throw Unreadable(path);
        }
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        DateTime at => at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture) is var text && Math.Abs(number) < 1e15
            ? text
            : number.ToString("E10", CultureInfo.InvariantCulture), // a spreadsheet keeps 15 digits: the number is ruined
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!.Trim(),
    };

    // .gz and .zip are opened on the way; a zip must hold one file, a spreadsheet is a zip of its own kind.
    private Stream Open()
    {
        FileStream file = File.OpenRead(path);
        byte[] start = new byte[4];
        int read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (start.AsSpan(0, read) is [0x1F, 0x8B, ..])
        {
            return new GZipStream(file, CompressionMode.Decompress);
        }

        if (start.AsSpan(0, read) is not [(byte)'P', (byte)'K', 3, 4])
        {
            return file;
        }

        var packed = new ZipArchive(file, ZipArchiveMode.Read);
        if (packed.GetEntry("[Content_Types].xml") is not null)
        {
            file.Position = 0;
            return file;
        }

        ZipArchiveEntry[] files =
        [
            .. packed.Entries.Where(static entry =>
                entry.Length > 0 && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)),
        ];
        string names = string.Join(", ", files.Select(static file => file.FullName));
        return files is [var only]
            ? only.Open()
            : throw new CannotRunException(new(
                $"\"{path}\" packs {files.Length} files, but one table is needed: {names}. Unpack it and name the one.",
                $"“{path}”中有 {files.Length} 个文件，只能有一个表：{names}。请解压后指定其中一个。"));
    }

    private static bool IsSheet(ReadOnlySpan<byte> start) =>
        start is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static CannotRunException Unreadable(string path) => new(new(
        $"\"{path}\" is packed or a spreadsheet, and cannot be opened: it is damaged or protected. Save it as CSV.",
        $"“{path}”是压缩包或电子表格，但已损坏或受保护，无法打开。请另存为 CSV。"));

    private static string English(char separator) => separator switch
    {
        ',' => "comma",
        '\t' => "tab",
        ';' => "semicolon",
        _ => "bar",
    };

    private static string Chinese(char separator) => separator switch
    {
        ',' => "逗号",
        '\t' => "制表符",
        ';' => "分号",
        _ => "竖线",
    };
}
