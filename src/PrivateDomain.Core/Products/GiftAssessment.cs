using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Products;

/// <summary>What is said of a gift at a price (赠品结论).</summary>
/// <remarks>The default value is <see cref="Unknown"/>.</remarks>
public enum GiftSuitability
{
    /// <summary>It cannot be computed (无法判断).</summary>
    Unknown = 0,

    /// <summary>It leaves less than the red line (亏损).</summary>
    LosesMoney = 1,

    /// <summary>It keeps the red line (可以赠送).</summary>
    Suitable = 2,
}

/// <summary>What a policy says of a gift at a price, with its figures (赠品评估).</summary>
/// <remarks>Equality is that of all parts, the reasons in order; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record GiftAssessment
{
    internal GiftAssessment(GiftSuitability suitability, ImmutableArray<Reason> reasons, Money? left, Answer<Money> priceMin)
    {
        Suitability = suitability;
        Reasons = reasons;
        Left = left;
        PriceMin = priceMin;
    }

    /// <summary>Whether it may be given.</summary>
    public GiftSuitability Suitability { get; }

    /// <summary>Why not, or why it cannot be said. Empty exactly when it is suitable.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    /// <summary>What is left after all gifts; below 0 is a loss. Null when it cannot be computed.</summary>
    public Money? Left { get; }

    /// <summary>
    /// The lowest price that keeps the red line, in whole minor units, 0 when it may be given away: at it the gift is suitable, one minor
    /// unit lower it is not.
    /// No value when no piece is planned.
    /// </summary>
    public Answer<Money> PriceMin { get; }

    /// <inheritdoc/>
    public bool Equals(GiftAssessment? other) =>
        other is not null && Suitability == other.Suitability && Left == other.Left && PriceMin == other.PriceMin
            && Contents.Equal(Reasons, other.Reasons);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Suitability, Left, PriceMin);
}
