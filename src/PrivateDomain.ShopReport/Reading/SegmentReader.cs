using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PrivateDomain.Core;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Forms;
using PrivateDomain.ShopReport.Reading.Tables;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Reads a file of segments: a name in brackets on a line of its own, then the rule in the library's text language. Every mistake
/// is listed with its place.</summary>
internal static class SegmentReader
{
    private const int NameMax = 128;

    /// <summary>The segments that can be read; null when there are none. All mistakes are added to the problems. A segment with a second
    /// name, <c>[name | other]</c>, is called by the one in the language of the report.</summary>
    /// <exception cref="CannotRunException">There is no such file.</exception>
    public static SegmentSet? Read(
        string path, Encoding encoding, Language language, ICollection<RowProblem> problems)
    {
        if (!File.Exists(path))
        {
            throw new CannotRunException(new($"There is no file \"{path}\".", $"找不到文件“{path}”。"));
        }

        string file = Path.GetFileName(path);
        var found = new List<RowProblem>();
        var segments = new List<(Segment Segment, int Line)>();
        var others = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string names, int line, string rule) in Blocks(File.ReadAllLines(path, encoding)))
        {
            string[] parts = names.Split('|', 2, StringSplitOptions.TrimEntries);
            string name = parts[0];
            if (parts is [_, { Length: > 0 } other])
            {
                others[name] = other;
            }

            if (name.Length == 0)
            {
                found.Add(new RowProblem(file, line, "-",
                    new("A segment begins with its name in brackets.", "分群应以方括号中的名称开头。")));
            }
            else if (parts.Any(static each => each.Length > NameMax || each.Any(char.IsControl)))
            {
                found.Add(new RowProblem(file, line, "-", new(
                    $"A segment's name has at most {NameMax} characters, and no control characters.",
                    $"分群名称最多 {NameMax} 个字符，且不含控制字符。")));
            }
            else if (SegmentText.TryParse(ShopFacts.Schema, rule, out SegmentRule? parsed, out ImmutableArray<Mistake> errors))
            {
                segments.Add((new Segment(name, parsed), line));
            }
            else
            {
                found.AddRange(errors.Select(error => new RowProblem(file, line + error.Line, Text(error.Column), Words(error.Reason))));
            }
        }

        SegmentSet.TryFrom(
            ShopFacts.Schema, segments.Select(static each => each.Segment), isExclusive: false, out SegmentSet? set,
            out ImmutableArray<Mistake> violations);
        found.AddRange(violations
            .Where(violation => found.Count == 0 || !violation.Reason.Definition.Equals(SegmentationReasons.UnknownSegmentNothingNear))
            .Select(violation => new RowProblem(file, LineOf(violation), "-", Words(violation.Reason))));
        foreach (RowProblem problem in found)
        {
            problems.Add(problem);
        }

        return (set ?? Whole(segments)) is { } read ? SegmentNaming.In(language, read, others) : null;

        int LineOf(Mistake violation) => PlaceOf(violation) is >= 0 and int place ? segments[place].Line : 1;
    }

    // Without those that refer to what is missing: the others are still counted.
    private static SegmentSet? Whole(List<(Segment Segment, int Line)> segments)
    {
        Segment[] left = [.. segments.Select(static each => each.Segment).DistinctBy(static segment => segment.Name)];
        while (left.Length > 0)
        {
            if (SegmentSet.TryFrom(
                ShopFacts.Schema, left, isExclusive: false, out SegmentSet? set, out ImmutableArray<Mistake> mistakes))
            {
                return set;
            }

            HashSet<int> wrong = [.. mistakes.Select(PlaceOf)];
            left = [.. left.Where((_, i) => !wrong.Contains(i) && !wrong.Contains(-1))];
        }

        return null;
    }

    // The path begins with segments[…]; -1 where it does not.
    private static int PlaceOf(Mistake mistake)
    {
        int end = mistake.Place.IndexOf(']', StringComparison.Ordinal);
        return end > 0 && int.TryParse(mistake.Place.AsSpan("segments[".Length..end), CultureInfo.InvariantCulture, out int place)
            ? place : -1;
    }

    // The rule of a segment begins on the line after its name, and keeps its own line numbers.
    private static IEnumerable<(string Name, int Line, string Rule)> Blocks(string[] lines)
    {
        string name = "";
        int start = 0;
        var rule = new StringBuilder();
        for (int i = 0; i <= lines.Length; i++)
        {
            string line = i < lines.Length ? lines[i] : "[]";
            string bare = line.Split('#')[0].Trim();
            if (i == lines.Length || (bare.StartsWith('[') && bare.EndsWith(']')))
            {
                if (name.Length > 0 || rule.ToString().Split('\n').Any(static each => each.Split('#')[0].Trim().Length > 0))
                {
                    yield return (name, start, rule.ToString());
                }

                (name, start) = (bare.Trim('[', ']').Trim(), i + 1);
                rule.Clear();
            }
            else
            {
                rule.Append(line).Append('\n');
            }
        }
    }

    private static string Text(int column) => column.ToString(CultureInfo.InvariantCulture);

    private static Bilingual Words(Reason reason) => new(reason.ToString(Language.English), reason.ToString(Language.SimplifiedChinese));
}
