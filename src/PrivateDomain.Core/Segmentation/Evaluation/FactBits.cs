namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Where the bits of one fact come from.</summary>
internal abstract class FactBits
{
    internal static FactBits For(LoweredInput input, FactColumn column) => column switch
    {
        NumberColumn numbers => new Numbers(numbers, [.. input.Thresholds]),
        TextColumn texts => new Texts(texts, input),
        IntColumn whole => new Whole(whole, [.. input.Thresholds.Select(ToWhole)]),
        YesNoColumn yesNo => new Bits([.. input.Thresholds.Select(t => t <= 0 ? yesNo.Known : t <= 1 ? yesNo.Yes : yesNo.Folded)]),
        TextSetColumn sets when input.FoldsText => new Bits([sets.Known, .. input.Texts.Select(sets.Having), sets.Folded]),
        _ => new Bits([((TextSetColumn)column).Known, .. input.Texts.Select(((TextSetColumn)column).Having)]),
    };

    /// <summary>Writes the words of a block, bit by bit of the fact.</summary>
    internal abstract void Read(int first, int words, Span<ulong> result);

    // The least whole number at or above a threshold; the absent one is below every threshold, the folded one above every number.
    private static int ToWhole(double threshold) =>
        (int)Math.Clamp(Math.Ceiling(threshold), IntColumn.Absent + 1.0, IntColumn.Folded);

    private sealed class Numbers(NumberColumn column, double[] thresholds) : FactBits
    {
        internal override void Read(int first, int words, Span<ulong> result) =>
            ColumnKernel.AtLeast(column.Cells.Slice(first * ColumnKernel.RowsAWord, words * ColumnKernel.RowsAWord), thresholds, result);
    }

    private sealed class Whole(IntColumn column, int[] thresholds) : FactBits
    {
        internal override void Read(int first, int words, Span<ulong> result) =>
            ColumnKernel.AtLeast(column.Cells.Slice(first * ColumnKernel.RowsAWord, words * ColumnKernel.RowsAWord), thresholds, result);
    }

    private sealed class Texts : FactBits
    {
        private readonly TextColumn column;
        private readonly int[] known = [IntColumn.Absent + 1];
        private readonly int[] folded;
        private readonly int[] codes;

        internal Texts(TextColumn column, LoweredInput input)
        {
            this.column = column;
            folded = input.FoldsText ? [IntColumn.Folded] : [];
            codes = [.. input.Texts.Select(text => column.CodeOf(text) ?? -1)]; // no row has −1
        }

        internal override void Read(int first, int words, Span<ulong> result)
        {
            ReadOnlySpan<int> cells = column.Cells.Slice(first * ColumnKernel.RowsAWord, words * ColumnKernel.RowsAWord);
            ColumnKernel.AtLeast(cells, known, result[..words]);
            ColumnKernel.EqualTo(cells, codes, result[words..]);
            ColumnKernel.AtLeast(cells, folded, result[(words + (codes.Length * words))..]);
        }
    }

    private sealed class Bits(BitColumn?[] columns) : FactBits
    {
        internal override void Read(int first, int words, Span<ulong> result)
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
