namespace PrivateDomain.Core.Products;

/// <summary>What is known of one product (商品数据): the four facts its fit is judged by.</summary>
/// <remarks>Each fact may be unknown; an unknown fact is never taken for 0. Equality is that of the facts; there is no ordering.</remarks>
public sealed record ProductFigures
{
    private ProductFigures(Money? ticket, Ratio repurchaseRate, Ratio loyaltyRate, Ratio brandPower)
    {
        Ticket = ticket;
        RepurchaseRate = repurchaseRate;
        LoyaltyRate = loyaltyRate;
        BrandPower = brandPower;
        Columns = new FitRow(ticket is { } money ? (float)money.Amount : float.NaN, Single(repurchaseRate), Single(loyaltyRate), Single(brandPower));
    }

    /// <summary>Mean spend at one purchase (客单价); null when unknown.</summary>
    public Money? Ticket { get; }

    /// <summary>Share of its buyers who bought it again (复购率), from 0 to 1.</summary>
    public Ratio RepurchaseRate { get; }

    /// <summary>Share of its early buyers who still bought it later (忠诚度), from 0 to 1.</summary>
    public Ratio LoyaltyRate { get; }

    /// <summary>How strong the brand is (品牌力), from 0 (nobody knows it) to 1 (everybody does).</summary>
    public Ratio BrandPower { get; }

    /// <summary>The facts in single precision, as columns hold them.</summary>
    internal FitRow Columns { get; }

    /// <summary>Makes the facts of one product; what is left out is unknown.</summary>
    /// <param name="ticket">Mean spend at one purchase, 0 or more.</param>
    /// <param name="repurchaseRate">Share of buyers who bought again, from 0 to 1.</param>
    /// <param name="loyaltyRate">Share of early buyers who bought later, from 0 to 1.</param>
    /// <param name="brandPower">Strength of the brand, from 0 to 1.</param>
    /// <exception cref="ArgumentException">The ticket has no currency.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ticket is negative, or a ratio is not from 0 to 1.</exception>
    public static ProductFigures Create(Money? ticket = null, Ratio repurchaseRate = default, Ratio loyaltyRate = default, Ratio brandPower = default)
    {
        if (ticket is { } money)
        {
            if (money.Currency.IsNone)
            {
                throw new ArgumentException($"The ticket needs a currency, but it was {money}.", nameof(ticket));
            }

            Guard.Against.Negative(money.Amount, nameof(ticket));
        }

        return new(ticket, Share(repurchaseRate, nameof(repurchaseRate)), Share(loyaltyRate, nameof(loyaltyRate)), Share(brandPower, nameof(brandPower)));
    }

    private static Ratio Share(Ratio ratio, string name)
    {
        Guard.Against.OutOfRange(ratio.ValueOr(0m), name, 0m, 1m);
        return ratio;
    }

    private static float Single(Ratio ratio) => ratio.IsKnown ? (float)ratio.Value : float.NaN;
}
