using System.Collections.Immutable;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Outreach;

[Text]
public sealed class GroupHealthTests
{
    private static readonly GroupFigures Fine = new(members: 100, left: 1, deleted: 1, replied: 20, sent: 10, promotional: 2);

    [Fact]
    public void HealthyGroup_HasNoReasons()
    {
        GroupHealthAssessment assessment = GroupHealthPolicy.Default.Assess(Fine);
        Assert.Equal((GroupHealth.Healthy, GroupTrend.Unknown), (assessment.Health, assessment.Trend));
        Assert.Empty(assessment.Reasons);
        Assert.Equal(assessment, GroupHealthPolicy.Default.Assess(Fine));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(29)]
    public void SmallGroup_IsUnknown(int members)
    {
        GroupHealthAssessment assessment = GroupHealthPolicy.Default.Assess(new GroupFigures(members, Math.Min(members, 1), 0, 0, 4, 4));
        Assert.Equal((GroupHealth.Unknown, GroupTrend.Unknown), (assessment.Health, assessment.Trend));
        Assert.Equal("outreach.group_too_small", Assert.Single(assessment.Reasons).Code);
        Assert.Equal(GroupHealth.Healthy, GroupHealthPolicy.Default.Assess(new GroupFigures(30, 0, 0, 9, 4, 0)).Health);
    }

    [Fact]
    public void CasesThatWentWrong_AreRight()
    {
        GroupFigures noneLeft = Of(1000, left: 0);
        Assert.Equal((GroupHealth.Healthy, GroupTrend.Unknown), Assess(Of(1000, left: 1), noneLeft)); // one leaver of a thousand
        Assert.Equal((GroupHealth.Straining, GroupTrend.Worsening), Assess(Of(100, left: 3), Of(1000, left: 19))); // 3 % after 1.9 %
        GroupHealthAssessment silent = GroupHealthPolicy.Default.Assess(new GroupFigures(100, 0, 0, 0, 0, 0));
        // nothing was sent, so nobody could reply
        Assert.Equal((GroupHealth.Healthy, false), (silent.Health, silent.Figures.ReplyRate.IsKnown));
        Assert.Equal(GroupHealth.Straining, GroupHealthPolicy.Default.Assess(new GroupFigures(100, 0, 0, 0, 1, 0)).Health);
    }

    [Theory]
    [InlineData(3, 0, 20, 2, GroupHealth.Straining, "outreach.leave_share_high")]
    [InlineData(2, 1, 20, 3, GroupHealth.Healthy, "")]
    [InlineData(0, 2, 20, 2, GroupHealth.Straining, "outreach.deletion_share_high")]
    [InlineData(0, 0, 4, 2, GroupHealth.Straining, "outreach.reply_rate_low")]
    [InlineData(0, 0, 5, 4, GroupHealth.Straining, "outreach.promotion_share_high")]
    [InlineData(
        3, 2, 4, 4, GroupHealth.Straining,
    "outreach.leave_share_high outreach.deletion_share_high outreach.reply_rate_low outreach.promotion_share_high")]
    [InlineData(9, 0, 20, 2, GroupHealth.Straining, "outreach.leave_share_high")]
    [InlineData(10, 0, 20, 2, GroupHealth.Dying, "outreach.leave_share_high")]
    [InlineData(0, 5, 20, 2, GroupHealth.Straining, "outreach.deletion_share_high")]
    [InlineData(0, 6, 20, 2, GroupHealth.Dying, "outreach.deletion_share_high")]
    public void Health_FollowsTheRates(int left, int deleted, int replied, int promotional, GroupHealth health, string codes)
    {
        GroupHealthAssessment assessment = GroupHealthPolicy.Default.Assess(new GroupFigures(100, left, deleted, replied, 10, promotional));
        Assert.Equal(health, assessment.Health);
        Assert.Equal(codes, string.Join(' ', assessment.Reasons.Select(static r => r.Code)));
    }

    [Theory]
    [InlineData(2, 0, GroupHealth.Straining)] // 2 of 30 are 6.7 %, and too few to say more
    [InlineData(3, 0, GroupHealth.Dying)] // 10 %
    [InlineData(0, 2, GroupHealth.Straining)]
    [InlineData(0, 3, GroupHealth.Dying)]
    public void FewLosses_AreAtMostStraining(int left, int deleted, GroupHealth health) =>
        Assert.Equal(health, GroupHealthPolicy.Default.Assess(new GroupFigures(30, left, deleted, 9, 4, 0)).Health);

    [Fact]
    public void Trend_FollowsTheFactor_BothEdges()
    {
        Assert.Equal(GroupTrend.Worsening, Assess(Of(1000, left: 15), Of(1000, left: 10)).Trend);
        Assert.Equal(GroupTrend.Steady, Assess(Of(1000, left: 14), Of(1000, left: 10)).Trend);
        Assert.Equal(GroupTrend.Improving, Assess(Of(1000, left: 10), Of(1000, left: 15)).Trend);
        Assert.Equal(GroupTrend.Steady, Assess(Of(1000, left: 10), Of(1000, left: 14)).Trend);
        Assert.Equal(GroupTrend.Worsening, Assess(Of(1000, left: 3), Of(1000, left: 0)).Trend);
        Assert.Equal(GroupTrend.Unknown, Assess(Of(1000, left: 2), Of(1000, left: 0)).Trend);
        Assert.Equal(GroupTrend.Unknown, Assess(Of(1000, left: 9), Of(29, left: 0)).Trend);
        Assert.Equal(GroupTrend.Worsening, Assess(Of(1000, left: 9), Of(30, left: 0)).Trend);
        GroupHealthPolicy any = GroupHealthPolicy.Create(new() { WorseningFactor = 1 });
        Assert.Equal(GroupTrend.Steady, any.Assess(Of(1000, left: 9), Of(1000, left: 9)).Trend); // the same is not worse
        Assert.Equal(GroupTrend.Worsening, any.Assess(Of(1000, left: 10), Of(1000, left: 9)).Trend);
    }

    [Fact]
    public void WorseningTrend_AloneIsStraining_AndLowersTheDyingLinesToTheMiddle()
    {
        GroupHealthAssessment alone = GroupHealthPolicy.Default.Assess(Of(1000, left: 3), Of(1000, left: 1));
        Assert.Equal(GroupHealth.Straining, alone.Health);
        Assert.Equal("The share of members lost rose from 0.1 % to 0.3 %.", Assert.Single(alone.Reasons).ToString());
        GroupFigures before = Of(1000, left: 10);
        Assert.Equal(GroupHealth.Straining, Assess(Of(1000, left: 64), before).Health);
        Assert.Equal(GroupHealth.Dying, Assess(Of(1000, left: 65), before).Health); // the middle of 3 % and 10 %
        Assert.Equal(GroupHealth.Straining, Assess(new GroupFigures(1000, 0, 39, 200, 10, 2), before).Health);
        Assert.Equal(GroupHealth.Dying, Assess(new GroupFigures(1000, 0, 40, 200, 10, 2), before).Health); // of 2 % and 6 %
        Assert.Equal(GroupHealth.Straining, Assess(Of(1000, left: 65), Of(1000, left: 60)).Health); // steady: the lines stay
    }

    [Fact]
    public void Health_NeverImprovesAsLossesRise_AndAllThreeAreMetInOrder()
    {
        for (int size = 30; size <= 1000; size++)
        {
            GroupFigures?[] befores = size % 50 == 0
                ? [null, Of(size, left: 0), Of(size, left: 1), Of(size, left: size / 20), Of(size, left: size)]
                : [null, Of(size, left: 0)];
            foreach (GroupFigures? before in befores)
            {
                int sent = size % 2; // the reply rate is unknown in every other size
                Walk([.. Enumerable.Range(0, size + 1).Select(n => Health(new GroupFigures(size, n, 0, size, sent, 0), before))]);
                Walk([.. Enumerable.Range(0, size + 1).Select(n => Health(new GroupFigures(size, 0, n, size, sent, 0), before))]);
            }
        }

        static GroupHealth Health(GroupFigures figures, GroupFigures? before) => GroupHealthPolicy.Default.Assess(figures, before).Health;

        static void Walk(GroupHealth[] walked)
        {
            Assert.Equal(walked.Order(), walked);
            Assert.Equal([GroupHealth.Healthy, GroupHealth.Straining, GroupHealth.Dying], walked.Distinct());
        }
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Equal(
            ["membersMin", "lossesMin", "strainingLeaveShare", "dyingDeletionShare", "strainingDeletionShare", "replyRateMin",
                "worseningFactor"],
            Misuse.Paths(static () => GroupHealthPolicy.Create(new()
            {
                MembersMin = 0,
                LossesMin = 0,
                StrainingLeaveShare = 0,
                DyingDeletionShare = 0,
                ReplyRateMin = 2,
                WorseningFactor = 0.9m,
            })));
        Assert.Equal(["strainingLeaveShare"], Misuse.Paths(static () => GroupHealthPolicy.Create(new() { StrainingLeaveShare = 0.11m })));
        Assert.True(GroupHealthPolicy.TryCreate(new() { StrainingLeaveShare = 0.10m }, out _, out ImmutableArray<Mistake> none));
        Assert.Empty(none);
        Assert.False(GroupHealthPolicy.TryCreate(new() { DyingLeaveShare = 1.01m }, out GroupHealthPolicy? policy, out _));
        Assert.Null(policy);
        Assert.Throws<ArgumentOutOfRangeException>("left", static () => new GroupFigures(5, 6, 0, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("members", static () => new GroupFigures(-1, 0, 0, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("promotional", static () => new GroupFigures(5, 0, 0, 0, 1, 2));
    }

    private static GroupFigures Of(int members, int left) => new(members, left, 0, members / 5, 10, 2);

    private static (GroupHealth Health, GroupTrend Trend) Assess(GroupFigures now, GroupFigures before)
    {
        GroupHealthAssessment assessment = GroupHealthPolicy.Default.Assess(now, before);
        return (assessment.Health, assessment.Trend);
    }
}
