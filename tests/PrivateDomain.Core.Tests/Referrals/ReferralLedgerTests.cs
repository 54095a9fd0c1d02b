using System.Text.Json;
using NodaTime;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;

namespace PrivateDomain.Core.Tests.Referrals;

[Text]
public sealed class ReferralLedgerTests
{
    private static readonly CustomerId Anna = CustomerId.From("anna");
    private static readonly CustomerId Ben = CustomerId.From("ben");
    private static readonly ReferralProgramme PerPurchase = Sample.Programme();

    [Fact]
    public void Decide_OpeningUnderAnIdThatIsUsed_IsRefusedAndNotAnError()
    {
        ReferralProgramme programme = Sample.Programme();
        ReferralCode code = ReferralCode.From("A", programme, Sample.Referrer);
        ReferralFact first = ReferralFact.Opened(CustomerEventId.From("e"), Sample.Now, Sample.Referee, code);
        ReferralFact second = ReferralFact.Opened(
            CustomerEventId.From("e"), Sample.Now + Duration.FromDays(1), CustomerId.From("eve"), code);
        Decision decision = ReferralLedger.From(programme, first).Decide(second).Decision;
        Assert.Equal(Sample.Codes(ReferralReasons.FactDiffers), Sample.Codes(decision));
    }

    [Fact]
    public void TheHappyPath_IsOpenPendingQualifiedDueGrantedPaid()
    {
        ReferralLedger ledger = Told(PerPurchase, Good("bob"));
        Assert.Equal((ReferralState.Open, RewardState.None), Of(ledger, "bob", 0));
        Assert.Equal((ReferralState.Pending, RewardState.None), Of(ledger, "bob", 1));
        Assert.Equal((ReferralState.Pending, RewardState.Held), Of(ledger, "bob", 2));

        // Bought on day 2: the return window ends on day 9, the test period, joined on day 1, on day 31: each exactly then.
        Assert.Equal(ReferralState.Pending, Of(ledger, "bob", Day(9) - Duration.Epsilon).State);
        Assert.Equal((ReferralState.Qualified, RewardState.Held), Of(ledger, "bob", 9));
        Assert.Equal(RewardState.Held, Of(ledger, "bob", Day(31) - Duration.Epsilon).Reward);
        Assert.Equal((ReferralState.Qualified, RewardState.Due), Of(ledger, "bob", 31));
        ledger = Asked(ledger, Granted("bob", 31));
        Assert.Equal(RewardState.Granted, Of(ledger, "bob", 31).Reward);
        ledger = Asked(ledger, PaidOut("bob", 32));
        Assert.Equal(RewardState.Paid, Of(ledger, "bob", 32).Reward);
        ReferralLedgerState state = ledger.StateAt(Day(32));
        Assert.Equal(
            (Money.Yuan(10m), Money.Yuan(10m), Money.Yuan(990m), 1),
            (state.Paid, state.Committed, state.BudgetLeft, state.RewardsOf(Anna)));
        Assert.Equal(Day(0), state.LastReferralAt(Anna));
        Assert.Null(state.LastReferralAt(Ben));
    }

    [Fact]
    public void PerPurchase_FlaggedThenCleared_IsWhatItsOtherFactsSay()
    {
        // Opened, joined, bought, flagged: no grant while flagged; after the clear due only if purchase, return window and test period
        // hold.
        ReferralLedger flagged = Told(PerPurchase, [.. Good("bob"), ReferralFact.Flagged(Id("flag"), Day(3), Bob)]);
        Assert.Equal((ReferralState.Flagged, RewardState.Held), Of(flagged, "bob", 40));
        Assert.Equal(["referral.under_review"], Codes(flagged.Decide(Granted("bob", 40))));
        ReferralLedger cleared = flagged.Add(ReferralFact.Cleared(Id("clear"), Day(5), Bob));
        Assert.Equal((ReferralState.Pending, RewardState.Held), Of(cleared, "bob", 5));
        Assert.Equal(["referral.return_window_open", "referral.hold_not_over"], Codes(cleared.Decide(Granted("bob", 8))));
        Assert.Equal(["referral.hold_not_over"], Codes(cleared.Decide(Granted("bob", 30))));
        Assert.True(cleared.Decide(Granted("bob", 31)).IsAllowed);

        ReferralLedger nothingBought = Told(
            PerPurchase,
            [.. Good("bob").Take(2), ReferralFact.Flagged(Id("flag"), Day(3), Bob), ReferralFact.Cleared(Id("clear"), Day(4), Bob)]);
        Assert.Equal((ReferralState.Pending, RewardState.None), Of(nothingBought, "bob", 90));
        Assert.Equal(["referral.referee_has_not_bought"], Codes(nothingBought.Decide(Granted("bob", 90))));
    }

    [Fact]
    public void FlagAndClear_TheLatestDecides_AtOneInstantTheFlag()
    {
        ReferralFact flag = ReferralFact.Flagged(Id("flag"), Day(3), Bob);
        Assert.Equal(ReferralState.Flagged, Of(Told(PerPurchase, [.. Good("bob"), flag, Clear(3)]), "bob", 40).State);
        Assert.Equal(ReferralState.Flagged, Of(Told(PerPurchase, [.. Good("bob"), flag, Clear(2)]), "bob", 40).State);
        Assert.Equal(ReferralState.Qualified, Of(Told(PerPurchase, [.. Good("bob"), flag, Clear(4)]), "bob", 40).State);

        static ReferralFact Clear(int day) => ReferralFact.Cleared(Id("clear"), Day(day), Bob);
    }

    [Fact]
    public void InviteThree_AllFlaggedOneCleared_OneOfThreeHelpersCounts()
    {
        ReferralProgramme programme = Sample.Programme(mechanic: ReferralMechanic.InviteFriends, paidPer: PayTrigger.PerJoin);
        string[] helpers = ["x", "y", "z"];
        ReferralLedger three = Told(programme, [.. helpers.SelectMany(static h => Good(h).Take(2))]);
        Assert.Equal(["x"], three.StateAt(Day(5)).Due.Select(static r => r.Referee.Text));
        ReferralLedger flagged = three.Add(helpers.Select(static h => ReferralFact.Flagged(Id("f" + h), Day(2), CustomerId.From(h))));
        ReferralLedger cleared = flagged.Add(ReferralFact.Cleared(Id("c"), Day(3), CustomerId.From("x")));
        ReferralDecision decision = cleared.Decide(Granted("x", 5));
        Assert.Equal("1 helper counts, but this reward needs 3.", Assert.Single(decision.Reasons).ToString());
        Assert.Equal(["referral.under_review"], Codes(cleared.Decide(Granted("y", 5))));

        // Granted while three counted; now a payment needs the helpers too.
        ReferralLedger granted = Asked(three, Granted("x", 5)).Add(ReferralFact.Flagged(Id("later"), Day(6), CustomerId.From("y")));
        Assert.Equal(["referral.helpers_missing"], Codes(granted.Decide(PaidOut("x", 7))));
    }

    [Fact]
    public void PerInvitation_NeverJoinedAndExpired_StaysSpent()
    {
        ReferralProgramme programme = Sample.Programme(paidPer: PayTrigger.PerInvitation);
        ReferralLedger ledger = Told(programme, [Open("bob", 0, ends: 10)]);
        ledger = Asked(Asked(ledger, Granted("bob", 0)), PaidOut("bob", 1));
        Assert.Equal((ReferralState.Open, RewardState.Paid), Of(ledger, "bob", Day(10) - Duration.Epsilon));
        Assert.Equal((ReferralState.Void, RewardState.Paid), Of(ledger, "bob", 10));
        Assert.Equal(Money.Yuan(990m), ledger.StateAt(Day(50)).BudgetLeft);

        // Fraud apart: then it is owed back.
        ReferralLedger fraud = ledger.Add(ReferralFact.Rejected(Id("fraud"), Day(20), Bob));
        Assert.Equal((ReferralState.Void, RewardState.OwedBack), Of(fraud, "bob", 20));
        Assert.Equal(Money.Yuan(10m), fraud.StateAt(Day(20)).OwedBack);
    }

    [Fact]
    public void PerJoin_DeletedEarly_StaysSpent() => Assert.Equal(
        (ReferralState.Void, RewardState.Granted),
        Of(Asked(Told(Sample.Programme(paidPer: PayTrigger.PerJoin), Good("bob").Take(2)), Granted("bob", 1)).Add(Deleted("bob", 2)),
            "bob", 3));

    [Fact]
    public void PaidThenDeletedEarly_WithABudgetForOne_IsRefusedUntilRecovered()
    {
        ReferralProgramme programme = Sample.Programme(new ReferralLimits { HeldThroughTestPeriod = false }, budget: 10m);
        ReferralLedger ledger = Told(programme, [.. Good("bob"), .. Good("bea"), .. Good("bill")]);
        ledger = Asked(Asked(ledger, Granted("bob", 9)), PaidOut("bob", 9)).Add(Deleted("bob", 10));
        Assert.Equal((ReferralState.Void, RewardState.OwedBack), Of(ledger, "bob", 10));
        foreach (string next in new[] { "bea", "bill" })
        {
            ReferralDecision refused = ledger.Decide(Granted(next, 11));
            Assert.Equal("0.00 CNY is left of the budget, but the reward is 10.00 CNY.", Assert.Single(refused.Reasons).ToString());
            Assert.Equal((Money.Yuan(10m), Money.Yuan(0m)), (refused.Amount, refused.BudgetLeft));
        }

        ledger = Asked(ledger, Recovered("bob", 12, 4m));
        Assert.Equal(RewardState.OwedBack, Of(ledger, "bob", 12).Reward);
        Assert.Equal(["referral.amount_differs"], Codes(ledger.Decide(Recovered("bob", 13, 6.01m, "r2"))));
        ledger = Asked(ledger, Recovered("bob", 13, 6m, "r2"));
        Assert.Equal(RewardState.TakenBack, Of(ledger, "bob", 13).Reward);
        Assert.True(ledger.Decide(Granted("bea", 14)).IsAllowed);
    }

    [Fact]
    public void ARefundToldBeforeItsReferralWasOpened_GivesTheSameState()
    {
        ReferralFact refund = ReferralFact.Refunded(Id("refund"), Day(5), Bob, OrderId.From("o-bob"), Money.Yuan(50m));
        ReferralLedger before = ReferralLedger.From(PerPurchase, [refund]).Add(Good("bob"));
        Assert.Equal(Told(PerPurchase, [.. Good("bob"), refund]).StateAt(Day(5)).Referrals, before.StateAt(Day(5)).Referrals);
        Assert.Equal((ReferralState.Void, RewardState.None), Of(before, "bob", 5));
        Assert.Equal((ReferralState.Pending, RewardState.Held), Of(before, "bob", Day(5) - Duration.Epsilon));
    }

    [Fact]
    public void APartialRefund_LeavesThePurchase() => Assert.Equal(
        ReferralState.Qualified,
        Of(Told(PerPurchase, [.. Good("bob"), ReferralFact.Refunded(Id("r"), Day(5), Bob, OrderId.From("o-bob"), Money.Yuan(49.99m))]),
            "bob", 40).State);

    [Fact]
    public void DepositAndBalance_TheReturnWindowRunsFromTheLastPayment_OrFromDelivery()
    {
        ReferralLedger ledger = Told(PerPurchase, [.. Good("bob"), ReferralFact.Bought(
            Id("rest"), Day(6), Bob, OrderId.From("o-bob"), Money.Yuan(450m))]);
        Assert.Equal(ReferralState.Pending, Of(ledger, "bob", Day(13) - Duration.Epsilon).State);
        Assert.Equal(ReferralState.Qualified, Of(ledger, "bob", 13).State);
        ledger = ledger.Add(ReferralFact.Delivered(Id("d"), Day(8), Bob, OrderId.From("o-bob")));
        Assert.Equal(ReferralState.Pending, Of(ledger, "bob", Day(15) - Duration.Epsilon).State);
        Assert.Equal(ReferralState.Qualified, Of(ledger, "bob", 15).State);
    }

    [Fact]
    public void AnnaOpensThenBen_TheReasonNamesAnna()
    {
        ReferralLedger ledger = Told(PerPurchase, [Open("bob", 0)]);
        ReferralFact bens = ReferralFact.Opened(Id("ben"), Day(1), Bob, ReferralCode.From("ben-1", PerPurchase, Ben));
        Assert.Equal(
            "\"anna\" invited the newcomer before \"ben\" did: the first code wins.", Assert.Single(ledger.Decide(bens).Reasons)
                .ToString());
        ReferralLedgerState state = ledger.Add(bens).StateAt(Day(1));
        Assert.Equal(Anna, state.Find(Bob)?.Referrer);
        Assert.Equal(ReferralState.Void, state.Find(Bob, "ben-1")?.State);
    }

    [Fact]
    public void FirstCode_AtOneInstant_IsTheFirstByText()
    {
        ReferralFact bens = ReferralFact.Opened(Id("a"), Day(0), Bob, ReferralCode.From("a", PerPurchase, Ben));
        Assert.Equal(Ben, Told(PerPurchase, [Open("bob", 0), bens]).StateAt(Day(0)).Find(Bob)?.Referrer);
    }

    [Fact]
    public void AnExpiredCode_FreesTheNewcomer_AtItsEndExactly()
    {
        ReferralFact bens = ReferralFact.Opened(Id("ben"), Day(5), Bob, ReferralCode.From("ben-1", PerPurchase, Ben));
        ReferralLedger ledger = Told(PerPurchase, [Open("bob", 0, ends: 10), bens]);
        Assert.Equal(Anna, ledger.StateAt(Day(10) - Duration.Epsilon).Find(Bob)?.Referrer);
        Assert.Equal(Ben, ledger.StateAt(Day(10)).Find(Bob)?.Referrer);
        Assert.Equal(["referral.invitation_expired"], ledger.StateAt(Day(10)).Find(Bob, "anna-1")!.Reasons.Select(static r => r.Code));
        Assert.Equal(Anna, ledger.Add(ReferralFact.Joined(Id("j"), Day(10) - Duration.Epsilon, Bob)).StateAt(Day(40)).Find(Bob)?.Referrer);
        Assert.Equal(Ben, ledger.Add(ReferralFact.Joined(Id("j"), Day(10), Bob)).StateAt(Day(40)).Find(Bob)?.Referrer);
    }

    [Fact]
    public void AnEarlierOpeningToldLater_ChangesWhoHasEarned_NeverWhatWasPaid()
    {
        ReferralProgramme programme = Sample.Programme(paidPer: PayTrigger.PerJoin);
        ReferralLedger ledger = Asked(Asked(Told(programme, Good("bob", opened: 1).Take(2)), Granted("bob", 2)), PaidOut("bob", 3));
        ledger = ledger.Add(ReferralFact.Opened(Id("ben"), Day(0), Bob, ReferralCode.From("ben-1", programme, Ben)));
        ReferralLedgerState state = ledger.StateAt(Day(4));
        Assert.Equal((RewardState.OwedBack, RewardState.Due), (state.Find(Bob, "anna-1")!.Reward, state.Find(Bob, "ben-1")!.Reward));
        Assert.Equal((Money.Yuan(10m), Money.Yuan(10m)), (state.Paid, state.OwedBack));
    }

    [Fact]
    public void Rings_SelfReferral_AndStrangersToTheWindow_AreRefused()
    {
        ReferralFact bobInvitesAnna = ReferralFact.Opened(Id("x"), Day(2), Anna, ReferralCode.From("bob-1", PerPurchase, Bob));
        Assert.Equal(["referral.closes_a_ring"], Codes(Told(PerPurchase, [Open("bob", 0)]).Decide(bobInvitesAnna)));
        Assert.Equal(["referral.closes_a_ring"], Codes(Told(PerPurchase, Good("bob").Take(2)).Decide(bobInvitesAnna)));
        Assert.True(Told(PerPurchase, [Open("bob", 0, ends: 2)]).Decide(bobInvitesAnna).IsAllowed);
        Assert.Equal(["referral.referee_is_referrer"], Codes(Told(PerPurchase, []).Decide(Open("anna", 0))));
        Assert.Equal(
            ["referral.programme_not_begun", "referral.code_not_begun"],
            Codes(Told(PerPurchase, []).Decide(ReferralFact.Opened(Id("x"), Sample.Begins - Duration.Epsilon, Bob, Code("bob")))));
        Assert.Equal(
            ["referral.programme_ended", "referral.code_expired"], Codes(
                Told(PerPurchase, []).Decide(ReferralFact.Opened(Id("x"), Sample.Ends, Bob, Code("bob")))));
        Assert.True(Told(PerPurchase, []).Decide(ReferralFact.Opened(Id("x"), Sample.Ends - Duration.Epsilon, Bob, Code("bob"))).IsAllowed);
    }

    [Fact]
    public void ANewcomerWhoBoughtBeforeJoining_IsNoNewBuyerOfThisReferral()
    {
        ReferralFact[] good = Good("bob");
        ReferralFact early = ReferralFact.Bought(Id("early"), Day(1) - Duration.Epsilon, Bob, OrderId.From("o1"), Money.Yuan(1m));
        ReferralLedger ledger = Told(PerPurchase, [.. good, early]);
        Assert.Equal(ReferralState.Void, Of(ledger, "bob", 40).State);
        Assert.Equal(["referral.bought_before_joining"], ledger.StateAt(Day(40)).Find(Bob)!.Reasons.Select(static r => r.Code));
        ReferralFact atOnce = ReferralFact.Bought(Id("early"), Day(1), Bob, OrderId.From("o1"), Money.Yuan(1m));
        Assert.Equal(ReferralState.Qualified, Of(Told(PerPurchase, [.. good, atOnce]), "bob", 40).State);
        ReferralFact free = ReferralFact.Bought(Id("early"), Day(0), Bob, OrderId.From("o1"), Money.Yuan(0m));
        Assert.Equal(ReferralState.Qualified, Of(Told(PerPurchase, [.. good, free]), "bob", 40).State);
    }

    [Fact]
    public void EarlyDeletion_IsWithinTheTestPeriod_NotAtItsEnd()
    {
        Assert.Equal(
            ReferralState.Void, Of(Told(PerPurchase, [.. Good("bob"), Deleted("bob", Day(31) - Duration.Epsilon)]), "bob", 40).State);
        Assert.Equal(ReferralState.Qualified, Of(Told(PerPurchase, [.. Good("bob"), Deleted("bob", Day(31))]), "bob", 40).State);
        Assert.Equal(
            ReferralState.Void, Of(Told(PerPurchase, [.. Good("bob"), ReferralFact.Cancelled(
                Id("c"), Day(50), Bob, OrderId.From("o-bob"))]), "bob", 50).State);
    }

    [Fact]
    public void ReservedAndWithdrawn_TheBudgetHasItBack()
    {
        ReferralProgramme programme = Sample.Programme(budget: 10m);
        ReferralLedger ledger = Asked(Told(programme, [.. Good("bob"), .. Good("bea")]), Granted("bob", 31));
        Assert.Equal(["referral.budget_exhausted"], Codes(ledger.Decide(Granted("bea", 31))));
        ledger = ledger.Add(ReferralFact.Refunded(Id("r"), Day(32), Bob, OrderId.From("o-bob"), Money.Yuan(50m)));
        Assert.Equal(RewardState.Withdrawn, Of(ledger, "bob", 32).Reward);
        Assert.True(ledger.Decide(Granted("bea", 32)).IsAllowed);
        Assert.Equal(["referral.purchase_refunded"], Codes(ledger.Decide(PaidOut("bob", 33))));
    }

    [Fact]
    public void TwoWritersWhoGrantedTheSameBudget_AreOvercommitted_AndNoFurtherGrantIsGiven()
    {
        ReferralProgramme programme = Sample.Programme(budget: 15m);
        ReferralLedger told = Told(programme, [.. Good("bob"), .. Good("bea"), .. Good("bill")]);
        ReferralLedger merged = Asked(told, Granted("bob", 31)).Merge(Asked(told, Granted("bea", 31)));
        ReferralLedgerState state = merged.StateAt(Day(31));
        Assert.Equal((Money.Yuan(5m), Money.Yuan(0m), Money.Yuan(20m)), (state.Overcommitted, state.BudgetLeft, state.Committed));
        Assert.Equal(["referral.overcommitted", "referral.budget_exhausted"], Codes(merged.Decide(Granted("bill", 31))));
        Assert.True(merged.Decide(PaidOut("bob", 31)).IsAllowed);
    }

    [Fact]
    public void Grants_AskedTwice_GetTheSameAnswer_AndOneRewardIsGrantedOnce()
    {
        ReferralLedger told = Told(PerPurchase, Good("bob"));
        ReferralFact grant = Granted("bob", 31);
        ReferralLedger granted = Asked(told, grant);
        Assert.Equal(told.Decide(grant), granted.Decide(grant));
        Assert.Equal(
            ["referral.already_granted"], Codes(granted.Decide(
                ReferralFact.Granted(Id("again"), Day(31), Bob, "anna-1", Money.Yuan(10m)))));
        ReferralLedger paid = Asked(granted, PaidOut("bob", 31));
        Assert.Equal(
            ["referral.already_paid"], Codes(paid.Decide(ReferralFact.PaidOut(Id("again"), Day(31), Bob, "anna-1", Money.Yuan(10m)))));
        Assert.Equal(["referral.nothing_owed_back"], Codes(paid.Decide(Recovered("bob", 31, 1m))));
        Assert.Equal(["referral.not_granted"], Codes(told.Decide(PaidOut("bob", 31))));
        Assert.Equal(["referral.not_opened"], Codes(told.Decide(Granted("nobody", 31))));
        Assert.Equal(
            ["referral.amount_differs"], Codes(told.Decide(ReferralFact.Granted(Id("g"), Day(31), Bob, "anna-1", Money.Yuan(9.99m)))));
        ReferralLedger later = Asked(Told(PerPurchase, [.. Good("bob"), .. Good("bea")]), Granted("bob", 32));
        Assert.Equal(["referral.later_fact_known"], Codes(later.Decide(Granted("bea", Day(32) - Duration.Epsilon))));
        Assert.True(later.Decide(Granted("bea", 32)).IsAllowed);
    }

    [Fact]
    public void Cap_TheReferralCounts_TheRewardIsNotDue()
    {
        ReferralLedger ledger = Told(Sample.Programme(new ReferralLimits { RewardsPerReferrerMax = 1 }),
            [.. Good("bea", opened: 1), .. Good("bob")]);
        Assert.Equal((ReferralState.Qualified, RewardState.Due), Of(ledger, "bob", 40));
        Assert.Equal((ReferralState.Qualified, RewardState.Held), Of(ledger, "bea", 40));
        Assert.Equal(
            ["referral.reward_cap_reached"], ledger.StateAt(Day(40)).Find(CustomerId.From("bea"))!.RewardReasons.Select(
                static r => r.Code));
    }

    // A reward per join is earned by it and spent whatever follows, fraud apart: a rejected friend is no helper.
    [Fact]
    public void PerJoin_AHelperWhoIsRejected_CountsNoMore()
    {
        ReferralLedger ledger = Told(
            Sample.Programme(new ReferralLimits { HelpersNeeded = 2 }, ReferralMechanic.InviteFriends, PayTrigger.PerJoin),
            [.. Good("bob").Take(2), .. Good("bea").Take(2)]);
        Assert.Equal(RewardState.Due, Of(ledger, "bea", 1).Reward);

        ledger = ledger.Add(ReferralFact.Rejected(Id("no"), Day(2), Bob));
        Assert.Equal((ReferralState.Pending, RewardState.Held), Of(ledger, "bea", 2));
        Assert.Equal((ReferralState.Void, RewardState.None), Of(ledger, "bob", 2));
    }

    // Granted or paid, and neither withdrawn nor taken back: what is owed back is still the referrer's.
    [Fact]
    public void RewardsOf_CountsUntilTheyAreWithdrawnOrTakenBack()
    {
        ReferralLedger granted = Told(PerPurchase, [.. Good("bob"), Granted("bob", 31)]);
        ReferralLedger paid = granted.Add(PaidOut("bob", 32));
        ReferralFact undone = ReferralFact.Rejected(Id("no"), Day(33), Bob);

        Assert.Equal([0, 1], ((int[])[30, 31]).Select(day => granted.StateAt(Day(day)).RewardsOf(Anna)));
        Assert.Equal(0, granted.Add(undone).StateAt(Day(33)).RewardsOf(Anna)); // withdrawn
        Assert.Equal(1, paid.StateAt(Day(32)).RewardsOf(Anna));
        Assert.Equal(RewardState.OwedBack, Of(paid.Add(undone), "bob", 33).Reward);
        Assert.Equal(1, paid.Add(undone).StateAt(Day(33)).RewardsOf(Anna));
        Assert.Equal(0, paid.Add(undone).Add(Recovered("bob", 34, 10m)).StateAt(Day(34)).RewardsOf(Anna)); // taken back
        Assert.Equal(1, Told(PerPurchase, [.. Good("bob"), PaidOut("bob", 32)]).StateAt(Day(32)).RewardsOf(Anna)); // no grant was told
    }

    [Fact]
    public void WhatIsAwaited_IsTheJoinUntilItsInstant_AndThenThePurchase()
    {
        ReferralLedger ledger = Told(PerPurchase, Good("bob").Take(2));
        Assert.Equal(["referral.not_joined"], Awaited(Day(1) - Duration.Epsilon));
        Assert.Equal(["referral.referee_has_not_bought"], Awaited(Day(1)));

        IEnumerable<string> Awaited(Instant at) => ledger.StateAt(at).Find(Bob)!.Reasons.Select(static r => r.Code);
    }

    [Fact]
    public void Find_ANewcomerOfNoInvitation_IsNone()
    {
        ReferralLedgerState state = Told(PerPurchase, Good("bob")).StateAt(Day(2));
        Assert.Equal(Bob, state.Find(Bob)!.Referee);
        Assert.Null(state.Find(CustomerId.From("zoe")));
        Assert.Null(state.Find(Bob, "other"));
    }

    // Behind the last opening, what is told is added to what is known; before it all is looked at anew.
    [Fact]
    public void TheIndex_GrowsWithWhatComesLater_AndOnlyWithThat()
    {
        LedgerIndex index = new(PerPurchase, [.. Good("bob", opened: 5)]);
        Assert.NotNull(index.With(Open("bea", 6)));
        Assert.Null(index.With(Open("bea", 4)));
        Assert.NotNull(index.With(ReferralFact.Joined(Id("j"), Day(5) + Duration.Epsilon, Bob)));
        Assert.Null(index.With(ReferralFact.Joined(Id("j"), Day(5), Bob)));
        Assert.NotNull(index.With(ReferralFact.Bought(Id("b"), Day(5), Bob, OrderId.From("o"), Money.Yuan(1m))));
        Assert.Null(index.With(ReferralFact.Bought(Id("b"), Day(5) - Duration.Epsilon, Bob, OrderId.From("o"), Money.Yuan(1m))));
        Assert.NotNull(index.With(Deleted("bob", 1)));
    }

    [Fact]
    public void OneIdForTwoFacts_IsAConflict_AndEveryMachineTakesTheSame()
    {
        ReferralFact joined = ReferralFact.Joined(Id("e"), Day(2), Bob);
        ReferralFact other = ReferralFact.Joined(Id("e"), Day(3), Bob);
        ReferralLedger ledger = Told(PerPurchase, [joined, other]);
        Assert.Equal("referral.fact_differs", Assert.Single(ledger.Conflicts).Code);
        Assert.Equal(["referral.fact_differs"], Codes(Told(PerPurchase, [joined]).Decide(other)));
        Assert.Equal(ledger, Told(PerPurchase, [other, joined]));
        Assert.True(ledger.Contains(Id("e")));
        Assert.False(ledger.Contains(Id("f")));
        Assert.False(ledger.Contains(default));
    }

    [Fact]
    public void Json_FactsAndLedgers_ComeBackEqual()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new RandomReferrals(seed);
            ReferralProgramme programme = random.Programme();
            ReferralFact[] facts = [.. Enumerable.Range(0, 20).Select(i => random.Any(programme, i, random.AnyDay()))];
            Assert.Equal(facts, JsonSerializer.Deserialize<ReferralFact[]>(JsonSerializer.Serialize(facts))!);
            ReferralLedger ledger = ReferralLedger.From(programme, facts);
            string json = JsonSerializer.Serialize(ledger);
            ReferralLedger again = JsonSerializer.Deserialize<ReferralLedger>(json)!;
            Assert.Equal(ledger, again);
            Assert.Equal(json, JsonSerializer.Serialize(again));
        }

        Gift scarf = Gift.Physical(Money.Yuan(15m), Money.Yuan(1m), Money.Yuan(2m), Money.Yuan(6m));
        ReferralLedger physical = ReferralLedger.From(Sample.Programme(hook: scarf));
        Assert.Equal(physical, JsonSerializer.Deserialize<ReferralLedger>(JsonSerializer.Serialize(physical)));
    }

    [Fact]
    public void Json_WhatIsNoObject_OrHasAPartTooMany_IsRefused()
    {
        foreach (string json in (string[])["[]", "3", "\"a\"", "true"])
        {
            Assert.Contains(
                "An object is needed.", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ReferralFact>(json)).Message,
                StringComparison.Ordinal);
        }

        string ledger = JsonSerializer.Serialize(Told(PerPurchase, []));
        foreach (string place in (string[])["\"mechanic\":", "\"coolDown\":"])
        {
            Assert.Contains(place, ledger, StringComparison.Ordinal);
            Assert.Throws<JsonException>(() =>
                JsonSerializer.Deserialize<ReferralLedger>(ledger.Replace(place, "\"more\":1," + place, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"kind":"joined","id":"e","at":"2024-06-01T00:00:00Z"}""")]
    [InlineData("""{"kind":"none","id":"e","at":"2024-06-01T00:00:00Z","referee":"bob"}""")]
    [InlineData("""{"kind":"joined","id":"e","at":"2024-06-01T00:00:00Z","referee":"bob","extra":1}""")]
    [InlineData("""{"kind":"joined","id":"e","id":"e","at":"2024-06-01T00:00:00Z","referee":"bob"}""")]
    [InlineData("""{"kind":"joined","id":"\ud800","at":"2024-06-01T00:00:00Z","referee":"bob"}""")]
    [InlineData("""{"kind":"bought","id":"e","at":"2024-06-01T00:00:00Z","referee":"bob","order":"o","amount":"-5.00 CNY"}""")]
    public void Json_WhatIsNoFact_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ReferralFact>(json));

    [Theory]
    [InlineData("\"limits\":{", "\"limits\":{\"extra\":1,", "extra")]
    [InlineData("\"programme\":{", "\"programme\":{\"extra\":1,", "extra")]
    [InlineData("\"facts\":[", "\"facts\":[7,", "An object is needed")]
    public void Json_OfALedgerWithMoreOrOtherParts_IsRefused(string part, string other, string why)
    {
        string json = JsonSerializer.Serialize(Told(PerPurchase, Good("bob")));
        Assert.Contains(part, json, StringComparison.Ordinal);

        JsonException refused = Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize<ReferralLedger>(json.Replace(part, other, StringComparison.Ordinal)));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhoeverNobodyBrought_IsNotFound_AndTellsWhatIsAwaited()
    {
        ReferralLedgerState state = Told(PerPurchase, Good("bob")).StateAt(Day(0));
        Assert.Null(state.Find(CustomerId.From("eve")));
        Assert.Null(state.Find(Bob, "elsewhere"));
        Assert.Equal(["referral.not_joined"], state.Find(Bob)!.Reasons.Select(static reason => reason.Code));
    }

    [Fact]
    public void Joined_CountsFromItsInstantOn()
    {
        ReferralProgramme programme = Sample.Programme(paidPer: PayTrigger.PerJoin);
        ReferralLedger ledger = Told(programme, Good("bob").Take(2));

        Assert.Equal((ReferralState.Open, RewardState.None), Of(ledger, "bob", Day(1) - Duration.Epsilon));
        Assert.Equal(ReferralState.Pending, Of(ledger, "bob", Day(1)).State); // joined
        Assert.Equal("bob", Assert.Single(ledger.StateAt(Day(90)).Due).Referee.Text);
    }

    // Of three helpers needed two are there: one who never joined is none.
    [Fact]
    public void AHelperWhoDidNotJoin_DoesNotCount()
    {
        ReferralProgramme programme = Sample.Programme(mechanic: ReferralMechanic.InviteFriends, paidPer: PayTrigger.PerJoin);
        ReferralLedger ledger = Told(programme, [.. Good("x").Take(2), .. Good("y").Take(2), Good("z")[0]]);

        Assert.Empty(ledger.StateAt(Day(5)).Due);
        Assert.Single(Told(programme, [.. Good("x").Take(2), .. Good("y").Take(2), .. Good("z").Take(2)]).StateAt(Day(5)).Due);
    }

    [Fact]
    public void WhatWasGrantedAndPaid_IsHad_UntilItIsTakenBack()
    {
        ReferralLedger granted = Asked(Told(PerPurchase, Good("bob")), Granted("bob", 31));
        Assert.Equal(1, granted.StateAt(Day(31)).RewardsOf(Anna));
        ReferralLedger paid = Asked(granted, PaidOut("bob", 32));
        Assert.Equal(1, paid.StateAt(Day(32)).RewardsOf(Anna));
        ReferralLedger back = paid.Add(ReferralFact.Rejected(Id("fraud"), Day(33), Bob)).Add(Recovered("bob", 34, 10m));
        Assert.Equal(0, back.StateAt(Day(34)).RewardsOf(Anna));
    }

    [Fact]
    public void Facts_Misuse_IsNamed()
    {
        Assert.Throws<ArgumentException>("id", static () => ReferralFact.Joined(default, Day(0), Bob));
        Assert.Throws<ArgumentException>("referee", static () => ReferralFact.Joined(Id("e"), Day(0), default));
        Assert.Throws<ArgumentException>("order", static () => ReferralFact.Delivered(Id("e"), Day(0), Bob, default));
        Assert.Throws<ArgumentNullException>("code", static () => ReferralFact.Opened(Id("e"), Day(0), Bob, null!));
        Assert.Throws<ArgumentException>("codeText", static () => ReferralFact.Granted(Id("e"), Day(0), Bob, " ", Money.Yuan(1m)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "amount", static () => ReferralFact.Granted(Id("e"), Day(0), Bob, "c", Money.Yuan(-0.01m)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "amount", static () => ReferralFact.Granted(Id("e"), Day(0), Bob, "c", Money.Yuan(ReferralFact.AmountMax + 1m)));
        Assert.Throws<ArgumentOutOfRangeException>("amount", static () => ReferralFact.Granted(Id("e"), Day(0), Bob, "c", default));
        Assert.Throws<ArgumentOutOfRangeException>("at", static () => ReferralFact.Joined(Id("e"), Instant.MaxValue, Bob));
        Assert.Throws<ArgumentException>(
            "fact", static () => Told(PerPurchase, [ReferralFact.Granted(Id("e"), Day(0), Bob, "c", Money.From(1m, Currency.Jpy))]));
        Assert.Throws<ArgumentException>("other", static () => Told(PerPurchase, []).Merge(Told(Sample.Programme(budget: 1m * 999), [])));
        Assert.Throws<ArgumentNullException>("fact", static () => Told(PerPurchase, [null!]));
    }

    private static CustomerId Bob { get; } = CustomerId.From("bob");

    private static CustomerEventId Id(string text) => CustomerEventId.From(text);

    private static Instant Day(int day) => Sample.Begins + Duration.FromDays(day);

    private static ReferralCode Code(string referee, int? ends = null) =>
        ReferralCode.From("anna-1", PerPurchase, Anna, ends: ends is { } day && referee.Length > 0 ? Day(day) : null);

    private static ReferralFact Open(string referee, int day, int? ends = null) =>
        ReferralFact.Opened(Id("open-" + referee), Day(day), CustomerId.From(referee), Code(referee, ends));

    // Opened on a day, joined on the next, bought for 50 yuan on the one after.
    private static ReferralFact[] Good(string referee, int opened = 0) =>
    [
        Open(referee, opened), ReferralFact.Joined(Id("join-" + referee), Day(opened + 1), CustomerId.From(referee)),
        ReferralFact.Bought(Id("buy-" + referee), Day(opened + 2), CustomerId.From(referee), OrderId.From("o-" + referee), Money.Yuan(50m)),
    ];

    private static ReferralFact Deleted(string referee, int day) => Deleted(referee, Day(day));

    private static ReferralFact Deleted(string referee, Instant at) =>
        ReferralFact.Deleted(Id("delete-" + referee), at, CustomerId.From(referee));

    private static ReferralFact Granted(string referee, int day) => Granted(referee, Day(day));

    private static ReferralFact Granted(string referee, Instant at) =>
        ReferralFact.Granted(Id("grant-" + referee), at, CustomerId.From(referee), "anna-1", Money.Yuan(10m));

    private static ReferralFact PaidOut(string referee, int day) =>
        ReferralFact.PaidOut(Id("pay-" + referee), Day(day), CustomerId.From(referee), "anna-1", Money.Yuan(10m));

    private static ReferralFact Recovered(string referee, int day, decimal amount, string id = "r1") =>
        ReferralFact.Recovered(Id(id), Day(day), CustomerId.From(referee), "anna-1", Money.Yuan(amount));

    private static ReferralLedger Told(ReferralProgramme programme, IEnumerable<ReferralFact> facts) =>
        ReferralLedger.From(programme, facts);

    private static ReferralLedger Asked(ReferralLedger ledger, ReferralFact fact)
    {
        ReferralDecision decision = ledger.Decide(fact);
        Assert.True(decision.IsAllowed, decision.Decision.ToString());
        return ledger.Add(fact);
    }

    private static string[] Codes(ReferralDecision decision) => [.. decision.Reasons.Select(static r => r.Code)];

    private static (ReferralState State, RewardState Reward) Of(ReferralLedger ledger, string referee, int day) =>
        Of(ledger, referee, Day(day));

    private static (ReferralState State, RewardState Reward) Of(ReferralLedger ledger, string referee, Instant at)
    {
        Referral referral = ledger.StateAt(at).Find(CustomerId.From(referee), "anna-1")!;
        return (referral.State, referral.Reward);
    }
}
