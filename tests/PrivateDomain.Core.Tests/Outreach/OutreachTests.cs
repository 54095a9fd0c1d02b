using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using static PrivateDomain.Core.Tests.Outreach.OutreachCases;

namespace PrivateDomain.Core.Tests.Outreach;

[Text]
public sealed class OutreachTests
{
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
        OutreachDecision decision = Decide(TouchKind.Promotion, Facts(RelationshipStage.Acquaintance, Useful(4)));
        Assert.Equal(OutreachOutcome.Denied, decision.Outcome);
        Reason reason = Assert.Single(decision.Reasons);
        Assert.Equal("It is too early: the relationship is at acquaintance; interaction is needed.", reason.ToString());
        Assert.Equal("时机未到：关系处于认识阶段，需要达到互动阶段。", reason.ToString(Language.SimplifiedChinese));
    }

    [Fact]
    public void Promotion_AfterFourOfValue_IsAllowed_AfterThreeNot()
    {
        Assert.True(Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, Useful(4))).IsAllowed);
        OutreachDecision early = Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, Useful(3)));
        Assert.Equal("outreach.too_promotional", Assert.Single(early.Reasons).Code);
        Assert.Equal(OutreachOutcome.Denied, early.Outcome);
        Assert.Equal(Ratio.From(1, 4), early.Reasons[0].Found.Content);
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
    public void Promotion_WhileTheGroupStrains_NeedsMoreValue_AndNoneWhenItDies()
    {
        SentTouch[] four = Useful(4);
        Assert.True(Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, four, group: GroupHealth.Healthy)).IsAllowed);
        OutreachDecision straining = Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, four, group: GroupHealth.Straining));
        Assert.Equal("outreach.too_promotional", Assert.Single(straining.Reasons).Code);
        OutreachDecision dying = Decide(TouchKind.Promotion, Facts(RelationshipStage.Interaction, four, group: GroupHealth.Dying));
        Assert.Equal("outreach.group_dying", Assert.Single(dying.Reasons).Code);
        Assert.True(Decide(TouchKind.UsefulContent, Facts(RelationshipStage.Interaction, four, group: GroupHealth.Dying)).IsAllowed);
    }

    [Fact]
    public void ReferralInvitation_NeedsABuyer()
    {
        OutreachDecision decision = Decide(TouchKind.ReferralInvitation, Facts(RelationshipStage.Rapport, Useful(4)));
        Assert.Equal("outreach.not_a_buyer", Assert.Single(decision.Reasons).Code);
        Assert.True(
            Decide(
            TouchKind.ReferralInvitation, Facts(RelationshipStage.Rapport, Useful(4), lastOrder: Noon - Duration.FromDays(3))).IsAllowed);
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
            [.. Useful(3), new(Noon, TouchKind.Promotion), new(Noon, TouchKind.ServiceReply),
            new(Noon - Duration.FromDays(40), TouchKind.Promotion)];
        Assert.Equal(Ratio.From(1, 4), Share(Facts(RelationshipStage.Interaction, sent)));
        var since = new OutreachFacts(
            Noon, Shanghai, RelationshipStage.Interaction, LinkState.Active, Noon - Duration.FromDays(60), sent: sent,
            sentKnownSince: Noon - Duration.FromDays(20));
        Assert.Equal(Ratio.Unknown, Share(since));

        static Ratio Share(OutreachFacts facts) => OutreachPolicy.Default.Explain(facts, TouchKind.UsefulContent, Noon).PromotionShare;
    }

    [Fact]
    public void Allowed_AllocatesNothing()
    {
        OutreachFacts facts = Facts(RelationshipStage.Interaction, Useful(4), Noon - Duration.FromDays(20), Duration.FromDays(30));
        Assert.True(Decide(TouchKind.Promotion, facts).IsAllowed);
        bool all = true;
        Assert.Equal(0, Allocations.Of(() => all &= OutreachPolicy.Default.Decide(facts, TouchKind.Promotion, Noon).IsAllowed));
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
}
