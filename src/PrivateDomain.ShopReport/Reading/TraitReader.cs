using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.ShopReport.Reading.Tables;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Reads what researched customers answered: a column of customers, and one for each question. An empty field is a question that
/// was not answered.</summary>
internal static class TraitReader
{
    private const int AnswersMax = 40; // what is answered in more ways is free text

    /// <exception cref="CannotRunException">The file or the column of customers is missing.</exception>
    public static ImmutableArray<TraitRow> Read(string path, ReportOptions options, ReadingNotes notes, ICollection<RowProblem> problems)
    {
        string file = Path.GetFileName(path);
        string column = options.Columns.For(Fields.Traits, "customer") ?? "customer";
        RawRow[] rows = [.. TableFile.Open(path, options.OtherFormat).Rows()];
        string[] header = rows.Length == 0 ? [] : rows[0].Fields;
        int place = Array.FindIndex(header, each => each.Equals(column, StringComparison.OrdinalIgnoreCase));
        if (place < 0)
        {
            throw new CannotRunException(new(
                $"\"{path}\" has no column \"{column}\"; it has: {string.Join(", ", header)}. "
                    + "Name the right one with --map traits.customer=COLUMN.",
                $"“{path}”中没有列“{column}”；现有的列：{string.Join("、", header)}。请用 --map traits.customer=列名 指定。"));
        }

        ILookup<int, string> known = rows.Skip(1)
            .SelectMany(row => row.Fields.Select(static (text, i) => (i, text)))
            .Where(each => each.text.Length > 0 && each.i != place && each.i < header.Length)
            .Distinct().ToLookup(static each => each.i, static each => each.text);
        foreach (int free in Enumerable.Range(0, header.Length).Where(i => known[i].Skip(AnswersMax).Any()))
        {
            notes.Warn(new(
                $"{file}: \"{RowProblem.Shown(header[free])}\" has more than {AnswersMax} different answers and is not compared.",
                $"{file}：“{RowProblem.Shown(header[free])}”有超过 {AnswersMax} 种答案，未作比较。"));
        }

        var read = ImmutableArray.CreateBuilder<TraitRow>();
        var seen = new HashSet<CustomerId>();
        var nobody = new Dictionary<ReasonDefinition, int>();
        foreach (RawRow row in rows.Skip(1))
        {
            if (!row.IsBroken && row.Fields.Length == header.Length && CustomerNames.WhyNobody(row.Fields[place]) is { } why)
            {
                nobody[why] = nobody.GetValueOrDefault(why) + 1;
            }
            else if (row.IsBroken || row.Fields.Length != header.Length
                || !CustomerId.TryFrom(CustomerNames.Plain(row.Fields[place]), out CustomerId customer))
            {
                problems.Add(new RowProblem(
                    file, row.Line, column, new("A customer and a field for each question are needed.", "应有客户，且每个问题各一列。")));
            }
            else if (!seen.Add(customer))
            {
                problems.Add(new RowProblem(file, row.Line, column, new($"\"{customer}\" is there twice.", $"“{customer}”重复出现。")));
            }
            else
            {
                read.Add(new TraitRow(customer, AnswersOf(row.Fields)));
            }
        }

        notes.WarnOfNobody(nobody, file);
        return read.ToImmutable();

        ImmutableDictionary<string, bool> AnswersOf(string[] fields) => Enumerable.Range(0, fields.Length)
            .Where(i => i != place && fields[i].Length > 0 && !known[i].Skip(AnswersMax).Any())
            .SelectMany(i => known[i].Select(answer => (Trait: $"{header[i]}: {answer}", Holds: answer == fields[i])))
            .ToImmutableDictionary(static each => each.Trait, static each => each.Holds, StringComparer.Ordinal);
    }
}
