using NodaTime;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Outreach;

public sealed class RhythmTests
{
    private static readonly LocalDate Today = new(2026, 3, 10);
    private static readonly TouchOccasion Women = new(new Bilingual("Goddess Day", "女神节"), new LocalDate(2026, 3, 20));
    private static readonly TouchOccasion Sale = new(new Bilingual("spring sale", "春季特惠"), new LocalDate(2026, 3, 20), new LocalDate(2026, 3, 25), isPromotion: true);

    [Fact]
    public void OwnCycle_IsTheMedianOfTheGaps()
    {
        LocalDate[] days = [Today, Today.PlusDays(-30), Today.PlusDays(-130), Today.PlusDays(-170), Today];
        Assert.Equal(40m, RhythmPolicy.Default.OwnCycle(days).Value); // 30, 40, 100
        Assert.Equal(65m, RhythmPolicy.Default.OwnCycle(days[..3]).Value); // 30, 100
        Assert.Equal("engagement.too_few_orders", RhythmPolicy.Default.OwnCycle(days[..2]).Reasons[0].Code);
    }

    [Fact]
    public void Next_IsAFewDaysBeforeItIsNeededAgain_AboutTheLastNeed()
    {
        NotedNeed[] needs =
        [
            new(Today.PlusDays(-2), "面霜"), new(Today.PlusDays(-20), "洗面奶"), new(Today.PlusDays(1), "防晒"),
        ];
        NextTouch next = RhythmPolicy.Default.Next(Today, [Today.PlusDays(-10)], productCycleDays: 30, needs: needs).Value;
        Assert.Equal(Today.PlusDays(17), next.On);
        Assert.Equal("engagement.repurchase_due", next.Reason.Code);
        Assert.Equal("面霜", next.Topic);
    }

    [Fact]
    public void Next_PrefersTheCustomersOwnCycle()
    {
        LocalDate[] days = [Today.PlusDays(-20), Today.PlusDays(-10), Today];
        Assert.Equal(Today.PlusDays(7), RhythmPolicy.Default.Next(Today, days, productCycleDays: 90).Value.On);
    }

    [Fact]
    public void Next_OfWhatIsLate_IsToday() =>
        Assert.Equal(Today, RhythmPolicy.Default.Next(Today, [Today.PlusDays(-100)], productCycleDays: 30).Value.On);

    [Fact]
    public void Next_IsTheEarliest_AnOccasionBeforeAPromotionOnTheSameDay()
    {
        NextTouch next = RhythmPolicy.Default.Next(Today, [Today], 30, [Sale, Women]).Value;
        Assert.Equal((Today.PlusDays(7), "engagement.occasion_comes"), (next.On, next.Reason.Code));
        Assert.Equal("2026-03-20 是女神节。", next.Reason.ToString(Language.SimplifiedChinese));
        Assert.Null(next.Topic);
        Assert.Equal("engagement.promotion_comes", RhythmPolicy.Default.Next(new LocalDate(2026, 3, 24), occasions: [Sale, Women]).Value.Reason.Code);
        Assert.Equal(new LocalDate(2026, 3, 25), RhythmPolicy.Default.Next(new LocalDate(2026, 3, 25), occasions: [Sale]).Value.On);
    }

    [Fact]
    public void Next_WithoutAnythingKnown_IsUnknown()
    {
        Assert.Equal("engagement.no_rhythm", RhythmPolicy.Default.Next(Today, [Today]).Reasons[0].Code);
        Assert.Equal("engagement.no_rhythm", RhythmPolicy.Default.Next(new LocalDate(2026, 3, 26), occasions: [Sale, Women]).Reasons[0].Code);
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Equal(
            ["repurchaseLeadDays", "occasionLeadDays", "ownPurchaseDaysMin"],
            Assert.Throws<InvalidPolicyException>(static () => RhythmPolicy.Create(-1, 366, 1)).Mistakes.Select(static v => v.Place));
        Assert.Equal("purchaseDays", Assert.Throws<ArgumentOutOfRangeException>(static () => RhythmPolicy.Default.Next(Today, [Today.PlusDays(1)])).ParamName);
        Assert.Equal("productCycleDays", Assert.Throws<ArgumentOutOfRangeException>(static () => RhythmPolicy.Default.Next(Today, productCycleDays: 0)).ParamName);
        Assert.Equal("last", Assert.Throws<ArgumentOutOfRangeException>(static () => new TouchOccasion(default, Today, Today.PlusDays(-1))).ParamName);
    }
}
