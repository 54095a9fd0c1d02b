using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Membership;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Outlook;

/// <summary>What is known of one customer whose future is asked for (展望依据).</summary>
/// <remarks>Immutable. What is not given is not looked at. Equality is that of the members, of lists in their order.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record OutlookFacts
{
    /// <summary>What happened with the customer up to <see cref="AsOf"/>; later events are no part of the question.</summary>
    public required CustomerHistory History { get; init; }

    /// <summary>The instant from which on nothing else happens.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>The carrier on which touches are asked about; none: outreach is not looked at.</summary>
    public Carrier Carrier { get; init; }

    /// <summary>The customer's own zone, for outreach; null: the shop's.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>How the newcomer was received so far; null: reception is not looked at.</summary>
    public ReceptionFacts? Reception { get; init; }

    /// <summary>The referrals of a programme; those of the customer as referrer are looked at. Null: rewards are not.</summary>
    public ReferralLedger? Ledger { get; init; }

    /// <summary>Points earned, where the shop's tiers count points; else what the history tells is earned.</summary>
    public ImmutableArray<Earning> PointsEarned { get; init; } = [];

    /// <summary>Levels of trust whose crossing is asked for, from 0 to 100.</summary>
    public ImmutableArray<double> TrustLevels { get; init; } = [];

    /// <summary>Adds the host's own facts to the values that segments read; null: there are none. It must be a pure function that adds the
    /// same values on every day.</summary>
    public Func<FactValues, FactValues>? OwnFacts { get; init; }

    /// <inheritdoc/>
    public bool Equals(OutlookFacts? other) =>
        other is not null && Equals(History, other.History) && AsOf == other.AsOf && Carrier == other.Carrier && Equals(Zone, other.Zone)
            && Reception == other.Reception && Equals(Ledger, other.Ledger) && OwnFacts == other.OwnFacts
            && Contents.Equal(PointsEarned, other.PointsEarned) && Contents.Equal(TrustLevels, other.TrustLevels);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(History, AsOf, Carrier, Contents.Hash(PointsEarned), Contents.Hash(TrustLevels));
}
