using System.Numerics;
using PrivateDomain.Core.Segmentation.Thresholds;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Where the bits of one fact come from.</summary>
internal abstract class FactBits
{
    internal static FactBits For(LoweredInput input, FactColumn column) => column switch
    {
        NumberColumn numbers => new Cells<double>(numbers.Cells, [.. input.Thresholds], Narrow(input)),
        TextColumn texts => new Texts(texts, input),
        IntColumn whole => new Cells<int>(whole.Cells, [.. input.Thresholds.Select(ToWhole)], Narrow(input)),
        YesNoColumn yesNo => new Bits([.. input.Thresholds.Select(t => t <= 0 ? yesNo.Known : t <= 1 ? yesNo.Yes : yesNo.Folded)]),
        TextSetColumn sets when input.FoldsText => new Bits([sets.Known, .. input.Texts.Select(sets.Having), sets.Folded]),
        _ => new Bits([((TextSetColumn)column).Known, .. input.Texts.Select(((TextSetColumn)column).Having)]),
    };

    /// <summary>Writes the words of a block, bit by bit of the fact.</summary>
    /// <param name="first">The first word.</param>
    /// <param name="words">How many words.</param>
    /// <param name="ahead">How many words further the same column is asked for next; 0 when it is not.</param>
    /// <param name="result">The words of the first bit, then those of the second ….</param>
    internal abstract void Read(int first, int words, int ahead, Span<ulong> result);

    private static short[] Narrow(LoweredInput input) => [.. input.Thresholds.Select(CellStore<double>.ToNarrow)];

    // The least whole number at or above a threshold; the absent one is below every threshold, the folded one above every number.
    private static int ToWhole(double threshold) =>
        (int)Math.Clamp(Math.Ceiling(threshold), IntColumn.Absent + 1.0, IntColumn.Folded);

    private static ReadOnlySpan<T> Block<T>(ReadOnlySpan<T> cells, int first, int words) =>
        cells.Slice(first * ColumnKernel.RowsAWord, words * ColumnKernel.RowsAWord);

    private sealed class Cells<T>(CellStore<T> cells, T[] thresholds, short[] narrow) : FactBits
        where T : unmanaged, INumber<T>
    {
        internal override void Read(int first, int words, int ahead, Span<ulong> result)
        {
            ahead *= ColumnKernel.RowsAWord;
            if (cells.IsNarrow)
            {
                ColumnKernel.AtLeast(Block(cells.Narrow, first, words), narrow, result, ahead);
            }
            else
            {
                ColumnKernel.AtLeast(Block(cells.Wide, first, words), thresholds, result, ahead);
            }
        }
    }

    private sealed class Texts : FactBits
    {
        private const int NoCode = -1; // no row has it
        private const short NarrowKnown = CellStore<int>.NarrowAbsent + 1;
        private readonly CellStore<int> cells;
        private readonly int[] codes;
        private readonly short[] narrow;
        private readonly bool folds;

        internal Texts(TextColumn column, LoweredInput input)
        {
            cells = column.Cells;
            folds = input.FoldsText;
            codes = [.. input.Texts.Select(text => column.CodeOf(text) ?? NoCode)];
            narrow = [.. codes.Select(static code => code < CellStore<int>.NarrowFolded ? (short)code : (short)NoCode)];
        }

        internal override void Read(int first, int words, int ahead, Span<ulong> result)
        {
            ahead *= ColumnKernel.RowsAWord;
            if (cells.IsNarrow)
            {
                Read(Block(cells.Narrow, first, words), narrow, NarrowKnown, CellStore<int>.NarrowFolded, ahead, result);
            }
            else
            {
                Read(Block(cells.Wide, first, words), codes, IntColumn.Absent + 1, IntColumn.Folded, ahead, result);
            }
        }

        private void Read<T>(ReadOnlySpan<T> rows, ReadOnlySpan<T> wanted, T known, T folded, int ahead, Span<ulong> result)
            where T : unmanaged, INumber<T>
        {
            int words = rows.Length / ColumnKernel.RowsAWord;
            ColumnKernel.AtLeast(rows, [known], result[..words], ahead);
            ColumnKernel.EqualTo(rows, wanted, result[words..]);
            if (folds)
            {
                ColumnKernel.AtLeast(rows, [folded], result[(words + (wanted.Length * words))..]);
            }
        }
    }

    private sealed class Bits(BitColumn?[] columns) : FactBits
    {
        internal override void Read(int first, int words, int ahead, Span<ulong> result)
        {
            for (int i = 0; i < columns.Length; i++)
            {
                Span<ulong> bit = result.Slice(i * words, words);
                if (columns[i] is { } column)
                {
                    column.Words.Slice(first, words).CopyTo(bit);
                }
                else
                {
                    bit.Clear();
                }
            }
        }
    }
}
