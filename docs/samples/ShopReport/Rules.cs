using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Rules;
using ShopReport.Reading;

namespace ShopReport;

/// <summary>The shop's rules: from the options, and from the costs file where there is one.</summary>
internal static class Rules
{
    /// <summary>Describes the shop; where its costs are known, tickets are judged against the one that pays for the upkeep.</summary>
    /// <exception cref="InvalidPolicyException">The costs cannot be.</exception>
    public static void Describe(ShopRulesBuilder shop, ReportOptions options, ShopFiles files)
    {
        Currency currency = options.Shop.Currency;
        var fit = new ProductFitOptions();
        if (UpkeepOf(files.Costs, currency) is { } upkeep)
        {
            shop.WithUpkeep(upkeep);
            if (BreakEvenTicket(upkeep, files.Costs) is { HasValue: true, Value.Amount: > 0m } ticket)
            {
                fit = fit with { AnchorTicket = ticket.Value };
            }
        }

        shop.In(options.Shop.Zone).CountingIn(currency).WithProductFit(ProductFitPolicy.Create(fit));
    }

    /// <summary>The ticket that pays for the upkeep; null when the costs file does not give margin and orders.</summary>
    public static Answer<Money>? BreakEvenTicket(Upkeep upkeep, ImmutableDictionary<string, decimal>? costs) =>
        costs is not null && costs.TryGetValue(CostKeys.GrossMargin, out decimal margin) && costs.TryGetValue(CostKeys.OrdersPerYear, out decimal orders)
            ? upkeep.BreakEvenTicket(Ratio.Known(margin), orders)
            : null;

    private static Upkeep? UpkeepOf(ImmutableDictionary<string, decimal>? costs, Currency currency)
    {
        Money? Sum(string key) => costs.TryGetValue(key, out decimal amount) ? Money.Of(amount, currency) : null;
        return costs is not null && Sum(CostKeys.WageYear) is { } wage && costs.TryGetValue(CostKeys.CustomersPerAdvisor, out decimal served)
            ? Upkeep.From(new UpkeepFigures
            {
                WagePerYear = wage, CustomersPerAdvisor = served,
                Content = Sum(CostKeys.ContentYear), Benefits = Sum(CostKeys.BenefitsYear), Tools = Sum(CostKeys.ToolsYear),
            })
            : null;
    }
}
