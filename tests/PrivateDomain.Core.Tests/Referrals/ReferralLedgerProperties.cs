using NodaTime;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;

namespace PrivateDomain.Core.Tests.Referrals;

[Text]
public sealed class ReferralLedgerProperties
{
    // A thousand or two runs of each property by default; LONG_RUNS=1 makes them 100,000. Each run has a seed of its own, told when it
    // fails.
    private static readonly int Runs = Environment.GetEnvironmentVariable("LONG_RUNS") == "1" ? 100_000 : 1_000;

    [Fact]
    public void StateAt_AnyFacts_IsWhatTheSentencesSay()
    {
        var reached = new HashSet<(ReferralState, RewardState)>();
        for (int seed = 0; seed < Runs; seed++)
        {
            var random = new RandomReferrals(seed);
            ReferralProgramme programme = random.Programme();
            ReferralFact[] facts = [.. Enumerable.Range(0, 4 + random.Next(22)).Select(
                i => random.Any(programme, random.Next(60) == 0 ? 0 : i, random.AnyDay()))];
            Instant at = RandomReferrals.Day(random.Next(24));
            ReferralLedgerState state = ReferralLedger.From(programme, facts).StateAt(at);
            Compare(new LedgerInSentences(programme, facts, at), state, seed);
            reached.UnionWith(state.Referrals.Select(static r => (r.State, r.Reward)));
        }

        // The runs would prove little if they had not been everywhere.
        Assert.Equal(Enum.GetValues<ReferralState>(), reached.Select(static r => r.Item1).Distinct().Order());
        Assert.Equal(Enum.GetValues<RewardState>(), reached.Select(static r => r.Item2).Distinct().Order());
    }

    [Fact]
    public void Facts_InAnyOrderRepeatedAndMergedInAnyParts_GiveTheSameLedger()
    {
        for (int seed = 0; seed < Runs; seed++)
        {
            var random = new RandomReferrals(seed);
            ReferralProgramme programme = random.Programme();
            ReferralFact[] facts = [.. Enumerable.Range(0, 3 + random.Next(20)).Select(
                i => random.Any(programme, random.Next(20) == 0 ? 0 : i, random.AnyDay()))];
            ReferralLedger ledger = ReferralLedger.From(programme, facts);
            ReferralLedger other = random.Shuffled(facts.Concat(facts.Take(random.Next(facts.Length)))).Aggregate(
                ReferralLedger.From(programme), static (sum, fact) => sum.Add(fact));
            int cut = random.Next(facts.Length + 1);
            ReferralLedger left = ReferralLedger.From(programme, random.Shuffled(facts.Take(cut + 1)));
            ReferralLedger right = ReferralLedger.From(programme, random.Shuffled(facts.Skip(cut)));
            Instant at = random.AnyDay();
            Assert.All(
                new[] { other, left.Merge(right), right.Merge(left), ledger.Merge(left), left.Merge(right).Merge(left.Merge(right)) },
                same =>
                {
                    Assert.Equal(ledger, same);
                    Assert.Equal(ledger.GetHashCode(), same.GetHashCode());
                    Assert.Equal(ledger.Conflicts, same.Conflicts);
                    Assert.Equal(ledger.StateAt(at).Referrals, same.StateAt(at).Referrals);
                    Assert.Equal(ledger.StateAt(at).Due, same.StateAt(at).Due);
                });
            Assert.Same(ledger, ledger.Add(facts[0]));
            Assert.Same(ledger, ledger.Add(facts));
            Assert.Same(ledger, ledger.Merge(left));
        }
    }

    // A ledger that was asked before each fact, and so grew, beside one that is made anew of the same facts.
    [Fact]
    public void GrownFactByFact_InTimeOrNot_AnswersAsOneMadeAnew()
    {
        for (int seed = 0; seed < Runs / 4; seed++)
        {
            var random = new RandomReferrals(seed);
            ReferralProgramme programme = random.Programme();
            ReferralFact[] facts = [.. Enumerable.Range(0, 6 + random.Next(20)).Select(
                i => random.Any(programme, random.Next(20) == 0 ? 0 : i, random.AnyDay()))];

            // Mostly in time, as they come; some late.
            facts = random.Next(4) == 0 ? facts : [.. facts.OrderBy(f => random.Next(8) == 0 ? RandomReferrals.Day(20) : f.At)];
            ReferralLedger grown = ReferralLedger.From(programme);
            for (int count = 0; count < facts.Length; count++)
            {
                ReferralLedger anew = ReferralLedger.From(programme, facts.Take(count));
                ReferralFact asked = random.Any(programme, 100, facts[count].At);
                Assert.Equal(anew.Decide(facts[count]), grown.Decide(facts[count]));
                Assert.Equal(anew.Decide(asked), grown.Decide(asked));
                Assert.Equal(anew.StateAt(asked.At).BudgetLeft, grown.Decide(asked).BudgetLeft);
                Instant at = random.AnyDay();
                Assert.Equal(anew.StateAt(at).Referrals, grown.StateAt(at).Referrals);
                Assert.Equal(anew.StateAt(at).Due, grown.StateAt(at).Due);
                Assert.Equal(anew.StateAt(at).Committed, grown.StateAt(at).Committed);
                grown = grown.Add(facts[count]);
            }
        }
    }

    [Fact]
    public void StateAt_WhatHappensLater_ChangesNothing()
    {
        for (int seed = 0; seed < Runs; seed++)
        {
            var random = new RandomReferrals(seed);
            ReferralProgramme programme = random.Programme();
            ReferralFact[] facts = [.. Enumerable.Range(0, 3 + random.Next(20)).Select(i => random.Any(programme, i, random.AnyDay()))];
            Instant at = random.AnyDay();
            Assert.Equal(
                ReferralLedger.From(programme, facts.Where(f => f.At <= at)).StateAt(at).Referrals,
                ReferralLedger.From(programme, facts).StateAt(at).Referrals);
        }
    }

    // One writer, in time: what it asks for is granted and paid only when the ledger says yes.
    [Fact]
    public void OneWriterWhoAsks_KeepsTheInvariantsAtEveryStep()
    {
        var refused = new HashSet<string>(StringComparer.Ordinal);
        int granted = 0;
        for (int seed = 0; seed < 2 * Runs; seed++)
        {
            var random = new RandomReferrals(seed);
            ReferralProgramme programme = random.Programme();
            ReferralLedger ledger = ReferralLedger.From(programme);
            Instant at = Sample.Begins;
            for (int step = 0; step < 30; step++)
            {
                at += Duration.FromDays(random.Next(3) == 0 ? 1 : 0);
                ReferralFact fact = Step(random, ledger, programme, step, at);
                if (IsToldLate(ledger, fact))
                {
                    continue;
                }

                ReferralDecision decision = ledger.Decide(fact);
                ReferralLedger told = ledger.Add(fact);
                Assert.Equal(decision, ledger.Decide(fact));
                Assert.Equal(decision, told.Decide(fact));
                Check(ledger, fact, decision, seed);
                refused.UnionWith(decision.Reasons.Select(static r => r.Code));
                bool isAsked = fact.Kind >= ReferralFactKind.Granted;
                granted += isAsked && decision.IsAllowed && fact.Kind == ReferralFactKind.Granted ? 1 : 0;
                ledger = !isAsked || decision.IsAllowed ? told : ledger;
                CheckInvariants(ledger, at, seed);
            }
        }

        Assert.True(granted > Runs / 4, $"Only {granted} grants.");
        Assert.Superset(
            Sample.Codes(
                ReferralReasons.BudgetExhausted, ReferralReasons.RewardCapReached, ReferralReasons.HelpersMissing,
                ReferralReasons.HoldNotOver,
                ReferralReasons.UnderReview, ReferralReasons.AnotherReferrerCameFirst, ReferralReasons.NotGranted,
                ReferralReasons.AlreadyGranted,
                ReferralReasons.AlreadyPaid, ReferralReasons.NothingOwedBack, ReferralReasons.ClosesARing,
                ReferralReasons.RefereeIsReferrer,
                ReferralReasons.RefereeIsCustomer, ReferralReasons.BoughtBeforeJoining, ReferralReasons.ReturnWindowOpen).ToHashSet(
                    StringComparer.Ordinal),
            refused);
    }

    // Whatever is told by whomever: what the ledger adds up is what it holds.
    [Fact]
    public void AnyFacts_TheBudgetAddsUp()
    {
        bool wasOver = false;
        for (int seed = 0; seed < Runs; seed++)
        {
            var random = new RandomReferrals(seed);
            ReferralProgramme programme = random.Programme();
            ReferralFact[] facts = [.. Enumerable.Range(0, 25).Select(i => random.Any(programme, i, random.AnyDay()))];
            ReferralLedger ledger = ReferralLedger.From(programme, facts);
            ReferralLedgerState state = ledger.StateAt(RandomReferrals.Day(20));
            Assert.Equal(programme.Options.Budget, state.Committed + state.BudgetLeft - state.Overcommitted);
            Assert.True(state.BudgetLeft.IsZero || state.Overcommitted.IsZero);
            Assert.True(state.OwedBack <= state.Paid && state.Paid <= state.Committed);
            if (!state.Overcommitted.IsZero)
            {
                wasOver = true;
                Assert.All(
                    state.Due, due => Assert.Contains("referral.overcommitted", Codes(
                        ledger.Decide(Grant(programme, due, RandomReferrals.Day(20))))));
            }
        }

        Assert.True(wasOver);
    }

    // First code wins, by instant and then by code: an opening of the same instant with an earlier code was to be told first. Told later it
    // changes who has earned, and may bring a withdrawn grant back when it ends.
    private static bool IsToldLate(ReferralLedger ledger, ReferralFact fact) =>
        fact.Kind == ReferralFactKind.Opened && ledger.Facts.Any(told =>
            told.Kind == ReferralFactKind.Opened && told.Referee == fact.Referee && told.At == fact.At
            && ReferralFact.CompareInTime(told, fact) > 0);

    private static ReferralFact Step(RandomReferrals random, ReferralLedger ledger, ReferralProgramme programme, int step, Instant at)
    {
        ReferralLedgerState state = ledger.StateAt(at);
        CustomerEventId id = RandomReferrals.EventId(step);
        Referral? one = state.Referrals.Length == 0 ? null : state.Referrals[random.Next(state.Referrals.Length)];
        return random.Next(4) != 0 || one is null ? random.Any(programme, step, at)
            : state.Due.Length > 0 && random.Next(2) == 0 ? ReferralFact.Granted(
                id, at, state.Due[0].Referee, state.Due[0].Code, programme.Options.Reward)
            : one.Reward == RewardState.Granted ? ReferralFact.PaidOut(id, at, one.Referee, one.Code, programme.Options.Reward)
            : one.Reward == RewardState.OwedBack ? ReferralFact.Recovered(id, at, one.Referee, one.Code, one.Committed)
            : ReferralFact.Granted(id, at, one.Referee, one.Code, programme.Options.Reward);
    }

    // The answer, told from the states alone.
    private static void Check(ReferralLedger ledger, ReferralFact fact, ReferralDecision decision, int seed)
    {
        ReferralLedgerState state = ledger.StateAt(fact.At);
        Referral? referral = fact.CodeText.Length > 0 ? state.Find(fact.Referee, fact.CodeText) : null;
        Assert.Equal(state.BudgetLeft, decision.BudgetLeft);
        bool expected = fact.Kind switch
        {
            ReferralFactKind.Granted => referral?.Reward == RewardState.Due && state.BudgetLeft >= ledger.Programme.Options.Reward,
            ReferralFactKind.PaidOut when decision.IsAllowed => referral?.Reward == RewardState.Granted
                && referral.State != ReferralState.Flagged,
            ReferralFactKind.Recovered => referral?.Reward == RewardState.OwedBack,
            ReferralFactKind.Opened => ledger.Add(fact).StateAt(fact.At).Find(fact.Referee, fact.CodeText)!.State != ReferralState.Void,
            _ => decision.IsAllowed,
        };
        Assert.True(expected == decision.IsAllowed, $"Seed {seed}: {fact.Kind} of {fact.Referee} by {fact.CodeText}: {decision.Decision}.");
    }

    private static void CheckInvariants(ReferralLedger ledger, Instant at, int seed)
    {
        ReferralLedgerState state = ledger.StateAt(at);
        ReferralProgramme programme = ledger.Programme;
        string told = $"Seed {seed}.";
        Assert.True(state.Overcommitted.IsZero && state.Committed <= programme.Options.Budget, told + " Money out exceeds the budget.");
        Assert.True(state.Paid <= state.Committed, told + " More is paid than was set aside.");
        Assert.All(state.Referrals.GroupBy(static r => r.Referee), of =>
            Assert.True(
                of.Count(static r => r.State is ReferralState.Qualified or ReferralState.Pending or ReferralState.Open) <= 1,
                told + " A newcomer counts twice."));
        Assert.All(state.Referrals, referral =>
        {
            Assert.Equal(referral.Reasons.IsEmpty, referral.State == ReferralState.Qualified);
            Assert.True(
                referral.Referrer is null || state.RewardsOf(referral.Referrer.Value) <= programme.Options.Limits.RewardsPerReferrerMax,
                told + " Over the cap.");
            Assert.True(
                referral.State != ReferralState.Flagged || referral.Reward != RewardState.Due,
                told + " A flagged referral has a due reward.");
            Assert.True(
                programme.Options.PaidPer != PayTrigger.PerPurchase || referral.State == ReferralState.Qualified
                    || referral.Reward != RewardState.Due,
                told + " A reward is due that is not earned.");
            Assert.True(
                programme.Options.PaidPer != PayTrigger.PerPurchase || referral.State != ReferralState.Void
                    || referral.Reward is RewardState.None or RewardState.Withdrawn or RewardState.OwedBack or RewardState.TakenBack,
                told + " A void referral keeps its reward.");
            Assert.NotEqual(referral.State == ReferralState.Void ? null : referral.Referrer, referral.Referee);
        });
    }

    private static void Compare(LedgerInSentences model, ReferralLedgerState state, int seed)
    {
        Assert.Equal(model.Referrals.Order(), state.Referrals.Select(static r => (r.Referee, r.Code)).Order());
        Assert.All(state.Referrals, referral =>
        {
            var expected = (model.StateOf(referral.Referee, referral.Code), model.RewardOf(referral.Referee, referral.Code));
            Assert.True(
                expected == (referral.State, referral.Reward),
                $"Seed {seed}: {referral.Referee} by {referral.Code} is {referral.State}, {referral.Reward}; {expected}.");
        });
        Assert.True(
            model.Committed == state.Committed.Amount, $"Seed {seed}: {state.Committed} is committed, {model.Committed} by the sentences.");
        Assert.All(Enumerable.Range(0, 4).Select(RandomReferrals.Person), one => Assert.Equal(model.RewardsOf(one), state.RewardsOf(one)));
    }

    private static ReferralFact Grant(ReferralProgramme programme, Referral due, Instant at) =>
        ReferralFact.Granted(CustomerEventId.From("grant"), at, due.Referee, due.Code, programme.Options.Reward);

    private static string[] Codes(ReferralDecision decision) => [.. decision.Reasons.Select(static r => r.Code)];
}
