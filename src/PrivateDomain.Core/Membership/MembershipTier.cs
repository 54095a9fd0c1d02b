using System.Collections.Immutable;

namespace PrivateDomain.Core.Membership;

/// <summary>A tier of a plan (会员等级): what has to be earned for it, and what it gives.</summary>
/// <remarks>Two tiers are equal only when they are the same object.</remarks>
public sealed class MembershipTier
{
    private MembershipTier(string code, decimal threshold, ImmutableArray<MemberBenefit> benefits)
    {
        Code = code;
        Threshold = threshold;
        Benefits = benefits;
    }

    /// <summary>Its stable code, such as "gold"; compared ordinally.</summary>
    public string Code { get; }

    /// <summary>What has to be earned: money in the shop's currency, orders, or points, by the plan's basis.</summary>
    public decimal Threshold { get; }

    /// <summary>What it gives.</summary>
    public ImmutableArray<MemberBenefit> Benefits { get; }

    /// <summary>Makes a tier.</summary>
    /// <param name="code">Its code, not empty.</param>
    /// <param name="threshold">What has to be earned, 0 or more.</param>
    /// <param name="benefits">What it gives; null is nothing.</param>
    /// <exception cref="ArgumentException">The code is empty.</exception>
    /// <exception cref="ArgumentNullException">A benefit is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is negative.</exception>
    public static MembershipTier Create(string code, decimal threshold, IEnumerable<MemberBenefit>? benefits = null) => new(
        Guard.Against.NullOrWhiteSpace(code),
        Guard.Against.Negative(threshold),
        [.. (benefits ?? []).Select(static b => Guard.Against.Null(b, nameof(benefits)))]);
}
