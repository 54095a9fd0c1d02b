using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

public sealed class EngagementExample
{
    [Fact]
    public void Engagement()
    {
        // snippet: engagement
        Instant now = Instant.FromUtc(2026, 3, 10, 14, 0);                // 22:00 in Shanghai
        OutreachFacts facts = OutreachFacts.Create(                       // or OutreachFacts.Of(customerFacts, carrier, stage)
            now,
            DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
            RelationshipStage.Interaction,
            LinkState.Active,
            linkedSince: now - Duration.FromDays(60),
            sent: [new SentTouch(now - Duration.FromDays(2), TouchKind.UsefulContent)]);

        OutreachDecision content = OutreachPolicy.Default.Decide(facts, TouchKind.UsefulContent, now);
        Instant? morning = content.Until;                                 // 9:00 in Shanghai
        OutreachDecision selling = OutreachPolicy.Default.Decide(facts, TouchKind.Promotion, now);
        string why = selling.Reasons[0].ToString(Language.SimplifiedChinese);

        ComplianceResult draft = ComplianceScreen.Default.Screen("全网最 低价，第一次来也有礼");
        ComplianceHit first = draft.Hits[0];                              // 全网最低, from 0, 5 characters long with the blank
        // end
        Assert.Equal(Instant.FromUtc(2026, 3, 11, 1, 0), morning);
        Assert.Equal(OutreachOutcome.Denied, selling.Outcome);
        Assert.Equal("先给价值再推销：推销消息占比将达 50 %，最多 20 %。", why);
        Assert.Equal(("全网最低", 0, 5), (first.Term, first.Start, first.Length));
        Assert.Equal(1, draft.Strikes);
    }
}
