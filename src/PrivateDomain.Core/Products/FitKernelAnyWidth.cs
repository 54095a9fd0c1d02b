using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PrivateDomain.Core.Products;

/// <summary>Scores and grades of whole turns of products where there are no vectors
/// of 512 bits: 256 bits, or 128 where there are no wider ones.</summary>
/// <remarks>The same as <see cref="FitKernel512"/>, lane by lane; that one, lowered to two halves, ran five to eleven times slower
/// here.</remarks>
internal static unsafe class FitKernelAnyWidth
{
    /// <summary>Rows a turn: two vectors share every constant.</summary>
    internal static int Turn => 2 * Vector<float>.Count;

    /// <inheritdoc cref="FitKernel512.Score"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Score<TShort, TFar>(FitTable table, FitColumns columns, nint from, nint to)
        where TShort : struct, IFitFlag
        where TFar : struct, IFitFlag
    {
        fixed (float* cells = table.Cells)
        {
            nint terms = table.Terms;
            Vector<float> barred = Vector.Create(table.BarredUpTo);
            Vector<float> fair = Vector.Create(table.Fair);
            Vector<float> good = Vector.Create(table.Good);
            Vector<float> excellent = Vector.Create(table.Excellent);
            for (nint row = from; row < to; row += Turn)
            {
                float* ticket = columns.Ticket + row;
                float* repurchase = columns.Repurchase + row;
                float* loyalty = columns.Loyalty + row;
                float* brandPower = columns.BrandPower + row;
                if (TFar.On && Sse.IsSupported)
                {
                    Sse.Prefetch0(ticket + FitTable.Ahead); // a turn is one cache line of figures, or half of one
                    Sse.Prefetch0(repurchase + FitTable.Ahead);
                    Sse.Prefetch0(loyalty + FitTable.Ahead);
                    Sse.Prefetch0(brandPower + FitTable.Ahead);
                }

                Vector<float> t0 = Vector.Load(ticket);
                Vector<float> t1 = Vector.Load(ticket + Vector<float>.Count);
                Vector<float> r0 = Vector.Load(repurchase);
                Vector<float> r1 = Vector.Load(repurchase + Vector<float>.Count);
                Vector<float> l0 = Vector.Load(loyalty);
                Vector<float> l1 = Vector.Load(loyalty + Vector<float>.Count);
                Vector<float> b0 = Vector.Load(brandPower);
                Vector<float> b1 = Vector.Load(brandPower + Vector<float>.Count);
                Vector<int> known0 = Vector.Equals(t0, t0) & Vector.Equals(r0, r0) & Vector.Equals(l0, l0) & Vector.Equals(b0, b0);
                Vector<int> known1 = Vector.Equals(t1, t1) & Vector.Equals(r1, r1) & Vector.Equals(l1, l1) & Vector.Equals(b1, b1);

                Parts<TShort>(cells, terms, t0, t1, out Vector<float> sum0, out Vector<float> sum1);
                Parts<TShort>(cells + 1, terms, r0, r1, out Vector<float> part0, out Vector<float> part1);
                sum0 += part0;
                sum1 += part1;
                Parts<TShort>(cells + 2, terms, l0, l1, out part0, out part1);
                Parts<TShort>(cells + 3, terms, b0, b1, out Vector<float> last0, out Vector<float> last1);
                sum0 = Clamped(sum0 + (part0 + last0), known0);
                sum1 = Clamped(sum1 + (part1 + last1), known1);
                if (TFar.On)
                {
                    sum0.StoreAlignedNonTemporal(columns.Scores + row);
                    sum1.StoreAlignedNonTemporal(columns.Scores + row + Vector<float>.Count);
                }
                else
                {
                    sum0.Store(columns.Scores + row);
                    sum1.Store(columns.Scores + row + Vector<float>.Count);
                }

                StoreGrades(
                    Vector.Narrow(
                        Grades(sum0, r0, known0, barred, fair, good, excellent), Grades(sum1, r1, known1, barred, fair, good, excellent)),
                    columns.Grades + row);
            }
        }
    }

    // As many bytes as there are shorts: half a vector.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreGrades(Vector<short> grades, byte* to)
    {
        if (Vector<short>.Count == Vector256<short>.Count)
        {
            Vector256<short> all = grades.AsVector256();
            Vector128.Narrow(all.GetLower(), all.GetUpper()).AsByte().Store(to);
        }
        else
        {
            Vector128<short> all = grades.AsVector128();
            Vector64.Narrow(all.GetLower(), all.GetUpper()).AsByte().Store(to);
        }
    }

    /// <summary>One criterion's part of two vectors of scores; <paramref name="cells"/> is the table from the criterion's lane
    /// on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Parts<TShort>(
        float* cells, nint terms, Vector<float> x0, Vector<float> x1, out Vector<float> sum0, out Vector<float> sum1)
        where TShort : struct, IFitFlag
    {
        Vector<float> last = Vector.Create(cells[FitTable.Last]);
        x0 = Vector.MinNative(x0, last);
        x1 = Vector.MinNative(x1, last);
        sum0 = sum1 = Vector.Create(cells[FitTable.Constant]);
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
    private static void Add(float* cell, Vector<float> x0, Vector<float> x1, ref Vector<float> sum0, ref Vector<float> sum1)
    {
        Vector<float> knot = Vector.Create(*cell);
        Vector<float> factor = Vector.Create(cell[FitTable.Criteria]);
        sum0 += factor * Vector.MaxNative(x0, knot);
        sum1 += factor * Vector.MaxNative(x1, knot);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Clamped(Vector<float> sum, Vector<int> known) =>
        Vector.ConditionalSelect(
            known, Vector.MinNative(Vector.MaxNative(sum, Vector<float>.Zero), Vector.Create(100f)), Vector.Create(float.NaN));

    // Comparisons are −1 where true.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Grades(
        Vector<float> score, Vector<float> repurchase, Vector<int> known,
        Vector<float> barred, Vector<float> fair, Vector<float> good, Vector<float> excellent)
    {
        Vector<int> grade = Vector.Create((int)FitGrade.Poor)
            - Vector.GreaterThanOrEqual(score, fair)
            - Vector.GreaterThanOrEqual(score, good)
            - Vector.GreaterThanOrEqual(score, excellent);
        grade = Vector.ConditionalSelect(Vector.LessThanOrEqual(repurchase, barred), Vector.Create((int)FitGrade.Barred), grade);
        return grade & known;
    }
}
