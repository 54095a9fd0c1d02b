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
        Assert.Equal("It is too early: the relationship is at acquaintance; interaction is needed.", reason.ToString());
        Assert.Equal("时机未到：关系处于认识阶段，需要达到互动阶段。", reason.ToString(Language.SimplifiedChinese));
    }

    [Fact]
    public void Promotion_AfterFourOfValue_IsAllowed_AfterThreeNot()
    {
        Assert.True(Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, Value(4))).IsAllowed);
        OutreachDecision early = Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, Value(3)));
        Assert.Equal("outreach.too_promotional", Assert.Single(early.Reasons).Code);
        Assert.Equal(OutreachOutcome.Denied, early.Outcome);
        Assert.Equal(Ratio.Of(1, 4), early.Reasons[0].Found.Content);
    }

    [Fact]
    public void FirstPromotion_WhenNothingWasSent_SaysSo_AndWithoutARecordItIsAskedFor()
    {
        OutreachDecision first = Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction));
        Assert.Equal(OutreachOutcome.Denied, first.Outcome);
        Assert.Equal(
            "Value comes before promotion: nothing useful has been sent yet (30 days looked at).", Assert.Single(first.Reasons).ToString());
        Assert.Equal("先给价值再推销：近 30 天还没有发过有价值的内容。", first.Reasons[0].ToString(Language.SimplifiedChinese));
        SentTouch[] sold = [new(Noon - Duration.FromDays(9), TouchKind.Promotion)];
        Assert.Equal(
            "outreach.too_promotional",
        Assert.Single(Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, sold)).Reasons).Code);

        var unknown = new OutreachFacts(Noon, Shanghai, RelationshipStage.Interaction, LinkState.Active, Noon - Duration.FromDays(60));
        Assert.All([TouchKind.Promotion, TouchKind.UsefulContent], kind =>
        {
            OutreachDecision open = Decide(kind, unknown);
            Assert.Equal((OutreachOutcome.Undecidable, null), (open.Outcome, open.Until));
            Assert.Equal("outreach.touches_unknown", Assert.Single(open.Reasons).Code);
        });
        Assert.True(Decide(TouchKind.ServiceReply, unknown).IsAllowed);
        OutreachPolicy free = OutreachPolicy.Create(new() { Caps = [], PromotionShareMax = 1, StrainingPromotionShareMax = 1 });
        Assert.True(free.Decide(unknown, TouchKind.Promotion, Noon).IsAllowed); // no rule needs to know
        var early = new OutreachFacts(Noon, Shanghai, RelationshipStage.Acquaintance, LinkState.Active, Noon - Duration.FromDays(60));
        Assert.Equal(
            (OutreachOutcome.Denied, 2), (Decide(TouchKind.Promotion, early).Outcome, Decide(TouchKind.Promotion, early).Reasons.Length));
    }

    [Fact]
    public void FoldedTouches_AreMissing_UntilTheWindowHasPassedThem()
    {
        OutreachPolicy weekly = OutreachPolicy.Create(new() { Caps = [new() { Max = 1, Days = 7 }], Quiet = null });
        Instant start = Instant.FromUtc(2026, 3, 3, 16, 0); // the first instant of 4 March in Shanghai: 7 days with the 10th
        Assert.True(weekly.Decide(Since(start), TouchKind.Survey, Noon).IsAllowed);
        OutreachDecision open = weekly.Decide(Since(start + Duration.Epsilon), TouchKind.Survey, Noon);
        Assert.Equal(OutreachOutcome.Undecidable, open.Outcome);
        Reason why = weekly.Decide(Since(start + Duration.FromMinutes(90)), TouchKind.Survey, Noon).Reasons.Single();
        Assert.Equal("触达记录仅从 2026-03-04 01:30 起完整，需要从 2026-03-04 00:00 起的记录。", why.ToString(Language.SimplifiedChinese, Shanghai));
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
        Assert.True(Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, Value(4), bought, Duration.FromDays(30))).IsAllowed);
        OutreachDecision early =
            Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, Value(4), bought + Duration.Epsilon, Duration.FromDays(30)));
        Assert.Equal((OutreachOutcome.Deferred, Noon + Duration.Epsilon), (early.Outcome, early.Until));

        static OutreachFacts Linked(Instant since) =>
            new(Noon, Shanghai, RelationshipStage.Interaction, LinkState.Active, since, sent: Value(4));
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
    public void Promotion_WhileTheGroupStrains_NeedsMoreValue_AndNoneWhenItDies()
    {
        SentTouch[] four = Value(4);
        Assert.True(Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, four, group: GroupHealth.Healthy)).IsAllowed);
        OutreachDecision straining = Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, four, group: GroupHealth.Straining));
        Assert.Equal("outreach.too_promotional", Assert.Single(straining.Reasons).Code);
        OutreachDecision dying = Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, four, group: GroupHealth.Dying));
        Assert.Equal("outreach.group_dying", Assert.Single(dying.Reasons).Code);
        Assert.True(Decide(TouchKind.UsefulContent, Facts(RelationshipStage.Interaction, four, group: GroupHealth.Dying)).IsAllowed);
    }

    [Fact]
    public void Promotion_InReception_WaitsUntilItIsOver()
    {
        var facts = new OutreachFacts(
            Noon, Shanghai, RelationshipStage.Interaction, LinkState.Active, Noon - Duration.FromDays(6), sent: Value(4));
        OutreachDecision decision = Decide(TouchKind.Promotion, facts);
        Assert.Equal("outreach.in_reception", Assert.Single(decision.Reasons).Code);
        Assert.Equal(Noon + Duration.FromDays(1), decision.Until);
    }

    [Fact]
    public void ReferralInvitation_NeedsABuyer()
    {
        OutreachDecision decision = Decide(TouchKind.ReferralInvitation, Facts(RelationshipStage.Rapport, Value(4)));
        Assert.Equal("outreach.not_a_buyer", Assert.Single(decision.Reasons).Code);
        Assert.True(
            Decide(
            TouchKind.ReferralInvitation, Facts(RelationshipStage.Rapport, Value(4), lastOrder: Noon - Duration.FromDays(3))).IsAllowed);
    }

    [Fact]
    public void Caps_CountEverythingSent_ButServiceReplies()
    {
        SentTouch[] replies =
            [.. Enumerable.Range(0, 9).Select(static i => new SentTouch(Noon - Duration.FromMinutes(i), TouchKind.ServiceReply))];
        Assert.True(Decide(TouchKind.UsefulContent, Facts(RelationshipStage.Interaction, replies)).IsAllowed);

        SentTouch[] today = [new(Noon - Duration.FromMinutes(9), TouchKind.Survey), new(Noon - Duration.FromMinutes(5), TouchKind.Welfare)];
        OutreachDecision capped = Decide(TouchKind.UsefulContent, Facts(RelationshipStage.Interaction, today));
        Assert.Equal(["outreach.too_many_touches"], capped.Reasons.Select(static r => r.Code));
        Assert.Equal(Instant.FromUtc(2026, 3, 11, 1, 0), capped.Until); // tomorrow, and not before 9:00
        Assert.Equal("2 messages sent; the limit is 2 per day.", capped.Reasons[0].ToString());
        Assert.True(Decide(TouchKind.ServiceReply, Facts(RelationshipStage.None, today)).IsAllowed);
    }

    [Fact]
    public void CapOfZero_IsForGood()
    {
        OutreachPolicy none = OutreachPolicy.Create(new() { Caps = [new() { Max = 0, Days = 7, Kind = TouchKind.Survey }] });
        OutreachDecision decision = none.Decide(Facts(RelationshipStage.Interaction), TouchKind.Survey, Noon);
        Assert.Equal(OutreachOutcome.Denied, decision.Outcome);
        Assert.Equal("outreach.not_sent_at_all", Assert.Single(decision.Reasons).Code);
    }

    [Fact]
    public void Rhythm_HoldsPromotionBackForHalfTheCycle()
    {
        Instant bought = Noon - Duration.FromDays(10);
        OutreachFacts facts = Facts(RelationshipStage.Interaction, Value(4), bought, Duration.FromDays(30));
        OutreachDecision decision = Decide(TouchKind.Promotion, facts);
        Assert.Equal("outreach.too_soon_to_rebuy", Assert.Single(decision.Reasons).Code);
        Assert.Equal(bought + Duration.FromDays(15), decision.Until);
        Assert.True(Decide(TouchKind.Welfare, facts).IsAllowed);
    }

    [Theory]
    [InlineData("Asia/Shanghai", "2026-03-10T14:00:00Z", "2026-03-11T01:00:00Z")]    // 22:00 → 9:00
    [InlineData("America/New_York", "2026-03-08T05:30:00Z", "2026-03-08T13:00:00Z")] // 0:30 in the night that loses an hour
    [InlineData("America/New_York", "2026-11-01T05:30:00Z", "2026-11-01T14:00:00Z")] // 1:30, the first of two
    // 22:00 on the 29th; the next morning is that of the 31st
    [InlineData("Pacific/Apia", "2011-12-30T08:00:00Z", "2011-12-30T19:00:00Z")]
    public void QuietHours_EndInTheMorningOfTheCustomer(string zone, string at, string until)
    {
        OutreachDecision decision = OutreachPolicy.Default.Decide(
            new OutreachFacts(At(at), DateTimeZoneProviders.Tzdb[zone], RelationshipStage.Interaction, LinkState.Active, At(at), sent: []),
            TouchKind.UsefulContent, At(at));
        Assert.Equal("outreach.quiet_hours", Assert.Single(decision.Reasons).Code);
        Assert.Equal(At(until), decision.Until);
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
    public void LinkState_AndOptOut_StopEvenServiceReplies()
    {
        Assert.Equal(["outreach.link_blocked"], Codes(LinkState.Lost, LinkLoss.Blocked, optedOut: false, TouchKind.ServiceReply));
        Assert.Equal(["outreach.link_lost"], Codes(LinkState.Lost, LinkLoss.Deleted, optedOut: false, TouchKind.ServiceReply));
        Assert.Equal(["outreach.opted_out"], Codes(LinkState.Active, LinkLoss.None, optedOut: true, TouchKind.ServiceReply));
        Assert.Equal(
            ["outreach.link_muted", "outreach.nothing_useful_yet"],
        Codes(LinkState.Muted, LinkLoss.None, optedOut: false, TouchKind.Promotion));
        Assert.Equal([], Codes(LinkState.Muted, LinkLoss.None, optedOut: false, TouchKind.ServiceReply));

        static IEnumerable<string> Codes(LinkState link, LinkLoss loss, bool optedOut, TouchKind kind) => OutreachPolicy.Default.Decide(
            new OutreachFacts(Noon, Shanghai, RelationshipStage.Rapport, link, Noon - Duration.FromDays(9), loss, optedOut, sent: []), kind,
            Noon).Reasons.Select(static r => r.Code);
    }

    [Fact]
    public void AllReasons_AreGiven_TheMostImportantFirst()
    {
        Instant night = Noon + Duration.FromHours(11);
        var facts = new OutreachFacts(
            night, Shanghai, RelationshipStage.Acquaintance, LinkState.Muted, night - Duration.FromDays(1), isOptedOut: true,
            sent: [new(Noon, TouchKind.Promotion), new(Noon, TouchKind.Promotion)], lastOrderAt: Noon,
            repurchaseCycle: Duration.FromDays(9), group: GroupHealth.Dying);
        Assert.Equal(
            [
                "outreach.opted_out", "outreach.link_muted", "outreach.group_dying", "outreach.stage_too_low", "outreach.in_reception",
                "outreach.too_promotional", "outreach.too_many_touches", "outreach.too_many_of_kind", "outreach.too_soon_to_rebuy",
                "outreach.quiet_hours",
            ],
            OutreachPolicy.Default.Decide(facts, TouchKind.Promotion, night).Reasons.Select(static r => r.Code));
    }

    [Fact]
    public void PromotionShare_IsOfWhatWasSent_UnknownWhenNothingWas()
    {
        Assert.Equal(Ratio.Unknown, Share(Facts(RelationshipStage.Interaction)));
        SentTouch[] sent =
            [.. Value(3), new(Noon, TouchKind.Promotion), new(Noon, TouchKind.ServiceReply),
            new(Noon - Duration.FromDays(40), TouchKind.Promotion)];
        Assert.Equal(Ratio.Of(1, 4), Share(Facts(RelationshipStage.Interaction, sent)));
        var since = new OutreachFacts(
            Noon, Shanghai, RelationshipStage.Interaction, LinkState.Active, Noon - Duration.FromDays(60), sent: sent,
            sentKnownSince: Noon - Duration.FromDays(20));
        Assert.Equal(Ratio.Unknown, Share(since));

        static Ratio Share(OutreachFacts facts) => OutreachPolicy.Default.Explain(facts, TouchKind.UsefulContent, Noon).PromotionShare;
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
        OutreachFacts facts = OutreachFacts.From(known, Carrier.WeCom, RelationshipStage.Interaction);
        Assert.Equal((LinkState.Muted, Noon - Duration.FromDays(20), false), (facts.Link, facts.LinkedSince, facts.IsOptedOut));
        Assert.Equal([TouchKind.Survey, TouchKind.UsefulContent], facts.Sent!.Value.Select(static s => s.Kind));
        Assert.Equal(Shanghai, facts.Zone);

        OutreachFacts phone = OutreachFacts.From(known, Carrier.PhoneNumber, RelationshipStage.Interaction);
        Assert.Equal((LinkState.Lost, true), (phone.Link, phone.IsOptedOut));
        Assert.Null(OutreachFacts.From(known, Carrier.WeCom, RelationshipStage.Interaction, hasRecordOfTouches: false).Sent);
    }

    [Fact]
    public void From_ACompactedHistory_SaysFromWhenOnTouchesAreKnown_AndNeverAnswersQuietly()
    {
        CustomerId customer = CustomerId.From("c");
        CustomerHistory whole = CustomerHistory.From(
            customer,
            [
                new LinkMade(CustomerEventId.From("0"), customer, Noon - Duration.FromDays(90), Carrier.WeCom),
                .. Enumerable.Range(1, 40).Select(i => new TouchSent(
                    CustomerEventId.From($"t{i}"), customer, Noon - Duration.FromDays(i), i % 9 == 0 ? TouchKind.Promotion
                        : TouchKind.UsefulContent)),
                new TouchSent(CustomerEventId.From("r"), customer, Noon - Duration.FromDays(50), TouchKind.ServiceReply),
            ]);
        var shop = new Shop(Shanghai, Currency.Cny);
        Assert.Null(Of(whole).SentKnownSince);
        for (int days = 0; days <= 60; days++)
        {
            OutreachFacts compacted = Of(whole.CompactBefore(Noon - Duration.FromDays(days)));
            foreach (TouchKind kind in Enum.GetValues<TouchKind>()[1..])
            {
                OutreachDecision known = OutreachPolicy.Default.Decide(Of(whole), kind, Noon);
                OutreachDecision answer = OutreachPolicy.Default.Decide(compacted, kind, Noon);
                Assert.True(Is(answer, known) || answer.Has(OutreachReasons.TouchesFolded));
                Assert.True(answer == known || Duration.FromDays(days) < OutreachPolicy.Default.LookBack); // older ones are not needed
            }
        }

        // A count that is not all known says "16 or more".
        static bool Is(OutreachDecision answer, OutreachDecision known) => (answer.Outcome, answer.Until) == (known.Outcome, known.Until)
            && answer.Reasons.Zip(known.Reasons).All(static pair => pair.First.Code == pair.Second.Code
                && (pair.First == pair.Second || pair.First.ToString().Contains(" or more messages", StringComparison.Ordinal)));

        OutreachFacts Of(CustomerHistory history) =>
            OutreachFacts.From(history.FactsAt(Noon, shop), Carrier.WeCom, RelationshipStage.Rapport);
    }

    private static OutreachDecision Decide(TouchKind kind, OutreachFacts facts) => OutreachPolicy.Default.Decide(facts, kind, Noon);

    private static OutreachFacts Facts(
        RelationshipStage stage, IEnumerable<SentTouch>? sent = null, Instant? lastOrder = null, Duration? cycle = null, GroupHealth group =
            GroupHealth.Unknown) =>
        new OutreachFacts(
            Noon, Shanghai, stage, LinkState.Active, Noon - Duration.FromDays(60), sent: sent ?? [], lastOrderAt: lastOrder,
            repurchaseCycle: cycle, group: group);

    private static SentTouch[] Value(int count) =>
        [.. Enumerable.Range(1, count).Select(static i => new SentTouch(Noon - Duration.FromDays(5 * i), TouchKind.UsefulContent))];

    private static Instant At(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;
}
