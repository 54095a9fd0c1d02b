using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;
using NodaTime;
using Npgsql;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.EventQueries;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.Sql.Tests;

/// <summary>Facts that a database reads out of a table of events are those that the library reads out of the same events; an average ticket
/// may differ in the last place of a double, where .NET rounds a quotient that does not end twice.</summary>
public sealed class SqlEventsTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    // Clocks that change at midnight and back over it, a day that never was, an offset of half an hour, and none of that.
    private static readonly (string Zone, Instant Begin)[] Shops =
    [
        ("Asia/Shanghai", Instant.FromUtc(2026, 1, 1, 0, 0)),
        ("America/Sao_Paulo", Instant.FromUtc(2018, 2, 10, 0, 0)),
        ("America/New_York", Instant.FromUtc(2026, 3, 1, 0, 0)),
        ("Pacific/Apia", Instant.FromUtc(2011, 12, 24, 0, 0)),
        ("Asia/Kolkata", Instant.FromUtc(1969, 12, 25, 0, 0)),
    ];

    private static readonly ImmutableArray<Behaviour> Behaviours =
        [.. Enum.GetValues<Behaviour>().Where(static behaviour => behaviour != Behaviour.None)];

    public static TheoryData<SqlDialect> Executed => [SqlDialect.PostgreSql, SqlDialect.DuckDb];

    [Theory]
    [MemberData(nameof(Executed))]
    public void FactsAt_AnyEventsZoneAndInstant_AreThoseOfTheHistories(SqlDialect dialect)
    {
        using DbConnection connection = Open(dialect);
        Random random = Chance.From(1_420);
        int compared = 0;
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string zone, Instant begin) in Shops)
        {
            var shop = new Shop(DateTimeZoneProviders.Tzdb[zone], Currency.Cny);
            var table = new SqlEventTable { Table = "events of \"" + zone + '"', Group = "group", Id = "event" };
            SqlEvents events = SqlEvents.From(dialect, table);
            CustomerHistory[] histories = [.. Enumerable.Range(0, Chance.Cases(25, 120)).Select(n => History(random, n, begin))];
            Fill(connection, events, histories);
            for (int shot = 0; shot < Chance.Cases(3, 8); shot++)
            {
                Instant asOf = begin + Duration.FromMinutes(random.Next(24 * 60 * 16)) + Duration.FromNanoseconds(random.Next(2) * 999);
                Fact[] facts = [.. Some(random, asOf.InZone(shop.Zone).Date)];
                SqlText query = events.FactsAt(asOf, shop, facts).Value;
                var rows = Read(connection, query.Text, query.Parameters);
                Assert.Equal(histories.Length, rows.Count);
                foreach (CustomerHistory history in histories)
                {
                    FactValues values = FactValues.From(history.FactsAt(asOf, shop));
                    object?[] row = rows[history.Customer.Text];
                    for (int i = 0; i < facts.Length; i++)
                    {
                        string expected = Text(values, facts[i]);
                        bool isLastPlace = facts[i].Equals(Facts.AverageTicket) && row[i] is double ticket
                            && values.NumberOf(Facts.AverageTicket) is { } exact
                            && (ticket == Math.BitIncrement(exact) || ticket == Math.BitDecrement(exact));
                        Assert.True(isLastPlace || string.Equals(expected, Text(row[i]), StringComparison.Ordinal),
                            $"{dialect} {zone} {asOf} {history.Customer} {facts[i]}: {Text(row[i])}, but {expected}\n{query}");
                        compared++;
                        _ = expected.Length > 0 && known.Add(facts[i].Name.Split('(')[0]);
                    }
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{compared} values compared"));
        Assert.True(compared > 10_000 && known.Count >= 25, FormattableString.Invariant($"{compared} values of {known.Count} facts"));
    }

    [Theory]
    [MemberData(nameof(Executed))]
    public void MappingOf_TheResult_SelectsWhomTheRuleMatches(SqlDialect dialect)
    {
        using DbConnection connection = Open(dialect);
        Random random = Chance.From(1_421);
        (string zone, Instant begin) = Shops[0];
        var shop = new Shop(DateTimeZoneProviders.Tzdb[zone], Currency.Cny);
        SqlEvents events = SqlEvents.From(dialect, new SqlEventTable { Table = "kept_event" });
        CustomerHistory[] histories = [.. Enumerable.Range(0, 60).Select(n => History(random, n, begin))];
        Fill(connection, events, histories);
        Instant asOf = begin + Duration.FromDays(12);
        Fact[] facts = [Facts.Orders, Facts.Spend, Facts.LastInteraction, Facts.Reachable, Facts.Tags];
        SegmentRule rule = (Facts.Orders.AtLeast(1) & Facts.Spend.AtMost(6)) | (Facts.Reachable.IsYes() & Facts.Tags.AnyOf("t1"))
            | Facts.LastInteraction.MoreThanDaysAgo(4);
        Execute(connection, "drop table if exists facts");
        Execute(connection,
            "create table facts (customer varchar, f0 double precision, f1 double precision, f2 date, f3 boolean, f4 text[])");
        SqlText query = events.FactsAt(asOf, shop, facts).Value;
        Execute(connection, $"insert into facts {query.Text}", [.. query.Parameters]);
        LocalDate today = asOf.InZone(shop.Zone).Date;
        SqlText where = events.MappingOf(facts).Filter(rule, today).Value;

        string[] expected = [.. histories.Where(history => rule.Matches(FactValues.From(history.FactsAt(asOf, shop))))
            .Select(static history => history.Customer.Text).Order(StringComparer.Ordinal)];
        string[] found = [.. Read(connection, $"select customer from facts where {where.Text}", where.Parameters).Keys
            .Order(StringComparer.Ordinal)];
        Assert.Equal(expected, found);
        Assert.InRange(found.Length, 5, 55);
    }

    [Fact]
    public void Text_NamesNoValueOfTheHost_AndNoZone()
    {
        SqlEvents events = SqlEvents.From(SqlDialect.PostgreSql, new SqlEventTable { Schema = "shop" });
        SqlText query = events.FactsAt(Shops[2].Begin, new Shop(DateTimeZoneProviders.Tzdb["America/New_York"], Currency.Cny),
            Facts.Spend, Facts.Bucket("it's summer"), Facts.Bucket("it's summer"), Facts.Bucket("winter")).Value;
        Assert.Equal(["CNY", "it's summer", "winter"], query.Parameters);
        Assert.DoesNotContain("summer", query.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("zone", query.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("from \"shop\".\"customer_event\"", query.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatDoesNotFollowFromEvents_IsRefusedByName()
    {
        SqlEvents events = SqlEvents.From(SqlDialect.DuckDb);
        var shop = new Shop(DateTimeZone.Utc, Currency.Cny);
        NumberFact age = NumberFact.From("age", new("age", "年龄"));
        Answer<SqlText> answer = events.FactsAt(Shops[0].Begin, shop,
            Facts.Orders, FactsOfRelationship.Stage, age, FactsOfRelationship.Trust, Facts.Ratio(Facts.Orders, age));
        Assert.Equal(["stage", "age", "trust", "ratio(orders, age)"], answer.Reasons.Select(static reason => reason.Found.ToString()));
        Assert.All(answer.Reasons, static reason => Assert.Equal(EventQueryReasons.NotOfEvents.Code, reason.Code));
    }

    [Fact]
    public void Misuse_NamesTheArgument()
    {
        Assert.Equal("dialect", Assert.Throws<ArgumentOutOfRangeException>(static () => SqlEvents.From(SqlDialect.Sqlite)).ParamName);
        Assert.Throws<ArgumentException>(static () => SqlEvents.From(SqlDialect.DuckDb, new SqlEventTable { Id = "CUSTOMER" }));
        Assert.Throws<ArgumentException>(static () => SqlEvents.From(SqlDialect.DuckDb, new SqlEventTable { Id = "" }));
        SqlEvents events = SqlEvents.From(SqlDialect.DuckDb);
        var shop = new Shop(DateTimeZone.Utc, Currency.Cny);
        Assert.Throws<ArgumentException>(() => events.FactsAt(Shops[0].Begin, shop));
        Assert.Throws<ArgumentNullException>(() => events.FactsAt(Shops[0].Begin, shop, Facts.Orders, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => events.FactsAt(Instant.MaxValue, shop, Facts.Orders));
        Assert.Throws<ArgumentException>(() => events.MappingOf(FactsOfRelationship.Stage));
    }

    private DbConnection Open(SqlDialect dialect)
    {
        Assert.SkipWhen(dialect == SqlDialect.PostgreSql && server.Connection is null, server.Missing);
        DbConnection connection = dialect == SqlDialect.PostgreSql
            ? new NpgsqlConnection(server.Connection)
            : new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection;
    }

    // All facts without parameters, and some of each function.
    private static IEnumerable<Fact> Some(Random random, LocalDate today)
    {
        foreach (Fact fact in Facts.All)
        {
            yield return fact;
        }

        yield return Facts.Bucket("summer");
        yield return Facts.Ratio(Facts.Spend, Facts.Interactions);
        for (int i = 0; i < 6; i++)
        {
            Behaviour what = Behaviours[random.Next(Behaviours.Length)];
            LocalDate day = today.PlusDays(-random.Next(12));
            TimeWindow window = random.Next(4) switch
            {
                0 => TimeWindow.All,
                1 => TimeWindow.LastDays(random.Next(1, 9)),
                2 => TimeWindow.MoreThanDaysAgo(random.Next(8)),
                _ => TimeWindow.Between(day, day.PlusDays(random.Next(5))),
            };
            yield return Facts.Count(what, window);
            yield return Facts.Days(what, window);
            yield return Facts.Gap(what, window);
            yield return Facts.Gap(Behaviour.Order, window);
            yield return Facts.SpendIn(window);
            yield return Facts.Periods(what, random.Next(1, 5), random.Next(1, 5));
            yield return Facts.First(what);
            yield return Facts.Last(what);
            yield return Facts.Ratio(Facts.Count(what, window), Facts.Orders);
        }
    }

    private static CustomerHistory History(Random random, int number, Instant begin)
    {
        var customer = CustomerId.From($"客户 {number} '😀");
        return CustomerHistory.From(customer, Enumerable.Range(0, random.Next(1, 40)).Select(i =>
            Make(random, customer, CustomerEventId.From($"e{random.Next(100, 999)}.{i}"),
                begin + Duration.FromMinutes(random.Next(16 * 24 * 2) * 30) + Duration.FromMilliseconds(random.Next(2)))));
    }

    private static CustomerEvent Make(Random random, CustomerId customer, CustomerEventId id, Instant at)
    {
        var carrier = (Carrier)random.Next(1, 4);
        OrderId order = OrderId.From($"o{random.Next(4)}");
        Money money = Money.From(random.Next(6) * 1.55m, random.Next(6) == 0 ? Currency.Usd : Currency.Cny);
        return random.Next(30) switch
        {
            0 or 1 => new LinkMade(id, customer, at, carrier, random.Next(2) == 0 ? null : $"渠道{random.Next(3)}"),
            2 => new LinkMuted(id, customer, at, carrier),
            3 => new LinkUnmuted(id, customer, at, carrier),
            4 => new LinkLost(id, customer, at, carrier, LinkLoss.Deleted),
            5 => new OptedOut(id, customer, at, carrier),
            6 => new OptedIn(id, customer, at, carrier),
            7 => new GroupJoined(id, customer, at, $"g{random.Next(3)}"),
            8 => new GroupLeft(id, customer, at, $"g{random.Next(3)}"),
            9 => new TagAdded(id, customer, at, $"t{random.Next(3)}"),
            10 => new TagRemoved(id, customer, at, $"t{random.Next(3)}"),
            11 => new FactNoted(id, customer, at, "topic", "value"),
            >= 12 and <= 16 => new OrderPaid(id, customer, at, order, money),
            17 => new OrderRefunded(id, customer, at, order, money.IsZero ? null : money),
            18 => new OrderDelivered(id, customer, at, order),
            19 => new NpsAnswered(id, customer, at, random.Next(11)),
            20 => new GroupMessageReceived(id, customer, at, "g1"),
            21 => new ActivityJoined(id, customer, at),
            22 => new SurveyAnswered(id, customer, at),
            23 => new FeedbackVolunteered(id, customer, at),
            24 => new RecommendationMade(id, customer, at),
            25 => new RivalDeclined(id, customer, at),
            26 => new ReferralConverted(id, customer, at),
            27 => new ComplaintMade(id, customer, at),
            28 => new TouchSent(id, customer, at, TouchKind.Promotion, carrier),
            _ => new MessageReceived(id, customer, at, random.Next(3) == 0 ? null : carrier),
        };
    }

    private static void Fill(DbConnection connection, SqlEvents events, CustomerHistory[] histories)
    {
        Execute(connection, $"drop table if exists \"{events.Table.Table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        Execute(connection, events.Declaration);
        Execute(connection, events.Declaration); // made already
        string name = events.Declaration["create table if not exists ".Length..events.Declaration.IndexOf(" (", StringComparison.Ordinal)];
        using DbTransaction transaction = connection.BeginTransaction();
        foreach (CustomerEvent customerEvent in histories.SelectMany(static history => history.Events))
        {
            object?[] row = [.. events.RowOf(customerEvent)];
            Execute(connection,
                $"insert into {name} values ({string.Join(", ", row.Select((_, n) => FormattableString.Invariant($"${n + 1}")))})", row);
        }

        transaction.Commit();
    }

    private static void Execute(DbConnection connection, string text, params object?[] parameters)
    {
        using DbCommand command = Command(connection, text, parameters);
        command.ExecuteNonQuery();
    }

    private static DbCommand Command(DbConnection connection, string text, object?[] parameters)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = text;
        foreach (object? value in parameters)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    // By customer, the columns behind it.
    private static Dictionary<string, object?[]> Read(DbConnection connection, string text, ImmutableArray<object> parameters)
    {
        using DbCommand command = Command(connection, text, [.. parameters]);
        using DbDataReader reader = command.ExecuteReader();
        var rows = new Dictionary<string, object?[]>(StringComparer.Ordinal);
        while (reader.Read())
        {
            rows.Add(reader.GetString(0),
                [.. Enumerable.Range(1, reader.FieldCount - 1).Select(n => reader.IsDBNull(n) ? null : reader.GetValue(n))]);
        }

        return rows;
    }

    private static string Text(FactValues values, Fact fact) => fact switch
    {
        NumberFact number => Text(values.NumberOf(number)),
        DateFact date => Text(values.DateOf(date)?.ToDateTimeUnspecified()),
        YesNoFact yesNo => Text(values.YesNoOf(yesNo)),
        TextFact text => Text(values.TextOf(text)),
        _ => Text(values.TextSetOf((TextSetFact)fact)),
    };

    private static string Text(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => text,
        IEnumerable<string> texts => $"[{string.Join('|', texts)}]",
        _ => value.ToString()!,
    };
}
