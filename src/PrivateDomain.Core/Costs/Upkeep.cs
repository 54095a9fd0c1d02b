using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Costs;

/// <summary>One kind of upkeep (维护成本项).</summary>
/// <remarks>The default value is <see cref="Labour"/>.</remarks>
public enum UpkeepItem
{
    /// <summary>The advisors' wages (人工).</summary>
    Labour = 0,

    /// <summary>Content (内容).</summary>
    Content = 1,

    /// <summary>Benefits and hooks (福利与利益点).</summary>
    Benefits = 2,

    /// <summary>Membership (会员).</summary>
    Membership = 3,

    /// <summary>Tools (工具).</summary>
    Tools = 4,
}

/// <summary>What keeping one customer costs in a year (维护成本): labour, content, benefits, membership and tools.</summary>
/// <remarks>
/// <para>Labour is the wage ÷ the customers per advisor. Nothing is rounded but <see cref="BreakEvenTicket"/>.</para>
/// <para>Equality is that of the figures; there is no ordering. Immutable, so safe to share between threads.</para>
/// </remarks>
/// <example>
/// <code>
/// Upkeep upkeep = Upkeep.From(new UpkeepFigures { WagePerYear = Money.Yuan(72_000m), CustomersPerAdvisor = 400m });
/// if (upkeep.BreakEvenTicket(Ratio.From(0.40m), ordersPerYear: 4m).TryGet(out Money ticket)) { Console.WriteLine(ticket); } // 112.50 CNY
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record Upkeep
{
    private const decimal MonthsPerYear = 12m;

    private Upkeep(UpkeepFigures figures)
    {
        Figures = figures;
        PerYear = Enum.GetValues<UpkeepItem>().Aggregate(Money.Zero(figures.WagePerYear.Currency), (sum, item) => sum + PerYearOf(item));
    }

    /// <summary>The figures it was made of.</summary>
    public UpkeepFigures Figures { get; }

    /// <summary>All upkeep per customer and year.</summary>
    public Money PerYear { get; }

    /// <summary>All upkeep per customer and month: a twelfth of the year's, unrounded.</summary>
    public Money PerMonth => PerYear / MonthsPerYear;

    /// <summary>Makes an upkeep which the caller expects to be valid.</summary>
    /// <param name="figures">What is spent.</param>
    /// <exception cref="ArgumentNullException">There are no figures.</exception>
    /// <exception cref="InvalidPolicyException">An amount is negative or in another currency than the wage, an advisor serves nobody, or
    /// the sum is more than can
    /// be counted; all mistakes are named.</exception>
    public static Upkeep From(UpkeepFigures figures) =>
        TryFrom(figures, out Upkeep? upkeep, out ImmutableArray<Mistake> mistakes)
            ? upkeep
            : throw new InvalidPolicyException(Descriptions.Of<UpkeepFigures>().Name.English, mistakes);

    /// <summary>Makes an upkeep of figures from outside.</summary>
    /// <param name="figures">What is spent.</param>
    /// <param name="upkeep">The upkeep, or null.</param>
    /// <param name="mistakes">All mistakes of the figures.</param>
    /// <exception cref="ArgumentNullException">There are no figures.</exception>
    public static bool TryFrom(UpkeepFigures figures, [NotNullWhen(true)] out Upkeep? upkeep, out ImmutableArray<Mistake> mistakes)
    {
        mistakes = Descriptions.Of<UpkeepFigures>().Check(Guard.Against.Null(figures));
        upkeep = mistakes.IsEmpty ? new Upkeep(figures) : null;
        return upkeep is not null;
    }

    /// <summary>What one kind of upkeep costs per customer and year; all kinds add up to <see cref="PerYear"/>.</summary>
    /// <param name="item">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of them.</exception>
    public Money PerYearOf(UpkeepItem item) => item switch
    {
        UpkeepItem.Labour => Figures.WagePerYear / Figures.CustomersPerAdvisor,
        UpkeepItem.Content => OrNothing(Figures.Content),
        UpkeepItem.Benefits => OrNothing(Figures.Benefits),
        UpkeepItem.Membership => OrNothing(Figures.Membership),
        UpkeepItem.Tools => OrNothing(Figures.Tools),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "A kind of upkeep is needed."),
    };

    /// <summary>The least ticket (客单价) at which a year's gross profit of a customer pays a year's upkeep (保本客单价): <c>upkeep ÷
    /// (margin × orders)</c>, in whole
    /// minor units: at it <c>ticket × margin × orders ≥ upkeep</c>, one minor unit lower not.</summary>
    /// <param name="grossMargin">The gross margin, at most 1.</param>
    /// <param name="ordersPerYear">The orders of a customer in a year, 0 or more; they need not be whole.</param>
    /// <returns>The ticket. No value when the margin is unknown, when margin or orders are 0 or less (no ticket breaks even), or when
    /// they are out of range.</returns>
    public Answer<Money> BreakEvenTicket(Ratio grossMargin, decimal ordersPerYear)
    {
        var findings = default(Findings);
        if (!grossMargin.IsKnown)
        {
            findings.Lack(CostsReasons.MarginUnknown.With());
        }
        else if (grossMargin.Value > 1m)
        {
            findings.Deny(CostsReasons.MarginOutOfRange.With(grossMargin));
        }
        else if (grossMargin.Value <= 0m)
        {
            findings.Deny(CostsReasons.NoMargin.With(grossMargin));
        }

        if (ordersPerYear <= 0m)
        {
            findings.Deny(CostsReasons.NoOrdersPerYear.With(ordersPerYear, 0m));
        }

        return findings.IsEmpty
            ? CostsChecks.Sum<Money>(() => PayableAmounts.Least(
                PerYear / grossMargin.Value / ordersPerYear, ticket => ticket * grossMargin.Value * ordersPerYear >= PerYear))
            : Answer<Money>.Refused(findings.ToReasons().AsSpan());
    }

    internal static IEnumerable<Mistake> CurrenciesOf(UpkeepFigures figures)
    {
        Currency books = figures.WagePerYear.Currency;
        (string Place, Money? Amount)[] others =
            [("content", figures.Content), ("benefits", figures.Benefits), ("membership", figures.Membership), ("tools", figures.Tools)];
        return others
            .Where(other => !books.IsNone && other.Amount is { Currency.IsNone: false } amount && amount.Currency != books)
            .Select(other => new Mistake(other.Place, PolicyReasons.OtherCurrency.With(other.Amount!.Value.Currency.Code, books.Code)));
    }

    /// <summary>That the sum can be counted; only of figures that are right one by one.</summary>
    internal static IEnumerable<Mistake> SumOf(UpkeepFigures figures) =>
        CostsChecks.Sum<Upkeep>(() => new Upkeep(figures)).Reasons.Select(static reason => new Mistake("wagePerYear", reason));

    private Money OrNothing(Money? amount) => amount ?? Money.Zero(Figures.WagePerYear.Currency);
}
