using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.Conformance;

/// <summary>A database behind an open connection of .NET's (数据库连接): PostgreSQL, DuckDB or SQLite, with the kit's table.</summary>
/// <remarks>It makes and fills the table <see cref="SqlConformanceTable.Name"/>, and leaves it. Not for several threads at once.</remarks>
public sealed class SqlConformanceTarget : IConformanceTarget
{
    private readonly SqlConformanceTable table;
    private readonly DbConnection connection;

    private SqlConformanceTarget(SqlConformanceTable table, DbConnection connection) => (this.table, this.connection) = (table, connection);

    /// <summary>A database.</summary>
    /// <param name="dialect">PostgreSQL (Npgsql), DuckDB (DuckDB.NET) or SQLite (Microsoft.Data.Sqlite).</param>
    /// <param name="connection">An open connection; it stays the caller's.</param>
    /// <exception cref="ArgumentNullException">There is no connection.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The dialect is another one.</exception>
    public static SqlConformanceTarget From(SqlDialect dialect, DbConnection connection) =>
        dialect is SqlDialect.PostgreSql or SqlDialect.DuckDb or SqlDialect.Sqlite
            ? new(SqlConformanceTable.From(dialect), Guard.Against.Null(connection))
            : throw new ArgumentOutOfRangeException(nameof(dialect), dialect, "PostgreSql, DuckDb or Sqlite is needed.");

    /// <inheritdoc/>
    public ImmutableArray<Fact> Facts => ConformanceFacts.All;

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">There are no customers.</exception>
    public void Fill(IReadOnlyList<ConformanceCustomer> customers)
    {
        Guard.Against.Null(customers);
        Execute(SqlConformanceTable.DropText, null, []);
        Execute(table.CreateText, null, []);
        string places = string.Join(", ", table.ColumnNames.Select((_, n) =>
            (table.Dialect == SqlDialect.Sqlite ? "@p" : "$") + (n + 1).ToString(CultureInfo.InvariantCulture)));
        using DbTransaction transaction = connection.BeginTransaction();
        foreach (ConformanceCustomer customer in customers)
        {
            Execute($"insert into {SqlConformanceTable.Name} values ({places})", transaction, table.CellsOf(customer));
        }

        transaction.Commit();
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">There is no rule.</exception>
    public ConformanceSelection Select(SegmentRule rule)
    {
        Answer<SqlText> asked = table.Mapping.Filter(rule, ConformanceFacts.Today);
        if (!asked.TryGet(out SqlText? where))
        {
            return ConformanceSelection.Failed(string.Join(' ', asked.Reasons), "");
        }

        string query = SqlConformanceTable.QueryOf(where);
        IEnumerable<string?> values = where.Parameters.Select(static value => Convert.ToString(value, CultureInfo.InvariantCulture));
        string shown = $"{query} ({string.Join("; ", values)})";
        try
        {
            using DbCommand command = Command(query, null, [.. where.Parameters]);
            using DbDataReader reader = command.ExecuteReader();
            var ids = new List<int>();
            while (reader.Read())
            {
                ids.Add(Convert.ToInt32(reader.GetValue(0), CultureInfo.InvariantCulture));
            }

            return ConformanceSelection.From(ids, shown);
        }
        catch (DbException failure)
        {
            return ConformanceSelection.Failed(failure.Message, shown);
        }
    }

    private void Execute(string text, DbTransaction? transaction, ImmutableArray<object?> parameters)
    {
        using DbCommand command = Command(text, transaction, parameters);
        command.ExecuteNonQuery();
    }

    // The texts are the kit's and the core's own; every value is a parameter.
    private DbCommand Command(string text, DbTransaction? transaction, ImmutableArray<object?> parameters)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = transaction;
        for (int n = 0; n < parameters.Length; n++)
        {
            DbParameter parameter = command.CreateParameter();
            if (table.Dialect == SqlDialect.Sqlite)
            {
                parameter.ParameterName = "@p" + (n + 1).ToString(CultureInfo.InvariantCulture);
            }

            parameter.Value = parameters[n] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
