using NodaTime;

namespace PrivateDomain.Core.Tests.Vocabulary;

public sealed class ShopTests
{
    [Fact]
    public void Shop_DayBeginsInItsZone()
    {
        var shop = new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny);
        Assert.Equal(new LocalDate(2024, 1, 1), shop.DateAt(Instant.FromUtc(2023, 12, 31, 16, 0)));
        Assert.Equal(new LocalDate(2023, 12, 31), shop.DateAt(Instant.FromUtc(2023, 12, 31, 15, 59)));
        Assert.Equal("currency", Assert.Throws<ArgumentException>(() => new Shop(DateTimeZone.Utc, default)).ParamName);
        Assert.Equal("zone", Assert.Throws<ArgumentNullException>(() => new Shop(null!, Currency.Cny)).ParamName);
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
