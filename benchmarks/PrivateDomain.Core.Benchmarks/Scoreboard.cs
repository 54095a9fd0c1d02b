using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>Measures every hot path beside plain code and its floor, in turn in one run, and writes the table of
/// docs/performance.md.</summary>
internal static class Scoreboard
{
    private const string Begin = "<!-- scoreboard: written by a run -->";
    private const string End = "<!-- end of the scoreboard -->";
    private const string Narrow = "DOTNET_EnableAVX512";

    /// <summary>Runs; <c>--write FILE</c> puts the table into a page, <c>--kernels</c> tells bare times of the paths whose vectors
    /// matter.</summary>
    internal static int Run(ReadOnlySpan<string> options)
    {
        if (options is ["--kernels"])
        {
            foreach (ScoreLine line in ScorePaths.All().Where(static line => line.IsKernel))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.Path}\t{line.Measure().Nanoseconds}"));
            }

            return 0;
        }

        var table = new StringBuilder(Head());
        Dictionary<string, double> narrow = Vector512.IsHardwareAccelerated ? WithoutWideVectors() : [];
        foreach (ScoreLine line in ScorePaths.All())
        {
            string row = Row(line, line.Measure(), narrow);
            Console.WriteLine(row);
            table.Append(row).Append('\n');
        }

        if (options is ["--write", var page])
        {
            string text = File.ReadAllText(page);
            int begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
            int end = text.IndexOf(End, StringComparison.Ordinal);
            File.WriteAllText(page, $"{text[..begin]}\n\n{table}\n{text[end..]}");
        }

        return 0;
    }

    private static string Head() =>
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture} ({Processor()}), "
            + $"{(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128)}-bit vectors, "
            + $"{Environment.ProcessorCount} processors. The competitors of a line took turns, and the smallest of 15 rounds counts.\n\n"
            + "| path | time | allocated | against plain code | of the floor's speed | without AVX-512 | goal | |\n"
            + "| --- | --- | --- | --- | --- | --- | --- | --- |\n";

    private static string Row(ScoreLine line, ScoreTimes times, Dictionary<string, double> narrow)
    {
        string plain = times.TimesPlain is { } ratio ? $"{Short(ratio)} × {line.Plain!.Value.Name}" : "–";
        string floor = times.OfFloor is { } share
            ? string.Create(CultureInfo.InvariantCulture, $"{share:P0} of {line.Floor!.Value.Name}") : "–";
        string without = narrow.TryGetValue(line.Path, out double time) ? $"{Short(time / times.Nanoseconds)} × the time" : "–";
        return $"| {line.Path} | {Short(times.Nanoseconds)} ns | {Short(Math.Floor(times.Bytes))} B | {plain} | {floor} | {without} | "
            + $"{line.Goal} | {(line.IsReached(times) ? "reached" : "missed")} |";
    }

    private static string Short(double number) => number.ToString(
        number >= 100 ? "#,0" : number >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture);

    private static Dictionary<string, double> WithoutWideVectors()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["scoreboard", "--kernels"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment[Narrow] = "0";
        using Process child = Process.Start(start)!;
        string told = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return told.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split('\t'))
            .ToDictionary(
                static parts => parts[0], static parts => double.Parse(parts[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    private static string Processor() => !File.Exists("/proc/cpuinfo") ? "unnamed processor"
        : File.ReadLines("/proc/cpuinfo").FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))
            ?.Split(':', 2)[1].Trim() ?? "unnamed processor";
}
