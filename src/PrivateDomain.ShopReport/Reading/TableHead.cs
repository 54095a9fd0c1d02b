using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using PrivateDomain.Core;
using PrivateDomain.ShopReport.Reading.Tables;
using PrivateDomain.ShopReport.Views;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>A table that was opened: which column holds which field, and how its numbers and dates are written.</summary>
internal sealed class TableHead
{
    private const int LinesAboveMax = 40;
    private static readonly string[] Numbers =
        [
            "amount", "order_total", "price", "quantity", "refund_amount", "paid_out", "discount", "unit_cost", "volume", "gained",
            "handling",
            "value", "brand",
        ];

    private static readonly string[] SalesNumbers = ["amount", "order_total", "price", "refund_amount"];
    // Of these two columns with one name are never guessed between.
    private static readonly string[] Weighty =
        ["customer", "date", "amount", "order_total", "price", "quantity", "refund_amount", "status", "order", "currency", "direction"];

    private static readonly string[] DateFields = ["date", "since", "lost_at", "muted_at", "refunded_at"];

    private readonly TableFile table;
    private readonly ReportOptions options;
    private FrozenDictionary<string, FieldForm> forms = FrozenDictionary<string, FieldForm>.Empty;
    private readonly long headerLine;

    private TableHead(string file, string path, TableFile table, ReportOptions options, string[]? header, long headerLine, int width)
    {
        File = file;
        Path = path;
        this.table = table;
        this.options = options;
        Header = header;
        this.headerLine = headerLine;
        Width = width;
        Preset = header is null ? null : Words.Presets.FirstOrDefault(preset =>
            preset.File == file && preset.Signature.All(name => Places(header, name).Length > 0));
        Columns = [];
    }

    public string File { get; }

    public string Path { get; }

    public string[]? Header { get; }

    public int Width { get; }

    public Preset? Preset { get; }

    public Dictionary<string, Column> Columns { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The shop's currency.</summary>
    public string CurrencyCode => options.Shop.Currency.Code;

    /// <summary>How the file is written, for people.</summary>
    public Bilingual Written => table.Written;

    /// <summary>How many lines stand above the header.</summary>
    public long LinesAbove => Header is null ? 0 : headerLine - 1;

    /// <summary>The currencies that the rows name.</summary>
    public HashSet<string> Currencies { get; } = new(StringComparer.Ordinal);

    /// <summary>How many rows stand below the header.</summary>
    public long RowCount { get; private set; }

    /// <summary>How many fields a row must have.</summary>
    public int FieldsNeeded { get; private set; }

    /// <summary>Where a field stands and how it is written; in no place where the file has no such column.</summary>
    public FieldForm FormOf(string field) => forms.TryGetValue(field, out FieldForm form) ? form : FieldForm.None;

    /// <summary>Opens a file, finds its header and columns, and looks at how its numbers and dates are written.</summary>
    /// <exception cref="CannotRunException">The file is missing or empty, a column that must be there is missing, named twice or in
    /// doubt.</exception>
    public static TableHead Open(
        string file, string path, ReportOptions options, string? also, IReadOnlyCollection<string> needed, HowFar progress)
    {
        progress.Begin(System.IO.Path.GetFileName(path));
        TableFile opened = TableFile.Open(path, file == Fields.Orders ? options.OrdersFormat : options.OtherFormat);
        bool hasHeader = file == Fields.Orders ? options.OrdersFormat.HasHeader : options.OtherFormat.HasHeader;
        RawRow[] first = [.. opened.Rows().Take(LinesAboveMax)];
        if (first.Length == 0)
        {
            throw new CannotRunException(new($"The file \"{path}\" is empty.", $"文件“{path}”是空的。"));
        }

        CannotRunException? missing = null;
        if (!hasHeader)
        {
            var bare = new TableHead(file, path, opened, options, null, 0, first[0].Fields.Length);
            missing = bare.Resolve(also, needed);
            return missing is null ? bare.Looked(progress) : throw missing;
        }

        // The header is the first row in which every field that must be there is found: exports write lines of their own above it.
        foreach (RawRow row in first.Where(static row => !row.IsBroken))
        {
            var candidate = new TableHead(file, path, opened, options, row.Fields, row.Line, row.Fields.Length);
            CannotRunException? wrong = candidate.Resolve(also, needed);
            if (wrong is null)
            {
                return candidate.Looked(progress);
            }

            missing = missing is null || row.Fields.Length > missing.Width ? wrong : missing;
        }

        throw missing ?? new CannotRunException(new($"No row of \"{path}\" can be read.", $"“{path}”中没有可读的行。"));
    }

    /// <summary>The rows below the header.</summary>
    public IEnumerable<RawRow> Rows() => table.Rows().Where(row => row.Line > headerLine);

    /// <summary>The row as fields that can be asked for.</summary>
    public Row Row(RawRow raw, ICollection<RowProblem> problems) => new(this, raw, options.Dates, problems);

    private TableHead Looked(HowFar progress)
    {
        var numbers = Columns.Where(static each => Numbers.Contains(each.Key)).Select(
            static each => (each.Key, each.Value.Index, Style: new NumberStyle())).ToArray();
        var dates = Columns.Where(static each => DateFields.Contains(each.Key)).Select(
            static each => (each.Key, each.Value.Index, Style: new DateStyle())).ToArray();
        int currency = Columns.TryGetValue("currency", out Column named) ? named.Index : int.MaxValue;
        foreach (RawRow row in Rows())
        {
            if (++RowCount % HowFar.RowsBetween == 0)
            {
                progress.Rows(Name, RowCount, of: null);
            }

            if (currency < row.Fields.Length && Reading.Row.Plain(row.Fields[currency]) is { Length: > 0 } code)
            {
                Currencies.Add(code is "人民币" or "元" or "RMB" ? "CNY" : code.ToUpperInvariant());
            }

            foreach ((_, int index, NumberStyle style) in numbers)
            {
                style.Add(index < row.Fields.Length ? row.Fields[index] : "");
            }

            foreach ((_, int index, DateStyle style) in dates)
            {
                style.Add(index < row.Fields.Length ? row.Fields[index] : "");
            }
        }

        Dictionary<string, char> marks = [];
        Dictionary<string, DateOrder> orders = [];
        foreach ((string field, _, NumberStyle style) in numbers)
        {
            marks[field] = style.Mark(options.DecimalMark, out (string First, string? Second)? doubt);
            if (doubt is { } unclear && SalesNumbers.Contains(field))
            {
                throw Doubt(field, unclear, "--decimal point or --decimal comma", "--decimal point 或 --decimal comma");
            }
        }

        foreach ((string field, _, DateStyle style) in dates)
        {
            orders[field] = style.Order(options.DateOrder, out (string First, string? Second)? doubt);
            if (doubt is { } unclear)
            {
                throw Doubt(
                    field, unclear, "--date-order day-first or --date-order month-first",
                    "--date-order day-first 或 --date-order month-first");
            }
        }

        forms = Columns.ToFrozenDictionary(
            static each => each.Key,
            each => new FieldForm(
                each.Value.Index, marks.GetValueOrDefault(each.Key, '.'), orders.GetValueOrDefault(each.Key), IsUtc(each.Value.Name)),
            StringComparer.Ordinal);
        FieldsNeeded = Columns.Where(each => Fields.IsRequired(File, each.Key) || each.Key is "amount" or "price")
            .Select(static each => each.Value.Index + 1).DefaultIfEmpty(1).Max();
        return this;
    }

    private static bool IsUtc(string column) =>
        column.Contains("UTC", StringComparison.OrdinalIgnoreCase) || column.Contains("GMT", StringComparison.OrdinalIgnoreCase);

    private CannotRunException Doubt(string field, (string First, string? Second) values, string english, string chinese)
    {
        string first = RowProblem.Shown(values.First);
        string column = Columns[field].Name;
        return values.Second is { } second
            ? new CannotRunException(new(
                $"The column \"{column}\" of \"{Path}\" is written in two ways: \"{first}\" and \"{RowProblem.Shown(second)}\". Say which "
                    + $"with {english}.",
                $"“{Path}”的列“{column}”有两种写法：“{first}”和“{RowProblem.Shown(second)}”。请用 {chinese} 指定。"))
            : new CannotRunException(new(
                $"The column \"{column}\" of \"{Path}\" can be read in two ways, for example \"{first}\". Say which with {english}.",
                $"“{Path}”的列“{column}”有两种读法，例如“{first}”。请用 {chinese} 指定。"));
    }

    // Null when all is found.
    private CannotRunException? Resolve(string? also, IReadOnlyCollection<string> needed)
    {
        foreach (string field in Fields.Of(File))
        {
            string? named = options.Columns.For(File, field);
            Column? column = null;
            if (named is not null)
            {
                if (Find(named, out column) is { } twice)
                {
                    return twice;
                }
            }

            if (column is null && (named is null || !options.Columns.IsExplicit(File, field)) && Guess(field, out column) is { } unclear)
            {
                return unclear;
            }

            if (column is { } there)
            {
                Columns[field] = there;
            }
            else if (IsRequired(field) || needed.Contains(field) || (named is not null && options.Columns.IsExplicit(File, field)))
            {
                return Missing(named ?? field, field);
            }
        }

        if (File == Fields.Orders && options.Payments is null && !Columns.Keys.Intersect(["amount", "order_total", "price"]).Any())
        {
            return Missing("amount", "amount");
        }

        if (also is not null)
        {
            if (Find(also, out Column? found) is { } twice)
            {
                return twice;
            }

            if (found is null)
            {
                return Missing(also, also);
            }

            Columns[also] = found.Value;
        }

        return null;
    }

    // A carrier may be said by option, or be known from the system that wrote the file.
    private bool IsRequired(string field) =>
        File == Fields.Links && field == "carrier" ? options.Carrier is null && Preset?.Carrier is null : Fields.IsRequired(File, field);

    private CannotRunException? Guess(string field, out Column? column)
    {
        column = null;
        ImmutableArray<string> own = Preset is not null && Preset.Columns.TryGetValue(field, out ImmutableArray<string> names) ? names : [];
        foreach (string name in own.Concat([field, field + "_id"]).Concat(Words.ColumnsOf(File, field)))
        {
            CannotRunException? twice = Find(name, out column);
            if (column is not null || (twice is not null && Weighty.Contains(field)))
            {
                return twice;
            }
        }

        return null;
    }

    private CannotRunException? Find(string name, out Column? column)
    {
        column = null;
        if (name.StartsWith('#') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            column = number >= 1 && number <= Width ? new Column(number - 1, Header is null ? name : Header[number - 1]) : null;
            return null;
        }

        int[] places = Header is null ? [] : Places(Header, name);
        if (places.Length > 1)
        {
            string all = string.Join(", ", places.Select(static place => "#" + (place + 1).ToString(CultureInfo.InvariantCulture)));
            return new CannotRunException(new(
                $"\"{Path}\" has {places.Length} columns named \"{Header![places[0]]}\": {all}. Choose one by its number, such as --map "
                    + $"FIELD={all.Split(',')[0]}.",
                $"“{Path}”中有 {places.Length} 个名为“{Header[places[0]]}”的列：{all}。请用编号选择，"
                    + $"例如 --map 字段={all.Split(',')[0]}。"), Width);
        }

        column = places is [var only] ? new Column(only, Header![only]) : null;
        return null;
    }

    // By the very name, else by the folded one.
    private static int[] Places(string[] header, string name)
    {
        int[] same =
            [.. Enumerable.Range(0, header.Length).Where(i => header[i].Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))];
        string folded = Words.Folded(name);
        return same.Length > 0
            ? same
            : [.. Enumerable.Range(0, header.Length).Where(i => header[i].Length > 0 && Words.Folded(header[i]) == folded)];
    }

    private CannotRunException Missing(string column, string field)
    {
        string there = Header is null
            ? $"#1 … #{Width}"
            : string.Join(", ", Header.Where(static name => name.Length > 0).Select(RowProblem.Shown));
        (string payments, string payChinese) = (File, field) switch
        {
            (Fields.Orders, "amount") => (
                " If the amounts stand in another file, name it with --payments FILE.", "若金额在另一个文件中，请用 --payments 指定。"),
            (Fields.Links, "carrier") => (
                " If all are on one carrier, name it, such as --carrier WeCom.",
                "若都在同一载体上，请用 --carrier 指定，如 --carrier WeCom。"),
            _ => ("", ""),
        };
        return new CannotRunException(new(
            $"\"{Path}\" has no column \"{column}\" for the field {field}; it has: {there}. Name the right one with --map "
                + $"{field}=COLUMN.{payments}",
            $"“{Path}”中没有字段 {field} 所需的列“{column}”；现有的列：{there}。请用 --map {field}=列名 指定。{payChinese}"), Width);
    }
}
