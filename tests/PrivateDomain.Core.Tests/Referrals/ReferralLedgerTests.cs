using NodaTime;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Referrals;

public sealed class ReferralLedgerTests
{
    private static readonly ReferralLimits Limits = ReferralLimits.Create(rewardsPerReferrerMax: 1, helpersNeeded: 1);

    [Fact]
    public void Tell_TheHappyPath_PaysOnce()
    {
        ReferralLedger ledger = Run(Good("1", "bob"));
        Assert.Equal((ReferralState.Qualified, RewardState.Paid), Of(ledger, "bob"));
        Assert.Equal((Money.Yuan(10m), Money.Yuan(10m), 1, 1), (ledger.Paid, ledger.Committed, ledger.RewardsOf(Sample.Referrer), ledger.QualifiedCount));
    }

    [Fact]
    public void Tell_RefundAfterPayment_TakesBackAndFreesTheBudget()
    {
        ReferralLedger ledger = Run([.. Good("1", "bob"), Move("refund", "bob", ReferralMove.Refund, 40)]);
        Assert.Equal((ReferralState.Void, RewardState.TakenBack), Of(ledger, "bob"));
        Assert.Equal((Money.Yuan(0m), Money.Yuan(0m), 0), (ledger.Paid, ledger.Committed, ledger.RewardsOf(Sample.Referrer)));
    }

    [Theory]
    [InlineData(ReferralMove.Refund)]
    [InlineData(ReferralMove.Cancel)]
    [InlineData(ReferralMove.DeleteEarly)]
    public void Tell_VoidBeforePayment_Withdraws(ReferralMove move) => Assert.Equal(
        (ReferralState.Void, RewardState.Withdrawn),
        Of(Run([.. Good("1", "bob").Take(4), Move("end", "bob", move, 20)]), "bob"));

    [Fact]
    public void Tell_Refusals_WalkTheCatalogueFromTheTop()
    {
        ReferralEvent[] good = Good("1", "bob");
        CustomerId carl = CustomerId.From("carl");
        (ReferralEvent[] Before, ReferralEvent Asked)[] cases =
        [
            (good, Move("1open", "bob", ReferralMove.Expire, 0)),
            ([], Move("x", "bob", ReferralMove.Join, 1)),
            ([good[0], Move("v", "bob", ReferralMove.Reject, 1)], Move("x", "bob", ReferralMove.Join, 2)),
            (good, Move("x", "bob", ReferralMove.Expire, 50)),
            ([good[0]], Move("x", "bob", ReferralMove.Qualify, 1)),
            ([good[0], good[1], Move("f", "bob", ReferralMove.Flag, 2)], Move("x", "bob", ReferralMove.Qualify, 3)),
            (good, Move("x", "bob", ReferralMove.DeleteEarly, 31)),
            ([.. good, Move("r", "bob", ReferralMove.Refund, 40)], Reward("x", "bob", RewardMove.Pay, 41)),
            ([good[0]], Reward("x", "bob", RewardMove.Release, 1)),
            ([.. good.Take(3)], Reward("x", "bob", RewardMove.Pay, 30)),
            ([.. good.Take(3)], Reward("x", "bob", RewardMove.Release, 16)),
        ];
        ReasonDefinition[] expected =
        [
            ReferralReasons.EventDiffers, ReferralReasons.NotOpened, ReferralReasons.IsVoid, ReferralReasons.AlreadyQualified, ReferralReasons.NotJoined,
            ReferralReasons.UnderReview, ReferralReasons.TestPeriodOver, ReferralReasons.RewardEnded, ReferralReasons.NotEarned, ReferralReasons.NotDue,
            ReferralReasons.HoldNotOver,
        ];
        Assert.Equal(Sample.Codes(expected), cases.Select(static c => Sample.Codes(Run(c.Before).Tell(c.Asked).Decision).Single()));
        Assert.Equal(["referral.another_code_came_first"], Sample.Codes(Run(good).Tell(
            ReferralEvent.Of(CustomerEventId.From("x"), carl, CustomerId.From("bob"), ReferralMove.Open, Sample.Begins)).Decision));
        Assert.Equal(["referral.referee_is_referrer"], Sample.Codes(Run([]).Tell(
            ReferralEvent.Of(CustomerEventId.From("x"), carl, carl, ReferralMove.Open, Sample.Begins)).Decision));

        // The catalogue has these in this order, the one that no event can ask for, and the four of a release together.
        Assert.Equal(
            [ReferralReasons.EventDiffers, ReferralReasons.NoMove, .. expected.Skip(1), ReferralReasons.HelpersMissing, ReferralReasons.RewardCapReached, ReferralReasons.BudgetExhausted],
            Sample.Catalogue(typeof(ReferralReasons)).SkipWhile(static r => !r.Equals(ReferralReasons.EventDiffers)));
    }

    [Fact]
    public void Tell_ReleaseThatFailsInEveryWay_NamesAllReasonsInOrder()
    {
        ReferralProgramme programme = Sample.Programme(ReferralLimits.Create(rewardsPerReferrerMax: 1, helpersNeeded: 2), ReferralMechanic.InviteFriends, budget: 15m);
        ReferralEvent[] three = [.. Good("1", "bob").Take(3), .. Good("2", "bea").Take(3), .. Good("3", "ben").Take(3)];
        ReferralLedger ledger = Run([.. three, Reward("r1", "bob", RewardMove.Release, 30)], programme);
        Assert.Equal(
            ["referral.hold_not_over", "referral.helpers_missing", "referral.reward_cap_reached", "referral.budget_exhausted"],
            Sample.Codes(ledger.Tell(Reward("r2", "bea", RewardMove.Release, 12)).Decision));
        Assert.Equal(3, ledger.QualifiedCount);
    }

    [Fact]
    public void Tell_RewardsPaidPerJoinOrInvitation_AreEarnedThere()
    {
        ReferralEvent[] good = Good("1", "bob");
        Assert.Equal(RewardState.Held, Of(Run([.. good.Take(2)], Sample.Programme(Limits, paidPer: PayTrigger.PerJoin)), "bob").Reward);
        Assert.Equal(RewardState.None, Of(Run([.. good.Take(1)], Sample.Programme(Limits, paidPer: PayTrigger.PerJoin)), "bob").Reward);
        Assert.Equal(RewardState.Held, Of(Run([.. good.Take(1)], Sample.Programme(Limits, paidPer: PayTrigger.PerInvitation)), "bob").Reward);
    }

    [Fact]
    public void Event_Misuse_IsNamed()
    {
        Assert.Throws<ArgumentOutOfRangeException>("move", static () => Move("x", "bob", ReferralMove.None, 0));
        Assert.Throws<ArgumentOutOfRangeException>("move", static () => Reward("x", "bob", RewardMove.Hold, 0));
        Assert.Throws<ArgumentException>("id", static () => ReferralEvent.Of(default, Sample.Referrer, Sample.Referee, ReferralMove.Open, Sample.Begins));
        Assert.Throws<ArgumentException>("referee", static () => ReferralEvent.Of(CustomerEventId.From("x"), Sample.Referrer, default, ReferralMove.Open, Sample.Begins));
    }

    private static ReferralEvent[] Good(string id, string referee) =>
    [
        Move(id + "open", referee, ReferralMove.Open, 0), Move(id + "join", referee, ReferralMove.Join, 1), Move(id + "qualify", referee, ReferralMove.Qualify, 10),
        Reward(id + "release", referee, RewardMove.Release, 17), Reward(id + "pay", referee, RewardMove.Pay, 18),
    ];

    private static ReferralEvent Move(string id, string referee, ReferralMove move, int day) =>
        ReferralEvent.Of(CustomerEventId.From(id), Sample.Referrer, CustomerId.From(referee), move, Sample.Begins + Duration.FromDays(day));

    private static ReferralEvent Reward(string id, string referee, RewardMove move, int day) =>
        ReferralEvent.Of(CustomerEventId.From(id), Sample.Referrer, CustomerId.From(referee), move, Sample.Begins + Duration.FromDays(day));

    private static ReferralLedger Run(ReferralEvent[] events, ReferralProgramme? programme = null)
    {
        ReferralLedger ledger = ReferralLedger.Of(programme ?? Sample.Programme(Limits));
        foreach (ReferralEvent happened in events)
        {
            (Decision decision, ledger) = ledger.Tell(happened);
            Assert.True(decision.IsAllowed, decision.ToString());
        }

        return ledger;
    }

    private static (ReferralState State, RewardState Reward) Of(ReferralLedger ledger, string referee)
    {
        ReferralRecord record = ledger.Find(CustomerId.From(referee))!;
        return (record.State, record.Reward);
    }
}
