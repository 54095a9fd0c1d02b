using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Outreach;

public sealed class OutreachTests
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 10, 4, 0); // 12:00 in Shanghai

    [Fact]
    public void Default_Refuses()
    {
        OutreachDecision forgotten = default;
        Assert.False(forgotten.IsAllowed);
        Assert.Equal("decision.never_made", Assert.Single(forgotten.Reasons).Code);
        Assert.Equal(OutreachOutcome.Denied, forgotten.Outcome);
    }

    [Fact]
    public void Promotion_ToWhoNeverExchangedAWord_IsDenied()
    {
        OutreachDecision decision = Decide(TouchKind.Promotion, Facts(RelationshipStage.Acquaintance, Value(4)));
        Assert.Equal(OutreachOutcome.Denied, decision.Outcome);
        Reason reason = Assert.Single(decision.Reasons);
        Assert.Equal("It is too early: the relationship is at acquaintance, but interaction is needed.", reason.ToString());
        Assert.Equal("时机未到：关系处于认识阶段，需要达到互动阶段。", reason.ToString(Language.SimplifiedChinese));
    }

    [Fact]
    public void Promotion_AfterFourOfValue_IsAllowed_AfterThreeNot()
    {
        Assert.True(Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, Value(4))).IsAllowed);
        OutreachDecision early = Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, Value(3)));
        Assert.Equal("engagement.too_promotional", Assert.Single(early.Reasons).Code);
        Assert.Equal(OutreachOutcome.Denied, early.Outcome);
        Assert.Equal(Ratio.Of(1, 4), early.Reasons[0].Found.Content);
    }

    [Fact]
    public void Promotion_WhileTheGroupStrains_NeedsMoreValue_AndNoneWhenItDies()
    {
        SentTouch[] four = Value(4);
        Assert.True(Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, four, group: GroupHealth.Healthy)).IsAllowed);
        OutreachDecision straining = Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, four, group: GroupHealth.Straining));
        Assert.Equal("engagement.too_promotional", Assert.Single(straining.Reasons).Code);
        OutreachDecision dying = Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, four, group: GroupHealth.Dying));
        Assert.Equal("engagement.group_dying", Assert.Single(dying.Reasons).Code);
        Assert.True(Decide(TouchKind.UsefulContent, Facts(RelationshipStage.Interaction, four, group: GroupHealth.Dying)).IsAllowed);
    }

    [Fact]
    public void Promotion_InReception_WaitsUntilItIsOver()
    {
        OutreachFacts facts = OutreachFacts.Create(
            Noon, Shanghai, RelationshipStage.Interaction, LinkState.Active, Noon - Duration.FromDays(6), sent: Value(4));
        OutreachDecision decision = Decide(TouchKind.Promotion, facts);
        Assert.Equal("engagement.in_reception", Assert.Single(decision.Reasons).Code);
        Assert.Equal(Noon + Duration.FromDays(1), decision.Until);
    }

    [Fact]
    public void ReferralInvitation_NeedsABuyer()
    {
        OutreachDecision decision = Decide(TouchKind.ReferralInvitation, Facts(RelationshipStage.Rapport, Value(4)));
        Assert.Equal("engagement.not_a_buyer", Assert.Single(decision.Reasons).Code);
        Assert.True(Decide(TouchKind.ReferralInvitation, Facts(RelationshipStage.Rapport, Value(4), lastOrder: Noon - Duration.FromDays(3))).IsAllowed);
    }

    [Fact]
    public void Caps_CountEverythingSent_ButServiceReplies()
    {
        SentTouch[] replies = [.. Enumerable.Range(0, 9).Select(static i => new SentTouch(Noon - Duration.FromMinutes(i), TouchKind.ServiceReply))];
        Assert.True(Decide(TouchKind.UsefulContent, Facts(RelationshipStage.Interaction, replies)).IsAllowed);

        SentTouch[] today = [new(Noon - Duration.FromMinutes(9), TouchKind.Survey), new(Noon - Duration.FromMinutes(5), TouchKind.Welfare)];
        OutreachDecision capped = Decide(TouchKind.UsefulContent, Facts(RelationshipStage.Interaction, today));
        Assert.Equal(["engagement.too_many_touches"], capped.Reasons.Select(static r => r.Code));
        Assert.Equal(Instant.FromUtc(2026, 3, 11, 1, 0), capped.Until); // tomorrow, and not before 9:00
        Assert.Equal("2 messages were sent, the most is 2 in 1 day(s).", capped.Reasons[0].ToString());
        Assert.True(Decide(TouchKind.ServiceReply, Facts(RelationshipStage.None, today)).IsAllowed);
    }

    [Fact]
    public void CapOfZero_IsForGood()
    {
        OutreachPolicy none = OutreachPolicy.Create(caps: [new(0, 7, TouchKind.Survey)]);
        OutreachDecision decision = none.Decide(Facts(RelationshipStage.Interaction), TouchKind.Survey, Noon);
        Assert.Equal(OutreachOutcome.Denied, decision.Outcome);
        Assert.Equal("engagement.too_many_of_kind", Assert.Single(decision.Reasons).Code);
    }

    [Fact]
    public void Rhythm_HoldsPromotionBackForHalfTheCycle()
    {
        Instant bought = Noon - Duration.FromDays(10);
        OutreachFacts facts = Facts(RelationshipStage.Interaction, Value(4), bought, Duration.FromDays(30));
        OutreachDecision decision = Decide(TouchKind.Promotion, facts);
        Assert.Equal("engagement.too_soon_to_rebuy", Assert.Single(decision.Reasons).Code);
        Assert.Equal(bought + Duration.FromDays(15), decision.Until);
        Assert.True(Decide(TouchKind.Welfare, facts).IsAllowed);
    }

    [Theory]
    [InlineData("Asia/Shanghai", "2026-03-10T14:00:00Z", "2026-03-11T01:00:00Z")]    // 22:00 → 9:00
    [InlineData("America/New_York", "2026-03-08T05:30:00Z", "2026-03-08T13:00:00Z")] // 0:30 in the night that loses an hour
    [InlineData("America/New_York", "2026-11-01T05:30:00Z", "2026-11-01T14:00:00Z")] // 1:30, the first of two
    [InlineData("Pacific/Apia", "2011-12-30T08:00:00Z", "2011-12-30T19:00:00Z")]     // 22:00 on the 29th; the next morning is that of the 31st
    public void QuietHours_EndInTheMorningOfTheCustomer(string zone, string at, string until)
    {
        OutreachDecision decision = OutreachPolicy.Default.Decide(
            OutreachFacts.Create(At(at), DateTimeZoneProviders.Tzdb[zone], RelationshipStage.Interaction, LinkState.Active, At(at)), TouchKind.UsefulContent, At(at));
        Assert.Equal("engagement.quiet_hours", Assert.Single(decision.Reasons).Code);
        Assert.Equal(At(until), decision.Until);
    }

    [Fact]
    public void QuietHours_WhoseEndTheClockJumpsOver_EndWithTheJump()
    {
        var quiet = new QuietHours(new LocalTime(1, 0), new LocalTime(2, 30)); // there is no 2:30 that night
        DateTimeZone newYork = DateTimeZoneProviders.Tzdb["America/New_York"];
        Assert.Equal(Instant.FromUtc(2026, 3, 8, 7, 0), quiet.NextOpen(Instant.FromUtc(2026, 3, 8, 6, 30), newYork));

        // In autumn 1:30 comes twice: quiet ends at the first, and begins again with the second 1:00.
        var short1 = new QuietHours(new LocalTime(1, 0), new LocalTime(1, 30));
        Assert.Equal(Instant.FromUtc(2026, 11, 1, 5, 30), short1.NextOpen(Instant.FromUtc(2026, 11, 1, 5, 10), newYork));
        Assert.Equal(Instant.FromUtc(2026, 11, 1, 6, 30), short1.NextOpen(Instant.FromUtc(2026, 11, 1, 6, 0), newYork));
    }

    [Fact]
    public void DayOfACap_EndsWhereApiaSkippedADay()
    {
        DateTimeZone apia = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
        Instant evening = Instant.FromUtc(2011, 12, 30, 6, 0); // 20:00 on the 29th
        OutreachFacts facts = OutreachFacts.Create(
            evening, apia, RelationshipStage.Interaction, LinkState.Active, evening, sent: [new(evening, TouchKind.Survey)]);
        OutreachPolicy onceADay = OutreachPolicy.Create(caps: [new(1, 1)], hasQuietHours: false);
        Assert.Equal(Instant.FromUtc(2011, 12, 30, 10, 0), onceADay.Decide(facts, TouchKind.Survey, evening).Until); // midnight is the 31st's
    }

    [Fact]
    public void LinkState_AndOptOut_StopEvenServiceReplies()
    {
        Assert.Equal(["engagement.link_blocked"], Codes(LinkState.Lost, LinkLoss.Blocked, optedOut: false, TouchKind.ServiceReply));
        Assert.Equal(["engagement.link_lost"], Codes(LinkState.Lost, LinkLoss.Deleted, optedOut: false, TouchKind.ServiceReply));
        Assert.Equal(["engagement.opted_out"], Codes(LinkState.Active, LinkLoss.None, optedOut: true, TouchKind.ServiceReply));
        Assert.Equal(["engagement.link_muted", "engagement.too_promotional"], Codes(LinkState.Muted, LinkLoss.None, optedOut: false, TouchKind.Promotion));
        Assert.Equal([], Codes(LinkState.Muted, LinkLoss.None, optedOut: false, TouchKind.ServiceReply));

        static IEnumerable<string> Codes(LinkState link, LinkLoss loss, bool optedOut, TouchKind kind) => OutreachPolicy.Default.Decide(
            OutreachFacts.Create(Noon, Shanghai, RelationshipStage.Rapport, link, Noon - Duration.FromDays(9), loss, optedOut), kind, Noon).Reasons.Select(static r => r.Code);
    }

    [Fact]
    public void AllReasons_AreGiven_TheMostImportantFirst()
    {
        Instant night = Noon + Duration.FromHours(11);
        OutreachFacts facts = OutreachFacts.Create(
            night, Shanghai, RelationshipStage.Acquaintance, LinkState.Muted, night - Duration.FromDays(1), isOptedOut: true,
            sent: [new(Noon, TouchKind.Promotion), new(Noon, TouchKind.Promotion)], lastOrderAt: Noon, repurchaseCycle: Duration.FromDays(9), group: GroupHealth.Dying);
        Assert.Equal(
            [
                "engagement.opted_out", "engagement.link_muted", "engagement.group_dying", "engagement.stage_too_low", "engagement.in_reception",
                "engagement.too_promotional", "engagement.too_many_touches", "engagement.too_many_of_kind", "engagement.too_soon_to_rebuy", "engagement.quiet_hours",
            ],
            OutreachPolicy.Default.Decide(facts, TouchKind.Promotion, night).Reasons.Select(static r => r.Code));
    }

    [Fact]
    public void PromotionShare_IsOfWhatWasSent_UnknownWhenNothingWas()
    {
        Assert.Equal(Ratio.Unknown, OutreachPolicy.Default.PromotionShareOf(Facts(RelationshipStage.Interaction)));
        SentTouch[] sent = [.. Value(3), new(Noon, TouchKind.Promotion), new(Noon, TouchKind.ServiceReply), new(Noon - Duration.FromDays(40), TouchKind.Promotion)];
        Assert.Equal(Ratio.Of(1, 4), OutreachPolicy.Default.PromotionShareOf(Facts(RelationshipStage.Interaction, sent)));
    }

    [Fact]
    public void Allowed_AllocatesNothing()
    {
        OutreachFacts facts = Facts(RelationshipStage.Interaction, Value(4), Noon - Duration.FromDays(20), Duration.FromDays(30));
        Assert.True(Decide(TouchKind.Promotion, facts).IsAllowed);
        bool all = true;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            all &= OutreachPolicy.Default.Decide(facts, TouchKind.Promotion, Noon).IsAllowed;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(all);
    }

    [Fact]
    public void Of_AHistory_SeesLinkOptOutAndEverythingSentOnAnyCarrier()
    {
        CustomerId customer = CustomerId.From("c");
        CustomerHistory history = CustomerHistory.From(
            customer,
            [
                new LinkMade(CustomerEventId.From("1"), customer, Noon - Duration.FromDays(20), Carrier.WeCom),
                new TouchSent(CustomerEventId.From("2"), customer, Noon - Duration.FromHours(2), TouchKind.Survey),
                new TouchSent(CustomerEventId.From("3"), customer, Noon - Duration.FromHours(1), TouchKind.UsefulContent),
                new LinkMuted(CustomerEventId.From("4"), customer, Noon - Duration.FromHours(1), Carrier.WeCom),
                new OptedOut(CustomerEventId.From("5"), customer, Noon - Duration.FromHours(1), Carrier.PhoneNumber),
                new TouchSent(CustomerEventId.From("6"), customer, Noon + Duration.FromHours(1), TouchKind.Promotion),
            ]);
        CustomerFacts known = history.FactsAt(Noon, new Shop(Shanghai, Currency.Cny));
        OutreachFacts facts = OutreachFacts.Of(known, Carrier.WeCom, RelationshipStage.Interaction);
        Assert.Equal((LinkState.Muted, Noon - Duration.FromDays(20), false), (facts.Link, facts.LinkedSince, facts.IsOptedOut));
        Assert.Equal([TouchKind.Survey, TouchKind.UsefulContent], facts.Sent.Select(static s => s.Kind));
        Assert.Equal(Shanghai, facts.Zone);

        OutreachFacts phone = OutreachFacts.Of(known, Carrier.PhoneNumber, RelationshipStage.Interaction);
        Assert.Equal((LinkState.Lost, true), (phone.Link, phone.IsOptedOut));
    }

    private static OutreachDecision Decide(TouchKind kind, OutreachFacts facts) => OutreachPolicy.Default.Decide(facts, kind, Noon);

    private static OutreachFacts Facts(
        RelationshipStage stage, IEnumerable<SentTouch>? sent = null, Instant? lastOrder = null, Duration? cycle = null, GroupHealth group = GroupHealth.Unknown) =>
        OutreachFacts.Create(
            Noon, Shanghai, stage, LinkState.Active, Noon - Duration.FromDays(60), sent: sent, lastOrderAt: lastOrder, repurchaseCycle: cycle, group: group);

    private static SentTouch[] Value(int count) =>
        [.. Enumerable.Range(1, count).Select(static i => new SentTouch(Noon - Duration.FromDays(5 * i), TouchKind.UsefulContent))];

    private static Instant At(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;
}
