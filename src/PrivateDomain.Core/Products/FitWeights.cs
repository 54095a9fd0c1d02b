namespace PrivateDomain.Core.Products;

/// <summary>The weights of the four criteria in floating point, so that no sum of decimals overflows.</summary>
internal readonly record struct FitWeights(double TicketSize, double Repurchase, double Loyalty, double BrandPower)
{
    internal double Sum => TicketSize + Repurchase + Loyalty + BrandPower;

    internal static FitWeights Of(ProductFitOptions options) => new(
        (double)options.TicketWeight, (double)options.RepurchaseWeight, (double)options.LoyaltyWeight, (double)options.BrandPowerWeight);

    internal double PointsOf(FitCriterion criterion) => 100 * criterion switch
    {
        FitCriterion.TicketSize => TicketSize / Sum,
        FitCriterion.Repurchase => Repurchase / Sum,
        FitCriterion.Loyalty => Loyalty / Sum,
        FitCriterion.BrandPower => BrandPower / Sum,
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "A criterion of product fit is needed."),
    };
}
