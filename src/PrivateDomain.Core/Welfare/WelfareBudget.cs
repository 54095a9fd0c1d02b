using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Welfare;

/// <summary>What is set aside for welfares, occasion by occasion (福利预算), and whether a plan keeps it.</summary>
/// <remarks>Immutable, so safe on several threads; checked when made. Equality is that of the lines in order; there is no
/// ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class WelfareBudget : IEquatable<WelfareBudget>
{
    private WelfareBudget(ImmutableArray<KeyValuePair<Occasion, Money>> lines, Currency currency)
    {
        Lines = lines;
        Total = lines.Aggregate(Money.Zero(currency), static (sum, line) => sum + line.Value);
    }

    /// <summary>How much for which occasion, in the order given.</summary>
    public ImmutableArray<KeyValuePair<Occasion, Money>> Lines { get; }

    /// <summary>All lines together.</summary>
    public Money Total { get; }

    /// <summary>Makes a budget of amounts.</summary>
    /// <param name="amounts">How much for which occasion; 0 or more, in one currency; at least one.</param>
    /// <exception cref="ArgumentNullException">There are no amounts, or an occasion is null.</exception>
    /// <exception cref="InvalidPolicyException">There is none, an occasion is there twice, or an amount is negative or in no or another
    /// currency;
    /// all mistakes are named.</exception>
    public static WelfareBudget From(params IEnumerable<KeyValuePair<Occasion, Money>> amounts)
    {
        ImmutableArray<KeyValuePair<Occasion, Money>> all = [.. Guard.Against.Null(amounts)];
        Currency currency = all.IsEmpty ? Currency.None : all[0].Value.Currency;
        ImmutableArray<Mistake>.Builder mistakes = CheckOccasions([.. all.Select(static a => a.Key)], nameof(amounts));
        for (int i = 0; i < all.Length; i++)
        {
            Money amount = all[i].Value;
            string place = FormattableString.Invariant($"amounts[{i}]");
            if (amount.Currency.IsNone || amount.Currency != currency)
            {
                mistakes.Add(new Mistake(place, PolicyReasons.OtherCurrency.With(amount.Currency.Code, currency.Code)));
            }

            if (amount.IsNegative)
            {
                mistakes.Add(new Mistake(place, PolicyReasons.OutOfRange.With(amount, Wanted.ZeroOrMore)));
            }
        }

        ThrowIfAny(mistakes);
        return new WelfareBudget(all, currency);
    }

    /// <summary>Makes a budget by sharing out a sum; the lines add up to it to the last minor unit, as <see cref="Money.Allocate"/> does
    /// it.</summary>
    /// <param name="total">The sum; 0 or more.</param>
    /// <param name="weights">The weight of each occasion, 0 or more, one above 0.</param>
    /// <exception cref="ArgumentNullException">There are no weights, or an occasion is null.</exception>
    /// <exception cref="InvalidPolicyException">The sum is negative or in no currency, an occasion is there twice, or weights are negative
    /// or all
    /// 0; all mistakes are named.</exception>
    public static WelfareBudget Allocate(Money total, params IEnumerable<KeyValuePair<Occasion, decimal>> weights)
    {
        ImmutableArray<KeyValuePair<Occasion, decimal>> all = [.. Guard.Against.Null(weights)];
        ImmutableArray<Mistake>.Builder mistakes = CheckOccasions([.. all.Select(static w => w.Key)], nameof(weights));
        if (total.Currency.IsNone || total.IsNegative)
        {
            mistakes.Add(new Mistake(nameof(total), PolicyReasons.OutOfRange.With(total, Wanted.ZeroOrMore)));
        }

        if (!all.IsEmpty && !all.Any(static w => w.Value > 0m))
        {
            mistakes.Add(new Mistake(nameof(weights), PolicyReasons.WrongSum.With(0, new Bilingual("more than 0", "大于 0"))));
        }

        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].Value < 0m)
            {
                mistakes.Add(new Mistake(
                    FormattableString.Invariant($"weights[{i}]"), PolicyReasons.OutOfRange.With(all[i].Value, Wanted.ZeroOrMore)));
            }
        }

        ThrowIfAny(mistakes);
        ImmutableArray<Money> parts = total.Allocate([.. all.Select(static w => w.Value)]);
        return new WelfareBudget([.. all.Zip(parts, static (w, part) => KeyValuePair.Create(w.Key, part))], total.Currency);
    }

    /// <summary>What is set aside for an occasion; no value when nothing was said about it.</summary>
    /// <param name="occasion">The occasion.</param>
    /// <exception cref="ArgumentNullException">There is no occasion.</exception>
    public Answer<Money> For(Occasion occasion)
    {
        Guard.Against.Null(occasion);
        foreach (KeyValuePair<Occasion, Money> line in Lines)
        {
            if (line.Key == occasion)
            {
                return line.Value;
            }
        }

        return Answer<Money>.Refused(WelfareReasons.NoBudget.With(occasion.Name));
    }

    /// <summary>May a welfare be given? Refused when it would lose money, has no budget or costs more than it.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ArgumentNullException">There is no plan.</exception>
    /// <exception cref="CurrencyMismatchException">The budget is in another currency than the gift.</exception>
    public Decision Decide(WelfarePlan plan) => Explain(plan).Decision;

    /// <summary>May a welfare be given, and what does it cost?</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ArgumentNullException">There is no plan.</exception>
    /// <exception cref="CurrencyMismatchException">The budget is in another currency than the gift.</exception>
    public WelfareExplanation Explain(WelfarePlan plan)
    {
        Guard.Against.Null(plan);

        // What participants bring in is moved into the red line, so that a share per piece, maybe no whole number, is never needed.
        Money brought = plan.ContributionPerParticipant * plan.Participants;
        GiftAssessment gifts = GiftPolicy.Weigh(
            plan.Gift, plan.Pieces, Money.Zero(plan.RedLine.Currency), plan.Price, plan.RedLine - brought);
        Money cost = plan.Gift.CostOf(plan.Pieces);
        Money left = gifts.Left!.Value + brought;
        Findings findings = default;
        if (gifts.Suitability != GiftSuitability.Suitable)
        {
            findings.Deny(ProductsReasons.GiftLosesMoney.With(left, plan.RedLine));
        }

        if (!For(plan.Occasion).TryGet(out Money most))
        {
            findings.Deny(WelfareReasons.NoBudget.With(plan.Occasion.Name));
        }
        else if (cost > most)
        {
            findings.Deny(WelfareReasons.OverBudget.With(cost, most));
        }

        return new WelfareExplanation(
            findings.ToDecision(), cost, left, gifts.PriceMin, cost / plan.Participants, Ratio.From(plan.Pieces, plan.Participants));
    }

    /// <inheritdoc/>
    public bool Equals(WelfareBudget? other) => other is not null && Contents.Equal(Lines, other.Lines);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WelfareBudget);

    /// <inheritdoc/>
    public override int GetHashCode() => Contents.Hash(Lines);

    private static ImmutableArray<Mistake>.Builder CheckOccasions(ImmutableArray<Occasion> occasions, string place)
    {
        ImmutableArray<Mistake>.Builder mistakes = ImmutableArray.CreateBuilder<Mistake>();
        var seen = new HashSet<Occasion>();
        for (int i = 0; i < occasions.Length; i++)
        {
            if (!seen.Add(Guard.Against.Null(occasions[i], place)))
            {
                mistakes.Add(new Mistake(FormattableString.Invariant($"{place}[{i}]"), PolicyReasons.Twice.With(occasions[i].Name)));
            }
        }

        if (occasions.IsEmpty)
        {
            mistakes.Add(new Mistake(place, PolicyReasons.WrongCount.With(0, new Bilingual("1 or more", "1 或以上"))));
        }

        return mistakes;
    }

    private static void ThrowIfAny(ImmutableArray<Mistake>.Builder mistakes)
    {
        if (mistakes.Count > 0)
        {
            throw new InvalidPolicyException("welfare budget", mistakes.ToImmutable());
        }
    }
}

/// <summary>Whether a welfare may be given, and what it costs (福利评估).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record WelfareExplanation
{
    internal WelfareExplanation(Decision decision, Money cost, Money left, Answer<Money> priceMin, Money costPerParticipant, Ratio winShare)
    {
        Decision = decision;
        Cost = cost;
        Left = left;
        PriceMin = priceMin;
        CostPerParticipant = costPerParticipant;
        WinShare = winShare;
    }

    /// <summary>Whether it may be given: <c>gift.loses_money</c>, then <c>welfare.no_budget</c> or <c>welfare.over_budget</c>.</summary>
    public Decision Decision { get; }

    /// <summary>What all gifts cost.</summary>
    public Money Cost { get; }

    /// <summary>What is left after prices, contributions and gifts; below 0 is a loss.</summary>
    public Money Left { get; }

    /// <summary>The lowest price of a gift that keeps the red line; 0 when it may be given away.</summary>
    public Answer<Money> PriceMin { get; }

    /// <summary>What the gifts cost for each who takes part: the price of an interaction.</summary>
    public Money CostPerParticipant { get; }

    /// <summary>The share of those who take part that get a gift (中奖率).</summary>
    public Ratio WinShare { get; }
}
