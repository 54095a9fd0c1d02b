using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Costs;

/// <summary>Guards a shop against sales that sell it out (警惕网红带货): price floor, profit red line, linked buyers, demand, volume and
/// price.</summary>
/// <remarks>
/// <para>Profit per unit sold is <c>(1 − returns)·(price·(1 − commission) − unit cost) − hook − returns·cost of a return</c>; in all,
/// times the units, less the fee.</para>
/// <para>Immutable, so safe to share between threads. Equality is that of the options; there is no ordering. There is no default: floor
/// and red lines are a shop's
/// own.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class PublicSalePolicy : IEquatable<PublicSalePolicy>
{
    private PublicSalePolicy(PublicSaleOptions options) => Options = options;

    /// <summary>The options it was made of.</summary>
    public PublicSaleOptions Options { get; }

    /// <summary>Makes a policy.</summary>
    /// <param name="options">The figures.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="InvalidPolicyException">Options are out of range or in different currencies; all mistakes are named.</exception>
    public static PublicSalePolicy Create(PublicSaleOptions options)
    {
        Descriptions.Of<PublicSaleOptions>().ThrowIfWrong(options);
        return new PublicSalePolicy(options);
    }

    /// <summary>Makes a policy of options from outside.</summary>
    /// <param name="options">The figures.</param>
    /// <param name="policy">The policy, or null.</param>
    /// <param name="mistakes">All mistakes of the options.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    public static bool TryCreate(
        PublicSaleOptions options, [NotNullWhen(true)] out PublicSalePolicy? policy, out ImmutableArray<Mistake> mistakes)
    {
        mistakes = Descriptions.Of<PublicSaleOptions>().Check(options);
        policy = mistakes.IsEmpty ? new PublicSalePolicy(options) : null;
        return policy is not null;
    }

    /// <summary>How a sale stands.</summary>
    /// <param name="figures">What is known of it.</param>
    /// <returns>Harmful when floor or red line is broken; else unknown when a fact is missing; else caution or healthy. All reasons are
    /// given.</returns>
    /// <exception cref="ArgumentNullException">There are no figures.</exception>
    /// <exception cref="CurrencyMismatchException">The sale is in another currency.</exception>
    public PublicSaleAssessment Assess(PublicSaleFigures figures)
    {
        Guard.Against.Null(figures);
        if (figures.Currency is { } currency && currency != Options.PriceFloor.Currency)
        {
            throw new CurrencyMismatchException(Options.PriceFloor.Currency, currency);
        }

        Answer<(Money? PerUnit, Money? InAll)> profit = CostsChecks.Sum<(Money?, Money?)>(() => Profit(figures));
        (Money? perUnit, Money? inAll) = profit.Or(default);
        (Ratio Linked, Ratio Pulled) shares = (LinkedShare(figures), PulledForward(figures));
        var harms = default(Findings);
        Harms(ref harms, figures, perUnit, inAll);
        var cautions = default(Findings);
        Cautions(ref cautions, figures, shares.Linked, shares.Pulled);
        ImmutableArray<Reason> unknown = [.. profit.HasValue ? [] : profit.Reasons, .. Unknown(figures)];
        PublicSaleHealth health = !harms.IsEmpty ? PublicSaleHealth.Harmful
            : !unknown.IsEmpty ? PublicSaleHealth.Unknown
            : !cautions.IsEmpty ? PublicSaleHealth.Caution
            : PublicSaleHealth.Healthy;
        return new PublicSaleAssessment(health, [.. harms.ToReasons(), .. cautions.ToReasons(), .. unknown], (perUnit, inAll), shares);
    }

    /// <inheritdoc/>
    public bool Equals(PublicSalePolicy? other) => other is not null && Options.Equals(other.Options);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PublicSalePolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.GetHashCode();

    private void Harms(ref Findings findings, PublicSaleFigures sale, Money? perUnit, Money? inAll)
    {
        if (sale.Price < Options.PriceFloor)
        {
            findings.Deny(CostsReasons.BelowPriceFloor.With(sale.Price.Value, Options.PriceFloor));
        }

        if (perUnit < Options.RedLinePerUnit)
        {
            findings.Deny(CostsReasons.UnitBelowRedLine.With(perUnit.Value, Options.RedLinePerUnit));
        }

        if (inAll < Options.RedLineInAll)
        {
            findings.Deny(CostsReasons.TotalBelowRedLine.With(inAll.Value, Options.RedLineInAll));
        }
    }

    private void Cautions(ref Findings findings, PublicSaleFigures sale, Ratio linked, Ratio pulled)
    {
        if (sale.Buyers == 0)
        {
            findings.Deny(CostsReasons.NobodyBought.With());
        }

        if (linked < Ratio.From(Options.LinkedShareMin))
        {
            findings.Deny(CostsReasons.TooFewLinked.With(linked, Ratio.From(Options.LinkedShareMin)));
        }

        if (pulled > Ratio.From(Options.PulledForwardMax))
        {
            findings.Deny(CostsReasons.DemandPulledForward.With(pulled, Ratio.From(Options.PulledForwardMax)));
        }

        if (sale.UnitsAfter <= sale.UnitsBefore)
        {
            findings.Deny(CostsReasons.VolumeNotUp.With(sale.UnitsAfter.Value, sale.UnitsBefore.Value));
        }

        if (sale.PriceAfter <= sale.PriceBefore)
        {
            findings.Deny(CostsReasons.PriceNotUp.With(sale.PriceAfter.Value, sale.PriceBefore.Value));
        }
    }

    private static (Money? PerUnit, Money? InAll) Profit(PublicSaleFigures sale)
    {
        Money? perUnit = sale is
        { Price: { } price, UnitCost: { } cost, Hook: { } hook, ReturnCost: { } back, Commission.IsKnown: true, Returns.IsKnown: true }
            ? (((price * (1m - sale.Commission.Value)) - cost) * (1m - sale.Returns.Value)) - hook - (back * sale.Returns.Value)
            : null;
        return (perUnit, (perUnit * sale.Units) - sale.FixedFee);
    }

    private static Ratio LinkedShare(PublicSaleFigures sale) =>
        sale is { LinkedBuyers: { } some, Buyers: { } all } ? Ratio.From(some, all) : Ratio.Unknown;

    // Nothing can be missing of nothing.
    private static Ratio PulledForward(PublicSaleFigures sale) => sale switch
    {
        { ExpectedAfter: 0m } => Ratio.From(0m),
        { ExpectedAfter: { } expected, UnitsAfter: { } after } => Ratio.From(Math.Max(0m, expected - after), expected),
        _ => Ratio.Unknown,
    };

    private static IEnumerable<Reason> Unknown(PublicSaleFigures sale)
    {
        (bool IsKnown, string English, string Chinese)[] facts =
        [
            (sale.Price is not null, "price", "成交价"),
            (sale.UnitCost is not null, "unit cost", "单件成本"),
            (sale.Commission.IsKnown, "commission", "佣金率"),
            (sale.Hook is not null, "cost of the hook", "钩子成本"),
            (sale.Returns.IsKnown, "share of returns", "退货率"),
            (sale.ReturnCost is not null, "cost of a return", "单次退货成本"),
            (sale.FixedFee is not null, "fixed fee", "坑位费"),
            (sale.Units is not null, "units sold", "销量"),
            (sale.Buyers is not null, "buyers", "买家数"),
            (sale.LinkedBuyers is not null || sale.Buyers == 0, "linked buyers", "沉淀人数"),
            (sale.ExpectedAfter is not null, "sales expected after it", "活动后预期销量"),
            (sale.UnitsAfter is not null, "units after it", "活动后销量"),
            (sale.UnitsBefore is not null, "units before it", "活动前销量"),
            (sale.PriceAfter is not null, "price after it", "活动后价格"),
            (sale.PriceBefore is not null, "price before it", "活动前价格"),
        ];
        return facts.Where(static f => !f.IsKnown)
            .Select(static f => CostsReasons.SaleFactUnknown.With(new Bilingual(f.English, f.Chinese)));
    }

    internal static Reason? WrongCurrency(Money amount, Money floor) =>
        amount.Currency.IsNone ? PolicyReasons.Missing.With(required: Wanted.Amount)
        : amount.Currency != floor.Currency ? PolicyReasons.OtherCurrency.With(amount.Currency.Code, floor.Currency.Code)
        : null;
}
