namespace PrivateDomain.Core.Costs;

/// <summary>What is known of the trade in a stretch of time before or after a sale (活动前后销售).</summary>
/// <remarks>Equality is that of all parts. What is null is not known.</remarks>
public sealed record SalesPeriod
{
    private SalesPeriod(Money? price, decimal? units)
    {
        Price = price;
        Units = units;
    }

    /// <summary>The mean price paid for a unit.</summary>
    public Money? Price { get; }

    /// <summary>How many units were sold.</summary>
    public decimal? Units { get; }

    /// <summary>Puts the figures together; what is left out is not known.</summary>
    /// <param name="price">The mean price, 0 or more.</param>
    /// <param name="units">Units sold, 0 or more.</param>
    /// <exception cref="InvalidPolicyException">A figure is negative; all of them are named.</exception>
    public static SalesPeriod Create(Money? price = null, decimal? units = null)
    {
        new PolicyCheck()
            .Needs(price is not { IsNegative: true }, nameof(price), PublicSaleReasons.OutOfRange, price ?? default, 0)
            .Needs(units is not < 0m, nameof(units), PublicSaleReasons.OutOfRange, units ?? 0m, 0)
            .ThrowIfAny("sales period");
        return new SalesPeriod(price, units);
    }
}

/// <summary>What is known of a sale by livestream or influencer (公域带货), D36.</summary>
/// <remarks>
/// <para>A returned unit brings no money, no commission and the goods back, but the hook is gone and the return costs. What is null or unknown is never 0.</para>
/// <para>Equality is that of all parts.</para>
/// </remarks>
public sealed record PublicSale
{
    private PublicSale(
        (Money? Price, Money? UnitCost, Money? Hook, Money? ReturnCost, Money? FixedFee) amounts,
        (Ratio Commission, Ratio Returns) shares,
        (int? Units, int? Buyers, int? Linked, decimal? ExpectedAfter) counts,
        (SalesPeriod? Before, SalesPeriod? After) trade)
    {
        (Price, UnitCost, Hook, ReturnCost, FixedFee) = amounts;
        (Commission, Returns) = shares;
        (Units, Buyers, LinkedBuyers, ExpectedAfter) = counts;
        (Before, After) = (trade.Before ?? SalesPeriod.Create(), trade.After ?? SalesPeriod.Create());
    }

    /// <summary>The lowest price paid for a unit (成交价).</summary>
    public Money? Price { get; }

    /// <summary>What a unit costs the shop (单件成本).</summary>
    public Money? UnitCost { get; }

    /// <summary>The commission, a share of the price (佣金率).</summary>
    public Ratio Commission { get; }

    /// <summary>What is given with a unit costs (钩子成本).</summary>
    public Money? Hook { get; }

    /// <summary>The share of units that come back (退货率).</summary>
    public Ratio Returns { get; }

    /// <summary>What one return costs (单次退货成本).</summary>
    public Money? ReturnCost { get; }

    /// <summary>The fee that is paid however much is sold (坑位费).</summary>
    public Money? FixedFee { get; }

    /// <summary>Units sold, returns included (销量).</summary>
    public int? Units { get; }

    /// <summary>How many people bought (买家数).</summary>
    public int? Buyers { get; }

    /// <summary>How many of them became linked (沉淀人数).</summary>
    public int? LinkedBuyers { get; }

    /// <summary>The units that were to be expected after it without the sale (预期销量).</summary>
    public decimal? ExpectedAfter { get; }

    /// <summary>The trade before it.</summary>
    public SalesPeriod Before { get; }

    /// <summary>The trade after it, in a stretch as long as that before.</summary>
    public SalesPeriod After { get; }

    /// <summary>Puts the figures together; what is left out is not known. A sale without a fee, hook or cost of returns says 0.</summary>
    /// <param name="price">The lowest price paid for a unit, 0 or more.</param>
    /// <param name="unitCost">What a unit costs, 0 or more.</param>
    /// <param name="commission">A share of the price.</param>
    /// <param name="hook">What is given with a unit costs, 0 or more.</param>
    /// <param name="returns">The share of units that come back.</param>
    /// <param name="returnCost">What one return costs, 0 or more.</param>
    /// <param name="fixedFee">The fee, 0 or more.</param>
    /// <param name="units">Units sold, 0 or more.</param>
    /// <param name="buyers">Who bought, 0 or more.</param>
    /// <param name="linkedBuyers">Who of them became linked, at most all.</param>
    /// <param name="expectedAfter">Units expected after it, 0 or more.</param>
    /// <param name="before">The trade before it.</param>
    /// <param name="after">The trade after it.</param>
    /// <exception cref="InvalidPolicyException">Figures are out of range or in different currencies; all of them are named.</exception>
    public static PublicSale Create(
        Money? price = null, Money? unitCost = null, Ratio commission = default, Money? hook = null, Ratio returns = default, Money? returnCost = null,
        Money? fixedFee = null, int? units = null, int? buyers = null, int? linkedBuyers = null, decimal? expectedAfter = null,
        SalesPeriod? before = null, SalesPeriod? after = null)
    {
        var sale = new PublicSale(
            (price, unitCost, hook, returnCost, fixedFee), (commission, returns), (units, buyers, linkedBuyers, expectedAfter), (before, after));
        sale.Check().ThrowIfAny("public sale");
        return sale;
    }

    private PolicyCheck Check()
    {
        var check = new PolicyCheck();
        (Money? Amount, string Name)[] amounts =
        [
            (Price, "price"), (UnitCost, "unitCost"), (Hook, "hook"), (ReturnCost, "returnCost"), (FixedFee, "fixedFee"),
            (Before.Price, "before.price"), (After.Price, "after.price"),
        ];
        Currency? currency = null;
        foreach ((Money? amount, string name) in amounts)
        {
            if (amount is { } money)
            {
                currency ??= money.Currency;
                check.Needs(!money.IsNegative, name, PublicSaleReasons.OutOfRange, money, 0)
                    .Needs(money.Currency == currency && !money.Currency.IsNone, name, PublicSaleReasons.CurrenciesDiffer, money.Currency.Code, currency.Value.Code);
            }
        }

        return check
            .Needs(IsShareOrUnknown(Commission), "commission", PublicSaleReasons.NotAShare, Commission)
            .Needs(IsShareOrUnknown(Returns), "returns", PublicSaleReasons.NotAShare, Returns)
            .Needs(Units is not < 0, "units", PublicSaleReasons.OutOfRange, Units ?? 0, 0)
            .Needs(Buyers is not < 0, "buyers", PublicSaleReasons.OutOfRange, Buyers ?? 0, 0)
            .Needs(LinkedBuyers is not < 0, "linkedBuyers", PublicSaleReasons.OutOfRange, LinkedBuyers ?? 0, 0)
            .Needs(!(LinkedBuyers > Buyers), "linkedBuyers", PublicSaleReasons.MoreThanAll, LinkedBuyers ?? 0, Buyers ?? 0)
            .Needs(ExpectedAfter is not < 0m, "expectedAfter", PublicSaleReasons.OutOfRange, ExpectedAfter ?? 0m, 0);
    }

    private static bool IsShareOrUnknown(Ratio ratio) => !ratio.IsKnown || ratio.Value is >= 0m and <= 1m;
}
