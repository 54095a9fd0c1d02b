using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Referrals;

public sealed class ReferralLedgerProperties
{
    // Moves that lead somewhere come up more often than those that end it.
    private static readonly (ReferralMove Move, RewardMove Reward)[] Moves =
    [
        .. Often(ReferralMove.Open, 4), .. Often(ReferralMove.Join, 4), .. Often(ReferralMove.Qualify, 5), (ReferralMove.Flag, default), (ReferralMove.Clear, default),
        (ReferralMove.Refund, default), (ReferralMove.Cancel, default), (ReferralMove.DeleteEarly, default), (ReferralMove.Reject, default), (ReferralMove.Expire, default),
        .. Enumerable.Repeat((ReferralMove.None, RewardMove.Release), 6), .. Enumerable.Repeat((ReferralMove.None, RewardMove.Pay), 6),
    ];

    private static readonly Gen<ReferralProgramme> AnyProgramme =
        from paidPer in Gen.Elements(PayTrigger.PerInvitation, PayTrigger.PerJoin, PayTrigger.PerPurchase)
        from mechanic in Gen.Elements(ReferralMechanic.PosterToGroup, ReferralMechanic.InviteFriends)
        from budget in Gen.Choose(10, 45)
        from cap in Gen.Choose(1, 3)
        from hold in Gen.Choose(0, 8)
        select Sample.Programme(
            ReferralLimits.Create(rewardsPerReferrerMax: cap, helpersNeeded: 2, hold: Duration.FromDays(hold)), mechanic, paidPer, budget);

    private static readonly Gen<ReferralEvent> AnyEvent =
        from id in Gen.Choose(0, 400)
        from referee in Gen.Choose(0, 6)
        from stranger in Gen.Choose(0, 19)
        from move in Gen.Elements(Moves)
        from day in Gen.Choose(0, 60)
        select Make(id, stranger == 0 ? referee : stranger == 1 ? 8 : 7 + (referee % 2), referee, move, Sample.Begins + Duration.FromDays(day));

    [Fact]
    public void Tell_AnyEventsInAnyOrder_AgreesWithThePlainModelAndKeepsTheInvariants() => Run(Config.QuickThrowOnFailure.WithMaxTest(200));

    // The run would prove little if it had not been everywhere. Where a run goes is a matter of its seed, so this one has a seed of its own.
    [Fact]
    public void Tell_AnyEventsInAnyOrder_HasBeenEverywhere()
    {
        (HashSet<(ReferralState, RewardState)> reached, HashSet<string> refused) =
            Run(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(0x5EEDUL, 0xF00DUL));

        Assert.Contains((ReferralState.Void, RewardState.TakenBack), reached);
        Assert.Contains((ReferralState.Void, RewardState.Withdrawn), reached);
        Assert.Contains((ReferralState.Qualified, RewardState.Paid), reached);
        Assert.Contains((ReferralState.Flagged, RewardState.Due), reached);
        Assert.Superset(
            Sample.Codes(
                ReferralReasons.BudgetExhausted, ReferralReasons.RewardCapReached, ReferralReasons.HelpersMissing, ReferralReasons.HoldNotOver,
                ReferralReasons.TestPeriodOver, ReferralReasons.AnotherCodeCameFirst, ReferralReasons.EventDiffers).ToHashSet(StringComparer.Ordinal),
            refused);
    }

    private static (HashSet<(ReferralState, RewardState)> Reached, HashSet<string> Refused) Run(Config config)
    {
        var reached = new HashSet<(ReferralState, RewardState)>();
        var refused = new HashSet<string>(StringComparer.Ordinal);
        Prop.ForAll(AnyProgramme.ToArbitrary(), AnyEvent.ArrayOf(90).ToArbitrary(), (programme, events) =>
        {
            ReferralLedger ledger = ReferralLedger.Of(programme);
            var model = new PlainLedger(programme);
            foreach (ReferralEvent happened in events)
            {
                (Decision decision, ReferralLedger after) = ledger.Tell(happened);
                Assert.Equal(decision, ledger.Tell(happened).Decision);
                Assert.Equal(model.Tell(happened), decision.IsAllowed);
                if (decision.IsAllowed)
                {
                    (Decision again, ReferralLedger same) = after.Tell(happened);
                    Assert.True(again.IsAllowed);
                    Assert.Same(after, same);
                }
                else
                {
                    Assert.Same(ledger, after);
                    refused.UnionWith(Sample.Codes(decision));
                }

                ledger = after;
                Compare(model, ledger);
                CheckInvariants(ledger);
                reached.UnionWith(ledger.Records.Select(static r => (r.State, r.Reward)));
            }
        }).Check(config);
        return (reached, refused);
    }

    private static void Compare(PlainLedger model, ReferralLedger ledger)
    {
        Assert.Equal(
            model.Rows.Select(static r => (r.Referee, r.Referrer, r.State, r.RewardState)).Order(),
            ledger.Records.Select(static r => (r.Referee, r.Referrer, r.State, r.Reward)).Order());
        Assert.Equal(model.Spent * 10m, ledger.Committed.Amount);
        Assert.Equal(model.PaidOut * 10m, ledger.Paid.Amount);
        Assert.All(model.Rows, row => Assert.Equal(model.GivenTo(row.Referrer), ledger.RewardsOf(row.Referrer)));
    }

    private static void CheckInvariants(ReferralLedger ledger)
    {
        Assert.True(ledger.Committed <= ledger.Programme.Budget, "Money out exceeds the budget.");
        Assert.True(ledger.Paid <= ledger.Committed, "More is paid than was set aside.");
        Assert.True(ledger.QualifiedCount <= ledger.Records.Select(static r => r.Referee).Distinct().Count(), "A newcomer counts twice.");
        Assert.All(ledger.Records, record =>
        {
            Assert.True(ledger.RewardsOf(record.Referrer) <= ledger.Programme.Limits.RewardsPerReferrerMax, "A referrer has more than the cap.");
            Assert.True(
                record.State != ReferralState.Void || record.Reward is RewardState.TakenBack or RewardState.Withdrawn, "A void referral has a reward.");
            Assert.NotEqual(record.Referrer, record.Referee);
        });
    }

    private static IEnumerable<(ReferralMove, RewardMove)> Often(ReferralMove move, int times) => Enumerable.Repeat((move, RewardMove.None), times);

    private static ReferralEvent Make(int id, int referrer, int referee, (ReferralMove Move, RewardMove Reward) move, Instant at)
    {
        CustomerEventId name = CustomerEventId.From(FormattableString.Invariant($"e{id}"));
        return move.Move == ReferralMove.None
            ? ReferralEvent.Of(name, Person(referrer), Person(referee), move.Reward, at)
            : ReferralEvent.Of(name, Person(referrer), Person(referee), move.Move, at);
    }

    private static CustomerId Person(int number) => CustomerId.From(FormattableString.Invariant($"c{number}"));
}
