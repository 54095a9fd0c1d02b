using System.Numerics;
using BenchmarkDotNet.Attributes;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>Twenty segments over many customers: which customers are in which, and how many.</summary>
[MemoryDiagnoser]
public class SegmentBenchmarks
{
    private SegmentCustomer[] customers = null!;
    private PreparedSegments prepared = null!;
    private CustomerTable table = null!;
    private CustomerVector[] vectors = null!;
    private SegmentMembership result = null!;
    private SegmentFloor floor = null!;

    /// <summary>How many customers: a size without and one with a remainder.</summary>
    [Params(1_000_000, 1_000_003)]
    public int Customers { get; set; }

    /// <summary>Makes customers, the same in every run, and fails when the competitors count differently.</summary>
    [GlobalSetup]
    public void Setup()
    {
        customers = SegmentCustomer.Make(Customers);
        floor = new SegmentFloor(customers);
        prepared = PreparedSegments.From(TwentySegments.Rules, TwentySegments.Today);
        table = SegmentInputs.TableOf(prepared, customers);
        vectors = [.. customers.Take(65_536).Select(c => prepared.Read(SegmentInputs.ValuesOf(c)))];
        result = prepared.Evaluate(table);
        long expected = Linq();
        if (HandWritten() != expected || OneThread() != expected || TwoThreads() != expected || Reused() != expected
            || ReusedOnTwoThreads() != expected
            || OneAtATime() != customers.Take(65_536).Sum(static c => BitOperations.PopCount((uint)HandWrittenSegments.MaskOf(c))))
        {
            throw new InvalidOperationException("The competitors count differently.");
        }
    }

    /// <summary>What one would write first: one query a segment.</summary>
    [Benchmark(Baseline = true)]
    public long Linq() => TwentySegments.Lambdas.Sum(lambda => (long)customers.Count(lambda));

    /// <summary>One loop over the customers, all segments each.</summary>
    [Benchmark]
    public long HandWritten()
    {
        long sum = 0;
        foreach (SegmentCustomer customer in customers)
        {
            sum += BitOperations.PopCount((uint)HandWrittenSegments.MaskOf(customer));
        }

        return sum;
    }

    [Benchmark]
    public long OneThread() => prepared.Evaluate(table).Counts.Sum();

    [Benchmark]
    public long TwoThreads() => prepared.Evaluate(table, threads: 2).Counts.Sum();

    /// <summary>On one thread, into a result that is there already.</summary>
    [Benchmark]
    public long Reused()
    {
        prepared.EvaluateInto(result, table);
        return result.Counts.Sum();
    }

    /// <summary>The same on two threads.</summary>
    [Benchmark]
    public long ReusedOnTwoThreads()
    {
        prepared.EvaluateInto(result, table, threads: 2);
        return result.Counts.Sum();
    }

    /// <summary>Reads columns as narrow as their values, writes nothing.</summary>
    [Benchmark]
    public double ReadOnlyFloor() => floor.Read();

    /// <summary>The same, and writes the bitmaps of twenty segments.</summary>
    [Benchmark]
    public ulong NarrowFloor() => floor.ReadAndWrite();

    /// <summary>The same customers, rule for rule in plain code.</summary>
    [Benchmark]
    public long OneAtATimeByHand()
    {
        long sum = 0;
        for (int i = 0; i < vectors.Length; i++)
        {
            sum += BitOperations.PopCount((uint)HandWrittenSegments.MaskOf(customers[i]));
        }

        return sum;
    }

    /// <summary>One customer at a time, 65,536 different ones whatever <see cref="Customers"/> is: divide by that number.</summary>
    [Benchmark]
    public long OneAtATime()
    {
        long sum = 0;
        Span<ulong> words = stackalloc ulong[1];
        foreach (CustomerVector vector in vectors)
        {
            prepared.Evaluate(vector, words);
            sum += BitOperations.PopCount(words[0]);
        }

        return sum;
    }
}
