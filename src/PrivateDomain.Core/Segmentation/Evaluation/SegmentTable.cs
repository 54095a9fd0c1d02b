using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using PrivateDomain.Core.Segmentation.Thresholds;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>
/// A table that answers all rules for one customer without walking any: words of bits, filled in order. First the bits of facts: those of
/// texts as they come, those of numbers by
/// comparing with eight thresholds at a time. Then, level by level, nodes, eight at a time, each being <c>(bits &amp; care) ==
/// want</c>, turned round or not. Last the
/// segments, in words of their own, in their order.
/// </summary>
internal sealed class SegmentTable
{
    private const int Lanes = SegmentTableLayout.Lanes;

    private readonly int[] chunkStarts; // of each word of facts, its first eight thresholds; one more at the end
    private readonly int[] chunkInputs; // of each eight thresholds, the values the first four and the last four are compared with
    private readonly long[] chunkLanes; // the same for each of the eight lanes
    private readonly int[] chunkShifts; // and where in the word their bits begin; below 0 where the first lanes are not used
    private readonly double[] thresholds;
    private readonly TableRun[] runs; // nodes that fill one word, in order
    private readonly int[] groupEnds; // of each eight nodes, the end of their entries
    private readonly int[] groupShifts; // and where in the word their bits begin
    private readonly byte[] turned; // and which of them are complements
    private readonly int[] entryWords;
    private readonly ulong[] cares;
    private readonly ulong[] wants;
    private readonly CountingNode[] counts;

    internal SegmentTable(LoweredSegments lowered)
    {
        var layout = new SegmentTableLayout(lowered);
        (chunkStarts, chunkInputs, chunkShifts) = ([.. layout.ChunkStarts], [.. layout.ChunkInputs], [.. layout.ChunkShifts]);
        (thresholds, runs) = ([.. layout.Thresholds], [.. layout.Runs]);
        (groupEnds, groupShifts, turned) = ([.. layout.GroupEnds], [.. layout.GroupShifts], [.. layout.Turned]);
        (entryWords, cares, wants) = ([.. layout.EntryWords], [.. layout.Cares], [.. layout.Wants]);
        chunkLanes = [.. chunkInputs.SelectMany(static input => Enumerable.Repeat((long)input, Lanes / 2))];
        counts = [.. layout.Counts];
        InputWords = chunkStarts.Length - 1;
        Words = layout.Words;
        SegmentWords = layout.SegmentWords;
        TextBits = layout.TextBits;
        FirstSegmentWord = layout.FirstSegmentWord;
        IsOneWord = InputWords <= 1 && SegmentWords == 1 && Words <= 2 && counts.Length == 0
            && groupEnds.Length == entryWords.Length && Array.TrueForAll(entryWords, static word => word == 0);
    }

    /// <summary>How many values are read of a customer: those of the inputs, and nothing up to whole vectors.</summary>
    internal int ValueCount => (TextBits.Length + Lanes - 1) / Lanes * Lanes;

    /// <summary>How many words the bits of facts fill, the first ones.</summary>
    internal int InputWords { get; }

    /// <summary>How many words the segments fill.</summary>
    internal int SegmentWords { get; }

    /// <summary>Their first word; where facts may be folded, as many words follow for the segments that possibly hold.</summary>
    internal int FirstSegmentWord { get; }

    /// <summary>Whether all bits of facts and nodes stand in one word, and all segments in another, so that <see cref="One"/> can be
    /// asked.</summary>
    internal bool IsOneWord { get; }

    /// <summary>How many words there are in all.</summary>
    internal int Words { get; }

    /// <summary>Of each input that is a text, its first bit; −1 for others.</summary>
    internal ImmutableArray<int> TextBits { get; }

    /// <summary>Fills the words for a customer; the segments begin at <see cref="FirstSegmentWord"/>.</summary>
    /// <param name="values">The values of the inputs, <see cref="ValueCount"/> of them; NaN where absent, and anything for texts.</param>
    /// <param name="texts">The words of facts with the bits of texts.</param>
    /// <param name="words">All <see cref="Words"/>.</param>
    internal void Fill(ReadOnlySpan<double> values, ReadOnlySpan<ulong> texts, Span<ulong> words)
    {
        // All places below are the layout's own, within these lengths.
        if (values.Length != ValueCount || texts.Length != InputWords || words.Length != Words)
        {
            throw new ArgumentException("The lengths are not those of the table.", nameof(values));
        }

        words[InputWords..].Clear();
        ref ulong all = ref MemoryMarshal.GetReference(words);
        for (int word = 0; word < texts.Length; word++)
        {
            words[word] = texts[word] | Reached(chunkStarts[word], chunkStarts[word + 1], ref MemoryMarshal.GetReference(values));
        }

        foreach (ref readonly TableRun run in runs.AsSpan())
        {
            words[run.Word] |= Nodes(run, ref all);
            for (int i = run.FirstCount; i < run.EndCount; i++)
            {
                words[run.Word] |= counts[i].Bit(words);
            }
        }
    }

    /// <summary>The word of segments of a customer, where <see cref="IsOneWord"/>: as <see cref="Fill"/>, but nothing goes through
    /// memory.</summary>
    internal ulong One(ReadOnlySpan<double> values, ReadOnlySpan<ulong> texts)
    {
        if (values.Length != ValueCount)
        {
            throw new ArgumentException("The length is not that of the table.", nameof(values));
        }

        ulong facts = texts.IsEmpty ? 0 : texts[0] | Reached(chunkStarts[0], chunkStarts[1], ref MemoryMarshal.GetReference(values));
        ref ulong care = ref MemoryMarshal.GetArrayDataReference(cares);
        ref ulong want = ref MemoryMarshal.GetArrayDataReference(wants);
        ulong segments = 0;
        unchecked
        {
            foreach (ref readonly TableRun run in runs.AsSpan())
            {
                Vector512<ulong> word = Vector512.Create(facts);
                segments = 0;
                for (int group = run.FirstGroup; group < run.EndGroup; group++)
                {
                    nuint at = (nuint)group * Lanes;
                    Vector512<ulong> same = Vector512.Equals(word & Vector512.LoadUnsafe(ref care, at), Vector512.LoadUnsafe(ref want, at));
                    segments |= (same.ExtractMostSignificantBits() ^ turned[group]) << groupShifts[group];
                }

                facts |= segments; // the last run are the segments themselves
            }
        }

        return segments;
    }

    // For each eight limits: put the two values beside each other, compare, keep
    // the answers. Nothing can overflow, for the layout's places are small.
    private ulong Reached(int chunk, int end, ref double values)
    {
        if (Avx512F.IsSupported && ValueCount is > 0 and <= 2 * Lanes)
        {
            return ReachedOfFew(chunk, end, ref values);
        }

        ref double limits = ref MemoryMarshal.GetArrayDataReference(thresholds);
        ref int inputs = ref MemoryMarshal.GetArrayDataReference(chunkInputs);
        ref int shifts = ref MemoryMarshal.GetArrayDataReference(chunkShifts);
        ulong bits = 0;
        unchecked
        {
            for (; chunk < end; chunk++)
            {
                Vector512<double> value = Vector512.Create(
                    Vector256.Create(Unsafe.Add(ref values, Unsafe.Add(ref inputs, 2 * chunk))),
                    Vector256.Create(Unsafe.Add(ref values, Unsafe.Add(ref inputs, (2 * chunk) + 1))));
                Vector512<double> reached = Vector512.GreaterThanOrEqual(value, Vector512.LoadUnsafe(ref limits, (nuint)chunk * Lanes));
                bits |= BitOperations.RotateLeft(reached.ExtractMostSignificantBits(), Unsafe.Add(ref shifts, chunk));
            }
        }

        return bits;
    }

    // As above; where all values fit two vectors, one step puts those of a chunk beside each other.
    private ulong ReachedOfFew(int chunk, int end, ref double values)
    {
        ref double limits = ref MemoryMarshal.GetArrayDataReference(thresholds);
        ref long lanes = ref MemoryMarshal.GetArrayDataReference(chunkLanes);
        ref int shifts = ref MemoryMarshal.GetArrayDataReference(chunkShifts);
        Vector512<double> first = Vector512.LoadUnsafe(ref values);
        Vector512<double> second = Vector512.LoadUnsafe(ref values, (nuint)(ValueCount - Lanes));
        ulong bits = 0;
        unchecked
        {
            for (; chunk < end; chunk++)
            {
                nuint at = (nuint)chunk * Lanes;
                Vector512<double> value = Avx512F.PermuteVar8x64x2(first, Vector512.LoadUnsafe(ref lanes, at), second);
                Vector512<double> reached = Vector512.GreaterThanOrEqual(value, Vector512.LoadUnsafe(ref limits, at));
                bits |= BitOperations.RotateLeft(reached.ExtractMostSignificantBits(), Unsafe.Add(ref shifts, chunk));
            }
        }

        return bits;
    }

    // Eight nodes at a time: those in which no word differs, in the bits they care for, from the word they want; or the complement.
    private ulong Nodes(in TableRun run, ref ulong words)
    {
        ref ulong care = ref MemoryMarshal.GetArrayDataReference(cares);
        ref ulong want = ref MemoryMarshal.GetArrayDataReference(wants);
        ref int places = ref MemoryMarshal.GetArrayDataReference(entryWords);
        ref int ends = ref MemoryMarshal.GetArrayDataReference(groupEnds);
        ref int shifts = ref MemoryMarshal.GetArrayDataReference(groupShifts);
        ref byte complements = ref MemoryMarshal.GetArrayDataReference(turned);
        ulong bits = 0;
        unchecked
        {
            int entry = run.FirstEntry;
            for (int group = run.FirstGroup; group < run.EndGroup; group++)
            {
                Vector512<ulong> differs = Vector512<ulong>.Zero;
                for (int end = Unsafe.Add(ref ends, group); entry < end; entry++)
                {
                    nuint at = (nuint)entry * Lanes;
                    Vector512<ulong> word = Vector512.Create(Unsafe.Add(ref words, Unsafe.Add(ref places, entry)));
                    differs |= (word & Vector512.LoadUnsafe(ref care, at)) ^ Vector512.LoadUnsafe(ref want, at);
                }

                ulong same = Vector512.Equals(differs, Vector512<ulong>.Zero).ExtractMostSignificantBits();
                bits |= (same ^ Unsafe.Add(ref complements, group)) << Unsafe.Add(ref shifts, group);
            }
        }

        return bits;
    }
}
