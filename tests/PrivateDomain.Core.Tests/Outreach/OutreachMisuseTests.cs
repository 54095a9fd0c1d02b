using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Outreach;

[Text]
public sealed class OutreachMisuseTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 10, 4, 0);

    [Fact]
    public void Policy_WithManyMistakes_NamesThemAll()
    {
        InvalidPolicyException error = Assert.Throws<InvalidPolicyException>(static () => OutreachPolicy.Create(new()
        {
            Rules =
            [
                .. OutreachPolicy.Default.Options.Rules[1..], new() { Kind = TouchKind.Survey, Stage = (RelationshipStage)9 },
                new() { Kind = TouchKind.ServiceReply },
                new() { Kind = TouchKind.None }, null!,
            ],
            Caps = [Cap(-1, 7), Cap(1, 0), Cap(1, 366), Cap(1, 30, TouchKind.ServiceReply), Cap(2, 7)],
            Quiet = new() { From = LocalTime.Noon, Until = LocalTime.Noon },
            Reception = Duration.FromDays(-1),
            PromotionShareMax = 1.1m,
            PromotionShareDays = 366,
            RhythmShare = -0.1m,
        }));
        Assert.Equal(
            [
                "rules[6].stage", "rules[6]", "rules[7].kind", "rules[8].kind", "rules[9]", "rules", "caps[0].max", "caps[1].days",
                "caps[2].days", "caps[3].kind",
                "caps[4]", "quiet.until", "reception", "promotionShareMax", "promotionShareDays", "rhythmShare",
            ],
            error.Mistakes.Select(static m => m.Place));
        Assert.Equal(
            [
                "rules[6]: surveys is stated twice.",
                "rules[7].kind: a service reply is no choice here; choose another kind: replies need no rule.",
                "rules: a rule for useful content is needed.", "caps[4]: messages in 7 days is stated twice.",
                "quiet.until: It was 12:00; it must be another time than the beginning.",
            ],
            error.Mistakes.Where(static m => m.Place is "rules[6]" or "rules[7].kind" or "rules" or "caps[4]" or "quiet.until").Select(
                static m => m.ToString()));
    }

    [Theory]
    [InlineData("caps", -1, false)]
    [InlineData("caps", 0, true)]
    [InlineData("days", 0, false)]
    [InlineData("days", 1, true)]
    [InlineData("days", 365, true)]
    [InlineData("days", 366, false)]
    [InlineData("share", -1, false)]
    [InlineData("share", 0, true)]
    [InlineData("share", 100, true)]
    [InlineData("share", 101, false)]
    [InlineData("straining", 20, true)]
    [InlineData("straining", 21, false)]
    [InlineData("rhythm", 0, true)]
    [InlineData("rhythm", 100, true)]
    [InlineData("rhythm", 101, false)]
    [InlineData("reception", 0, true)]
    [InlineData("reception", 3650, true)]
    [InlineData("reception", 3651, false)]
    public void Figures_AreInTheirRange_BothEdges(string figure, int value, bool isFine)
    {
        OutreachOptions options = figure switch
        {
            "caps" => new() { Caps = [Cap(value, 7)] },
            "days" => new() { PromotionShareDays = value, Caps = [Cap(1, value)] },
            "share" => new() { PromotionShareMax = value / 100m, StrainingPromotionShareMax = 0 },
            "straining" => new() { StrainingPromotionShareMax = value / 100m },
            "rhythm" => new() { RhythmShare = value / 100m },
            _ => new() { Reception = Duration.FromDays(value) },
        };
        Assert.Equal(isFine, OutreachPolicy.TryCreate(options, out OutreachPolicy? policy, out ImmutableArray<Mistake> mistakes));
        Assert.Equal(isFine, policy is not null);
        Assert.Equal(isFine, mistakes.IsEmpty);
        Assert.True(policy is null || policy.Options == options);
    }

    [Fact]
    public void Policies_AreEqualWhenTheirFiguresAre()
    {
        OutreachPolicy same = OutreachPolicy.Create(new());
        Assert.Equal(OutreachPolicy.Default, same);
        Assert.Equal(OutreachPolicy.Default.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(OutreachPolicy.Default, OutreachPolicy.Create(new() { PromotesToMuted = true }));
        Assert.NotEqual(OutreachPolicy.Default, OutreachPolicy.Create(new() { Caps = [Cap(2, 1)] }));
        Assert.NotEqual(OutreachPolicy.Default, OutreachPolicy.Create(new() { Quiet = null }));
    }

    [Fact]
    public void UnknownZone_IsRefused()
    {
        ArgumentNullException error = Assert.Throws<ArgumentNullException>(static () =>
            _ = new OutreachFacts(Now, null!, RelationshipStage.Interaction, LinkState.Active, Now));
        Assert.Equal("zone", error.ParamName);
        Assert.Contains("time zone is unknown", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EventsFromTheFuture_AreRefused()
    {
        Instant later = Now + Duration.Epsilon;
        DateTimeZone utc = DateTimeZone.Utc;
        Assert.Equal(
            "sent", Name(() => _ = new OutreachFacts(Now, utc, default, LinkState.Active, Now, sent: [new(later, TouchKind.Survey)])));
        Assert.Equal("linkedSince", Name(() => _ = new OutreachFacts(Now, utc, default, LinkState.Active, later)));
        Assert.Equal("sentKnownSince", Name(() => _ = new OutreachFacts(Now, utc, default, LinkState.Active, Now, sentKnownSince: later)));
        Assert.Equal("lastOrderAt", Name(() => _ = new OutreachFacts(Now, utc, default, LinkState.Active, Now, lastOrderAt: later)));
        var facts = new OutreachFacts(Now, utc, default, LinkState.Active, Now);
        Assert.Equal("at", Name(() => OutreachPolicy.Default.Decide(facts, TouchKind.Survey, Now - Duration.Epsilon)));
        Assert.False(OutreachPolicy.Default.Decide(facts, TouchKind.Survey, Now).IsAllowed); // at the facts' own instant it is answered
    }

    [Fact]
    public void UndefinedValues_AreRefused()
    {
        DateTimeZone utc = DateTimeZone.Utc;
        var facts = new OutreachFacts(Now, utc, default, LinkState.Active, Now);
        Assert.Equal("kind", Name(() => OutreachPolicy.Default.Decide(facts, TouchKind.None, Now)));
        Assert.Equal("kind", Name(() => OutreachPolicy.Default.Decide(facts, (TouchKind)99, Now)));
        Assert.Equal("kind", Name(static () => _ = new SentTouch(Now, TouchKind.None)));
        Assert.Equal("stage", Name(() => _ = new OutreachFacts(Now, utc, (RelationshipStage)9, LinkState.Active, Now)));
        Assert.Equal(
            "repurchaseCycle", Name(() => _ = new OutreachFacts(Now, utc, default, LinkState.Active, Now, repurchaseCycle: Duration.Zero)));
        Assert.Equal("linkedSince", Name(() => _ = new OutreachFacts(Now, utc, default, LinkState.Active)));
        Assert.Equal("link", Name(() => _ = new OutreachFacts(Now, utc, default, (LinkState)9, Now)));
        Assert.Equal("loss", Name(() => _ = new OutreachFacts(Now, utc, default, LinkState.Lost, Now, (LinkLoss)9)));
        Assert.Equal("group", Name(() => _ = new OutreachFacts(Now, utc, default, LinkState.Active, Now, group: (GroupHealth)9)));
        Assert.Equal("sent", Name(() => _ = new OutreachFacts(Now, utc, default, LinkState.Active, Now, sent: [default])));
        Assert.Equal(
            "repurchaseCycle",
        Name(() =>
            _ = new OutreachFacts(Now, utc, default, LinkState.Active, Now, repurchaseCycle: Duration.FromDays(3650) + Duration.Epsilon)));
        _ = new OutreachFacts(Now, utc, default, LinkState.Active, Now, repurchaseCycle: Duration.FromDays(3650));
    }

    private static TouchCap Cap(int max, int days, TouchKind kind = TouchKind.None) => new() { Max = max, Days = days, Kind = kind };

    private static string? Name(Action act) => Assert.ThrowsAny<ArgumentException>(act).ParamName;
}
