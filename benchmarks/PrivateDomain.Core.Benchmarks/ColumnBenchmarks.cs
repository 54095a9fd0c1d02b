using BenchmarkDotNet.Attributes;
using NodaTime;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>Columns of a million customers into a table, a tenth of the values absent. One call is one column.</summary>
[MemoryDiagnoser]
public class ColumnBenchmarks
{
    private const int Rows = 1_000_000;
    private static readonly LocalDate Today = new(2026, 6, 1);
    private static readonly TextFact City = TextFact.From("city", new("city", "城市"));
    private static readonly string[] Cities = [.. Enumerable.Range(0, 300).Select(static i => $"city {i}")];

    private readonly CustomerTable table =
        CustomerTable.From([Facts.Orders, Facts.Spend, Facts.LastOrder, Facts.Linked, City, Facts.Tags], Today, Rows);

    private readonly byte[] known = new byte[(Rows + 7) / 8];
    private readonly int[] orders = new int[Rows];
    private readonly double[] spend = new double[Rows];
    private readonly int[] days = new int[Rows];
    private readonly LocalDate?[] dates = new LocalDate?[Rows];
    private readonly int[] cities = new int[Rows];
    private readonly string?[] cityNames = new string?[Rows];
    private readonly int[] tagOffsets = new int[Rows + 1];
    private int[] tags = null!;

    /// <summary>Makes the columns, the same in every run, and fails when bitmaps and absent values do not say the same.</summary>
    [GlobalSetup]
    public void Setup()
    {
        uint state = 1;
        var all = new List<int>();
        for (int row = 0; row < Rows; row++)
        {
            bool isKnown = Next(10) > 0;
            known[row / 8] |= (byte)(isKnown ? 1 << (row % 8) : 0);
            orders[row] = Next(30);
            spend[row] = Next(1_000_000) / 100.0;
            days[row] = 20_000 + Next(700);
            dates[row] = isKnown ? new LocalDate(1970, 1, 1).PlusDays(days[row]) : null;
            cities[row] = Next(Cities.Length);
            cityNames[row] = isKnown ? Cities[cities[row]] : null;
            all.AddRange(Enumerable.Range(0, Next(4)).Select(_ => Next(20)));
            tagOffsets[row + 1] = all.Count;
        }

        tags = [.. all];
        PreparedSegments prepared = PreparedSegments.From(
            SegmentSet.From(ShopFacts.Schema.With(City),
                [new("recent", Facts.LastOrder.WithinDays(90)), new("city", City.AnyOf("city 7"))]), Today);
        Days();
        Texts();
        ReadOnlySpan<int> found = [.. prepared.Evaluate(table).Counts];
        DaysRowByRow();
        TextsRowByRow();
        if (!found.SequenceEqual([.. prepared.Evaluate(table).Counts]))
        {
            throw new InvalidOperationException("The competitors write different columns.");
        }

        int Next(int below)
        {
            unchecked
            {
                state = (state * 1664525) + 1013904223;
                return (int)((state >> 8) % (uint)below);
            }
        }
    }

    /// <summary>Whole numbers that fit 16 bits.</summary>
    [Benchmark]
    public void WholeNumbers() => table.Set(Facts.Orders, 0, (ReadOnlySpan<int>)orders, RowBits.From(known));

    /// <summary>Amounts of double precision.</summary>
    [Benchmark]
    public void Numbers() => table.Set(Facts.Spend, 0, (ReadOnlySpan<double>)spend, RowBits.From(known));

    [Benchmark]
    public void Days() => table.Set(Facts.LastOrder, 0, days, RowBits.From(known));

    /// <summary>The same days as dates or null.</summary>
    [Benchmark(Baseline = true)]
    public void DaysRowByRow() => table.Set(Facts.LastOrder, 0, dates);

    [Benchmark]
    public void YesNo() => table.Set(Facts.Linked, 0, Rows, RowBits.From(known), RowBits.All);

    /// <summary>Places in a dictionary of 300 texts.</summary>
    [Benchmark]
    public void Texts() => table.Set(City, 0, cities, Cities, RowBits.From(known));

    /// <summary>The same texts as strings or null.</summary>
    [Benchmark]
    public void TextsRowByRow() => table.Set(City, 0, cityNames);

    /// <summary>Up to three of twenty texts each.</summary>
    [Benchmark]
    public void TextSets() => table.Set(Facts.Tags, 0, tagOffsets, tags, Cities.AsSpan(0, 20), RowBits.From(known));
}
