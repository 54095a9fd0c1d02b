using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Membership;

/// <summary>One thing earned (所得).</summary>
/// <remarks>Equality is that of both parts; there is no ordering. The default value earned nothing and cannot be used.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct Earning
{
    /// <summary>Makes an earning.</summary>
    /// <param name="at">When it was earned.</param>
    /// <param name="amount">How much, above 0: what is spent or expires takes no earning back. What was earned by mistake, or taken back by
    /// a refund, is left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is 0 or less.</exception>
    public Earning(Instant at, decimal amount)
    {
        At = at;
        Amount = amount > 0m ? amount : throw new ArgumentOutOfRangeException(nameof(amount), amount, "A value above 0 is needed.");
    }

    /// <summary>When it was earned.</summary>
    public Instant At { get; }

    /// <summary>How much.</summary>
    public decimal Amount { get; }
}

/// <summary>What a member earned, day by day (会员所得). It cannot be made from a balance, and nothing ever spends from it.</summary>
/// <remarks>Two of them are equal only when they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class MemberEarnings
{
    private readonly ImmutableArray<(LocalDate Day, decimal Amount)> days;

    private MemberEarnings(EarnedBasis basis, Instant asOf, Shop shop, IEnumerable<(LocalDate Day, decimal Amount)> days)
    {
        Basis = basis;
        AsOf = asOf;
        Today = shop.DateAt(asOf);
        this.days = [.. days];
    }

    /// <summary>What was earned.</summary>
    public EarnedBasis Basis { get; }

    /// <summary>The instant up to which earnings are seen, included.</summary>
    public Instant AsOf { get; }

    /// <summary>The shop's day at <see cref="AsOf"/>.</summary>
    public LocalDate Today { get; }

    /// <summary>Makes earnings from a host's own records.</summary>
    /// <param name="basis">What was earned; not none.</param>
    /// <param name="earnings">All that was earned, in any order; later than <paramref name="asOf"/> is not seen.</param>
    /// <param name="asOf">The instant of the question.</param>
    /// <param name="shop">The shop whose days count.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no basis, or an earning is the default value.</exception>
    public static MemberEarnings From(EarnedBasis basis, IEnumerable<Earning> earnings, Instant asOf, Shop shop)
    {
        Guard.Against.Null(earnings);
        Guard.Against.Null(shop);
        if (basis is not (EarnedBasis.Spend or EarnedBasis.Orders or EarnedBasis.PointsEarned))
        {
            throw new ArgumentException($"Earnings are of spend, orders or points earned, but it was \"{basis}\".", nameof(basis));
        }

        ImmutableArray<Earning> all = [.. earnings];
        return all.Contains(default)
            ? throw new ArgumentException("Every earning has an amount, but one was the default value.", nameof(earnings))
            : new(basis, asOf, shop, all.Where(e => e.At <= asOf).Select(e => (shop.DateAt(e.At), e.Amount)).OrderBy(static d => d.Item1));
    }

    /// <summary>Reads spend or orders from a customer's facts; a refund takes back what its order gave.</summary>
    /// <param name="facts">The facts; their instant and shop count.</param>
    /// <param name="basis"><see cref="EarnedBasis.Spend"/> or <see cref="EarnedBasis.Orders"/>; facts hold no points.</param>
    /// <exception cref="ArgumentNullException">There are no facts.</exception>
    /// <exception cref="ArgumentException">The basis is another one.</exception>
    public static MemberEarnings From(CustomerFacts facts, EarnedBasis basis)
    {
        Guard.Against.Null(facts);
        if (basis is not (EarnedBasis.Spend or EarnedBasis.Orders))
        {
            throw new ArgumentException($"Facts tell spend and orders, but it was \"{basis}\".", nameof(basis));
        }

        return new(basis, facts.AsOf, facts.Shop, facts.PurchaseDays.Select(
            day => (day, AmountOn(facts, basis, TimeWindow.Between(day, day)))));
    }

    /// <summary>What counts today: the best of the period's stretches.</summary>
    /// <param name="period">The period.</param>
    public decimal EarnedIn(EarningPeriod period) => period.WindowsOn(Today).Max(Sum);

    /// <summary>The first day with an earning.</summary>
    internal LocalDate? FirstDay => days.IsEmpty ? null : days[0].Day;

    /// <summary>What counted on an earlier day, of what was not taken back since.</summary>
    internal decimal EarnedOn(LocalDate day, EarningPeriod period) =>
        period.WindowsOn(day).Max(window => days.Where(d => d.Day <= day && window.Contains(d.Day)).Sum(static d => d.Amount));

    /// <summary>The first day after this one on which more is earned or something counts no more; null: there is none.</summary>
    internal LocalDate? NextChange(LocalDate day, EarningPeriod period)
    {
        LocalDate? next = null;
        foreach ((LocalDate earned, _) in days)
        {
            Consider(earned);
            Consider(period.CountsNoMoreFrom(earned));
            if (earned > day)
            {
                break;
            }
        }

        return next;

        void Consider(LocalDate? change) => next = change > day && !(next <= change) ? change : next;
    }

    /// <summary>The sum of a stretch of days, as far as it is seen.</summary>
    internal decimal Sum(DateInterval window) => days.Where(d => window.Contains(d.Day)).Sum(static d => d.Amount);

    /// <summary>The first day in a stretch with an earning.</summary>
    internal LocalDate? FirstIn(DateInterval window) =>
        days.Where(d => window.Contains(d.Day)).Select(static d => (LocalDate?)d.Day).FirstOrDefault();

    private static decimal AmountOn(CustomerFacts facts, EarnedBasis basis, TimeWindow day) =>
        basis == EarnedBasis.Spend ? facts.SpendIn(day).Amount : facts.OrderCountIn(day);
}
