using System.Collections.Immutable;
using FsCheck.Fluent;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Products;

[Kernel]
public sealed class FitKernelTests
{
    private static readonly float[] Odd =
    [
        float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f, 0f, float.Epsilon, -float.Epsilon, 1e-40f, float.MaxValue,
            float.MinValue, 1f, 0.5f, 0.1f,
    ];

    private static readonly ProductFitPolicy[] Policies =
    [
        ProductFitPolicy.Default,
        ProductFitPolicy.Create(new ProductFitOptions
        {
            Repurchase = [new(0.1, 0), new(0.3, 1)], BarredUpTo = null, TicketWeight = 1, RepurchaseWeight = 0, LoyaltyWeight = 7,
                BrandPowerWeight = 2,
        }),
        ProductFitPolicy.Create(new ProductFitOptions
        {
            Ticket = [.. Enumerable.Range(0, 11).Select(static i => new FitKnot((i * 0.3) - 0.6, (i % 3) / 3.0))],
            BarredUpTo = 0.2m, FairFrom = 20, GoodFrom = 30, ExcellentFrom = 45,
        }),
    ];

    public static TheoryData<int> Lengths => [.. Enumerable.Range(0, 258), 1023, 1024, 1025, 4095, 4129];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Assess_EveryLength_IsTheScalarSpecificationToTheBit(int length)
    {
        foreach (ProductFitPolicy policy in Policies)
        {
            AssertSame(policy, Column(length, 1, 400f), Column(length, 2, 1f), Column(length, 3, 1f), Column(length, 4, 1f));
        }
    }

    [Fact]
    public void Assess_EveryMixOfOddValues_IsTheScalarSpecificationToTheBit()
    {
        float[][] rows = [.. from t in Odd from r in Odd from l in Odd from b in Odd select new[] { t, r, l, b }];
        foreach (ProductFitPolicy policy in Policies)
        {
            AssertSame(policy, [.. rows.Select(static r => r[0])], [.. rows.Select(static r => r[1])], [.. rows.Select(static r => r[2])],
                [.. rows.Select(static r => r[3])]);
        }
    }

    [Fact]
    public void Assess_AnyModelAndFigures_IsTheScalarSpecificationToTheBit() => Prop.ForAll(
        Gen.Choose(2, 9).Two().Zip(Gen.Choose(0, 1_000_000)).ToArbitrary(),
        static given =>
        {
            ((int one, int other), int seed) = given;
            ProductFitPolicy policy = ProductFitPolicy.Create(
                new ProductFitOptions { Ticket = Knots(one, seed, 0.5), Loyalty = Knots(other, seed + 1, 0.1) });
            AssertSame(policy, Column(77, seed, 500f), Column(77, seed + 1, 1f), Column(77, seed + 2, 1f), Column(77, seed + 3, 1f));
        }).Holds();

    [Fact]
    public void Assess_Slices_DoNotDependOnTheirPlace()
    {
        float[] figures = Column(300, 9, 300f);
        float[] whole = new float[300];
        float[] part = new float[300];
        var grades = new FitGrade[300];
        ProductFitPolicy.Default.Assess(Columns(figures, figures, figures, figures), whole, grades);
        for (int from = 0; from < 70; from++)
        {
            ReadOnlySpan<float> slice = figures.AsSpan(from);
            ProductFitPolicy.Default.Assess(Columns(slice, slice, slice, slice), part.AsSpan(from), grades.AsSpan(from));
            Assert.Equal(Bits(whole[from..]), Bits(part[from..]));
        }
    }

    [Fact]
    public void Assess_UnknownInAnyColumn_HasNoScore()
    {
        for (int unknown = 0; unknown < 4; unknown++)
        {
            float[][] columns = [[100f], [0.5f], [0.5f], [0.5f]];
            columns[unknown][0] = float.NaN;
            float[] score = [7f];
            FitGrade[] grade = [FitGrade.Good];
            ProductFitPolicy.Default.Assess(Columns(columns[0], columns[1], columns[2], columns[3]), score, grade);
            Assert.True(float.IsNaN(score[0]));
            Assert.Equal(FitGrade.Unknown, grade[0]);
        }
    }

    [Fact]
    public void Assess_Infinity_IsWorthTheEndOfTheCurve()
    {
        float[] score = new float[2];
        var grade = new FitGrade[2];
        float[] high = [float.PositiveInfinity, 1e9f];
        float[] low = [float.NegativeInfinity, 0f];
        ProductFitPolicy.Default.Assess(Columns(high, high, high, low), score, grade);
        Assert.Equal(100f, score[0], 1e-3f);
        Assert.Equal(score[1], score[0]);
    }

    [Fact]
    public void Columns_OfWrongLengthOrSharingMemory_AreRefusedByName()
    {
        float[] column = new float[8];
        float[] other = new float[8];
        var grades = new FitGrade[8];
        Refused("columns", "Ticket needs 8 rows", () => Assess(column.AsSpan(1), column, column, column, other, grades));
        Refused("columns", "RepurchaseRate needs 8 rows", () => Assess(column, column.AsSpan(1), column, column, other, grades));
        Refused("columns", "LoyaltyRate needs 8 rows", () => Assess(column, column, column.AsSpan(1), column, other, grades));
        Refused("columns", "BrandPower needs 8 rows", () => Assess(column, column, column, column.AsSpan(1), other, grades));
        Refused("grades", "The grades need 8 rows", () => Assess(column, column, column, column, other, grades.AsSpan(1)));
        Refused("columns", "LoyaltyRate must not share", () => Assess(column, column, other, column, other, grades));
        var both = new FitGrade[32];
        Refused("columns", "Ticket must not share", () => Assess(
            System.Runtime.InteropServices.MemoryMarshal.Cast<FitGrade, float>(both.AsSpan()), column, column, column, other,
                both.AsSpan(8, 8)));
        Refused("grades", "must not share memory with the scores.", () => Assess(
            column, column, column, column, other, System.Runtime.InteropServices.MemoryMarshal.Cast<float,
                FitGrade>(other.AsSpan())[..8]));
        Refused("columns", "need a currency", () => ProductFitPolicy.Default.Assess(
            new ProductColumns
            {
                Currency = default,
                Ticket = column,
                RepurchaseRate = column,
                LoyaltyRate = column,
                BrandPower = column
            }, other, grades));
        Assert.Throws<ArgumentOutOfRangeException>("threads", () => ProductFitPolicy.Default.Assess(
            Columns(column, column, column, column), other, grades, threads: 0));
        Assess([], [], [], [], [], []);

        static void Assess(
            ReadOnlySpan<float> t, ReadOnlySpan<float> r, ReadOnlySpan<float> l, ReadOnlySpan<float> b, Span<float> scores,
                Span<FitGrade> grades) =>
            ProductFitPolicy.Default.Assess(Columns(t, r, l, b), scores, grades);

        static void Refused(string name, string message, Action act)
        {
            ArgumentException thrown = Assert.Throws<ArgumentException>(name, act);
            Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Columns_InACurrencyThatIsNotJudged_AreUnknown_AndInAnotherThanTheAnchorsAreRefused()
    {
        float[] column = [0.5f, 0.5f];
        float[] scores = [1f, 1f];
        FitGrade[] grades = [FitGrade.Good, FitGrade.Good];
        Assess(ProductFitPolicy.Default, Currency.Usd);
        Assert.All(scores, static score => Assert.True(float.IsNaN(score)));
        Assert.All(grades, static grade => Assert.Equal(FitGrade.Unknown, grade));
        ProductFitPolicy dollars = ProductFitPolicy.Create(new ProductFitOptions { AnchorTicket = Money.From(20m, Currency.Usd) });
        Assess(dollars, Currency.Usd);
        Assert.All(scores, static score => Assert.False(float.IsNaN(score)));
        Assert.Throws<CurrencyMismatchException>(() => Assess(dollars, Currency.Cny));

        void Assess(ProductFitPolicy policy, Currency currency) => policy.Assess(
            new ProductColumns
            {
                Currency = currency,
                Ticket = column,
                RepurchaseRate = column,
                LoyaltyRate = column,
                BrandPower = column
            }, scores, grades);
    }

    [Fact]
    public void Columns_AndOneProductWithItsFigures_AllocateNothing()
    {
        float[] column = Column(10_000, 5, 1f);
        float[] scores = new float[column.Length];
        var grades = new FitGrade[column.Length];
        ProductFitPolicy policy = ProductFitPolicy.Default;
        float sum = 0;
        Assert.Equal(0, Allocations.Of(() => sum += Run()));
        Assert.True(sum > 0);

        float Run()
        {
            policy.Assess(Columns(column, column, column, column), scores, grades);
            float total = 0;
            for (int i = 0; i < 1000; i++)
            {
                ProductFitAssessment fit = policy.Assess(new ProductFigures
                {
                    Ticket = Money.Yuan(120m + i),
                    RepurchaseRate = Ratio.From(0.3m),
                    LoyaltyRate = Ratio.From(0.2m),
                    BrandPower = Ratio.From(0.1m),
                });
                total += fit.Points + (int)fit.Grade + (float)fit.Contribution(FitCriterion.Loyalty);
            }

            return total;
        }
    }

    private static ProductColumns Columns(
        ReadOnlySpan<float> ticket, ReadOnlySpan<float> repurchase, ReadOnlySpan<float> loyalty, ReadOnlySpan<float> brandPower) =>
        new() { Currency = Currency.Cny, Ticket = ticket, RepurchaseRate = repurchase, LoyaltyRate = loyalty, BrandPower = brandPower };

    private static void AssertSame(ProductFitPolicy policy, float[] ticket, float[] repurchase, float[] loyalty, float[] brandPower)
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
            expected[i] = FitKernel.ScoreOne(policy.Table, row, out FitRow parts, out expectedGrades[i]);
            lanes[i] = FitKernel.ScoreLanes(policy.Table, row, out FitRow laneParts, out FitGrade laneGrade);
            Assert.Equal(expectedGrades[i], laneGrade);
            Assert.Equal(parts, laneParts);
        }

        policy.Assess(Columns(ticket, repurchase, loyalty, brandPower), scores, grades);
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
        [.. Enumerable.Range(0, count).Select(i =>
            new FitKnot((i + 1) * step, unchecked((((uint)(i + seed) * 2654435761u) >> 8) % 101) / 100.0))];
}
