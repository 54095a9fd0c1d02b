namespace PrivateDomain.Core.Membership;

/// <summary>A benefit of a tier (会员权益): what one use costs, how often it is given in a year, and how often it is used.</summary>
/// <remarks>Not checked: the policy that holds it does, and <see cref="CostOf"/> does. Equality is that of all parts.</remarks>
public sealed record MemberBenefit
{
    /// <summary>Its name, of 1 to 128 visible characters.</summary>
    public required string Name { get; init; }

    /// <summary>What one use costs the shop; 0 or more.</summary>
    public required Money CostPerUse { get; init; }

    /// <summary>How often a member is given it in a year; 0 or more.</summary>
    public required decimal GivenPerYear { get; init; }

    /// <summary>Of those given, the share that is used, from 0 to 1; null when not measured.</summary>
    public decimal? UseRate { get; init; }

    internal static Description<MemberBenefit> Description { get; } = new(
        new("member benefit", "会员权益"),
        For<MemberBenefit>.Text(static b => b.Name, Source.Own),
        For<MemberBenefit>.Amount(static b => b.CostPerUse, Source.Own),
        For<MemberBenefit>.Number(static b => b.GivenPerYear, 0, null, Unit.Times, Source.Own),
        For<MemberBenefit>.Share(static b => b.UseRate, Source.Own));

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
            Description.ThrowIfWrong(Guard.Against.Null(benefit, nameof(benefits)));
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
