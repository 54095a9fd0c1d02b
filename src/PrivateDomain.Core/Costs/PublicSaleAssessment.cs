using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Costs;

/// <summary>What is said of a public sale (带货结论).</summary>
/// <remarks>The default value is <see cref="Unknown"/>. Above it, greater is better.</remarks>
public enum PublicSaleHealth
{
    /// <summary>Nothing is known to harm, but a fact is missing (无法判断).</summary>
    Unknown = 0,

    /// <summary>The price floor or a red line is broken (有害).</summary>
    Harmful = 1,

    /// <summary>Floor and red lines hold, but the shop gained too little by it (需谨慎).</summary>
    Caution = 2,

    /// <summary>Everything holds: it earned, it linked, and volume and price are up together (健康，量价齐涨).</summary>
    Healthy = 3,
}

/// <summary>What a policy says of a public sale, with its figures (带货评估).</summary>
/// <remarks>Equality is that of all parts, the reasons in order; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record PublicSaleAssessment
{
    internal PublicSaleAssessment(
        PublicSaleHealth health, ImmutableArray<Reason> reasons, (Money? PerUnit, Money? InAll) profit, (Ratio Linked, Ratio Pulled) shares)
    {
        Health = health;
        Reasons = reasons;
        (ProfitPerUnit, ProfitInAll) = profit;
        (LinkedShare, PulledForward) = shares;
    }

    /// <summary>The verdict.</summary>
    public PublicSaleHealth Health { get; }

    /// <summary>All that speaks against the sale, what harms first, and then what is not known. Empty exactly when it is healthy.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    /// <summary>What a unit sold earns after commission, hook and returns, without the fixed fee; null when a fact is missing.</summary>
    public Money? ProfitPerUnit { get; }

    /// <summary>What all units earn less the fixed fee; null when a fact is missing.</summary>
    public Money? ProfitInAll { get; }

    /// <summary>The share of buyers who became linked (沉淀率); unknown when a fact is missing, or when nobody bought.</summary>
    public Ratio LinkedShare { get; }

    /// <summary>By which share sales after it fell short of what was expected (透支率), 0 % when they did not or nothing was expected;
    /// unknown when a fact is
    /// missing.</summary>
    public Ratio PulledForward { get; }

    /// <inheritdoc/>
    public bool Equals(PublicSaleAssessment? other) =>
        other is not null && Health == other.Health && ProfitPerUnit == other.ProfitPerUnit && ProfitInAll == other.ProfitInAll &&
        LinkedShare == other.LinkedShare && PulledForward == other.PulledForward && Contents.Equal(Reasons, other.Reasons);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Health, ProfitPerUnit, ProfitInAll, LinkedShare, PulledForward);
}
