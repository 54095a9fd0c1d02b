using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using PrivateDomain.Core.Internals.Documents;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>Every figure of every policy, as the policies describe them: what they check is what the page says.</summary>
public sealed class FiguresTests
{
    private const BindingFlags StaticOnes = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private const string NoLimit = " to 2147483647";

    [Fact]
    public void ThePage_ListsEveryFigureOfEveryPolicy() => Repository.AssertCommitted(Page(), "docs", "figures.md");

    [Fact]
    public void AllOptions_AreOnThePage()
    {
        HashSet<Type> described = [.. Described().Select(static d => d.Options)];
        Assert.True(described.Count >= 25);
        Assert.Empty(typeof(Money).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && !described.Contains(type))
            .Select(static t => t.Name));
    }

    [Fact]
    public void EveryFigure_HasARangeASourceAndBothLanguages() => Assert.Empty(
        Described().SelectMany(static d => Rows(d.Options, d.Description, d.Default).Select(row => (d.Options, Row: row)))
            .Where(static x => Breaches(x.Row).Any())
            .Select(static x => $"{x.Options.Name}.{x.Row.Path}: {string.Join(", ", Breaches(x.Row))}"));

    [Fact]
    public void TheCheck_SeesEveryKindOfBreach()
    {
        Bilingual good = new("good", "好");
        Bilingual none = new("", "");
        Assert.Equal(["no range", "no source", "no default"], Breaches(new FigureRow("a", good, good, none, none, none)));
        Assert.Empty(Breaches(new FigureRow("a", good, none, good, good, good)));
        Bilingual half = new("x", "");
        Assert.Equal(["no range", "no source", "no default"], Breaches(new FigureRow("a", good, good, half, half, half)));
        Assert.Equal("a \\| b", Cell("a | b"));
        Assert.Equal("at least 3", RangeOf(new FigureRow("a", good, none, new("3 to 2147483647", "好"), good, good)));
    }

    private static IEnumerable<string> Breaches(FigureRow row)
    {
        if (row.Range.English.Length == 0 || row.Range.Chinese.Length == 0)
        {
            yield return "no range";
        }

        if (row.Source.English.Length == 0 || row.Source.Chinese.Length == 0)
        {
            yield return "no source";
        }

        if (row.Value.English.Length == 0 || row.Value.Chinese.Length == 0)
        {
            yield return "no default";
        }
    }

    private static string Page()
    {
        var page = new StringBuilder()
            .Append("# Figures\n\nEvery figure of every policy: its range, its default and where that comes from. ")
            .Append("All can be replaced: `XPolicy.Create(policy.Options with { … })`.\n")
            .Append("A range includes its ends unless it says *above* or *below*; – is *not stated*, or differs from entry to entry.\n")
            .Append("This page is written by a test from the descriptions that the policies check.\n");
        foreach (var area in Described().GroupBy(static d => Area(d.Options), StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {area.Key}\n");
            foreach ((Type options, IDescription description, object? defaults) in area)
            {
                string name = $"{Capital(description.Name.English)} ({description.Name.Chinese})";
                page.Append(CultureInfo.InvariantCulture, $"\n### {name}: `{options.Name}`\n\n")
                    .Append("| figure | unit | range | default | source |\n| --- | --- | --- | --- | --- |\n");
                FigureRow[] rows = [.. Rows(options, description, defaults)];
                if (rows.Length == 0)
                {
                    page.Append("| – |  |  | nothing to set but what it asks for |  |\n");
                }

                HashSet<string> open = [.. Mistakes(description, defaults)];
                foreach (FigureRow row in rows)
                {
                    string value = open.Contains(row.Path) ? "to be stated" : Cell(row.Value.English);
                    page.Append(CultureInfo.InvariantCulture, $"| `{row.Path}` | {Cell(row.Unit.English)} | {Cell(RangeOf(row))} ")
                        .Append(CultureInfo.InvariantCulture, $"| {value} | {Cell(row.Source.English)} |\n");
                }
            }
        }

        return page.ToString();
    }

    // The options of every policy and what is made like them, in the order of the areas; parts of others are told with these.
    private static IEnumerable<(Type Options, IDescription Description, object? Default)> Described() => typeof(Money).Assembly.GetTypes()
        .Where(static t => !t.IsInterface && !t.ContainsGenericParameters)
        .SelectMany(static t => t.GetProperties(StaticOnes))
        .Where(static p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(Description<>))
        .Select(static p => (Options: p.PropertyType.GetGenericArguments()[0], Property: p))
        .Where(static d => IsWhole(d.Options))
        .DistinctBy(static d => d.Options)
        .OrderBy(static d => Array.IndexOf(AreaOrder.Areas, Area(d.Options)))
        .ThenBy(static d => d.Options.Name, StringComparer.Ordinal)
        .Select(static d => (d.Options, (IDescription)d.Property.GetValue(null)!, DefaultOf(d.Options)));

    private static bool IsWhole(Type type) => type.IsVisible &&
        (type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name.EndsWith("Figures", StringComparison.Ordinal));

    // A shop's options hold those of all policies, which have tables of their own.
    private static IEnumerable<FigureRow> Rows(Type options, IDescription description, object? defaults) => description.Rows(defaults)
        .Where(row => options != typeof(ShopOptions) || !row.Path.Contains('.', StringComparison.Ordinal));

    // Where the options as they come are wrong, the host has to state the figure.
    private static IEnumerable<string> Mistakes(IDescription description, object? defaults) =>
        ((ImmutableArray<Mistake>)CheckOf(description).Invoke(description, [defaults])!).Select(static mistake => mistake.Place);

    private static MethodInfo CheckOf(IDescription description) =>
        description.GetType().GetMethod("Check", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static string RangeOf(FigureRow row) => row.Range.English.EndsWith(NoLimit, StringComparison.Ordinal)
        ? $"at least {row.Range.English[..^NoLimit.Length]}"
        : row.Range.English;

    private static object? DefaultOf(Type options) => Activator.CreateInstance(options);

    private static string Area(Type type) => type.Namespace!["PrivateDomain.Core".Length..].TrimStart('.');

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
