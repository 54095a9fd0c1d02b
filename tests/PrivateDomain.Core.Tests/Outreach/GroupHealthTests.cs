using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Outreach;

public sealed class GroupHealthTests
{
    private static readonly GroupFigures Fine = new(members: 100, left: 1, deleted: 1, replied: 20, sent: 10, promotional: 2);

    [Fact]
    public void HealthyGroup_HasNoReasons()
    {
        GroupHealthReport report = GroupHealthPolicy.Default.Assess(Fine);
        Assert.Equal((GroupHealth.Healthy, GroupTrend.Unknown), (report.Health, report.Trend));
        Assert.Empty(report.Reasons);
    }

    [Fact]
    public void EmptyGroup_IsUnknown_AndHasNoRates()
    {
        GroupHealthReport report = GroupHealthPolicy.Default.Assess(new GroupFigures(0, 0, 0, 0, 4, 4));
        Assert.Equal(GroupHealth.Unknown, report.Health);
        Assert.Equal("engagement.group_empty", Assert.Single(report.Reasons).Code);
        Assert.False(report.Figures.LeaveRate.IsKnown || report.Figures.DeletionRate.IsKnown || report.Figures.ReplyRate.IsKnown);
    }

    [Theory]
    [InlineData(3, 0, 20, 2, GroupHealth.Straining, "engagement.leave_rate_high")]
    [InlineData(2, 1, 20, 3, GroupHealth.Healthy, "")]
    [InlineData(0, 2, 20, 2, GroupHealth.Straining, "engagement.deletion_rate_high")]
    [InlineData(0, 0, 4, 2, GroupHealth.Straining, "engagement.reply_rate_low")]
    [InlineData(0, 0, 5, 4, GroupHealth.Straining, "engagement.promotion_share_high")]
    [InlineData(3, 2, 4, 4, GroupHealth.Straining, "engagement.leave_rate_high engagement.deletion_rate_high engagement.reply_rate_low engagement.promotion_share_high")]
    [InlineData(10, 0, 20, 2, GroupHealth.Dying, "engagement.leave_rate_high")]
    [InlineData(0, 6, 20, 2, GroupHealth.Dying, "engagement.deletion_rate_high")]
    public void Health_FollowsTheRates(int left, int deleted, int replied, int promotional, GroupHealth health, string codes)
    {
        GroupHealthReport report = GroupHealthPolicy.Default.Assess(new GroupFigures(100, left, deleted, replied, 10, promotional));
        Assert.Equal(health, report.Health);
        Assert.Equal(codes, string.Join(' ', report.Reasons.Select(static r => r.Code)));
    }

    [Fact]
    public void StrainingGroup_ThatGetsWorse_Dies()
    {
        var before = new GroupFigures(100, 2, 0, 20, 10, 2);
        var now = new GroupFigures(100, 3, 0, 20, 10, 2);
        GroupHealthReport report = GroupHealthPolicy.Default.Assess(now, before);
        Assert.Equal((GroupHealth.Dying, GroupTrend.Worsening), (report.Health, report.Trend));
        Assert.Equal("engagement.group_worsening", report.Reasons[^1].Code);
        Assert.Equal(GroupTrend.Improving, GroupHealthPolicy.Default.Assess(before, now).Trend);
        Assert.Equal((GroupHealth.Straining, GroupTrend.Steady), (GroupHealthPolicy.Default.Assess(now, now).Health, GroupHealthPolicy.Default.Assess(now, now).Trend));
    }

    [Fact]
    public void HealthyGroup_ThatGetsWorse_StaysHealthy() =>
        Assert.Equal(GroupHealth.Healthy, GroupHealthPolicy.Default.Assess(Fine, new GroupFigures(100, 0, 0, 20, 10, 2)).Health);

    [Fact]
    public void Misuse_IsNamed()
    {
        InvalidPolicyException error = Assert.Throws<InvalidPolicyException>(static () =>
            GroupHealthPolicy.Create(strainingLeaveRate: 0, dyingDeletionRate: 0.01m, replyRateMin: 2, worseningFactor: 0.9m));
        Assert.Equal(["strainingLeaveRate", "dyingDeletionRate", "replyRateMin", "worseningFactor"], error.Mistakes.Select(static v => v.Place));
        Assert.Equal("left", Assert.Throws<ArgumentOutOfRangeException>(static () => new GroupFigures(5, 6, 0, 0, 0, 0)).ParamName);
        Assert.Equal("members", Assert.Throws<ArgumentOutOfRangeException>(static () => new GroupFigures(-1, 0, 0, 0, 0, 0)).ParamName);
    }
}
