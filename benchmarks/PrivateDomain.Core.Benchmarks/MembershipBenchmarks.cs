using BenchmarkDotNet.Attributes;
using NodaTime;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>The rows of a segment that one in a hundred of a million customers is in.</summary>
[MemoryDiagnoser]
public class MembershipBenchmarks
{
    internal const int Rows = 1_000_000;
    private static readonly LocalDate Today = new(2026, 6, 1);

    private SegmentMembership membership = null!;

    [GlobalSetup]
    public void Setup()
    {
        PreparedSegments prepared = PreparedSegments.From(
            SegmentSet.From(ShopFacts.Schema, [new Segment("rare", Facts.Orders.AtLeast(99))]), Today);
        CustomerTable table = CustomerTable.From(prepared.FactsUsed, Today, Rows);
        table.Set(Facts.Orders, 0, [.. Enumerable.Range(0, Rows).Select(static row => (double)(row * 7919L % 100))]);
        membership = prepared.Evaluate(table);
        if (EveryRowAsked() != RowsOf())
        {
            throw new InvalidOperationException("The competitors disagree.");
        }
    }

    /// <summary>What one would write instead.</summary>
    [Benchmark(Baseline = true)]
    public long EveryRowAsked()
    {
        long sum = 0;
        for (int row = 0; row < Rows; row++)
        {
            sum += membership.Contains(0, row) ? row : 0;
        }

        return sum;
    }

    [Benchmark]
    public long RowsOf() => membership.RowsOf(0).Sum(static row => (long)row);
}
