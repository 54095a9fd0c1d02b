using BenchmarkDotNet.Attributes;
using PrivateDomain.Core.Value;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>RFM scores of 200,000 customers; time is that of one.</summary>
[MemoryDiagnoser]
public class RfmBenchmarks
{
    internal const int Count = 200_000;

    private KeyValuePair<CustomerId, RfmFigures>[] figures = null!;
    private int[] recency = null!;
    private int[] frequency = null!;
    private decimal[] monetary = null!;

    [GlobalSetup]
    public void Setup()
    {
        uint state = 7;
        recency = [.. Enumerable.Range(0, Count).Select(_ => (int)Next(400))];
        frequency = [.. Enumerable.Range(0, Count).Select(_ => 1 + (int)Next(12))];
        monetary = [.. Enumerable.Range(0, Count).Select(_ => 10m + Next(4000))];
        figures =
        [
            .. Enumerable.Range(0, Count).Select(i => KeyValuePair.Create(
                CustomerId.From($"c{i}"), new RfmFigures(recency[i], frequency[i], Money.Yuan(monetary[i])))),
        ];
        if (!RfmPolicy.Default.Measure(figures).Scale.Equals(
            RfmPolicy.Default.Measure(recency, frequency, monetary, Currency.Cny)))
        {
            throw new InvalidOperationException("Columns and customers give different scales.");
        }

        uint Next(uint below)
        {
            unchecked
            {
                state = (state * 1664525) + 1013904223;
                return (state >> 8) % below;
            }
        }
    }

    /// <summary>The floor of plain columns: three sorted copies, from which cut points could be read; nobody is scored.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public decimal SortedColumns()
    {
        (int[] days, int[] orders, decimal[] spend) = ([.. recency], [.. frequency], [.. monetary]);
        Array.Sort(days);
        Array.Sort(orders);
        Array.Sort(spend);
        return days[Count / 5] + orders[Count / 5] + spend[Count / 5];
    }

    /// <summary>The scale alone.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public bool Scale() => RfmPolicy.Default.Measure(recency, frequency, monetary, Currency.Cny) is not null;

    /// <summary>The scale, and every customer's scores.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Cohort() => RfmPolicy.Default.Measure(figures).Scored;
}
