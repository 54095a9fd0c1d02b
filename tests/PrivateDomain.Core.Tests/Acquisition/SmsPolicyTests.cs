using NodaTime;
using PrivateDomain.Core.Acquisition;

namespace PrivateDomain.Core.Tests.Acquisition;

[Text]
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
        Assert.Equal(Decision.Allowed, SmsPolicy.Default.Decide(draft));
        Assert.Equal(1, draft.Length.Segments);
        Assert.Equal(Money.Yuan(0.10m), draft.Cost); // 0.05 × 1 segment × 2 messages
    }

    [Fact]
    public void EveryFailingCheck_IsNamed_InOrder()
    {
        var draft = new SmsDraft
        {
            Text = new string('买', 140) + " www.a.example/x, http://b.example/y 见c.example",
            Author = "李雷",
            Audience = SmsAudience.From([To(1, false), To(1, null), To(2, true, Urumqi), new SmsRecipient("abc", true, Shanghai)]),
            SendAt = Instant.FromUtc(2026, 6, 1, 14, 0),
            ApprovedBy = " 李雷 ",
            PricePerSegment = Money.Yuan(0.05m),
            Budget = Money.Yuan(0.10m),
        };
        Assert.Equal(
            [
                "sms.signature_missing",
                "sms.opt_out_missing",
                "sms.too_long",
                "sms.link_not_checked",
                "sms.link_not_checked",
                "sms.link_not_checked",
                "sms.test_not_seen",
                "sms.approved_by_author",
                "sms.not_a_number",
                "sms.numbers_repeated",
                "sms.not_opted_in",
                "sms.quiet_hours",
                "sms.over_budget",
                "sms.opt_in_unknown",
            ],
            Codes(SmsPolicy.Default.Decide(draft)));
        Decision empty = SmsPolicy.Default.Decide(new SmsDraft
        {
            Text = " ",
            Author = "李雷",
            Audience = SmsAudience.From([]),
            SendAt = TenInShanghai
        });
        Assert.Equal(
            ["sms.text_empty", "sms.signature_missing", "sms.opt_out_missing", "sms.test_not_seen", "sms.not_approved",
                "sms.audience_empty"], Codes(empty));
    }

    [Fact]
    public void ABareShortLink_IsALinkToBeChecked()
    {
        const string Text = "【店】戳 t.cn/AiX8k2 领券，拒收请回复R";
        Reason reason = Assert.Single(SmsPolicy.Default.Decide(Draft(Text)).Reasons);
        Assert.Equal("The link t.cn/AiX8k2 was not checked.", reason.ToString(Language.English));
        Assert.True(SmsPolicy.Default.Decide(Draft(Text, links: "t.cn/AiX8k2")).IsAllowed);
        Assert.False(SmsPolicy.Default.Decide(Draft(Text, links: "t.cn/aix8k2")).IsAllowed); // the case of a path matters
    }

    [Theory]
    [InlineData("看https://xm.example/a?b=1，或 WWW.xm.example).", "https://xm.example/a?b=1", "WWW.xm.example")]
    [InlineData("shop.example.com", "shop.example.com")]
    [InlineData("点shop.example.com。", "shop.example.com")]
    [InlineData("戳t.cn/AiX8k2领券", "t.cn/AiX8k2")]
    [InlineData("ｔ．ｃｎ／ＡｉＸ", "t.cn/AiX")]
    [InlineData("weixin://dl/business 或 x.cn:8080/a", "weixin://dl/business", "x.cn:8080/a")]
    [InlineData("url:dwz.cn/abc?x=1#y", "dwz.cn/abc?x=1#y")]
    [InlineData("10.0.0.1/x", "10.0.0.1/x")]
    [InlineData("a.xn--fiqs8s", "a.xn--fiqs8s")]
    [InlineData("t.cn/a t.cn/b", "t.cn/a", "t.cn/b")]
    [InlineData("来信 service@shop.example.com 或 john.doe@shop.example.com")]
    [InlineData("满300减12.50元，3.5折，v1.2，2.0L，10.0.0.1")]
    [InlineData("等等... 好的.")]
    [InlineData("a.b a..com -.com")]
    public void Links_AreFoundHoweverTheyAreWritten_AndNothingElse(string text, params string[] links)
    {
        IEnumerable<string> found = SmsPolicy.Default.Decide(Draft("【店】" + text + " 回T退订", links: "none"))
            .Reasons.Where(static r => string.Equals(r.Code, "sms.link_not_checked", StringComparison.Ordinal))
            .Select(static r => r.ToString(Language.English));
        Assert.Equal(links.Select(static link => $"The link {link} was not checked."), found);
    }

    [Theory]
    [InlineData("回T退订", true)]
    [InlineData("退订请回T", true)]
    [InlineData("拒收请回R", true)]
    [InlineData("退订回N", true)]
    [InlineData("回TD退订", true)]
    [InlineData("拒收请回复R", true)]
    [InlineData("回复 TD 退订", true)]
    [InlineData("回复“T”退订", true)]
    [InlineData("回ｔｄ退订", true)]
    [InlineData("退订回TD。", true)]
    [InlineData("回复\u3000TD\u3000退订", true)] // a blank as wide as a letter of Chinese
    [InlineData("TD退订", true)]
    [InlineData("Reply STOP", true)]
    [InlineData("reply  'stop' to end", true)]
    [InlineData("STOP to opt-out", true)]
    [InlineData("Stop by our shop", false)]
    [InlineData("Nonstop to end", false)]
    [InlineData("Reply stopwatch", false)]
    [InlineData("退订", false)]
    [InlineData("回退订", false)]
    [InlineData("退订请回", false)]
    [InlineData("回ABCDEFG退订", false)]
    [InlineData("STOP", false)]
    public void OptOutLines_AreThoseThatPeopleWrite(string line, bool isOne)
    {
        string[] codes = Codes(SmsPolicy.Default.Decide(Draft("【店】你好 " + line)));
        Assert.Equal(!isOne, codes.Contains("sms.opt_out_missing", StringComparer.Ordinal));
    }

    [Fact]
    public void OptOutLines_AreData()
    {
        var policy = SmsPolicy.Create(new SmsOptions { OptOutLines = ["不想收到请按*号键"] });
        Assert.Empty(Codes(policy.Decide(Draft("【店】你好，不想收到请按1号键"))));
        var full = SmsPolicy.Create(new SmsOptions { OptOutLines = ["！不要", "～算了"] }); // the first and the last of full width
        Assert.Empty(Codes(full.Decide(Draft("【店】你好!不要"))));
        Assert.Empty(Codes(full.Decide(Draft("【店】你好~算了"))));
        Assert.Equal("正文没有退订方式，例如“不想收到请按R号键”。",
            policy.Decide(Draft("【店】回T退订")).Reasons.Single().ToString(Language.SimplifiedChinese));
    }

    [Theory]
    [InlineData("【小满家】你好 回T退订", true)]
    [InlineData("你好 回T退订【小满家】", true)]
    [InlineData(" 【小满家】你好 回T退订", true)]
    [InlineData("【】你好 回T退订", false)]
    [InlineData("【 】你好 回T退订", false)]
    [InlineData("你好 回T退订【】", false)]
    [InlineData("你好 回T退订【 】", false)]
    [InlineData("你好 回T退订 小满家】", false)]
    [InlineData("【小满家】", true)]
    [InlineData("【】", false)]
    [InlineData("【", false)]
    [InlineData("】", false)]
    [InlineData("你【小满家】好 回T退订", false)]
    [InlineData("【小满家 回T退订", false)]
    [InlineData("回T退订 】【", false)]
    public void Signature_StandsAtAnEnd(string text, bool isSigned) =>
        Assert.Equal(!isSigned, Codes(SmsPolicy.Default.Decide(Draft(text))).Contains("sms.signature_missing", StringComparer.Ordinal));

    // As the outreach guard: quiet from 21:00:00 on, no longer quiet at 09:00:00.
    [Theory]
    [InlineData(20, 59, true)]
    [InlineData(21, 0, false)]
    [InlineData(8, 59, false)]
    [InlineData(9, 0, true)]
    public void QuietHours_BeginAtTheirBeginning_AndEndAtTheirEnd(int hour, int minute, bool mayGo)
    {
        Instant at = new LocalDateTime(2026, 6, 1, hour, minute).InZoneStrictly(Shanghai).ToInstant();
        Assert.Equal(mayGo, SmsPolicy.Default.Decide(Draft(at: at)).IsAllowed);
    }

    [Fact]
    public void QuietHours_AreThoseOfEachZone()
    {
        // 09:00 in Shanghai is 07:00 in Urumqi.
        SmsAudience both = SmsAudience.From([To(1, true), To(2, true, Urumqi)]);
        Reason reason = Assert.Single(SmsPolicy.Default.Decide(Draft(audience: both, at: Instant.FromUtc(2026, 6, 1, 1, 0))).Reasons);
        Assert.Equal("It would arrive at 07:00 (Asia/Urumqi), in quiet hours; they end at 09:00.", reason.ToString(Language.English));
        Assert.True(SmsPolicy.Default.Decide(Draft(audience: both, at: Instant.FromUtc(2026, 6, 1, 3, 0))).IsAllowed);
        var day = SmsPolicy.Create(new SmsOptions { QuietFrom = new LocalTime(12, 0), QuietUntil = new LocalTime(14, 0) });
        Assert.Equal([true, false, false, true],
            new[] { 11, 12, 13, 14 }.Select(hour => day.Decide(Draft(at: Instant.FromUtc(2026, 6, 1, hour - 8, 0))).IsAllowed));
        var none = SmsPolicy.Create(new SmsOptions { QuietFrom = LocalTime.Midnight, QuietUntil = LocalTime.Midnight });
        Assert.True(none.Decide(Draft(at: Instant.FromUtc(2026, 6, 1, 18, 0))).IsAllowed);
    }

    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData("+8613800138000", "13800138000")]
    [InlineData("008613800138000", "13800138000")]
    [InlineData("8613800138000", "13800138000")]
    [InlineData("138 0013 8000", "13800138000")]
    [InlineData("138-0013-8000", "13800138000")]
    [InlineData("１３８００１３８０００", "13800138000")]
    [InlineData(" +86 (138) 0013.8000 ", "13800138000")]
    [InlineData("+1 415 555 0100", "+14155550100")]
    [InlineData("0014155550100", "+14155550100")]
    [InlineData("1234567", "1234567")]
    [InlineData("8612345", "8612345")] // seven digits that begin as China does
    [InlineData("1234567890123", "1234567890123")] // thirteen that do not
    [InlineData("138\u30000013\u30008000", "13800138000")]
    [InlineData("123456", null)]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("1234567890123456", null)]
    [InlineData("1111111111111111111111111", null)]
    [InlineData("abc", null)]
    [InlineData("138x0138000", null)]
    [InlineData("1380013800+", null)]
    [InlineData("++8613800138000", null)]
    public void Numbers_AreNormalised(string written, string? number) =>
        Assert.Equal(number, new SmsRecipient(written, true, Shanghai).Number);

    [Fact]
    public void OneNumberWrittenInThreeWays_IsOne_AndWhatIsNoNumberIsRefused()
    {
        SmsAudience audience = SmsAudience.From(new[] { "13800138000", "+8613800138000", "138 0013 8000", "abc" }.Select(static n =>
            new SmsRecipient(n, true, Shanghai)));
        Assert.Equal((4, 2, 1), (audience.Count, audience.RepeatedCount, audience.NotANumberCount));
        Decision decision = SmsPolicy.Default.Decide(Draft(audience: audience));
        Assert.Equal(
            ["1 recipient has no valid telephone number.", "2 messages go to numbers that are there already."],
            decision.Reasons.Select(static r => r.ToString(Language.English)));
    }

    [Fact]
    public void ARecipientsText_NeverShowsTheNumber()
    {
        foreach (bool? hasOptedIn in new bool?[] { true, false, null })
        {
            string text = new SmsRecipient("13800138000", hasOptedIn, Shanghai).ToString();
            Assert.DoesNotContain("138", text, StringComparison.Ordinal);
            Assert.Contains("Asia/Shanghai", text, StringComparison.Ordinal);
        }

        Assert.Equal("SMS recipient (opt-in unknown, no zone)", default(SmsRecipient).ToString());
    }

    [Fact]
    public void WhatIsUnknown_IsUndecidable_NotYes()
    {
        SmsDraft draft = new()
        {
            Text = Good,
            Author = "李雷",
            Audience = SmsAudience.From([To(1, null)]),
            SendAt = TenInShanghai,
            ApprovedBy = "韩梅梅",
            IsTestSeen = true,
            CheckedLinks = ["https://xm.example/h"],
            Budget = Money.Yuan(10m),
        };
        Decision decision = SmsPolicy.Default.Decide(draft);
        Assert.Equal(DecisionOutcome.Undecidable, decision.Outcome);
        Assert.Equal(["sms.opt_in_unknown", "sms.price_unknown"], Codes(decision));
    }

    [Theory]
    [InlineData(0.10, true)]
    [InlineData(0.09, false)]
    public void TheBudget_IsKeptToTheLastCent(double budget, bool mayGo) =>
        Assert.Equal(mayGo, SmsPolicy.Default.Decide(Draft(budget: Money.Yuan((decimal)budget))).IsAllowed);

    [Fact]
    public void ACostThatNoNumberHolds_IsOverBudget_NotAnOverflow()
    {
        SmsDraft draft = Draft(price: Money.Yuan(7e28m), budget: Money.Yuan(1m));
        Assert.Null(draft.Cost);
        Assert.Equal(["sms.over_budget"], Codes(SmsPolicy.Default.Decide(draft)));

        // Half of the greatest amount is rounded up: two such messages cost one yuan too much.
        Assert.Null(Draft(price: Money.Yuan(decimal.MaxValue * 0.5m)).Cost);
        Assert.Equal(
            Money.Yuan(decimal.MaxValue - 1m), Draft(price: Money.Yuan((decimal.MaxValue * 0.5m) - 1m)).Cost);
    }

    [Theory]
    [InlineData(134, true)] // 2 segments of 67
    [InlineData(135, false)]
    public void SoManySegmentsAsTheOptionsAllow_MayGo(int length, bool mayGo)
    {
        SmsDraft draft = Draft(new string('买', length - 7) + "回T退订【店】");
        Assert.Equal(length, draft.Text.Length);
        Assert.Equal(mayGo, SmsPolicy.Default.Decide(draft).IsAllowed);
    }

    [Fact]
    public void OptOutLines_OfWhichThereIsNone_AreToBeOneAtLeast() => Assert.Equal(
        "There are 0 entries; at least 1 are needed.",
        Assert.Throws<InvalidPolicyException>(static () => SmsPolicy.Create(new SmsOptions { OptOutLines = [] })).Mistakes.Single()
            .Reason.ToString());

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Equal(
            ["segmentsMax", "optOutLines[0]", "optOutLines[1]", "optOutLines[3]"],
            Misuse.Paths(static () => SmsPolicy.Create(new SmsOptions { SegmentsMax = 0, OptOutLines = [" ", "*", "回*退订", null!] })));
        Assert.Equal(["segmentsMax", "optOutLines"],
            Misuse.Paths(static () => SmsPolicy.Create(new SmsOptions { SegmentsMax = 256, OptOutLines = [] })));
        Assert.True(SmsPolicy.TryCreate(new SmsOptions { SegmentsMax = 255 }, out _, out var none));
        Assert.Empty(none);
        Assert.Throws<ArgumentException>("value", static () =>
            new SmsDraft { Text = "", Author = " ", Audience = SmsAudience.From([]), SendAt = TenInShanghai });
        Assert.Throws<CurrencyMismatchException>(static () => SmsPolicy.Default.Decide(Draft(budget: Money.From(1m, Currency.Usd))));
        Assert.Throws<ArgumentException>("recipients", static () => SmsAudience.From([default]));
        Assert.Throws<ArgumentException>("number", static () => new SmsRecipient(" ", true, Shanghai));
    }

    private static SmsDraft Draft(
        string text = Good, SmsAudience? audience = null, Instant? at = null, Money? price = null, Money? budget = null,
            string links = "https://xm.example/h") => new()
            {
                Text = text,
                Author = "李雷",
                Audience = audience ?? SmsAudience.From([To(1, true), To(2, true)]),
                SendAt = at ?? TenInShanghai,
                ApprovedBy = "韩梅梅",
                IsTestSeen = true,
                CheckedLinks = [links],
                PricePerSegment = price ?? Money.Yuan(0.05m),
                Budget = budget ?? Money.Yuan(1m),
            };

    private static SmsRecipient To(int number, bool? hasOptedIn, DateTimeZone? zone = null) =>
        new(FormattableString.Invariant($"1380013800{number}"), hasOptedIn, zone ?? Shanghai);

    private static string[] Codes(Decision decision) => [.. decision.Reasons.Select(static r => r.Code)];
}
