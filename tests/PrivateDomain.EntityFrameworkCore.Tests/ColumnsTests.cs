using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PrivateDomain.Core;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.EntityFrameworkCore.Tests;

/// <summary>The core's types come back from the database as they were, and what stands for nothing is not written.</summary>
public sealed class ColumnsTests(PostgresServer server)
{
    public static TheoryData<bool, bool> Ways => new MatrixTheoryData<bool, bool>([false, true], [false, true]);

    [Theory]
    [MemberData(nameof(Ways))]
    public void Rows_ComeBackAsTheyWere(bool isPostgreSql, bool isOneCurrency)
    {
        using OrdersContext orders = Open(isPostgreSql, isOneCurrency);
        Currency other = isOneCurrency ? Currency.Cny : Currency.Jpy;
        OrderRow[] rows =
        [
            new() { Id = OrderId.From("o-1"), Customer = CustomerId.From("Anna"), Total = Money.Yuan(12.5m), Currency = Currency.Eur },
            new()
            {
                Id = OrderId.From("O-1"), Customer = CustomerId.From("安娜"), Product = ProductId.From(new string('p', 128)),
                Event = CustomerEventId.From("e'; --"), Advisor = AdvisorId.From("advisor"), Total = Money.From(-0.0001m, other),
                Currency = Currency.Usd,
            },
            new() { Id = OrderId.From("o-2"), Customer = CustomerId.From("anna"), Total = Money.Zero(other), Currency = Currency.Cny },
        ];
        orders.AddRange(rows);
        orders.SaveChanges();
        orders.ChangeTracker.Clear();

        OrderRow[] read = [.. orders.Orders.AsNoTracking().AsEnumerable().OrderBy(static row => row.Id)];
        Assert.Equal(
            rows.OrderBy(static row => row.Id).Select(TextOf),
            read.Select(TextOf));
        var anna = CustomerId.From("Anna");
        Assert.Equal(OrderId.From("o-1"), orders.Orders.Single(row => row.Customer == anna).Id);
        Assert.Equal(2, orders.Orders.Count(static row => row.Product == null));
        Money twelve = Money.Yuan(12.50m);
        Assert.Equal(1, orders.Orders.Count(row => row.Total == twelve));
    }

    [Fact]
    public void MoneyInTwoColumns_CanBeAskedForByAmount()
    {
        using OrdersContext orders = Open(isPostgreSql: true, isOneCurrency: false);
        orders.AddRange(Enumerable.Range(1, 5).Select(static n => new OrderRow
        {
            Id = OrderId.From(n.ToString(CultureInfo.InvariantCulture)),
            Customer = CustomerId.From("c"),
            Currency = Currency.Cny,
            Total = Money.From(n * 1.1m, n == 5 ? Currency.Usd : Currency.Cny),
        }));
        orders.SaveChanges();
        Assert.Equal(2, orders.Orders.Count(static row => row.Total.Amount > 3m && row.Total.Currency == Currency.Cny));
        Assert.Equal(11.0m, orders.Orders.Where(static row => row.Total.Currency == Currency.Cny).Sum(static row => row.Total.Amount));
    }

    [Fact]
    public void WhatStandsForNothing_IsNotWritten()
    {
        using OrdersContext orders = Open(isPostgreSql: false, isOneCurrency: false);
        OrderRow good = new() { Id = OrderId.From("o"), Customer = CustomerId.From("c"), Total = Money.Yuan(1), Currency = Currency.Cny };
        Assert.Contains("CustomerId", Refused(orders, row => row.Customer = default), StringComparison.Ordinal);
        Assert.Contains("XXX", Refused(orders, row => row.Currency = default), StringComparison.Ordinal);
        Assert.Contains("XXX", Refused(orders, row => row.Total = default), StringComparison.Ordinal);
        using OrdersContext yuan = Open(isPostgreSql: false, isOneCurrency: true);
        Assert.Contains("The column holds amounts in CNY, but it was 1.00 USD.",
            Refused(yuan, row => row.Total = Money.From(1, Currency.Usd)), StringComparison.Ordinal);
        Assert.Contains("XXX", Refused(yuan, row => row.Total = default), StringComparison.Ordinal);
        orders.Add(good);
        Assert.Equal(1, orders.SaveChanges());
    }

    [Fact]
    public void WhatIsNoIdentifierOrCode_IsNotRead()
    {
        using OrdersContext orders = Open(isPostgreSql: false, isOneCurrency: false);
        orders.Add(new OrderRow
        {
            Id = OrderId.From("o"),
            Customer = CustomerId.From("c"),
            Total = Money.Yuan(1),
            Currency = Currency.Cny,
        });
        orders.SaveChanges();
        orders.Database.ExecuteSqlRaw("update \"Orders\" set \"Customer\" = ' '");
        Assert.Throws<ArgumentException>(() => orders.Orders.Select(static row => row.Customer).ToArray());
        orders.Database.ExecuteSqlRaw("update \"Orders\" set \"Currency\" = 'XXX'");
        Assert.Throws<ArgumentException>(() => orders.Orders.Select(static row => row.Currency).ToArray());
    }

    [Fact]
    public void Misuse_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("configuration", static () => ((ModelConfigurationBuilder)null!).UsePrivateDomain());
        Assert.Throws<ArgumentException>("currency", static () => new MoneyConverter(Currency.None));
        Assert.Equal(Currency.Jpy, new MoneyConverter(Currency.Jpy).Currency);
    }

    private static string Refused(OrdersContext orders, Action<OrderRow> spoil)
    {
        OrderRow row = new() { Id = OrderId.From("bad"), Customer = CustomerId.From("c"), Total = Money.Yuan(1), Currency = Currency.Cny };
        spoil(row);
        orders.Add(row);
        Exception thrown = Assert.ThrowsAny<Exception>(() => orders.SaveChanges());
        orders.ChangeTracker.Clear();
        Assert.Empty(orders.Orders);
        return thrown.ToString();
    }

    private static string TextOf(OrderRow row) =>
        $"{row.Id} {row.Customer} {row.Product} {row.Event} {row.Advisor} {row.Total} {row.Currency}";

    private OrdersContext Open(bool isPostgreSql, bool isOneCurrency)
    {
        if (isPostgreSql && server.Connection is null)
        {
            Assert.Skip($"NOT EXECUTED on PostgreSQL: {server.Missing}");
        }

        DbConnection connection = isPostgreSql
            ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.Connection) { Database = $"orders {isOneCurrency}" }.ToString())
            : new SqliteConnection("Data Source=:memory:");
        var orders = new OrdersContext(connection, isOneCurrency);
        if (!isPostgreSql)
        {
            connection.Open();
        }

        orders.Database.EnsureDeleted();
        orders.Database.EnsureCreated();
        return orders;
    }
}
