using NodaTime;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Products;

public sealed class LaunchChecklistTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 6, 1, 4, 0);
    private static readonly LaunchChecklist Empty = LaunchChecklist.For(ProductId.From("p1"));

    [Fact]
    public void EveryUnansweredQuestion_Blocks_AndIsNamed()
    {
        LaunchChecklist list = Empty.Answer(LaunchQuestion.SellingPoint, "现挤现发", "店长", Noon);
        Assert.Equal(
            ["尚未回答：与竞品的差异是什么。", "尚未回答：与用户画像是否匹配。", "尚未回答：老客户为什么会选择它。", "尚未回答：用户希望改进什么。"],
            list.Decision.Reasons.Select(static r => r.ToString(Language.SimplifiedChinese)));
        Assert.Equal(5, Empty.Decision.Reasons.Length);
    }

    [Fact]
    public void AllAnswered_MayBeLaunched_AndEveryAnswerStaysAsEvidence()
    {
        LaunchChecklist list = Enum.GetValues<LaunchQuestion>().Aggregate(Empty, static (l, q) => l.Answer(q, $"{q}", "店长", Noon));
        Assert.True(list.Decision.IsAllowed);
        Assert.Empty(list.Unanswered);
        LaunchChecklist corrected = list.Answer(LaunchQuestion.Difference, "更好的答案", "老板", Noon + Duration.FromHours(1));
        Assert.Equal(6, corrected.Evidence.Length);
        Assert.Equal("更好的答案", corrected.AnswerTo(LaunchQuestion.Difference)!.Text);
        Assert.Equal("Difference", list.AnswerTo(LaunchQuestion.Difference)!.Text);
        Assert.Null(Empty.AnswerTo(LaunchQuestion.Difference));
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Throws<ArgumentException>("product", static () => LaunchChecklist.For(default));
        Assert.Throws<ArgumentException>("text", static () => Empty.Answer(LaunchQuestion.Difference, " ", "店长", Noon));
        Assert.Throws<ArgumentException>("by", static () => Empty.Answer(LaunchQuestion.Difference, "x", "", Noon));
        Assert.Throws<ArgumentOutOfRangeException>("question", static () => Empty.Answer((LaunchQuestion)5, "x", "店长", Noon));
        Assert.Throws<ArgumentOutOfRangeException>("question", static () => LaunchChecklist.WordsOf((LaunchQuestion)(-1)));
    }
}
