using BenchmarkDotNet.Attributes;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>A table of ten facts out of the histories of 100,000 customers; time is that of one customer.</summary>
[MemoryDiagnoser]
public class FillingBenchmarks
{
    internal const int Count = 100_000;
    private const int EventsEachMin = 6;

    private static readonly Fact[] Columns =
    [
        Facts.Orders, Facts.Spend, Facts.LastOrder, Facts.PurchaseDays, Facts.Linked, Facts.Tags, Facts.LastInteraction,
        Facts.Count(Behaviour.MessageReceived, TimeWindow.LastDays(2_000)), Facts.Count(Behaviour.Order, TimeWindow.LastDays(90)),
        Facts.SpendIn(TimeWindow.LastDays(365)),
    ];

    private static readonly LocalDate Today = Streams.Now.InZone(Streams.Shop.Zone).Date;
    private CustomerHistory[] histories = null!;

    /// <summary>Makes the histories, the same in every run, and fails when the tables do not say the same.</summary>
    [GlobalSetup]
    public void Setup()
    {
        histories = [.. Enumerable.Range(0, Count).Select(static n =>
        {
            CustomerId customer = CustomerId.From($"c{n}");
            return CustomerHistory.From(customer, Streams.Events(customer, EventsEachMin + (n % EventsEachMin)));
        })];
        var prepared = PreparedSegments.From(
            SegmentSet.From(FactSchema.BuiltIn, [new("a", Facts.Orders.AtLeast(3)), new("b", Facts.Tags.AnyOf("vip")),
                new("c", Facts.Spend.AtLeast(200) & Facts.LastOrder.IsKnown())]),
            Today);
        int[] expected = [.. prepared.Evaluate(OneAtATime()).Counts];
        if (!expected.SequenceEqual(prepared.Evaluate(OneThread()).Counts)
            || !expected.SequenceEqual(prepared.Evaluate(TwoThreads()).Counts))
        {
            throw new InvalidOperationException("The tables do not say the same.");
        }
    }

    /// <summary>What one would write first: the facts of each customer, then a row.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public CustomerTable OneAtATime()
    {
        CustomerTable table = CustomerTable.From(Columns, Today);
        foreach (CustomerHistory history in histories)
        {
            table.Append(FactValues.From(history.FactsAt(Streams.Now, Streams.Shop)));
        }

        return table;
    }

    /// <summary>All at once.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public CustomerTable OneThread() => Filled(1);

    /// <summary>All at once, on two threads.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public CustomerTable TwoThreads() => Filled(2);

    private CustomerTable Filled(int threads)
    {
        CustomerTable table = CustomerTable.From(Columns, Today);
        table.Append(histories, Streams.Now, Streams.Shop, threads);
        return table;
    }
}
