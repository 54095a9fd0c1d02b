namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Evaluates segments in threshold form over the rows of a table, a block at a time, so that what a block needs stays near the processor.</summary>
/// <remarks>In a block every bit of the form is a run of words: first those of the facts, each fact's column read once, then the nodes in order, then the segments.</remarks>
internal sealed class ColumnRun
{
    private const int BlockWordsMax = 128; // 8,192 rows
    private const int BlockWordsMin = 8;
    private const int ScratchWordsWanted = 1 << 17; // 1 MiB

    private readonly LoweredSegments form;
    private readonly Source[] sources;
    private readonly int rows;
    private readonly ulong[][] output;
    private readonly bool isExclusive;

    internal ColumnRun(LoweredSegments form, CustomerTable table, bool isExclusive)
    {
        this.form = form;
        this.isExclusive = isExclusive;
        rows = table.Count;
        sources = [.. form.Inputs.Select(input => Source.For(input, table.ColumnOf(input.Fact)!))];
        BlockWords = Math.Clamp(ScratchWordsWanted / Math.Max(1, form.InputBits + form.Nodes.Length), BlockWordsMin, BlockWordsMax);
        output = [.. form.Roots.Select(_ => new ulong[WordCount])];
    }

    /// <summary>The words of each segment, in the order of the set; bits beyond the rows are 0.</summary>
    internal ulong[][] Output => output;

    /// <summary>How many words a block has.</summary>
    internal int BlockWords { get; }

    internal int BlockCount => (WordCount + BlockWords - 1) / BlockWords;

    private int WordCount => (rows + ColumnKernel.RowsAWord - 1) / ColumnKernel.RowsAWord;

    /// <summary>Evaluates some blocks. Blocks do not depend on each other.</summary>
    internal void Run(int firstBlock, int endBlock)
    {
        ulong[] scratch = new ulong[(form.InputBits + form.Nodes.Length + 1) * BlockWords];
        for (int block = firstBlock; block < endBlock; block++)
        {
            int first = block * BlockWords;
            int words = Math.Min(BlockWords, WordCount - first);
            ReadFacts(first, words, scratch);
            for (int i = 0; i < form.Nodes.Length; i++)
            {
                Node(form.Nodes[i], words, scratch, scratch.AsSpan((form.InputBits + i) * words, words));
            }

            Write(first, words, scratch);
        }
    }

    private void ReadFacts(int first, int words, Span<ulong> scratch)
    {
        for (int i = 0; i < sources.Length; i++)
        {
            LoweredInput input = form.Inputs[i];
            sources[i].Read(first, words, scratch.Slice(input.FirstBit * words, input.BitCount * words));
        }
    }

    private static void Node(in LoweredNode node, int words, ReadOnlySpan<ulong> scratch, Span<ulong> result)
    {
        if (!node.IsConjunction)
        {
            WordKernel.AtLeast(node, words, scratch, result);
            return;
        }

        WordKernel.Copy(Bit(node.Inputs[0], words, scratch), WordKernel.MaskOf(node.Inputs[0]), result);
        for (int i = 1; i < node.Inputs.Length; i++)
        {
            WordKernel.And(Bit(node.Inputs[i], words, scratch), WordKernel.MaskOf(node.Inputs[i]), result);
        }
    }

    private void Write(int first, int words, Span<ulong> scratch)
    {
        int last = WordCount - first - 1;
        int left = rows % ColumnKernel.RowsAWord;
        ulong lastMask = left == 0 ? ulong.MaxValue : (1UL << left) - 1;
        Span<ulong> taken = scratch[^BlockWords..][..words]; // rows that an earlier segment of an exclusive set has
        taken.Clear();
        for (int i = 0; i < form.Roots.Length; i++)
        {
            Span<ulong> result = output[i].AsSpan(first, words);
            int root = form.Roots[i];
            if (root < 0)
            {
                result.Fill(root == LoweredSegments.True ? ulong.MaxValue : 0);
            }
            else
            {
                WordKernel.Copy(Bit(root, words, scratch), WordKernel.MaskOf(root), result);
            }

            if (last < words)
            {
                result[last] &= lastMask;
            }

            if (isExclusive)
            {
                WordKernel.And(taken, ulong.MaxValue, result);
                WordKernel.Or(result, taken);
            }
        }
    }

    private static ReadOnlySpan<ulong> Bit(int literal, int words, ReadOnlySpan<ulong> scratch) => scratch.Slice((literal >> 1) * words, words);

    /// <summary>Where the bits of one fact come from.</summary>
    private abstract class Source
    {
        internal static Source For(LoweredInput input, FactColumn column) => column switch
        {
            NumberColumn numbers => new Numbers(numbers, [.. input.Thresholds]),
            TextColumn texts => new Texts(texts, input),
            IntColumn whole => new Whole(whole, [.. input.Thresholds.Select(ToWhole)]),
            YesNoColumn yesNo => new Bits([.. input.Thresholds.Select(t => t <= 0 ? yesNo.Known : t <= 1 ? yesNo.Yes : null)]),
            _ => new Bits([((TextSetColumn)column).Known, .. input.Texts.Select(((TextSetColumn)column).Having)]),
        };

        /// <summary>Writes the words of a block, bit by bit of the fact.</summary>
        internal abstract void Read(int first, int words, Span<ulong> result);

        // The least whole number at or above a threshold; the absent one is below every threshold.
        private static int ToWhole(double threshold) =>
            (int)Math.Clamp(Math.Ceiling(threshold), IntColumn.Absent + 1.0, int.MaxValue);

        private sealed class Numbers(NumberColumn column, double[] thresholds) : Source
        {
            internal override void Read(int first, int words, Span<ulong> result) =>
                ColumnKernel.AtLeast(column.Cells.Slice(first * ColumnKernel.RowsAWord, words * ColumnKernel.RowsAWord), thresholds, result);
        }

        private sealed class Whole(IntColumn column, int[] thresholds) : Source
        {
            internal override void Read(int first, int words, Span<ulong> result) =>
                ColumnKernel.AtLeast(column.Cells.Slice(first * ColumnKernel.RowsAWord, words * ColumnKernel.RowsAWord), thresholds, result);
        }

        private sealed class Texts : Source
        {
            private readonly TextColumn column;
            private readonly int[] known = [IntColumn.Absent + 1];
            private readonly int[] codes;

            internal Texts(TextColumn column, LoweredInput input)
            {
                this.column = column;
                codes = [.. input.Texts.Select(text => column.CodeOf(text) ?? -1)]; // no row has −1
            }

            internal override void Read(int first, int words, Span<ulong> result)
            {
                ReadOnlySpan<int> cells = column.Cells.Slice(first * ColumnKernel.RowsAWord, words * ColumnKernel.RowsAWord);
                ColumnKernel.AtLeast(cells, known, result[..words]);
                ColumnKernel.EqualTo(cells, codes, result[words..]);
            }
        }

        private sealed class Bits(BitColumn?[] columns) : Source
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
}
