using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Growth;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Value;
using PrivateDomain.ShopReport.Reading;

namespace PrivateDomain.ShopReport;

/// <summary>What came of a plan, and how spend changed from one period to the next.</summary>
internal sealed class PeriodAnalysis(ShopRules rules)
{
    private const int DaysMax = 90;
    private const int DaysMin = 7;

    /// <summary>The plan against what came of its period; null when none was given.</summary>
    public PlanPart? Plan(ShopData data, ImmutableArray<CustomerHistory> histories)
    {
        if (data.Files.Plan is not { IsEmpty: false } plan)
        {
            return null;
        }

        DateInterval period = new(plan[0].From, plan[0].To);
        if (data.Files.Links is null || period.End > data.AsOf)
        {
            return new PlanPart(period, data.Files.Links is null ? PlanState.LinksUnknown : PlanState.NotOver, null, default);
        }

        Currency currency = rules.Shop.Currency;
        ImmutableArray<FunnelFigures> actual = FunnelFigures.Measure(
            histories, rules.Shop, period, data.AsOfInstant + Duration.Epsilon, PlanRow.OtherChannel);
        ImmutableArray<FunnelFigures> wanted =
        [
            .. plan.Select(row => new FunnelFigures(
                row.Channel, Money.From(row.Followers * row.FirstPurchase * row.OrdersPerBuyer * row.Ticket, currency))
            {
                Followers = row.Followers,
                Buyers = row.Followers * row.FirstPurchase,
                Orders = row.Followers * row.FirstPurchase * row.OrdersPerBuyer,
            }),
        ];
        Answer<PlanGap> gap = PlanGap.Of(
            new PlanFigures(wanted),
            new PlanFigures(actual.IsEmpty
                ? [.. wanted.Select(one => new FunnelFigures(one.Channel, Money.Zero(currency)) { Followers = 0 })]
                : actual));
        return new PlanPart(
            period, PlanState.Compared, gap,
            (wanted.Aggregate(Money.Zero(currency), static (sum, one) => sum + one.Sales),
                actual.Aggregate(Money.Zero(currency), static (sum, one) => sum + one.Sales)))
        {
            Planned = wanted,
            Actual = actual,
        };
    }

    /// <summary>How spend changed from one period to the next of the same length: of 90 days, or of half of what the orders cover; null
    /// when that is less than a week each.</summary>
    public SpendPart? Spend(ShopData data, ImmutableArray<CustomerHistory> histories)
    {
        int days = Math.Min(DaysMax, (Period.DaysBetween(data.First, data.AsOf) + 1) / 2);
        if (days < DaysMin)
        {
            return null;
        }

        DateInterval second = new(data.AsOf.PlusDays(1 - days), data.AsOf);
        DateInterval first = new(second.Start.PlusDays(-days), second.Start.PlusDays(-1));
        return new SpendPart(first, second, SpendGrowth.Measure(
            histories.Select(history => SpendGrowthFacts.From(history, rules.Shop, first, second, data.AsOfInstant + Duration.Epsilon)),
            first, second, rules.Shop.Currency));
    }
}

/// <summary>Whether a plan can be held against what came.</summary>
internal enum PlanState
{
    /// <summary>Its period is not over on the last day seen.</summary>
    NotOver = 0,

    /// <summary>Who came when is not known.</summary>
    LinksUnknown,

    /// <summary>It was held against what came.</summary>
    Compared,
}

/// <summary>A plan against what came of it.</summary>
internal sealed record PlanPart(DateInterval Period, PlanState State, Answer<PlanGap>? Gap, (Money Planned, Money Actual) Sales)
{
    public ImmutableArray<FunnelFigures> Planned { get; init; } = [];

    public ImmutableArray<FunnelFigures> Actual { get; init; } = [];

    /// <summary>A factor over all channels: the level it ends at over the one before it.</summary>
    public static Ratio Total(ImmutableArray<FunnelFigures> funnels, GapPart part) => part.Steps[^1] switch
    {
        FunnelStep.Acceptance => Ratio.From(funnels.Sum(static one => one.Followers ?? 0m)),
        FunnelStep.FirstPurchase => Ratio.From(
            funnels.Sum(static one => one.Buyers ?? 0m), funnels.Sum(static one => one.Followers ?? 0m)),
        FunnelStep.OrdersPerBuyer => Ratio.From(
            funnels.Sum(static one => one.Orders ?? 0m), funnels.Sum(static one => one.Buyers ?? 0m)),
        _ => Ratio.From(funnels.Sum(static one => one.Sales.Amount), funnels.Sum(static one => one.Orders ?? 0m)),
    };
}

/// <summary>The change in spend from one period to the next.</summary>
internal sealed record SpendPart(DateInterval First, DateInterval Second, SpendGrowth Growth);
