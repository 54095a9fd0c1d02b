using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using PrivateDomain.Core.Segmentation.Queries;
using PrivateDomain.Testing;

namespace ShardedSegments;

/// <summary>One coordinator and its workers: PostgreSQL servers of this run's own, each worker with a part of the customers.</summary>
internal sealed class Shards : IDisposable
{
    private const string Columns = "id bigint, shard int, orders int, spend numeric(12, 2), last_order_at timestamptz, "
        + "linked boolean, city text, tier text, tags text[]";

    private readonly LocalPostgres[] servers; // the coordinator first

    private Shards(LocalPostgres[] servers) => this.servers = servers;

    /// <summary>Why the servers do not run; empty where they do.</summary>
    internal string Missing => servers.FirstOrDefault(static server => server.Connection is null)?.Missing ?? "";

    /// <summary>Where the servers keep their files; gone when they are.</summary>
    internal IEnumerable<string> Folders => servers.Select(static server => server.Folder ?? "");

    private LocalPostgres Coordinator => servers[0];

    private LocalPostgres[] Workers => servers[1..];

    /// <summary>Starts the servers, two at a time.</summary>
    internal static Shards Start(int workers, CancellationToken stopping)
    {
        var started = new LocalPostgres[workers + 1];
        var shards = new Shards(started);
        bool isStarted = false;
        try
        {
            Parallel.For(0, started.Length, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = stopping },
                n => started[n] = new LocalPostgres());
            isStarted = true;
            return shards;
        }
        finally
        {
            if (!isStarted)
            {
                shards.Dispose();
            }
        }
    }

    /// <summary>Gives each worker its customers, and the coordinator a table of all of them that holds none.</summary>
    internal async Task Fill(Customer[] customers, CancellationToken stopping)
    {
        await Execute(Coordinator, "create extension postgres_fdw", stopping);
        await Execute(Coordinator, $"create table customer ({Columns}) partition by list (shard)", stopping);
        LocalPostgres[] workers = Workers;
        for (int shard = 0; shard < workers.Length; shard++)
        {
            await Execute(workers[shard], $"create table customer ({Columns}, primary key (id))", stopping);
            await Copy(workers[shard], shard, customers.Where(customer => customer.ShardOf(workers.Length) == shard), stopping);
            await Execute(workers[shard], "analyze customer", stopping);
            await Execute(Coordinator, string.Create(CultureInfo.InvariantCulture, $"""
                create server worker_{shard} foreign data wrapper postgres_fdw
                    options (host '127.0.0.1', port '{workers[shard].Port}', dbname 'postgres', async_capable 'true', fetch_size '10000');
                create user mapping for current_user server worker_{shard} options (user 'tester');
                create foreign table customer_{shard} partition of customer for values in ({shard})
                    server worker_{shard} options (table_name 'customer');
                """), stopping);
        }
    }

    /// <summary>The ids of a segment, asked of the coordinator.</summary>
    internal async Task<long[]> IdsOf(SqlText where, CancellationToken stopping)
    {
        await using NpgsqlConnection connection = await Open(Coordinator, stopping);
        await using NpgsqlCommand command = Command(connection, $"select id from customer c where {where.Text} order by id", where);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(stopping);
        var ids = new List<long>();
        while (await reader.ReadAsync(stopping))
        {
            ids.Add(reader.GetInt64(0));
        }

        return [.. ids];
    }

    /// <summary>How the coordinator asks its workers for a segment.</summary>
    internal async Task<string[]> PlanOf(SqlText where, CancellationToken stopping)
    {
        await using NpgsqlConnection connection = await Open(Coordinator, stopping);
        await using NpgsqlCommand command = Command(
            connection, $"explain (verbose, costs off) select id from customer c where {where.Text}", where);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(stopping);
        var lines = new List<string>();
        while (await reader.ReadAsync(stopping))
        {
            lines.Add(reader.GetString(0));
        }

        return [.. lines];
    }

    /// <summary>The counts of a whole set, asked of each worker at once and added up.</summary>
    internal async Task<long[]> CountsOf(SqlText segments, int count, CancellationToken stopping)
    {
        string sums = string.Join(", ", Enumerable.Range(0, count).Select(static n =>
            string.Create(CultureInfo.InvariantCulture, $"coalesce(sum(s{n}), 0)::bigint")));
        long[][] answers = await Task.WhenAll(Workers.Select(async worker =>
        {
            await using NpgsqlConnection connection = await Open(worker, stopping);
            await using NpgsqlCommand command = Command(
                connection, $"select {sums} from (select {segments.Text} from customer c) m", segments);
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(stopping);
            await reader.ReadAsync(stopping);
            return Enumerable.Range(0, count).Select(reader.GetInt64).ToArray();
        }));
        return [.. Enumerable.Range(0, count).Select(n => answers.Sum(answer => answer[n]))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (LocalPostgres? server in servers)
        {
            server?.Dispose();
        }
    }

    private static async Task Copy(LocalPostgres worker, int shard, IEnumerable<Customer> customers, CancellationToken stopping)
    {
        await using NpgsqlConnection connection = await Open(worker, stopping);
        await using NpgsqlBinaryImporter copy =
            await connection.BeginBinaryImportAsync("copy customer from stdin (format binary)", stopping);
        foreach (Customer customer in customers)
        {
            await copy.StartRowAsync(stopping);
            await copy.WriteAsync(customer.Id, NpgsqlDbType.Bigint, stopping);
            await copy.WriteAsync(shard, NpgsqlDbType.Integer, stopping);
            await Write(customer.Orders, NpgsqlDbType.Integer);
            await Write(customer.Spend, NpgsqlDbType.Numeric);
            await Write(customer.LastOrderAt?.ToDateTimeUtc(), NpgsqlDbType.TimestampTz);
            await Write(customer.IsLinked, NpgsqlDbType.Boolean);
            await Write(customer.City, NpgsqlDbType.Text);
            await Write(customer.Tier, NpgsqlDbType.Text);
            await Write(customer.Tags, NpgsqlDbType.Array | NpgsqlDbType.Text);
        }

        await copy.CompleteAsync(stopping);

        async Task Write(object? value, NpgsqlDbType type)
        {
            if (value is null)
            {
                await copy.WriteNullAsync(stopping);
            }
            else
            {
                await copy.WriteAsync(value, type, stopping);
            }
        }
    }

    private static async Task Execute(LocalPostgres server, string text, CancellationToken stopping)
    {
        await using NpgsqlConnection connection = await Open(server, stopping);
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync(stopping);
    }

    private static async Task<NpgsqlConnection> Open(LocalPostgres server, CancellationToken stopping)
    {
        var connection = new NpgsqlConnection(server.Connection);
        await connection.OpenAsync(stopping);
        return connection;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string text, SqlText parameters)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (object value in parameters.Parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
