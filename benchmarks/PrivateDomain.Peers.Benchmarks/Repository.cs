namespace PrivateDomain.Peers.Benchmarks;

/// <summary>The clone that the program stands in.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution, above the program.</summary>
    internal static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string folder)
    {
        for (DirectoryInfo? place = new(folder); place is not null; place = place.Parent)
        {
            if (File.Exists(Path.Combine(place.FullName, "PrivateDomain.Core.sln")))
            {
                return place.FullName;
            }
        }

        throw new InvalidOperationException($"No clone stands around {folder}.");
    }
}
