using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Rules;
using PrivateDomain.ShopReport.Reading;

namespace PrivateDomain.ShopReport;

/// <summary>What customers cost and bring, by the rules of the shop.</summary>
internal sealed class CostAnalysis(ShopRules rules)
{
    private const decimal MonthsPerYear = 12m;
    private const int LeastMonthsShown = 12;
    private const int MostMonthsShown = 36;

    /// <summary>What each campaign cost for a follower and for a retained customer.</summary>
    /// <param name="campaigns">The campaigns.</param>
    /// <param name="retained">The retained customers by the channel that brought them; null when links are unknown.</param>
    public ImmutableArray<CampaignPart> Campaigns(ImmutableArray<CampaignRow> campaigns, IReadOnlyDictionary<string, int>? retained) =>
        [.. campaigns.Select(campaign => Campaign(campaign, retained))];

    /// <summary>The upkeep and the ticket that pays for it.</summary>
    public UpkeepPart? UpkeepPart(ImmutableDictionary<string, decimal>? costs) =>
        rules.Upkeep is { } upkeep && Rules.BreakEvenTicket(upkeep, costs) is { } breakEven
            ? new UpkeepPart(
                [.. Enum.GetValues<UpkeepItem>().Select(item => (item.Name(), upkeep.PerYearOf(item)))
                    .Where(static line => !line.Item2.IsZero)],
                upkeep.PerYear,
                costs![CostKeys.GrossMargin],
                costs[CostKeys.OrdersPerYear],
                breakEven)
            : null;

    /// <summary>The acquisition cost of a retained customer: given, or of all campaigns together.</summary>
    public Money? AcquisitionCostOf(ImmutableDictionary<string, decimal>? costs, ImmutableArray<CampaignPart> campaigns)
    {
        if (costs is not null && costs.TryGetValue(CostKeys.AcquisitionCost, out decimal given))
        {
            return Money.From(given, rules.Shop.Currency);
        }

        int retained = campaigns.DistinctBy(static campaign => campaign.Channel).Sum(static campaign => campaign.Retained ?? 0);
        Money spend = campaigns.Aggregate(Money.Zero(rules.Shop.Currency), static (sum, campaign) => sum + campaign.Spend);
        return spend.Per(retained).TryGet(out Money each) && !campaigns.IsEmpty ? each : null;
    }

    /// <summary>A month's expected contribution: ticket × margin × orders a month, less the upkeep.</summary>
    public ExpectedContribution? Expected(ImmutableDictionary<string, decimal>? costs, Money? ticket, Ratio survival)
    {
        if (ticket is not { } average || UpkeepPart(costs) is not { } upkeep)
        {
            return null;
        }

        Money perMonth = (average * (upkeep.Margin * upkeep.OrdersPerYear / MonthsPerYear)) - rules.Upkeep!.PerMonth;
        decimal discount = costs!.GetValueOrDefault(CostKeys.DiscountPerMonth);
        return ExpectedContribution.Of(perMonth, survival, discount).TryGet(out ExpectedContribution? expected) ? expected : null;
    }

    /// <summary>When the acquisition cost is back.</summary>
    public PaybackPart? PaybackPart(Money acquisition, ExpectedContribution expected, bool isSurvivalMeasured)
    {
        if (!Payback.Of(acquisition, expected, rules.PaybackPeriodsMax).TryGet(out Payback? payback))
        {
            return null;
        }

        int shown = payback.Periods is { } periods ? Math.Max(LeastMonthsShown, periods * 3 / 2) : MostMonthsShown;
        Ratio worth = LifetimeValue.Of(expected, ValueCase.BeforeFirstPayment).TryGet(out Money value)
            ? LifetimeValue.ToAcquisitionCost(value, acquisition).Or(Ratio.Unknown)
            : Ratio.Unknown;
        return new PaybackPart(
            acquisition,
            expected.PerPeriod,
            expected.RetentionRate,
            isSurvivalMeasured,
            payback,
            [.. payback.Curve.Take(shown + 1).Select(static point => point.Cumulative)],
            worth);
    }

    /// <summary>The value of a customer in the three cases.</summary>
    public static ImmutableArray<ValuePart> Values(ExpectedContribution expected) =>
    [
        new(new("1 · not yet won", "1 · 尚未成交"),
            new("first payment now: the ceiling for what winning may cost", "首付即时：获客成本的上限"),
            LifetimeValue.Of(expected, ValueCase.BeforeFirstPayment)),
        new(new("2 · just paid", "2 · 刚付款之后"), new("what is left after a payment just booked; no ceiling for winning",
            "本期入账后剩余的价值；不可当作获客上限"), LifetimeValue.Of(expected, ValueCase.AfterPayment)),
        new(new("3 · not yet won", "3 · 尚未成交"), new("payments come at the ends of months", "按月末付款"),
            LifetimeValue.Of(expected, ValueCase.PaymentsAtPeriodEnd)),
    ];

    private CampaignPart Campaign(CampaignRow row, IReadOnlyDictionary<string, int>? retained)
    {
        Currency currency = rules.Shop.Currency;
        AcquisitionCost cost = AcquisitionCost.From(
            Money.From(row.UnitCost, currency), row.Volume, Money.From(row.Handling, currency), CostScope.CampaignOnly);
        int? stayed = retained is null || row.Channel.Length == 0 ? null : retained.GetValueOrDefault(row.Channel);
        return new CampaignPart(
            row.Name,
            row.Channel,
            cost.Total,
            row.Gained,
            cost.PerFollower(row.Gained).Then(static each => each.Amount),
            stayed,
            stayed is { } count ? cost.PerRetainedNewcomer(count).Then(static each => each.Amount) : null);
    }
}
