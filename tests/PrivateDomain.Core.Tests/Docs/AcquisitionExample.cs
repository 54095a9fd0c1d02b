using NodaTime;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Tests.Docs;

[Text]
public sealed class AcquisitionExample
{
    [Fact]
    public void Reception()
    {
        // snippet: reception
        Instant asked = Instant.FromUtc(2026, 3, 1, 1, 0);
        var newcomer = new ReceptionFacts(
            CustomerId.From("li-hua"), asked, acceptedAt: asked + Duration.FromHours(1), talkedAt: asked + Duration.FromHours(5));

        Instant now = asked + Duration.FromDays(4);
        ReceptionAssessment reception = ReceptionPolicy.Default.Assess(newcomer, now); // accepted and talked to in time, still open
        ReceptionFigures cohort = ReceptionPolicy.Default.Measure([newcomer], now);
        var overdue = cohort.Overdue; // basics not learned, tags not set
        Ratio rate = cohort.Rate;     // unknown: nobody asked 30 days ago
        // end
        Assert.Equal(ReceptionQuality.Open, reception.Quality);
        Assert.Equal(
            [ClockState.Met, ClockState.Met, ClockState.Overdue, ClockState.Overdue], reception.Clocks.Select(static c => c.State));
        Assert.Equal([ReceptionStep.Learned, ReceptionStep.Tagged], overdue.Select(static c => c.Step));
        Assert.Equal(Ratio.Unknown, rate);
    }

    [Fact]
    public void Sms()
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        IEnumerable<SmsRecipient> recipients = [new("13800000000", hasOptedIn: true, zone), new("13900000000", hasOptedIn: null, zone)];
        Instant tonight = Instant.FromUtc(2026, 6, 1, 13, 30);

        // snippet: sms
        var draft = new SmsDraft
        {
            Text = "【小满家】会员日到店有礼，戳 t.cn/AiX8k2，拒收请回复R",
            Author = "李雷",
            Audience = SmsAudience.From(recipients),
            SendAt = tonight,
            ApprovedBy = "李雷",
            IsTestSeen = true,
            PricePerSegment = Money.Yuan(0.05m),
            Budget = Money.Yuan(100m),
        };

        // A link not checked, approved by its author, in quiet hours, one opt-in unknown.
        Decision decision = SmsPolicy.Default.Decide(draft);
        int segments = draft.Length.Segments;                // 1: up to 70 characters
        // end
        Assert.Equal(
            ["sms.link_not_checked", "sms.approved_by_author", "sms.quiet_hours", "sms.opt_in_unknown"],
            decision.Reasons.Select(static r => r.Code));
        Assert.Equal(1, segments);
    }

    [Fact]
    public void Channels()
    {
        // snippet: channels
        var shop = new Dictionary<ChannelTrait, bool>
        {
            [ChannelTrait.OlderAudience] = true,
            [ChannelTrait.HealthBusiness] = true,
            [ChannelTrait.HasNumbers] = true,
            [ChannelTrait.SendsParcels] = true,
        };
        var cards = AcquisitionCost.From(Money.Yuan(0.05m), volume: 1_000m, handling: Money.Yuan(0m), CostScope.CampaignOnly);

        var ranks = ChannelPolicy.Default.Rank(shop, [ChannelFigures.From(ChannelKind.PackageCard, cards, gainedFollowers: 50)]);
        ChannelRank best = ranks[0];                        // telephone, 90 points: older customers of a health shop answer it
        string why = best.Reasons[0].ToString(Language.English);
        // end
        Assert.Equal((ChannelKind.Telephone, 90d), (best.Channel, best.Suitability.Value));
        Assert.Equal("For it: an older audience and a health business (+40 points).", why);
    }
}
