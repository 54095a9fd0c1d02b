using System.Diagnostics;
using PrivateDomain.Core.Tests.Conventions;

namespace PrivateDomain.Orleans.Tests;

/// <summary>docs/samples/EventIntake, in small size, and larger in a long run: silos are processes that are killed, and the database is,
/// while events come in.</summary>
public sealed class EventIntakeTests(ITestOutputHelper output)
{
    private const int Missing = 2;
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(20);

    [Fact]
    public async Task KilledProcesses_NothingLost_NothingDoubled_CapsAndBudgetsKept()
    {
        (int exitCode, string[] lines) = await Run(
            "--silos", "2", "--kills", Chance.IsLong ? "12" : "1", "--events", Chance.IsLong ? "100000" : "600", "--customers",
            Chance.IsLong ? "5000" : "40", "--newcomers", Chance.IsLong ? "1000" : "20", "--seconds", "600", "--feeders", "2",
            "--seed", FormattableString.Invariant($"{1 + Chance.RunSeed}"));
        Assert.SkipWhen(exitCode == Missing, lines[0]);
        Assert.True(exitCode == 0, string.Join('\n', lines));
        Assert.Equal(0, Count(lines, "lost"));
        Assert.Equal(0, Count(lines, "doubled"));
        Assert.Equal(0, Count(lines, "caps and budgets broken"));
        Assert.Equal(0, Count(lines, "histories that differ"));
        Assert.Equal(Chance.IsLong ? 12 : 1, Count(lines, "silos killed"));
        Assert.Equal(Chance.IsLong ? 5_000 : 40, Count(lines, "touches recorded"));
    }

    private static int Count(string[] lines, string what) =>
        int.Parse(Assert.Single(lines, line => line.StartsWith(what + "  ", StringComparison.Ordinal))[what.Length..].Split(
            ' ', StringSplitOptions.RemoveEmptyEntries)[0], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(int ExitCode, string[] Lines)> Run(params string[] arguments)
    {
        string built = Path.GetFullPath(AppContext.BaseDirectory).TrimEnd(Path.DirectorySeparatorChar);
        string program = Path.Combine(Repository.Root, "docs", "samples", "EventIntake", "bin",
            Path.GetFileName(Path.GetDirectoryName(built)!), "net10.0", "EventIntake.dll");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (string argument in (string[])[program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        using var ending = new CancellationTokenSource(Deadline);
        string said = await process.StandardOutput.ReadToEndAsync(ending.Token);
        await process.WaitForExitAsync(ending.Token);
        output.WriteLine(said);
        return (process.ExitCode, said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
