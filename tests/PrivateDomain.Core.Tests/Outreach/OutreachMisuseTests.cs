using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Outreach;

public sealed class OutreachMisuseTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 10, 4, 0);

    [Fact]
    public void Policy_WithManyMistakes_NamesThemAll()
    {
        InvalidPolicyException error = Assert.Throws<InvalidPolicyException>(static () => OutreachPolicy.Create(
            rules: [.. OutreachPolicy.DefaultRules[1..], new(TouchKind.Survey, RelationshipStage.None), new(TouchKind.ServiceReply, (RelationshipStage)9)],
            caps: [new(-1, 7), new(1, 0), new(1, 30, TouchKind.ServiceReply), new(2, 7)],
            quietHours: new QuietHours(LocalTime.Noon, LocalTime.Noon),
            reception: Duration.FromDays(-1),
            promotionShareMax: 1.1m,
            promotionShareDays: 366,
            rhythmShare: -0.1m));
        Assert.Equal(
            [
                "rules[6].kind", "rules[7].kind", "rules[7].stage", "rules", "caps[0].max", "caps[1].days", "caps[2].kind", "caps[3]", "quietHours", "reception",
                "promotionShareMax", "promotionShareDays", "rhythmShare",
            ],
            error.Mistakes.Select(static v => v.Place));
        Assert.Contains("caps[0].max: The value is -1, but 0 or more is needed.", error.Message, StringComparison.Ordinal);
        Assert.Contains("UsefulContent has no rule.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_ThatLoosensForAStrainingGroup_IsRefused() => Assert.Equal(
        "strainingPromotionShareMax",
        Assert.Single(Assert.Throws<InvalidPolicyException>(static () => OutreachPolicy.Create(strainingPromotionShareMax: 0.3m)).Mistakes).Place);

    [Fact]
    public void UnknownZone_IsRefused()
    {
        ArgumentNullException error = Assert.Throws<ArgumentNullException>(static () =>
            OutreachFacts.Create(Now, null!, RelationshipStage.Interaction, LinkState.Active, Now));
        Assert.Equal("zone", error.ParamName);
        Assert.Contains("time zone is unknown", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EventsFromTheFuture_AreRefused()
    {
        Instant later = Now + Duration.Epsilon;
        DateTimeZone utc = DateTimeZone.Utc;
        Assert.Equal("sent", Name(() => OutreachFacts.Create(Now, utc, default, LinkState.Active, Now, sent: [new(later, TouchKind.Survey)])));
        Assert.Equal("linkedSince", Name(() => OutreachFacts.Create(Now, utc, default, LinkState.Active, later)));
        Assert.Equal("lastOrderAt", Name(() => OutreachFacts.Create(Now, utc, default, LinkState.Active, Now, lastOrderAt: later)));
        OutreachFacts facts = OutreachFacts.Create(Now, utc, default, LinkState.Active, Now);
        Assert.Equal("at", Name(() => OutreachPolicy.Default.Decide(facts, TouchKind.Survey, Now - Duration.Epsilon)));
    }

    [Fact]
    public void UndefinedValues_AreRefused()
    {
        DateTimeZone utc = DateTimeZone.Utc;
        OutreachFacts facts = OutreachFacts.Create(Now, utc, default, LinkState.Active, Now);
        Assert.Equal("kind", Name(() => OutreachPolicy.Default.Decide(facts, TouchKind.None, Now)));
        Assert.Equal("kind", Name(() => OutreachPolicy.Default.Decide(facts, (TouchKind)99, Now)));
        Assert.Equal("kind", Name(static () => _ = new SentTouch(Now, TouchKind.None)));
        Assert.Equal("stage", Name(() => OutreachFacts.Create(Now, utc, (RelationshipStage)9, LinkState.Active, Now)));
        Assert.Equal("repurchaseCycle", Name(() => OutreachFacts.Create(Now, utc, default, LinkState.Active, Now, repurchaseCycle: Duration.Zero)));
        Assert.Equal("linkedSince", Name(() => OutreachFacts.Create(Now, utc, default, LinkState.Active)));
    }

    private static string? Name(Action act) => Assert.ThrowsAny<ArgumentException>(act).ParamName;
}
