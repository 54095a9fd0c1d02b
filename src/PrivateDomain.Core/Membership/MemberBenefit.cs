using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Membership;

/// <summary>A benefit of a tier (会员权益): what one use costs, how often it is given in a year, and how often it is used.</summary>
/// <remarks>Not checked: the policy that holds it does, and <see cref="CostOf"/> does. Equality is that of all parts.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<MemberBenefit>))]
public sealed record MemberBenefit : IPolicyOptions<MemberBenefit>
{
    /// <summary>Its name, of 1 to 128 visible characters.</summary>
    public required string Name { get; init; }

    /// <summary>What one use costs the shop; 0 or more.</summary>
    public required Money CostPerUse { get; init; }

    /// <summary>How often a member is given it in a year; 0 or more.</summary>
    public required decimal GivenPerYear { get; init; }

    /// <summary>Of those given, the share that is used, from 0 to 1; null when not measured.</summary>
    public decimal? UseRate { get; init; }

    static Description<MemberBenefit> IPolicyOptions<MemberBenefit>.Description { get; } = new(
        new("member benefit", "会员权益"), static () => new() { Name = null!, CostPerUse = default, GivenPerYear = 0 },
        For<MemberBenefit>.Text(static o => o.Name, static (o, v) => o with { Name = v }, new("name", "名称"), Source.Own).Needed(),
        For<MemberBenefit>.Amount(
            static o => o.CostPerUse, static (o, v) => o with { CostPerUse = v }, new("cost per use", "单次成本"), Source.Own).Needed(),
        For<MemberBenefit>.Number(
            static o => o.GivenPerYear, static (o, v) => o with { GivenPerYear = v }, new("given per year", "每年次数"),
            0, null, Unit.Times, Source.Own).Needed(),
        For<MemberBenefit>.Share(static o => o.UseRate, static (o, v) => o with { UseRate = v }, new("use rate", "使用率"), Source.Own));

    /// <summary>What benefits cost together per member and year, each its cost × given × use rate: the membership line of
    /// <see cref="Costs.Upkeep"/> when every customer is a member.</summary>
    /// <param name="benefits">The benefits; none cost nothing.</param>
    /// <param name="currency">The currency of the result.</param>
    /// <returns>The sum; no value when the use of some is not measured (all of them are named), or when it is more than a decimal
    /// holds.</returns>
    /// <exception cref="ArgumentNullException">There are no benefits, or one is null.</exception>
    /// <exception cref="InvalidPolicyException">A benefit is out of range; all of its mistakes are named.</exception>
    /// <exception cref="CurrencyMismatchException">A cost is in another currency.</exception>
    public static Answer<Money> CostOf(IEnumerable<MemberBenefit> benefits, Currency currency)
    {
        Findings missing = default;
        Money sum = Money.Zero(currency);
        foreach (MemberBenefit? benefit in Guard.Against.Null(benefits))
        {
            Descriptions.Of<MemberBenefit>().ThrowIfWrong(Guard.Against.Null(benefit, nameof(benefits)));
            if (benefit.UseRate is null)
            {
                missing.Lack(MembershipReasons.FactUnknown.With(new Bilingual($"use rate of {benefit.Name}", $"{benefit.Name}的使用率")));
            }

            try
            {
                sum += benefit.CostPerUse * benefit.GivenPerYear * benefit.UseRate.GetValueOrDefault();
            }
            catch (OverflowException)
            {
                return Answer<Money>.Refused(MembershipReasons.NotComputable.With());
            }
        }

        return missing.ToAnswer(() => sum);
    }
}
