using System.Data.Common;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using Npgsql;
using PrivateDomain.Conformance;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.Sql.Tests;

/// <summary>Every database that is executed here passes the conformance kit.</summary>
public sealed class ConformanceTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    public static TheoryData<SqlDialect> Connected => [SqlDialect.PostgreSql, SqlDialect.DuckDb, SqlDialect.Sqlite];

    [Theory]
    [MemberData(nameof(Connected))]
    public void Run_ADatabaseBehindAConnection_Agrees(SqlDialect dialect)
    {
        if (dialect == SqlDialect.PostgreSql && server.Connection is null)
        {
            Assert.Skip($"NOT EXECUTED on PostgreSQL: {server.Missing}");
        }

        using DbConnection connection = dialect switch
        {
            SqlDialect.PostgreSql => new NpgsqlConnection(server.Connection),
            SqlDialect.DuckDb => new DuckDBConnection("DataSource=:memory:"),
            _ => new SqliteConnection("Data Source=:memory:"),
        };
        connection.Open();
        Agree(SqlConformanceTarget.From(dialect, connection));
    }

    [Fact]
    public void Run_ClickHouse_Agrees()
    {
        if (ClickHouseTarget.Missing is { } missing)
        {
            Assert.Skip($"NOT EXECUTED on ClickHouse: {missing}");
        }

        using var clickHouse = new ClickHouseTarget();
        Agree(clickHouse);
    }

    private static void Agree(IConformanceTarget target)
    {
        ConformanceResult result = ConformanceKit.Run(target, new ConformanceOptions
        {
            Seed = Chance.From(1405).Next(),
            RandomRules = Chance.Cases(200, 2_500),
            Customers = Chance.Cases(60, 200),
        });
        TestContext.Current.TestOutputHelper?.WriteLine(result.ToString());
        Assert.True(result.Agrees, result.ToString());
        Assert.InRange(result.Rules, result.Options.RandomRules + 1_500, int.MaxValue);
    }
}
