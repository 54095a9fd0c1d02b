using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PrivateDomain.Testing;

/// <summary>A Redis of one's own, from Debian's package: on a free loopback port, in a folder of its own, every write on the disk before it
/// is answered; ended and removed again. Where it is not installed or does not start, the reason is told.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private Process? process;
    private string? folder;

    /// <summary>Address and port; null where it does not run.</summary>
    internal string? Connection { get; private set; }

    internal string Missing { get; private set; } = "";

    internal async Task Start()
    {
        if (!File.Exists("/usr/bin/redis-server"))
        {
            Missing = "Redis is not installed (Debian: apt-get install redis-server)";
            return;
        }

        folder = Directory.CreateTempSubdirectory("redis-tests-").FullName;
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        var start = new ProcessStartInfo("/usr/bin/redis-server")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        string[] arguments =
        [
            "--port", FormattableString.Invariant($"{port}"), "--bind", "127.0.0.1", "--dir", folder,
            "--appendonly", "yes", "--appendfsync", "always", "--save", "", "--daemonize", "no",
        ];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start)!;
        using var ending = new CancellationTokenSource(Deadline);
        string? line;
        do
        {
            line = await process.StandardOutput.ReadLineAsync(ending.Token);
        }
        while (line is not null && !line.Contains("Ready to accept connections", StringComparison.Ordinal));

        if (line is null)
        {
            Missing = "redis-server ended before it was ready";
            return;
        }

        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        Connection = FormattableString.Invariant($"127.0.0.1:{port}");
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            await process.WaitForExitAsync();
            process.Dispose();
        }

        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
