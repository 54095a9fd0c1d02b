using System.Globalization;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.ShopReport.Reading.Tables;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>One row while it is being read; each field that cannot be used adds a problem.</summary>
internal sealed class Row(TableHead head, RawRow raw, DateReader dates, ICollection<RowProblem> problems)
{
    private const decimal NumberMax = 1_000_000_000_000m;
    private const char Undecodable = '�';

    /// <summary>Whether a problem was found so far.</summary>
    public bool IsBad { get; private set; }

    /// <summary>Why the row is of no customer although one was asked for; null when it is of one.</summary>
    public ReasonDefinition? WhyNobody { get; private set; }

    /// <summary>The line on which the row begins.</summary>
    public long Line => raw.Line;

    /// <summary>The system that wrote the file, where it is known.</summary>
    public Preset? Preset => head.Preset;

    /// <summary>Whether the row as a whole can be read.</summary>
    public bool HasForm()
    {
        if (raw.IsBroken)
        {
            Blame("-", new("The quotes in this row do not match.", "本行的引号不成对。"));
        }
        else if (raw.Fields.Length < head.FieldsNeeded
            || (raw.Fields.Length > head.Width && raw.Fields.Skip(head.Width).Any(static field => field.Length > 0)))
        {
            Blame("-", new($"The row has {raw.Fields.Length} fields, but {head.Width} are needed.",
                $"本行有 {raw.Fields.Length} 个字段，应为 {head.Width} 个。"));
        }
        else if (Array.FindIndex(raw.Fields, static field => field.Contains(Undecodable, StringComparison.Ordinal)) is >= 0 and int at)
        {
            Blame("#" + (at + 1).ToString(CultureInfo.InvariantCulture), new(
                "The text is not in the expected encoding; try --encoding gb18030.", "文本编码不符，可尝试 --encoding gb18030。"));
        }

        return !IsBad;
    }

    /// <summary>Whether the file has the field and this row fills it.</summary>
    public bool Has(string field) => Text(field).Length > 0;

    /// <summary>Whether the file has the field.</summary>
    public bool HasColumn(string field) => head.FormOf(field).Place >= 0;

    /// <summary>The text; empty when the file has no such column.</summary>
    public string Text(string field) => TextAt(head.FormOf(field).Place);

    /// <summary>An identifier, which must be there.</summary>
    public TId Id<TId>(string field)
        where TId : struct, IIdentifier<TId> => Id<TId>(field, Text(field));

    /// <summary>A customer, in the form in which the rows of all files are compared; must be there, and see <see cref="WhyNobody"/>.
    /// </summary>
    public CustomerId Customer(string field)
    {
        string text = Text(field);
        WhyNobody = CustomerNames.WhyNobody(text);
        return Id<CustomerId>(field, CustomerNames.Plain(text));
    }

    /// <summary>A name, which follows the same rule as an identifier.</summary>
    public string Name(string field) => Id<CustomerId>(field).Text;

    /// <summary>A name where there is one, otherwise empty.</summary>
    public string NameIfAny(string field) => Has(field) ? Name(field) : "";

    /// <summary>A number from a least one on.</summary>
    public decimal Number(string field, decimal min = 0m, decimal max = NumberMax)
    {
        FieldForm form = head.FormOf(field);
        string written = TextAt(form.Place);
        if (NumberText.TryReadPlain(written, form.Mark, out decimal number) && number >= min && number <= max)
        {
            return number;
        }

        if (!NumberText.TryTake(written, out NumberText text) || text.Unit.Length > 0 || !text.TryRead(form.Mark, out number))
        {
            Blame(field, new($"\"{Shown(field)}\" is no number.", $"“{Shown(field)}”不是数字。"));
        }
        else if (!NumberText.MayBe(text.Currency, head.CurrencyCode))
        {
            Blame(field, new(
                $"\"{Shown(field)}\" is no amount in {head.CurrencyCode}; if the shop counts in another currency, say so with --currency.",
                $"“{Shown(field)}”不是以 {head.CurrencyCode} 计的金额；若店铺使用其他货币，请用 --currency 指定。"));
        }
        else if (number < min || number > max)
        {
            Blame(field, new(
                string.Create(CultureInfo.InvariantCulture, $"{number} is outside {min} to {max}."),
                string.Create(CultureInfo.InvariantCulture, $"{number} 不在 {min} 至 {max} 之间。")));
        }
        else
        {
            return number;
        }

        return 0m; // nothing is computed with what cannot be used
    }

    /// <summary>A whole number, 0 or more.</summary>
    public long Whole(string field)
    {
        decimal number = Number(field);
        if (number != decimal.Truncate(number))
        {
            Blame(field, new($"\"{Shown(field)}\" is no whole number.", $"“{Shown(field)}”不是整数。"));
        }

        return IsBad ? 0L : (long)number;
    }

    /// <summary>A number where there is one.</summary>
    public decimal? NumberIfAny(string field) => Has(field) ? Number(field) : null;

    /// <summary>A local date and time.</summary>
    public LocalDateTime Date(string field)
    {
        FieldForm form = head.FormOf(field);
        string text = TextAt(form.Place);
        text = form.IsUtc && text.Contains(':', StringComparison.Ordinal) && !text.EndsWith('Z') ? text + "Z" : text;
        if (!dates.TryRead(text, form.Order, out LocalDateTime date))
        {
            Blame(field, new($"\"{Shown(field)}\" is no date such as {dates.Example}; if dates are written in another form, name it with "
                + $"--date-format.",
                $"“{Shown(field)}”不是日期（格式如 {dates.Example}）；若日期另有写法，请用 --date-format 指定。"));
        }

        return date;
    }

    /// <summary>A local date and time where there is one.</summary>
    public LocalDateTime? DateIfAny(string field) => Has(field) ? Date(field) : null;

    /// <summary>Says that the row cannot be used, because of a field.</summary>
    public void Blame(string field, Bilingual reason)
    {
        IsBad = true;
        problems.Add(new RowProblem(
            head.Name, raw.Line, head.Columns.TryGetValue(field, out Column column) ? RowProblem.Shown(column.Name) : field, reason));
    }

    /// <summary>A number that may be missing, unreadable, or have a unit behind it: it never costs the row.</summary>
    public decimal? Count(string field)
    {
        FieldForm form = head.FormOf(field);
        string written = TextAt(form.Place);
        return written.Length > 0 && (NumberText.TryReadPlain(written, form.Mark, out decimal number)
                || (NumberText.TryTake(written, out NumberText text) && text.TryRead(form.Mark, out number)))
            && Math.Abs(number) <= NumberMax ? number : null;
    }

    private TId Id<TId>(string field, string text)
        where TId : struct, IIdentifier<TId>
    {
        if (!TId.TryFrom(text, out TId id))
        {
            Blame(field, Text(field).Length == 0
                ? new("There is no value.", "缺少值。")
                : new($"\"{Shown(field)}\" is no name (1 to 128 characters, no control characters).",
                    $"“{Shown(field)}”不是有效名称（1 至 128 个字符，不含控制字符）。"));
        }

        return id;
    }

    // ="00123", '00123 and `00123 are how spreadsheets are told to keep a text.
    internal static string Plain(string field) =>
        field is ['=', '"', .., '"'] ? field[2..^1].Trim() : field is ['\'' or '`', ..] ? field[1..].Trim() : field;

    private string TextAt(int place) => place >= 0 && place < raw.Fields.Length ? Plain(raw.Fields[place]) : "";

    private string Shown(string field) => RowProblem.Shown(Text(field));
}
