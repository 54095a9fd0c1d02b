using System.Collections.Immutable;

namespace PrivateDomain.Core.Welfare;

/// <summary>What is set aside for one occasion (时机预算).</summary>
/// <remarks>Equality is that of both members; there is no ordering.</remarks>
public sealed record OccasionBudget
{
    internal OccasionBudget(Occasion occasion, Money amount) => (Occasion, Amount) = (occasion, amount);

    /// <summary>The occasion.</summary>
    public Occasion Occasion { get; }

    /// <summary>How much.</summary>
    public Money Amount { get; }
}

/// <summary>What is set aside for welfares, occasion by occasion (福利预算). From [A], D28.</summary>
/// <remarks>Immutable; checked when made. Two budgets are equal only when they are the same object.</remarks>
public sealed class WelfareBudget
{
    private WelfareBudget(ImmutableArray<OccasionBudget> lines, Currency currency)
    {
        Lines = lines;
        Total = lines.Aggregate(Money.Zero(currency), static (sum, line) => sum + line.Amount);
    }

    /// <summary>The lines, in the order given.</summary>
    public ImmutableArray<OccasionBudget> Lines { get; }

    /// <summary>All lines together.</summary>
    public Money Total { get; }

    /// <summary>Makes a budget of amounts.</summary>
    /// <param name="amounts">How much for which occasion; 0 or more, in one currency; at least one.</param>
    /// <exception cref="InvalidPolicyException">There is none, an occasion is there twice, or an amount is negative or in no or another
    /// currency; all mistakes are named.</exception>
    public static WelfareBudget Create(params IEnumerable<KeyValuePair<Occasion, Money>> amounts)
    {
        ImmutableArray<KeyValuePair<Occasion, Money>> all = [.. Guard.Against.Null(amounts)];
        Currency currency = all.IsEmpty ? Currency.None : all[0].Value.Currency;
        PolicyCheck check = CheckOccasions(all.Select(static a => a.Key), nameof(amounts));
        for (int i = 0; i < all.Length; i++)
        {
            Money amount = all[i].Value;
            bool fits = !amount.Currency.IsNone && amount.Currency == currency;
            check.Needs(fits, $"amounts[{i}]", WelfareReasons.CurrenciesDiffer, amount.Currency.Code, currency.Code)
                .Needs(!amount.IsNegative, $"amounts[{i}]", WelfareReasons.OutOfRange, amount, Wanted.ZeroOrMore);
        }

        check.ThrowIfAny("welfare budget");
        return new WelfareBudget([.. all.Select(static a => new OccasionBudget(a.Key, a.Value))], currency);
    }

    /// <summary>Makes a budget by sharing out a sum; the lines add up to it to the last minor unit, as <see cref="Money.Allocate"/> does
    /// it.</summary>
    /// <param name="total">The sum; 0 or more.</param>
    /// <param name="weights">The weight of each occasion, 0 or more, one above 0.</param>
    /// <exception cref="InvalidPolicyException">The sum is negative or in no currency, an occasion is there twice, or weights are
    /// negative or all 0; all mistakes are named.</exception>
    public static WelfareBudget Share(Money total, params IEnumerable<KeyValuePair<Occasion, decimal>> weights)
    {
        ImmutableArray<KeyValuePair<Occasion, decimal>> all = [.. Guard.Against.Null(weights)];
        PolicyCheck check = CheckOccasions(all.Select(static w => w.Key), nameof(weights))
            .Needs(!total.Currency.IsNone && !total.IsNegative, nameof(total), WelfareReasons.OutOfRange, total, Wanted.ZeroOrMore)
            .Needs(all.IsEmpty || all.Any(static w => w.Value > 0m), nameof(weights), WelfareReasons.OutOfRange, 0, "> 0");
        for (int i = 0; i < all.Length; i++)
        {
            check.Needs(all[i].Value >= 0m, $"weights[{i}]", WelfareReasons.OutOfRange, all[i].Value, Wanted.ZeroOrMore);
        }

        check.ThrowIfAny("welfare budget");
        ImmutableArray<Money> parts = total.Allocate([.. all.Select(static w => w.Value)]);
        return new WelfareBudget([.. all.Zip(parts, static (w, part) => new OccasionBudget(w.Key, part))], total.Currency);
    }

    /// <summary>What is set aside for an occasion; no value when nothing was said about it.</summary>
    /// <param name="occasion">The occasion.</param>
    /// <exception cref="ArgumentNullException">There is no occasion.</exception>
    public Answer<Money> For(Occasion occasion)
    {
        Guard.Against.Null(occasion);
        OccasionBudget? found = Lines.FirstOrDefault(line => line.Occasion == occasion);
        return found is null ? Answer<Money>.Refused(WelfareReasons.NoBudget.With(occasion.Name)) : found.Amount;
    }

    /// <summary>Judges a plan by the budget of its occasion.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ArgumentNullException">There is no plan.</exception>
    /// <exception cref="CurrencyMismatchException">The budget is in another currency than the gift.</exception>
    public WelfareVerdict Assess(WelfarePlan plan) =>
        Guard.Against.Null(plan).Assess(For(plan.Occasion) is { HasValue: true } budget ? budget.Value : null);

    private static PolicyCheck CheckOccasions(IEnumerable<Occasion> occasions, string path)
    {
        var check = new PolicyCheck();
        var seen = new HashSet<Occasion>();
        int count = 0;
        foreach (Occasion occasion in occasions)
        {
            check.Needs(seen.Add(Guard.Against.Null(occasion)), $"{path}[{count++}]", WelfareReasons.Twice, occasion.Name);
        }

        return check.Needs(count > 0, path, WelfareReasons.OutOfRange, 0, "≥ 1");
    }
}
