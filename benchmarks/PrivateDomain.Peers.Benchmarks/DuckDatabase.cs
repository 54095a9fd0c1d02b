using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>A DuckDB in this process's memory.</summary>
internal sealed class DuckDatabase : IDisposable
{
    private readonly DuckDBConnection connection = new("Data Source=:memory:");

    internal DuckDatabase() => connection.Open();

    public void Dispose() => connection.Dispose();

    internal void Execute(string statement)
    {
        using DuckDBCommand command = Command(statement);
        command.ExecuteNonQuery();
    }

    /// <summary>A table, filled by a row's appender.</summary>
    internal void Fill(string table, string columns, int rows, Action<IDuckDBAppenderRow, int> append)
    {
        Execute($"create table {table} ({columns})");
        using DuckDBAppender appender = connection.CreateAppender(table);
        for (int row = 0; row < rows; row++)
        {
            IDuckDBAppenderRow one = appender.CreateRow();
            append(one, row);
            one.EndRow();
        }
    }

    internal string Version()
    {
        using DuckDBCommand command = Command("select version()");
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>Asks for the one row of an answer, in whole numbers of 64 bits.</summary>
    internal Func<long[]> Asking(string query)
    {
        DuckDBCommand command = Command(query);
        command.Prepare();
        return () =>
        {
            using DbDataReader reader = command.ExecuteReader();
            reader.Read();
            return [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetInt64(i))];
        };
    }

    /// <summary>Times a work on so many threads; setting them is not timed.</summary>
    internal Func<Spent> TimedOn(int threads, Action work)
    {
        string setting = string.Create(CultureInfo.InvariantCulture, $"set threads = {threads}");
        return () =>
        {
            Execute(setting);
            return Spent.On(work);
        };
    }

    /// <summary>All rows of an answer.</summary>
    internal IEnumerable<T> Rows<T>(string query, Func<DbDataReader, T> read)
    {
        using DuckDBCommand command = Command(query);
        using DbDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return read(reader);
        }
    }

    private DuckDBCommand Command(string text)
    {
        DuckDBCommand command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
