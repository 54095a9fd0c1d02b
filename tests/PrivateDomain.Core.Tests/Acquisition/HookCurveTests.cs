using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Acquisition;

public sealed class HookCurveTests
{
    // A card of 0.05 yuan: 1 % add it for nothing, more for more, with falling returns.
    private static readonly HookCurve Cards = HookCurve.Create(Point(0m, 0.01m), Point(2m, 0.05m), Point(5m, 0.08m), Point(20m, 0.1m));
    private static readonly ExpectedContribution Follower = ExpectedContribution.Create(Money.Yuan(2m), Ratio.Known(0.9m));

    [Fact]
    public void Results_TheWorkedCard_CostsOneYuanPerFollowerWithoutTheBenefit()
    {
        HookResult two = Cards.Results(1_000, 50, Money.Yuan(0.05m), Follower)[1];
        Assert.Equal((50m, true), (two.Followers, two.MeetsVolume));
        Assert.Equal(Money.Yuan(1m), two.AcquisitionPerFollower.Value);
        Assert.Equal(Payback.Of(Money.Yuan(3m), Follower).Value.Periods, two.Payback.Value.Periods);
    }

    [Fact]
    public void Best_IsTheShortestPaybackThatMeetsTheVolume()
    {
        Assert.Equal(Money.Yuan(2m), Best(50).Value.Point.Benefit); // mean brings too few
        Assert.Equal(Money.Yuan(5m), Best(51).Value.Point.Benefit); // generous is needed
        Assert.Equal(Money.Yuan(2m), Best(0).Value.Point.Benefit); // 0.05/0.01 = 5 for nothing takes longer than 1 + 2
    }

    [Fact]
    public void Best_WhenTooGenerous_ThePaybackStretches()
    {
        Assert.Equal(PaybackOutcome.Never, Cards.Results(1_000, 0, Money.Yuan(0.05m), Follower)[3].Payback.Value.Outcome);

        Assert.Equal("hook.none_pays_back", Best(90).Reasons.Single().Code);
    }

    [Fact]
    public void Best_VolumeOutOfReach_SaysHowFarItGets()
    {
        Reason reason = Best(101).Reasons.Single();
        Assert.Equal("hook.volume_out_of_reach", reason.Code);
        Assert.Equal((100m, 101m), ((decimal)reason.Found.Content!, (decimal)reason.Required.Content!));
    }

    [Fact]
    public void Results_NobodyAdds_HasNoCostAndNoPayback()
    {
        HookResult none = HookCurve.Create(Point(0m, 0m)).Results(10, 0, Money.Yuan(1m), Follower).Single();
        Assert.Equal("costs.no_followers", none.AcquisitionPerFollower.Reasons.Single().Code);
        Assert.Equal("costs.no_followers", none.Payback.Reasons.Single().Code);
    }

    [Fact]
    public void Create_EverythingWrong_NamesAllMistakesTogether()
    {
        Assert.Equal(
            ["points[0].addRate", "points[1].benefit", "points[2].benefit", "points[2].addRate"],
            Assert.Throws<InvalidPolicyException>(static () => HookCurve.Create(
                Point(3m, 1.1m), Point(3m, 0m), new HookPoint(Money.Of(9m, Currency.Jpy), Ratio.Unknown))).Mistakes.Select(static v => v.Place));
        Assert.Equal("hook.no_points", Assert.Throws<InvalidPolicyException>(static () => HookCurve.Create()).Mistakes.Single().Reason.Code);
        Assert.Equal(3, Assert.Throws<InvalidPolicyException>(static () => Cards.Results(0, -1, Money.Yuan(-1m), Follower)).Mistakes.Length);
    }

    private static Answer<HookResult> Best(int wanted) => Cards.Best(1_000, wanted, Money.Yuan(0.05m), Follower);

    private static HookPoint Point(decimal benefit, decimal rate) => new(Money.Yuan(benefit), Ratio.Known(rate));
}
