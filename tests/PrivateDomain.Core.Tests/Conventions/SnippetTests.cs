using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Conventions;

public sealed class SnippetTests
{
    [Fact]
    public void EveryCSharpFence_IsACompiledSnippet()
    {
        string[] pages =
        [
            Repository.PathTo("README.md"), Repository.PathTo("README.zh-CN.md"), Repository.PathTo("CONTRIBUTING.md"),
            .. Directory.GetFiles(Repository.PathTo("docs"), "*.md", SearchOption.AllDirectories),
        ];
        Dictionary<string, string> compiled = Snippets.Compiled(
            Directory.GetDirectories(Repository.PathTo("tests")).Select(static tests => Path.Combine(tests, "Docs"))
                .Where(Directory.Exists).SelectMany(static docs => Directory.GetFiles(docs, "*.cs"))
                .Concat(Directory.GetFiles(Repository.PathTo("docs", "samples"), "*.cs", SearchOption.AllDirectories)
                    .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                        StringComparison.Ordinal)))
                .Select(static f => File.ReadAllText(f).ReplaceLineEndings("\n")));

        Assert.NotEmpty(compiled);
        foreach (string page in Repository.Rewrites ? pages : [])
        {
            File.WriteAllText(page, Snippets.Rewritten(File.ReadAllText(page).ReplaceLineEndings("\n"), compiled));
        }

        Assert.Empty(pages.SelectMany(page =>
            Snippets.Breaches(Path.GetFileName(page), File.ReadAllText(page).ReplaceLineEndings("\n"), compiled)));
    }

    [Fact]
    public void TheCheck_SeesEveryKindOfBreach()
    {
        Dictionary<string, string> compiled = Snippets.Compiled(["x\n    // snippet: good\n    int a = 1;\n\n      a++;\n    // end\ny\n"]);
        Assert.Equal("int a = 1;\n\n  a++;", compiled["good"]);

        const string Page = "<!-- snippet: good -->\n```csharp\nint a = 1;\n\n  a++;\n```\n```csharp\nint b;\n```\n"
            + "<!-- snippet: gone -->\n```csharp\nint c;\n```\n<!-- snippet: good -->\n```cs\nint a = 2;\n```\n";
        Assert.Equal(
            ["p: C# without a snippet's name", "p: no snippet gone is compiled",
                "p: good is not what is compiled, which is\nint a = 1;\n\n  a++;"],
            Snippets.Breaches("p", Page, compiled));
        Assert.Equal(
            ["p: C# without a snippet's name", "p: no snippet gone is compiled"],
            Snippets.Breaches("p", Snippets.Rewritten(Page, compiled), compiled));
    }
}
