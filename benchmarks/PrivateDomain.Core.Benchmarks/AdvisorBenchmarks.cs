using BenchmarkDotNet.Attributes;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>200,000 customers given to 500 advisors; time is that of a customer.</summary>
[MemoryDiagnoser]
public class AdvisorBenchmarks
{
    internal const int Count = 200_000;

    private static readonly AdvisorId[] Advisors = [.. Enumerable.Range(0, 500).Select(static i => AdvisorId.From($"a{i}"))];
    private CustomerId[] customers = null!;

    [GlobalSetup]
    public void Setup()
    {
        customers = [.. Enumerable.Range(0, Count).Select(static i => CustomerId.From($"c{i}"))];
        AdvisorAllocation allocation = AdvisorPolicy.Default.Allocate(customers, Advisors);
        if (Advisors.Sum(advisor => allocation.CustomersOf(advisor).Length) + allocation.Unserved.Length != Count)
        {
            throw new InvalidOperationException("A customer was lost or given twice.");
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Library() => AdvisorPolicy.Default.Allocate(customers, Advisors).Unserved.Length;
}
