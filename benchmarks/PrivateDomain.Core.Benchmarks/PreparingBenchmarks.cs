using BenchmarkDotNet.Attributes;
using NodaTime;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>Making 20,000 different rules ready, and changing one after the other of them.</summary>
[MemoryDiagnoser]
public class PreparingBenchmarks
{
    internal const int Rules = 20_000;
    internal const int Changes = 1_000;
    private static readonly LocalDate Today = new(2026, 6, 1);
    private SegmentSet set = null!;
    private PreparedSegments prepared = null!;
    private Segment[] changed = null!;

    /// <summary>Makes the rules and their changes, and fails when changed rules do not say the same as those made ready anew.</summary>
    [GlobalSetup]
    public void Setup()
    {
        set = SegmentSet.From(ShopFacts.Schema, Enumerable.Range(0, Rules).Select(static i => new Segment($"s{i}", RuleOf(i, 0))));
        prepared = PreparedSegments.From(set, Today);
        changed = [.. Enumerable.Range(0, Changes).Select(static i => new Segment($"s{i * 7}", RuleOf(i * 7, 5), version: 2))];
        PreparedSegments after = changed.Aggregate(prepared, static (before, segment) => before.With(segment));
        FactValues nobody = FactValues.From(default, Today);
        FactValues[] values =
            [.. Enumerable.Range(0, 20).Select(i => nobody.With(Facts.Orders, i).With(Facts.Spend, 95 * i))];
        if (!after.Evaluate(values).Counts.SequenceEqual(PreparedSegments.From(after.Set, Today).Evaluate(values).Counts))
        {
            throw new InvalidOperationException("The changed rules say something else.");
        }
    }

    [Benchmark]
    public int Library() => PreparedSegments.From(set, Today).WordCount;

    /// <summary>A thousand changes; time is that of one, those among them that make everything ready again included.</summary>
    [Benchmark(OperationsPerInvoke = Changes)]
    public int OneRuleChanged()
    {
        PreparedSegments after = prepared;
        foreach (Segment segment in changed)
        {
            after = after.With(segment);
        }

        return after.WordCount;
    }

    private static SegmentRule RuleOf(int i, int more) =>
        SegmentRule.AnyOf(Facts.Orders.AtLeast(1 + (i % 50)), Facts.Spend.AtLeast(more + (10 * (1 + (i / 50)))));
}
