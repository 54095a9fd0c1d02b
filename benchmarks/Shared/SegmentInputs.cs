using NodaTime;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>The customers as the library takes them.</summary>
internal static class SegmentInputs
{
    private const int RowsAtOnce = 65_536;

    /// <summary>A table of all of them, for the facts that the segments read.</summary>
    internal static CustomerTable TableOf(PreparedSegments prepared, SegmentCustomer[] customers)
    {
        CustomerTable table = CustomerTable.From(prepared.FactsUsed, TwentySegments.Today, customers.Length);
        int row = 0;
        foreach (SegmentCustomer[] some in customers.Chunk(RowsAtOnce))
        {
            table.Set(TwentySegments.Stage, row, [.. some.Select(static c => c.Stage)]);
            table.Set(TwentySegments.Community, row, [.. some.Select(static c => (double)c.Community)]);
            table.Set(TwentySegments.Joined, row, [.. some.Select(static c => (LocalDate?)DateOf(c.JoinedDay))]);
            table.Set(TwentySegments.Contact, row, [.. some.Select(static c => (LocalDate?)DateOf(c.ContactDay))]);
            table.Set(Facts.LastOrder, row, [.. some.Select(static c => c.LastOrderDay == 0 ? (LocalDate?)null : DateOf(c.LastOrderDay))]);
            table.Set(Facts.Orders, row, [.. some.Select(static c => (double)c.Orders)]);
            table.Set(Facts.Spend, row, [.. some.Select(static c => c.Spend)]);
            table.Set(Facts.Tags, row, [.. some.Select(static c => (IEnumerable<string>?)SegmentTags.Of(c.Tags))]);
            row += some.Length;
        }

        return table;
    }

    /// <summary>What is known of one of them.</summary>
    internal static FactValues ValuesOf(SegmentCustomer customer)
    {
        FactValues values = FactValues.From(default, TwentySegments.Today)
            .With(TwentySegments.Stage, TwentySegments.LevelOf(customer.Stage))
            .With(TwentySegments.Community, customer.Community)
            .With(TwentySegments.Joined, DateOf(customer.JoinedDay))
            .With(TwentySegments.Contact, DateOf(customer.ContactDay))
            .With(Facts.Orders, customer.Orders)
            .With(Facts.Spend, customer.Spend)
            .With(Facts.Tags, SegmentTags.Of(customer.Tags));
        return customer.LastOrderDay == 0 ? values : values.With(Facts.LastOrder, DateOf(customer.LastOrderDay));
    }

    private static LocalDate DateOf(int day) => TwentySegments.Today.PlusDays(day - TwentySegments.TodayNumber);
}
