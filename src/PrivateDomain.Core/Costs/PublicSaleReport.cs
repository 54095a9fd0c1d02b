using System.Collections.Immutable;

namespace PrivateDomain.Core.Costs;

/// <summary>What is said of a public sale (带货结论).</summary>
/// <remarks>The default value is <see cref="Undecidable"/>.</remarks>
public enum PublicSaleVerdict
{
    /// <summary>Nothing is known to harm, but a fact is missing (无法判断).</summary>
    Undecidable = 0,

    /// <summary>The price floor or a red line is broken (有害).</summary>
    Harmful,

    /// <summary>Floor and red lines hold, but the shop gained too little by it (需谨慎).</summary>
    Caution,

    /// <summary>Everything holds: it earned, it linked, and volume and price are up together (健康，量价齐涨).</summary>
    Healthy,
}

/// <summary>What the guard says of a sale, with its figures (带货评估).</summary>
/// <remarks>Equality is that of all parts, the reasons in order.</remarks>
public sealed record PublicSaleReport
{
    internal PublicSaleReport(
        PublicSaleVerdict verdict, ImmutableArray<Reason> reasons, Money? profitPerUnit, Money? profitInAll, Ratio linkedShare, Ratio pulledForward)
    {
        Verdict = verdict;
        Reasons = reasons;
        ProfitPerUnit = profitPerUnit;
        ProfitInAll = profitInAll;
        LinkedShare = linkedShare;
        PulledForward = pulledForward;
    }

    /// <summary>The verdict.</summary>
    public PublicSaleVerdict Verdict { get; }

    /// <summary>All that speaks against the sale, what harms first, and then what is not known. Empty exactly when it is healthy.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    /// <summary>What a unit sold earns after commission, hook and returns, without the fixed fee; null when a fact is missing.</summary>
    public Money? ProfitPerUnit { get; }

    /// <summary>What all units earn less the fixed fee; null when a fact is missing.</summary>
    public Money? ProfitInAll { get; }

    /// <summary>The share of buyers who became linked (沉淀率); unknown when nobody bought.</summary>
    public Ratio LinkedShare { get; }

    /// <summary>By which share sales after it fell short of what was expected, 0 % when they did not (透支率); unknown when nothing was expected.</summary>
    public Ratio PulledForward { get; }

    /// <inheritdoc/>
    public bool Equals(PublicSaleReport? other) =>
        other is not null && Verdict == other.Verdict && ProfitPerUnit == other.ProfitPerUnit && ProfitInAll == other.ProfitInAll &&
        LinkedShare == other.LinkedShare && PulledForward == other.PulledForward && Reasons.AsSpan().SequenceEqual(other.Reasons.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Verdict, ProfitPerUnit, ProfitInAll, LinkedShare, PulledForward);
}
