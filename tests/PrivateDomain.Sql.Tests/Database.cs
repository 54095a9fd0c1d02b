using System.Data.Common;
using System.Numerics;
using System.Text.Json;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using NodaTime;
using Npgsql;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;
using PrivateDomain.Core.Tests.Segmentation;

namespace PrivateDomain.Sql.Tests;

/// <summary>A database of one dialect with a table of customers, a column of another type for many facts.</summary>
internal sealed class Database : IDisposable
{
    internal static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private static readonly (Fact Fact, SqlColumnType Type, bool IsInstant)[] Columns =
    [
        .. RandomRules.Numbers.Concat(RandomRules.Derived).Select(static fact => ((Fact)fact,
            fact.Equals(Facts.Orders) ? SqlColumnType.Whole
                : fact.Equals(Facts.Spend) ? SqlColumnType.Amount
                : SqlColumnType.Number, false)),
        .. RandomRules.Dates.Select(static (fact, n) => ((Fact)fact, n == 0 ? SqlColumnType.Date : SqlColumnType.WallClock, n == 2)),
        .. RandomRules.YesNos.Select(static fact => ((Fact)fact, SqlColumnType.YesNo, false)),
        .. RandomRules.Texts.Select(static fact => ((Fact)fact, SqlColumnType.Text, false)),
        .. RandomRules.TextSets.Select(static fact => ((Fact)fact, SqlColumnType.Texts, false)),
        (RandomRules.Tier, SqlColumnType.Text, false),
        (FactsOfRelationship.Stage, SqlColumnType.Place, false),
    ];

    private readonly DbConnection connection;

    internal Database(SqlDialect dialect, string? server)
    {
        Dialect = dialect;
        connection = dialect switch
        {
            SqlDialect.PostgreSql => new NpgsqlConnection(server),
            SqlDialect.DuckDb => new DuckDBConnection("DataSource=:memory:"),
            _ => new SqliteConnection("Data Source=:memory:"),
        };
        connection.Open();
        SqlMapping mapping = SqlMapping.From(dialect, "c");
        for (int i = 0; i < Columns.Length; i++)
        {
            (Fact fact, SqlColumnType type, bool isInstant) = Columns[i];
            mapping = isInstant ? mapping.Map((DateFact)fact, NameOf(i), Zone)
                : fact.Equals(Facts.Tags) ? mapping.Map(Facts.Tags, NameOf(i), "tags known")
                : mapping.Map(fact, NameOf(i), TypeOf(type));
        }

        Mapping = mapping;
    }

    internal SqlDialect Dialect { get; }

    internal SqlMapping Mapping { get; }

    internal void Fill(IReadOnlyList<FactValues> customers)
    {
        Execute("drop table if exists customer");
        string declared = string.Join(", ", Columns.Select((column, n) =>
            $"\"{NameOf(n)}\" {DeclaredAs(TypeOf(column.Type), column.IsInstant)}"));
        Execute($"create table customer (id bigint, {declared}, \"tags known\" {DeclaredAs(SqlColumnType.YesNo, false)})");
        using DbTransaction transaction = connection.BeginTransaction();
        for (int row = 0; row < customers.Count; row++)
        {
            FactValues values = customers[row];
            object?[] cells = [(long)row, .. Columns.Select(column => CellOf(values, column.Fact, column.Type, column.IsInstant)),
                values.Knows(Facts.Tags)];
            string places = string.Join(", ", cells.Select((_, n) => FormattableString.Invariant(
                Dialect == SqlDialect.Sqlite ? (FormattableString)$"@p{n + 1}" : $"${n + 1}")));
            Execute($"insert into customer values ({places})", cells);
        }

        transaction.Commit();
    }

    /// <summary>The rows that a condition selects, ascending.</summary>
    internal int[] Where(SqlText where) =>
        [.. Read($"select id from customer as c where {where.Text} order by id", where).Select(static row => (int)row[0])];

    internal List<long[]> Read(string query, SqlText text)
    {
        using DbCommand command = Command(query, [.. text.Parameters]);
        using DbDataReader reader = command.ExecuteReader();
        var rows = new List<long[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(n =>
                reader.GetValue(n) is BigInteger great ? (long)great : Convert.ToInt64(reader.GetValue(n), null))]);
        }

        return rows;
    }

    internal string Text(string query)
    {
        using DbCommand command = Command(query, []);
        using DbDataReader reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(n => reader.GetValue(n).ToString())));
        }

        return string.Join('\n', lines);
    }

    internal void Execute(string text, params object?[] parameters)
    {
        using DbCommand command = Command(text, parameters);
        command.ExecuteNonQuery();
    }

    public void Dispose() => connection.Dispose();

    internal static string NameOf(int column) => FormattableString.Invariant($"fact \"{column}\"").Replace('"', '_');

    internal static string NameOf(Fact fact) => NameOf(Array.FindIndex(Columns, column => column.Fact.Equals(fact)));

    private SqlColumnType TypeOf(SqlColumnType type) =>
        Dialect == SqlDialect.Sqlite && type == SqlColumnType.Amount ? SqlColumnType.Number : type;

    private string DeclaredAs(SqlColumnType type, bool isInstant) => (type, Dialect) switch
    {
        (SqlColumnType.Number, SqlDialect.Sqlite) => "real",
        (SqlColumnType.Number, _) => "double precision",
        (SqlColumnType.Whole, _) => "bigint",
        (SqlColumnType.Place, _) => "integer",
        (SqlColumnType.Amount, _) => "decimal(15, 2)",
        (SqlColumnType.YesNo, SqlDialect.Sqlite) => "integer",
        (SqlColumnType.YesNo, _) => "boolean",
        (SqlColumnType.Text, SqlDialect.Sqlite) => "text collate nocase",
        (_, SqlDialect.Sqlite) => "text",
        (SqlColumnType.Date, _) => "date",
        (SqlColumnType.WallClock, _) => isInstant ? "timestamptz" : "timestamp",
        (SqlColumnType.Texts, _) => "text[]",
        _ => "text",
    };

    private object? CellOf(FactValues values, Fact fact, SqlColumnType type, bool isInstant) => fact switch
    {
        NumberFact number => values.NumberOf(number) is not { } x ? null
            : TypeOf(type) switch { SqlColumnType.Whole => (long)x, SqlColumnType.Amount => (decimal)x, _ => x },
        DateFact date => values.DateOf(date) is not { } day ? null
            : isInstant ? InstantCell(day.At(new LocalTime(23, 59, 59)).InZoneStrictly(Zone).ToInstant())
            : type == SqlColumnType.Date ? day.ToDateOnly()
            : day.At(new LocalTime(13, 0)).ToDateTimeUnspecified(),
        YesNoFact yesNo => values.YesNoOf(yesNo),
        TextFact text => values.TextOf(text),
        TextSetFact set => values.TextSetOf(set) is not { } texts ? null
            : Dialect == SqlDialect.Sqlite ? JsonSerializer.Serialize(texts)
            : Dialect == SqlDialect.PostgreSql ? texts.ToArray()
            : texts.ToList(),
        ChoiceFact choice when values.LevelOf(choice) is { } level =>
            type == SqlColumnType.Place ? choice.Levels.Select(static l => l.Name).ToList().IndexOf(level) : level,
        _ => null,
    };

    internal object InstantCell(Instant instant) =>
        Dialect == SqlDialect.DuckDb ? (object)instant.ToDateTimeOffset() : instant.ToDateTimeUtc();

    private DbCommand Command(string text, object?[] parameters)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = text;
        for (int i = 0; i < parameters.Length; i++)
        {
            DbParameter parameter = command.CreateParameter();
            if (Dialect == SqlDialect.Sqlite)
            {
                parameter.ParameterName = FormattableString.Invariant($"@p{i + 1}");
            }

            parameter.Value = parameters[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
