using System.Collections.Immutable;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.Conformance;

/// <summary>A table of customers in one dialect (检查用表): its statements, its mapping, and the cells of each customer. Columns are of
/// as many types as the dialect has.</summary>
/// <remarks>Immutable. Two are equal only when they are the same object.</remarks>
public sealed class SqlConformanceTable
{
    /// <summary>The table's name.</summary>
    public const string Name = "private_domain_conformance";

    private const string KnownColumn = "is known ";

    private readonly ImmutableArray<ConformanceColumn> columns;

    private SqlConformanceTable(SqlDialect dialect)
    {
        Dialect = dialect;
        columns = [.. ConformanceFacts.All.Select((fact, n) =>
            ConformanceColumn.Of(dialect, fact, FormattableString.Invariant($"fact {n}")))];
        Mapping = columns.Aggregate(SqlMapping.From(dialect, "c"), static (mapping, column) =>
            column.IsInstant ? mapping.Map((DateFact)column.Fact, column.Name, ConformanceFacts.Zone)
                : column.HasKnown ? mapping.Map((TextSetFact)column.Fact, column.Name, KnownColumn + column.Name)
                : mapping.Map(column.Fact, column.Name, column.Type));
        ColumnNames = ["id", .. columns.SelectMany(static column =>
            column.HasKnown ? new[] { column.Name, KnownColumn + column.Name } : [column.Name])];
        IEnumerable<string> declared = columns.SelectMany(column => column.HasKnown
            ? new[] { $"\"{column.Name}\" {column.Declared(dialect)}", $"\"{KnownColumn}{column.Name}\" {ConformanceColumn.Flag(dialect)}" }
            : [$"\"{column.Name}\" {column.Declared(dialect)}"]);
        CreateText = $"create table {Name} (id {(dialect == SqlDialect.ClickHouse ? "Int64" : "bigint")}, {string.Join(", ", declared)})"
            + (dialect == SqlDialect.ClickHouse ? " engine = Memory" : "");
    }

    /// <summary>Whose SQL it is.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>Which column holds which fact; the query calls the table c.</summary>
    public SqlMapping Mapping { get; }

    /// <summary>The names of the columns, <c>id</c> first; all but that one are to be quoted.</summary>
    public ImmutableArray<string> ColumnNames { get; }

    /// <summary>The statement that removes the table, if it is there.</summary>
    public static string DropText => $"drop table if exists {Name}";

    /// <summary>The statement that makes the table.</summary>
    public string CreateText { get; }

    /// <summary>The table for a dialect.</summary>
    /// <param name="dialect">Any dialect but Spark.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kit has no table for the dialect.</exception>
    public static SqlConformanceTable From(SqlDialect dialect) =>
        dialect is SqlDialect.PostgreSql or SqlDialect.DuckDb or SqlDialect.Sqlite or SqlDialect.ClickHouse
            ? new(dialect)
            : throw new ArgumentOutOfRangeException(nameof(dialect), dialect, "The kit has tables for all dialects but Spark.");

    /// <summary>The cells of a customer's row, in the order of <see cref="ColumnNames"/>, as the dialect's usual driver takes them.
    /// </summary>
    /// <param name="customer">The customer.</param>
    /// <returns>Null, long, double, decimal, bool, string, DateOnly, DateTime (wall clock or UTC), in DuckDB DateTimeOffset, arrays of
    /// strings in PostgreSQL and lists of them elsewhere; in SQLite sets are JSON texts, in ClickHouse dates and times are texts.</returns>
    /// <exception cref="ArgumentNullException">There is no customer.</exception>
    public ImmutableArray<object?> CellsOf(ConformanceCustomer customer)
    {
        Guard.Against.Null(customer);
        return [(long)customer.Id, .. columns.SelectMany(column => column.HasKnown
            ? new[] { column.CellOf(Dialect, customer), customer.Values.Knows(column.Fact) }
            : [column.CellOf(Dialect, customer)])];
    }

    /// <summary>The query of the rows that a condition of <see cref="Mapping"/> selects.</summary>
    /// <param name="where">The condition.</param>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    public static string QueryOf(SqlText where) => $"select id from {Name} c where {Guard.Against.Null(where).Text}";
}
