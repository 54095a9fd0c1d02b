using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Membership;

/// <summary>A tier (会员等级): what has to be earned for it, and what it gives.</summary>
/// <remarks>Not checked: <see cref="MembershipPolicy.Create"/> does. Equality is that of all parts, of the benefits in their
/// order.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<MembershipTier>))]
public sealed record MembershipTier : IPolicyOptions<MembershipTier>
{
    /// <summary>Its stable code, such as "gold", of 1 to 128 visible characters; compared ordinally.</summary>
    public required string Code { get; init; }

    /// <summary>What has to be earned: money in the shop's currency, orders, or points, by the basis; 0 or more, and 0 for the first
    /// tier.</summary>
    public required decimal Threshold { get; init; }

    /// <summary>What it gives; nothing by default.</summary>
    public ImmutableArray<MemberBenefit> Benefits { get; init; } = [];

    static Description<MembershipTier> IPolicyOptions<MembershipTier>.Description { get; } = new(
        new("membership tier", "会员等级"), static () => new() { Code = null!, Threshold = 0 },
        For<MembershipTier>.Text(static o => o.Code, static (o, v) => o with { Code = v }, new("code", "代码"), Source.Own).Needed(),
        For<MembershipTier>.Number(
            static o => o.Threshold, static (o, v) => o with { Threshold = v }, new("threshold", "门槛"),
            0, null, Unit.None, Source.Own).Needed(),
        For<MembershipTier>.List(static o => o.Benefits, static (o, v) => o with { Benefits = v }, new("benefits", "权益"), Source.Own));

    /// <inheritdoc/>
    public bool Equals(MembershipTier? other) =>
        other is not null && string.Equals(Code, other.Code, StringComparison.Ordinal) && Threshold == other.Threshold
        && Contents.Equal(Benefits, other.Benefits);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Threshold, Contents.Hash(Benefits));
}
