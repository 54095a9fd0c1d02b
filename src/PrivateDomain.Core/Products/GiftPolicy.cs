using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Products;

/// <summary>Whether something may be given away or sold at a low price without losing money (赠品适用性), and from which price
/// on.</summary>
/// <remarks>
/// <para>Left = pieces · (price + what a gift brings in) − what the gifts cost; it must not be below the red line.</para>
/// <para>Immutable, so safe to share between threads. Equality is that of the options; there is no ordering.</para>
/// </remarks>
/// <example>
/// <code>
/// Gift scarf = Gift.Physical(goods: Money.Yuan(15m), storage: Money.Yuan(1m), labour: Money.Yuan(2m), postage: Money.Yuan(6m));
/// GiftAssessment away = GiftPolicy.Default.Assess(scarf, pieces: 500, contributionPerPiece: Money.Yuan(10m), price: Money.Yuan(0m));
/// // loses money: 7,000 yuan; the lowest price that does not is 14.00
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class GiftPolicy : Policy<GiftPolicy, GiftOptions>, IPolicy<GiftPolicy, GiftOptions>
{
    private GiftPolicy(GiftOptions options)
        : base(options)
    {
    }

    static GiftPolicy IPolicy<GiftPolicy, GiftOptions>.Make(GiftOptions options) => new(options);

    /// <summary>Judges a gift at a price.</summary>
    /// <param name="gift">What is given.</param>
    /// <param name="pieces">How many are planned; 0 or more.</param>
    /// <param name="contributionPerPiece">What one gift brings in on average beside its price, before the cost of the gift; any
    /// sign.</param>
    /// <param name="price">What the receiver pays, 0 or more; 0 gives it away.</param>
    /// <exception cref="ArgumentNullException">The gift is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number or the price is negative.</exception>
    /// <exception cref="CurrencyMismatchException">The amounts are not all in the gift's currency.</exception>
    public GiftAssessment Assess(Gift gift, int pieces, Money contributionPerPiece, Money price)
    {
        Guard.Against.Null(gift);
        return Weigh(gift, pieces, contributionPerPiece, price, Options.RedLine ?? Money.Zero(gift.FixedCost.Currency));
    }

    /// <summary>Whether a gift may be given at a price: denied when it would leave less
    /// than the red line, undecidable when that cannot be computed.</summary>
    /// <param name="gift">What is given.</param>
    /// <param name="pieces">How many are planned; 0 or more.</param>
    /// <param name="contributionPerPiece">What one gift brings in on average beside its price, before the cost of the gift; any
    /// sign.</param>
    /// <param name="price">What the receiver pays, 0 or more; 0 gives it away.</param>
    /// <exception cref="ArgumentNullException">The gift is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number or the price is negative.</exception>
    /// <exception cref="CurrencyMismatchException">The amounts are not all in the gift's currency.</exception>
    public Decision Decide(Gift gift, int pieces, Money contributionPerPiece, Money price) =>
        Assess(gift, pieces, contributionPerPiece, price) switch
        {
            { Suitability: GiftSuitability.Suitable } => Decision.Allowed,
            { Suitability: GiftSuitability.LosesMoney } loses => Decision.Denied(loses.Reasons.AsSpan()),
            var unknown => Decision.Undecidable(unknown.Reasons.AsSpan()),
        };

    /// <summary>Judges a gift by a red line of its own.</summary>
    internal static GiftAssessment Weigh(Gift gift, int pieces, Money contributionPerPiece, Money price, Money redLine)
    {
        Guard.Against.Negative(price.Amount, nameof(price));
        Guard.Against.Negative(pieces);
        try
        {
            Money left = Left(gift, pieces, contributionPerPiece, price);
            ImmutableArray<Reason> reasons = left >= redLine ? [] : [ProductsReasons.GiftLosesMoney.With(left, redLine)];
            GiftSuitability suitability = reasons.IsEmpty ? GiftSuitability.Suitable : GiftSuitability.LosesMoney;
            return new GiftAssessment(suitability, reasons, left, PriceMin(gift, pieces, contributionPerPiece, redLine));
        }
        catch (OverflowException)
        {
            Reason reason = ProductsReasons.AmountsTooLarge.With();
            return new GiftAssessment(GiftSuitability.Unknown, [reason], null, Answer<Money>.Refused(reason));
        }
    }

    private static Money Left(Gift gift, int pieces, Money contributionPerPiece, Money price) =>
        ((price + contributionPerPiece) * pieces) - gift.FixedCost - (gift.CostPerPiece * pieces);

    // An amount somebody pays: whole minor units, and the least of them that keeps the red line by the very sum that judges it.
    private static Answer<Money> PriceMin(Gift gift, int pieces, Money contributionPerPiece, Money redLine)
    {
        Money cost = gift.FixedCost + (gift.CostPerPiece * pieces);
        return (cost + redLine).Per(pieces).Then(each => PayableAmounts.Least(
            each - contributionPerPiece, price => Left(gift, pieces, contributionPerPiece, price) >= redLine));
    }
}
