namespace PrivateDomain.Testing;

/// <summary>A PostgreSQL of the tests' own, for as long as they run.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private LocalPostgres? server;

    /// <summary>Whether a write waits for the disk, as it does in a shop; tests of what is right need not.</summary>
    internal bool IsDurable { get; init; }

    internal string? Connection => server?.Connection;

    internal string Missing => server?.Missing ?? "";

    public ValueTask InitializeAsync()
    {
        server = new LocalPostgres(IsDurable);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        server?.Dispose();
        return ValueTask.CompletedTask;
    }
}
