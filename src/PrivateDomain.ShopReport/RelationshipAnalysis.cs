using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.ShopReport;

/// <summary>How far the shop's relationships have come, by the ladder of its rules.</summary>
internal sealed class RelationshipAnalysis(ShopRules rules, OutreachAnalysis outreach)
{
    /// <summary>How many customers are named in a list.</summary>
    public const int NamedMax = 5;

    private const int MetricDays = 90; // as long as taking part counts on the default ladder

    public RelationshipPart Of(ShopData data, ImmutableArray<CustomerHistory> histories, ImmutableArray<CustomerFacts> facts)
    {
        int[] stages = new int[(int)RelationshipStage.Alliance + 1];
        var standings = ImmutableArray.CreateBuilder<Standing>(facts.Length);
        var silent = new List<Standing>();
        int outOfOrder = 0;
        foreach (CustomerFacts each in facts)
        {
            RelationshipFacts evidence = RelationshipFacts.From(each);
            StageAssessment assessment = rules.Ladder.Assess(evidence);
            var standing = new Standing(each, assessment.Stage.GetValueOrDefault());
            standings.Add(standing);
            stages[(int)standing.Stage]++;
            outOfOrder += assessment.IsOutOfOrder == true ? 1 : 0;
            if (assessment.IsOutOfOrder == true && evidence.Purchases.Count > 0 && evidence.Interactions.Count == 0)
            {
                silent.Add(standing);
            }
        }

        Instant from = data.AsOfInstant - Duration.FromDays(MetricDays);
        return new RelationshipPart(
            [.. stages],
            outOfOrder,
            silent.Count,
            [.. BySpend(silent).Take(NamedMax)],
            from,
            Metrics(data, StageMetrics.Measure(histories, from, data.AsOfInstant, rules.Shop)),
            data.Files.Interactions is not null,
            outreach.Of(data, standings.ToImmutable()))
        {
            Standings = standings.ToImmutable(),
        };
    }

    public static IEnumerable<Standing> BySpend(IEnumerable<Standing> customers) =>
        customers.OrderByDescending(static each => each.Facts.Spend).ThenBy(static each => each.Facts.Customer);

    // What no row of the files ever tells is not measured as 0.
    private static ImmutableArray<MetricPart> Metrics(ShopData data, StageMetrics metrics)
    {
        ImmutableHashSet<EventKind> told = data.Told;
        bool tookPart = told.Overlaps(
            [EventKind.MessageReceived, EventKind.SurveyAnswered, EventKind.ActivityJoined, EventKind.NpsAnswered]);
        MetricPart Known(StageMeasure measure, bool isKnown, StageMetric metric) => new(measure, isKnown ? metric : null);
        return
        [
            Known(StageMeasure.FriendChurn, data.Files.Links is not null, metrics.FriendChurn),
            Known(StageMeasure.GroupJoin, told.Contains(EventKind.GroupJoined), metrics.GroupJoin),
            Known(StageMeasure.Interaction, tookPart, metrics.Interaction),
            Known(StageMeasure.RetainedActive, tookPart, metrics.RetainedActive),
            Known(StageMeasure.Conversion, data.Files.Links is not null, metrics.Conversion),
            Known(StageMeasure.Repurchase, true, metrics.Repurchase),
            Known(StageMeasure.Nps, told.Contains(EventKind.NpsAnswered), metrics.Nps),
            Known(StageMeasure.FissionMultiple, told.Contains(EventKind.ReferralConverted), metrics.FissionMultiple),
        ];
    }
}
