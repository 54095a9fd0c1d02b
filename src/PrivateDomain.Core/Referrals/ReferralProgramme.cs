using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Referrals;

/// <summary>A referral programme (裂变活动), checked.</summary>
/// <remarks>Equality is that of the options. Immutable, so safe on any thread.</remarks>
/// <example>
/// <code>
/// ReferralProgramme programme = ReferralProgramme.Create(new ReferralProgrammeOptions
/// {
///     Name = "summer",
///     Mechanic = ReferralMechanic.InviteFriends,
///     Logic = ReferralLogic.LifetimeValue,
///     PaidPer = PayTrigger.PerPurchase,
///     Reward = Money.Yuan(10m),
///     Hook = Gift.Virtual(Money.Yuan(500m)),
///     Budget = Money.Yuan(5_000m),
///     Begins = Instant.FromUtc(2026, 6, 1, 0, 0),
///     Ends = Instant.FromUtc(2026, 7, 1, 0, 0),
/// });
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class ReferralProgramme : IEquatable<ReferralProgramme>
{
    private ReferralProgramme(ReferralProgrammeOptions options)
    {
        Options = options;
        Runs = new Interval(options.Begins, options.Ends);
    }

    /// <summary>The figures it was made of.</summary>
    public ReferralProgrammeOptions Options { get; }

    /// <summary>When it runs: from its start, up to but without its end.</summary>
    public Interval Runs { get; }

    /// <summary>Makes a programme.</summary>
    /// <param name="options">The figures.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="InvalidPolicyException">Figures are wrong; all of them are named.</exception>
    public static ReferralProgramme Create(ReferralProgrammeOptions options)
    {
        Descriptions.Of<ReferralProgrammeOptions>().ThrowIfWrong(options);
        return new ReferralProgramme(options);
    }

    /// <summary>Tries to make a programme.</summary>
    /// <param name="options">The figures.</param>
    /// <param name="programme">The programme, or null.</param>
    /// <param name="mistakes">All mistakes; empty when there are none.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    public static bool TryCreate(ReferralProgrammeOptions options, [NotNullWhen(true)] out ReferralProgramme? programme,
        out ImmutableArray<Mistake> mistakes)
    {
        mistakes = Descriptions.Of<ReferralProgrammeOptions>().Check(options);
        programme = mistakes.IsEmpty ? new ReferralProgramme(options) : null;
        return mistakes.IsEmpty;
    }

    /// <inheritdoc/>
    public bool Equals(ReferralProgramme? other) => other is not null && Options == other.Options;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReferralProgramme);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.GetHashCode();

    /// <summary>Whether both are equal.</summary>
    public static bool operator ==(ReferralProgramme? left, ReferralProgramme? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(ReferralProgramme? left, ReferralProgramme? right) => !(left == right);
}
