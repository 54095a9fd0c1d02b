namespace PrivateDomain.Core.Costs;

/// <summary>The figures by which a sale by livestream or influencer is judged (带货底线).</summary>
/// <remarks>Equality is that of the figures; there is no ordering. <see cref="PublicSalePolicy"/> checks them. Floor and red lines are a
/// shop's own and have no
/// default; the rules are from the article on the underlying logic of private domains, which has no figures.</remarks>
public sealed record PublicSaleOptions
{
    /// <summary>The lowest price at which a unit may be sold (底价), 0 or more.</summary>
    public required Money PriceFloor { get; init; }

    /// <summary>The least a unit has to earn (单件利润红线), of any sign: below 0 it is a loss that is planned.</summary>
    public required Money RedLinePerUnit { get; init; }

    /// <summary>The least the whole sale has to earn (整场利润红线), of any sign.</summary>
    public required Money RedLineInAll { get; init; }

    /// <summary>The least share of buyers to become linked (沉淀率下限), from 0 to 1. The library's own figure.</summary>
    public decimal LinkedShareMin { get; init; } = 0.1m;

    /// <summary>The greatest share of expected sales that may be missing afterwards (透支率上限), from 0 to 1. The library's own
    /// figure.</summary>
    public decimal PulledForwardMax { get; init; } = 0.2m;
}
