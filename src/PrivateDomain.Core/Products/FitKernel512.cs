using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PrivateDomain.Core.Products;

/// <summary>Scores and grades of whole turns of products with vectors of 512 bits.</summary>
/// <remarks>
/// One lane is one product, and a lane does what <see cref="FitKernel.ScoreOne"/> does in the same order with the same roundings. Minima
/// and
/// maxima may differ between machines on NaN and on the sign of zero: a lane with NaN is overwritten at the end, and no sum can become −0.
/// Each pair of flags is compiled on its own. <see cref="FitKernelAnyWidth"/> is the same for other widths.
/// </remarks>
internal static unsafe class FitKernel512
{
    /// <summary>Rows a turn: two vectors share every constant.</summary>
    internal const int Turn = 32;

    /// <summary>Scores rows from the first, a whole number of turns of them.</summary>
    /// <typeparam name="TShort">On where every criterion has as few terms as a table can have: no loop over them.</typeparam>
    /// <typeparam name="TFar">On where the columns exceed the caches: figures are fetched ahead and scores are written past the caches.
    /// The first row's score stands at the beginning of a cache line then.</typeparam>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Score<TShort, TFar>(FitTable table, FitColumns columns, nint from, nint to)
        where TShort : struct, IFitFlag
        where TFar : struct, IFitFlag
    {
        fixed (float* cells = table.Cells)
        {
            nint terms = table.Terms;
            Vector512<float> barred = Vector512.Create(table.BarredUpTo);
            Vector512<float> fair = Vector512.Create(table.Fair);
            Vector512<float> good = Vector512.Create(table.Good);
            Vector512<float> excellent = Vector512.Create(table.Excellent);
            for (nint row = from; row < to; row += Turn)
            {
                float* ticket = columns.Ticket + row;
                float* repurchase = columns.Repurchase + row;
                float* loyalty = columns.Loyalty + row;
                float* brandPower = columns.BrandPower + row;
                if (TFar.On && Sse.IsSupported)
                {
                    Fetch(ticket + FitTable.Ahead);
                    Fetch(repurchase + FitTable.Ahead);
                    Fetch(loyalty + FitTable.Ahead);
                    Fetch(brandPower + FitTable.Ahead);
                }

                Vector512<float> t0 = Vector512.Load(ticket);
                Vector512<float> t1 = Vector512.Load(ticket + 16);
                Vector512<float> r0 = Vector512.Load(repurchase);
                Vector512<float> r1 = Vector512.Load(repurchase + 16);
                Vector512<float> l0 = Vector512.Load(loyalty);
                Vector512<float> l1 = Vector512.Load(loyalty + 16);
                Vector512<float> b0 = Vector512.Load(brandPower);
                Vector512<float> b1 = Vector512.Load(brandPower + 16);
                Vector512<float> known0 =
                    Vector512.Equals(t0, t0) & Vector512.Equals(r0, r0) & Vector512.Equals(l0, l0) & Vector512.Equals(b0, b0);
                Vector512<float> known1 =
                    Vector512.Equals(t1, t1) & Vector512.Equals(r1, r1) & Vector512.Equals(l1, l1) & Vector512.Equals(b1, b1);

                Parts<TShort>(cells, terms, t0, t1, out Vector512<float> sum0, out Vector512<float> sum1);
                Parts<TShort>(cells + 1, terms, r0, r1, out Vector512<float> part0, out Vector512<float> part1);
                sum0 += part0;
                sum1 += part1;
                Parts<TShort>(cells + 2, terms, l0, l1, out part0, out part1);
                Parts<TShort>(cells + 3, terms, b0, b1, out Vector512<float> last0, out Vector512<float> last1);
                sum0 = Clamped(sum0 + (part0 + last0), known0);
                sum1 = Clamped(sum1 + (part1 + last1), known1);
                if (TFar.On)
                {
                    sum0.StoreAlignedNonTemporal(columns.Scores + row);
                    sum1.StoreAlignedNonTemporal(columns.Scores + row + 16);
                }
                else
                {
                    sum0.Store(columns.Scores + row);
                    sum1.Store(columns.Scores + row + 16);
                }

                Vector512<short> grade = Vector512.Narrow(
                    Grades(sum0, r0, known0, barred, fair, good, excellent), Grades(sum1, r1, known1, barred, fair, good, excellent));
                Vector256.Narrow(grade.GetLower(), grade.GetUpper()).AsByte().Store(columns.Grades + row);
            }
        }
    }

    // A turn of figures is two cache lines.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(float* figures)
    {
        Sse.Prefetch0(figures);
        Sse.Prefetch0(figures + 16);
    }

    /// <summary>One criterion's part of two vectors of scores; <paramref name="cells"/> is the table from the criterion's lane
    /// on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Parts<TShort>(
        float* cells, nint terms, Vector512<float> x0, Vector512<float> x1, out Vector512<float> sum0, out Vector512<float> sum1)
        where TShort : struct, IFitFlag
    {
        Vector512<float> last = Vector512.Create(cells[FitTable.Last]);
        x0 = Vector512.MinNative(x0, last);
        x1 = Vector512.MinNative(x1, last);
        sum0 = sum1 = Vector512.Create(cells[FitTable.Constant]);
        nint term = 0;
        do
        {
            float* cell = cells + FitTable.Term(term);
            Add(cell, x0, x1, ref sum0, ref sum1);
            Add(cell + FitTable.Stride, x0, x1, ref sum0, ref sum1);
            Add(cell + (2 * FitTable.Stride), x0, x1, ref sum0, ref sum1);
            Add(cell + (3 * FitTable.Stride), x0, x1, ref sum0, ref sum1);
            term += FitTable.TermsATurn;
        }
        while (!TShort.On && term < terms);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* cell, Vector512<float> x0, Vector512<float> x1, ref Vector512<float> sum0, ref Vector512<float> sum1)
    {
        Vector512<float> knot = Vector512.Create(*cell);
        Vector512<float> factor = Vector512.Create(cell[FitTable.Criteria]);
        sum0 += factor * Vector512.MaxNative(x0, knot);
        sum1 += factor * Vector512.MaxNative(x1, knot);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Clamped(Vector512<float> sum, Vector512<float> known) =>
        Vector512.ConditionalSelect(
            known,
            Vector512.MinNative(Vector512.MaxNative(sum, Vector512<float>.Zero), Vector512.Create(100f)),
            Vector512.Create(float.NaN));

    // Comparisons are −1 where true.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Grades(
        Vector512<float> score, Vector512<float> repurchase, Vector512<float> known,
        Vector512<float> barred, Vector512<float> fair, Vector512<float> good, Vector512<float> excellent)
    {
        Vector512<int> grade = Vector512.Create((int)FitGrade.Poor)
            - Vector512.GreaterThanOrEqual(score, fair).AsInt32()
            - Vector512.GreaterThanOrEqual(score, good).AsInt32()
            - Vector512.GreaterThanOrEqual(score, excellent).AsInt32();
        grade = Vector512.ConditionalSelect(
            Vector512.LessThanOrEqual(repurchase, barred).AsInt32(), Vector512.Create((int)FitGrade.Barred), grade);
        return grade & known.AsInt32();
    }
}
