namespace PrivateDomain.Testing;

/// <summary>Files of real shops, which are too large or not ours to ship.</summary>
internal static class RealData
{
    /// <summary>The path of a file in PRIVATE_DOMAIN_DATA, or else in a folder shared/data beside or above the repository. Skips the test
    /// where it is missing.</summary>
    internal static string PathOf(string name)
    {
        string? found = Places().Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists);
        if (found is null)
        {
            Assert.Skip($"NOT CHECKED: {name} is in no folder shared/data beside or above the repository, nor in PRIVATE_DOMAIN_DATA.");
        }

        return found;
    }

    private static IEnumerable<string> Places()
    {
        if (Environment.GetEnvironmentVariable("PRIVATE_DOMAIN_DATA") is { Length: > 0 } given)
        {
            yield return given;
            yield break;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared", "data");
        }
    }
}
