using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>Finds public types whose documentation lacks what a reader of this library needs.</summary>
internal static partial class XmlDocs
{
    internal static string[] Breaches(IEnumerable<Type> types, XDocument documentation)
    {
        Dictionary<string, XElement> members = documentation.Descendants("member")
            .ToDictionary(static m => (string)m.Attribute("name")!, StringComparer.Ordinal);
        return [.. types.SelectMany(type => BreachesOf(type, members)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Members whose documentation names an article by its key or a rule by its row: those belong on the pages of sources and
    /// coverage.</summary>
    internal static string[] Keys(XDocument documentation) => [.. documentation.Descendants("member")
        .SelectMany(static member => KeyPattern().Matches(member.Value)
            .Select(match => $"{(string)member.Attribute("name")!}: {match.Value}"))];

    private static IEnumerable<string> BreachesOf(Type type, Dictionary<string, XElement> members)
    {
        string name = "T:" + type.FullName!.Replace('+', '.');
        if (!members.TryGetValue(name, out XElement? member))
        {
            yield return $"{type.Name}: no documentation";
            yield break;
        }

        if (!Chinese().IsMatch(member.Element("summary")?.Value ?? ""))
        {
            yield return $"{type.Name}: no Chinese term in the summary";
        }

        string remarks = member.Element("remarks")?.Value ?? "";
        if (type is { IsValueType: true, IsEnum: false }
            && !(Says(remarks, "default value") && (Says(remarks, "equality") || Says(remarks, "equal"))))
        {
            yield return $"{type.Name}: the remarks do not say what equality and the default value mean";
        }
    }

    private static bool Says(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\[[A-E]\]|\bD\d{1,2}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chinese();
}
