using System.Collections.Immutable;

namespace PrivateDomain.Core.Costs;

/// <summary>Guards a shop against sales that sell it out (警惕网红带货): price floor, profit red line, linked buyers, demand, volume and price. From [D], D36.</summary>
/// <remarks>
/// <para>Profit per unit sold is <c>(1 − returns)·(price·(1 − commission) − unit cost) − hook − returns·cost of a return</c>; in all, times the units, less the fee.</para>
/// <para>Equality is that of all parts. There is no default: a floor and a red line are a shop's own.</para>
/// </remarks>
public sealed record PublicSaleGuard
{
    private PublicSaleGuard(Money priceFloor, Money redLinePerUnit, Money redLineInAll, Ratio linkedShareMin, Ratio pulledForwardMax)
    {
        PriceFloor = priceFloor;
        RedLinePerUnit = redLinePerUnit;
        RedLineInAll = redLineInAll;
        LinkedShareMin = linkedShareMin;
        PulledForwardMax = pulledForwardMax;
    }

    /// <summary>The lowest price at which a unit may be sold (底价).</summary>
    public Money PriceFloor { get; }

    /// <summary>The least a unit has to earn (单件利润红线).</summary>
    public Money RedLinePerUnit { get; }

    /// <summary>The least the whole sale has to earn (整场利润红线).</summary>
    public Money RedLineInAll { get; }

    /// <summary>The least share of buyers to become linked (沉淀率下限).</summary>
    public Ratio LinkedShareMin { get; }

    /// <summary>The greatest share of expected sales that may be missing afterwards (透支率上限).</summary>
    public Ratio PulledForwardMax { get; }

    /// <summary>Makes a guard; what is left out has its default. [D] names the rules and no figures: the two shares are cautious choices of this library.</summary>
    /// <param name="priceFloor">0 or more.</param>
    /// <param name="redLinePerUnit">May be negative, for a loss that is planned.</param>
    /// <param name="redLineInAll">May be negative, for a loss that is planned.</param>
    /// <param name="linkedShareMin">A share; default 10 %.</param>
    /// <param name="pulledForwardMax">A share; default 20 %.</param>
    /// <exception cref="InvalidPolicyException">Parts are out of range or in different currencies; all of them are named.</exception>
    public static PublicSaleGuard Create(
        Money priceFloor, Money redLinePerUnit, Money redLineInAll, Ratio? linkedShareMin = null, Ratio? pulledForwardMax = null)
    {
        var guard = new PublicSaleGuard(
            priceFloor, redLinePerUnit, redLineInAll, linkedShareMin ?? Ratio.Known(0.1m), pulledForwardMax ?? Ratio.Known(0.2m));
        string currency = priceFloor.Currency.Code;
        new PolicyCheck()
            .Needs(!priceFloor.IsNegative, nameof(priceFloor), PublicSaleReasons.OutOfRange, priceFloor, 0)
            .Needs(!priceFloor.Currency.IsNone, nameof(priceFloor), PublicSaleReasons.CurrenciesDiffer, currency, redLinePerUnit.Currency.Code)
            .Needs(redLinePerUnit.Currency == priceFloor.Currency, nameof(redLinePerUnit), PublicSaleReasons.CurrenciesDiffer, redLinePerUnit.Currency.Code, currency)
            .Needs(redLineInAll.Currency == priceFloor.Currency, nameof(redLineInAll), PublicSaleReasons.CurrenciesDiffer, redLineInAll.Currency.Code, currency)
            .Needs(guard.LinkedShareMin is { IsKnown: true, Value: >= 0m and <= 1m }, nameof(linkedShareMin), PublicSaleReasons.NotAShare, guard.LinkedShareMin)
            .Needs(guard.PulledForwardMax is { IsKnown: true, Value: >= 0m and <= 1m }, nameof(pulledForwardMax), PublicSaleReasons.NotAShare, guard.PulledForwardMax)
            .ThrowIfAny("public sale guard");
        return guard;
    }

    /// <summary>Judges a sale.</summary>
    /// <param name="sale">What is known of it.</param>
    /// <returns>Harmful when floor or red line is broken; else undecidable when a fact is missing; else caution or healthy. All reasons are given.</returns>
    /// <exception cref="ArgumentNullException">There is no sale.</exception>
    /// <exception cref="CurrencyMismatchException">The sale is in another currency.</exception>
    /// <exception cref="OverflowException">A sum is more than a decimal holds.</exception>
    public PublicSaleReport Judge(PublicSale sale)
    {
        Guard.Against.Null(sale);
        Money? perUnit = ProfitPerUnit(sale);
        Money? inAll = perUnit * sale.Units - sale.FixedFee;
        Ratio linked = sale.LinkedBuyers is { } some && sale.Buyers is { } all ? Ratio.Of(some, all) : Ratio.Unknown;
        Ratio pulled = PulledForward(sale);
        ImmutableArray<Reason>.Builder against = ImmutableArray.CreateBuilder<Reason>();
        Ask(against, sale.Price, p => p >= PriceFloor, PublicSaleReasons.BelowPriceFloor, sale.Price ?? default, PriceFloor);
        Ask(against, perUnit, p => p >= RedLinePerUnit, PublicSaleReasons.UnitBelowRedLine, perUnit ?? default, RedLinePerUnit);
        Ask(against, inAll, p => p >= RedLineInAll, PublicSaleReasons.TotalBelowRedLine, inAll ?? default, RedLineInAll);
        bool harms = against.Count > 0;
        Ask<Ratio>(against, linked.IsKnown ? linked : null, l => l >= LinkedShareMin, PublicSaleReasons.TooFewLinked, linked, LinkedShareMin);
        Ask<Ratio>(against, pulled.IsKnown ? pulled : null, p => p <= PulledForwardMax, PublicSaleReasons.DemandPulledForward, pulled, PulledForwardMax);
        Ask(
            against, sale.After.Units, u => u > sale.Before.Units || sale.Before.Units is null,
            PublicSaleReasons.VolumeNotUp, sale.After.Units ?? 0m, sale.Before.Units ?? 0m);
        Ask(
            against, sale.After.Price, p => sale.Before.Price is not { } before || p > before,
            PublicSaleReasons.PriceNotUp, sale.After.Price ?? default, sale.Before.Price ?? default);
        ImmutableArray<Reason> unknown = [.. Unknown(sale)];
        PublicSaleVerdict verdict = harms ? PublicSaleVerdict.Harmful
            : !unknown.IsEmpty ? PublicSaleVerdict.Undecidable
            : against.Count > 0 ? PublicSaleVerdict.Caution
            : PublicSaleVerdict.Healthy;
        return new PublicSaleReport(verdict, [.. against, .. unknown], perUnit, inAll, linked, pulled);
    }

    private static Money? ProfitPerUnit(PublicSale sale) =>
        sale is { Price: { } price, UnitCost: { } cost, Hook: { } hook, ReturnCost: { } back, Commission.IsKnown: true, Returns.IsKnown: true }
            ? (((price * (1m - sale.Commission.Value)) - cost) * (1m - sale.Returns.Value)) - hook - (back * sale.Returns.Value)
            : null;

    private static Ratio PulledForward(PublicSale sale) =>
        sale is { ExpectedAfter: { } expected, After.Units: { } after } ? Ratio.Of(Math.Max(0m, expected - after), expected) : Ratio.Unknown;

    // Nobody who bought, or nothing expected, leaves a share without a whole: unknown too.
    private static IEnumerable<Reason> Unknown(PublicSale sale)
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
            (sale.Buyers is > 0, "buyers", "买家数"),
            (sale.LinkedBuyers is not null, "linked buyers", "沉淀人数"),
            (sale.ExpectedAfter is > 0m, "sales expected after it", "活动后预期销量"),
            (sale.After.Units is not null, "units after it", "活动后销量"),
            (sale.Before.Units is not null, "units before it", "活动前销量"),
            (sale.After.Price is not null, "price after it", "活动后价格"),
            (sale.Before.Price is not null, "price before it", "活动前价格"),
        ];
        return facts.Where(static f => !f.IsKnown).Select(static f => PublicSaleReasons.FactUnknown.With(new Bilingual(f.English, f.Chinese)));
    }

    private static void Ask<T>(
        ImmutableArray<Reason>.Builder against, T? fact, Func<T, bool> holds, ReasonDefinition definition, ReasonValue found, ReasonValue required)
        where T : struct
    {
        if (fact is { } value && !holds(value))
        {
            against.Add(definition.With(found, required));
        }
    }
}
