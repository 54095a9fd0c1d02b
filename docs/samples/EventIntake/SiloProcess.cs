using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EventIntake;

/// <summary>A silo in a process of its own: started, killed without a word, started again on the same ports.</summary>
internal sealed class SiloProcess(int number, string postgres, string redis, int newcomers, string folder) : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    // What it says on the way, for when it does not start.
    private readonly string log = Path.Combine(folder, $"silo-{Text(number)}.log");

    private readonly string[] arguments =
    [
        "--postgres", postgres, "--redis", redis, "--siloPort", FreePort(), "--gatewayPort", FreePort(), "--newcomers", Text(newcomers),
    ];

    private Process? process;

    /// <summary>Starts it; done when it takes part.</summary>
    internal async Task Start(CancellationToken stop)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (string.Equals(Path.GetFileNameWithoutExtension(Environment.ProcessPath), "dotnet", StringComparison.Ordinal))
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "EventIntake.dll"));
        }

        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        Process started = Process.Start(start)!;
        process = started;
        started.ErrorDataReceived += (_, line) =>
        {
            lock (arguments)
            {
                File.AppendAllText(log, line.Data + "\n");
            }
        };
        started.BeginErrorReadLine();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        ending.CancelAfter(Deadline);
        if (!string.Equals(await started.StandardOutput.ReadLineAsync(ending.Token), IntakeSilo.Ready, StringComparison.Ordinal))
        {
            await started.WaitForExitAsync(ending.Token);
            throw new InvalidOperationException($"Silo {Text(number)} did not start:\n{File.ReadAllText(log)}");
        }
    }

    /// <summary>kill -9.</summary>
    internal async Task Kill()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            process = null;
        }
    }

    public async ValueTask DisposeAsync() => await Kill();

    private static string Text(int number) => FormattableString.Invariant($"{number}");

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return Text(((IPEndPoint)listener.LocalEndpoint).Port);
    }
}
