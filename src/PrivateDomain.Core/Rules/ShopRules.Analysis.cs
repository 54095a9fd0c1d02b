using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Analysis;

namespace PrivateDomain.Core.Rules;

/// <content>What a shop's rules know about themselves.</content>
public sealed partial class ShopRules
{
    /// <summary>Answers about all customers that there can be under the shop's rules (规则分析): rules may refer to the shop's segments,
    /// and stage and trust hang together with the history by the shop's own policies.</summary>
    /// <param name="today">The shop's ISO date, on which relative rules depend.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    public RuleAnalysis AnalysisOn(LocalDate today) => AnalysisOf(Shop, today, Segments, Ladder, Trust);

    /// <summary>What is odd about the shop's segments (规则分析提示): one that nobody or everybody is in, that nobody can reach, that is
    /// another in disguise or within another.</summary>
    /// <remarks>Hints, not mistakes: the rules were made without asking, so they cost only who asks. What takes more than a bounded effort
    /// is not decided, and not told.</remarks>
    /// <param name="today">The shop's ISO date.</param>
    /// <returns>The hints, each with the place of its segment, such as <c>segments[2]</c>; empty where the shop has no segments.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    public ImmutableArray<Mistake> HintsOn(LocalDate today)
    {
        RuleAnalysis analysis = AnalysisOn(today);
        return Segments is null ? [] : analysis.HintsFor(Segments);
    }

    internal static RuleAnalysis AnalysisOf(
        Shop shop, LocalDate today, SegmentSet? segments, LadderPolicy ladder, TrustPolicy trust) =>
        RuleAnalysis.From(shop, today, segments, facts => ValuesOf(facts, ladder, trust), FactsOfRelationship.LawsOf(ladder));

    /// <summary>What the shop's segments read of a customer, but ranks among customers.</summary>
    internal FactValues ValuesOf(CustomerFacts facts) => ValuesOf(facts, Ladder, Trust);

    private static FactValues ValuesOf(CustomerFacts facts, LadderPolicy ladder, TrustPolicy trust)
    {
        RelationshipFacts evidence = RelationshipFacts.From(facts);
        return FactValues.From(facts).With(ladder.Assess(evidence)).With(trust.Assess(evidence));
    }
}
