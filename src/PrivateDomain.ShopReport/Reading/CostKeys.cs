using System.Collections.Immutable;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>The keys of the costs file.</summary>
internal static class CostKeys
{
    public const string WageYear = "wage_year";
    public const string CustomersPerAdvisor = "customers_per_advisor";
    public const string ContentYear = "content_year";
    public const string BenefitsYear = "benefits_year";
    public const string ToolsYear = "tools_year";
    public const string GrossMargin = "gross_margin";
    public const string OrdersPerYear = "orders_per_year";
    public const string SurvivalPerMonth = "survival_per_month";
    public const string DiscountPerMonth = "discount_per_month";
    public const string AcquisitionCost = "acquisition_cost";

    /// <summary>Each key with its largest value; 0 for no particular one.</summary>
    public static ImmutableDictionary<string, decimal> All { get; } = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        [WageYear] = 0m,
        [CustomersPerAdvisor] = 0m,
        [ContentYear] = 0m,
        [BenefitsYear] = 0m,
        [ToolsYear] = 0m,
        [GrossMargin] = 1m,
        [OrdersPerYear] = 366m,
        [SurvivalPerMonth] = 1m,
        [DiscountPerMonth] = 1m,
        [AcquisitionCost] = 0m,
    }.ToImmutableDictionary(StringComparer.Ordinal);
}
