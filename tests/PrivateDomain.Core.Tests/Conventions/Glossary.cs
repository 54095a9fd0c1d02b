using System.Reflection;
using System.Text.RegularExpressions;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>Holds the glossary against the code: every term has both languages, a definition and public members that exist.</summary>
internal static partial class Glossary
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    internal static IEnumerable<string> Breaches(string page, Assembly library)
    {
        foreach (string[] cells in Rows(page))
        {
            string term = cells[1];
            if (cells.Length != 6 || cells[1..4].Any(static cell => cell.Length == 0))
            {
                yield return $"{term}: a cell is empty";
                continue;
            }

            string[] members = [.. Member().Matches(cells[4]).Select(static m => m.Groups["path"].Value)];
            if (members.Length == 0)
            {
                yield return $"{term}: no member answers it";
            }

            foreach (string member in members.Where(m => !Exists(m, library)))
            {
                yield return $"{term}: no public {member}";
            }
        }
    }

    internal static IEnumerable<string[]> Rows(string page) => page.Split('\n')
        .SkipWhile(static line => line is not "### Glossary").Skip(1)
        .TakeWhile(static line => !line.StartsWith('#'))
        .Where(static line => line.StartsWith('|') && !line.StartsWith("| ---", StringComparison.Ordinal))
        .Skip(1)
        .Select(static line => line.Split('|', StringSplitOptions.TrimEntries));

    private static bool Exists(string path, Assembly library)
    {
        string[] parts = path.Split('.');
        return library.GetExportedTypes().Any(type => string.Equals(type.Name.Split('`')[0], parts[0], StringComparison.Ordinal)
            && (parts.Length == 1 || type.GetMember(parts[1], Public).Length > 0));
    }

    [GeneratedRegex("`(?<path>[A-Za-z]+(\\.[A-Za-z]+)?)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Member();
}
