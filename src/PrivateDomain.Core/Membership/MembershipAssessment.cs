using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Membership;

/// <summary>How a member came to the present term of a tier (等级变动).</summary>
/// <remarks>The default value is <see cref="None"/>.</remarks>
public enum MembershipMove
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>Joined (入会).</summary>
    Joined,

    /// <summary>Rose (升级).</summary>
    Rose,

    /// <summary>Earned the tier again when its validity was over (续期).</summary>
    Renewed,

    /// <summary>Fell (降级).</summary>
    Fell,
}

/// <summary>Why a member has the tier now (保级状态).</summary>
/// <remarks>The default value is <see cref="Unknown"/>.</remarks>
public enum MembershipHold
{
    /// <summary>Not said (未知).</summary>
    Unknown = 0,

    /// <summary>It is earned (已达标).</summary>
    Earned,

    /// <summary>It is not earned now, but still valid (有效期内).</summary>
    Valid,

    /// <summary>It is not earned and the validity is over, but the grace is not (宽限期).</summary>
    Grace,

    /// <summary>It is not earned, but nobody falls (不降级).</summary>
    Kept,
}

/// <summary>What a member still has to earn for a tier (差额).</summary>
/// <remarks>Equality is that of all parts; there is no ordering. The default value needs nothing for no tier.</remarks>
[JsonConverter(typeof(MembershipNeedJsonConverter))]
public readonly record struct MembershipNeed
{
    internal MembershipNeed(string tier, decimal amount, LocalDate from, LocalDate? by)
    {
        Tier = tier;
        Amount = amount;
        From = from;
        By = by;
    }

    /// <summary>The code of the tier; null in the default value.</summary>
    public string? Tier { get; }

    /// <summary>How much is still to be earned; 0 when what was earned is enough.</summary>
    public decimal Amount { get; }

    /// <summary>The first day on which earning counts for it.</summary>
    public LocalDate From { get; }

    /// <summary>The last day on which the amount is enough; null when there is no end.</summary>
    public LocalDate? By { get; }
}

/// <summary>The tier of a member, since when and up to when, why it is held, and what is still needed (会员评定).</summary>
/// <remarks>Equality is that of all parts, the reasons in order. Immutable, so safe on any thread.</remarks>
[JsonConverter(typeof(MembershipAssessmentJsonConverter))]
public sealed record MembershipAssessment
{
    internal MembershipAssessment(
        string tier, MembershipMove move, LocalDate since, LocalDate validUntil, MembershipHold hold, decimal earned,
        ImmutableArray<Reason> reasons,
        MembershipNeed? toStay, MembershipNeed? toRise)
    {
        Tier = tier;
        Move = move;
        Since = since;
        ValidUntil = validUntil;
        Hold = hold;
        Earned = earned;
        Reasons = reasons;
        ToStay = toStay;
        ToRise = toRise;
    }

    /// <summary>The code of the tier.</summary>
    public string Tier { get; }

    /// <summary>How the present term began.</summary>
    public MembershipMove Move { get; }

    /// <summary>The shop's day on which the present term began.</summary>
    public LocalDate Since { get; }

    /// <summary>The last day of its validity; the grace comes after it.</summary>
    public LocalDate ValidUntil { get; }

    /// <summary>Why the tier is held.</summary>
    public MembershipHold Hold { get; }

    /// <summary>What was earned, as far as it counts now.</summary>
    public decimal Earned { get; }

    /// <summary>How the term began, and why the tier is held; never empty.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    /// <summary>What is still needed to stay when validity and grace are over (保级差额); null where nobody can fall.</summary>
    public MembershipNeed? ToStay { get; }

    /// <summary>What is still needed for the next tier (升级差额); null at the top.</summary>
    public MembershipNeed? ToRise { get; }

    /// <inheritdoc/>
    public bool Equals(MembershipAssessment? other) =>
        other is not null && string.Equals(Tier, other.Tier, StringComparison.Ordinal) && Move == other.Move && Since == other.Since
        && ValidUntil == other.ValidUntil && Hold == other.Hold && Earned == other.Earned && ToStay == other.ToStay
            && ToRise == other.ToRise
        && Contents.Equal(Reasons, other.Reasons);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Tier, Move, Since, ValidUntil, Hold, Earned, ToStay, ToRise);
}
