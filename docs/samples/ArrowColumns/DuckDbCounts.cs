using System.Globalization;
using DuckDB.NET.Data;
using NodaTime;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;

namespace ArrowColumns;

/// <summary>The counts of a segment set as DuckDB finds them in the same file, by SQL text that the core writes.</summary>
internal static class DuckDbCounts
{
    internal static long[] Of(SegmentSet set, LocalDate today, string path, int threads)
    {
        SqlMapping mapping = CustomerColumns.All.Aggregate(
            SqlMapping.From(SqlDialect.DuckDb, "c"), static (all, column) => all.Map(column.Fact, column.Name, column.SqlType));
        SqlText segments = mapping.Filter(set, today).Value;
        string counts = string.Join(", ", Enumerable.Range(0, set.Segments.Length).Select(static n => string.Create(
            CultureInfo.InvariantCulture, $"coalesce(sum(s{n}), 0)::bigint")));
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using (DuckDBCommand settings = connection.CreateCommand())
        {
            settings.CommandText = string.Create(CultureInfo.InvariantCulture, $"set threads to {threads}");
            settings.ExecuteNonQuery();
        }

        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"select {counts} from (select {segments.Text} from read_parquet('{path}') c) m";
        foreach (object value in segments.Parameters)
        {
            command.Parameters.Add(new DuckDBParameter(value));
        }

        using DuckDBDataReader reader = command.ExecuteReader();
        reader.Read();
        return [.. Enumerable.Range(0, set.Segments.Length).Select(reader.GetInt64)];
    }
}
