using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Rules;
using PrivateDomain.ShopReport.Reading;

namespace PrivateDomain.ShopReport;

/// <summary>From the shop's data to the report: nothing but the library's rules and counting.</summary>
internal sealed class Analysis(ShopRules rules, CostAnalysis costs, ProductAnalysis products, RelationshipAnalysis relationships,
    ReferralAnalysis referral, GrowthAnalysis growth, SegmentAnalysis segments, TodayAnalysis todays, CustomersAnalysis customers,
    PeriodAnalysis periods, KnowledgeAnalysis knowledge, ColdAnalysis colds)
{
    private const int DaysPerWeek = 7;

    public ReportModel Of(ShopData data)
    {
        ImmutableArray<CustomerHistory> histories = data.Histories;
        ImmutableArray<CustomerFacts> facts =
            [.. histories.Select(history => history.FactsAt(data.AsOfInstant, rules.Shop)).Where(static each => each.Events.Count > 0)];
        bool areLinksKnown = data.Files.Links is not null || data.Options.EveryBuyerLinked;
        RetainedVolume volume = RetainedVolume.Measure(facts);
        SummaryPart summary = Summary(data, facts, volume);
        ImmutableArray<CampaignPart> campaigns =
            costs.Campaigns(data.Files.Campaigns, data.Files.Links is null ? null : RetainedByChannel(facts));
        (Ratio survival, bool isMeasured) = Survival(data);
        Money? ticket = summary.AverageTicket.TryGet(out Money average) ? average : null;
        ExpectedContribution? expected = costs.Expected(data.Files.Costs, ticket, survival);
        Money? acquisition = costs.AcquisitionCostOf(data.Files.Costs, campaigns);
        UpkeepPart? upkeep = costs.UpkeepPart(data.Files.Costs);
        Money? breakEven = upkeep is not null && upkeep.BreakEvenTicket.TryGet(out Money pays) ? pays : null;
        ImmutableArray<ProductPart> ranked = products.Rank(data);
        RelationshipPart? relations = areLinksKnown ? relationships.Of(data, histories, facts) : null;
        RetainedPart? retained = areLinksKnown ? Retained(data, facts, volume) : null;
        PaybackPart? payback = expected is not null && acquisition is { } cost ? costs.PaybackPart(cost, expected, isMeasured) : null;
        ImmutableArray<ValuePart> values = expected is null ? [] : CostAnalysis.Values(expected);
        var figures = new CostFigures(
            payback?.Payback, acquisition, values.IsEmpty ? default : values[0].Value, summary.AverageTicket, breakEven, campaigns);
        RfmPart? rfm = segments.Rfm(facts);
        TodayPart? today = relations is null ? null : todays.Of(data, relations, rfm);
        return new ReportModel
        {
            Growth = growth.Of(data, histories, facts, retained, relations, figures),
            Summary = summary,
            Retained = retained,
            Weeks = Weeks(data, facts),
            Products = ranked,
            ProductNotes = ranked.IsEmpty ? [] : products.Notes(data, breakEven),
            Campaigns = campaigns,
            Upkeep = upkeep,
            Payback = payback,
            Values = values,
            Relationships = relations,
            Referral = data.Files.Programme is { } idea ? referral.Of(idea, data, facts, relations) : null,
            Plan = periods.Plan(data, histories),
            Spend = periods.Spend(data, histories),
            Knowledge = knowledge.Of(facts),
            Rfm = rfm,
            Segments = segments.Segments(data, facts, rfm),
            Today = today,
            Cold = relations is null ? null : colds.Of(data, histories, relations),
            Rules = rules.Options.Explain(),
            Customers = today is null ? null : customers.Of(data, histories, relations!, rfm, today),
            Traits = segments.Traits(data, facts),
            Reading = data.Files.Reading,
            Problems = data.Files.Problems,
        };
    }

    private SummaryPart Summary(ShopData data, ImmutableArray<CustomerFacts> facts, RetainedVolume volume)
    {
        (int ordersOfNobody, Money salesOfNobody) = OfNobody(data);
        int orders = facts.Sum(static each => each.OrderCount) + ordersOfNobody;
        Money sales = facts.Aggregate(salesOfNobody, static (sum, each) => sum + each.Spend);
        return new SummaryPart(
            data.First, data.AsOf, volume.Buyers, orders, volume.RepeatCustomers ?? 0, volume.RepurchaseRate, sales, sales.Per(orders),
                data.Options.JoinDays, ordersOfNobody, salesOfNobody);
    }

    // Sales for which the files name no customer: they count in the shop's sales, and for no customer.
    private (int Orders, Money Sales) OfNobody(ShopData data)
    {
        LocalDateTime end = data.AsOf.PlusDays(1).AtMidnight();
        ILookup<OrderId, RefundRow> refunds = data.Files.Refunds.ToLookup(static refund => refund.Order);
        decimal[] orders =
        [
            .. data.Files.LinesOfNobody.Where(line => line.At < end).GroupBy(static line => line.Order).Select(order =>
                order.Sum(line => line.Amount - (line.RefundedAt < end ? line.Refund : 0m))
                    - refunds[order.Key].Where(refund => refund.At < end).Sum(
                        static refund => refund.Amount)).Where(static paid => paid > 0m),
        ];
        return (orders.Length, Money.From(orders.Sum(), rules.Shop.Currency));
    }

    private static RetainedPart Retained(ShopData data, ImmutableArray<CustomerFacts> facts, RetainedVolume volume) => new(
        volume.Flow,
        volume.Buyers,
        facts.Count(static each => each.IsLinked),
        volume.Retained,
        volume.Ineffective,
        volume.RetainedRatio,
        IsAssumed: data.Files.Links is null);

    // The channel of a customer is that of the first link which names one.
    private static Dictionary<string, int> RetainedByChannel(ImmutableArray<CustomerFacts> facts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (CustomerFacts each in facts)
        {
            if (each.IsRetained && each.FirstChannelCode is { } channel)
            {
                counts[channel] = counts.GetValueOrDefault(channel) + 1;
            }
        }

        return counts;
    }

    private static ImmutableArray<WeekOfOrders> Weeks(ShopData data, ImmutableArray<CustomerFacts> facts)
    {
        LocalDate monday = MondayOf(data.From);
        var weeks = new (int First, int Repeat)[Math.Max(0, (Period.DaysBetween(monday, MondayOf(data.AsOf)) / DaysPerWeek) + 1)];
        foreach (CustomerFacts each in facts)
        {
            bool isFirst = true;
            foreach (OrderFacts order in each.Orders.AsSpan())
            {
                if (!order.Counts)
                {
                    continue;
                }

                LocalDate day = data.Options.Shop.DateAt(order.At);
                if (day >= data.From)
                {
                    ref (int First, int Repeat) week = ref weeks[Period.DaysBetween(monday, day) / DaysPerWeek];
                    week = isFirst ? (week.First + 1, week.Repeat) : (week.First, week.Repeat + 1);
                }

                isFirst = false;
            }
        }

        return [.. weeks.Select((week, number) => new WeekOfOrders(monday.PlusWeeks(number), week.First, week.Repeat))];
    }

    private static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    // Given in the costs file, or 1 − links lost ÷ months for which links were held.
    private static (Ratio Survival, bool IsMeasured) Survival(ShopData data)
    {
        if (data.Files.Costs is { } costs && costs.TryGetValue(CostKeys.SurvivalPerMonth, out decimal given))
        {
            return (Ratio.From(given), false);
        }

        const decimal DaysPerMonth = 30.4375m;
        LocalDateTime end = data.AsOf.PlusDays(1).AtMidnight();
        decimal months = 0m;
        int lost = 0;
        foreach (LinkRow link in (data.Files.Links ?? []).Where(link => link.Since < end))
        {
            bool isLost = link.LostAt < end;
            lost += isLost ? 1 : 0;
            months += Period.DaysBetween(link.Since.Date, isLost ? link.LostAt!.Value.Date : data.AsOf) / DaysPerMonth;
        }

        Ratio loss = Ratio.From(lost, months);
        return (loss.IsKnown ? Ratio.From(Math.Max(0m, 1m - loss.Value)) : Ratio.Unknown, true);
    }
}
