using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>Which column of a database holds which fact (事实与列的映射), so that rules become SQL text with parameters.</summary>
/// <remarks>A null column is an absent fact. Mapping a fact again replaces its column. Immutable, so any number of threads may use it.
/// </remarks>
/// <example>
/// <code>
/// SqlText where = SqlMapping.From(SqlDialect.PostgreSql)
///     .Map(Facts.Orders, "orders", SqlColumnType.Whole)
///     .Filter(Facts.Orders.AtLeast(2), today).Value; // ("orders" is not null and "orders" >= $1)
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class SqlMapping
{
    /// <summary>How many segments one query may ask for: databases bound the columns of a result.</summary>
    public const int SegmentsMax = 1_600;

    private readonly string prefix;
    private readonly ImmutableDictionary<Fact, SqlColumn> columns;

    private SqlMapping(SqlDialect dialect, string prefix, ImmutableDictionary<Fact, SqlColumn> columns) =>
        (Dialect, this.prefix, this.columns) = (dialect, prefix, columns);

    /// <summary>Whose SQL is written.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>A mapping in which no fact has a column yet.</summary>
    /// <param name="dialect">Whose SQL is written.</param>
    /// <param name="alias">What the query calls the table, to stand before each column; none, if left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dialect.</exception>
    /// <exception cref="ArgumentException">The alias is no name; see <see cref="Map(Fact, string, SqlColumnType)"/>.</exception>
    public static SqlMapping From(SqlDialect dialect, string? alias = null)
    {
        CheckDefined(dialect, nameof(dialect));
        return new(dialect, alias is null ? "" : Quote(dialect, alias, nameof(alias)) + ".", ImmutableDictionary<Fact, SqlColumn>.Empty);
    }

    /// <summary>A column that holds a fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="column">The column's name, 1 to 128 characters, no control characters, no white space at its ends; it is
    /// quoted.</param>
    /// <param name="type">What the column holds.</param>
    /// <exception cref="ArgumentNullException">The fact or the name is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such type.</exception>
    /// <exception cref="ArgumentException">The name has another form, or a fact of this kind is not in such a column; in ClickHouse a set
    /// also needs to name what says whether it is known.</exception>
    public SqlMapping Map(Fact fact, string column, SqlColumnType type)
    {
        Guard.Against.Null(fact);
        CheckDefined(type, nameof(type));
        bool suits = fact switch
        {
            NumberFact => type is SqlColumnType.Number or SqlColumnType.Whole
                || (type == SqlColumnType.Amount && Dialect != SqlDialect.Sqlite),
            DateFact => type is SqlColumnType.Date or SqlColumnType.WallClock,
            YesNoFact => type == SqlColumnType.YesNo,
            TextFact => type == SqlColumnType.Text,
            TextSetFact => type == SqlColumnType.Texts && Dialect != SqlDialect.ClickHouse,
            _ => type is SqlColumnType.Text or SqlColumnType.Place,
        };
        return suits
            ? With(fact, new(Column(column, nameof(column)), type))
            : throw new ArgumentException($"{fact.Name} cannot be in a column of {type} in {Dialect}.", nameof(type));
    }

    /// <summary>A column of instants that holds a date; its day is that of the zone. In PostgreSQL and DuckDB <c>timestamptz</c>, in SQLite
    /// a text of UTC like 2024-06-15 13:00:00, in ClickHouse DateTime64 of UTC.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="column">The column's name, 1 to 128 characters, no control characters, no white space at its ends; it is
    /// quoted.</param>
    /// <param name="zone">The shop's zone. Instants are compared with the first instants of days, so the database needs no zones.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public SqlMapping Map(DateFact fact, string column, DateTimeZone zone) =>
        With(Guard.Against.Null(fact),
            new(Column(column, nameof(column)), SqlColumnType.WallClock, Guard.Against.Null(zone)));

    /// <summary>A set of texts, and a column that says whether it is known, for databases whose arrays cannot be null.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="column">The name of the column of texts, 1 to 128 characters, no control characters, no white space at its ends; it is
    /// quoted.</param>
    /// <param name="known">The name of the column that is true where the set is known, and never null.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A name has another form.</exception>
    public SqlMapping Map(TextSetFact fact, string column, string known) =>
        With(Guard.Against.Null(fact),
            new(Column(column, nameof(column)), SqlColumnType.Texts, Known: Column(known, nameof(known))));

    /// <summary>The rule as a condition, for one day. It is true of exactly the rows of which the rule itself is true, and never null.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="today">The day that windows are counted from, in the shop's zone.</param>
    /// <param name="segments">The segments that the rule may refer to.</param>
    /// <returns>The condition, to stand after <c>where</c>; or every fact and segment that is missing, that the rule is too large or too
    /// deep, or that the database cannot hold one of its values.</returns>
    /// <exception cref="ArgumentNullException">The rule is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    public Answer<SqlText> Filter(SegmentRule rule, LocalDate today, SegmentSet? segments = null)
    {
        Guard.Against.Null(rule);
        DateRule.CheckToday(today);
        var plan = new FilterPlan(columns.ContainsKey, segments);
        FilterNode node = plan.Of(rule);
        var writer = new SqlWriter(Dialect, columns, today, plan.Missing);
        return plan.Missing.Count > 0 ? Answer<SqlText>.Refused([.. plan.Missing]) : writer.Finish(writer.Write(node));
    }

    /// <summary>The segments that a row is in, as columns of one query, for one day.</summary>
    /// <param name="set">The segments.</param>
    /// <param name="today">The day that windows are counted from, in the shop's zone.</param>
    /// <returns>What stands after <c>select</c>. Of an overlapping set a column <c>s0</c>, <c>s1</c>, … for each segment, 1 or 0, whose
    /// sums are the counts; of an exclusive set one column <c>tier</c>, the place of the segment from 0, −1 for none, to group by. Or the
    /// reasons, as of a rule; a set has at most <see cref="SegmentsMax"/> segments, and ten times the parts of a rule in all.</returns>
    /// <exception cref="ArgumentNullException">The set is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    public Answer<SqlText> Filter(SegmentSet set, LocalDate today)
    {
        Guard.Against.Null(set);
        DateRule.CheckToday(today);
        if (set.Segments.Length > SegmentsMax)
        {
            return Answer<SqlText>.Refused(SegmentMappingReasons.TooManySegments.With(set.Segments.Length, SegmentsMax));
        }

        var plan = new FilterPlan(columns.ContainsKey, set, 10 * SegmentRule.SizeMax);
        FilterNode[] nodes = [.. set.Segments.Select(segment => plan.Of(segment.Rule))];
        if (plan.Missing.Count > 0)
        {
            return Answer<SqlText>.Refused([.. plan.Missing]);
        }

        var writer = new SqlWriter(Dialect, columns, today, plan.Missing);
        string[] conditions = [.. nodes.Select(writer.Write)];
        string text = set.IsExclusive
            ? conditions.Length == 0 ? "-1 as tier"
                : $"case {string.Join(' ', conditions.Select(static (text, n) => FormattableString.Invariant($"when {text} then {n}")))} "
                    + "else -1 end as tier"
            : string.Join(", ",
                conditions.Select(static (text, n) => FormattableString.Invariant($"case when {text} then 1 else 0 end as s{n}")));
        return writer.Finish(text);
    }

    private static void CheckDefined<T>(T value, string parameter)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw new ArgumentOutOfRangeException(parameter, value, "A value of the enum is needed.");
        }
    }

    internal static string Quote(SqlDialect dialect, string name, string parameter)
    {
        if (!IdentifierText.IsValid(name))
        {
            throw new ArgumentException(
                $"A name has 1 to {IdentifierText.LengthMax} characters, no control characters and no white space at its ends, "
                    + $"but it was \"{Quoted.Of(name)}\".",
                parameter);
        }

        return dialect switch
        {
            SqlDialect.Spark => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`",
            SqlDialect.ClickHouse =>
                $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
            _ => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        };
    }

    private string Column(string name, string parameter) => prefix + Quote(Dialect, Guard.Against.Null(name, parameter), parameter);

    private SqlMapping With(Fact fact, SqlColumn column) => new(Dialect, prefix, columns.SetItem(fact, column));
}
