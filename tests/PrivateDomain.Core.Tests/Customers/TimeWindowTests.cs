using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;

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
            CustomerFacts facts = CustomerHistory.From(RandomEvents.Someone,
                [new MessageReceived(CustomerEventId.From("e"), RandomEvents.Someone, asOf)]).FactsAt(asOf, shop);
            Assert.Equal(1, facts.CountOf(Behaviour.MessageReceived, TimeWindow.LastDays(TimeWindow.DaysMax)));
            Assert.Equal(1, facts.CountOf(Behaviour.MessageReceived, TimeWindow.Rolling(Duration.FromDays(TimeWindow.DaysMax))));
            Assert.Equal(0, facts.CountOf(Behaviour.MessageReceived, TimeWindow.MoreThanDaysAgo(TimeWindow.DaysMax)));
            Assert.Equal(asOf == CustomerEvent.EarliestAt ? 0 : 1,
                facts.CountOf(Behaviour.MessageReceived, TimeWindow.Between(new LocalDate(1900, 1, 2), new LocalDate(9998, 12, 30))));
        }
    }

    [Fact]
    public void Windows_DayThatTheZoneSkipped_IsEmptyAndBreaksNothing()
    {
        // In Apia the 29th of December 2011 was followed by the 31st, at 10:00 UTC of the 30th.
        var shop = new Shop(DateTimeZoneProviders.Tzdb["Pacific/Apia"], Currency.Cny);
        Instant skip = Instant.FromUtc(2011, 12, 30, 10, 0);
        CustomerFacts facts = CustomerHistory.From(
            RandomEvents.Someone,
            [
                new MessageReceived(CustomerEventId.From("29th"), RandomEvents.Someone, skip - Duration.Epsilon),
                new MessageReceived(CustomerEventId.From("31st"), RandomEvents.Someone, skip),
            ]).FactsAt(Instant.FromUtc(2012, 1, 1, 0, 0), shop);
        var skipped = new LocalDate(2011, 12, 30);
        Assert.Equal(new LocalDate(2012, 1, 1), shop.DateAt(facts.AsOf));
        Assert.Equal(1, facts.CountOf(Behaviour.MessageReceived, TimeWindow.LastDays(3)));
        Assert.Equal(2, facts.CountOf(Behaviour.MessageReceived, TimeWindow.LastDays(4)));
        Assert.Equal(0, facts.CountOf(Behaviour.MessageReceived, TimeWindow.Between(skipped, skipped)));
        Assert.Equal(1, facts.CountOf(Behaviour.MessageReceived, TimeWindow.Between(skipped.PlusDays(-1), skipped)));
    }
}
