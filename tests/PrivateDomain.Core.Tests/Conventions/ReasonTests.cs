using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>Every kind of reason the library has, in the order of its area and of precedence.</summary>
public sealed partial class ReasonTests
{
    [Fact]
    public void EveryReason_KeepsTheRules() => Assert.Empty(Breaches(AllDefinitions()));

    [Fact]
    public void TheDocs_ListEveryReason_InOrder() => Repository.AssertCommitted(Page(), "docs", "reasons.md");

    [Fact]
    public void TheCheck_SeesEveryKindOfBreach() => Assert.Equal(
        [
            "a.b: Chinese sentence without Chinese", "a.b: Chinese sentence without 。 at its end", "a.b: English sentence with Chinese",
            "a.b: English sentence without a full stop", "a.b: the code is used twice", "a.b: the sentences show different values",
        ],
        Breaches([new("a.b", "汉 {found}", "x {required}"), new("a.b", "Good.", "好。")]).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Breaches(IReadOnlyList<ReasonDefinition> definitions)
    {
        foreach (ReasonDefinition reason in definitions)
        {
            (string english, string chinese) = (reason.Sentence.English, reason.Sentence.Chinese);
            (bool Broken, string What)[] rules =
            [
                (!english.EndsWith('.'), "English sentence without a full stop"),
                (Chinese().IsMatch(english), "English sentence with Chinese"),
                (!chinese.EndsWith('。'), "Chinese sentence without 。 at its end"),
                (!Chinese().IsMatch(chinese), "Chinese sentence without Chinese"),
                (!Placeholders(english).SetEquals(Placeholders(chinese)), "the sentences show different values"),
            ];
            foreach ((_, string what) in rules.Where(static r => r.Broken))
            {
                yield return $"{reason.Code}: {what}";
            }
        }

        foreach (IGrouping<string, ReasonDefinition> twice in definitions.GroupBy(static d => d.Code, StringComparer.Ordinal)
            .Where(static g => g.Count() > 1))
        {
            yield return $"{twice.Key}: the code is used twice";
        }
    }

    private static HashSet<string> Placeholders(string sentence) =>
        [.. PlaceholderPattern().Matches(sentence).Select(static m => m.Groups["value"].Value)];

    private static List<ReasonDefinition> AllDefinitions() => [.. Catalogs().SelectMany(static c => DefinitionsOf(c))];

    private static IEnumerable<Type> Catalogs() => typeof(Money).Assembly.GetTypes()
        .Where(static t => DefinitionsOf(t).Any())
        .OrderBy(static t => Array.IndexOf(AreaOrder.Areas, Area(t)))
        .ThenBy(static t => t.Name, StringComparer.Ordinal);

    private static string Area(Type type) =>
        type.Namespace!.Length == "PrivateDomain.Core".Length ? "" : type.Namespace["PrivateDomain.Core.".Length..];

    private static IEnumerable<ReasonDefinition> DefinitionsOf(Type type) => type
        .GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(static p => p.PropertyType == typeof(ReasonDefinition))
        .OrderBy(static p => p.MetadataToken)
        .Select(static p => (ReasonDefinition)p.GetValue(null)!);

    private static string Page()
    {
        var page = new StringBuilder()
            .Append("# Reasons\n\nEvery reason the library can give, in the order of precedence within its area. ")
            .Append("Codes are stable and never reused.\n")
            .Append("This page is written by a test from the code.\n");
        foreach (Type catalog in Catalogs())
        {
            page.Append(CultureInfo.InvariantCulture,
                $"\n## {(Area(catalog).Length == 0 ? "Vocabulary" : Area(catalog))}: `{catalog.Name}`\n\n");
            page.Append("| code | English | 简体中文 |\n| --- | --- | --- |\n");
            foreach (ReasonDefinition reason in DefinitionsOf(catalog))
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{reason.Code}` | {reason.Sentence.English} | {reason.Sentence.Chinese} |\n");
            }
        }

        return page.ToString();
    }

    [GeneratedRegex(@"\{(?<value>found|required)(\|[^}]*)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlaceholderPattern();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chinese();
}
