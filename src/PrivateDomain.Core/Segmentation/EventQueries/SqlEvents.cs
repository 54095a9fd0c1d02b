using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.Core.Segmentation.EventQueries;

/// <summary>Facts of all customers from a table of their events, as SQL text (事件表取数), for PostgreSQL and DuckDB.</summary>
/// <remarks>
/// <para>The query gives the facts that <see cref="CustomerHistory.FactsAt"/> gives of the same events. The shop's day of an instant is
/// written out from its zone as constants, so the database's own knowledge of zones is not asked.</para>
/// <para>The table holds one content for an id, as its key says: which of two contents of one id wins is decided before. Instants are cut
/// to microseconds, and an average ticket that does not end may differ in the last place of a double. Compacted histories have no rows for
/// what was folded: a table of events is whole.</para>
/// <para>Immutable, so any number of threads may use it.</para>
/// </remarks>
/// <example>
/// <code>
/// SqlEvents events = SqlEvents.From(SqlDialect.PostgreSql);
/// SqlText query = events.FactsAt(now, shop, Facts.Orders, Facts.Spend, Facts.LastInteraction).Value;
/// // with seen as (…) select c.customer, … as f0, … as f1, … as f2 from …
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class SqlEvents
{
    private readonly string table;
    private readonly ImmutableArray<string> columns;

    private SqlEvents(SqlDialect dialect, SqlEventTable names)
    {
        Dialect = dialect;
        Table = names;
        columns = [.. names.Columns.Select(column => SqlMapping.Quote(dialect, column, nameof(names)))];
        table = (names.Schema is { } schema ? SqlMapping.Quote(dialect, schema, nameof(names)) + "." : "")
            + SqlMapping.Quote(dialect, names.Table, nameof(names));
    }

    /// <summary>Whose SQL is written.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>What the table and its columns are called.</summary>
    public SqlEventTable Table { get; }

    /// <summary>What makes the table where it is not there yet: a statement without parameters. Ids are compared byte by byte.</summary>
    public string Declaration
    {
        get
        {
            (string text, string number, string whole) = Dialect == SqlDialect.PostgreSql
                ? ("text collate \"C\"", "numeric", "integer")
                : ("varchar", "decimal(28, 10)", "integer");
            string[] types =
            [
                $"{text} not null", $"{text} not null", "timestamptz not null", $"{text} not null",
                text, number, text, text, text, text, text, whole,
            ];
            return $"create table if not exists {table} ({string.Join(", ", columns.Zip(types, static (c, t) => $"{c} {t}"))}, "
                + $"primary key ({columns[0]}, {columns[1]}))";
        }
    }

    /// <summary>A table of events.</summary>
    /// <param name="dialect">Whose SQL is written: PostgreSQL or DuckDB.</param>
    /// <param name="table">What the table and its columns are called; the names that <see cref="SqlEventTable"/> proposes, if left
    /// out.</param>
    /// <exception cref="ArgumentOutOfRangeException">Facts are not written for the dialect.</exception>
    /// <exception cref="ArgumentException">A name is null, empty, longer than 128 characters, or has control characters or white space at
    /// its ends; or two columns have one name.</exception>
    public static SqlEvents From(SqlDialect dialect, SqlEventTable? table = null)
    {
        if (dialect is not (SqlDialect.PostgreSql or SqlDialect.DuckDb))
        {
            throw new ArgumentOutOfRangeException(nameof(dialect), dialect, "PostgreSQL or DuckDB is needed.");
        }

        table ??= new SqlEventTable();
        return table.Columns.Distinct(StringComparer.OrdinalIgnoreCase).Count() == table.Columns.Count
            ? new SqlEvents(dialect, table)
            : throw new ArgumentException("Each column has a name of its own, but two had the same.", nameof(table));
    }

    /// <summary>The values of an event's row, in the order of the table's columns: text, decimal, int, null, and of the instant a DateTime
    /// in UTC for PostgreSQL, a DateTimeOffset for DuckDB.</summary>
    /// <param name="customerEvent">The event.</param>
    /// <exception cref="ArgumentNullException">There is no event.</exception>
    public ImmutableArray<object?> RowOf(CustomerEvent customerEvent)
    {
        Instant at = Guard.Against.Null(customerEvent).At;
        (OrderId? order, Money? amount) = customerEvent switch
        {
            OrderPaid paid => (paid.Order, paid.Amount),
            OrderRefunded refunded => (refunded.Order, refunded.Amount),
            OrderDelivered delivered => (delivered.Order, null),
            _ => ((OrderId?)null, (Money?)null),
        };
        return
        [
            customerEvent.Customer.Text, customerEvent.Id.Text,
            Dialect == SqlDialect.DuckDb ? at.ToDateTimeOffset() : (object)at.ToDateTimeUtc(),
            EnumNames<EventKind>.Of(customerEvent.Kind), order?.Text, amount?.Amount, amount?.Currency.Code,
            LinkBook.CarrierOf(customerEvent) is { } carrier ? EnumNames<Carrier>.Of(carrier) : null,
            (customerEvent as LinkMade)?.ChannelCode,
            (customerEvent as TagAdded)?.Tag ?? (customerEvent as TagRemoved)?.Tag,
            (customerEvent as GroupJoined)?.Group ?? (customerEvent as GroupLeft)?.Group
                ?? (customerEvent as GroupMessageReceived)?.Group,
            (customerEvent as NpsAnswered)?.Rating,
        ];
    }

    /// <summary>A query of the facts at an instant: a row for each customer with an event in the table, with the column <c>customer</c> and
    /// a column for each fact in their order, <c>f0</c>, <c>f1</c>, …, null where the fact is absent.</summary>
    /// <param name="asOf">The instant up to which events are seen, cut to the microsecond.</param>
    /// <param name="shop">The shop, for its zone and currency.</param>
    /// <param name="facts">The facts, 1 to <see cref="SqlMapping.SegmentsMax"/>: those of <see cref="Facts"/>.</param>
    /// <returns>The whole query; numbers are double precision, days dates, sets arrays of texts in ordinal order. Or every fact that does
    /// not follow from events: <c>event_query.not_of_events</c>.</returns>
    /// <exception cref="ArgumentNullException">The shop or a fact is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant is not one at which facts can be asked for.</exception>
    /// <exception cref="ArgumentException">There is no fact, or there are too many.</exception>
    public Answer<SqlText> FactsAt(Instant asOf, Shop shop, params ReadOnlySpan<Fact> facts)
    {
        CustomerEvent.CheckInstant(asOf);
        Guard.Against.Null(shop);
        CheckCount(facts);
        var writer = new EventFactsWriter(Dialect, table, columns, asOf, shop);
        var missing = ImmutableArray.CreateBuilder<Reason>();
        var results = new List<string>();
        foreach (Fact fact in facts)
        {
            if (writer.Write(Guard.Against.Null(fact, nameof(facts))) is { } result)
            {
                results.Add(result);
            }
            else
            {
                missing.Add(EventQueryReasons.NotOfEvents.With(fact.Name));
            }
        }

        return missing.Count > 0 ? Answer<SqlText>.Refused(missing.ToArray()) : writer.Finish(results);
    }

    /// <summary>The mapping of the query's columns, so that rules can be asked of its result.</summary>
    /// <param name="facts">The facts, as <see cref="FactsAt"/> was given them.</param>
    /// <exception cref="ArgumentNullException">A fact is null.</exception>
    /// <exception cref="ArgumentException">There is no fact, there are too many, or one is a choice.</exception>
    public SqlMapping MappingOf(params ReadOnlySpan<Fact> facts)
    {
        CheckCount(facts);
        SqlMapping mapping = SqlMapping.From(Dialect);
        for (int i = 0; i < facts.Length; i++)
        {
            mapping = mapping.Map(facts[i], EventFactsWriter.NameOf(i), Guard.Against.Null(facts[i], nameof(facts)) switch
            {
                NumberFact => SqlColumnType.Number,
                DateFact => SqlColumnType.Date,
                YesNoFact => SqlColumnType.YesNo,
                TextFact => SqlColumnType.Text,
                TextSetFact => SqlColumnType.Texts,
                _ => throw new ArgumentException(
                    $"A choice does not follow from events, but there was \"{facts[i].Name}\".", nameof(facts)),
            });
        }

        return mapping;
    }

    private static void CheckCount(ReadOnlySpan<Fact> facts)
    {
        if (facts.Length is 0 or > SqlMapping.SegmentsMax)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"1 to {SqlMapping.SegmentsMax} facts are needed, but there were {facts.Length}."),
                nameof(facts));
        }
    }
}
