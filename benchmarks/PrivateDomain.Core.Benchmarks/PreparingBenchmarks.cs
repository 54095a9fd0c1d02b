using BenchmarkDotNet.Attributes;
using NodaTime;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>Making 20,000 different rules ready.</summary>
[MemoryDiagnoser]
public class PreparingBenchmarks
{
    internal const int Rules = 20_000;
    private SegmentSet set = null!;

    [GlobalSetup]
    public void Setup() => set = SegmentSet.From(ShopFacts.Schema, Enumerable.Range(0, Rules).Select(static i => new Segment(
        $"s{i}", SegmentRule.AnyOf(Facts.Orders.AtLeast(1 + (i % 50)), Facts.Spend.AtLeast(10 * (1 + (i / 50)))))));

    [Benchmark]
    public int Library() => PreparedSegments.From(set, new LocalDate(2026, 6, 1)).WordCount;
}
