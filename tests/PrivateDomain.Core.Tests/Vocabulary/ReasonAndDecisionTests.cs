using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Tests.Vocabulary;

[Text]
public sealed class ReasonAndDecisionTests
{
    private static readonly ReasonDefinition TooFew = new(
        "test.too_few", "There are {found}; {required} are needed.", "有 {found} 个，需要 {required} 个。");
    private static readonly ReasonDefinition TooLate = new("test.too_late", "It is late.", "太晚了。");

    [Fact]
    public void Reason_SpeaksTheLanguageAskedFor_InvariantOtherwise()
    {
        Reason reason = TooFew.With(3, 5);
        Assert.Equal("There are 3; 5 are needed.", reason.ToString());
        Assert.Equal("有 3 个，需要 5 个。", reason.ToString(Language.SimplifiedChinese));
        Assert.Equal("有 3 个，需要 5 个。", $"{reason.ToString(null, CultureInfo.GetCultureInfo("zh-Hans-SG"))}");
        Assert.Equal("There are 3; 5 are needed.", reason.ToString(null, CultureInfo.GetCultureInfo("tr-TR")));
        Assert.Equal("There are 3; 5 are needed.", reason.ToString(null, null));
    }

    [Fact]
    public void Values_ShowAlikeInEveryCulture_AndKeepTheirExactContent()
    {
        (ReasonValue Value, string Shown)[] cases =
        [
            (1234.5m, "1234.5"), (3, "3"), (4L, "4"), (Ratio.From(0.401m), "40 %"), (Ratio.From(0.004m), "0.4 %"),
            (Ratio.From(0.996m), "99.6 %"), (Ratio.From(2.5m), "250 %"), (Ratio.Unknown, "unknown"), (Money.Yuan(1.5m), "1.50 CNY"),
            (Money.Yuan(258.70204081632653061224489796m), "258.70 CNY"), (default(Money), default(Money).ToString()),
            ("scarf", "scarf"), (new Bilingual("day", "天"), "day"), (new LocalDate(2024, 2, 29), "2024-02-29"),
            (Instant.FromUtc(2024, 2, 29, 1, 2), "2024-02-29 01:02 UTC"), (Duration.FromHours(36), "1 day 12 hours"),
            (Duration.FromSeconds(-90), "-1 minute 30 seconds"), (Duration.Zero, "0 seconds"), (Duration.FromDays(400), "400 days"),
            (default, ""),
            (ReasonValue.From(0.5), "0.5"), (ReasonValue.From(double.NaN), "NaN"), ((string?)null, ""),
        ];

        Assert.All(cases, static c => Assert.Equal(c.Shown, c.Value.ToString()));
        Assert.Equal(
            "天",
            cases.Single(static c => string.Equals(c.Shown, "day", StringComparison.Ordinal)).Value.ToString(Language.SimplifiedChinese));
        Assert.Equal(1234.5m, cases[0].Value.Content);
    }

    [Fact]
    public void Sentence_ShowsAnInstantInTheZoneAskedFor()
    {
        var opens = new ReasonDefinition("test.opens", "It opens at {required}.", "{required} 之后。");
        Reason reason = opens.With(required: Instant.FromUtc(2026, 3, 1, 0, 30));
        Assert.Equal("It opens at 2026-03-01 08:30.", reason.ToString(Language.English, DateTimeZoneProviders.Tzdb["Asia/Shanghai"]));
        Assert.Equal("2026-02-28 19:30 之后。",
            reason.ToString(Language.SimplifiedChinese, DateTimeZoneProviders.Tzdb["America/New_York"]));
        Assert.Equal("It opens at 2026-03-01 00:30 UTC.", reason.ToString());
    }

    [Fact]
    public void Sentence_CountsWords()
    {
        var sent = new ReasonDefinition(
            "test.sent", "{found} {found|message|messages} sent; {required} {required|is|are} allowed.",
            "已发送 {found} 条，允许 {required} 条。");
        Assert.Equal("1 message sent; 2 are allowed.", sent.With(1, 2).ToString());
        Assert.Equal("0 messages sent; 1 is allowed.", sent.With(0, 1).ToString());
        Assert.Equal("已发送 1 条，允许 2 条。", sent.With(1, 2).ToString(Language.SimplifiedChinese));
        Assert.Equal("{required} messages sent; 2 are allowed.", sent.With("{required}", 2).ToString()); // a value's own braces stay
    }

    [Fact]
    public void Sentence_NeverShowsTwoDifferentValuesAsOne()
    {
        var share = new ReasonDefinition("test.share", "{found} of {required}.", "{found}，{required}。");
        Assert.Equal("20 % of 20 %.", share.With(Ratio.From(0.2m), Ratio.From(0.2m)).ToString());
        Assert.Equal("20.4 % of 20 %.", share.With(Ratio.From(0.204m), Ratio.From(0.2m)).ToString());
        Assert.Equal("99.999 CNY of 100.00 CNY.", share.With(Money.Yuan(99.999m), Money.Yuan(100m)).ToString());
        Assert.Equal(
            "99.9999999999999 CNY of 100.00 CNY.", share.With(Money.Yuan(99.9999999999999m), Money.Yuan(100m)).ToString());
        Assert.Equal("22 % of 10 %.", share.With(Ratio.From(2m / 9), Ratio.From(0.1m)).ToString());
        Assert.Equal(
            "2026-03-01 00:30:01 UTC of 2026-03-01 00:30:00 UTC.",
            share.With(Instant.FromUtc(2026, 3, 1, 0, 30, 1), Instant.FromUtc(2026, 3, 1, 0, 30)).ToString());
    }

    [Fact]
    public void Sentence_OfTheGreatestValues_StillSpeaks()
    {
        var any = new ReasonDefinition("test.any", "{found}.", "{found}。");
        Assert.StartsWith("79228162514264337593543950335", any.With(Ratio.From(decimal.MaxValue)).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("-79228162514264337593543950335", any.With(decimal.MinValue).ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(any.With(Instant.MaxValue).ToString());
        Assert.NotEmpty(any.With(Duration.MinValue).ToString());
    }

    [Theory]
    [InlineData("{fond}.")]
    [InlineData("{found.")]
    [InlineData("found}.")]
    [InlineData("{found|day}.")]
    [InlineData("{found|day|}.")]
    public void Sentence_WithAnotherPlace_IsRefusedWithIt(string english) =>
        Assert.Contains(
            english, Assert.Throws<ArgumentException>(() => new ReasonDefinition("a.b", english, "中。")).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("nodot")]
    [InlineData("Upper.case")]
    [InlineData("a..b")]
    [InlineData("a.9b")]
    [InlineData("a.b c")]
    public void Definition_OtherCode_IsRefusedWithIt(string code) =>
        Assert.Contains(
            $"\"{code}\"", Assert.Throws<ArgumentException>(() => new ReasonDefinition(code, "E.", "中。")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Decision_Default_Refuses()
    {
        Decision never = default;
        Assert.False(never.IsAllowed);
        Assert.Equal(DecisionOutcome.Denied, never.Outcome);
        Assert.Equal("decision.never_made", Assert.Single(never.Reasons).Code);
        Assert.Equal("decision.never_made", default(Reason).Code);
    }

    [Fact]
    public void Decision_KeepsAllReasonsInOrder()
    {
        Decision no = Decision.Denied(TooLate.With(), TooFew.With(1, 2));
        Assert.Equal(["test.too_late", "test.too_few"], no.Reasons.Select(static r => r.Code));
        Assert.True(no.Has(TooFew));
        Assert.Equal("Denied: test.too_late, test.too_few", no.ToString());
        Assert.Equal(Decision.Denied(TooLate.With(), TooFew.With(1, 2)), no);
        Assert.True(no != Decision.Denied(TooFew.With(1, 2), TooLate.With()));
        Assert.True(no != Decision.Undecidable(TooLate.With(), TooFew.With(1, 2)));
        Assert.True(Decision.Allowed == Decision.Allowed && Decision.Allowed.Reasons.IsEmpty && !Decision.Allowed.Has(TooFew));
    }

    [Fact]
    public void Decision_WithoutReason_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Decision.Denied());
        Assert.Throws<ArgumentException>(() => Decision.Undecidable());
        Assert.Throws<ArgumentException>(() => Answer<int>.Refused());
    }

    [Fact]
    public void Answer_HasValueOrReasons_NeverBoth()
    {
        Answer<int> value = 5;
        Answer<int> none = Answer<int>.Refused(TooFew.With(0, 1));
        Assert.True(value.HasValue && value.TryGet(out int five) && five == 5 && value.Reasons.IsEmpty);
        Assert.False(none.TryGet(out _));
        Assert.Contains(
            "There are 0; 1 are needed.", Assert.Throws<InvalidOperationException>(() => none.Value).Message, StringComparison.Ordinal);
        Assert.Equal(10, value.Then(static v => v * 2).Value);
        Assert.Equal(none.Reasons, none.Then(static v => v * 2).Reasons.AsEnumerable());
        Assert.Equal("decision.never_made", Assert.Single(default(Answer<int>).Reasons).Code);
        Assert.True(value == Answer<int>.From(5) && value != none && none == Answer<int>.Refused(TooFew.With(0, 1)));
    }

    [Fact]
    public void Answer_Composes()
    {
        Answer<int> value = 5;
        Answer<int> none = Answer<int>.Refused(TooFew.With(0, 1));
        Answer<int> late = Answer<int>.Refused(TooLate.With(), TooFew.With(0, 1));
        Assert.Equal(8, value.Combine((Answer<int>)3, static (a, b) => a + b).Value);
        Assert.Equal(["test.too_few"], value.Combine(none, static (a, b) => a + b).Reasons.Select(static r => r.Code));
        Assert.Equal(["test.too_few"], none.Combine(value, static (a, b) => a + b).Reasons.Select(static r => r.Code));
        Assert.Equal(["test.too_few", "test.too_late"], none.Combine(late, static (a, b) => a + b).Reasons.Select(static r => r.Code));
        Assert.Equal(["test.too_late", "test.too_few"], value.Then(_ => late).Reasons.Select(static r => r.Code));
        Assert.Equal((5, 7), (value.Or(7), none.Or(7)));
    }

    [Fact]
    public void Mistake_TellsItsPlace()
    {
        Assert.Equal("a[1].b: It is late.", new Mistake("a[1].b", TooLate.With()).ToString());
        Assert.Equal("(3,14): It is late.", new Mistake("", TooLate.With(), 3, 14).ToString());
        Assert.Equal("$.rule (3,14): 太晚了。", new Mistake("$.rule", TooLate.With(), 3, 14).ToString(Language.SimplifiedChinese));
        Assert.Equal("No rule was asked.", default(Mistake).ToString());
        Assert.Equal("line", Assert.Throws<ArgumentOutOfRangeException>(static () => new Mistake("", default, -1)).ParamName);
    }

    [Fact]
    public void InvalidPolicy_ReportsAllMistakesTogether()
    {
        var error = new InvalidPolicyException(
            "test policy", ImmutableArray.Create(new Mistake("a", TooFew.With(1, 2)), new Mistake("b[1]", TooLate.With())));
        Assert.Equal(["a", "b[1]"], error.Mistakes.Select(static v => v.Place));
        Assert.Contains("2 mistakes: a: There are 1; 2 are needed. b[1]: It is late.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_IsMadeOfRightOptions_OrTellsAllMistakes()
    {
        TrustOptions right = new();
        TrustOptions wrong = right with { Terms = [] };
        Assert.True(TrustPolicy.TryCreate(right, out TrustPolicy? policy, out ImmutableArray<Mistake> mistakes));
        Assert.Empty(mistakes);
        Assert.Equal(right, policy.Options);
        Assert.False(TrustPolicy.TryCreate(wrong, out policy, out mistakes));
        Assert.Null(policy);
        Assert.Equal(mistakes, Assert.Throws<InvalidPolicyException>(() => TrustPolicy.Create(wrong)).Mistakes.AsEnumerable());
        Assert.NotEmpty(mistakes);
        Assert.Throws<ArgumentNullException>(() => TrustPolicy.Create(null!));
        Assert.Throws<ArgumentNullException>(() => TrustPolicy.TryCreate(null!, out _, out _));
    }

    [Fact]
    public void Policies_AreEqual_WhenTheirOptionsAre()
    {
        TrustOptions fewer = new TrustOptions() with { Terms = [new(EvidenceKind.Link, Points: 100)] };
        TrustPolicy one = TrustPolicy.Create(new TrustOptions());
        Assert.True(one.Equals(TrustPolicy.Default) && one.Equals((object)TrustPolicy.Default));
        Assert.Equal(one.GetHashCode(), TrustPolicy.Default.GetHashCode());
        Assert.False(one.Equals(TrustPolicy.Create(fewer)) || one.Equals(null) || one.Equals((object)"policy"));
    }

    [Fact]
    public void Reasons_AreEqual_WhenCodeAndBothValuesAre()
    {
        Assert.Equal(TooFew.With(1, 2), TooFew.With(1, 2));
        Assert.Equal(TooFew.With(1, 2).GetHashCode(), TooFew.With(1, 2).GetHashCode());
        Assert.NotEqual(TooFew.With(1, 2), TooFew.With(3, 2));
        Assert.NotEqual(TooFew.With(1, 2), TooFew.With(1, 3));
        Assert.NotEqual(TooFew.With(1, 2), TooLate.With(1, 2));
        Assert.Throws<ArgumentNullException>(() => new Reason(null!));
    }

    [Fact]
    public void Definitions_AreEqual_WhenTheirCodesAre()
    {
        var other = new ReasonDefinition("test.too_late", "Too late.", "晚了。");
        Assert.True(TooLate.Equals(other) && TooLate.Equals((object)other));
        Assert.Equal(TooLate.GetHashCode(), other.GetHashCode());
        Assert.False(TooLate.Equals(TooFew) || TooLate.Equals(null) || TooLate.Equals((object)"test.too_late"));
        Assert.Equal("test.too_late", TooLate.ToString());
    }

    [Theory]
    [InlineData("a.b_9")]
    [InlineData("area2.what_is_wrong")]
    [InlineData("a.b.c")]
    public void Definition_CodeOfDottedLowerCaseWords_IsTaken(string code) =>
        Assert.Equal(code, new ReasonDefinition(code, "E.", "中。").Code);

    [Theory]
    [InlineData("", "E.", "中。")]
    [InlineData("a.b", " ", "中。")]
    [InlineData("a.b", "E.", "")]
    [InlineData("a.b", "E.", "{fond}。")]
    [InlineData("a.b-c", "E.", "中。")]
    [InlineData("a._b", "E.", "中。")]
    [InlineData(".b", "E.", "中。")]
    [InlineData("a.", "E.", "中。")]
    public void Definition_OtherParts_AreRefused(string code, string english, string chinese) =>
        Assert.ThrowsAny<ArgumentException>(() => new ReasonDefinition(code, english, chinese));

    [Fact]
    public void Values_OfFloatingPoint_AreTextWhereNoDecimalHoldsThem()
    {
        Assert.Equal(-2.5m, ReasonValue.From(-2.5).Content);
        Assert.Equal("-1E+29", ReasonValue.From(-1e29).ToString());
        Assert.Equal("7.922816251426434E+28", ReasonValue.From((double)decimal.MaxValue).ToString());
        Assert.Equal("-Infinity", ReasonValue.From(double.NegativeInfinity).ToString());
    }

    [Fact]
    public void Decisions_AreEqual_WhenOutcomeAndReasonsAre()
    {
        Decision no = Decision.Denied(TooLate.With());
        Assert.True(no.Equals((object)Decision.Denied(TooLate.With())) && no == Decision.Denied(TooLate.With()));
        Assert.False(no.Equals((object)"no") || no == Decision.Denied(TooFew.With()) || no != Decision.Denied(TooLate.With()));
        Assert.Equal(no.GetHashCode(), Decision.Denied(TooLate.With()).GetHashCode());
        Assert.Equal(Decision.Allowed.GetHashCode(), Decision.Allowed.GetHashCode());
        Assert.Equal("Allowed", Decision.Allowed.ToString());
        Assert.False(no.Has(TooFew));
        Assert.False(Decision.Undecidable(TooLate.With()).IsAllowed);
    }

    [Fact]
    public void Answers_AreEqual_WhenTheirValuesOrTheirReasonsAre()
    {
        Answer<int> five = 5;
        Answer<int> none = Answer<int>.Refused(TooLate.With(), TooFew.With(0, 1));
        Assert.True(five.Equals((object)Answer<int>.From(5)));
        Assert.True(none.Equals((object)Answer<int>.Refused(TooLate.With(), TooFew.With(0, 1))));
        Assert.False(five.Equals((object)5) || five == 6 || five != 5 || none == Answer<int>.Refused(TooLate.With()));
        Assert.False(none == default(Answer<int>));
        Assert.True(default(Answer<int>) == default && !(Answer<int>.From(0) == default));
        Assert.Equal(five.GetHashCode(), Answer<int>.From(5).GetHashCode());
        Assert.Equal(none.GetHashCode(), Answer<int>.Refused(TooLate.With(), TooFew.With(0, 1)).GetHashCode());
    }

    [Fact]
    public void Answer_ShowsItsValueInTheInvariantCulture_OrItsCodes()
    {
        Assert.Equal("1.5", Answer<decimal>.From(1.5m).ToString());
        Assert.Equal("scarf", Answer<string>.From("scarf").ToString());
        Assert.Equal(
            "No value: test.too_late, test.too_few", Answer<int>.Refused(TooLate.With(), TooFew.With(0, 1)).ToString());
    }

    [Fact]
    public void Answer_WithoutWhatItNeeds_IsRefused()
    {
        Answer<int> five = 5;
        Assert.Throws<ArgumentNullException>(() => Answer<string>.From(null!));
        Assert.Throws<ArgumentNullException>(() => five.Then((Func<int, int>)null!));
        Assert.Throws<ArgumentNullException>(() => five.Then((Func<int, Answer<int>>)null!));
        Assert.Throws<ArgumentNullException>(() => five.Combine(five, (Func<int, int, int>)null!));
        Answer<int> late = Answer<int>.Refused(TooLate.With());
        Assert.Equal(late, late.Then(static v => Answer<int>.From(v)));
        Assert.Equal(6, five.Then(static v => Answer<int>.From(v + 1)).Value);
    }

    [Fact]
    public void Mistake_IsRefused_WithoutPlaceOrBelowItsFirstColumn()
    {
        Assert.Throws<ArgumentNullException>(static () => new Mistake(null!, default));
        Assert.Equal("column", Assert.Throws<ArgumentOutOfRangeException>(static () => new Mistake("", default, 0, -1)).ParamName);
        Assert.Equal(default, new Mistake("", default));
        Assert.Equal("", default(Mistake).Place);
    }

    [Fact]
    public void Difference_IsASentenceInBothLanguages_WithItsEffectBehind()
    {
        var figure = new Bilingual("Messages a day", "每日条数");
        var bare = new FigureDifference("caps[0].max", figure, new("2", "2"), new("3", "3"));
        Assert.Equal("Messages a day: 2 became 3.", bare.ToString());
        Assert.Equal("每日条数：由“2”改为“3”。", bare.ToString(Language.SimplifiedChinese));

        var told = new FigureDifference("caps[0].max", figure, new("2", "2"), new("3", "3"), new("More come in.", "会有更多客户进入。"));
        Assert.Equal("Messages a day: 2 became 3. More come in.", told.ToString());
        Assert.Equal("每日条数：由“2”改为“3”。会有更多客户进入。", told.ToString(Language.SimplifiedChinese));
        Assert.NotEqual(bare, told);
        Assert.Equal("caps[0].max", told.Place);
        Assert.Equal(default, new FigureDifference("", default, default, default));
        Assert.Equal("", default(FigureDifference).Place);
        Assert.Throws<ArgumentNullException>(() => new FigureDifference(null!, default, default, default));
    }

    [Fact]
    public void Text_SpeaksTheLanguageOfTheCulture()
    {
        var day = new Bilingual("day", "天");
        Assert.Equal("天", day.ToString(null, CultureInfo.GetCultureInfo("zh-CN")));
        Assert.Equal("天", day.ToString(null, CultureInfo.GetCultureInfo("zh")));
        Assert.Equal("day", day.ToString(null, CultureInfo.GetCultureInfo("de-DE")));
        Assert.Equal("day", day.ToString(null, CultureInfo.InvariantCulture));
        Assert.Equal("day", day.ToString(null, NumberFormatInfo.InvariantInfo));
        Assert.Equal("day", day.In((Language)9));
        Assert.Equal(default, new Bilingual("", ""));
        Assert.Equal(("", ""), (default(Bilingual).English, default(Bilingual).Chinese));
        Assert.Throws<ArgumentNullException>(() => new Bilingual(null!, ""));
        Assert.Throws<ArgumentNullException>(() => new Bilingual("", null!));
    }

    [Fact]
    public void Names_SpeakBothLanguages_AndOtherValuesHaveNone()
    {
        Assert.Equal(new Bilingual("denied", "拒绝"), DecisionOutcome.Denied.Name());
        Assert.Equal(new Bilingual("undecidable", "无法判断"), DecisionOutcome.Undecidable.Name());
        Assert.Equal(new Bilingual("allowed", "允许"), DecisionOutcome.Allowed.Name());
        Assert.Throws<ArgumentOutOfRangeException>("outcome", static () => ((DecisionOutcome)7).Name());
        Assert.Equal(new Bilingual("English", "英文"), Language.English.Name());
        Assert.Equal(new Bilingual("Simplified Chinese", "简体中文"), Language.SimplifiedChinese.Name());
        Assert.Throws<ArgumentOutOfRangeException>("language", static () => ((Language)7).Name());
    }

    [Fact]
    public void Message_OfAReader_ShowsTenMistakes_OfAPolicyAll()
    {
        static ImmutableArray<Mistake> Some(int count) =>
            [.. Enumerable.Range(0, count).Select(static i => new Mistake($"m{i}", TooLate.With()))];

        string ten = string.Join(" ", Some(10));
        Assert.Equal($"The rule has 10 mistakes: {ten}", new InputFormatException("rule", Some(10)).Message);
        Assert.Equal($"The rule has 11 mistakes: {ten} …", new InputFormatException("rule", Some(11)).Message);
        Assert.Equal(11, new InputFormatException("rule", Some(11)).Mistakes.Length);
        Assert.Equal("The rule has 1 mistake: m0: It is late.", new InputFormatException("rule", Some(1)).Message);
        Assert.Equal("The test policy has 1 mistake: m0: It is late.", new InvalidPolicyException("test policy", Some(1)).Message);
        Assert.Contains(string.Join(" ", Some(11)), new InvalidPolicyException("test policy", Some(11)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exceptions_OfAHostsOwnMessage_KeepItAndTheCause()
    {
        var cause = new InvalidOperationException("cause");
        Exception[] told =
        [
            new InputFormatException("told", cause),
            new InvalidPolicyException("told", cause),
            new CurrencyMismatchException("told", cause),
        ];
        Assert.All(told, error => Assert.Equal(("told", cause), (error.Message, error.InnerException)));
        Assert.Equal("told", new InputFormatException("told").Message);
        Assert.Equal("told", new InvalidPolicyException("told").Message);
        Assert.Equal("told", new CurrencyMismatchException("told").Message);
        Assert.Empty(new InputFormatException().Mistakes);
        Assert.Empty(new InvalidPolicyException().Mistakes);
        Assert.Equal((Currency.None, Currency.None), (new CurrencyMismatchException().Left, new CurrencyMismatchException().Right));
    }
}
