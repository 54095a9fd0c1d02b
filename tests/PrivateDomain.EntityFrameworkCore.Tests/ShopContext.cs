using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NodaTime;
using Npgsql;
using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.EntityFrameworkCore.Tests;

/// <summary>Where the tests' rows are.</summary>
public enum Provider
{
    /// <summary>SQLite in memory, members of .NET's types.</summary>
    Sqlite = 0,

    /// <summary>PostgreSQL, members of .NET's types.</summary>
    PostgreSql,

    /// <summary>PostgreSQL, members of NodaTime's types.</summary>
    PostgreSqlWithNodaTime,
}

/// <summary>A host's context with customers.</summary>
internal sealed class ShopContext : DbContext
{
    private static int contexts;

    private readonly DbConnection? connection;

    private ShopContext(Provider provider, PostgresServer server)
    {
        Provider = provider;
        if (provider == Provider.Sqlite)
        {
            connection = new SqliteConnection("Data Source=:memory:");
            connection.Open();
        }
        else
        {
            Server = new NpgsqlConnectionStringBuilder(server.Connection) { Database = $"shop {Interlocked.Increment(ref contexts)}" }
                .ConnectionString;
        }
    }

    public DbSet<CustomerRow> Customers => Set<CustomerRow>();

    internal Provider Provider { get; }

    /// <summary>The texts of the commands that were executed.</summary>
    internal List<string> Commands { get; } = [];

    internal SegmentMapping<CustomerRow> Mapping => Provider == Provider.PostgreSqlWithNodaTime
        ? CustomerRow.NodaMapping
        : CustomerRow.Mapping(Provider == Provider.Sqlite);

    private string? Server { get; }

    /// <summary>A database of its own with these customers, or a loud skip.</summary>
    internal static ShopContext Of(Provider provider, PostgresServer server, IEnumerable<FactValues> customers)
    {
        if (provider != Provider.Sqlite && server.Connection is null)
        {
            Assert.Skip($"NOT EXECUTED on PostgreSQL: {server.Missing}");
        }

        var shop = new ShopContext(provider, server);
        shop.Database.EnsureCreated();
        shop.AddRange(customers.Select(static (values, row) => CustomerRow.Of(values, row + 1, new LocalTime(23, 59, 59))));
        shop.SaveChanges();
        shop.ChangeTracker.Clear();
        return shop;
    }

    /// <summary>The plan of a query, as the database tells it.</summary>
    internal string PlanOf(IQueryable query)
    {
        using DbCommand command = query.CreateDbCommand();
        string explain = Provider == Provider.Sqlite ? "explain query plan " : "set enable_seqscan = off; explain ";
        command.CommandText = explain + command.CommandText;
        Database.OpenConnection();
        using DbDataReader reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetValue(reader.FieldCount - 1).ToString()!);
        }

        return string.Join('\n', lines);
    }

    public override void Dispose()
    {
        base.Dispose();
        connection?.Dispose();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UsePrivateDomain(Currency.Cny);

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        _ = connection is null
            ? optionsBuilder.UseNpgsql(Server, static npgsql => npgsql.UseNodaTime())
            : optionsBuilder.UseSqlite(connection);
        optionsBuilder.AddInterceptors(new Listening(Commands)).ReplaceService<IModelCacheKeyFactory, KeyOfProvider>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<CustomerRow>(row =>
    {
        if (Provider == Provider.Sqlite)
        {
            row.Ignore(static x => x.LocalBirthday).Ignore(static x => x.LocalLastOrder).Ignore(static x => x.FirstOrderAt)
                .Ignore(static x => x.LocalLastWelfare);
        }
        else
        {
            row.Property(static x => x.LastOrder).HasColumnType("timestamp without time zone");
            row.Property(static x => x.LastWelfare).HasColumnType("timestamp without time zone");
            row.HasIndex(static x => x.LocalBirthday);
            row.HasIndex(static x => x.LocalLastOrder);
            row.HasIndex(static x => x.FirstOrderAt);
        }

        row.HasIndex(static x => x.Height);
        row.HasIndex(static x => x.Orders);
        row.HasIndex(static x => x.Birthday);
        row.HasIndex(static x => x.LastOrder);
        row.HasIndex(static x => x.FirstOrder);
        row.HasIndex(static x => x.City);
        row.HasIndex(static x => x.Tier);
    });

    private sealed class Listening(List<string> commands) : DbCommandInterceptor
    {
        public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
        {
            commands.Add(result.CommandText);
            return result;
        }
    }

    // One class, a model for each provider.
    private sealed class KeyOfProvider : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (((ShopContext)context).Provider, designTime);
    }
}
