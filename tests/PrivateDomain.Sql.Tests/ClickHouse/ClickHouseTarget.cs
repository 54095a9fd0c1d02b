using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PrivateDomain.Conformance;
using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;
using PrivateDomain.Core.Tests.Conventions;

namespace PrivateDomain.Sql.Tests;

/// <summary>ClickHouse inside a program of Node.js, which answers a line of JSON for each line of JSON.</summary>
internal sealed class ClickHouseTarget : IConformanceTarget, IDisposable
{
    private static readonly string Folder = Repository.PathTo("tests", "PrivateDomain.Sql.Tests", "ClickHouse");

    private readonly SqlConformanceTable table = SqlConformanceTable.From(SqlDialect.ClickHouse);
    private readonly Process program;

    internal ClickHouseTarget()
    {
        var start = new ProcessStartInfo("node", Path.Combine(Folder, "clickhouse.mjs"))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Folder,
        };
        program = Process.Start(start)!;
    }

    public ImmutableArray<Fact> Facts => ConformanceFacts.All;

    /// <summary>Why it cannot be executed; null where it can.</summary>
    internal static string? Missing =>
        !Directory.Exists(Path.Combine(Folder, "node_modules", "chdb"))
            ? "chdb is not installed (npm install --no-package-lock --prefix tests/PrivateDomain.Sql.Tests/ClickHouse)"
            : !Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
                .Any(static folder => File.Exists(Path.Combine(folder, "node")))
                ? "Node.js is not installed"
                : null;

    public void Fill(IReadOnlyList<ConformanceCustomer> customers)
    {
        Execute(SqlConformanceTable.DropText);
        Execute(table.CreateText);
        IEnumerable<string> rows = customers.Select(customer => JsonSerializer.Serialize(table.ColumnNames
            .Zip(table.CellsOf(customer)).ToDictionary(static cell => cell.First, static cell => cell.Second, StringComparer.Ordinal)));
        Execute($"insert into {SqlConformanceTable.Name} format JSONEachRow {string.Join('\n', rows)}");
    }

    public ConformanceSelection Select(SegmentRule rule)
    {
        Answer<SqlText> asked = table.Mapping.Filter(rule, ConformanceFacts.Today);
        if (!asked.TryGet(out SqlText? where))
        {
            return ConformanceSelection.Failed(string.Join(' ', asked.Reasons), "");
        }

        var parameters = where.Parameters.Select(static (value, n) => (Name: $"p{n + 1}", Value: TextOf(value)))
            .ToDictionary(static p => p.Name, static p => p.Value, StringComparer.Ordinal);
        string query = SqlConformanceTable.QueryOf(where);
        string shown = $"{query} ({string.Join("; ", parameters.Values)})";
        JsonElement answer = Ask(new { query, parameters });
        return answer.TryGetProperty("error", out JsonElement error)
            ? ConformanceSelection.Failed(error.GetString()!, shown)
            : ConformanceSelection.From(answer.GetProperty("ids").EnumerateArray().Select(static id => id.GetInt32()), shown);
    }

    public void Dispose()
    {
        program.StandardInput.Close(); // it ends with its input
        program.WaitForExit();
        program.Dispose();
    }

    private static string TextOf(object value) => value switch
    {
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private void Execute(string statement)
    {
        if (Ask(new { statement }).TryGetProperty("error", out JsonElement error))
        {
            Assert.Fail($"{statement}: {error}");
        }
    }

    private JsonElement Ask(object request)
    {
        program.StandardInput.WriteLine(JsonSerializer.Serialize(request));
        string answer = program.StandardOutput.ReadLine() ?? throw new InvalidOperationException("ClickHouse ended without an answer.");
        return JsonSerializer.Deserialize<JsonElement>(answer);
    }
}
