namespace PrivateDomain.Core.Costs;

/// <summary>What is known of a sale by livestream or influencer (公域带货), and of the trade before and after it.</summary>
/// <remarks>
/// <para>A returned unit brings no money, no commission and the goods back, but the hook is gone and the return costs. What is null or
/// unknown is never 0: a sale
/// without a fee, hook or cost of returns says 0.</para>
/// <para>Equality is that of all parts; there is no ordering.</para>
/// </remarks>
public sealed record PublicSaleFigures
{
    /// <summary>Puts the figures together; what is left out is not known.</summary>
    /// <param name="price">The lowest price paid for a unit, 0 or more.</param>
    /// <param name="unitCost">What a unit costs, 0 or more.</param>
    /// <param name="commission">A share of the price, from 0 to 1.</param>
    /// <param name="hook">What is given with a unit costs, 0 or more.</param>
    /// <param name="returns">The share of units that come back, from 0 to 1.</param>
    /// <param name="returnCost">What one return costs, 0 or more.</param>
    /// <param name="fixedFee">The fee, 0 or more.</param>
    /// <param name="units">Units sold, 0 or more.</param>
    /// <param name="buyers">Who bought, 0 or more.</param>
    /// <param name="linkedBuyers">Who of them became linked, at most all.</param>
    /// <param name="expectedAfter">Units expected after it without the sale, 0 or more.</param>
    /// <param name="priceBefore">The mean price before it, 0 or more.</param>
    /// <param name="unitsBefore">Units sold before it, 0 or more.</param>
    /// <param name="priceAfter">The mean price after it, 0 or more.</param>
    /// <param name="unitsAfter">Units sold after it, in a stretch as long as that before, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is out of range.</exception>
    /// <exception cref="ArgumentException">An amount has no currency.</exception>
    /// <exception cref="CurrencyMismatchException">Amounts are in different currencies.</exception>
    public PublicSaleFigures(
        Money? price = null, Money? unitCost = null, Ratio commission = default, Money? hook = null, Ratio returns = default,
        Money? returnCost = null,
        Money? fixedFee = null, int? units = null, int? buyers = null, int? linkedBuyers = null, decimal? expectedAfter = null,
        Money? priceBefore = null, decimal? unitsBefore = null, Money? priceAfter = null, decimal? unitsAfter = null)
    {
        Currency? books = null;
        Price = Cost(price, nameof(price), ref books);
        UnitCost = Cost(unitCost, nameof(unitCost), ref books);
        Commission = Share(commission, nameof(commission));
        Hook = Cost(hook, nameof(hook), ref books);
        Returns = Share(returns, nameof(returns));
        ReturnCost = Cost(returnCost, nameof(returnCost), ref books);
        FixedFee = Cost(fixedFee, nameof(fixedFee), ref books);
        Units = Count(units, nameof(units));
        Buyers = Count(buyers, nameof(buyers));
        LinkedBuyers = Count(linkedBuyers, nameof(linkedBuyers));
        ExpectedAfter = Count(expectedAfter, nameof(expectedAfter));
        PriceBefore = Cost(priceBefore, nameof(priceBefore), ref books);
        UnitsBefore = Count(unitsBefore, nameof(unitsBefore));
        PriceAfter = Cost(priceAfter, nameof(priceAfter), ref books);
        UnitsAfter = Count(unitsAfter, nameof(unitsAfter));
        if (linkedBuyers > buyers)
        {
            throw new ArgumentOutOfRangeException(
                nameof(linkedBuyers), linkedBuyers, $"At most the {buyers} buyers can have become linked.");
        }
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

    /// <summary>The mean price before it (活动前价格).</summary>
    public Money? PriceBefore { get; }

    /// <summary>Units sold before it (活动前销量).</summary>
    public decimal? UnitsBefore { get; }

    /// <summary>The mean price after it (活动后价格).</summary>
    public Money? PriceAfter { get; }

    /// <summary>Units sold after it (活动后销量).</summary>
    public decimal? UnitsAfter { get; }

    /// <summary>The currency of the amounts; null when no amount is known.</summary>
    internal Currency? Currency =>
        (Price ?? UnitCost ?? Hook ?? ReturnCost ?? FixedFee ?? PriceBefore ?? PriceAfter)?.Currency;

    private static Money? Cost(Money? amount, string name, ref Currency? books)
    {
        if (amount is { } cost)
        {
            Guard.Against.Negative(CostsChecks.NeedsCurrency(cost, name).Amount, name);
            books ??= cost.Currency;
            if (cost.Currency != books)
            {
                throw new CurrencyMismatchException(books.Value, cost.Currency);
            }
        }

        return amount;
    }

    private static Ratio Share(Ratio ratio, string name) =>
        ratio.ValueOr(0m) is >= 0m and <= 1m ? ratio : throw new ArgumentOutOfRangeException(name, ratio, "A share from 0 to 1 is needed.");

    private static int? Count(int? count, string name) =>
        count is not < 0 ? count : throw new ArgumentOutOfRangeException(name, count, "A number of 0 or more is needed.");

    private static decimal? Count(decimal? count, string name) =>
        count is not < 0m ? count : throw new ArgumentOutOfRangeException(name, count, "A number of 0 or more is needed.");
}
