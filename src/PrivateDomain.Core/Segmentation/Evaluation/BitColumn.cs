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

    internal void Grow(int wordCount)
    {
        if (wordCount > words.Length)
        {
            Array.Resize(ref words, wordCount);
        }
    }
}
