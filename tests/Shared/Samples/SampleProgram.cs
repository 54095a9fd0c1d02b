using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using PrivateDomain.Core.Tests.Conventions;

namespace PrivateDomain.Testing;

/// <summary>A sample of the docs, run as the program it is, and ended with the test.</summary>
internal sealed class SampleProgram : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private int ended;

    private SampleProgram(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    internal static SampleProgram Start(string name, params string[] arguments)
    {
        string built = Path.GetFullPath(AppContext.BaseDirectory).TrimEnd(Path.DirectorySeparatorChar);
        string folder = Path.Combine(
            Repository.Root, "docs", "samples", name, "bin", Path.GetFileName(Path.GetDirectoryName(built)!), "net10.0");
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.ArgumentList.Add(Path.Combine(folder, name + ".dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new SampleProgram(Process.Start(start)!);
    }

    /// <summary>The next line with a text; fails with all lines before where the program ends first.</summary>
    internal async Task<string> LineWith(string text)
    {
        using var ending = new CancellationTokenSource(Deadline);
        List<string> before = [];
        while (await lines.Reader.WaitToReadAsync(ending.Token))
        {
            while (lines.Reader.TryRead(out string? line))
            {
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return line;
                }

                before.Add(line);
            }
        }

        throw new InvalidOperationException($"The sample ended without \"{text}\":\n{string.Join('\n', before)}");
    }

    /// <summary>Asks the program to end, as a service manager does.</summary>
    internal void Terminate()
    {
        using Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end of a program that ends by itself.</summary>
    internal async Task<int> ExitCode()
    {
        using var ending = new CancellationTokenSource(Deadline);
        await process.WaitForExitAsync(ending.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited && !OperatingSystem.IsWindows())
        {
            Terminate(); // so that it may clean up after itself
            process.WaitForExit(TimeSpan.FromSeconds(60));
        }

        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is not null)
        {
            lines.Writer.TryWrite(line);
        }
        else if (Interlocked.Increment(ref ended) == 2) // the end of one of the two streams is not yet the program's
        {
            lines.Writer.TryComplete();
        }
    }
}
