using System.Reflection;
using System.Text.RegularExpressions;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>Holds the coverage page against the code: every row names types that exist and tests that run.</summary>
internal static partial class Coverage
{
    internal static IEnumerable<string> Breaches(string markdown, Assembly library, Assembly tests)
    {
        int last = 0;
        foreach (string[] cells in markdown.Split('\n').Where(static l => RowPattern().IsMatch(l))
            .Select(static l => l.Split('|', StringSplitOptions.TrimEntries)))
        {
            int row = int.Parse(cells[1].AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
            if (row <= last || row > 53)
            {
                yield return $"D{row}: out of order";
            }

            last = row;
            string[] types = Names(cells[3]);
            string[] proofs = Names(cells[4]);
            if (types.Length == 0 || proofs.Length == 0)
            {
                yield return $"D{row}: without a type or a test";
            }

            foreach (string type in types.Where(t =>
                !library.GetExportedTypes().Any(e => string.Equals(e.Name.Split('`')[0], t, StringComparison.Ordinal))))
            {
                yield return $"D{row}: no type {type}";
            }

            foreach (string proof in proofs.Where(p => !IsTest(p, tests)))
            {
                yield return $"D{row}: no test {proof}";
            }
        }
    }

    private static bool IsTest(string proof, Assembly tests)
    {
        string[] parts = proof.Split('.');
        return parts.Length == 2 && tests.GetTypes()
            .Where(t => string.Equals(t.Name, parts[0], StringComparison.Ordinal))
            .SelectMany(static t => t.GetMethods())
            .Any(m => string.Equals(m.Name, parts[1], StringComparison.Ordinal) && m.IsDefined(typeof(FactAttribute), inherit: true));
    }

    private static string[] Names(string cell) => [.. NamePattern().Matches(cell).Select(static m => m.Groups["name"].Value)];

    [GeneratedRegex(@"^\| D\d+ \|", RegexOptions.None, 1000)]
    private static partial Regex RowPattern();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}
