using System.Linq.Expressions;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.EventQueries;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class SegmentationQueriesExample
{
    [Fact]
    public void SegmentationQueries()
    {
        // snippet: segmentation-queries
        SegmentMapping<Buyer> mapping = SegmentMapping<Buyer>.Empty
            .Map(Facts.Orders, row => row.Orders)
            .Map(Facts.LastOrder, row => row.LastOrder);
        SegmentRule rule = Facts.Orders.AtLeast(2) & !Facts.LastOrder.WithinDays(90);
        Expression<Func<Buyer, bool>> filter = mapping.Filter(rule, new LocalDate(2024, 6, 15)).Value;
        // With EF Core: context.Buyers.Where(filter)
        // end
        Func<Buyer, bool> matches = filter.Compile();
        Assert.True(matches(new Buyer(2, null)));
        Assert.True(matches(new Buyer(2, new DateOnly(2024, 3, 17))));
        Assert.False(matches(new Buyer(2, new DateOnly(2024, 3, 18))));
        Assert.False(matches(new Buyer(1, null)));
    }

    [Fact]
    public void SegmentsAsSqlText()
    {
        // snippet: segments-as-sql-text
        SqlMapping mapping = SqlMapping.From(SqlDialect.PostgreSql)
            .Map(Facts.Orders, "orders", SqlColumnType.Whole)
            .Map(Facts.LastOrder, "last_order_at", DateTimeZoneProviders.Tzdb["Asia/Shanghai"]);
        SegmentRule rule = Facts.Orders.AtLeast(2) & !Facts.LastOrder.WithinDays(90);
        SqlText where = mapping.Filter(rule, new LocalDate(2024, 6, 15)).Value;
        // select id from customers where {where.Text}, with where.Parameters as $1, $2, $3
        // end
        Assert.Equal(
            "((\"orders\" is not null and \"orders\" >= $1) and "
                + "(\"last_order_at\" is null or \"last_order_at\" < $2 or \"last_order_at\" >= $3))",
            where.Text);
        Assert.Equal(
            [2L, new DateTime(2024, 3, 17, 16, 0, 0, DateTimeKind.Utc), new DateTime(2024, 6, 15, 16, 0, 0, DateTimeKind.Utc)],
            where.Parameters);
    }

    private sealed record Buyer(int Orders, DateOnly? LastOrder);

    [Fact]
    public void FactsOfEvents_AreOneQuery()
    {
        var shop = new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
        Instant now = Instant.FromUtc(2024, 6, 15, 4, 0);

        // snippet: facts-out-of-events
        SqlEvents events = SqlEvents.From(SqlDialect.PostgreSql, new SqlEventTable { Schema = "shop" });
        Fact[] facts = [Facts.Orders, Facts.SpendIn(TimeWindow.LastDays(90)), Facts.LastInteraction, Facts.Reachable];
        SqlText query = events.FactsAt(now, shop, facts).Value;
        // insert into customer_facts {query.Text}, with query.Parameters: the columns customer, f0, f1, f2, f3
        SqlText where = events.MappingOf(facts).Filter(Facts.Orders.AtLeast(2) & Facts.Reachable.IsYes(), new LocalDate(2024, 6, 15)).Value;
        // select customer from customer_facts where {where.Text}
        // end
        Assert.Equal(["CNY"], query.Parameters);
        Assert.Contains("from \"shop\".\"customer_event\"", query.Text, StringComparison.Ordinal);
        Assert.Equal("((\"f0\" is not null and \"f0\" >= $1) and (\"f3\" is not null and \"f3\" = $2))", where.Text);
        Assert.StartsWith(
            "create table if not exists \"shop\".\"customer_event\" (\"customer\" text", events.Declaration, StringComparison.Ordinal);
    }
}
