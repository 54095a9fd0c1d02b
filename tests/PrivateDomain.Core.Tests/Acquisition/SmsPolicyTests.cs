using NodaTime;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Acquisition;

public sealed class SmsPolicyTests
{
    private const string Good = "【小满家】会员日到店有礼，详情 https://xm.example/h 拒收请回复R";
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly DateTimeZone Urumqi = DateTimeZoneProviders.Tzdb["Asia/Urumqi"];
    private static readonly Instant TenInShanghai = Instant.FromUtc(2026, 6, 1, 2, 0);

    [Fact]
    public void ADraftWithAllChecks_MayGo()
    {
        SmsDraft draft = Draft();
        Assert.Equal(Decision.Allowed, SmsPolicy.Default.Check(draft));
        Assert.Equal(1, draft.Length.Segments);
        Assert.Equal(Money.Yuan(0.10m), draft.Cost); // 0.05 × 1 segment × 2 messages
    }

    [Fact]
    public void EveryFailingCheck_IsNamed_InOrder()
    {
        var draft = SmsDraft.Create(
            new string('买', 140) + " www.a.example/x, http://b.example/y",
            "李雷",
            SmsAudience.Of([To("1", false), To("1", null), To("2", true, Urumqi)]),
            Instant.FromUtc(2026, 6, 1, 14, 0),
            approvedBy: " 李雷 ",
            pricePerSegment: Money.Yuan(0.05m),
            budget: Money.Yuan(0.10m));
        Assert.Equal(
            [
                "sms.signature_missing", "sms.opt_out_missing", "sms.too_long", "sms.link_not_checked", "sms.link_not_checked", "sms.test_not_seen",
                "sms.approved_by_author", "sms.numbers_repeated", "sms.not_opted_in", "sms.quiet_hours", "sms.over_budget", "sms.opt_in_unknown",
            ],
            Codes(SmsPolicy.Default.Check(draft)));
        Decision empty = SmsPolicy.Default.Check(SmsDraft.Create(" ", "李雷", SmsAudience.Of([]), TenInShanghai));
        Assert.Equal(
            ["sms.text_empty", "sms.signature_missing", "sms.opt_out_missing", "sms.test_not_seen", "sms.not_approved", "sms.audience_empty"], Codes(empty));
    }

    [Fact]
    public void Links_AreFoundUpToTheirEnd()
    {
        Decision decision = SmsPolicy.Default.Check(Draft(text: "【小满家】看https://xm.example/a?b=1，或 WWW.xm.example). 拒收请回复R"));
        Assert.Equal(
            ["The link https://xm.example/a?b=1 was not checked.", "The link WWW.xm.example was not checked."],
            decision.Reasons.Select(static r => r.ToString(Language.English)));
    }

    [Theory]
    [InlineData("【小满家】你好 STOP", true)]
    [InlineData("你好 stop【小满家】", true)]
    [InlineData("【】你好 STOP", false)]
    [InlineData("【 】你好 STOP", false)]
    [InlineData("你【小满家】好 STOP", false)]
    [InlineData("【小满家 STOP", false)]
    [InlineData("STOP 】【", false)]
    public void Signature_StandsAtAnEnd(string text, bool isSigned) =>
        Assert.Equal(!isSigned, Codes(SmsPolicy.Default.Check(Draft(text))).Contains("sms.signature_missing", StringComparer.Ordinal));

    [Fact]
    public void QuietHours_AreThoseOfEachZone()
    {
        // 09:00 in Shanghai is 07:00 in Urumqi.
        SmsAudience both = SmsAudience.Of([To("1", true), To("2", true, Urumqi)]);
        Reason reason = Assert.Single(SmsPolicy.Default.Check(Draft(audience: both, at: Instant.FromUtc(2026, 6, 1, 1, 0))).Reasons);
        Assert.Equal("It would arrive at 07:00 (Asia/Urumqi), in quiet hours; they end at 09:00.", reason.ToString(Language.English));
        Assert.True(SmsPolicy.Default.Check(Draft(audience: both, at: Instant.FromUtc(2026, 6, 1, 3, 0))).IsAllowed);
        Assert.False(SmsPolicy.Default.Check(Draft(at: Instant.FromUtc(2026, 6, 1, 13, 0))).IsAllowed); // 21:00 is quiet
        Assert.True(SmsPolicy.Default.Check(Draft(at: Instant.FromUtc(2026, 6, 1, 12, 59))).IsAllowed);
        var day = SmsPolicy.Create(quietFrom: new LocalTime(12, 0), quietUntil: new LocalTime(14, 0));
        Assert.False(day.Check(Draft(at: Instant.FromUtc(2026, 6, 1, 5, 0))).IsAllowed);
        var none = SmsPolicy.Create(quietFrom: LocalTime.Midnight, quietUntil: LocalTime.Midnight);
        Assert.True(none.Check(Draft(at: Instant.FromUtc(2026, 6, 1, 18, 0))).IsAllowed);
    }

    [Fact]
    public void WhatIsNotKnown_IsUndecidable_NotYes()
    {
        Decision decision = SmsPolicy.Default.Check(SmsDraft.Create(
            Good, "李雷", SmsAudience.Of([To("1", null)]), TenInShanghai, "韩梅梅", true, ["https://xm.example/h"], budget: Money.Yuan(10m)));
        Assert.Equal(DecisionOutcome.Undecidable, decision.Outcome);
        Assert.Equal(["sms.opt_in_unknown", "sms.price_unknown"], Codes(decision));
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Equal(
            ["segmentsMax", "optOuts"], Assert.Throws<InvalidPolicyException>(static () => SmsPolicy.Create(0, [" "])).Mistakes.Select(static v => v.Place));
        Assert.Throws<ArgumentException>("author", static () => SmsDraft.Create("", " ", SmsAudience.Of([]), TenInShanghai));
        Assert.Throws<CurrencyMismatchException>(static () =>
            SmsDraft.Create("", "a", SmsAudience.Of([]), TenInShanghai, pricePerSegment: Money.Yuan(1m), budget: Money.Of(1m, Currency.Usd)));
        Assert.Throws<ArgumentException>("recipients", static () => SmsAudience.Of([default]));
    }

    private static SmsDraft Draft(string text = Good, SmsAudience? audience = null, Instant? at = null) => SmsDraft.Create(
        text, "李雷", audience ?? SmsAudience.Of([To("1", true), To("2", true)]), at ?? TenInShanghai, "韩梅梅", isTestSeen: true,
        checkedLinks: ["https://xm.example/h"], pricePerSegment: Money.Yuan(0.05m), budget: Money.Yuan(1m));

    private static SmsRecipient To(string number, bool? hasOptedIn, DateTimeZone? zone = null) => new(number, hasOptedIn, zone ?? Shanghai);

    private static string[] Codes(Decision decision) => [.. decision.Reasons.Select(static r => r.Code)];
}
