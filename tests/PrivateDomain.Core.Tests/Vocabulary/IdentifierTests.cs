using NodaTime;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Vocabulary;

public sealed class IdentifierTests
{
    [Fact]
    public void EveryIdentifier_KeepsTheOneRule()
    {
        Check<CustomerId>();
        Check<CustomerEventId>();
        Check<OrderId>();
        Check<ProductId>();
    }

    [Fact]
    public void Shop_DayBeginsInItsZone()
    {
        var shop = new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
        Assert.Equal(new LocalDate(2024, 1, 1), shop.DateAt(Instant.FromUtc(2023, 12, 31, 16, 0)));
        Assert.Equal(new LocalDate(2023, 12, 31), shop.DateAt(Instant.FromUtc(2023, 12, 31, 15, 59)));
        Assert.Equal("currency", Assert.Throws<ArgumentException>(() => new Shop(DateTimeZone.Utc, default)).ParamName);
        Assert.Equal("zone", Assert.Throws<ArgumentNullException>(() => new Shop(null!, Currency.Cny)).ParamName);
    }

    private static void Check<TId>()
        where TId : struct, IIdentifier<TId>, IComparable<TId>
    {
        Assert.Equal("客户-1", TId.From("客户-1").Text);
        Assert.Equal(TId.From("a"), TId.From("a"));
        Assert.NotEqual(TId.From("a"), TId.From("A"));
        Assert.True(TId.From("A").CompareTo(TId.From("a")) < 0);
        Assert.Equal("", default(TId).Text);
        Assert.Equal(128, TId.From(new string('x', 128)).Text.Length);
        Assert.Equal("👍", TId.From("👍").ToString());
        Assert.Equal("a", TId.From("a").ToString(null, null));
        Assert.Equal(0, TId.From("a").CompareTo(TId.From("a")));
        Assert.True(TId.TryFrom("a", out TId read) && read.Equals(TId.From("a")));
        foreach (string? bad in new[] { null, "", " a", "a ", "a\nb", "\ud83d", "\udc4da", new string('x', 129) })
        {
            Assert.False(TId.TryFrom(bad, out TId id));
            Assert.Equal(default, id);
            Assert.ThrowsAny<ArgumentException>(() => TId.From(bad!));
        }
    }

    [Fact]
    public void EveryIdentifier_OrdersByItsText()
    {
        Order(CustomerId.From, static (a, b) => [a < b, a <= b, a == b, a >= b, a > b]);
        Order(CustomerEventId.From, static (a, b) => [a < b, a <= b, a == b, a >= b, a > b]);
        Order(OrderId.From, static (a, b) => [a < b, a <= b, a == b, a >= b, a > b]);
        Order(ProductId.From, static (a, b) => [a < b, a <= b, a == b, a >= b, a > b]);

        static void Order<TId>(Func<string, TId> from, Func<TId, TId, bool[]> compare)
        {
            Assert.Equal([true, true, false, false, false], compare(from("a"), from("b")));
            Assert.Equal([false, false, false, true, true], compare(from("b"), from("a")));
            Assert.Equal([false, true, true, true, false], compare(from("a"), from("a")));
        }
    }

    [Fact]
    public void Shop_IsItsZoneAndItsCurrency()
    {
        DateTimeZone shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        Assert.Equal(new Shop(shanghai, Currency.Cny), new Shop(shanghai, Currency.Cny));
        Assert.NotEqual(new Shop(shanghai, Currency.Cny), new Shop(shanghai, Currency.Usd));
        Assert.NotEqual(new Shop(shanghai, Currency.Cny), new Shop(DateTimeZone.Utc, Currency.Cny));
        Assert.Equal((shanghai, Currency.Cny), (new Shop(shanghai, Currency.Cny).Zone, new Shop(shanghai, Currency.Cny).Currency));
    }
}
