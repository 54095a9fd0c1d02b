using System.Globalization;
using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>The two columns of amounts that a file may have: where they add up to different sums, which one counts is told.</summary>
internal sealed class TwoAmounts(TableHead head, ReportOptions options, bool isDecided)
{
    private readonly Dictionary<OrderId, (decimal Amounts, decimal Totals, decimal Total)> sums = [];
    private readonly bool areTwo = !isDecided && head.Columns.ContainsKey("amount") && head.Columns.ContainsKey("order_total")
        && options.Columns.For(Fields.Orders, "amount") is null && head.Preset is null;

    /// <summary>Looks at one more row.</summary>
    public void Add(Row row, OrderId order)
    {
        if (areTwo && row.Count("amount") is { } amount && row.Count("order_total") is { } total)
        {
            (decimal Amounts, decimal Totals, decimal Total) sum = sums.GetValueOrDefault(order);
            sums[order] = (sum.Amounts + amount, sum.Totals + total, Math.Max(sum.Total, total));
        }
    }

    /// <summary>Tells the orders of which neither the totals nor the largest of them is the sum of the amounts.</summary>
    public void Tell(ReadingNotes notes)
    {
        (decimal Amounts, decimal Totals, decimal Total)[] different =
            [.. sums.Values.Where(static sum => sum.Amounts != sum.Totals && sum.Amounts != sum.Total)];
        if (different.Length > 0)
        {
            (decimal amounts, _, decimal total) = different[0];
            notes.Warn(ReadingReasons.AmountsDiffer, different.Length, string.Create(
                CultureInfo.InvariantCulture,
                $"{head.Columns["amount"].Name} {amounts:0.##}, {head.Columns["order_total"].Name} {total:0.##}"));
        }
    }
}
