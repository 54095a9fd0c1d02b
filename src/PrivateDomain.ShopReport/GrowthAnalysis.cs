using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Growth;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.ShopReport;

/// <summary>What the growth gate says of the shop.</summary>
/// <param name="Report">Its report.</param>
/// <param name="Retained">How many retained customers decide on the phase; null when links are unknown, and then it is the
/// strictest.</param>
internal sealed record GrowthPart(GrowthAssessment Report, long? Retained);

/// <summary>Hands the measures of all other parts to the growth gate. What no file tells is not measured.</summary>
internal sealed class GrowthAnalysis(ShopRules rules)
{
    public GrowthPart Of(
        ShopData data, ImmutableArray<CustomerHistory> histories, ImmutableArray<CustomerFacts> facts, RetainedPart? retained,
        RelationshipPart? relations, CostFigures costs)
    {
        GrowthFigures stages = data.Files.Links is not null && relations is { AreInteractionsKnown: true }
            ? GrowthFigures.From(StageMetrics.Measure(histories, relations.From, data.AsOfInstant, rules.Shop))
            : new GrowthFigures();
        GrowthFigures figures = stages with
        {
            RetainedCustomers = retained?.Retained ?? 0,
            Payback = costs.Payback is { } payback ? payback : default(Answer<Payback>),
            CustomerCost = costs.CustomerCost is { } cost ? cost : default(Answer<Money>),
            LifetimeValue = costs.LifetimeValue,
            ReceptionRate = Reception(data, facts, rules),
            AverageTicket = costs.AverageTicket,
            BreakEvenTicket = costs.BreakEvenTicket is { } ticket ? ticket : default(Answer<Money>),
        };
        return new GrowthPart(rules.Growth.Assess(figures), retained?.Retained);
    }

    /// <summary>The share of newcomers received well; unknown when no file tells of links.</summary>
    public static Ratio Reception(ShopData data, ImmutableArray<CustomerFacts> facts, ShopRules rules) => data.Files.Links is null
        ? Ratio.Unknown
        : rules.Reception.Measure(
            facts.Where(static each => !each.Links.IsEmpty)
                .Select(static each => ReceptionFacts.From(each, each.Links[0].Carrier))
                .Where(static answer => answer.HasValue).Select(static answer => answer.Value),
            data.AsOfInstant).Rate;
}

/// <summary>What the shop's costs say, as far as they are known.</summary>
internal sealed record CostFigures(
    Payback? Payback, Money? CustomerCost, Answer<Money> LifetimeValue, Answer<Money> AverageTicket, Money? BreakEvenTicket);
