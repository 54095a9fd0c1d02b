using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PrivateDomain.Core.Products;

/// <summary>Scores and grades of many products at once. <see cref="ProductFitModel"/> has checked every argument.</summary>
/// <remarks>
/// One lane is one product, and a lane does what <see cref="ScoreOne"/> does in the same order with the same roundings, so both give the
/// same bits at every vector width. No fused multiply-add. Minima and maxima may differ between machines on NaN and on the sign of zero:
/// a lane with NaN is overwritten at the end, and no sum can become −0.
/// </remarks>
internal static class FitKernel
{
    private const int Turn = 32; // two vectors share every constant

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
            sums += Vector128.LoadUnsafe(ref cells, at + FitTable.Criteria) * Vector128.MaxNative(figure, Vector128.LoadUnsafe(ref cells, at));
        }

        sums = Vector128.ConditionalSelect(Vector128.Equals(x, x), sums, Vector128.Create(float.NaN));
        parts = Unsafe.BitCast<Vector128<float>, FitRow>(sums);
        float score = Sum(parts);
        grade = Grade(table, score, row.Repurchase);
        return score;
    }

    /// <summary>Writes the score and the grade of every product.</summary>
    internal static void ScoreAll(
        FitTable table, ReadOnlySpan<float> ticket, ReadOnlySpan<float> repurchase, ReadOnlySpan<float> loyalty, ReadOnlySpan<float> brandPower, Span<float> scores, Span<FitGrade> grades)
    {
        Debug.Assert(ticket.Length == scores.Length && repurchase.Length == scores.Length && loyalty.Length == scores.Length);
        Debug.Assert(brandPower.Length == scores.Length && grades.Length == scores.Length);
        int row = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            row = scores.Length - (scores.Length % Turn);
            ScoreTurns(
                table,
                ref MemoryMarshal.GetReference(ticket),
                ref MemoryMarshal.GetReference(repurchase),
                ref MemoryMarshal.GetReference(loyalty),
                ref MemoryMarshal.GetReference(brandPower),
                ref MemoryMarshal.GetReference(scores),
                ref Unsafe.As<FitGrade, byte>(ref MemoryMarshal.GetReference(grades)),
                row);
        }

        for (; row < scores.Length; row++)
        {
            scores[row] = ScoreOne(table, new FitRow(ticket[row], repurchase[row], loyalty[row], brandPower[row]), out _, out grades[row]);
        }
    }

    private static void ScoreTurns(
        FitTable table, ref float ticket, ref float repurchase, ref float loyalty, ref float brandPower, ref float scores, ref byte grades, int rows)
    {
        ref float cells = ref MemoryMarshal.GetReference(table.Cells);
        int terms = table.Terms;
        Vector512<float> barred = Vector512.Create(table.BarredUpTo);
        Vector512<float> fair = Vector512.Create(table.Fair);
        Vector512<float> good = Vector512.Create(table.Good);
        Vector512<float> excellent = Vector512.Create(table.Excellent);
        for (nuint row = 0; row < (nuint)rows; row += Turn)
        {
            Vector512<float> t0 = Vector512.LoadUnsafe(ref ticket, row);
            Vector512<float> t1 = Vector512.LoadUnsafe(ref ticket, row + 16);
            Vector512<float> r0 = Vector512.LoadUnsafe(ref repurchase, row);
            Vector512<float> r1 = Vector512.LoadUnsafe(ref repurchase, row + 16);
            Vector512<float> known0 = Vector512.Equals(t0, t0) & Vector512.Equals(r0, r0);
            Vector512<float> known1 = Vector512.Equals(t1, t1) & Vector512.Equals(r1, r1);
            Parts(ref cells, terms, t0, t1, out Vector512<float> sum0, out Vector512<float> sum1);
            Parts(ref Unsafe.Add(ref cells, 1), terms, r0, r1, out Vector512<float> part0, out Vector512<float> part1);
            sum0 += part0;
            sum1 += part1;

            Vector512<float> l0 = Vector512.LoadUnsafe(ref loyalty, row);
            Vector512<float> l1 = Vector512.LoadUnsafe(ref loyalty, row + 16);
            Vector512<float> b0 = Vector512.LoadUnsafe(ref brandPower, row);
            Vector512<float> b1 = Vector512.LoadUnsafe(ref brandPower, row + 16);
            known0 &= Vector512.Equals(l0, l0) & Vector512.Equals(b0, b0);
            known1 &= Vector512.Equals(l1, l1) & Vector512.Equals(b1, b1);
            Parts(ref Unsafe.Add(ref cells, 2), terms, l0, l1, out part0, out part1);
            Parts(ref Unsafe.Add(ref cells, 3), terms, b0, b1, out Vector512<float> last0, out Vector512<float> last1);
            sum0 = Clamped(sum0 + (part0 + last0), known0);
            sum1 = Clamped(sum1 + (part1 + last1), known1);
            sum0.StoreUnsafe(ref scores, row);
            sum1.StoreUnsafe(ref scores, row + 16);

            Vector512<short> grade = Vector512.Narrow(
                Grades(sum0, r0, known0, barred, fair, good, excellent), Grades(sum1, r1, known1, barred, fair, good, excellent));
            Vector256.Narrow(grade.GetLower(), grade.GetUpper()).AsByte().StoreUnsafe(ref grades, row);
        }
    }

    /// <summary>One criterion's part of two vectors of scores; <paramref name="cells"/> is the table from the criterion's lane on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Parts(ref float cells, int terms, Vector512<float> x0, Vector512<float> x1, out Vector512<float> sum0, out Vector512<float> sum1)
    {
        Vector512<float> last = Vector512.Create(Unsafe.Add(ref cells, FitTable.Last));
        x0 = Vector512.MinNative(x0, last);
        x1 = Vector512.MinNative(x1, last);
        sum0 = sum1 = Vector512.Create(Unsafe.Add(ref cells, FitTable.Constant));
        int term = 0;
        do
        {
            Add(ref Unsafe.Add(ref cells, FitTable.Term(term)), x0, x1, ref sum0, ref sum1);
            Add(ref Unsafe.Add(ref cells, FitTable.Term(term + 1)), x0, x1, ref sum0, ref sum1);
            Add(ref Unsafe.Add(ref cells, FitTable.Term(term + 2)), x0, x1, ref sum0, ref sum1);
            Add(ref Unsafe.Add(ref cells, FitTable.Term(term + 3)), x0, x1, ref sum0, ref sum1);
            term += FitTable.TermsATurn;
        }
        while (term < terms);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref float cell, Vector512<float> x0, Vector512<float> x1, ref Vector512<float> sum0, ref Vector512<float> sum1)
    {
        Vector512<float> knot = Vector512.Create(cell);
        Vector512<float> factor = Vector512.Create(Unsafe.Add(ref cell, FitTable.Criteria));
        sum0 += factor * Vector512.MaxNative(x0, knot);
        sum1 += factor * Vector512.MaxNative(x1, knot);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Clamped(Vector512<float> sum, Vector512<float> known) =>
        Vector512.ConditionalSelect(
            known, Vector512.MinNative(Vector512.MaxNative(sum, Vector512<float>.Zero), Vector512.Create(100f)), Vector512.Create(float.NaN));

    // Comparisons are −1 where true.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Grades(
        Vector512<float> score, Vector512<float> repurchase, Vector512<float> known, Vector512<float> barred, Vector512<float> fair, Vector512<float> good, Vector512<float> excellent)
    {
        Vector512<int> grade = Vector512.Create((int)FitGrade.Poor)
            - Vector512.GreaterThanOrEqual(score, fair).AsInt32()
            - Vector512.GreaterThanOrEqual(score, good).AsInt32()
            - Vector512.GreaterThanOrEqual(score, excellent).AsInt32();
        grade = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(repurchase, barred).AsInt32(), Vector512.Create((int)FitGrade.Barred), grade);
        return grade & known.AsInt32();
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
