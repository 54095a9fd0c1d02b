using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Growth;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.ShopReport;

/// <summary>Hands the measures of all other parts to the growth gate. What no file tells is not measured.</summary>
internal sealed class GrowthAnalysis(ShopRules rules)
{
    public GrowthPart Of(
        ShopData data, ImmutableArray<CustomerHistory> histories, ImmutableArray<CustomerFacts> facts, RetainedPart? retained,
        RelationshipPart? relations, CostFigures costs)
    {
        bool areStagesKnown = data.Files.Links is not null && relations is { AreInteractionsKnown: true };
        GrowthFigures stages = areStagesKnown
            ? GrowthFigures.From(StageMetrics.Measure(histories, relations!.From, data.AsOfInstant, rules.Shop))
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
        GrowthAssessment report = rules.Growth.Assess(figures);

        // What a figure is made of is counted only where it fails: nothing else is asked for an act.
        HashSet<GrowthMeasure> failing =
            [.. report.Readings.Where(static each => each.Standing == GrowthStanding.Fails).Select(static each => each.Measure)];
        if (failing.Count > 0)
        {
            figures = figures with { Parts = [.. Parts(failing, data, histories, facts, relations, costs.Campaigns)] };
            report = rules.Growth.Assess(figures);
        }

        return new GrowthPart(report, retained?.Retained, report.Act is { } act ? LossOf(act, figures) : null);
    }

    /// <summary>The share of newcomers received well; unknown when no file tells of links.</summary>
    public static Ratio Reception(ShopData data, IEnumerable<CustomerFacts> facts, ShopRules rules) =>
        data.Files.Links is null ? Ratio.Unknown : Received(data, facts, rules).Rate;

    private static ReceptionFigures Received(ShopData data, IEnumerable<CustomerFacts> facts, ShopRules rules) => rules.Reception.Measure(
        facts.Where(static each => !each.Links.IsEmpty)
            .Select(static each => ReceptionFacts.From(each, each.Links[0].Carrier))
            .Where(static answer => answer.HasValue).Select(static answer => answer.Value),
        data.AsOfInstant);

    private IEnumerable<FigurePart> Parts(
        HashSet<GrowthMeasure> failing, ShopData data, ImmutableArray<CustomerHistory> histories, ImmutableArray<CustomerFacts> facts,
        RelationshipPart? relations, ImmutableArray<CampaignPart> campaigns)
    {
        // A cost that was given goes before what campaigns tell, and then they are no parts of it.
        if (failing.Overlaps([GrowthMeasure.AcquisitionShare, GrowthMeasure.PaybackPeriods])
            && data.Files.Costs?.ContainsKey(Reading.CostKeys.AcquisitionCost) is not true)
        {
            foreach (IGrouping<string, CampaignPart> channel in campaigns.Where(static each => each.Retained is not null)
                .GroupBy(static each => each.Channel))
            {
                yield return new FigurePart(
                    GrowthMeasure.AcquisitionShare, string.Join(" + ", channel.Select(static each => each.Name)),
                    channel.Sum(static each => each.Spend.Amount), channel.First().Retained!.Value);
            }
        }

        if (data.Files.Links is null)
        {
            yield break;
        }

        string none = data.Options.Language == Language.SimplifiedChinese ? "（无渠道）" : "(no channel)";
        foreach (IGrouping<string, CustomerFacts> channel in facts.GroupBy(each => each.FirstChannelCode ?? none))
        {
            if (failing.Contains(GrowthMeasure.ReceptionRate))
            {
                ReceptionFigures received = Received(data, channel, rules);
                yield return new FigurePart(
                    GrowthMeasure.ReceptionRate, channel.Key, received.Good, (decimal)received.Good + received.Poor);
            }

            if (failing.Contains(GrowthMeasure.TicketCover))
            {
                yield return new FigurePart(
                    GrowthMeasure.TicketCover, channel.Key, channel.Sum(static each => each.Spend.Amount),
                    channel.Sum(static each => each.OrderCount));
            }
        }

        if (relations is not null && failing.Overlaps(
            [GrowthMeasure.InteractionRate, GrowthMeasure.FriendChurn, GrowthMeasure.ConversionRate, GrowthMeasure.RepurchaseRate]))
        {
            Dictionary<CustomerId, string> channels =
                facts.ToDictionary(static each => each.Customer, each => each.FirstChannelCode ?? none);
            foreach (IGrouping<string, CustomerHistory> channel in histories.Where(each => channels.ContainsKey(each.Customer))
                .GroupBy(each => channels[each.Customer]))
            {
                StageMetrics metrics = StageMetrics.Measure(channel, relations.From, data.AsOfInstant, rules.Shop);
                (GrowthMeasure Measure, StageMetric Metric)[] all =
                [
                    (GrowthMeasure.InteractionRate, metrics.Interaction), (GrowthMeasure.FriendChurn, metrics.FriendChurn),
                    (GrowthMeasure.ConversionRate, metrics.Conversion), (GrowthMeasure.RepurchaseRate, metrics.Repurchase),
                ];
                foreach ((GrowthMeasure measure, StageMetric metric) in all.Where(each => failing.Contains(each.Measure)))
                {
                    yield return new FigurePart(measure, channel.Key, metric.Numerator, metric.Denominator);
                }
            }
        }
    }

    private static Money? LossOf(GrowthAct act, GrowthFigures figures)
    {
        (decimal all, decimal of) = (act.Part.Numerator, act.Part.Denominator);
        return act.Measure switch
        {
            GrowthMeasure.AcquisitionShare or GrowthMeasure.PaybackPeriods when figures.LifetimeValue.TryGet(out Money worth) =>
                Above0(Money.From(all, worth.Currency) - (worth * of)),
            GrowthMeasure.TicketCover when figures.BreakEvenTicket.TryGet(out Money least) =>
                Above0((least * of) - Money.From(all, least.Currency)),
            _ => null,
        };
    }

    private static Money? Above0(Money loss) => loss.Amount > 0m ? loss : null;
}

/// <summary>What the shop's costs say, as far as they are known.</summary>
internal sealed record CostFigures(
    Payback? Payback, Money? CustomerCost, Answer<Money> LifetimeValue, Answer<Money> AverageTicket, Money? BreakEvenTicket,
    ImmutableArray<CampaignPart> Campaigns);
