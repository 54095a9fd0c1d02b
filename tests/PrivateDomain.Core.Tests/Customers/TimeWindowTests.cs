using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Tests.Customers;

public sealed class TimeWindowTests
{
    [Fact]
    public void Default_IsAll() => Assert.Equal(TimeWindow.All, default);

    [Fact]
    public void Factories_OutOfRange_Refuse()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => TimeWindow.LastDays(0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => TimeWindow.LastDays(TimeWindow.DaysMax + 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => TimeWindow.MoreThanDaysAgo(-1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => TimeWindow.Rolling(Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(static () => TimeWindow.Between(new LocalDate(2026, 5, 2), new LocalDate(2026, 5, 1)));
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/Adak")]
    public void Factories_AtTheLimitsOfTime_CanBeUsed(string zone)
    {
        var shop = new Shop(DateTimeZoneProviders.Tzdb[zone], Currency.Cny);
        foreach (Instant asOf in new[] { CustomerEvent.EarliestAt, CustomerEvent.LatestAt })
        {
            CustomerFacts facts = CustomerHistory.From(RandomEvents.Someone, [new MessageReceived(EventId.From("e"), RandomEvents.Someone, asOf)]).FactsAt(asOf, shop);
            Assert.Equal(1, facts.Count(EventKind.MessageReceived, TimeWindow.LastDays(TimeWindow.DaysMax)));
            Assert.Equal(1, facts.Count(EventKind.MessageReceived, TimeWindow.Rolling(Duration.FromDays(TimeWindow.DaysMax))));
            Assert.Equal(0, facts.Count(EventKind.MessageReceived, TimeWindow.MoreThanDaysAgo(TimeWindow.DaysMax)));
            Assert.Equal(0, facts.Count(EventKind.MessageReceived, TimeWindow.Between(new LocalDate(1900, 1, 2), new LocalDate(9998, 12, 30))));
        }
    }
}
