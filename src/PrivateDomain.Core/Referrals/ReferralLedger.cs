using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Referrals;

/// <summary>All referrals of a programme and what they cost (裂变台账). It does not change: telling an event gives the ledger after it.</summary>
/// <remarks>
/// <para>Kept on every path: due and paid rewards together never exceed the budget; one newcomer counts once, for the first code; no referrer has more rewards than
/// the cap; a void referral has no due or paid reward; telling an event again changes nothing.</para>
/// <para>What was taken back, or withdrawn before payment, is in the budget again.</para>
/// <para>Telling costs O(log n) in the referrals. Equality is that of the object.</para>
/// </remarks>
public sealed class ReferralLedger
{
    private readonly ImmutableDictionary<CustomerId, ReferralRecord> records;
    private readonly ImmutableDictionary<CustomerId, (int Earned, int Given)> referrers;
    private readonly ImmutableDictionary<CustomerEventId, ReferralEvent> told;

    private ReferralLedger(
        ReferralProgramme programme,
        ImmutableDictionary<CustomerId, ReferralRecord> records,
        ImmutableDictionary<CustomerId, (int Earned, int Given)> referrers,
        ImmutableDictionary<CustomerEventId, ReferralEvent> told,
        Money committed,
        Money paid)
    {
        Programme = programme;
        this.records = records;
        this.referrers = referrers;
        this.told = told;
        Committed = committed;
        Paid = paid;
    }

    /// <summary>The programme.</summary>
    public ReferralProgramme Programme { get; }

    /// <summary>Rewards that are due or paid (已占用预算); at most the budget.</summary>
    public Money Committed { get; }

    /// <summary>Rewards that are paid and not taken back; at most what is committed.</summary>
    public Money Paid { get; }

    /// <summary>All referrals, in no order.</summary>
    public IEnumerable<ReferralRecord> Records => records.Values;

    /// <summary>How many referrals count now.</summary>
    public int QualifiedCount => records.Values.Count(static r => r.State == ReferralState.Qualified);

    /// <summary>A ledger without referrals.</summary>
    /// <param name="programme">The programme.</param>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    public static ReferralLedger Of(ReferralProgramme programme)
    {
        Money nothing = Money.Zero(Guard.Against.Null(programme).Reward.Currency);
        return new ReferralLedger(
            programme, ImmutableDictionary<CustomerId, ReferralRecord>.Empty, ImmutableDictionary<CustomerId, (int, int)>.Empty,
            ImmutableDictionary<CustomerEventId, ReferralEvent>.Empty, nothing, nothing);
    }

    /// <summary>The referral of a newcomer, or null.</summary>
    /// <param name="referee">The newcomer.</param>
    public ReferralRecord? Find(CustomerId referee) => records.GetValueOrDefault(referee);

    /// <summary>How many rewards of a referrer are due or paid.</summary>
    /// <param name="referrer">The referrer.</param>
    public int RewardsOf(CustomerId referrer) => referrers.GetValueOrDefault(referrer).Given;

    /// <summary>Tells an event.</summary>
    /// <param name="happened">What happened.</param>
    /// <returns>Whether it could be, and the ledger after it: this one when it was refused or told before.</returns>
    /// <exception cref="ArgumentNullException">There is no event.</exception>
    public (Decision Decision, ReferralLedger Ledger) Tell(ReferralEvent happened)
    {
        Guard.Against.Null(happened);
        if (told.TryGetValue(happened.Id, out ReferralEvent? before))
        {
            return (before == happened ? Decision.Allowed : Decision.Denied(ReferralReasons.EventDiffers.With(happened.Id.Text)), this);
        }

        ReferralRecord record = Find(happened.Referee)
            ?? new ReferralRecord(happened.Referrer, happened.Referee, ReferralState.None, RewardState.None, null, null);
        (Decision decision, ReferralRecord after) = record.Referrer != happened.Referrer
            ? (Decision.Denied(ReferralReasons.AnotherCodeCameFirst.With(happened.Referrer.Text, record.Referrer.Text)), record)
            : happened.Move == ReferralMove.None ? MoveReward(record, happened.RewardMove, happened.At)
            : MoveReferral(record, happened.Move, happened.At);
        return (decision, decision.IsAllowed ? With(record, after, happened) : this);
    }

    private (Decision Decision, ReferralRecord After) MoveReferral(ReferralRecord record, ReferralMove move, Instant at)
    {
        Transition<ReferralState, ReferralMove> step = LifeCycles.Referral.After(record.State, move);
        if (!step.Decision.IsAllowed || step.To == record.State)
        {
            return (step.Decision, record);
        }

        if (record.Referrer == record.Referee)
        {
            return (Decision.Denied(ReferralReasons.RefereeIsReferrer.With()), record);
        }

        if (move == ReferralMove.DeleteEarly && record.JoinedAt is { } joined && at - joined >= Programme.Limits.TestPeriod)
        {
            return (Decision.Denied(ReferralReasons.TestPeriodOver.With(at, joined + Programme.Limits.TestPeriod)), record);
        }

        RewardMove follows = step.To == ReferralState.Void ? RewardMove.TakeBack : IsEarned(step.To) ? RewardMove.Hold : RewardMove.None;
        RewardState reward = follows == RewardMove.None ? record.Reward : LifeCycles.Reward.After(record.Reward, follows).To;
        return (Decision.Allowed, new ReferralRecord(
            record.Referrer, record.Referee, step.To, reward,
            record.JoinedAt ?? (move == ReferralMove.Join ? at : null),
            record.EarnedAt ?? (follows == RewardMove.Hold ? at : null)));
    }

    private (Decision Decision, ReferralRecord After) MoveReward(ReferralRecord record, RewardMove move, Instant at)
    {
        Transition<RewardState, RewardMove> step = LifeCycles.Reward.After(record.Reward, move);
        if (!step.Decision.IsAllowed || step.To == record.Reward)
        {
            return (step.Decision, record);
        }

        var reasons = new GateReasons();
        reasons.Unless(record.State != ReferralState.Flagged, ReferralReasons.UnderReview, record.State.ToString(), move.ToString());
        if (move == RewardMove.Release)
        {
            Instant free = record.EarnedAt.GetValueOrDefault() + Programme.Limits.Hold;
            Money left = Programme.Budget - Committed;
            (int earned, int given) = referrers.GetValueOrDefault(record.Referrer);
            int helpers = Programme.Mechanic == ReferralMechanic.InviteFriends ? (given + 1) * Programme.Limits.HelpersNeeded : 0;
            reasons.Unless(at >= free, ReferralReasons.HoldNotOver, at, free);
            reasons.Unless(earned >= helpers, ReferralReasons.HelpersMissing, earned, helpers);
            reasons.Unless(
                given < Programme.Limits.RewardsPerReferrerMax, ReferralReasons.RewardCapReached, given, Programme.Limits.RewardsPerReferrerMax);
            reasons.Unless(left >= Programme.Reward, ReferralReasons.BudgetExhausted, left, Programme.Reward);
        }

        return (reasons.Decide(), new ReferralRecord(record.Referrer, record.Referee, record.State, step.To, record.JoinedAt, record.EarnedAt));
    }

    private bool IsEarned(ReferralState state) => Programme.PaidPer switch
    {
        PayTrigger.PerInvitation => state is ReferralState.Open or ReferralState.Pending or ReferralState.Qualified,
        PayTrigger.PerJoin => state is ReferralState.Pending or ReferralState.Qualified,
        _ => state is ReferralState.Qualified,
    };

    private ReferralLedger With(ReferralRecord before, ReferralRecord after, ReferralEvent newlyTold)
    {
        int earned = (IsLive(after) ? 1 : 0) - (IsLive(before) ? 1 : 0);
        int committed = (IsCommitted(after) ? 1 : 0) - (IsCommitted(before) ? 1 : 0);
        int paid = (after.Reward == RewardState.Paid ? 1 : 0) - (before.Reward == RewardState.Paid ? 1 : 0);
        (int Earned, int Given) of = referrers.GetValueOrDefault(after.Referrer);
        return new ReferralLedger(
            Programme,
            records.SetItem(after.Referee, after),
            referrers.SetItem(after.Referrer, (of.Earned + earned, of.Given + committed)),
            told.Add(newlyTold.Id, newlyTold),
            Committed + (Programme.Reward * committed),
            Paid + (Programme.Reward * paid));
    }

    private static bool IsLive(ReferralRecord record) => record.Reward == RewardState.Held || IsCommitted(record);

    private static bool IsCommitted(ReferralRecord record) => record.Reward is RewardState.Due or RewardState.Paid;
}
