using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>Whoever knows one page of the documentation finds their way in all, and every page is found.</summary>
public sealed class PageTests
{
    private static readonly string[] Headings = ["Purpose", "Types", "Rules and defaults", "Reasons", "Example", "What it does not do"];

    // Lists and reports, not pages of an area.
    private static readonly string[] Others =
    [
        "README.md", "concepts.md", "concepts.zh-CN.md", "coverage.md", "figures.md", "long-runs.md", "mutation.md", "performance.md",
        "reading-aloud.md", "scale.md",
        "reasons.md", "shop-report.md", "sources.md",
    ];

    [Fact]
    public void AreaPages_HaveTheSameHeadings()
    {
        string[] pages = [.. Directory.GetFiles(Repository.PathTo("docs"), "*.md")
            .Where(static page => !Others.Contains(Path.GetFileName(page), StringComparer.Ordinal))];
        Assert.True(pages.Length >= 14); // fewer than rooms: one page may tell of two
        Assert.Empty(pages.Where(static page => !HasHeadings(File.ReadAllText(page))).Select(Path.GetFileName));
    }

    [Fact]
    public void EveryPage_IsLinkedFromTheReadme_OrFromAPageThatIs()
    {
        string[] readmes = [Repository.Read("README.md"), Repository.Read("README.zh-CN.md")];
        foreach (string readme in readmes)
        {
            string[] pages = [.. Directory.GetFiles(Repository.PathTo("docs"), "*.md")];
            string linked = readme + string.Concat(pages.Where(page => IsLinked(readme, page)).Select(File.ReadAllText));
            Assert.Empty(pages.Where(page => !IsLinked(linked, page)).Select(Path.GetFileName));
        }
    }

    [Fact]
    public void TheCheck_SeesWhatIsMissingOrOutOfOrder()
    {
        string good = string.Concat(Headings.Select(static heading => $"## {heading}\n\ntext\n\n"));
        Assert.True(HasHeadings("# Page\n\n" + good));
        Assert.False(HasHeadings(good.Replace("## Reasons\n", "", StringComparison.Ordinal)));
        Assert.False(HasHeadings(good + "## More\n"));
        Assert.False(HasHeadings(good.Replace("## Types", "## Reasons", StringComparison.Ordinal)));
        Assert.False(IsLinked("[x](docs/a.md)", "b.md"));
    }

    private static bool HasHeadings(string page) => page.ReplaceLineEndings("\n").Split('\n')
        .Where(static line => line.StartsWith("## ", StringComparison.Ordinal)).Select(static line => line[3..].Trim())
        .SequenceEqual(Headings, StringComparer.Ordinal);

    private static bool IsLinked(string text, string page) =>
        text.Contains($"(docs/{Path.GetFileName(page)})", StringComparison.Ordinal)
            || text.Contains($"({Path.GetFileName(page)})", StringComparison.Ordinal);
}
