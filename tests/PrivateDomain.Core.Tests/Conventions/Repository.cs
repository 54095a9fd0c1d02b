namespace PrivateDomain.Core.Tests.Conventions;

/// <summary>The files of this repository, found from the folder the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution.</summary>
    internal static string Root { get; } = FindAbove(AppContext.BaseDirectory, "PrivateDomain.Core.sln")
        ?? throw new InvalidOperationException($"No PrivateDomain.Core.sln stands above {AppContext.BaseDirectory}.");

    /// <summary>Whether a run is asked to write the committed texts anew instead of comparing with them.</summary>
    internal static bool Rewrites => string.Equals(Environment.GetEnvironmentVariable("UPDATE_TEXTS"), "1", StringComparison.Ordinal);

    internal static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    internal static string Read(params string[] parts) => File.ReadAllText(PathTo(parts)).ReplaceLineEndings("\n");

    /// <summary>Compares a generated text with the committed one, or rewrites that when asked to.</summary>
    internal static void AssertCommitted(string generated, params string[] parts)
    {
        if (Rewrites)
        {
            File.WriteAllText(PathTo(parts), generated);
        }

        if (!string.Equals(Read(parts), generated, StringComparison.Ordinal))
        {
            Assert.Fail(
                $"{Path.Combine(parts)} is not what the code says. If the change is meant, run the tests once with UPDATE_TEXTS=1 "
                + $"and review the difference.\n{FirstDifference(Read(parts), generated)}");
        }
    }

    private static string FirstDifference(string committed, string generated)
    {
        string[] left = committed.Split('\n');
        string[] right = generated.Split('\n');
        int line = Enumerable.Range(0, Math.Max(left.Length, right.Length))
            .First(i => i >= left.Length || i >= right.Length || !string.Equals(left[i], right[i], StringComparison.Ordinal));
        return $"line {line + 1}\ncommitted: {left.ElementAtOrDefault(line)}\ncode says: {right.ElementAtOrDefault(line)}";
    }

    private static string? FindAbove(string start, string name)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, name)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
