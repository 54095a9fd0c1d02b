using System.Collections.Immutable;

namespace PrivateDomain.Core.Membership;

/// <summary>A tier (会员等级): what has to be earned for it, and what it gives.</summary>
/// <remarks>Not checked: <see cref="MembershipPolicy.Create"/> does. Equality is that of all parts, of the benefits in their
/// order.</remarks>
public sealed record MembershipTier
{
    /// <summary>Its stable code, such as "gold", of 1 to 128 visible characters; compared ordinally.</summary>
    public required string Code { get; init; }

    /// <summary>What has to be earned: money in the shop's currency, orders, or points, by the basis; 0 or more, and 0 for the first
    /// tier.</summary>
    public required decimal Threshold { get; init; }

    /// <summary>What it gives; nothing by default.</summary>
    public ImmutableArray<MemberBenefit> Benefits { get; init; } = [];

    internal static Description<MembershipTier> Description { get; } = new(
        new("membership tier", "会员等级"),
        For<MembershipTier>.Text(static t => t.Code, Source.Own),
        For<MembershipTier>.Number(static t => t.Threshold, 0, null, Unit.None, Source.Own),
        For<MembershipTier>.List(static t => t.Benefits, MemberBenefit.Description, Source.Own));

    /// <inheritdoc/>
    public bool Equals(MembershipTier? other) =>
        other is not null && string.Equals(Code, other.Code, StringComparison.Ordinal) && Threshold == other.Threshold
        && Contents.Equal(Benefits, other.Benefits);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Threshold, Contents.Hash(Benefits));
}
