using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using PrivateDomain.ShopReport.Reading;

namespace PrivateDomain.ShopReport;

/// <summary>How a merchant's files are read, kept in a file: columns by <c>file.field</c>, status words, and what columns leave in
/// doubt.</summary>
internal sealed record MappingFile
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public ImmutableSortedDictionary<string, string> Columns { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableSortedDictionary<string, string> Statuses { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string? DateOrder { get; init; }

    public string? Decimal { get; init; }

    public string? AmountPer { get; init; }

    public string? Carrier { get; init; }

    /// <exception cref="CannotRunException">There is no such file, or it is no mapping.</exception>
    public static MappingFile Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new CannotRunException(new($"There is no file \"{path}\".", $"找不到文件“{path}”。"));
        }

        try
        {
            return JsonSerializer.Deserialize<MappingFile>(File.ReadAllText(path), Json) ?? new MappingFile();
        }
        catch (JsonException problem)
        {
            throw new CannotRunException(new(
                $"\"{path}\" is no mapping: {problem.Path ?? "$"}, line {problem.LineNumber + 1}. Make one with --save-mapping FILE.",
                $"“{path}”不是映射文件：{problem.Path ?? "$"}，第 {problem.LineNumber + 1} 行。可用 --save-mapping 生成。"));
        }
    }

    /// <summary>Writes what was understood and what was said.</summary>
    public static void Write(string path, ReadingReport reading, ReportOptions options) => File.WriteAllText(path, JsonSerializer.Serialize(
        new MappingFile
        {
            Columns = reading.Columns,
            Statuses = options.StatusWords.ToImmutableSortedDictionary(
                static each => each.Key, static each => Words.NameOf(each.Value), StringComparer.Ordinal),
            DateOrder = options.DateOrder switch
            {
                Reading.Tables.DateOrder.DayFirst => "day-first",
                Reading.Tables.DateOrder.MonthFirst => "month-first",
                _ => null,
            },
            Decimal = options.DecimalMark switch { '.' => "point", ',' => "comma", _ => null },
            AmountPer = options.AmountPer switch { Reading.AmountPer.Line => "line", Reading.AmountPer.Order => "order", _ => null },
            Carrier = options.Carrier,
        },
        Json) + "\n");
}
