using Npgsql;

namespace PrivateDomain.Orleans.Storage;

/// <summary>What the stores on PostgreSQL share: the data source, the schema's name, and errors of one kind.</summary>
internal static class PostgresStore
{
    /// <summary>The name of a schema as it stands in a statement: 1 to 63 small letters, digits and underscores, the first no
    /// digit.</summary>
    internal static string Quoted(string schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return schema.Length is >= 1 and <= 63 && !char.IsAsciiDigit(schema[0])
            && schema.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
            ? $"\"{schema}\""
            : throw new ArgumentException(
                $"A schema's name has 1 to 63 small letters, digits and underscores, the first no digit; it was \"{schema}\".",
                nameof(schema));
    }

    /// <summary>Runs a statement; what the driver or the database says against it is one exception.</summary>
    internal static async Task<T> Run<T>(NpgsqlDataSource source, string sql, object[] values, Func<NpgsqlDataReader, T> read,
        CancellationToken cancel)
    {
        try
        {
            await using NpgsqlCommand command = source.CreateCommand(sql);
            foreach (object value in values)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel);
            await reader.ReadAsync(cancel);
            return read(reader);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or IOException)
        {
            throw Unavailable(exception);
        }
    }

    /// <summary>Runs statements that make tables; several silos may do so at once.</summary>
    internal static async Task Create(NpgsqlDataSource source, string schema, string tables, CancellationToken cancel)
    {
        // "if not exists" alone is not safe against another that creates the same: one after the other.
        string sql = $"""
            begin;
            select pg_advisory_xact_lock(hashtext('PrivateDomain.Orleans'));
            create schema if not exists {schema};
            {tables}
            commit;
            """;
        try
        {
            await using NpgsqlConnection connection = await source.OpenConnectionAsync(cancel);
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancel);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or IOException)
        {
            throw Unavailable(exception);
        }
    }

    // The driver's exceptions do not cross the wire: what they say does.
    private static StoreException Unavailable(Exception exception)
    {
        if (exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } taken)
        {
            return new VersionConflictException("PostgreSQL: " + taken.Message);
        }

        string said = exception.Message;
        for (Exception? cause = exception.InnerException; cause is not null; cause = cause.InnerException)
        {
            said += " " + cause.Message;
        }

        return new StoreUnavailableException("PostgreSQL: " + said);
    }
}
