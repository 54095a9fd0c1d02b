using System.Collections.Immutable;

namespace PrivateDomain.Core.Membership;

/// <summary>What becomes of a tier that is not earned again (降级规则).</summary>
/// <remarks>The default value is <see cref="Never"/>.</remarks>
public enum DowngradeRule
{
    /// <summary>Nobody falls (不降级).</summary>
    Never = 0,

    /// <summary>One tier down, with a term of its own there (逐级降).</summary>
    OneStep,

    /// <summary>Down to what is earned (按所得降).</summary>
    ToEarned,
}

/// <summary>The tiers of a shop, and how one stays, rises and falls (会员体系). From [C], D31.</summary>
/// <remarks>
/// <para>Who earns a higher tier rises at once. Who has not earned the tier falls on the first day asked about after validity and grace; who has, begins a
/// new term. Ask every day: what happened between two questions is not replayed.</para>
/// <para>Two plans are equal only when they are the same object. There is no default: [C] has no tiers, and a shop's own are data.</para>
/// </remarks>
public sealed partial class MembershipPlan
{
    /// <summary>The longest validity and the longest grace: ten years.</summary>
    public const int DaysMax = 3_653;

    private MembershipPlan(
        EarnedBasis basis, EarningPeriod period, ImmutableArray<MembershipTier> tiers, int validityDays, int graceDays, DowngradeRule downgrade)
    {
        Basis = basis;
        Period = period;
        Tiers = tiers;
        ValidityDays = validityDays;
        GraceDays = graceDays;
        Downgrade = downgrade;
    }

    /// <summary>What tiers are earned by.</summary>
    public EarnedBasis Basis { get; }

    /// <summary>In which time.</summary>
    public EarningPeriod Period { get; }

    /// <summary>The tiers, the base tier first.</summary>
    public ImmutableArray<MembershipTier> Tiers { get; }

    /// <summary>For how many of the shop's days a term is valid, the first included (有效期).</summary>
    public int ValidityDays { get; }

    /// <summary>For how many days after that nobody falls (宽限期).</summary>
    public int GraceDays { get; }

    /// <summary>What becomes of a tier that is not earned again.</summary>
    public DowngradeRule Downgrade { get; }

    /// <summary>Makes a plan; what is left out has its default, a choice of this library.</summary>
    /// <param name="basis">What tiers are earned by; not none.</param>
    /// <param name="period">In which time.</param>
    /// <param name="tiers">The base tier, with a threshold of 0, and the others with rising thresholds.</param>
    /// <param name="validityDays">From 1 to <see cref="DaysMax"/>; default 365.</param>
    /// <param name="graceDays">From 0 to <see cref="DaysMax"/>; default 30.</param>
    /// <param name="downgrade">Default one step.</param>
    /// <exception cref="ArgumentNullException">There are no tiers, or one is null.</exception>
    /// <exception cref="InvalidPolicyException">Parts are out of range or tiers do not rise; all mistakes are named.</exception>
    public static MembershipPlan Create(
        EarnedBasis basis,
        EarningPeriod period,
        IEnumerable<MembershipTier> tiers,
        int validityDays = 365,
        int graceDays = 30,
        DowngradeRule downgrade = DowngradeRule.OneStep)
    {
        Guard.Against.Null(tiers);
        ImmutableArray<MembershipTier> all = [.. tiers.Select(static tier => Guard.Against.Null(tier, nameof(tiers)))];
        PolicyCheck check = new PolicyCheck()
            .Needs(
                basis is EarnedBasis.Spend or EarnedBasis.Orders or EarnedBasis.PointsEarned, nameof(basis), MembershipReasons.ChoiceMissing, basis.ToString())
            .Needs(!all.IsEmpty, nameof(tiers), MembershipReasons.NoTiers, 0)
            .Needs(validityDays >= 1, nameof(validityDays), MembershipReasons.TooSmall, validityDays, 1)
            .Needs(validityDays <= DaysMax, nameof(validityDays), MembershipReasons.TooGreat, validityDays, DaysMax)
            .Needs(graceDays >= 0, nameof(graceDays), MembershipReasons.TooSmall, graceDays, 0)
            .Needs(graceDays <= DaysMax, nameof(graceDays), MembershipReasons.TooGreat, graceDays, DaysMax)
            .Needs(
                downgrade is >= DowngradeRule.Never and <= DowngradeRule.ToEarned, nameof(downgrade), MembershipReasons.ChoiceMissing, downgrade.ToString());
        for (int i = 0; i < all.Length; i++)
        {
            string code = all[i].Code;
            check.Needs(i > 0 || all[i].Threshold == 0m, $"tiers[{i}]", MembershipReasons.BaseTierNotFree, all[i].Threshold, 0)
                .Needs(i == 0 || all[i].Threshold > all[i - 1].Threshold, $"tiers[{i}]", MembershipReasons.TiersNotRising, all[i].Threshold, i == 0 ? 0 : all[i - 1].Threshold)
                .Needs(!all[..i].Any(t => string.Equals(t.Code, code, StringComparison.Ordinal)), $"tiers[{i}]", MembershipReasons.TierTwice, code);
        }

        check.ThrowIfAny("membership plan");
        return new MembershipPlan(basis, period, all, validityDays, graceDays, downgrade);
    }

    /// <summary>What the benefits of the tiers cost per customer and year, by how many customers are in which tier: the membership line of
    /// <see cref="Costs.Upkeep"/> (会员成本).</summary>
    /// <param name="customersByTier">How many customers are in which tier, by its code; a tier left out has none.</param>
    /// <param name="customers">How many customers there are, members or not; at least those in the tiers.</param>
    /// <param name="currency">The currency of the result.</param>
    /// <returns>The cost; no value when there are no customers, or when the use of a benefit of a tier with customers is not measured: all are named.</returns>
    /// <exception cref="ArgumentNullException">There are no numbers.</exception>
    /// <exception cref="ArgumentException">A code is of no tier.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the customers are fewer than those in the tiers.</exception>
    /// <exception cref="CurrencyMismatchException">A benefit costs another currency.</exception>
    public Answer<Money> BenefitCostPerCustomerYear(IReadOnlyDictionary<string, int> customersByTier, int customers, Currency currency)
    {
        Guard.Against.Null(customersByTier);
        long members = 0;
        Money sum = Money.Zero(currency);
        ImmutableArray<Reason>.Builder missing = ImmutableArray.CreateBuilder<Reason>();
        foreach ((string code, int count) in customersByTier)
        {
            MembershipTier tier = Find(code) is >= 0 and var place
                ? Tiers[place]
                : throw new ArgumentException($"The plan has no tier \"{code}\".", nameof(customersByTier));
            members += Guard.Against.Negative(count, nameof(customersByTier));
            Answer<Money> cost = count == 0 ? Money.Zero(currency) : MemberBenefit.CostOf(tier.Benefits, currency);
            sum += cost.TryGet(out Money one) ? one * count : Money.Zero(currency);
            missing.AddRange(cost.Reasons);
        }

        return customers < members
            ? throw new ArgumentOutOfRangeException(nameof(customers), customers, "At least as many as are in the tiers are needed.")
            : missing.Count > 0 ? Answer<Money>.Refused([.. missing])
            : sum.Per(customers);
    }

    private int Find(string code)
    {
        for (int i = 0; i < Tiers.Length; i++)
        {
            if (string.Equals(Tiers[i].Code, code, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
