using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Compares columns with limits, 64 rows to a word: bit i of a word is the answer of row i of its 64.</summary>
/// <remarks>Absent values are below every threshold: NaN among numbers, the least number among whole numbers. The plain form is the
/// specification; the vectors, of whatever width, must agree with it to the bit.</remarks>
internal static class ColumnKernel
{
    internal const int RowsAWord = 64;
    private const int LineBytes = 64;

    /// <summary>For each threshold the words of a column: bit i is whether row i is at least the threshold.</summary>
    /// <param name="column">The column, of whole words.</param>
    /// <param name="thresholds">The thresholds.</param>
    /// <param name="words">The words: those of the first threshold, then those of the second …, each as many as the column has.</param>
    /// <param name="ahead">How many rows after each row that row lies which is asked for next, so that it is fetched meanwhile; 0 fetches
    /// nothing.</param>
    internal static void AtLeast<T>(ReadOnlySpan<T> column, ReadOnlySpan<T> thresholds, Span<ulong> words, int ahead = 0)
        where T : unmanaged, IComparisonOperators<T, T, bool> => Compare<T, IsAtLeast>(column, thresholds, words, ahead);

    /// <summary>For each value the words of a column: bit i is whether row i is the value.</summary>
    /// <param name="column">The column, of whole words.</param>
    /// <param name="values">The values.</param>
    /// <param name="words">The words: those of the first value, then those of the second …, each as many as the column has.</param>
    internal static void EqualTo<T>(ReadOnlySpan<T> column, ReadOnlySpan<T> values, Span<ulong> words)
        where T : unmanaged, IComparisonOperators<T, T, bool> => Compare<T, IsEqual>(column, values, words, 0);

    /// <summary>The specification.</summary>
    internal static void Plain<T, TComparison>(ReadOnlySpan<T> column, ReadOnlySpan<T> limits, Span<ulong> words)
        where T : unmanaged, IComparisonOperators<T, T, bool>
        where TComparison : IComparison
    {
        int stride = column.Length / RowsAWord;
        words[..(stride * limits.Length)].Clear();
        for (int i = 0; i < limits.Length; i++)
        {
            for (int row = 0; row < column.Length; row++)
            {
                words[(i * stride) + (row / RowsAWord)] |= TComparison.Holds(column[row], limits[i]) ? 1UL << (row % RowsAWord) : 0;
            }
        }
    }

    private static void Compare<T, TComparison>(ReadOnlySpan<T> column, ReadOnlySpan<T> limits, Span<ulong> words, int ahead)
        where T : unmanaged, IComparisonOperators<T, T, bool>
        where TComparison : IComparison
    {
        Debug.Assert(column.Length % RowsAWord == 0);
        int needed = column.Length / RowsAWord * limits.Length;
        if (words.Length < needed)
        {
            throw new ArgumentOutOfRangeException(nameof(words), words.Length, FormattableString.Invariant($"{needed} words are needed."));
        }

        if (Vector128.IsHardwareAccelerated)
        {
            Fast<T, TComparison>(column, limits, words, ahead);
        }
        else
        {
            Plain<T, TComparison>(column, limits, words);
        }
    }

    // Good code from the first call on: a table may be evaluated once only. A word of rows stays in the first cache for all limits.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Fast<T, TComparison>(ReadOnlySpan<T> column, ReadOnlySpan<T> limits, Span<ulong> words, int ahead)
        where T : unmanaged, IComparisonOperators<T, T, bool>
        where TComparison : IComparison
    {
        int stride = column.Length / RowsAWord;
        ref T rows = ref MemoryMarshal.GetReference(column);
        ref T limit = ref MemoryMarshal.GetReference(limits);
        ref ulong output = ref MemoryMarshal.GetReference(words);
        for (int word = 0; word < stride; word++)
        {
            ref T row = ref Unsafe.Add(ref rows, word * RowsAWord);
            if (ahead != 0)
            {
                Fetch(ref Unsafe.Add(ref row, ahead));
            }

            for (int i = 0; i < limits.Length; i++)
            {
                T wanted = Unsafe.Add(ref limit, i);
                Unsafe.Add(ref output, (i * stride) + word) = Vector512.IsHardwareAccelerated ? Word512<T, TComparison>(ref row, wanted)
                    : Vector256.IsHardwareAccelerated ? Word256<T, TComparison>(ref row, wanted)
                    : Word128<T, TComparison>(ref row, wanted);
            }
        }
    }

    // A hint only: the address is never read here, so it may be wrong after the collector moved the column.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Fetch<T>(ref T row)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            byte* line = (byte*)Unsafe.AsPointer(ref row);
            for (int at = 0; at < RowsAWord * sizeof(T); at += LineBytes)
            {
                Sse.Prefetch1(line + at);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe ulong Word512<T, TComparison>(ref T row, T wanted)
        where T : unmanaged
        where TComparison : IComparison
    {
        Vector512<T> limit = Vector512.Create(wanted);
        return sizeof(T) switch
        {
            sizeof(short) => Bits512<T, TComparison>(ref row, limit, 0) | Bits512<T, TComparison>(ref row, limit, 32),
            sizeof(int) => Bits512<T, TComparison>(ref row, limit, 0) | Bits512<T, TComparison>(ref row, limit, 16)
                | Bits512<T, TComparison>(ref row, limit, 32) | Bits512<T, TComparison>(ref row, limit, 48),
            _ => Bits512<T, TComparison>(ref row, limit, 0) | Bits512<T, TComparison>(ref row, limit, 8)
                | Bits512<T, TComparison>(ref row, limit, 16) | Bits512<T, TComparison>(ref row, limit, 24)
                | Bits512<T, TComparison>(ref row, limit, 32) | Bits512<T, TComparison>(ref row, limit, 40)
                | Bits512<T, TComparison>(ref row, limit, 48) | Bits512<T, TComparison>(ref row, limit, 56),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits512<T, TComparison>(ref T row, Vector512<T> limit, int at)
        where T : unmanaged
        where TComparison : IComparison =>
        TComparison.Of(Vector512.LoadUnsafe(ref row, (nuint)at), limit).ExtractMostSignificantBits() << at;

    // Answers are packed to a byte a row before they are taken out; packing works on halves, so that quarters change places.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe ulong Word256<T, TComparison>(ref T row, T wanted)
        where T : unmanaged
        where TComparison : IComparison
    {
        Vector256<T> limit = Vector256.Create(wanted);
        if (Avx2.IsSupported && sizeof(T) <= sizeof(int))
        {
            return Half256<T, TComparison>(ref row, limit) | ((ulong)Half256<T, TComparison>(ref Unsafe.Add(ref row, 32), limit) << 32);
        }

        ulong bits = 0;
        for (int at = 0; at < RowsAWord; at += 4 * Vector256<T>.Count)
        {
            int step = Vector256<T>.Count;
            bits |= Bits256<T, TComparison>(ref row, limit, at) | Bits256<T, TComparison>(ref row, limit, at + step)
                | Bits256<T, TComparison>(ref row, limit, at + (2 * step)) | Bits256<T, TComparison>(ref row, limit, at + (3 * step));
        }

        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe uint Half256<T, TComparison>(ref T row, Vector256<T> limit)
        where T : unmanaged
        where TComparison : IComparison
    {
        if (sizeof(T) == sizeof(short))
        {
            Vector256<sbyte> shorts = Avx2.PackSignedSaturate(
                TComparison.Of(Vector256.LoadUnsafe(ref row), limit).AsInt16(),
                TComparison.Of(Vector256.LoadUnsafe(ref row, 16), limit).AsInt16());
            return Avx2.Permute4x64(shorts.AsInt64(), 0b11_01_10_00).AsSByte().ExtractMostSignificantBits();
        }

        Vector256<short> low = Avx2.PackSignedSaturate(
            TComparison.Of(Vector256.LoadUnsafe(ref row), limit).AsInt32(),
            TComparison.Of(Vector256.LoadUnsafe(ref row, 8), limit).AsInt32());
        Vector256<short> high = Avx2.PackSignedSaturate(
            TComparison.Of(Vector256.LoadUnsafe(ref row, 16), limit).AsInt32(),
            TComparison.Of(Vector256.LoadUnsafe(ref row, 24), limit).AsInt32());
        Vector256<int> bytes = Avx2.PackSignedSaturate(low, high).AsInt32();
        return Avx2.PermuteVar8x32(bytes, Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)).AsSByte().ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits256<T, TComparison>(ref T row, Vector256<T> limit, int at)
        where T : unmanaged
        where TComparison : IComparison =>
        (ulong)TComparison.Of(Vector256.LoadUnsafe(ref row, (nuint)at), limit).ExtractMostSignificantBits() << at;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word128<T, TComparison>(ref T row, T wanted)
        where T : unmanaged
        where TComparison : IComparison
    {
        Vector128<T> limit = Vector128.Create(wanted);
        ulong bits = 0;
        for (int at = 0; at < RowsAWord; at += Vector128<T>.Count)
        {
            bits |= (ulong)TComparison.Of(Vector128.LoadUnsafe(ref row, (nuint)at), limit).ExtractMostSignificantBits() << at;
        }

        return bits;
    }
}
