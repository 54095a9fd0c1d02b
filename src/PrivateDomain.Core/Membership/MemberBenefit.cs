using System.Collections.Immutable;

namespace PrivateDomain.Core.Membership;

/// <summary>A benefit of a tier (会员权益): what one use costs, how often it is given in a year, and how often it is used.</summary>
/// <remarks>Equality is that of all parts.</remarks>
public sealed record MemberBenefit
{
    private MemberBenefit(string name, Money costPerUse, decimal givenPerYear, Ratio useRate)
    {
        Name = name;
        CostPerUse = costPerUse;
        GivenPerYear = givenPerYear;
        UseRate = useRate;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What one use costs the shop.</summary>
    public Money CostPerUse { get; }

    /// <summary>How often a member is given it in a year.</summary>
    public decimal GivenPerYear { get; }

    /// <summary>Of those given, the share that is used; unknown when not measured.</summary>
    public Ratio UseRate { get; }

    /// <summary>What it costs per member and year: cost × given × use rate; no value, with <c>membership.fact_unknown</c>, when the use is not measured.</summary>
    public Answer<Money> CostPerMemberYear => UseRate.IsKnown
        ? CostPerUse * GivenPerYear * UseRate.Value
        : Answer<Money>.Refused(MembershipReasons.FactUnknown.With(new Bilingual($"use rate of {Name}", $"{Name}的使用率")));

    /// <summary>Makes a benefit.</summary>
    /// <param name="name">Its name, not empty.</param>
    /// <param name="costPerUse">0 or more.</param>
    /// <param name="givenPerYear">0 or more.</param>
    /// <param name="useRate">A share, or unknown.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="InvalidPolicyException">Parts are out of range; all of them are named.</exception>
    public static MemberBenefit Create(string name, Money costPerUse, decimal givenPerYear, Ratio useRate)
    {
        Guard.Against.NullOrWhiteSpace(name);
        new PolicyCheck()
            .Needs(!costPerUse.IsNegative, nameof(costPerUse), MembershipReasons.TooSmall, costPerUse, 0)
            .Needs(!costPerUse.Currency.IsNone, nameof(costPerUse), MembershipReasons.ChoiceMissing, costPerUse.Currency.Code)
            .Needs(givenPerYear >= 0m, nameof(givenPerYear), MembershipReasons.TooSmall, givenPerYear, 0)
            .Needs(!useRate.IsKnown || MembershipReadiness.IsShare(useRate), nameof(useRate), MembershipReasons.NotAShare, useRate)
            .ThrowIfAny("member benefit");
        return new MemberBenefit(name, costPerUse, givenPerYear, useRate);
    }

    /// <summary>What benefits cost together per member and year: the membership line of <see cref="Costs.Upkeep"/> when every customer is a member.</summary>
    /// <param name="benefits">The benefits; none cost nothing.</param>
    /// <param name="currency">The currency of the result.</param>
    /// <returns>The sum; no value when the use of some is not measured: all of them are named.</returns>
    /// <exception cref="ArgumentNullException">There are no benefits.</exception>
    /// <exception cref="CurrencyMismatchException">A cost is in another currency.</exception>
    public static Answer<Money> CostOf(IEnumerable<MemberBenefit> benefits, Currency currency)
    {
        Guard.Against.Null(benefits);
        ImmutableArray<Answer<Money>> costs = [.. benefits.Select(static b => b.CostPerMemberYear)];
        ImmutableArray<Reason> missing = [.. costs.SelectMany(static c => c.Reasons)];
        return missing.IsEmpty
            ? costs.Aggregate(Money.Zero(currency), static (sum, cost) => sum + cost.Value)
            : Answer<Money>.Refused(missing.AsSpan());
    }
}
