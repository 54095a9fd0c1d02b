using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Research;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;
using PrivateDomain.Core.Value;

namespace PrivateDomain.ShopReport;

/// <summary>Who is worth what: RFM among the buyers, and the key customers.</summary>
internal sealed record RfmPart(RfmCohort Cohort, ImmutableArray<RfmCellCount> Cells, KeyCustomers Key);

/// <summary>Who is in which segment, and one customer explained.</summary>
/// <param name="Members">The segments over all customers.</param>
/// <param name="Explained">The customer who brought most, named.</param>
/// <param name="Segment">The first segment that customer is not in, or the first of all.</param>
/// <param name="Why">Why, or why not.</param>
/// <param name="Hints">What is odd about the rules: nobody can be in a segment, two are the same.</param>
internal sealed record SegmentsPart(
    SegmentMembership Members, string Explained, string Segment, RuleExplanation Why, ImmutableArray<Mistake> Hints);

/// <summary>What repeat buyers have in common, the most striking first.</summary>
internal sealed record TraitsPart(int Asked, int RepeatOrders, ImmutableArray<BuyerTraitFinding> Findings);

/// <summary>The shop's customers by value and by segment.</summary>
internal sealed class SegmentAnalysis(ShopRules rules)
{
    public RfmPart? Rfm(ImmutableArray<CustomerFacts> facts)
    {
        CustomerFacts[] buyers = [.. facts.Where(static each => each.OrderCount > 0)];
        RfmCohort cohort = rules.Rfm.Measure(buyers);
        return buyers.Length == 0
            ? null
            : new RfmPart(cohort, cohort.CountsOf(RfmMap.EightCells(rules.Rfm.Options.Bins)), rules.KeyCustomers.Select(buyers));
    }

    public SegmentsPart? Segments(ShopData data, ImmutableArray<CustomerFacts> facts, RfmPart? rfm)
    {
        if (data.Files.Segments is not { Segments.IsEmpty: false } set || facts.IsEmpty)
        {
            return null;
        }

        Dictionary<CustomerId, RfmScore> scores = ScoresOf(rfm);
        PreparedSegments prepared = PreparedSegments.From(set, data.AsOf);
        CustomerTable table = CustomerTable.From(prepared.FactsUsed, data.AsOf);
        FactValues[] values = [.. facts.Select(each => ValuesOf(each, scores))];
        foreach (FactValues each in values)
        {
            table.Append(each);
        }

        SegmentMembership members = prepared.Evaluate(table);
        int best = Enumerable.Range(0, facts.Length).MaxBy(row => facts[row].Spend);
        int segment = Math.Max(0, Enumerable.Range(0, set.Segments.Length).FirstOrDefault(place => !members.Contains(place, best)));
        string name = set.Segments[segment].Name;
        return new SegmentsPart(members, facts[best].Customer.Text, name, set.Explain(name, values[best]), rules.HintsOn(data.AsOf));
    }

    public TraitsPart? Traits(ShopData data, ImmutableArray<CustomerFacts> facts)
    {
        if (data.Files.Traits is not { } traits)
        {
            return null;
        }

        Dictionary<CustomerId, int> orders = facts.ToDictionary(static each => each.Customer, static each => each.OrderCount);
        BuyerTraitFacts[] sample =
        [
            .. traits.Select(row =>
                new BuyerTraitFacts(row.Customer, orders.GetValueOrDefault(row.Customer) >= data.Options.RepeatOrders, row.Answers)),
        ];
        return new TraitsPart(sample.Length, data.Options.RepeatOrders, rules.BuyerTraits.Measure(sample));
    }

    /// <summary>The RFM scores of the buyers who have one.</summary>
    public static Dictionary<CustomerId, RfmScore> ScoresOf(RfmPart? rfm)
    {
        Dictionary<CustomerId, RfmScore> scores = [];
        foreach (RfmCustomer each in rfm?.Cohort ?? Enumerable.Empty<RfmCustomer>())
        {
            if (each.Score.TryGet(out RfmScore score))
            {
                scores[each.Customer] = score;
            }
        }

        return scores;
    }

    /// <summary>The values that segments ask for.</summary>
    public FactValues ValuesOf(CustomerFacts facts, Dictionary<CustomerId, RfmScore> scores)
    {
        RelationshipFacts evidence = RelationshipFacts.From(facts);
        FactValues values = FactValues.From(facts).With(rules.Ladder.Assess(evidence)).With(rules.Trust.Assess(evidence));
        return scores.TryGetValue(facts.Customer, out RfmScore score)
            ? values.With(score)
            : values;
    }
}
