namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>One bit a row, 64 rows to a word; bits beyond the rows are 0.</summary>
internal sealed class BitColumn
{
    private ulong[] words;

    internal BitColumn(int wordCount) => words = new ulong[wordCount];

    internal ReadOnlySpan<ulong> Words => words;

    internal bool this[int row]
    {
        get => (words[row / ColumnKernel.RowsAWord] >> (row % ColumnKernel.RowsAWord) & 1) != 0;
        set
        {
            ulong bit = 1UL << (row % ColumnKernel.RowsAWord);
            ref ulong word = ref words[row / ColumnKernel.RowsAWord];
            word = value ? word | bit : word & ~bit;
        }
    }

    /// <summary>Sets the bit of a row.</summary>
    internal void Include(int row) => words[(uint)row / ColumnKernel.RowsAWord] |= 1UL << row;

    /// <summary>Writes rows that follow each other: set where all of the bits given are.</summary>
    internal void Set(int firstRow, int rows, RowBits bits, RowBits and)
    {
        for (int row = 0; row < rows;)
        {
            (ulong mask, int shift, int some) = Part(firstRow + row, rows - row);
            ref ulong word = ref words[(firstRow + row) / ColumnKernel.RowsAWord];
            word = (word & ~mask) | ((bits.Word(row, some) & and.Word(row, some)) << shift);
            row += some;
        }
    }

    /// <summary>Writes the first rows of another column into rows that follow each other.</summary>
    internal void Copy(BitColumn from, int firstRow, int rows)
    {
        for (int row = 0; row < rows;)
        {
            (ulong mask, int shift, int some) = Part(firstRow + row, rows - row);
            ref ulong word = ref words[(firstRow + row) / ColumnKernel.RowsAWord];
            word = (word & ~mask) | ((from.From(row) << shift) & mask);
            row += some;
        }
    }

    /// <summary>Writes rows that follow each other as not set.</summary>
    internal void Clear(int firstRow, int rows)
    {
        for (int row = 0; row < rows;)
        {
            (ulong mask, _, int some) = Part(firstRow + row, rows - row);
            words[(firstRow + row) / ColumnKernel.RowsAWord] &= ~mask;
            row += some;
        }
    }

    internal void Grow(int wordCount)
    {
        if (wordCount > words.Length)
        {
            Array.Resize(ref words, wordCount);
        }
    }

    // The 64 rows from one on; what is beyond the last word is not set.
    private ulong From(int row)
    {
        int at = row / ColumnKernel.RowsAWord;
        int shift = row % ColumnKernel.RowsAWord;
        ulong low = words[at] >> shift;
        return shift == 0 || at + 1 == words.Length ? low : low | (words[at + 1] << (ColumnKernel.RowsAWord - shift));
    }

    // Those of the rows that stand in the word of the first.
    private static (ulong Mask, int Shift, int Rows) Part(int firstRow, int rows)
    {
        int shift = firstRow % ColumnKernel.RowsAWord;
        int some = Math.Min(rows, ColumnKernel.RowsAWord - shift);
        return (ulong.MaxValue >> (ColumnKernel.RowsAWord - some) << shift, shift, some);
    }
}
