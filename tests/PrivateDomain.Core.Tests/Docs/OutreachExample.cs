using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Docs;

[Text]
public sealed class OutreachExample
{
    [Fact]
    public void Outreach()
    {
        // snippet: outreach
        Instant now = Instant.FromUtc(2026, 3, 10, 14, 0);                // 22:00 in Shanghai
        OutreachFacts facts = new(                                        // or OutreachFacts.From(customerFacts, carrier, stage)
            now,
            DateTimeZoneProviders.Tzdb["Asia/Shanghai"],
            RelationshipStage.Interaction,
            LinkState.Active,
            linkedSince: now - Duration.FromDays(60),
            sent: [new SentTouch(now - Duration.FromDays(2), TouchKind.UsefulContent)]);

        OutreachDecision content = OutreachPolicy.Default.Decide(facts, TouchKind.UsefulContent, now);
        Instant? morning = content.Until;                                 // 9:00 in Shanghai
        OutreachDecision selling = OutreachPolicy.Default.Decide(facts, TouchKind.Promotion, now);
        string why = selling.Reasons[0].ToString(Language.SimplifiedChinese, facts.Zone);

        GroupFigures july = new(members: 200, left: 7, deleted: 2, replied: 30, sent: 20, promotional: 5);
        GroupHealth health = GroupHealthPolicy.Default.Assess(july).Health; // straining: 3.5 % left

        ComplianceAssessment draft = CompliancePolicy.Default.Assess("全网最-低價，第一次来也有礼");
        ComplianceHit first = draft.Hits[0];                              // 全网最低, from 0, 5 characters long with the separator
        // end
        Assert.Equal(Instant.FromUtc(2026, 3, 11, 1, 0), morning);
        Assert.Equal(OutreachOutcome.Denied, selling.Outcome);
        Assert.Equal("先给价值再推销：加上本条，推销占比将达 50 %，上限为 20 %。", why);
        Assert.Equal(GroupHealth.Straining, health);
        Assert.Equal(("全网最低", 0, 5), (first.Term, first.Start, first.Length));
        Assert.Equal((Compliance.Breached, 1), (draft.Compliance, draft.Strikes));
    }
}
