using NodaTime;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Tests.Products;

[Text]
public sealed class LaunchPolicyTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 6, 1, 4, 0);
    private static readonly ProductId Tea = ProductId.From("p1");

    [Fact]
    public void EveryUnansweredQuestion_Blocks_AndIsNamed()
    {
        var facts = new LaunchFacts(Tea, Answer(LaunchQuestion.SellingPoint, "现挤现发"));
        Assert.Equal(
            ["尚未回答：与竞品的差异是什么。", "尚未回答：与用户画像是否匹配。", "尚未回答：老客户为什么会选择它。",
                "尚未回答：用户希望改进什么。"],
            LaunchPolicy.Default.Decide(facts).Reasons.Select(static r => r.ToString(Language.SimplifiedChinese)));
        Assert.Equal(5, LaunchPolicy.Default.Decide(new LaunchFacts(Tea)).Reasons.Length);
        Assert.Equal(DecisionOutcome.Denied, LaunchPolicy.Default.Decide(facts).Outcome);
    }

    [Fact]
    public void AllAnswered_MayBeLaunched_AndEveryAnswerStaysAsEvidence()
    {
        var facts = new LaunchFacts(Tea, [.. Enum.GetValues<LaunchQuestion>().Select(static q => Answer(q, $"{q}"))]);
        Assert.True(LaunchPolicy.Default.Decide(facts).IsAllowed);
        var corrected = new LaunchFacts(Tea, [.. facts.Answers, Answer(LaunchQuestion.Difference, "更好的答案")]);
        Assert.Equal(6, corrected.Answers.Length);
        Assert.Equal("更好的答案", corrected.AnswerTo(LaunchQuestion.Difference)!.Text);
        Assert.Equal("Difference", facts.AnswerTo(LaunchQuestion.Difference)!.Text);
        Assert.Null(new LaunchFacts(Tea).AnswerTo(LaunchQuestion.Difference));
        Assert.Equal(facts, new LaunchFacts(Tea, [.. facts.Answers]));
        Assert.Empty(new LaunchFacts(Tea, default).Answers);
    }

    [Fact]
    public void OnlyRequiredQuestions_Block()
    {
        var policy = LaunchPolicy.Create(new LaunchOptions { Required = [LaunchQuestion.WhyOldCustomers] });
        Assert.False(policy.Decide(new LaunchFacts(Tea, Answer(LaunchQuestion.SellingPoint, "x"))).IsAllowed);
        Assert.True(policy.Decide(new LaunchFacts(Tea, Answer(LaunchQuestion.WhyOldCustomers, "x"))).IsAllowed);
        Assert.Equal(policy, LaunchPolicy.Create(new LaunchOptions { Required = [LaunchQuestion.WhyOldCustomers] }));
        Assert.NotEqual(policy, LaunchPolicy.Default);
    }

    [Fact]
    public void Options_WrongInAnyWay_AreNamed()
    {
        Assert.Equal(["required policy.wrong_count"], MistakesOf(default));
        Assert.Equal(["required policy.wrong_count"], MistakesOf([]));
        Assert.Equal(
            ["required[1] policy.unknown_choice", "required[2] policy.twice"],
                MistakesOf([LaunchQuestion.Difference, (LaunchQuestion)5, LaunchQuestion.Difference]));
        Assert.False(LaunchPolicy.TryCreate(new LaunchOptions { Required = [] }, out LaunchPolicy? none, out _));
        Assert.Null(none);

        static IEnumerable<string> MistakesOf(System.Collections.Immutable.ImmutableArray<LaunchQuestion> required) =>
            Assert.Throws<InvalidPolicyException>(() => LaunchPolicy.Create(new LaunchOptions { Required = required }))
                .Mistakes.Select(static m => $"{m.Place} {m.Reason.Code}");
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Throws<ArgumentException>("product", static () => new LaunchFacts(default));
        Assert.Throws<ArgumentException>("answers", static () => new LaunchFacts(Tea, Answer(LaunchQuestion.Difference, "x"), null!));
        Assert.Throws<ArgumentException>("text", static () => Answer(LaunchQuestion.Difference, " "));
        Assert.Throws<ArgumentException>("by", static () => new LaunchAnswer(LaunchQuestion.Difference, "x", "", Noon));
        Assert.Throws<ArgumentOutOfRangeException>("question", static () => Answer((LaunchQuestion)5, "x"));
        Assert.Throws<ArgumentOutOfRangeException>("question", static () => ((LaunchQuestion)(-1)).Name());
        Assert.Throws<ArgumentNullException>("facts", static () => LaunchPolicy.Default.Decide(null!));
    }

    private static LaunchAnswer Answer(LaunchQuestion question, string text) => new(question, text, "店长", Noon);
}
