using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using static PrivateDomain.Core.Tests.Outreach.OutreachCases;

namespace PrivateDomain.Core.Tests.Outreach;

/// <summary>When rules let go: both sides of every edge.</summary>
[Text]
public sealed class OutreachTimeTests
{
    [Fact]
    public void FoldedTouches_AreMissing_UntilTheWindowHasPassedThem()
    {
        OutreachPolicy weekly = OutreachPolicy.Create(new() { Caps = [new() { Max = 1, Days = 7 }], Quiet = null });
        Instant start = Instant.FromUtc(2026, 3, 3, 16, 0); // the first instant of 4 March in Shanghai: 7 days with the 10th
        Assert.True(weekly.Decide(Since(start), TouchKind.Survey, Noon).IsAllowed);
        OutreachDecision open = weekly.Decide(Since(start + Duration.Epsilon), TouchKind.Survey, Noon);
        Assert.Equal(OutreachOutcome.Undecidable, open.Outcome);
        Reason why = weekly.Decide(Since(start + Duration.FromMinutes(90)), TouchKind.Survey, Noon).Reasons.Single();
        Assert.Equal("触达记录仅从 2026-03-04 01:30 起完整，需要从 2026-03-04 00:00 起的记录。",
            why.ToString(Language.SimplifiedChinese, Shanghai));
        Assert.True(weekly.Decide(Since(start + Duration.Epsilon), TouchKind.Survey, start + Duration.FromDays(8)).IsAllowed);
        // one is enough
        Assert.Equal(
            OutreachOutcome.Deferred, weekly.Decide(Since(Noon, new SentTouch(Noon, TouchKind.Survey)), TouchKind.Survey, Noon).Outcome);

        static OutreachFacts Since(Instant known, params SentTouch[] sent) => new(
            Noon, Shanghai, RelationshipStage.Interaction, LinkState.Active, Noon - Duration.FromDays(60), sent: sent,
            sentKnownSince: known);
    }

    [Fact]
    public void LookBack_IsAsFarAsAnyRuleLooks()
    {
        Assert.Equal(Duration.FromDays(32), OutreachPolicy.Default.LookBack);
        Assert.Equal(Duration.FromDays(92), OutreachPolicy.Create(new() { PromotionShareDays = 90 }).LookBack);
        Assert.Equal(Duration.FromDays(62), OutreachPolicy.Create(new() { Caps = [new() { Max = 9, Days = 60 }] }).LookBack);
        // forbids without looking
        Assert.Equal(Duration.FromDays(32), OutreachPolicy.Create(new() { Caps = [new() { Max = 0, Days = 60 }] }).LookBack);
        OutreachOptions free = new() { Caps = [], PromotionShareMax = 1, StrainingPromotionShareMax = 1 };
        Assert.Equal(Duration.Zero, OutreachPolicy.Create(free).LookBack);
        Assert.Equal(Duration.FromDays(32), OutreachPolicy.Create(free with { StrainingPromotionShareMax = 0.5m }).LookBack);
    }

    [Fact]
    public void QuietHours_AtExactlyTheirBeginningAndEnd()
    {
        Instant nine = Instant.FromUtc(2026, 3, 10, 13, 0); // 21:00 in Shanghai
        Instant morning = Instant.FromUtc(2026, 3, 11, 1, 0);
        Assert.True(Ask(nine - Duration.Epsilon).IsAllowed);
        Assert.Equal(morning, Ask(nine).Until);
        Assert.Equal("It is 21:00 where the customer is; quiet hours last until 09:00.", Ask(nine).Reasons.Single().ToString());
        Assert.Equal(morning, Ask(morning - Duration.Epsilon).Until);
        Assert.True(Ask(morning).IsAllowed);
        var day = new QuietHours { From = new(12, 0), Until = new(14, 0) };
        Assert.Equal(
            [false, true, true, false],
            new LocalTime[
] { new LocalTime(12, 0).PlusNanoseconds(-1), new(12, 0), new LocalTime(14, 0).PlusNanoseconds(-1), new(14, 0) }.Select(
                day.Contains));

        static OutreachDecision Ask(Instant at) =>
            OutreachPolicy.Default.Decide(Facts(RelationshipStage.Interaction), TouchKind.UsefulContent, at);
    }

    [Fact]
    public void ReceptionAndRhythm_EndAtTheirInstant_NotBefore()
    {
        Instant linked = Noon - Duration.FromDays(7);
        Assert.True(Decide(TouchKind.Promotion, Linked(linked)).IsAllowed);
        Assert.Equal(Noon + Duration.Epsilon, Decide(TouchKind.Promotion, Linked(linked + Duration.Epsilon)).Until);
        Instant bought = Noon - Duration.FromDays(15);
        Assert.True(Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, Useful(4), bought, Duration.FromDays(30))).IsAllowed);
        OutreachDecision early =
            Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, Useful(4), bought + Duration.Epsilon, Duration.FromDays(30)));
        Assert.Equal((OutreachOutcome.Deferred, Noon + Duration.Epsilon), (early.Outcome, early.Until));

        static OutreachFacts Linked(Instant since) =>
            new(Noon, Shanghai, RelationshipStage.Interaction, LinkState.Active, since, sent: Useful(4));
    }

    [Fact]
    public void Cap_CountsWithinItsDays_BothEdges()
    {
        Instant midnight = Instant.FromUtc(2026, 3, 9, 16, 0); // of the 10th in Shanghai
        OutreachPolicy daily = OutreachPolicy.Create(new() { Caps = [new() { Max = 1, Days = 1 }] });
        Assert.False(Ask(midnight).IsAllowed);
        Assert.True(Ask(midnight - Duration.Epsilon).IsAllowed);
        Assert.Equal("1 message sent; the limit is 1 per day.", Ask(midnight).Reasons.Single().ToString());
        Assert.Equal("已发送 1 条消息，上限为每天 1 条。", Ask(midnight).Reasons.Single().ToString(Language.SimplifiedChinese));
        OutreachPolicy weekly = OutreachPolicy.Create(new() { Caps = [new() { Max = 1, Days = 7, Kind = TouchKind.Survey }] });
        OutreachDecision capped = weekly.Decide(Sent(midnight), TouchKind.Survey, Noon);
        Assert.Equal("1 message of this kind sent; the limit is 1 in 7 days.", capped.Reasons.Single().ToString());
        Assert.Equal(midnight + Duration.FromHours(9) + Duration.FromDays(7), capped.Until); // 9:00 of the 17th

        OutreachDecision Ask(Instant sent) => daily.Decide(Sent(sent), TouchKind.Survey, Noon);

        static OutreachFacts Sent(Instant at) => Facts(RelationshipStage.Interaction, [new(at, TouchKind.Survey)]);
    }

    [Fact]
    public void Rhythm_HoldsPromotionBackForHalfTheCycle()
    {
        Instant bought = Noon - Duration.FromDays(10);
        OutreachFacts facts = Facts(RelationshipStage.Interaction, Useful(4), bought, Duration.FromDays(30));
        OutreachDecision decision = Decide(TouchKind.Promotion, facts);
        Assert.Equal("outreach.too_soon_to_rebuy", Assert.Single(decision.Reasons).Code);
        Assert.Equal(bought + Duration.FromDays(15), decision.Until);
        Assert.True(Decide(TouchKind.Welfare, facts).IsAllowed);
    }

    [Fact]
    public void QuietHours_WhoseEndTheClockJumpsOver_EndWithTheJump()
    {
        var quiet = new QuietHours { From = new(1, 0), Until = new(2, 30) }; // there is no 2:30 that night
        DateTimeZone newYork = DateTimeZoneProviders.Tzdb["America/New_York"];
        Assert.Equal(Instant.FromUtc(2026, 3, 8, 7, 0), Open(quiet, Instant.FromUtc(2026, 3, 8, 6, 30)));

        // In autumn 1:30 comes twice: quiet ends at the first, and begins again with the second 1:00.
        var short1 = new QuietHours { From = new(1, 0), Until = new(1, 30) };
        Assert.Equal(Instant.FromUtc(2026, 11, 1, 5, 30), Open(short1, Instant.FromUtc(2026, 11, 1, 5, 10)));
        Assert.Equal(Instant.FromUtc(2026, 11, 1, 6, 30), Open(short1, Instant.FromUtc(2026, 11, 1, 6, 0)));

        Instant Open(QuietHours hours, Instant at)
        {
            var clock = new ShopDays(newYork);
            return hours.NextOpen(at, ref clock);
        }
    }

    [Fact]
    public void DayOfACap_EndsWhereApiaSkippedADay()
    {
        DateTimeZone apia = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
        Instant evening = Instant.FromUtc(2011, 12, 30, 6, 0); // 20:00 on the 29th
        var facts = new OutreachFacts(
            evening, apia, RelationshipStage.Interaction, LinkState.Active, evening, sent: [new(evening, TouchKind.Survey)]);
        OutreachPolicy onceADay = OutreachPolicy.Create(new() { Caps = [new() { Max = 1, Days = 1 }], Quiet = null });
        // midnight is the 31st's
        Assert.Equal(Instant.FromUtc(2011, 12, 30, 10, 0), onceADay.Decide(facts, TouchKind.Survey, evening).Until);

        // The skipped 30th is no day: two days from the 29th on are the 29th and the 31st.
        OutreachPolicy onceInTwo = OutreachPolicy.Create(new() { Caps = [new() { Max = 1, Days = 2 }], Quiet = null });
        Instant end = Instant.FromUtc(2011, 12, 31, 10, 0); // the 1st begins
        Assert.Equal(end, onceInTwo.Decide(facts, TouchKind.Survey, evening).Until);
        Assert.Equal(OutreachOutcome.Deferred, onceInTwo.Decide(facts, TouchKind.Survey, end - Duration.Epsilon).Outcome);
        Assert.True(onceInTwo.Decide(facts, TouchKind.Survey, end).IsAllowed);
    }

    [Fact]
    public void Promotion_InReception_WaitsUntilItIsOver()
    {
        var facts = new OutreachFacts(
            Noon, Shanghai, RelationshipStage.Interaction, LinkState.Active, Noon - Duration.FromDays(6), sent: Useful(4));
        OutreachDecision decision = Decide(TouchKind.Promotion, facts);
        Assert.Equal("outreach.in_reception", Assert.Single(decision.Reasons).Code);
        Assert.Equal(Noon + Duration.FromDays(1), decision.Until);
        Assert.Equal(
            (Noon - Duration.FromDays(6), Noon + Duration.FromDays(1)),
            (decision.Reasons[0].Found.Content, decision.Reasons[0].Required.Content));
    }

    [Fact]
    public void LookBack_IsThatOfTheLongestCap()
    {
        OutreachOptions options = new()
        {
            PromotionShareMax = 1,
            StrainingPromotionShareMax = 1,
            Caps = [new() { Max = 1, Days = 7 }, new() { Max = 9, Days = 60 }],
        };
        Assert.Equal(Duration.FromDays(62), OutreachPolicy.Create(options).LookBack);
    }

    [Fact]
    public void TheLastInstantAskedAbout_IsTheEndOf2199()
    {
        Instant last = Instant.FromUtc(2200, 1, 1, 0, 0);
        OutreachFacts facts = Facts(RelationshipStage.Interaction, Useful(4));

        Assert.True(OutreachPolicy.Default.Decide(facts, TouchKind.ServiceReply, last).IsAllowed);
        Assert.Equal("at", Assert.Throws<ArgumentOutOfRangeException>(() =>
            OutreachPolicy.Default.Decide(facts, TouchKind.ServiceReply, last + Duration.Epsilon)).ParamName);
    }

    [Fact]
    public void Explanation_SaysFromWhenOnEachRuleAgrees()
    {
        Instant night = At("2026-03-10T15:00:00Z"); // 23:00 in Shanghai
        OutreachExplanation explanation = OutreachPolicy.Default.Explain(
            Facts(RelationshipStage.Acquaintance, Useful(4)), TouchKind.Promotion, night);

        Dictionary<string, Instant?> from = explanation.Terms.Where(static term => term.Reason is not null)
            .ToDictionary(static term => term.Rule.English, static term => term.From);
        Assert.Equal(2, from.Count);
        Assert.Equal(At("2026-03-11T01:00:00Z"), from["quiet hours"]); // waiting helps
        Assert.Null(from["stage"]); // waiting alone does not
        Assert.All(explanation.Terms, static term => Assert.True(term.Reason is not null || term.From is null));
    }

    [Theory]
    [InlineData(new[] { 30, 20, 10 }, 10.0)]
    [InlineData(new[] { 30, 29, 28 }, 1.0)]
    [InlineData(new[] { 30, 20 }, null)] // one wait is no cycle
    [InlineData(new[] { 30, 30, 30 }, null)] // nor are three times on one day
    [InlineData(new[] { 8_000, 4_000, 10 }, 3_650.0)] // longer than ten years is as good as never
    public void From_ACustomerWithACycleOfItsOwn_TakesIt(int[] daysAgo, double? days)
    {
        CustomerId customer = CustomerId.From("c");
        CustomerHistory history = CustomerHistory.From(customer, daysAgo.Select((ago, i) => new OrderPaid(
            CustomerEventId.From($"e{i}"), customer, Noon - Duration.FromDays(ago), OrderId.From($"o{i}"), Money.Yuan(9m))));
        CustomerFacts facts = history.FactsAt(Noon, new Shop(Shanghai, Currency.Cny));

        Assert.Equal(
            days is { } known ? Duration.FromDays(known) : null,
            OutreachFacts.From(facts, Carrier.WeCom, RelationshipStage.Rapport).RepurchaseCycle);
    }
}
