namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>Whose SQL is written (数据库方言).</summary>
public enum SqlDialect
{
    /// <summary>PostgreSQL; parameters are <c>$1</c>.</summary>
    PostgreSql = 0,

    /// <summary>DuckDB; parameters are <c>$1</c>.</summary>
    DuckDb,

    /// <summary>SQLite; parameters are <c>@p1</c>; sets of texts are JSON arrays.</summary>
    Sqlite,

    /// <summary>ClickHouse; parameters are <c>{p1:Float64}</c>. An array cannot be null there: name a column that says whether a set is
    /// known.</summary>
    ClickHouse,

    /// <summary>Spark SQL; parameters are <c>:p1</c>. Our tests have no Spark: this text has not been executed.</summary>
    Spark,
}
