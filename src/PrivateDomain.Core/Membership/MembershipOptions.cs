using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Membership;

/// <summary>The tiers of a shop, and how one stays, rises and falls (会员体系).</summary>
/// <remarks>Not checked: <see cref="MembershipPolicy.Create"/> does. Equality is that of all parts, of the tiers in their order. Tiers have
/// no default: the articles have none, and a shop's own are data.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<MembershipOptions>))]
public sealed record MembershipOptions : IPolicyOptions<MembershipOptions>
{
    /// <summary>What tiers are earned by; not none. No default.</summary>
    public EarnedBasis Basis { get; init; }

    /// <summary>In which time earnings count; a lifetime by default.</summary>
    public EarningPeriod Period { get; init; }

    /// <summary>The base tier, with a threshold of 0, and the others with rising thresholds.</summary>
    public ImmutableArray<MembershipTier> Tiers { get; init; } = [];

    /// <summary>For how many of the shop's days a term is valid, the first included (有效期), 1 to 3,653. The library's own
    /// figure.</summary>
    public int ValidityDays { get; init; } = 365;

    /// <summary>For how many days after that nobody falls (宽限期), 0 to 3,653. The library's own figure.</summary>
    public int GraceDays { get; init; } = 30;

    /// <summary>What becomes of a tier that is not earned again; one step down by default, the library's own choice.</summary>
    public DowngradeRule Downgrade { get; init; } = DowngradeRule.OneStep;

    static Description<MembershipOptions> IPolicyOptions<MembershipOptions>.Description { get; } = new(
        new("membership policy", "会员规则"), static () => new(),
        For<MembershipOptions>.Choice(
            static o => o.Basis, static (o, v) => o with { Basis = v }, new("earned by", "成长依据"),
            MembershipNames.Name, Source.Own, notZero: true).Needed(),
        For<MembershipOptions>.Value(
            static o => o.Period, static (o, v) => o with { Period = v }, new("earnings count in", "累计周期"),
            EarningPeriodForm.Instance, Source.Own),
        For<MembershipOptions>.Whole(
            static o => o.ValidityDays, static (o, v) => o with { ValidityDays = v }, new("validity", "有效期"),
            1, DaysMax, Unit.Days, Source.Own),
        For<MembershipOptions>.Whole(
            static o => o.GraceDays, static (o, v) => o with { GraceDays = v }, new("grace", "宽限期"), 0, DaysMax, Unit.Days, Source.Own),
        For<MembershipOptions>.Choice(
            static o => o.Downgrade, static (o, v) => o with { Downgrade = v }, new("downgrade", "降级方式"),
            MembershipNames.Name, Source.Own),
        For<MembershipOptions>.List(
            static o => o.Tiers, static (o, v) => o with { Tiers = v }, new("tiers", "等级"),
            Source.ClearGoals, countMin: 1, key: static t => t.Code).Needed(),
        For<MembershipOptions>.Rules(static o => WrongThresholds(o.Tiers)));

    // Ten years.
    private const int DaysMax = 3_653;

    /// <inheritdoc/>
    public bool Equals(MembershipOptions? other) =>
        other is not null && Basis == other.Basis && Period == other.Period && ValidityDays == other.ValidityDays
            && GraceDays == other.GraceDays
        && Downgrade == other.Downgrade && Contents.Equal(Tiers, other.Tiers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Basis, Period, ValidityDays, GraceDays, Downgrade, Contents.Hash(Tiers));

    private static IEnumerable<Mistake> WrongThresholds(ImmutableArray<MembershipTier> tiers)
    {
        for (int i = 0; !tiers.IsDefault && i < tiers.Length; i++)
        {
            string place = FormattableString.Invariant($"tiers[{i}].threshold");
            if (tiers[i] is not { } tier)
            {
                continue;
            }

            if (i == 0 && tier.Threshold > 0m)
            {
                yield return new Mistake(place, MembershipReasons.BaseTierNotFree.With(tier.Threshold, 0));
            }
            else if (i > 0 && tiers[i - 1] is { } below && tier.Threshold <= below.Threshold)
            {
                yield return new Mistake(place, MembershipReasons.TiersNotRising.With(tier.Threshold, below.Threshold));
            }
        }
    }
}
