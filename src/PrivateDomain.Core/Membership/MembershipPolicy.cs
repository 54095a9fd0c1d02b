using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Membership;

/// <summary>Which tier a member has (会员评定), and what is still needed to stay or to rise.</summary>
/// <remarks>
/// <para>Who earns a higher tier rises at once. Who has not earned the tier any more falls after validity and grace; who has, begins a new
/// term when the
/// validity is over. What a refund takes back was never earned: its tier is gone at once, without validity and grace. All days from the
/// first earning
/// on are looked at, so the answer does not depend on when, or whether, it was asked before.</para>
/// <para>Equality is that of the options. Immutable, so safe on any thread. There is no default: a shop's tiers are data.</para>
/// </remarks>
/// <example>
/// <code>
/// MembershipPolicy policy = MembershipPolicy.Create(new MembershipOptions
/// {
///     Basis = EarnedBasis.Spend,
///     Period = EarningPeriod.RollingDays(365),
///     Tiers = [new MembershipTier { Code = "base", Threshold = 0m }, new MembershipTier { Code = "gold", Threshold = 5_000m }],
/// });
/// MembershipAssessment member = policy.Assess(MemberEarnings.From(facts, EarnedBasis.Spend));
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class MembershipPolicy : IEquatable<MembershipPolicy>
{
    private readonly ImmutableArray<MembershipTier> tiers;

    private MembershipPolicy(MembershipOptions options)
    {
        Options = options;
        tiers = options.Tiers;
    }

    /// <summary>The figures it was made of.</summary>
    public MembershipOptions Options { get; }

    /// <summary>Makes a policy.</summary>
    /// <param name="options">The figures.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="InvalidPolicyException">Figures are out of range or tiers do not rise; all mistakes are named.</exception>
    public static MembershipPolicy Create(MembershipOptions options)
    {
        Descriptions.Of<MembershipOptions>().ThrowIfWrong(options);
        return new MembershipPolicy(options);
    }

    /// <summary>Tries to make a policy.</summary>
    /// <param name="options">The figures.</param>
    /// <param name="policy">The policy, or null.</param>
    /// <param name="mistakes">All mistakes; empty when there are none.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    public static bool TryCreate(MembershipOptions options, [NotNullWhen(true)] out MembershipPolicy? policy,
        out ImmutableArray<Mistake> mistakes)
    {
        mistakes = Descriptions.Of<MembershipOptions>().Check(options);
        policy = mistakes.IsEmpty ? new MembershipPolicy(options) : null;
        return mistakes.IsEmpty;
    }

    /// <summary>Says which tier a member has.</summary>
    /// <param name="earnings">What was earned, refunds left out; their instant is that of the question.</param>
    /// <exception cref="ArgumentNullException">There are no earnings.</exception>
    /// <exception cref="ArgumentException">The earnings are of another basis, or so late in the calendar that a term would end after
    /// it.</exception>
    public MembershipAssessment Assess(MemberEarnings earnings)
    {
        Guard.Against.Null(earnings);
        if (earnings.Basis != Options.Basis)
        {
            throw new ArgumentException(
                $"The policy counts {Options.Basis.Name().English}, but the earnings are of {earnings.Basis.Name().English}.",
                nameof(earnings));
        }

        if (earnings.Today.Year > LastYear)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A day up to {LastYear} is needed, but it was in {earnings.Today.Year}."), nameof(earnings));
        }

        Term term = Replay(earnings);
        return new MembershipDescription(Options, earnings, term.Tier, term.Move, term.Since, term.Since.PlusDays(Options.ValidityDays - 1))
            .ToAssessment();
    }

    /// <summary>What the benefits of the tiers cost per customer and year, by how many customers are in which tier: the membership line of
    /// <see cref="Costs.Upkeep"/> (会员成本).</summary>
    /// <param name="customersByTier">How many customers are in which tier, by its code; a tier left out has none.</param>
    /// <param name="customers">How many customers there are, members or not; at least those in the tiers.</param>
    /// <param name="currency">The currency of the result.</param>
    /// <returns>The cost; no value when there are no customers, when the use of a benefit of a tier with customers is not measured (all are
    /// named), or when
    /// it is more than a decimal holds.</returns>
    /// <exception cref="ArgumentNullException">There are no numbers.</exception>
    /// <exception cref="ArgumentException">A code is of no tier.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the customers are fewer than those in the tiers.</exception>
    /// <exception cref="CurrencyMismatchException">A benefit costs another currency.</exception>
    public Answer<Money> BenefitCostPerCustomerYear(IReadOnlyDictionary<string, int> customersByTier, int customers, Currency currency)
    {
        Guard.Against.Null(customersByTier);
        long members = 0;
        Answer<Money> sum = Money.Zero(currency);
        foreach ((string code, int count) in customersByTier)
        {
            MembershipTier tier = tiers.FirstOrDefault(t => string.Equals(t.Code, code, StringComparison.Ordinal))
                ?? throw new ArgumentException($"There is no tier \"{code}\".", nameof(customersByTier));
            members += Guard.Against.Negative(count, nameof(customersByTier));
            Answer<Money> cost = count == 0 ? Money.Zero(currency) : MemberBenefit.CostOf(tier.Benefits, currency);
            sum = sum.Combine(cost, (total, one) => total + (one * count));
        }

        return customers < members
            ? throw new ArgumentOutOfRangeException(nameof(customers), customers, "At least as many as are in the tiers are needed.")
            : sum.Then(total => total.Per(customers));
    }

    /// <inheritdoc/>
    public bool Equals(MembershipPolicy? other) => other is not null && Options == other.Options;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MembershipPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.GetHashCode();

    // Terms of ten years and periods of a hundred end before the calendar does.
    private const int LastYear = 9_000;

    // From the first earning to today, from one day on which something may change to the next.
    private Term Replay(MemberEarnings earnings)
    {
        LocalDate day = earnings.FirstDay ?? earnings.Today;
        var term = new Term(TierOf(earnings.EarnedOn(day, Options.Period)), MembershipMove.Joined, day);
        while (NextChange(earnings, term, day) is { } next && next <= earnings.Today)
        {
            day = next;
            term = Next(term, TierOf(earnings.EarnedOn(day, Options.Period)), day);
        }

        return term;
    }

    private Term Next(Term term, int earned, LocalDate day)
    {
        LocalDate validUntil = term.Since.PlusDays(Options.ValidityDays - 1);
        return earned > term.Tier ? new(earned, MembershipMove.Rose, day)
            : day <= validUntil ? term
            : earned == term.Tier ? new(term.Tier, MembershipMove.Renewed, day)
            : Options.Downgrade == DowngradeRule.Never || day <= validUntil.PlusDays(Options.GraceDays) ? term
            : new(Options.Downgrade == DowngradeRule.OneStep ? term.Tier - 1 : earned, MembershipMove.Fell, day);
    }

    // The first day after this one on which more or less is earned, the validity is over, or the grace is.
    private LocalDate? NextChange(MemberEarnings earnings, Term term, LocalDate day)
    {
        LocalDate over = term.Since.PlusDays(Options.ValidityDays);
        LocalDate graceOver = over.PlusDays(Options.GraceDays);
        LocalDate? next = earnings.NextChange(day, Options.Period);
        next = over > day && !(next < over) ? over : next;
        return graceOver > day && !(next < graceOver) ? graceOver : next;
    }

    private int TierOf(decimal earned)
    {
        int tier = 0;
        while (tier + 1 < tiers.Length && earned >= tiers[tier + 1].Threshold)
        {
            tier++;
        }

        return tier;
    }

    private readonly record struct Term(int Tier, MembershipMove Move, LocalDate Since);
}
