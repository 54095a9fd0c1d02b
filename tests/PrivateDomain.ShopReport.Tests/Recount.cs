using System.Globalization;
using DuckDB.NET.Data;

namespace PrivateDomain.ShopReport.Tests;

/// <summary>The report's figures counted again from the raw files by another program: DuckDB reads them, and SQL says what the docs say of
/// each figure. Nothing of the library or of the report takes part.</summary>
internal sealed class Recount : IDisposable
{
    private readonly DuckDBConnection connection = new("DataSource=:memory:");

    /// <param name="lines">A query of the raw file: <c>ord</c>, <c>customer</c>, <c>stamp</c>, <c>amount</c>, <c>refund</c>.</param>
    /// <param name="links">A query of the raw file: <c>customer</c>, <c>since</c>, <c>lost</c>, <c>channel</c>; null for none.</param>
    /// <param name="passers">A query of further people who passed by: <c>customer</c>.</param>
    public Recount(string lines, string? links = null, string? passers = null)
    {
        connection.Open();
        Run($"CREATE TABLE lines AS {lines}");
        Run("CREATE TABLE links (customer VARCHAR, since TIMESTAMP, lost TIMESTAMP, channel VARCHAR)");
        Run("CREATE TABLE passers (customer VARCHAR)");
        if (links is not null)
        {
            Run($"INSERT INTO links {links}");
        }

        if (passers is not null)
        {
            Run($"INSERT INTO passers {passers}");
        }

        // An order counts while more was paid than given back; its instant is the first payment above 0, and all its spend counts there.
        Run("""
            CREATE TABLE orders AS
            SELECT customer, ord, min(stamp) FILTER (amount > 0) AS stamp, CAST(min(stamp) FILTER (amount > 0) AS DATE) AS day,
              sum(amount) - sum(refund) AS paid
            FROM lines GROUP BY customer, ord HAVING sum(amount) > sum(refund)
            """);
        Run("CREATE TABLE buyers AS SELECT customer, count(DISTINCT day) AS days, min(stamp) AS first, max(day) AS last_bought FROM orders "
            + "GROUP BY customer");

        // The last day that counts is the last in the orders and refunds.
        Run("CREATE TABLE whole AS SELECT max(CAST(stamp AS DATE)) AS last_day FROM lines");
    }

    /// <summary>What a query comes to: a number, a date or a text, as one writes it.</summary>
    public string[][] Rows(string query)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = query;
        using DuckDBDataReader reader = command.ExecuteReader();
        List<string[]> rows = [];
        while (reader.Read())
        {
            object[] values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add([.. values.Select(static value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")]);
        }

        return [.. rows];
    }

    public decimal Number(string query) => decimal.Parse(Rows(query)[0][0], NumberStyles.Float, CultureInfo.InvariantCulture);

    public void Run(string statement)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    public void Dispose() => connection.Dispose();
}
