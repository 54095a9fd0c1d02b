using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Products;

public sealed class FitKernelTests
{
    private static readonly float[] Odd =
    [
        float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f, 0f, float.Epsilon, -float.Epsilon, 1e-40f, float.MaxValue, float.MinValue, 1f, 0.5f, 0.1f,
    ];

    private static readonly ProductFitModel[] Models =
    [
        ProductFitModel.Default,
        ProductFitModel.Create(repurchase: [new(0.1, 0), new(0.3, 1)], gates: FitGates.None, weights: new FitWeights(1m, 0m, 7m, 2m)),
        ProductFitModel.Create(
            ticketSize: [.. Enumerable.Range(0, 11).Select(static i => new FitKnot((i * 30) - 60, (i % 3) / 3.0))],
            gates: new FitGates(Ratio.Known(0.2m)),
            grades: new FitGradeLines(20, 30, 45)),
    ];

    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 258), 1023, 1024, 1025, 4095, 4129];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void ScoreAll_EveryLength_IsTheScalarSpecificationToTheBit(int length)
    {
        foreach (ProductFitModel model in Models)
        {
            AssertSame(model, Column(length, 1, 400f), Column(length, 2, 1f), Column(length, 3, 1f), Column(length, 4, 1f));
        }
    }

    [Fact]
    public void ScoreAll_EveryMixOfOddValues_IsTheScalarSpecificationToTheBit()
    {
        float[][] rows = [.. from t in Odd from r in Odd from l in Odd from b in Odd select new[] { t, r, l, b }];
        foreach (ProductFitModel model in Models)
        {
            AssertSame(model, [.. rows.Select(static r => r[0])], [.. rows.Select(static r => r[1])], [.. rows.Select(static r => r[2])], [.. rows.Select(static r => r[3])]);
        }
    }

    [Fact]
    public void ScoreAll_AnyModelAndFigures_IsTheScalarSpecificationToTheBit() => Prop.ForAll(
        Gen.Choose(2, 9).Two().Zip(Gen.Choose(0, 1_000_000)).ToArbitrary(),
        static given =>
        {
            ((int one, int other), int seed) = given;
            ProductFitModel model = ProductFitModel.Create(ticketSize: Knots(one, seed, 50), loyalty: Knots(other, seed + 1, 0.1));
            AssertSame(model, Column(77, seed, 500f), Column(77, seed + 1, 1f), Column(77, seed + 2, 1f), Column(77, seed + 3, 1f));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ScoreAll_Slices_DoNotDependOnTheirPlace()
    {
        float[] figures = Column(300, 9, 300f);
        float[] whole = new float[300];
        float[] part = new float[300];
        var grades = new FitGrade[300];
        ProductFitModel.Default.ScoreAll(figures, figures, figures, figures, whole, grades);
        for (int from = 0; from < 70; from++)
        {
            ReadOnlySpan<float> slice = figures.AsSpan(from);
            ProductFitModel.Default.ScoreAll(slice, slice, slice, slice, part.AsSpan(from), grades.AsSpan(from));
            Assert.Equal(Bits(whole[from..]), Bits(part[from..]));
        }
    }

    [Fact]
    public void ScoreAll_UnknownInAnyColumn_HasNoScore()
    {
        for (int unknown = 0; unknown < 4; unknown++)
        {
            float[][] columns = [[100f], [0.5f], [0.5f], [0.5f]];
            columns[unknown][0] = float.NaN;
            float[] score = [7f];
            FitGrade[] grade = [FitGrade.Good];
            ProductFitModel.Default.ScoreAll(columns[0], columns[1], columns[2], columns[3], score, grade);
            Assert.True(float.IsNaN(score[0]));
            Assert.Equal(FitGrade.Unknown, grade[0]);
        }
    }

    [Fact]
    public void ScoreAll_Infinity_IsWorthTheEndOfTheCurve()
    {
        float[] score = new float[2];
        var grade = new FitGrade[2];
        float[] high = [float.PositiveInfinity, 1e9f];
        float[] low = [float.NegativeInfinity, 0f];
        ProductFitModel.Default.ScoreAll(high, high, high, low, score, grade);
        Assert.Equal(100f, score[0], 1e-3f);
        Assert.Equal(score[1], score[0]);
    }

    [Fact]
    public void ScoreAll_WrongColumns_AreRefusedByName()
    {
        float[] column = new float[8];
        float[] other = new float[8];
        var grades = new FitGrade[8];
        ProductFitModel model = ProductFitModel.Default;
        Assert.Equal("ticketSize", Assert.Throws<ArgumentException>(() => model.ScoreAll(column.AsSpan(1), column, column, column, other, grades)).ParamName);
        Assert.Equal("brandPower", Assert.Throws<ArgumentException>(() => model.ScoreAll(column, column, column, column.AsSpan(1), other, grades)).ParamName);
        Assert.Equal("grades", Assert.Throws<ArgumentException>(() => model.ScoreAll(column, column, column, column, other, grades.AsSpan(1))).ParamName);
        Assert.Equal("loyalty", Assert.Throws<ArgumentException>(() => model.ScoreAll(column, column, other, column, other, grades)).ParamName);
        Assert.Equal("grades", Assert.Throws<ArgumentException>(() => model.ScoreAll(
            column, column, column, column, other, System.Runtime.InteropServices.MemoryMarshal.Cast<float, FitGrade>(other.AsSpan())[..8])).ParamName);
    }

    [Fact]
    public void ScoreAll_AndAssess_AllocateNothing()
    {
        float[] column = Column(10_000, 5, 1f);
        float[] scores = new float[column.Length];
        var grades = new FitGrade[column.Length];
        ProductFigures figures = ProductFigures.Create(Money.Yuan(120m), Ratio.Known(0.3m), Ratio.Known(0.2m), Ratio.Known(0.1m));
        ProductFitModel model = ProductFitModel.Default;
        float sum = Run(); // the first run compiles
        long before = GC.GetAllocatedBytesForCurrentThread();
        sum += Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum > 0);

        float Run()
        {
            model.ScoreAll(column, column, column, column, scores, grades);
            float total = 0;
            for (int i = 0; i < 1000; i++)
            {
                ProductFit fit = model.Assess(figures);
                total += fit.Points + (int)fit.Grade + (float)fit.Contribution(FitCriterion.Loyalty);
            }

            return total;
        }
    }

    private static void AssertSame(ProductFitModel model, float[] ticket, float[] repurchase, float[] loyalty, float[] brandPower)
    {
        int length = ticket.Length;
        float[] scores = new float[length];
        var grades = new FitGrade[length];
        float[] expected = new float[length];
        var expectedGrades = new FitGrade[length];
        float[] lanes = new float[length];
        for (int i = 0; i < length; i++)
        {
            var row = new FitRow(ticket[i], repurchase[i], loyalty[i], brandPower[i]);
            expected[i] = FitKernel.ScoreOne(model.Table, row, out FitRow parts, out expectedGrades[i]);
            lanes[i] = FitKernel.ScoreLanes(model.Table, row, out FitRow laneParts, out FitGrade laneGrade);
            Assert.Equal(expectedGrades[i], laneGrade);
            Assert.Equal(parts, laneParts);
        }

        model.ScoreAll(ticket, repurchase, loyalty, brandPower, scores, grades);
        Assert.Equal(Bits(expected), Bits(scores));
        Assert.Equal(Bits(expected), Bits(lanes));
        Assert.Equal(expectedGrades, grades);
    }

    private static uint[] Bits(float[] values) => [.. values.Select(static v => BitConverter.SingleToUInt32Bits(v))];

    private static float[] Column(int length, int seed, float most) => [.. Enumerable.Range(0, length).Select(i => Figure(i, seed, most))];

    // Every seventh value is an odd one; the others spread over a little more than the curves.
    private static float Figure(int row, int seed, float most)
    {
        uint mixed = unchecked((((uint)row * 2654435761u) ^ ((uint)seed * 40503u)) * 2246822519u);
        return mixed % 7 == 0 ? Odd[(mixed >> 8) % Odd.Length] : (((mixed >> 8) / (float)(1 << 24) * 1.2f) - 0.1f) * most;
    }

    private static ImmutableArray<FitKnot> Knots(int count, int seed, double step) =>
        [.. Enumerable.Range(0, count).Select(i => new FitKnot((i + 1) * step, unchecked((((uint)(i + seed) * 2654435761u) >> 8) % 101) / 100.0))];
}
