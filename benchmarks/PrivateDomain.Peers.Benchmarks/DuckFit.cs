using System.Globalization;
using PrivateDomain.Core.Benchmarks;
using PrivateDomain.Core.Products;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>The fit of products as a query of DuckDB: score and grade of each, summed so that they stay inside.</summary>
internal static class DuckFit
{
    private static readonly string[] Names = ["ticket", "repurchase", "loyalty", "brand_power"];
    private static readonly string Points =
        string.Join(" + ", FitInputs.PlainCurves.Select(static (curve, i) => PointsOf(curve, Names[i])));

    // Grades as the library numbers them; each score is known here.
    private static readonly string Scored = $"""
        select id, score, case when repurchase <= 0 then {(int)FitGrade.Barred} when score >= 80 then {(int)FitGrade.Excellent}
            when score >= 60 then {(int)FitGrade.Good} when score >= 40 then {(int)FitGrade.Fair} else {(int)FitGrade.Poor} end as grade
        from (select id, repurchase, {Points} as score from products)
        """;

    /// <summary>A database with the products.</summary>
    internal static DuckDatabase With(FitInputs inputs)
    {
        var database = new DuckDatabase();
        database.Fill(
            "products", $"id integer, {string.Join(", ", Names.Select(static name => $"{name} real"))}", inputs.Columns[0].Length,
            (row, i) =>
            {
                row.AppendValue(i);
                foreach (float[] column in inputs.Columns)
                {
                    row.AppendValue(column[i]);
                }
            });
        return database;
    }

    internal static IEnumerable<Competitor> Competitors(DuckDatabase database, float[] expected, FitGrade[] expectedGrades)
    {
        (float Score, FitGrade Grade)[] all =
            [.. database.Rows($"{Scored} order by id", static row => (row.GetFloat(1), (FitGrade)row.GetInt32(2)))];
        FitPath.Check(expected, expectedGrades, [.. all.Select(static one => one.Score)], [.. all.Select(static one => one.Grade)]);
        long[] sums = [(long)Math.Round(all.Sum(static one => (double)one.Score)), all.Sum(static one => (long)one.Grade)];
        Func<long[]> ask = database.Asking($"select round(sum(score::double))::bigint, sum(grade)::bigint from ({Scored})");
        foreach (int threads in new[] { 1, 2 })
        {
            long[] found = [];
            yield return new(
                $"DuckDB, {SegmentAnswers.Threads(threads)}", database.TimedOn(threads, () => found = ask()),
                () => Disagreement.Check<long>(sums, found), BytesCount: false);
        }
    }

    // A straight line between two knots, level before the first and behind the last.
    private static string PointsOf(FitInputs.Plain curve, string x)
    {
        string text = $"case when {x} <= {Real(curve.At[0])} then {Real(curve.Share[0] * curve.Points)}";
        for (int i = 1; i < curve.At.Length; i++)
        {
            float slope = (curve.Share[i] - curve.Share[i - 1]) * curve.Points / (curve.At[i] - curve.At[i - 1]);
            string start = Real(curve.Share[i - 1] * curve.Points);
            text += $" when {x} <= {Real(curve.At[i])} then {start} + {Real(slope)} * ({x} - {Real(curve.At[i - 1])})";
        }

        return $"{text} else {Real(curve.Share[^1] * curve.Points)} end";
    }

    private static string Real(float number) => string.Create(CultureInfo.InvariantCulture, $"{number:R}::real");
}
