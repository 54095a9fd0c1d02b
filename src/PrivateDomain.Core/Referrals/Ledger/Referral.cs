using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>One newcomer brought by one code, as it stands at an instant (推荐记录).</summary>
/// <remarks>Equality is that of all parts, the reasons in order. Immutable, so safe on any thread.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record Referral
{
    internal Referral(
        CustomerId? referrer,
        CustomerId referee,
        string code,
        Instant? openedAt,
        ReferralState state,
        RewardState reward,
        Money committed,
        Instant? freeAt,
        ImmutableArray<Reason> reasons,
        ImmutableArray<Reason> rewardReasons)
    {
        Referrer = referrer;
        Referee = referee;
        Code = code;
        OpenedAt = openedAt;
        State = state;
        Reward = reward;
        Committed = committed;
        FreeAt = freeAt;
        Reasons = reasons;
        RewardReasons = rewardReasons;
    }

    /// <summary>Whose code it is; null while a reward is told of a referral of which nothing else is known.</summary>
    public CustomerId? Referrer { get; }

    /// <summary>Who came.</summary>
    public CustomerId Referee { get; }

    /// <summary>The text of the code.</summary>
    public string Code { get; }

    /// <summary>When the invitation was taken up; null while that is not told.</summary>
    public Instant? OpenedAt { get; }

    /// <summary>Where the referral stands.</summary>
    public ReferralState State { get; }

    /// <summary>Where its reward stands.</summary>
    public RewardState Reward { get; }

    /// <summary>What the budget has spent on it or set aside for it; 0 when nothing was granted, or when it is back.</summary>
    public Money Committed { get; }

    /// <summary>From when on return window and test period do not hold the reward back, as far as is known; null while nothing is
    /// earned.</summary>
    public Instant? FreeAt { get; }

    /// <summary>Why the referral does not count, all of it; empty exactly when it is <see cref="ReferralState.Qualified"/>.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    /// <summary>Why a reward that was not granted is not due; empty when it is due or was granted.</summary>
    public ImmutableArray<Reason> RewardReasons { get; }

    /// <inheritdoc/>
    public bool Equals(Referral? other) =>
        other is not null && Referrer == other.Referrer && Referee == other.Referee && string.Equals(
            Code, other.Code, StringComparison.Ordinal)
        && OpenedAt == other.OpenedAt && State == other.State && Reward == other.Reward && Committed == other.Committed
            && FreeAt == other.FreeAt
        && Reasons.AsSpan().SequenceEqual(other.Reasons.AsSpan()) && RewardReasons.AsSpan().SequenceEqual(other.RewardReasons.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Referee, Code, State, Reward);
}
