using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PrivateDomain.Testing;

/// <summary>A PostgreSQL from Debian's package, for as long as it is needed: on a free loopback port, in a folder of its own, stopped and
/// removed again. Where it is not installed or does not start, the reason is told.</summary>
internal sealed class LocalPostgres : IDisposable
{
    private readonly string? programs;
    private readonly bool isDurable;

    /// <summary>Starts a server.</summary>
    /// <param name="isDurable">Whether a write waits for the disk, as it does in a shop; what is only right or wrong need not.</param>
    internal LocalPostgres(bool isDurable = false)
    {
        this.isDurable = isDurable;
        programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(static d => Path.Combine(d, "bin"))
                .LastOrDefault(static d => File.Exists(Path.Combine(d, "initdb")))
            : null;
        if (programs is null)
        {
            Missing = "PostgreSQL is not installed (Debian: apt-get install postgresql)";
            return;
        }

        Folder = Directory.CreateTempSubdirectory("postgresql-").FullName;
        string data = Path.Combine(Folder, "data");
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        if (Environment.UserName == "root" && !Run("chown", "postgres", Folder))
        {
            return;
        }

        if (RunAsServer("initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
            && Start())
        {
            Connection = FormattableString.Invariant($"Host=127.0.0.1;Port={Port};Username=tester;Database=postgres;Pooling=false");
        }
    }

    /// <summary>The folder it keeps everything in; null where there is none.</summary>
    internal string? Folder { get; private set; }

    /// <summary>The port it listens on.</summary>
    internal int Port { get; }

    /// <summary>How it is reached; null where it does not run.</summary>
    internal string? Connection { get; private set; }

    /// <summary>Why it does not run.</summary>
    internal string Missing { get; private set; } = "";

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Connection is not null)
        {
            Crash();
            Connection = null;
        }

        if (Folder is not null)
        {
            Directory.Delete(Folder, recursive: true);
            Folder = null;
        }
    }

    /// <summary>Ends it as a crash does: connections break, and what was committed is found again when it starts.</summary>
    internal bool Crash() => RunAsServer("pg_ctl", "-D", Path.Combine(Folder!, "data"), "-m", "immediate", "-w", "stop");

    /// <summary>Starts it again after a crash, where it was.</summary>
    internal bool Start() => RunAsServer("pg_ctl", "-D", Path.Combine(Folder!, "data"), "-w", "-t", "60", "-l",
        Path.Combine(Folder!, "log"), "-o",
        FormattableString.Invariant($"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''")
            + (isDurable ? "" : " -c fsync=off"),
        "start");

    private bool RunAsServer(string program, params string[] arguments) =>
        Environment.UserName == "root"
            ? Run("runuser", ["-u", "postgres", "--", Path.Combine(programs!, program), .. arguments])
            : Run(Path.Combine(programs!, program), arguments);

    // Output goes to nobody: a server that is started keeps what it was given open. In a session of its own, so that Ctrl+C in a terminal
    // reaches who started it and not it.
    private bool Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (string argument in new[] { "-c", "exec setsid -w \"$@\" >/dev/null 2>&1 </dev/null", "sh", program }.Concat(arguments))
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
