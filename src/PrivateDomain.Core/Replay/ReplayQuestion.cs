using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Core.Research;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Replay;

/// <summary>Which past is looked at under two rules (规则回放范围).</summary>
/// <remarks>Immutable. Equality is that of the members, of the referral facts in their order.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record ReplayQuestion
{
    /// <summary>The instant as of which stages, segments and rewards are compared; nothing later is seen.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>From when on touches are asked about again.</summary>
    public required Instant TouchesFrom { get; init; }

    /// <summary>How many days of 24 hours customers are followed after a touch: 1 to 365. Touches younger than that at
    /// <see cref="AsOf"/> are left out.</summary>
    public int FollowDays { get; init; } = 30;

    /// <summary>The carrier of touches whose event tells none; none: they are left out.</summary>
    public Carrier Carrier { get; init; }

    /// <summary>How often the intervals are to hold the true difference.</summary>
    public ConfidenceLevel Confidence { get; init; } = ConfidenceLevel.NinetyFive;

    /// <summary>Adds the host's own facts to the values that segments read; null: there are none.</summary>
    public Func<FactValues, FactValues>? OwnFacts { get; init; }

    /// <summary>The referral programme until now; null: rewards are not compared.</summary>
    public ReferralProgramme? ProgrammeBefore { get; init; }

    /// <summary>The referral programme under the other rules; null: rewards are not compared.</summary>
    public ReferralProgramme? ProgrammeAfter { get; init; }

    /// <summary>What happened with referrals, in any order.</summary>
    public ImmutableArray<ReferralFact> ReferralFacts { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(ReplayQuestion? other) =>
        other is not null && AsOf == other.AsOf && TouchesFrom == other.TouchesFrom && FollowDays == other.FollowDays
            && Carrier == other.Carrier && Confidence == other.Confidence && OwnFacts == other.OwnFacts
            && ProgrammeBefore == other.ProgrammeBefore && ProgrammeAfter == other.ProgrammeAfter
            && Contents.Equal(ReferralFacts, other.ReferralFacts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(AsOf, TouchesFrom, FollowDays, Carrier, Confidence, Contents.Hash(ReferralFacts));
}
