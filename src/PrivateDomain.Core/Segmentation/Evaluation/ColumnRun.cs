using System.Collections.Immutable;
using PrivateDomain.Core.Segmentation.Thresholds;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Evaluates segments in threshold form over the rows of a table, a block at a time, so that what a block needs stays near the
/// processor.</summary>
/// <remarks>In a block every bit of the form is a run of words: first those of the facts, each fact's column read once, then the nodes in
/// order, then the segments.</remarks>
internal sealed class ColumnRun
{
    private const int BlockWordsMax = 128; // 8,192 rows
    private const int BlockWordsMin = 8;
    private const int ScratchWordsWanted = 1 << 17; // 1 MiB
    private const int PastWords = 1 << 19; // 4 MiB: more than a core's own caches

    private readonly Layer[] layers; // the form of all segments, and over it that of those that changed
    private readonly int[] roots; // of each segment, its literal among the bits of all layers
    private readonly int[] possible; // empty where no fact is folded
    private readonly int bits;
    private readonly int rows;
    private readonly ulong[][] members;
    private readonly ulong[][] undecidable; // empty where no fact is folded
    private readonly bool isExclusive;
    private readonly bool goesPast; // bitmaps are written past the caches
    private readonly RowProgress progress;
    private readonly CancellationToken cancellation;
    private readonly int[] counts; // of the segments, then of those of whom it cannot be decided

    private ColumnRun(SegmentForm form, CustomerTable table, SegmentMembership result, IProgress<int>? progress,
        CancellationToken cancellation)
    {
        this.progress = new RowProgress(progress);
        this.cancellation = cancellation;
        isExclusive = result.Set.IsExclusive;
        rows = table.Count;
        (LoweredSegments whole, LoweredSegments? changed, ImmutableArray<int> places) = form.Layers;
        layers = changed is null ? [Layer.Of(whole, table, 0)] : [Layer.Of(whole, table, 0), Layer.Of(changed, table, whole.Bits)];
        (roots, possible) = ([.. whole.Roots], [.. whole.Possible]);
        for (int i = 0; i < places.Length; i++)
        {
            roots[places[i]] = Above(changed!.Roots[i]);
            if (possible.Length > 0)
            {
                possible[places[i]] = Above(changed.Possible[i]);
            }
        }

        bits = whole.Bits + (changed?.Bits ?? 0);
        BlockWords = Math.Clamp(ScratchWordsWanted / Math.Max(1, bits), BlockWordsMin, BlockWordsMax);
        (members, undecidable) = result.Open(possible.Length > 0);
        counts = new int[members.Length + undecidable.Length];
        goesPast = !isExclusive && undecidable.Length == 0 && (long)WordCount * members.Length >= PastWords;

        int Above(int literal) => literal < 0 ? literal : literal + (2 * whole.Bits);
    }

    /// <summary>Writes the segments of the customers of a table; a run that does not come to its end leaves nobody in any.</summary>
    internal static void Into(SegmentMembership result, SegmentForm form, CustomerTable table, int threads, IProgress<int>? progress,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var run = new ColumnRun(form, table, result, progress, cancellation);
        bool isDone = false;
        try
        {
            run.Run(threads);
            isDone = true;
        }
        finally
        {
            result.Close(isDone ? run.counts : []);
        }
    }

    private void Run(int threads)
    {
        int parts = Math.Clamp(threads, 1, Math.Max(1, BlockCount));
        InParts.Run(
            parts,
            (part, hasFailed) =>
                Run((int)((long)BlockCount * part / parts), (int)((long)BlockCount * (part + 1) / parts), hasFailed),
            cancellation);
    }

    /// <summary>How many words a block has.</summary>
    private int BlockWords { get; }

    private int BlockCount => (WordCount + BlockWords - 1) / BlockWords;

    private int WordCount => (rows + ColumnKernel.RowsAWord - 1) / ColumnKernel.RowsAWord;

    /// <summary>Evaluates some blocks. Blocks do not depend on each other.</summary>
    private void Run(int firstBlock, int endBlock, Func<bool> hasFailed)
    {
        ulong[] scratch = new ulong[(bits + 2) * BlockWords];
        int[] found = new int[counts.Length];
        for (int block = firstBlock; block < endBlock && !hasFailed(); block++)
        {
            cancellation.ThrowIfCancellationRequested();
            int first = block * BlockWords;
            int words = Math.Min(BlockWords, WordCount - first);
            foreach (Layer layer in layers)
            {
                layer.Fill(first, words, block + 1 < endBlock ? BlockWords : 0, scratch.AsSpan(layer.FirstBit * words));
            }

            Write(first, words, scratch, found);
            progress.Add(Math.Min(rows - (first * ColumnKernel.RowsAWord), words * ColumnKernel.RowsAWord));
        }

        for (int i = 0; i < found.Length; i++)
        {
            Interlocked.Add(ref counts[i], found[i]);
        }
    }

    // Counted while the words are near the processor: reading them again afterwards costs as much as writing them.
    private void Write(int first, int words, Span<ulong> scratch, Span<int> found)
    {
        if (goesPast && !IsRagged(first, words))
        {
            WritePast(first, words, scratch, found);
            return;
        }

        // Rows that an earlier segment of an exclusive set has, for certain and possibly.
        Span<ulong> taken = scratch[^BlockWords..][..words];
        Span<ulong> open = scratch[^(2 * BlockWords)..][..words];
        taken.Clear();
        open.Clear();
        for (int i = 0; i < roots.Length; i++)
        {
            Span<ulong> certain = members[i].AsSpan(first, words);
            Write(roots[i], first, scratch, certain);
            if (undecidable.Length == 0)
            {
                if (isExclusive)
                {
                    WordKernel.And(taken, ulong.MaxValue, certain);
                    WordKernel.Or(certain, taken);
                }

                found[i] += WordKernel.CountOf(certain);
                continue;
            }

            Span<ulong> undecided = undecidable[i].AsSpan(first, words);
            Write(possible[i], first, scratch, undecided);
            if (isExclusive)
            {
                WordKernel.And(taken, ulong.MaxValue, undecided); // none after one that is certain
                WordKernel.Or(certain, taken);
                WordKernel.And(open, ulong.MaxValue, certain); // certain only where no earlier one is possible
                WordKernel.Or(undecided, open);
            }

            WordKernel.And(certain, ulong.MaxValue, undecided);
            found[i] += WordKernel.CountOf(certain);
            found[members.Length + i] += WordKernel.CountOf(undecided);
        }
    }

    // Counted before they are gone.
    private void WritePast(int first, int words, ReadOnlySpan<ulong> scratch, Span<int> found)
    {
        for (int i = 0; i < roots.Length; i++)
        {
            Span<ulong> certain = members[i].AsSpan(first, words);
            if (roots[i] < 0)
            {
                Write(roots[i], first, scratch, certain);
                found[i] += WordKernel.CountOf(certain);
                continue;
            }

            ReadOnlySpan<ulong> bit = Bit(roots[i], words, scratch);
            ulong mask = WordKernel.MaskOf(roots[i]);
            WordKernel.CopyPast(bit, mask, certain);
            int set = WordKernel.CountOf(bit);
            found[i] += mask == 0 ? set : (words * ColumnKernel.RowsAWord) - set;
        }
    }

    // Whether the last word has bits beyond the rows.
    private bool IsRagged(int first, int words) => first + words == WordCount && rows % ColumnKernel.RowsAWord != 0;

    // A segment's words; bits beyond the rows are 0.
    private void Write(int root, int first, ReadOnlySpan<ulong> scratch, Span<ulong> result)
    {
        if (root < 0)
        {
            result.Fill(root == LoweredSegments.True ? ulong.MaxValue : 0);
        }
        else
        {
            WordKernel.Copy(Bit(root, result.Length, scratch), WordKernel.MaskOf(root), result);
        }

        if (IsRagged(first, result.Length))
        {
            result[^1] &= (1UL << (rows % ColumnKernel.RowsAWord)) - 1;
        }
    }

    private static ReadOnlySpan<ulong> Bit(int literal, int words, ReadOnlySpan<ulong> scratch) =>
        scratch.Slice((literal >> 1) * words, words);

    /// <summary>A form and where its bits stand.</summary>
    private sealed class Layer(LoweredSegments form, FactBits[] sources, int firstBit)
    {
        internal int FirstBit { get; } = firstBit;

        internal static Layer Of(LoweredSegments lowered, CustomerTable table, int first) =>
            new(lowered, [.. lowered.Inputs.Select(input => FactBits.For(input, table.ColumnOf(input.Fact)!))], first);

        /// <summary>Fills the words of a block: those of facts, then those of nodes.</summary>
        internal void Fill(int first, int words, int ahead, Span<ulong> scratch)
        {
            for (int i = 0; i < sources.Length; i++)
            {
                LoweredInput input = form.Inputs[i];
                sources[i].Read(first, words, ahead, scratch.Slice(input.FirstBit * words, input.BitCount * words));
            }

            for (int i = 0; i < form.Nodes.Length; i++)
            {
                Node(form.Nodes[i], words, scratch, scratch.Slice((form.InputBits + i) * words, words));
            }
        }

        private static void Node(in LoweredNode node, int words, ReadOnlySpan<ulong> scratch, Span<ulong> result)
        {
            if (!node.IsConjunction)
            {
                WordKernel.AtLeast(node, words, scratch, result);
                return;
            }

            if (node.Inputs.Length == 1)
            {
                WordKernel.Copy(Bit(node.Inputs[0], words, scratch), WordKernel.MaskOf(node.Inputs[0]), result);
                return;
            }

            WordKernel.Both(
                Bit(node.Inputs[0], words, scratch), WordKernel.MaskOf(node.Inputs[0]), Bit(node.Inputs[1], words, scratch),
                WordKernel.MaskOf(node.Inputs[1]), result);
            for (int i = 2; i < node.Inputs.Length; i++)
            {
                WordKernel.And(Bit(node.Inputs[i], words, scratch), WordKernel.MaskOf(node.Inputs[i]), result);
            }
        }
    }
}
