using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Welfare;

namespace PrivateDomain.Core.Tests.Outreach;

[Text]
public sealed class RhythmTests
{
    private static readonly LocalDate Today = new(2026, 3, 10);
    private static readonly OccasionDate Women = Date(new("Goddess Day", "女神节"), OccasionTheme.Festival, days: 1);
    private static readonly OccasionDate Sale = Date(new("spring sale", "春季特惠"), OccasionTheme.Shopping, days: 6);

    [Fact]
    public void Select_IsAFewDaysBeforeItIsNeededAgain_AboutTheLastNeed()
    {
        NotedNeed[] needs = [new(Today.PlusDays(-2), "面霜"), new(Today.PlusDays(-20), "洗面奶"), new(Today.PlusDays(1), "防晒")];
        NextTouch next = Select(new(Today, Today.PlusDays(-10), productCycleDays: 30, needs: needs));
        Assert.Equal(Today.PlusDays(17), next.On);
        Assert.Equal("outreach.repurchase_due", next.Reason.Code);
        Assert.Equal("面霜", next.Topic);
        NotedNeed[] today = [new(Today.PlusDays(-2), "面霜"), new(Today, "防晒")];
        Assert.Equal("防晒", Select(new(Today, Today, productCycleDays: 30, needs: today)).Topic); // today's counts
    }

    [Fact]
    public void Select_PrefersTheCustomersOwnCycle_AndRoundsAHalfDayUp()
    {
        Assert.Equal(Today.PlusDays(7), Select(new(Today, Today, ownCycleDays: 10, productCycleDays: 90)).On);
        Assert.Equal(Today.PlusDays(8), Select(new(Today, Today, ownCycleDays: 10.5m)).On);
    }

    [Fact]
    public void Select_OfWhatIsLate_IsToday()
    {
        Assert.Equal(Today, Select(new(Today, Today.PlusDays(-100), productCycleDays: 30)).On);
        Assert.Equal(Today, Select(new(Today, Today.PlusDays(-27), productCycleDays: 30)).On);
        Assert.Equal(Today.PlusDays(1), Select(new(Today, Today.PlusDays(-26), productCycleDays: 30)).On);
    }

    [Fact]
    public void Select_IsTheEarliest_AnOccasionBeforeAPromotionOnTheSameDay()
    {
        NextTouch next = Select(new(Today, Today, productCycleDays: 30, occasions: [Sale, Women]));
        Assert.Equal((Today.PlusDays(7), "outreach.occasion_comes"), (next.On, next.Reason.Code));
        Assert.Equal("2026-03-20 是女神节。", next.Reason.ToString(Language.SimplifiedChinese));
        Assert.Null(next.Topic);
        Assert.Equal("outreach.promotion_comes", Select(new(new LocalDate(2026, 3, 24), occasions: [Sale, Women])).Reason.Code);
        Assert.Equal(new LocalDate(2026, 3, 25), Select(new(new LocalDate(2026, 3, 25), occasions: [Sale])).On); // its last day

        // On one day the repurchase goes first.
        Assert.Equal("outreach.repurchase_due", Select(new(Today, Today, productCycleDays: 10, occasions: [Women])).Reason.Code);
    }

    [Fact]
    public void Select_WithoutAnythingKnown_IsUnknown()
    {
        Assert.Equal("outreach.no_rhythm", RhythmPolicy.Default.Select(new(Today, Today)).Reasons[0].Code);
        Assert.Equal("outreach.no_rhythm", RhythmPolicy.Default.Select(new(Today, productCycleDays: 30)).Reasons[0].Code);
        Assert.Equal(
            "outreach.no_rhythm", RhythmPolicy.Default.Select(new(new LocalDate(2026, 3, 26), occasions: [Sale, Women])).Reasons[0].Code);
    }

    [Fact]
    public void From_AHistory_TakesTheShopsDays()
    {
        CustomerId customer = CustomerId.From("c");
        Instant evening = Instant.FromUtc(2026, 3, 10, 16, 30); // the 11th in Shanghai
        CustomerHistory history = CustomerHistory.From(
            customer,
            [.. Enumerable.Range(0, 3).Select(i => new OrderPaid(
                CustomerEventId.From($"e{i}"), customer, evening - Duration.FromDays(20 * i), OrderId.From($"o{i}"), Money.Yuan(9m)))]);
        CustomerFacts known =
            history.FactsAt(evening + Duration.FromHours(1), new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny));
        var facts = RhythmFacts.From(known, productCycleDays: 90, occasions: [Women]);
        Assert.Equal(
            (Today.PlusDays(1), Today.PlusDays(1), 20m, 90), (facts.Today, facts.LastPurchase, facts.OwnCycleDays, facts.ProductCycleDays));
        Assert.Equal(Today.PlusDays(7), Select(facts).On); // Women's, three days before
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Equal(
            ["repurchaseLeadDays", "occasionLeadDays"],
            Misuse.Paths(static () => RhythmPolicy.Create(new() { RepurchaseLeadDays = -1, OccasionLeadDays = 366 })));
        Assert.NotNull(RhythmPolicy.Create(new() { RepurchaseLeadDays = 0, OccasionLeadDays = 365 }));
        Assert.Throws<ArgumentOutOfRangeException>("lastPurchase", static () => new RhythmFacts(Today, Today.PlusDays(1)));
        Assert.Throws<ArgumentOutOfRangeException>("productCycleDays", static () => new RhythmFacts(Today, productCycleDays: 0));
        Assert.Throws<ArgumentOutOfRangeException>("productCycleDays", static () => new RhythmFacts(Today, productCycleDays: 3651));
        Assert.Throws<ArgumentOutOfRangeException>("ownCycleDays", static () => new RhythmFacts(Today, ownCycleDays: 0));
        Assert.Throws<ArgumentOutOfRangeException>("ownCycleDays", static () => new RhythmFacts(Today, ownCycleDays: 3650.5m));
        Assert.Throws<ArgumentNullException>("occasions", static () => new RhythmFacts(Today, occasions: [null!]));
        Assert.Throws<ArgumentNullException>("needs", static () => new RhythmFacts(Today, needs: [null!]));
        Assert.Throws<ArgumentException>("need", static () => new NotedNeed(Today, " "));
    }

    private static NextTouch Select(RhythmFacts facts) => RhythmPolicy.Default.Select(facts).Value;

    private static OccasionDate Date(Bilingual name, OccasionTheme theme, int days) =>
        WelfareCalendar.Create([Occasion.Once(name, new LocalDate(2026, 3, 20), theme, days)]).NextAfter(Today).Value.Single();
}
