using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PrivateDomain.Core.Products;

/// <summary>The score and grade of one product: the specification, and the same with a lane for each criterion.</summary>
/// <remarks>No fused multiply-add anywhere, so that all paths give the same bits. No sum can become −0.</remarks>
internal static class FitKernel
{
    /// <summary>The specification: the plain meaning of a score and its grade. All else must agree with it exactly.</summary>
    internal static float ScoreOne(FitTable table, FitRow row, out FitRow parts, out FitGrade grade)
    {
        parts = new FitRow(
            Part(table, 0, row.TicketSize), Part(table, 1, row.Repurchase), Part(table, 2, row.Loyalty), Part(table, 3, row.BrandPower));
        float score = Sum(parts);
        grade = Grade(table, score, row.Repurchase);
        return score;
    }

    /// <summary>The same with a lane for each criterion: the path of one product.</summary>
    internal static float ScoreLanes(FitTable table, FitRow row, out FitRow parts, out FitGrade grade)
    {
        if (!Vector128.IsHardwareAccelerated)
        {
            return ScoreOne(table, row, out parts, out grade);
        }

        ref float cells = ref MemoryMarshal.GetReference(table.Cells);
        Vector128<float> x = Vector128.Create(row.TicketSize, row.Repurchase, row.Loyalty, row.BrandPower);
        Vector128<float> figure = Vector128.MinNative(x, Vector128.LoadUnsafe(ref cells, (nuint)FitTable.Last));
        Vector128<float> sums = Vector128.LoadUnsafe(ref cells, (nuint)FitTable.Constant);
        for (int i = 0; i < table.Terms; i++)
        {
            nuint at = (nuint)FitTable.Term(i);
            Vector128<float> knots = Vector128.LoadUnsafe(ref cells, at);
            sums += Vector128.LoadUnsafe(ref cells, at + FitTable.Criteria) * Vector128.MaxNative(figure, knots);
        }

        sums = Vector128.ConditionalSelect(Vector128.Equals(x, x), sums, Vector128.Create(float.NaN));
        parts = Unsafe.BitCast<Vector128<float>, FitRow>(sums);
        float score = Sum(parts);
        grade = Grade(table, score, row.Repurchase);
        return score;
    }

    private static float Sum(FitRow parts)
    {
        float sum = (parts.TicketSize + parts.Repurchase) + (parts.Loyalty + parts.BrandPower);
        return float.IsNaN(sum) ? float.NaN : sum > 0f ? (sum < 100f ? sum : 100f) : 0f;
    }

    private static float Part(FitTable table, int criterion, float x)
    {
        if (float.IsNaN(x))
        {
            return float.NaN;
        }

        ReadOnlySpan<float> cells = table.Cells;
        float last = cells[FitTable.Last + criterion];
        float figure = x < last ? x : last;
        float sum = cells[FitTable.Constant + criterion];
        for (int i = 0; i < table.Terms; i++)
        {
            int cell = FitTable.Term(i) + criterion;
            float knot = cells[cell];
            sum += cells[cell + FitTable.Criteria] * (figure > knot ? figure : knot);
        }

        return sum;
    }

    // Added up rather than branched on: grades of real products are not to be foreseen.
    private static FitGrade Grade(FitTable table, float score, float repurchase)
    {
        int grade = (int)FitGrade.Poor + (score >= table.Fair ? 1 : 0) + (score >= table.Good ? 1 : 0) + (score >= table.Excellent ? 1 : 0);
        grade = repurchase <= table.BarredUpTo ? (int)FitGrade.Barred : grade;
        return (FitGrade)(float.IsNaN(score) ? (int)FitGrade.Unknown : grade);
    }
}
