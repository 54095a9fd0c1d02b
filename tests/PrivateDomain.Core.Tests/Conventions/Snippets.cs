using System.Text.RegularExpressions;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>Holds the C# of Markdown pages against the compiled snippets of the tests.</summary>
internal static partial class Snippets
{
    /// <summary>The text between "// snippet: name" and "// end", dedented, by name.</summary>
    internal static Dictionary<string, string> Compiled(IEnumerable<string> sources)
    {
        var snippets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in sources.SelectMany(source => SourcePattern().Matches(source)))
        {
            snippets.Add(match.Groups["name"].Value, Dedent(match.Groups["code"].Value));
        }

        return snippets;
    }

    /// <summary>What is wrong with the C# of a page: not named, named but unknown, or not what is compiled.</summary>
    internal static IEnumerable<string> Breaches(string page, string markdown, IReadOnlyDictionary<string, string> compiled)
    {
        foreach (Match fence in FencePattern().Matches(markdown))
        {
            string name = fence.Groups["name"].Value;
            if (name.Length == 0)
            {
                yield return $"{page}: C# without a snippet's name";
            }
            else if (!compiled.TryGetValue(name, out string? code))
            {
                yield return $"{page}: no snippet {name} is compiled";
            }
            else if (!string.Equals(code, fence.Groups["code"].Value.TrimEnd('\n'), StringComparison.Ordinal))
            {
                yield return $"{page}: {name} is not what is compiled, which is\n{code}";
            }
        }
    }

    /// <summary>The page with the compiled text of every snippet that it names.</summary>
    internal static string Rewritten(string markdown, IReadOnlyDictionary<string, string> compiled) =>
        FencePattern().Replace(markdown, fence => compiled.TryGetValue(fence.Groups["name"].Value, out string? code)
            ? $"{fence.Value[..(fence.Groups["code"].Index - fence.Index)]}{code}\n```"
            : fence.Value);

    private static string Dedent(string code)
    {
        string[] lines = code.Trim('\n').TrimEnd().Split('\n');
        int indent = lines.Where(static l => l.Length > 0).Min(static l => l.Length - l.TrimStart().Length);
        return string.Join('\n', lines.Select(l => l.Length == 0 ? "" : l[indent..]));
    }

    [GeneratedRegex(@"^[ ]*// snippet: (?<name>\S+)\n(?<code>.*?)\n[ ]*// end$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex SourcePattern();

    [GeneratedRegex(@"(<!-- snippet: (?<name>\S+) -->\n)?```(csharp|cs|c#)\n(?<code>.*?)```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 5000)]
    private static partial Regex FencePattern();
}
