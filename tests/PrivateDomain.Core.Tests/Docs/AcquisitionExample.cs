using NodaTime;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class AcquisitionExample
{
    [Fact]
    public void Reception()
    {
        // snippet: reception
        Instant asked = Instant.FromUtc(2026, 3, 1, 1, 0);
        Newcomer newcomer = Newcomer.Create(
            CustomerId.From("li-hua"), asked, acceptedAt: asked + Duration.FromHours(1), talkedAt: asked + Duration.FromHours(5));

        Instant now = asked + Duration.FromDays(4);
        ReceptionReport report = ReceptionPolicy.Default.Assess(newcomer, now); // accepted and talked to in time, verdict pending
        var overdue = ReceptionPolicy.Default.Overdue([newcomer], now);         // basics not learned, tags not set
        Ratio rate = ReceptionPolicy.Default.CohortRate([newcomer], now);       // unknown: nobody's 30 days are over
        // end
        Assert.Equal(ReceptionVerdict.Pending, report.Verdict);
        Assert.Equal([ClockState.Met, ClockState.Met, ClockState.Overdue, ClockState.Overdue], report.Clocks.Select(static c => c.State));
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
        SmsDraft draft = SmsDraft.Create(
            "【小满家】会员日到店有礼，拒收请回复R", author: "李雷", SmsAudience.Of(recipients), sendAt: tonight,
            approvedBy: "李雷", isTestSeen: true, pricePerSegment: Money.Yuan(0.05m), budget: Money.Yuan(100m));

        Decision decision = SmsPolicy.Default.Check(draft); // approved by its author, in quiet hours, one opt-in unknown
        int segments = draft.Length.Segments;               // 1: up to 70 characters
        // end
        Assert.Equal(["sms.approved_by_author", "sms.quiet_hours", "sms.opt_in_unknown"], decision.Reasons.Select(static r => r.Code));
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
        var cards = AcquisitionCost.Create(Money.Yuan(0.05m), volume: 1_000m, handling: Money.Yuan(0m), CostScope.CampaignOnly);

        var ranks = ChannelPolicy.Default.Rank(shop, [ChannelFigures.Observed(AcquisitionChannel.PackageCard, cards, gainedFollowers: 50)]);
        ChannelRank best = ranks[0];                        // telephone, 90 points: older customers of a health shop answer it
        string why = best.Reasons[0].ToString(Language.English);
        // end
        Assert.Equal((AcquisitionChannel.Telephone, 90d), (best.Channel, best.Suitability.Value));
        Assert.Equal("What speaks for it: an older audience and a health business (+40 points).", why);
    }
}
