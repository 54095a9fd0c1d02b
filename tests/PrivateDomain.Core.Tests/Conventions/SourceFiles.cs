using System.Text.RegularExpressions;

namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>Conventions of source files: how long a line may be, and what a file is named for.</summary>
internal static partial class SourceFiles
{
    internal const int ColumnsMax = 140;

    /// <summary>The C# files of the repository with their text, by path from its root with slashes.</summary>
    internal static IEnumerable<(string Path, string Text)> All() => new[] { "src", "tests", "benchmarks", "docs" }
        .SelectMany(static folder => Directory.EnumerateFiles(Repository.PathTo(folder), "*.cs", SearchOption.AllDirectories))
        .Select(static path => (Path: Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), Full: path))
        .Where(static file => !file.Path.Split('/').Any(static part => part is "bin" or "obj"))
        .Select(static file => (file.Path, File.ReadAllText(file.Full)));

    /// <summary>How many lines of a text are longer than the limit.</summary>
    internal static int LongLines(string text) => text.Split('\n').Count(static line => ColumnsOf(line.TrimEnd('\r')) > ColumnsMax);

    // A letter of Chinese, or a full-width sign, takes two columns.
    private static int ColumnsOf(string line) => line.Length + line.Count(static c => c is (>= '\u1100' and <= '\u115F')
        or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFE30' and <= '\uFE4F') or (>= '\uFF00' and <= '\uFF60') or (>= '\uFFE0' and <= '\uFFE6'));

    /// <summary>
    /// Whether a file is named for a type it holds (of a part, <c>Type.Part.cs</c>, the first word counts), or, where it holds several, for
    /// the family they are of:
    /// <c>LinkEvents.cs</c> holds types that derive from an …Event. A program and a list of attributes hold no type.
    /// </summary>
    internal static bool IsNamedForItsContent(string path, string text)
    {
        string name = Path.GetFileNameWithoutExtension(path).Split('.')[0];
        Match[] types = [.. Type().Matches(text).OfType<Match>()];
        return types.Length == 0
            || Array.Exists(types, type => string.Equals(type.Groups["name"].Value, name, StringComparison.Ordinal))
            || (types.Length > 1 && Array.Exists(types, type =>
                type.Groups["base"].Value is { Length: > 0 } parent
                    && name.EndsWith(LastWord().Match(parent).Value + "s", StringComparison.Ordinal)));
    }

    [GeneratedRegex(
        """^(\[.*\]\s*)*((public|internal|file|sealed|static|abstract|readonly|ref|partial|unsafe) )*"""
            + """(class|struct|interface|enum|record( struct| class)?) (?<name>\w+)(<[^>\n]*>)?(\([^{;]*?\))?(\s*:\s*(?<base>\w+))?""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Type();

    [GeneratedRegex("[A-Z][a-z]*$", RegexOptions.None, 5_000)]
    private static partial Regex LastWord();
}
