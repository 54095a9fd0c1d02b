namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>What people call dialects and types of columns, in both languages (数据库名称).</summary>
public static class SqlNames
{
    /// <summary>What people call a database's SQL.</summary>
    /// <param name="dialect">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this SqlDialect dialect) => dialect switch
    {
        SqlDialect.PostgreSql => new("PostgreSQL", "PostgreSQL 数据库"),
        SqlDialect.DuckDb => new("DuckDB", "DuckDB 数据库"),
        SqlDialect.Sqlite => new("SQLite", "SQLite 数据库"),
        SqlDialect.ClickHouse => new("ClickHouse SQL", "ClickHouse 数据库"),
        SqlDialect.Spark => new("Spark SQL", "Spark SQL 引擎"),
        _ => throw Choices.Undefined(dialect),
    };

    /// <summary>What people call what a column holds.</summary>
    /// <param name="type">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this SqlColumnType type) => type switch
    {
        SqlColumnType.Number => new("number", "数值"),
        SqlColumnType.Whole => new("whole number", "整数"),
        SqlColumnType.Amount => new("amount", "金额"),
        SqlColumnType.Date => new("date", "日期"),
        SqlColumnType.WallClock => new("time on the wall clock", "当地时间"),
        SqlColumnType.YesNo => new("yes or no", "是否"),
        SqlColumnType.Text => new("text", "文本"),
        SqlColumnType.Place => new("place of a level", "等级序号"),
        SqlColumnType.Texts => new("set of texts", "文本集合"),
        _ => throw Choices.Undefined(type),
    };
}
