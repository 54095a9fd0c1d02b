using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Customers.Forms;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>Reading histories from JSON, 20,000 events in all; time is that of an event.</summary>
[MemoryDiagnoser]
public class HistoryJsonBenchmarks
{
    internal const int Count = 20_000;

    private byte[] json = null!;

    /// <summary>How many events a history has.</summary>
    [Params(50, 1_000)]
    public int Events { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        CustomerHistory history = CustomerHistory.From(CustomerId.From("c"), Streams.Events(CustomerId.From("c"), Events));
        json = CustomerJson.Write(history);
        if (!CustomerJson.ReadHistory(json).Equals(history) || Library() != Count)
        {
            throw new InvalidOperationException("What was written is not what is read.");
        }
    }

    /// <summary>The floor: the parser alone, which checks no rule and makes no event.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int Parser()
    {
        int sum = 0;
        for (int i = 0; i < Count / Events; i++)
        {
            using JsonDocument document = JsonDocument.Parse(json);
            sum += document.RootElement.GetProperty("events").GetArrayLength();
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Library()
    {
        int sum = 0;
        for (int i = 0; i < Count / Events; i++)
        {
            sum += CustomerJson.ReadHistory(json).Events.Count;
        }

        return sum;
    }
}
