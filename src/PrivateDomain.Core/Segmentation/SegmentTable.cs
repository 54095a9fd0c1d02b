using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PrivateDomain.Core.Segmentation;

/// <summary>
/// A table that answers all rules for one customer without walking any: words of bits, filled from left to right. First the bits of numbers, eight thresholds of one value at a
/// time; then those of texts; then level by level nodes, eight at a time, each being <c>(bits &amp; care) == want</c>, turned round or not; last the segments, in their order.
/// </summary>
internal sealed class SegmentTable
{
    private const int Lanes = 8;

    private readonly int[] chunkInputs; // of each eight thresholds, the value they are compared with
    private readonly double[] thresholds;
    private readonly int[] wordStarts; // of each word of nodes, its first group; one more at the end
    private readonly int[] groupStarts; // of each eight nodes, their first entry; one more at the end
    private readonly byte[] turned; // of each eight nodes, which are complements
    private readonly int[] entryWords;
    private readonly ulong[] cares;
    private readonly ulong[] wants;
    private readonly int[] countStarts; // of each word of nodes, the first node in it that counts; one more at the end
    private readonly CountingNode[] counts;

    internal SegmentTable(LoweredSegments lowered)
    {
        var layout = new SegmentTableLayout(lowered);
        (chunkInputs, thresholds) = ([.. layout.ChunkInputs], [.. layout.Thresholds]);
        (wordStarts, groupStarts, turned) = ([.. layout.WordStarts], [.. layout.GroupStarts], [.. layout.Turned]);
        (entryWords, cares, wants) = ([.. layout.EntryWords], [.. layout.Cares], [.. layout.Wants]);
        (countStarts, counts) = ([.. layout.CountStarts], [.. layout.Counts]);
        NumberWords = layout.NumberWords;
        TextWords = layout.TextWords;
        SegmentWords = layout.SegmentWords;
        TextBits = layout.TextBits;
    }

    /// <summary>How many words the bits of numbers fill.</summary>
    internal int NumberWords { get; }

    /// <summary>How many words the bits of texts fill.</summary>
    internal int TextWords { get; }

    /// <summary>How many words the segments fill, the last ones.</summary>
    internal int SegmentWords { get; }

    /// <summary>How many words there are in all.</summary>
    internal int Words => NumberWords + TextWords + wordStarts.Length - 1;

    /// <summary>Of each input that is a text, its first bit, counted from the first of texts; −1 for others.</summary>
    internal ImmutableArray<int> TextBits { get; }

    /// <summary>Fills the words for a customer; the last <see cref="SegmentWords"/> are the segments.</summary>
    /// <param name="values">The values of the inputs; NaN where absent, and for texts.</param>
    /// <param name="texts">The bits of texts.</param>
    /// <param name="words">All <see cref="Words"/>.</param>
    internal void Fill(ReadOnlySpan<double> values, ReadOnlySpan<ulong> texts, Span<ulong> words)
    {
        ref double limits = ref MemoryMarshal.GetArrayDataReference(thresholds);
        for (int word = 0, chunk = 0; word < NumberWords; word++)
        {
            ulong bits = 0;
            int end = Math.Min(chunkInputs.Length, (word + 1) * Lanes);
            for (int shift = 0; chunk < end; chunk++, shift += Lanes)
            {
                Vector512<double> value = Vector512.Create(values[chunkInputs[chunk]]);
                bits |= Vector512.GreaterThanOrEqual(value, Vector512.LoadUnsafe(ref limits, (nuint)(chunk * Lanes))).ExtractMostSignificantBits() << shift;
            }

            words[word] = bits;
        }

        texts.CopyTo(words[NumberWords..]);
        int first = NumberWords + TextWords;
        for (int word = 0; word < wordStarts.Length - 1; word++)
        {
            ulong bits = 0;
            for (int group = wordStarts[word], shift = 0; group < wordStarts[word + 1]; group++, shift += Lanes)
            {
                bits |= (Group(group, words) ^ turned[group]) << shift;
            }

            words[first + word] = bits;
            for (int i = countStarts[word]; i < countStarts[word + 1]; i++)
            {
                words[first + word] |= counts[i].Bit(words);
            }
        }
    }

    private ulong Group(int group, ReadOnlySpan<ulong> words)
    {
        ref ulong care = ref MemoryMarshal.GetArrayDataReference(cares);
        ref ulong want = ref MemoryMarshal.GetArrayDataReference(wants);
        Vector512<ulong> holds = Vector512<ulong>.AllBitsSet;
        for (int entry = groupStarts[group]; entry < groupStarts[group + 1]; entry++)
        {
            nuint at = (nuint)(entry * Lanes);
            holds &= Vector512.Equals(Vector512.Create(words[entryWords[entry]]) & Vector512.LoadUnsafe(ref care, at), Vector512.LoadUnsafe(ref want, at));
        }

        return holds.ExtractMostSignificantBits();
    }

    /// <summary>A node that counts: at least so many of its literals.</summary>
    /// <param name="Place">Its bit in its word.</param>
    /// <param name="Least">How many must hold.</param>
    /// <param name="Parts">Words with the bits that count, and those of them that are complements.</param>
    internal sealed record CountingNode(int Place, int Least, ImmutableArray<(int Word, ulong Care, ulong Turned)> Parts)
    {
        internal ulong Bit(ReadOnlySpan<ulong> words)
        {
            int count = 0;
            foreach ((int word, ulong care, ulong complements) in Parts)
            {
                count += BitOperations.PopCount((words[word] ^ complements) & care);
            }

            return count >= Least ? 1UL << Place : 0;
        }
    }
}
