using System.Numerics;
using BenchmarkDotNet.Attributes;
using NodaTime;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>Twenty segments over many customers: which customers are in which, and how many.</summary>
[MemoryDiagnoser]
public class SegmentBenchmarks
{
    private const int Segments = 20;
    private static readonly LocalDate Today = new(2026, 6, 1);
    private static readonly string[] Stages = [.. FactsOfRelationship.Stage.Levels.Select(static level => level.Name)];

    private static readonly int TodayNumber = DayOf(Today);

    private static readonly Limit[] Limits =
    [
        .. Enumerable.Range(0, Segments).Select(static i =>
            new Limit(StageMin(i), OrdersMin(i), TodayNumber + 1 - Days(i), i % 2 == 0 ? SpendMin(i) : int.MaxValue)),
    ];

    private Customer[] customers = null!;
    private PreparedSegments prepared = null!;
    private CustomerTable table = null!;
    private CustomerVector[] vectors = null!;
    private SegmentMembership result = null!;
    private double[] orders = null!;
    private double[] spend = null!;
    private int[] stages = null!;
    private short[] floorColumns = null!;
    private ulong[] floorBits = null!;

    /// <summary>How many customers: a size without and one with a remainder.</summary>
    [Params(1_000_000, 1_000_003)]
    public int Customers { get; set; }

    /// <summary>Makes customers, the same in every run, and fails when the competitors count differently.</summary>
    [GlobalSetup]
    public void Setup()
    {
        uint state = 1;
        customers = [.. Enumerable.Range(0, Customers).Select(_ => new Customer(
            (int)Next(5), Next(10) == 0 ? double.NaN : Next(9), Next(10) == 0 ? double.NaN : Next(4000), Next(8) == 0 ? null
                : Today.PlusDays(-(int)Next(200))))];
        orders = [.. customers.Select(static c => c.Orders)];
        spend = [.. customers.Select(static c => c.Spend)];
        stages = [.. customers.Select(static c => c.Stage)];
        prepared = PreparedSegments.From(
            SegmentSet.From(ShopFacts.Schema, Enumerable.Range(0, Segments).Select(static i => new Segment($"s{i}", RuleOf(i)))), Today);
        table = CustomerTable.From(prepared.FactsUsed, Today, Customers);
        table.Set(FactsOfRelationship.Stage, 0, stages);
        table.Set(Facts.Orders, 0, orders);
        table.Set(Facts.Spend, 0, spend);
        table.Set(Facts.LastOrder, 0, [.. customers.Select(static c => c.LastOrder)]);
        vectors = [.. customers.Take(65_536).Select(c => prepared.Read(ValuesOf(c)))];
        result = prepared.Evaluate(table);
        floorColumns = new short[4 * ((Customers / 64) + 1) * 64];
        floorBits = new ulong[Customers / 64 * Segments];
        long expected = Linq();
        if (HandWritten() != expected || OneThread() != expected || TwoThreads() != expected || Reused() != expected
            || OneAtATime() != customers.Take(65_536).Sum(static c => SegmentsOf(c)))
        {
            throw new InvalidOperationException("The competitors count differently.");
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

    /// <summary>What one would write first: one query a segment.</summary>
    [Benchmark(Baseline = true)]
    public long Linq() => Enumerable.Range(0, Segments).Sum(i => (long)customers.Count(c => IsIn(c, i)));

    /// <summary>One loop over the customers, all segments each.</summary>
    [Benchmark]
    public long HandWritten()
    {
        long sum = 0;
        foreach (Customer customer in customers)
        {
            sum += SegmentsOf(customer);
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

    /// <summary>The floor of columns as wide as their values: reads numbers of 8 bytes and whole numbers of 4, writes nothing. The table's
    /// own columns here take 2, so that it may be below this.</summary>
    [Benchmark]
    public double ReadOnlyFloor()
    {
        Vector<double> sum = Vector<double>.Zero;
        Vector<int> whole = Vector<int>.Zero;
        for (int i = 0; i <= orders.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            sum += new Vector<double>(orders, i) + new Vector<double>(spend, i);
        }

        for (int pass = 0; pass < 2; pass++)
        {
            for (int i = 0; i <= stages.Length - Vector<int>.Count; i += Vector<int>.Count)
            {
                whole += new Vector<int>(stages, i);
            }
        }

        return Vector.Sum(sum) + Vector.Sum(whole);
    }

    /// <summary>The floor of the table's own columns: reads four of 2 bytes a row, writes the bitmaps of twenty segments.</summary>
    [Benchmark]
    public ulong NarrowFloor()
    {
        Vector<short> sum = Vector<short>.Zero;
        int rowsAWord = 64;
        for (int word = 0; word < floorBits.Length / Segments; word++)
        {
            for (int i = 0; i < 4 * rowsAWord; i += Vector<short>.Count)
            {
                sum |= new Vector<short>(floorColumns, (word * 4 * rowsAWord) + i);
            }

            ulong bits = unchecked((ulong)sum[0]);
            floorBits.AsSpan(word * Segments, Segments).Fill(bits);
        }

        return floorBits[^1];
    }

    /// <summary>The same customers, rule for rule in plain code.</summary>
    [Benchmark]
    public long OneAtATimeByHand()
    {
        long sum = 0;
        for (int i = 0; i < vectors.Length; i++)
        {
            sum += SegmentsOf(customers[i]);
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

    private static int SegmentsOf(Customer customer)
    {
        int sum = 0;
        for (int i = 0; i < Segments; i++)
        {
            sum += IsIn(customer, i) ? 1 : 0;
        }

        return sum;
    }

    // The best plain code: limits are worked out once, days are numbers, what is absent is below every limit.
    private static bool IsIn(Customer c, int i)
    {
        Limit limit = Limits[i];
        return (c.Stage >= limit.Stage && c.Orders >= limit.Orders && c.LastDay >= limit.LastDay && c.LastDay <= TodayNumber)
            || c.Spend >= limit.Spend;
    }

    private static SegmentRule RuleOf(int i)
    {
        SegmentRule active = SegmentRule.AllOf(FactsOfRelationship.Stage.AtLeast(Stages[StageMin(i)]), Facts.Orders.AtLeast(OrdersMin(i)),
            Facts.LastOrder.WithinDays(Days(i)));
        return i % 2 == 0 ? SegmentRule.AnyOf(active, Facts.Spend.AtLeast(SpendMin(i))) : active;
    }

    private static int StageMin(int i) => 1 + (i % 4);

    private static int OrdersMin(int i) => 1 + (i % 5);

    private static int Days(int i) => 30 * (1 + (i % 6));

    private static int SpendMin(int i) => 500 * (1 + (i % 7));

    private static FactValues ValuesOf(Customer customer)
    {
        FactValues values = FactValues.From(default, Today).With(FactsOfRelationship.Stage, Stages[customer.Stage]);
        values = double.IsNaN(customer.Orders) ? values : values.With(Facts.Orders, customer.Orders);
        values = double.IsNaN(customer.Spend) ? values : values.With(Facts.Spend, customer.Spend);
        return customer.LastOrder is { } date ? values.With(Facts.LastOrder, date) : values;
    }

    private static int DayOf(LocalDate date) => Period.DaysBetween(new LocalDate(1970, 1, 1), date);

    private sealed record Customer(int Stage, double Orders, double Spend, LocalDate? LastOrder)
    {
        public int LastDay { get; } = LastOrder is { } date ? DayOf(date) : int.MinValue;
    }

    private readonly record struct Limit(int Stage, int Orders, int LastDay, int Spend);
}
