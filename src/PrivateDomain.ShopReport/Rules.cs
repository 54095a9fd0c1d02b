using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Knowledge;
using PrivateDomain.Core.Rules;
using PrivateDomain.ShopReport.Reading;

namespace PrivateDomain.ShopReport;

/// <summary>The shop's rules: from the options, and from the costs file where there is one.</summary>
internal static class Rules
{
    /// <summary>The shop's options; where its costs are known, tickets are judged against the one that pays for the upkeep.</summary>
    /// <exception cref="InvalidPolicyException">The costs cannot be.</exception>
    public static ShopOptions Describe(ShopOptions shop, ReportOptions options, ShopFiles files)
    {
        UpkeepFigures? upkeep = UpkeepOf(files.Costs, options.Shop.Currency);
        Money? anchor = upkeep is not null && BreakEvenTicket(Upkeep.From(upkeep), files.Costs) is { } ticket
            && ticket.TryGet(out Money paid) && paid.Amount > 0m
            ? paid
            : null;
        return shop with
        {
            Zone = options.Shop.Zone,
            Currency = options.Shop.Currency,
            Upkeep = upkeep,
            Segments = files.Segments,
            Needs = shop.Needs with { Groups = GroupsOf(files.Products) },
            ProductFit = shop.ProductFit with { AnchorTicket = anchor },
        };
    }

    /// <summary>The ticket that pays for the upkeep; null when the costs file does not give margin and orders.</summary>
    public static Answer<Money>? BreakEvenTicket(Upkeep upkeep, ImmutableDictionary<string, decimal>? costs) =>
        costs is not null && costs.TryGetValue(CostKeys.GrossMargin, out decimal margin)
            && costs.TryGetValue(CostKeys.OrdersPerYear, out decimal orders)
            ? upkeep.BreakEvenTicket(Ratio.From(margin), orders)
            : null;

    // A group's cycle is the shortest of its products: who needs one of them again may be written to.
    private static ImmutableArray<NeedGroup> GroupsOf(ImmutableArray<ProductRow> products) =>
    [
        .. products.Where(static product => product.Group.Length > 0).GroupBy(static product => product.Group, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => new NeedGroup
            {
                Name = group.Key,
                Products = [.. group.SelectMany(static product => new[] { product.Id, product.Key }).Distinct()],
                CycleDays = group.Min(static product => product.CycleDays),
            }),
    ];

    private static UpkeepFigures? UpkeepOf(ImmutableDictionary<string, decimal>? costs, Currency currency)
    {
        Money? Sum(string key) => costs.TryGetValue(key, out decimal amount) ? Money.From(amount, currency) : null;
        return costs is not null && Sum(CostKeys.WageYear) is { } wage
            && costs.TryGetValue(CostKeys.CustomersPerAdvisor, out decimal served)
            ? new UpkeepFigures
            {
                WagePerYear = wage,
                CustomersPerAdvisor = served,
                Content = Sum(CostKeys.ContentYear),
                Benefits = Sum(CostKeys.BenefitsYear),
                Tools = Sum(CostKeys.ToolsYear),
            }
            : null;
    }
}
