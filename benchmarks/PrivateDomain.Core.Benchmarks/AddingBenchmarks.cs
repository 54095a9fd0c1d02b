using BenchmarkDotNet.Attributes;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>One event more in a history that has grown before: behind all others, and one that is there already.</summary>
[MemoryDiagnoser]
public class AddingBenchmarks
{
    internal const int Count = 1_024;
    private static readonly CustomerId Customer = CustomerId.From("c");

    private CustomerHistory history = null!;
    private CustomerEvent[] later = null!;
    private CustomerEvent known = null!;

    /// <summary>How many events the history has.</summary>
    [Params(50, 20_000)]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        history = CustomerHistory.From(Customer, Streams.Events(Customer, Events - 1)).Add(Streams.Event(Customer, Events - 1));
        later = [.. Enumerable.Range(Events, Count).Select(static number => Streams.Event(Customer, number))];
        known = Streams.Event(Customer, Events / 2);
        if (AtTheEnd() != Events + Count || Known() != Events)
        {
            throw new InvalidOperationException("An event was lost or counted twice.");
        }
    }

    /// <summary>1,024 events, one after the other, each behind the last; time is that of one.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int AtTheEnd() => later.Aggregate(history, static (grown, e) => grown.Add(e)).Events.Count;

    /// <summary>An event that came before.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Known()
    {
        CustomerHistory same = history;
        for (int i = 0; i < Count; i++)
        {
            same = same.Add(known);
        }

        return same.Events.Count;
    }
}
