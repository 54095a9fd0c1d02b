using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outlook;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Value;

namespace PrivateDomain.ShopReport;

/// <summary>Explains single customers: those to write to, and those who spent most. All the others are counted, not shown.</summary>
internal sealed class CustomersAnalysis(ShopRules rules, OutreachAnalysis outreach, SegmentAnalysis segments)
{
    /// <summary>How many customers are shown.</summary>
    public const int ShownMax = 500;

    private const int HorizonDays = 60;
    private const int ChangesMax = 6;

    public CustomersPart Of(
        ShopData data, ImmutableArray<CustomerHistory> histories, RelationshipPart relations, RfmPart? rfm, TodayPart today)
    {
        HashSet<CustomerId> wanted = [.. today.List.Select(static each => each.Customer.Facts.Customer)];
        Standing[] shown =
        [
            .. RelationshipAnalysis.BySpend(RelationshipAnalysis.BySpend(relations.Standings)
                .Take(ShownMax - wanted.Count).UnionBy(
                    relations.Standings.Where(each => wanted.Contains(each.Facts.Customer)), static each => each.Facts.Customer)),
        ];
        HashSet<CustomerId> names = [.. shown.Select(static each => each.Facts.Customer)];
        Dictionary<CustomerId, CustomerHistory> byName =
            histories.Where(each => names.Contains(each.Customer)).ToDictionary(static each => each.Customer);
        Dictionary<CustomerId, RfmScore> scores = SegmentAnalysis.ScoresOf(rfm);
        return new CustomersPart(
            relations.Standings.Length, [.. shown.Select(each => One(data, each, byName[each.Facts.Customer], scores, rfm))]);
    }

    private CustomerPart One(
        ShopData data, Standing customer, CustomerHistory history, Dictionary<CustomerId, RfmScore> scores, RfmPart? rfm)
    {
        FactValues values = segments.ValuesOf(customer.Facts, scores);
        RfmScore? score = scores.TryGetValue(customer.Facts.Customer, out RfmScore one) ? one : null;
        var outlook = CustomerOutlook.From(rules, new OutlookFacts { History = history, AsOf = data.AsOfInstant });
        return new CustomerPart(
            customer.Facts,
            rules.Ladder.Explain(RelationshipFacts.From(customer.Facts)),
            score,
            score is { } known ? rfm!.Cells.FirstOrDefault(cell => cell.Cell.Has(known))?.Cell.Label : null,
            data.Files.Segments is { } set ? [.. set.Segments.Select(each => (each.Name, set.Explain(each.Name, values)))] : [],
            outreach.Decide(data, customer, TouchKind.Promotion, TouchKind.Welfare, TouchKind.ReferralInvitation),
            [.. outlook.Forecast(data.AsOfInstant + Duration.FromDays(HorizonDays)).Take(ChangesMax)]);
    }
}
