using System.Collections.Immutable;
using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>Reads a plan: a funnel for each channel, all of one period.</summary>
internal static class PlanReader
{
    private const decimal FollowersMax = 1_000_000_000m;
    private const decimal OrdersMax = 10_000m;
    private const decimal TicketMax = 1_000_000m;

    public static PlanRow Row(Row row)
    {
        var plan = new PlanRow(
            row.NameIfAny("channel") is { Length: > 0 } channel ? channel : PlanRow.OtherChannel, row.Date("from").Date,
            row.Date("to").Date, row.Number("followers", 0m, FollowersMax), row.Number("first_purchase", 0m, 1m),
            row.Number("orders_per_buyer", 0m, OrdersMax), row.Number("ticket", 0m, TicketMax));
        if (plan.To < plan.From)
        {
            row.Blame("to", new("The period ends before it begins.", "计划期的结束早于开始。"));
        }

        return plan;
    }

    /// <summary>The rows, when all are of one period and each channel stands once.</summary>
    /// <exception cref="CannotRunException">They are not.</exception>
    public static ImmutableArray<PlanRow>? Checked(List<PlanRow> rows)
    {
        if (rows.Select(static row => (row.From, row.To)).Distinct().Count() > 1)
        {
            throw new CannotRunException(new(
                "The rows of --plan are of several periods; one plan is of one.",
                "--plan 的各行不属于同一计划期；每份计划只能有一个计划期。"));
        }

        string? twice = rows.GroupBy(static row => row.Channel, StringComparer.Ordinal)
            .FirstOrDefault(static same => same.Skip(1).Any())?.Key;
        return twice is null ? rows.Count == 0 ? null : [.. rows] : throw new CannotRunException(new Bilingual(
            $"The channel \"{twice}\" stands twice in --plan.", $"--plan 中渠道“{twice}”出现了两次。"));
    }
}
