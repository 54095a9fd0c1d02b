using NodaTime;

namespace PrivateDomain.Core.Referrals;

/// <summary>One thing that happened to a referral or its reward (推荐事件): a move, told once or many times.</summary>
/// <remarks>Equality is that of all parts.</remarks>
public sealed record ReferralEvent
{
    private ReferralEvent(CustomerEventId id, CustomerId referrer, CustomerId referee, ReferralMove move, RewardMove rewardMove, Instant at)
    {
        Id = id;
        Referrer = referrer;
        Referee = referee;
        Move = move;
        RewardMove = rewardMove;
        At = at;
    }

    /// <summary>The event: what is told again under it changes nothing.</summary>
    public CustomerEventId Id { get; }

    /// <summary>Who referred.</summary>
    public CustomerId Referrer { get; }

    /// <summary>Who came.</summary>
    public CustomerId Referee { get; }

    /// <summary>What happened to the referral; none for a move of the reward.</summary>
    public ReferralMove Move { get; }

    /// <summary>What happened to the reward; none for a move of the referral.</summary>
    public RewardMove RewardMove { get; }

    /// <summary>When it happened.</summary>
    public Instant At { get; }

    /// <summary>A move of a referral.</summary>
    /// <param name="id">The event; not empty.</param>
    /// <param name="referrer">Who referred; not empty.</param>
    /// <param name="referee">Who came; not empty.</param>
    /// <param name="move">The move; not none.</param>
    /// <param name="at">When.</param>
    /// <exception cref="ArgumentException">An identifier is empty, or there is no such move.</exception>
    public static ReferralEvent Of(CustomerEventId id, CustomerId referrer, CustomerId referee, ReferralMove move, Instant at) =>
        move is >= ReferralMove.Open and <= ReferralMove.Expire
            ? Make(id, referrer, referee, move, RewardMove.None, at)
            : throw new ArgumentOutOfRangeException(nameof(move), move, "A move is needed.");

    /// <summary>A move of a reward that the host makes: release or pay. Earning and taking back follow from the referral.</summary>
    /// <param name="id">The event; not empty.</param>
    /// <param name="referrer">Who referred; not empty.</param>
    /// <param name="referee">Who came; not empty.</param>
    /// <param name="move">Release or pay.</param>
    /// <param name="at">When.</param>
    /// <exception cref="ArgumentException">An identifier is empty, or the move is another.</exception>
    public static ReferralEvent Of(CustomerEventId id, CustomerId referrer, CustomerId referee, RewardMove move, Instant at) =>
        move is RewardMove.Release or RewardMove.Pay
            ? Make(id, referrer, referee, ReferralMove.None, move, at)
            : throw new ArgumentOutOfRangeException(nameof(move), move, "The host tells releases and payments; earning and taking back follow from the referral.");

    private static ReferralEvent Make(CustomerEventId id, CustomerId referrer, CustomerId referee, ReferralMove move, RewardMove rewardMove, Instant at)
    {
        Guard.Against.NullOrWhiteSpace(id.Text, nameof(id));
        Guard.Against.NullOrWhiteSpace(referrer.Text, nameof(referrer));
        Guard.Against.NullOrWhiteSpace(referee.Text, nameof(referee));
        return new ReferralEvent(id, referrer, referee, move, rewardMove, at);
    }
}

/// <summary>A referral as it stands (推荐记录).</summary>
/// <remarks>Equality is that of all parts.</remarks>
public sealed record ReferralRecord
{
    internal ReferralRecord(CustomerId referrer, CustomerId referee, ReferralState state, RewardState reward, Instant? joinedAt, Instant? earnedAt)
    {
        Referrer = referrer;
        Referee = referee;
        State = state;
        Reward = reward;
        JoinedAt = joinedAt;
        EarnedAt = earnedAt;
    }

    /// <summary>Who referred: the first code's owner.</summary>
    public CustomerId Referrer { get; }

    /// <summary>Who came.</summary>
    public CustomerId Referee { get; }

    /// <summary>Where the referral stands.</summary>
    public ReferralState State { get; }

    /// <summary>Where its reward stands.</summary>
    public RewardState Reward { get; }

    /// <summary>When the newcomer joined; null: not yet.</summary>
    public Instant? JoinedAt { get; }

    /// <summary>When the reward was earned; null: not yet.</summary>
    public Instant? EarnedAt { get; }
}
