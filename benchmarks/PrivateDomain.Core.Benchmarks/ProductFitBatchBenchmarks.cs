using BenchmarkDotNet.Attributes;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Core.Benchmarks;

/// <summary>Many products' fit: four columns of floats in, a column of scores and one of grades out.</summary>
[MemoryDiagnoser]
public class ProductFitBatchBenchmarks
{
    private FitInputs inputs = null!;
    private float[] scores = null!;
    private FitGrade[] grades = null!;

    /// <summary>How many products: one size in the caches, one beyond them, and one that fills no last vector.</summary>
    [Params(1_000, 1_000_000, 1_000_007)]
    public int Products { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        inputs = new FitInputs(Products);
        scores = new float[Products];
        grades = new FitGrade[Products];
        Linq();
        float[] expected = [.. scores];
        FitGrade[] expectedGrades = [.. grades];
        foreach (Func<float[]> competitor in new[] { ColumnLoop, Library, LibraryOnTwoThreads })
        {
            Array.Clear(scores);
            Array.Clear(grades);
            competitor();
            for (int i = 0; i < Products; i++)
            {
                FitInputs.Check(expected[i], expectedGrades[i], scores[i], grades[i]);
            }
        }
    }

    [Benchmark(Baseline = true)]
    public float[] Linq()
    {
        int row = 0;
        foreach ((float score, FitGrade grade) in inputs.Records.Select(FitInputs.Linq))
        {
            scores[row] = score;
            grades[row++] = grade;
        }

        return scores;
    }

    [Benchmark]
    public float[] ColumnLoop()
    {
        inputs.ColumnLoop(scores, grades);
        return scores;
    }

    [Benchmark]
    public float[] Library()
    {
        FitInputs.Policy.Assess(inputs.Products, scores, grades);
        return scores;
    }

    /// <summary>The same on two threads.</summary>
    [Benchmark]
    public float[] LibraryOnTwoThreads()
    {
        FitInputs.Policy.Assess(inputs.Products, scores, grades, threads: 2);
        return scores;
    }

    /// <summary>The floor: reads the same four columns, writes nothing.</summary>
    [Benchmark]
    public float ReadOnlyFloor() => inputs.ReadColumns();
}
