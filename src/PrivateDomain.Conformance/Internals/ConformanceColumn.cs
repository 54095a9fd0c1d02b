using System.Text.Json;
using NodaTime.Text;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.Conformance.Internals;

/// <summary>A column of a fact.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Name">The column's name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="IsInstant">Whether it holds instants.</param>
/// <param name="HasKnown">Whether another column says if the set is known.</param>
internal sealed record ConformanceColumn(Fact Fact, string Name, SqlColumnType Type, bool IsInstant, bool HasKnown)
{
    private static readonly LocalDateTimePattern ClickHouseTime =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.ffffff");

    internal static ConformanceColumn Of(SqlDialect dialect, Fact fact, string name)
    {
        SqlColumnType type = fact switch
        {
            NumberFact when fact.Equals(ConformanceFacts.Height) || fact.Equals(Facts.Orders)
                || fact.Equals(ConformanceFacts.OrdersWithin90Days) => SqlColumnType.Whole,
            NumberFact when fact.Equals(Facts.Spend) && dialect != SqlDialect.Sqlite => SqlColumnType.Amount,
            NumberFact => SqlColumnType.Number,
            DateFact when fact.Equals(ConformanceFacts.Birthday) => SqlColumnType.Date,
            DateFact => SqlColumnType.WallClock,
            YesNoFact => SqlColumnType.YesNo,
            TextSetFact => SqlColumnType.Texts,
            ChoiceFact when fact.Equals(FactsOfRelationship.Stage) => SqlColumnType.Place,
            _ => SqlColumnType.Text,
        };
        bool hasKnown = fact is TextSetFact && (dialect == SqlDialect.ClickHouse || fact.Equals(Facts.Tags));
        return new(fact, name, type, fact.Equals(Facts.FirstOrder), hasKnown);
    }

    internal static string Flag(SqlDialect dialect) =>
        dialect switch { SqlDialect.Sqlite => "integer", SqlDialect.ClickHouse => "Bool", _ => "boolean" };

    /// <summary>The type as it is declared. In SQLite texts do not mind case, so that a query has to.</summary>
    internal string Declared(SqlDialect dialect) => dialect switch
    {
        SqlDialect.Sqlite => Type switch
        {
            SqlColumnType.Number => "real",
            SqlColumnType.Whole or SqlColumnType.Place or SqlColumnType.YesNo => "integer",
            SqlColumnType.Text => "text collate nocase",
            _ => "text",
        },
        SqlDialect.ClickHouse => Type switch
        {
            SqlColumnType.Number => "Nullable(Float64)",
            SqlColumnType.Whole or SqlColumnType.Place => "Nullable(Int64)",
            SqlColumnType.Amount => "Nullable(Decimal(15, 2))",
            SqlColumnType.Date => "Nullable(Date32)",
            SqlColumnType.WallClock => "Nullable(DateTime64(6, 'UTC'))",
            SqlColumnType.YesNo => "Nullable(Bool)",
            SqlColumnType.Texts => "Array(String)",
            _ => "Nullable(String)",
        },
        _ => Type switch
        {
            SqlColumnType.Number => "double precision",
            SqlColumnType.Whole => "bigint",
            SqlColumnType.Place => "integer",
            SqlColumnType.Amount => "decimal(15, 2)",
            SqlColumnType.Date => "date",
            SqlColumnType.WallClock => IsInstant ? "timestamptz" : "timestamp",
            SqlColumnType.YesNo => "boolean",
            SqlColumnType.Texts => "text[]",
            _ => "text",
        },
    };

    internal object? CellOf(SqlDialect dialect, ConformanceCustomer customer) => Fact switch
    {
        NumberFact number => customer.Values.NumberOf(number) is not { } x ? null
            : Type switch { SqlColumnType.Whole => (long)x, SqlColumnType.Amount => (decimal)x, _ => x },
        DateFact date => customer.Values.DateOf(date) is { } day
            ? Type == SqlColumnType.Date ? DayCell(dialect, day) : TimeCell(dialect, customer, date)
            : null,
        YesNoFact yesNo => customer.Values.YesNoOf(yesNo),
        TextFact text => customer.Values.TextOf(text),
        TextSetFact set => TextsCell(dialect, customer.Values.TextSetOf(set)),
        ChoiceFact choice => customer.Values.LevelOf(choice) is not { } level ? null
            : Type == SqlColumnType.Place ? PlaceOf(choice, level) : level,
        _ => null,
    };

    private static object DayCell(SqlDialect dialect, NodaTime.LocalDate day) =>
        dialect == SqlDialect.ClickHouse ? LocalDatePattern.Iso.Format(day) : day.ToDateOnly();

    private object TimeCell(SqlDialect dialect, ConformanceCustomer customer, DateFact fact)
    {
        NodaTime.Instant instant = customer.InstantOf(fact)!.Value;
        NodaTime.LocalDateTime time = IsInstant && dialect == SqlDialect.ClickHouse
            ? instant.InUtc().LocalDateTime
            : customer.WallClockOf(fact)!.Value;
        return dialect switch
        {
            SqlDialect.ClickHouse => ClickHouseTime.Format(time),
            SqlDialect.DuckDb when IsInstant => instant.ToDateTimeOffset(),
            _ => IsInstant ? instant.ToDateTimeUtc() : time.ToDateTimeUnspecified(),
        };
    }

    private static object? TextsCell(SqlDialect dialect, IReadOnlyCollection<string>? texts) => dialect switch
    {
        SqlDialect.ClickHouse => (texts ?? []).ToList(),
        _ when texts is null => null,
        SqlDialect.Sqlite => JsonSerializer.Serialize(texts),
        SqlDialect.PostgreSql => texts.ToArray(),
        _ => texts.ToList(),
    };

    private static long PlaceOf(ChoiceFact choice, string level) =>
        Enumerable.Range(0, choice.Levels.Length).First(place => string.Equals(choice.Levels[place].Name, level, StringComparison.Ordinal));
}
