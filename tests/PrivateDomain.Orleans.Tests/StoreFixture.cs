using Npgsql;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Tests;

/// <summary>One PostgreSQL for all tests here; each test takes a schema of its own.</summary>
public sealed class StoreFixture : IAsyncLifetime
{
    private readonly PostgresServer server = new() { IsDurable = Chance.IsLong };
    private NpgsqlDataSource? source;

    internal NpgsqlDataSource Source
    {
        get
        {
            Assert.SkipWhen(source is null, server.Missing);
            return source!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        source = server.Connection is null ? null
            : NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.Connection) { Pooling = true, MaxPoolSize = 40 });
    }

    public async ValueTask DisposeAsync()
    {
        if (source is not null)
        {
            await source.DisposeAsync();
        }

        await server.DisposeAsync();
    }

    internal async Task<PostgresCustomerStore> Store(string schema)
    {
        var store = new PostgresCustomerStore(Source, schema);
        await store.CreateTables();
        return store;
    }

    internal async Task Run(string sql)
    {
        await using NpgsqlCommand command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>The tests that share the database.</summary>
[CollectionDefinition(nameof(StoreTests))]
public sealed class StoreTests : ICollectionFixture<StoreFixture>;
