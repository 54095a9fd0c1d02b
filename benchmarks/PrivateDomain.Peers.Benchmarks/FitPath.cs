using System.Collections.Immutable;
using PrivateDomain.Core.Benchmarks;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>H1b: the fit of many products in columns: a score and a grade for each.</summary>
internal static class FitPath
{
    internal static ImmutableArray<Score> Run(int productCount, int rounds)
    {
        var inputs = new FitInputs(productCount);
        (float[] scores, FitGrade[] grades) expected = (new float[productCount], new FitGrade[productCount]);
        Linq(inputs, expected.scores, expected.grades);
        float sum = 0;
        using DuckDatabase duck = DuckFit.With(inputs);
        return new Contest(
            $"fit of {SizeText.Of(productCount)} products", productCount,
            [
                Of("library, 1 thread", (scores, grades) => FitInputs.Policy.Assess(inputs.Products, scores, grades)),
                Of("library, 2 threads", (scores, grades) => FitInputs.Policy.Assess(inputs.Products, scores, grades, threads: 2)),
                Competitor.Of("only reading the columns", () => sum = inputs.ReadColumns(), () => _ = sum),
                Of("a loop over columns", (scores, grades) => inputs.ColumnLoop(scores, grades)),
                Of("LINQ over objects", (scores, grades) => Linq(inputs, scores, grades)),
                .. DuckFit.Competitors(duck, expected.scores, expected.grades),
            ]).Run(rounds);

        Competitor Of(string name, Action<float[], FitGrade[]> fill)
        {
            float[] scores = new float[productCount];
            var grades = new FitGrade[productCount];
            return Competitor.Of(name, () => fill(scores, grades), () => Check(expected.scores, expected.grades, scores, grades));
        }
    }

    /// <summary>Throws where scores or grades differ by more than their rounding.</summary>
    internal static void Check(float[] expected, FitGrade[] expectedGrades, float[] scores, FitGrade[] grades)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            FitInputs.Check(expected[i], expectedGrades[i], scores[i], grades[i]);
        }
    }

    private static void Linq(FitInputs inputs, float[] scores, FitGrade[] grades)
    {
        int row = 0;
        foreach ((float score, FitGrade grade) in inputs.Records.Select(FitInputs.Linq))
        {
            scores[row] = score;
            grades[row++] = grade;
        }
    }
}
