using BenchmarkDotNet.Attributes;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Analysis;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>How two ordinary segments stand to each other; time is that of a pair, witnesses and their histories included.</summary>
[MemoryDiagnoser]
public class RuleAnalysisBenchmarks
{
    private static readonly RuleAnalysis Analysis = RuleAnalysis.From(
        new Shop(DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency.Cny), new LocalDate(2024, 6, 15));

    private static readonly SegmentRule Loyal =
        Facts.Orders.AtLeast(3) & Facts.LastOrder.WithinDays(90) & Facts.Linked.IsYes() & !Facts.Tags.AnyOf("staff");

    private static readonly SegmentRule Active =
        Facts.Count(Behaviour.Order, TimeWindow.LastDays(90)).AtLeast(1) | Facts.LastInteraction.WithinDays(30);

    /// <summary>One is partly the other.</summary>
    [Benchmark(Baseline = true)]
    public RuleRelation OrdinaryPair() => Analysis.Assess(Loyal, Active).Relation;

    /// <summary>One holds the other.</summary>
    [Benchmark]
    public RuleRelation ContainedPair() => Analysis.Assess(Loyal & Facts.Spend.AtLeast(1000), Loyal).Relation;

    /// <summary>A rule that contradicts itself, and the parts that do.</summary>
    [Benchmark]
    public RuleReach Contradiction() => Analysis.Assess(Loyal & Facts.Orders.AtMost(2)).Reach;

    /// <summary>Who comes in and who goes out.</summary>
    [Benchmark]
    public string Difference() => Analysis.Explain(Loyal, Loyal & Facts.Spend.AtLeast(1000)).Sentence.English;
}
