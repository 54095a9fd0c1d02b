using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Vocabulary;

public sealed class ReasonAndDecisionTests
{
    private static readonly ReasonDefinition TooFew = new("test.too_few", "There are {found}; {required} are needed.", "有 {found} 个，需要 {required} 个。");
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
            (1234.5m, "1234.5"), (3, "3"), (4L, "4"), (Ratio.Known(0.401m), "40.1 %"), (Ratio.Unknown, "unknown"), (Money.Yuan(1.5m), "1.50 CNY"),
            ("scarf", "scarf"), (new Bilingual("day", "天"), "day"), (new LocalDate(2024, 2, 29), "2024-02-29"),
            (Instant.FromUtc(2024, 2, 29, 1, 2), "2024-02-29T01:02:00Z"), (Duration.FromHours(36), "1:12:00:00"), (default, ""),
            (ReasonValue.Of(0.5), "0.5"), (ReasonValue.Of(double.NaN), "NaN"), ((string?)null, ""),
        ];

        Assert.All(cases, static c => Assert.Equal(c.Shown, c.Value.ToString()));
        Assert.Equal("天", cases[7].Value.ToString(Language.SimplifiedChinese));
        Assert.Equal(1234.5m, cases[0].Value.Content);
    }

    [Theory]
    [InlineData("nodot")]
    [InlineData("Upper.case")]
    [InlineData("a..b")]
    [InlineData("a.9b")]
    [InlineData("a.b c")]
    public void Definition_OtherCode_IsRefusedWithIt(string code) =>
        Assert.Contains($"\"{code}\"", Assert.Throws<ArgumentException>(() => new ReasonDefinition(code, "E.", "中。")).Message, StringComparison.Ordinal);

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
        Assert.Contains("There are 0; 1 are needed.", Assert.Throws<InvalidOperationException>(() => none.Value).Message, StringComparison.Ordinal);
        Assert.Equal(10, value.Select(static v => v * 2).Value);
        Assert.Equal(none.Reasons, none.Select(static v => v * 2).Reasons.AsEnumerable());
        Assert.Equal("decision.never_made", Assert.Single(default(Answer<int>).Reasons).Code);
        Assert.True(value == Answer<int>.Of(5) && value != none && none == Answer<int>.Refused(TooFew.With(0, 1)));
    }

    [Fact]
    public void InvalidPolicy_ReportsAllMistakesTogether()
    {
        var error = new InvalidPolicyException("test policy", ImmutableArray.Create(new Violation("a", TooFew.With(1, 2)), new Violation("b[1]", TooLate.With())));
        Assert.Equal(["a", "b[1]"], error.Violations.Select(static v => v.Path));
        Assert.Contains("2 mistake(s): a: There are 1; 2 are needed. b[1]: It is late.", error.Message, StringComparison.Ordinal);
    }
}
