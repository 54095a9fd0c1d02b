using System.Diagnostics;
using System.Text.Json;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>ClickHouse inside a program of Node.js, which times each query itself: what lies between the two programs is not
/// counted.</summary>
internal sealed class ClickHouse : IDisposable
{
    private const string Installed = "tests/PrivateDomain.Sql.Tests/ClickHouse";
    private readonly Process program;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peers-");

    internal ClickHouse()
    {
        string[] arguments = [Path.Combine(Repository.Root, Here, "clickhouse.mjs"), Path.Combine(Repository.Root, Installed)];
        var start = new ProcessStartInfo("node", arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        program = Process.Start(start)!;
    }

    /// <summary>Why it cannot be asked; null where it can.</summary>
    internal static string? Missing { get; } =
        !Directory.Exists(Path.Combine(Repository.Root, Installed, "node_modules", "chdb"))
            ? $"chdb is not installed (npm install --no-package-lock --prefix {Installed})"
            : !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .Any(static place => File.Exists(Path.Combine(place, "node")) || File.Exists(Path.Combine(place, "node.exe")))
                ? "Node.js is not on the PATH"
                : null;

    private static string Here => Path.Combine("benchmarks", "PrivateDomain.Peers.Benchmarks", "ClickHouse");

    public void Dispose()
    {
        program.StandardInput.Close(); // it ends with its input
        program.WaitForExit();
        program.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>A file that both programs see, gone with this.</summary>
    internal string FileNamed(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Asks, and tells the cells of the answer and what the query alone took.</summary>
    internal (string[] Cells, Spent Spent) Ask(string query)
    {
        program.StandardInput.WriteLine(JsonSerializer.Serialize(query));
        string line = program.StandardOutput.ReadLine() ?? throw new InvalidOperationException("ClickHouse ended without an answer.");
        JsonElement answer = JsonElement.Parse(line);
        return answer.TryGetProperty("error", out JsonElement error)
            ? throw new InvalidOperationException($"ClickHouse cannot answer {query}: {error.GetString()}")
            : ([.. answer.GetProperty("cells").EnumerateArray().Select(static cell => cell.GetString()!)],
                new Spent(answer.GetProperty("wall").GetDouble(), answer.GetProperty("processor").GetDouble()));
    }
}
