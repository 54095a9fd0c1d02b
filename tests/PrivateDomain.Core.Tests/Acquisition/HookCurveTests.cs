using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Tests.Acquisition;

[Text]
public sealed class HookCurveTests
{
    // A card of 0.05 yuan: 1 % add it for nothing, more for more, with falling returns.
    private static readonly HookCurve Cards = HookCurve.From(Point(0m, 0.01m), Point(2m, 0.05m), Point(5m, 0.08m), Point(20m, 0.1m));
    private static readonly ExpectedContribution Follower = ExpectedContribution.From(Money.Yuan(2m), Ratio.From(0.9m));

    [Fact]
    public void Results_TheWorkedCard_CostsOneYuanPerFollowerWithoutTheBenefit()
    {
        HookResult two = Cards.Select(1_000, 50, Money.Yuan(0.05m), Follower).Curve[1];
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
        Assert.Equal(PaybackOutcome.Never, Cards.Select(1_000, 0, Money.Yuan(0.05m), Follower).Curve[3].Payback.Value.Outcome);

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
        HookResult none = HookCurve.From(Point(0m, 0m)).Select(10, 0, Money.Yuan(1m), Follower).Curve.Single();
        Assert.Equal("costs.no_followers", none.AcquisitionPerFollower.Reasons.Single().Code);
        Assert.Equal("costs.no_followers", none.Payback.Reasons.Single().Code);
    }

    [Fact]
    public void From_EverythingWrong_NamesAllMistakesTogether()
    {
        Assert.Equal(
            [
                ("points[0].addRate", "policy.out_of_range"), ("points[1].benefit", "policy.not_in_order"),
                    ("points[2].benefit", "policy.other_currency"),
                ("points[2].addRate", "policy.out_of_range"), ("points[3].benefit", "policy.missing"),
                    ("points[4].benefit", "policy.out_of_range"),
                ("points[5].benefit", "policy.out_of_range"),
            ],
            Mistakes(static () => HookCurve.From(
                Point(3m, 1.1m), Point(3m, 0m), new HookPoint(Money.From(9m, Currency.Jpy), Ratio.Unknown),
                    new HookPoint(default, Ratio.From(1m)),
                Point(-0.01m, 0m), Point(9.005m, 0m))));
        Assert.Equal([("points", "policy.wrong_count")], Mistakes(static () => HookCurve.From()));

        static IEnumerable<(string, string)> Mistakes(Func<object> make) =>
            Assert.Throws<InvalidPolicyException>(make).Mistakes.Select(static m => (m.Place, m.Reason.Code));
    }

    [Fact]
    public void From_NoPoints_NeedsOneAtLeast() => Assert.Equal(
        "There are 0 entries; at least 1 are needed.",
        Assert.Throws<InvalidPolicyException>(static () => HookCurve.From()).Mistakes.Single().Reason.ToString());

    [Fact]
    public void Select_Misuse_IsNamed()
    {
        Assert.Throws<ArgumentOutOfRangeException>("reached", static () => Cards.Select(0, 0, Money.Yuan(1m), Follower));
        Assert.Throws<ArgumentOutOfRangeException>("followersWanted", static () => Cards.Select(1, -1, Money.Yuan(1m), Follower));
        Assert.Throws<ArgumentOutOfRangeException>("costPerReached", static () => Cards.Select(1, 0, Money.Yuan(-0.01m), Follower));
        Assert.Throws<ArgumentNullException>("expected", static () => Cards.Select(1, 0, Money.Yuan(1m), null!));
    }

    [Fact]
    public void Select_FiguresTooLarge_AreAnAnswer_NotAnOverflow()
    {
        HookResult tiny = HookCurve.From(Point(0m, 1e-28m)).Select(1, 0, Money.Yuan(1e27m), Follower).Curve.Single();
        Assert.Equal("hook.cost_too_large", tiny.AcquisitionPerFollower.Reasons.Single().Code);
        Assert.Equal("hook.cost_too_large", tiny.Payback.Reasons.Single().Code);
        HookResult sum = HookCurve.From(Point(7e28m, 1m)).Select(1, 0, Money.Yuan(7e28m), Follower).Curve.Single();
        Assert.Equal("hook.cost_too_large", sum.Payback.Reasons.Single().Code);
    }

    [Fact]
    public void TheBestBenefit_CanBePaid_AndOfEqualPaybacksItIsTheSmallest()
    {
        HookCurve nothing = HookCurve.From(Point(0m, 0.5m), Point(1m, 1m)); // 2 + 0 and 1 + 1: both cost 2 a follower
        Assert.Equal(Money.Yuan(0m), nothing.Select(10, 0, Money.Yuan(1m), Follower).Best.Value.Point.Benefit);
        Assert.Equal(Money.Yuan(1m), nothing.Select(10, 6, Money.Yuan(1m), Follower).Best.Value.Point.Benefit);
        Assert.All(Cards.Points, static point => Assert.Equal(point.Benefit, point.Benefit.RoundToMinorUnit(MidpointRounding.ToZero)));
    }

    private static Answer<HookResult> Best(int wanted) => Cards.Select(1_000, wanted, Money.Yuan(0.05m), Follower).Best;

    private static HookPoint Point(decimal benefit, decimal rate) => new(Money.Yuan(benefit), Ratio.From(rate));
}
