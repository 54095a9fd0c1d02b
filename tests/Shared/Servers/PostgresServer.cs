using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PrivateDomain.Testing;

/// <summary>A PostgreSQL of the tests' own, from Debian's package: on a free loopback port, in a folder of its own, stopped and removed
/// again. Where it is not installed or does not start, the reason is told.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private string? folder;
    private string? programs;

    /// <summary>Whether a write waits for the disk, as it does in a shop; tests of what is right need not.</summary>
    internal bool IsDurable { get; init; }

    internal string? Connection { get; private set; }

    internal string Missing { get; private set; } = "";

    public ValueTask InitializeAsync()
    {
        programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(static d => Path.Combine(d, "bin"))
                .LastOrDefault(static d => File.Exists(Path.Combine(d, "initdb")))
            : null;
        if (programs is null)
        {
            Missing = "PostgreSQL is not installed (Debian: apt-get install postgresql)";
            return ValueTask.CompletedTask;
        }

        folder = Directory.CreateTempSubdirectory("postgresql-tests-").FullName;
        string data = Path.Combine(folder, "data");
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        if (Environment.UserName == "root" && !Run("chown", "postgres", folder))
        {
            return ValueTask.CompletedTask;
        }

        if (RunAsServer("initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
            && RunAsServer("pg_ctl", "-D", data, "-w", "-t", "60", "-l", Path.Combine(folder, "log"), "-o",
                FormattableString.Invariant($"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''")
                    + (IsDurable ? "" : " -c fsync=off"),
                "start"))
        {
            Connection = FormattableString.Invariant($"Host=127.0.0.1;Port={port};Username=tester;Database=postgres;Pooling=false");
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        if (Connection is not null)
        {
            RunAsServer("pg_ctl", "-D", Path.Combine(folder!, "data"), "-m", "immediate", "-w", "stop");
        }

        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private bool RunAsServer(string program, params string[] arguments) =>
        Environment.UserName == "root"
            ? Run("runuser", ["-u", "postgres", "--", Path.Combine(programs!, program), .. arguments])
            : Run(Path.Combine(programs!, program), arguments);

    // Output goes to nobody: a server that is started keeps what it was given open.
    private bool Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (string argument in new[] { "-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Missing = FormattableString.Invariant($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
        }

        return process.ExitCode == 0;
    }
}
