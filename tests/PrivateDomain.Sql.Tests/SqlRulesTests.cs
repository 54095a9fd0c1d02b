using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;
using PrivateDomain.Core.Tests.Segmentation;

namespace PrivateDomain.Sql.Tests;

/// <summary>Sets, limits, clocks that are changed and indexes, in every database that is executed here; single rules are asked by
/// <see cref="ConformanceTests"/>.</summary>
public sealed class SqlRulesTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static readonly LocalDate Today = RandomRules.Today;

    public static TheoryData<SqlDialect> Executed => [SqlDialect.PostgreSql, SqlDialect.DuckDb, SqlDialect.Sqlite];

    [Theory]
    [MemberData(nameof(Executed))]
    public void Filter_EveryComparisonOfEveryTypeOfNumber_TheDatabaseAgrees(SqlDialect dialect)
    {
        using Database database = Open(dialect);
        RandomRules random = new(1404);
        FactValues[] customers = [.. Enumerable.Range(0, 40).Select(n => random.HeldCustomer(n))];
        database.Fill(customers);
        double[] ends =
        [
            -double.MaxValue, -1e20, -1.5, -double.Epsilon, 0, double.Epsilon, 0.1, 2, 2.0000000000000004, 2.5, 99.99, 1e20,
            double.MaxValue,
        ];
        foreach (NumberFact fact in new[] { RandomRules.Age, Facts.Orders, Facts.Spend })
        {
            foreach (double end in ends)
            {
                foreach (SegmentRule rule in new[]
                {
                    fact.LessThan(end), fact.AtMost(end), fact.AtLeast(end), fact.GreaterThan(end), fact.EqualTo(end), fact.NotEqualTo(end),
                    fact.Between(Math.Min(end, 1), Math.Max(end, 1)),
                })
                {
                    SqlText where = database.Mapping.Filter(rule, Today).Value;
                    Assert.Equal(Plain(customers, rule), database.Where(where));
                    Assert.Equal(Plain(customers, !rule), database.Where(database.Mapping.Filter(!rule, Today).Value));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Executed))]
    public void Filter_SetsThatReferToEachOther_GiveTheMembershipOfEachRow(SqlDialect dialect)
    {
        using Database database = Open(dialect);
        RandomRules random = new(1402);
        FactValues[] customers = [.. Enumerable.Range(0, Chance.Cases(60, 200)).Select(n => random.HeldCustomer(n))];
        database.Fill(customers);
        foreach (bool isExclusive in new[] { false, true })
        {
            var segments = new List<Segment>();
            for (int n = 0; n < 30; n++)
            {
                segments.Add(new Segment(FormattableString.Invariant($"'; drop table customer; -- {n}"),
                    random.Rule(3, [.. segments.TakeLast(8).Take(4).Select(static s => s.Name)])));
            }

            SegmentSet set = SegmentSet.From(RandomRules.Schema, segments, isExclusive);
            SqlText text = database.Mapping.Filter(set, Today).Value;
            List<long[]> rows = database.Read($"select {text.Text} from customer as c order by id", text);
            List<long[]> counts = database.Read(isExclusive
                ? $"select tier, count(*) from (select {text.Text} from customer as c) as m group by tier"
                : $"select {string.Join(", ", segments.Select(static (_, n) => FormattableString.Invariant($"sum(s{n})")))} "
                    + $"from (select {text.Text} from customer as c) as m", text);
            for (int row = 0; row < customers.Length; row++)
            {
                bool[] plain = [.. segments.Select(s => set.Explain(s.Name, customers[row]).Truth == Truth.Yes)];
                Assert.Equal(
                    isExclusive ? [Array.IndexOf(plain, true)] : plain.Select(static x => x ? 1L : 0L),
                    rows[row]);
            }

            Assert.Equal(
                isExclusive ? customers.Length : rows.Sum(static r => r.Sum()),
                isExclusive ? counts.Sum(static c => c[1]) : counts[0].Sum());
        }
    }

    [Theory]
    [MemberData(nameof(Executed))]
    public void Filter_ThousandsOfPartsAndDeepRules_AreBorne(SqlDialect dialect)
    {
        using Database database = Open(dialect);
        RandomRules random = new(1403);
        FactValues[] customers = [.. Enumerable.Range(0, 20).Select(n => random.HeldCustomer(n))];
        database.Fill(customers);
        SegmentRule[] parts = [.. Enumerable.Range(0, 4_000).Select(static n => RandomRules.Age.AtLeast(n / 40.0))];
        SegmentRule deep = RandomRules.Age.AtLeast(1);
        for (int i = 0; i < 59; i++)
        {
            deep = i % 2 == 0 ? SegmentRule.AllOf(deep, RandomRules.City.NoneOf("上海"))
                : SegmentRule.AnyOf(deep, RandomRules.IsParent.IsNo());
        }

        foreach (SegmentRule rule in new[]
        {
            SegmentRule.AnyOf(parts), SegmentRule.AllOf(parts), SegmentRule.AtLeastOf(2_000, parts), SegmentRule.NoneOf(parts), deep,
            RandomRules.City.AnyOf([.. Enumerable.Range(0, 9_000).Select(static n => FormattableString.Invariant($"city {n}")), "上海"]),
        })
        {
            Assert.Equal(Plain(customers, rule), database.Where(database.Mapping.Filter(rule, Today).Value));
        }
    }

    [Theory]
    [MemberData(nameof(Executed))]
    public void Filter_InstantsAroundClocksThatAreChanged_HaveTheShopsDay(SqlDialect dialect)
    {
        using Database database = Open(dialect);
        foreach ((string zoneName, LocalDate middle) in new[]
        {
            ("America/Sao_Paulo", new LocalDate(2018, 2, 18)), ("America/Sao_Paulo", new LocalDate(2018, 11, 4)),
            ("Asia/Shanghai", new LocalDate(2024, 6, 15)), ("Pacific/Apia", new LocalDate(2011, 12, 30)),
        })
        {
            DateTimeZone zone = DateTimeZoneProviders.Tzdb[zoneName];
            var shop = new Shop(zone, Currency.Cny);
            Instant start = zone.AtStartOfDay(middle.PlusDays(-1)).ToInstant();
            Instant[] instants = [.. Enumerable.Range(0, 120).Select(n => start + Duration.FromMinutes(30 * n))];
            Instant asOf = instants[^1];
            CustomerId someone = CustomerId.From("someone");
            FactValues[] customers = [.. instants.Select(at => FactValues.From(CustomerHistory.From(someone,
                [new OrderPaid(CustomerEventId.From("e"), someone, at, OrderId.From("o"), Money.From(1, Currency.Cny))])
                .FactsAt(asOf, shop)))];
            database.Execute("drop table if exists paid");
            string type = dialect == SqlDialect.Sqlite ? "text" : "timestamptz";
            database.Execute($"create table paid (id bigint, paid_at {type})");
            string places = dialect == SqlDialect.Sqlite ? "@p1, @p2" : "$1, $2";
            for (int n = 0; n < instants.Length; n++)
            {
                database.Execute($"insert into paid values ({places})", (long)n, database.InstantCell(instants[n]));
            }

            SqlMapping mapping = SqlMapping.From(dialect).Map(Facts.LastOrder, "paid_at", zone);
            for (int day = -2; day <= 3; day++)
            {
                foreach (SegmentRule rule in new[]
                {
                    Facts.LastOrder.On(middle.PlusDays(day)), Facts.LastOrder.NotOn(middle.PlusDays(day)),
                    Facts.LastOrder.Before(middle.PlusDays(day)), Facts.LastOrder.After(middle.PlusDays(day)),
                })
                {
                    SqlText where = mapping.Filter(rule, customers[0].Today).Value;
                    Assert.Equal(Plain(customers, rule).Select(static n => (long)n),
                        database.Read($"select id from paid where {where} order by id", where).Select(static r => r[0]));
                }
            }
        }
    }

    [Fact]
    public void Filter_WholeNumbersAndDates_AreServedByAnIndex()
    {
        using Database database = Open(SqlDialect.Sqlite);
        database.Fill([]);
        foreach ((Fact fact, SegmentRule rule) in new (Fact, SegmentRule)[]
        {
            (Facts.Orders, Facts.Orders.AtLeast(2.5)), (RandomRules.Birthday, RandomRules.Birthday.WithinDays(3)),
            (Facts.FirstOrder, Facts.FirstOrder.On(Today)),
        })
        {
            database.Execute($"create index if not exists \"by {fact.Name}\" on customer (\"{Database.NameOf(fact)}\")");
            SqlText where = database.Mapping.Filter(rule, Today).Value;
            string text = where.Text;
            for (int n = where.Parameters.Length; n > 0; n--)
            {
                text = text.Replace(FormattableString.Invariant($"@p{n}"), "1", StringComparison.Ordinal);
            }

            Assert.Contains($"by {fact.Name}", database.Text($"explain query plan select id from customer as c where {text}"),
                StringComparison.Ordinal);
        }
    }

    private static int[] Plain(FactValues[] customers, SegmentRule rule) =>
        [.. Enumerable.Range(0, customers.Length).Where(n => rule.Matches(customers[n]))];

    private Database Open(SqlDialect dialect)
    {
        if (dialect == SqlDialect.PostgreSql && server.Connection is null)
        {
            Assert.Skip($"NOT EXECUTED on PostgreSQL: {server.Missing}");
        }

        return new Database(dialect, server.Connection);
    }
}
