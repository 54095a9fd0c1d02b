namespace PrivateDomain.Core.Products;

/// <summary>Whether something may be given away or sold at a low price without losing money (赠品适用性), and from which price on.</summary>
/// <remarks>
/// <para>D20 [A][B]: left = n·(price + what a gift brings in) − what n gifts cost.</para>
/// <para>Equality is that of all parts.</para>
/// </remarks>
public sealed record GiftSuitability
{
    private GiftSuitability(Decision decision, Money left, Answer<Money> priceMin)
    {
        Decision = decision;
        Left = left;
        PriceMin = priceMin;
    }

    /// <summary>Whether it may be given: <c>gift.loses_money</c> when what is left is below the red line.</summary>
    public Decision Decision { get; }

    /// <summary>What is left after all gifts; below 0 is a loss.</summary>
    public Money Left { get; }

    /// <summary>The lowest price that keeps the red line, 0 when it may be given away; no value when no piece is planned.</summary>
    public Answer<Money> PriceMin { get; }

    /// <summary>Judges a gift at a price.</summary>
    /// <param name="gift">What is given.</param>
    /// <param name="pieces">How many are planned; 0 or more.</param>
    /// <param name="contributionPerPiece">What one gift brings in on average beside its price, before the cost of the gift; any sign.</param>
    /// <param name="price">What the receiver pays; 0 gives it away.</param>
    /// <param name="redLine">The least that must be left in all (利润红线); 0 is "no loss".</param>
    /// <exception cref="ArgumentNullException">The gift is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number or the price is negative.</exception>
    /// <exception cref="CurrencyMismatchException">The amounts are not all in the gift's currency.</exception>
    public static GiftSuitability Assess(Gift gift, int pieces, Money contributionPerPiece, Money price, Money redLine)
    {
        Guard.Against.Null(gift);
        Guard.Against.Negative(price.Amount, nameof(price));
        Money cost = gift.CostOf(pieces);
        Money left = ((price + contributionPerPiece) * pieces) - cost;
        Decision decision = left >= redLine ? Decision.Allowed : Decision.Denied(GiftReasons.LosesMoney.With(left, redLine));
        return new GiftSuitability(decision, left, (cost + redLine).Per(pieces).Then(each => AtLeastZero(each - contributionPerPiece)));
    }

    private static Money AtLeastZero(Money amount) => amount.IsNegative ? Money.Zero(amount.Currency) : amount;
}
