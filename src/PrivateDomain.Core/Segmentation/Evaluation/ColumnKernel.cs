using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Compares columns with thresholds, 64 rows to a word: bit i of a word is whether row i of its 64 is at least the
/// threshold.</summary>
/// <remarks>Absent values are below every threshold: NaN among numbers, <see cref="int.MinValue"/> among whole numbers. The scalar form
/// is the specification; the vectors
/// must agree with it to the bit.</remarks>
internal static class ColumnKernel
{
    internal const int RowsAWord = 64;

    /// <summary>For each threshold the words of a column; a column is read once for all of them.</summary>
    /// <param name="column">The column, of whole words.</param>
    /// <param name="thresholds">The thresholds.</param>
    /// <param name="words">The words: those of the first threshold, then those of the second …, each as many as the column has.</param>
    internal static void AtLeast(ReadOnlySpan<double> column, ReadOnlySpan<double> thresholds, Span<ulong> words)
    {
        Check(column.Length, thresholds.Length, words.Length);
        if (!Vector128.IsHardwareAccelerated)
        {
            AtLeastPlain(column, thresholds, words);
            return;
        }

        int stride = column.Length / RowsAWord;
        ref double rows = ref MemoryMarshal.GetReference(column);
        ref double limit = ref MemoryMarshal.GetReference(thresholds);
        ref ulong output = ref MemoryMarshal.GetReference(words);
        for (int word = 0; word < stride; word++)
        {
            nuint row = (nuint)word * RowsAWord;
            Vector512<double> v0 = Vector512.LoadUnsafe(ref rows, row);
            Vector512<double> v1 = Vector512.LoadUnsafe(ref rows, row + 8);
            Vector512<double> v2 = Vector512.LoadUnsafe(ref rows, row + 16);
            Vector512<double> v3 = Vector512.LoadUnsafe(ref rows, row + 24);
            Vector512<double> v4 = Vector512.LoadUnsafe(ref rows, row + 32);
            Vector512<double> v5 = Vector512.LoadUnsafe(ref rows, row + 40);
            Vector512<double> v6 = Vector512.LoadUnsafe(ref rows, row + 48);
            Vector512<double> v7 = Vector512.LoadUnsafe(ref rows, row + 56);
            for (int i = 0; i < thresholds.Length; i++)
            {
                Vector512<double> least = Vector512.Create(Unsafe.Add(ref limit, i));
                ulong low = Bits(v0, least) | (Bits(v1, least) << 8) | (Bits(v2, least) << 16) | (Bits(v3, least) << 24);
                ulong high = Bits(v4, least) | (Bits(v5, least) << 8) | (Bits(v6, least) << 16) | (Bits(v7, least) << 24);
                Unsafe.Add(ref output, (i * stride) + word) = low | (high << 32);
            }
        }
    }

    /// <summary>The same over whole numbers.</summary>
    /// <param name="column">The column, of whole words.</param>
    /// <param name="thresholds">The thresholds.</param>
    /// <param name="words">The words: those of the first threshold, then those of the second …, each as many as the column has.</param>
    internal static void AtLeast(ReadOnlySpan<int> column, ReadOnlySpan<int> thresholds, Span<ulong> words)
    {
        Check(column.Length, thresholds.Length, words.Length);
        if (!Vector128.IsHardwareAccelerated)
        {
            AtLeastPlain(column, thresholds, words);
            return;
        }

        int stride = column.Length / RowsAWord;
        ref int rows = ref MemoryMarshal.GetReference(column);
        ref int limit = ref MemoryMarshal.GetReference(thresholds);
        ref ulong output = ref MemoryMarshal.GetReference(words);
        for (int word = 0; word < stride; word++)
        {
            nuint row = (nuint)word * RowsAWord;
            Vector512<int> v0 = Vector512.LoadUnsafe(ref rows, row);
            Vector512<int> v1 = Vector512.LoadUnsafe(ref rows, row + 16);
            Vector512<int> v2 = Vector512.LoadUnsafe(ref rows, row + 32);
            Vector512<int> v3 = Vector512.LoadUnsafe(ref rows, row + 48);
            for (int i = 0; i < thresholds.Length; i++)
            {
                Vector512<int> least = Vector512.Create(Unsafe.Add(ref limit, i));
                Unsafe.Add(ref output, (i * stride) + word) =
                    Bits(v0, least) | (Bits(v1, least) << 16) | (Bits(v2, least) << 32) | (Bits(v3, least) << 48);
            }
        }
    }

    /// <summary>For each value the words of a column: bit i is whether row i is the value.</summary>
    /// <param name="column">The column, of whole words.</param>
    /// <param name="values">The values.</param>
    /// <param name="words">The words: those of the first value, then those of the second …, each as many as the column has.</param>
    internal static void EqualTo(ReadOnlySpan<int> column, ReadOnlySpan<int> values, Span<ulong> words)
    {
        Check(column.Length, values.Length, words.Length);
        int stride = column.Length / RowsAWord;
        for (int i = 0; i < values.Length; i++)
        {
            var value = Vector512.Create(values[i]);
            for (int word = 0; word < stride; word++)
            {
                ReadOnlySpan<int> rows = column.Slice(word * RowsAWord, RowsAWord);
                words[(i * stride) + word] =
                    Bits(rows, value) | (Bits(rows[16..], value) << 16) | (Bits(rows[32..], value) << 32) | (Bits(rows[48..], value) << 48);
            }
        }

        static ulong Bits(ReadOnlySpan<int> rows, Vector512<int> value) =>
            Vector512.Equals(Vector512.Create(rows), value).ExtractMostSignificantBits();
    }

    /// <summary>The specification.</summary>
    internal static void AtLeastPlain<T>(ReadOnlySpan<T> column, ReadOnlySpan<T> thresholds, Span<ulong> words)
        where T : struct, System.Numerics.IComparisonOperators<T, T, bool>
    {
        int stride = column.Length / RowsAWord;
        words.Clear();
        for (int i = 0; i < thresholds.Length; i++)
        {
            for (int row = 0; row < column.Length; row++)
            {
                words[(i * stride) + (row / RowsAWord)] |= column[row] >= thresholds[i] ? 1UL << (row % RowsAWord) : 0;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector512<double> values, Vector512<double> least) =>
        Vector512.GreaterThanOrEqual(values, least).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(Vector512<int> values, Vector512<int> least) =>
        Vector512.GreaterThanOrEqual(values, least).ExtractMostSignificantBits();

    private static void Check(int rows, int thresholds, int words)
    {
        Debug.Assert(rows % RowsAWord == 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(words, rows / RowsAWord * thresholds);
    }
}
