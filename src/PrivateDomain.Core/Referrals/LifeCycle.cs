using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PrivateDomain.Core.Referrals;

/// <summary>One cell of a life cycle's table (状态转移): what a move does in a state.</summary>
/// <remarks>Equality is that of all parts. The default value is a refused move from the first state, with the reason <c>decision.never_made</c>.</remarks>
/// <typeparam name="TState">The states.</typeparam>
/// <typeparam name="TMove">The moves.</typeparam>
public readonly record struct Transition<TState, TMove>
    where TState : struct, Enum
    where TMove : struct, Enum
{
    internal Transition(TState from, TMove move, TState to, ReasonDefinition? refusal)
    {
        From = from;
        Move = move;
        To = to;
        Decision = refusal is null ? Decision.Allowed : Decision.Denied(refusal.With(from.ToString(), move.ToString()));
    }

    /// <summary>The state before.</summary>
    public TState From { get; }

    /// <summary>The move.</summary>
    public TMove Move { get; }

    /// <summary>The state after; the same as before when the move is refused or was already made.</summary>
    public TState To { get; }

    /// <summary>Whether the move may be made; making it again is allowed and changes nothing.</summary>
    public Decision Decision { get; }
}

/// <summary>A small state machine as a table with a cell for every state and move (生命周期).</summary>
/// <remarks>Equality is that of the object; the two machines are <see cref="LifeCycles.Referral"/> and <see cref="LifeCycles.Reward"/>.</remarks>
/// <typeparam name="TState">The states.</typeparam>
/// <typeparam name="TMove">The moves.</typeparam>
public sealed class LifeCycle<TState, TMove>
    where TState : struct, Enum
    where TMove : struct, Enum
{
    private readonly FrozenDictionary<(TState State, TMove Move), Transition<TState, TMove>> cells;

    internal LifeCycle(Func<TState, TMove, (TState To, ReasonDefinition? Refusal)> cell)
    {
        Transitions =
        [
            .. Enum.GetValues<TState>().SelectMany(_ => Enum.GetValues<TMove>(), (state, move) =>
            {
                (TState to, ReasonDefinition? refusal) = cell(state, move);
                return new Transition<TState, TMove>(state, move, to, refusal);
            }),
        ];
        cells = Transitions.ToFrozenDictionary(static t => (t.From, t.Move));
    }

    /// <summary>Every cell, by state, then by move.</summary>
    public ImmutableArray<Transition<TState, TMove>> Transitions { get; }

    /// <summary>What a move does in a state. Allocates nothing.</summary>
    /// <param name="state">The state.</param>
    /// <param name="move">The move.</param>
    /// <exception cref="ArgumentOutOfRangeException">The state or the move is outside its enumeration.</exception>
    public Transition<TState, TMove> After(TState state, TMove move) =>
        cells.TryGetValue((state, move), out Transition<TState, TMove> transition)
            ? transition
            : throw new ArgumentOutOfRangeException(Enum.IsDefined(state) ? nameof(move) : nameof(state), (state, move), "A state and a move of the enumerations are needed.");
}

/// <summary>The life cycles of a referral and of its reward (推荐与奖励的生命周期). From D41.</summary>
public static class LifeCycles
{
    /// <summary>Open → pending → qualified, with a look in between where needed; void from everywhere, for good.</summary>
    public static LifeCycle<ReferralState, ReferralMove> Referral { get; } = new(OfReferral);

    /// <summary>Held → due → paid; what ends unpaid is withdrawn, what was paid is taken back.</summary>
    public static LifeCycle<RewardState, RewardMove> Reward { get; } = new(OfReward);

    /// <summary>Whether a move makes a referral void.</summary>
    /// <param name="move">The move.</param>
    public static bool Voids(ReferralMove move) =>
        move is ReferralMove.Refund or ReferralMove.Cancel or ReferralMove.DeleteEarly or ReferralMove.Reject or ReferralMove.Expire;

    private static (ReferralState To, ReasonDefinition? Refusal) OfReferral(ReferralState state, ReferralMove move) => (state, move) switch
    {
        (_, ReferralMove.None) => (state, ReferralReasons.NoMove),
        (ReferralState.None, ReferralMove.Open) => (ReferralState.Open, null),
        (ReferralState.None, _) => (state, ReferralReasons.NotOpened),
        (_, ReferralMove.Open) => (state, null),
        (ReferralState.Void, _) when Voids(move) => (state, null),
        (ReferralState.Void, _) => (state, ReferralReasons.IsVoid),
        (ReferralState.Qualified, ReferralMove.Expire) => (state, ReferralReasons.AlreadyQualified),
        _ when Voids(move) => (ReferralState.Void, null),
        (ReferralState.Open, ReferralMove.Join) => (ReferralState.Pending, null),
        (_, ReferralMove.Join) => (state, null),
        (ReferralState.Open, _) => (state, ReferralReasons.NotJoined),
        (_, ReferralMove.Flag) => (ReferralState.Flagged, null),
        (ReferralState.Flagged, ReferralMove.Clear) => (ReferralState.Pending, null),
        (_, ReferralMove.Clear) => (state, null),
        (ReferralState.Flagged, _) => (state, ReferralReasons.UnderReview),
        _ => (ReferralState.Qualified, null),
    };

    private static (RewardState To, ReasonDefinition? Refusal) OfReward(RewardState state, RewardMove move) => (state, move) switch
    {
        (_, RewardMove.None) => (state, ReferralReasons.NoMove),
        (RewardState.Paid, RewardMove.TakeBack) => (RewardState.TakenBack, null),
        (RewardState.TakenBack or RewardState.Withdrawn, RewardMove.TakeBack) => (state, null),
        (_, RewardMove.TakeBack) => (RewardState.Withdrawn, null),
        (RewardState.TakenBack or RewardState.Withdrawn, _) => (state, ReferralReasons.RewardEnded),
        (RewardState.None, RewardMove.Hold) => (RewardState.Held, null),
        (_, RewardMove.Hold) => (state, null),
        (RewardState.None, _) => (state, ReferralReasons.NotEarned),
        (RewardState.Held, RewardMove.Release) => (RewardState.Due, null),
        (_, RewardMove.Release) => (state, null),
        (RewardState.Held, _) => (state, ReferralReasons.NotDue),
        _ => (RewardState.Paid, null),
    };
}
