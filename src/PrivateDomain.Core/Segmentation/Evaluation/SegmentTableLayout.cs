using System.Collections.Immutable;
using PrivateDomain.Core.Segmentation.Thresholds;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Lays a table out: which bit stands where, and which words each node compares. Bits are packed, so that most nodes compare one
/// word.</summary>
internal sealed class SegmentTableLayout
{
    /// <summary>How many thresholds or nodes are taken together.</summary>
    internal const int Lanes = 8;

    private const int WordBits = 64;

    private readonly LoweredSegments lowered;
    private readonly int[] places; // of each bit, its place among the bits of the table

    internal SegmentTableLayout(LoweredSegments lowered)
    {
        this.lowered = lowered;
        places = new int[lowered.InputBits + lowered.Nodes.Length];
        (TextBits, int next) = PlaceTexts();
        next = PlaceNumbers(next);
        int[] levels = Levels();
        foreach (IGrouping<int, int> level in Enumerable.Range(0, levels.Length)
            .Where(i => levels[i] > 0).GroupBy(i => levels[i]).OrderBy(static x => x.Key))
        {
            bool newRun = true;
            foreach (int[] eight in level.Chunk(Lanes))
            {
                next = Fitting(next, eight.Length);
                Group(next, [.. eight.Select(node => (lowered.Nodes[node], false))], newRun);
                newRun = false;
                foreach (int node in eight)
                {
                    places[lowered.InputBits + node] = next++;
                }
            }
        }

        int first = WordsOf(next);
        SegmentWords = WordsOf(lowered.Roots.Length);
        FirstSegmentWord = first;
        PlaceSegments(first, lowered.Roots);
        PlaceSegments(first + SegmentWords, lowered.Possible);
        Words = first + SegmentWords + (lowered.Possible.IsEmpty ? 0 : SegmentWords);
    }

    internal List<int> ChunkStarts { get; } = [0];

    internal List<int> ChunkInputs { get; } = [];

    internal List<int> ChunkShifts { get; } = [];

    internal List<double> Thresholds { get; } = [];

    internal List<TableRun> Runs { get; } = [];

    internal List<int> GroupEnds { get; } = [];

    internal List<int> GroupShifts { get; } = [];

    internal List<byte> Turned { get; } = [];

    internal List<int> EntryWords { get; } = [];

    internal List<ulong> Cares { get; } = [];

    internal List<ulong> Wants { get; } = [];

    internal List<CountingNode> Counts { get; } = [];

    internal int Words { get; }

    internal int SegmentWords { get; }

    internal int FirstSegmentWord { get; }

    internal ImmutableArray<int> TextBits { get; }

    private void PlaceSegments(int firstWord, ImmutableArray<int> roots)
    {
        int next = firstWord * WordBits;
        foreach (int[] eight in roots.Chunk(Lanes))
        {
            Group(next, [.. eight.Select(Root)], newRun: next == firstWord * WordBits);
            next += Lanes;
        }
    }

    private static int WordsOf(int bits) => (bits + WordBits - 1) / WordBits;

    // The next place at which so many bits stand in one word.
    private static int Fitting(int next, int bits) => (next % WordBits) + bits <= WordBits ? next : WordsOf(next) * WordBits;

    private (ImmutableArray<int> First, int Next) PlaceTexts()
    {
        int next = 0;
        var first = ImmutableArray.CreateBuilder<int>(lowered.Inputs.Length);
        foreach (LoweredInput input in lowered.Inputs)
        {
            first.Add(input.IsText ? next : -1);
            for (int k = 0; input.IsText && k < input.BitCount; k++)
            {
                places[input.FirstBit + k] = next++;
            }
        }

        return (first.MoveToImmutable(), next);
    }

    // Eight thresholds of one value; or up to four of one and up to four of another, those of the first in the last of its lanes, so that
    // no lane between them is empty.
    private int PlaceNumbers(int next)
    {
        var halves = new List<(int Input, int First, int Bits)>();
        for (int i = 0; i < lowered.Inputs.Length; i++)
        {
            int count = lowered.Inputs[i].Thresholds.Length;
            for (int first = 0; first < count; first += Lanes)
            {
                int bits = Math.Min(Lanes, count - first);
                if (bits > Lanes / 2)
                {
                    next = Chunk(next, (i, first, Lanes / 2), (i, first + (Lanes / 2), bits - (Lanes / 2)));
                }
                else
                {
                    halves.Add((i, first, bits));
                }
            }
        }

        foreach ((int Input, int First, int Bits)[] pair in halves.Chunk(2))
        {
            next = Chunk(next, pair[0], pair.Length == 2 ? pair[1] : (pair[0].Input, 0, 0));
        }

        CloseWords(WordsOf(next));
        return next;
    }

    private int Chunk(int next, (int Input, int First, int Bits) low, (int Input, int First, int Bits) high)
    {
        next = Fitting(next, low.Bits + high.Bits);
        CloseWords(next / WordBits);
        ChunkInputs.AddRange([low.Input, high.Input]);
        int empty = (Lanes / 2) - low.Bits;
        ChunkShifts.Add((next - empty) % WordBits);
        Thresholds.AddRange(Enumerable.Repeat(double.NaN, Lanes)); // what is not used is never reached
        (int Lane, (int Input, int First, int Bits) Half)[] halves =
            [(Thresholds.Count - Lanes + empty, low), (Thresholds.Count - (Lanes / 2), high)];
        foreach ((int lane, (int input, int first, int bits)) in halves)
        {
            for (int k = 0; k < bits; k++)
            {
                Thresholds[lane + k] = lowered.Inputs[input].Thresholds[first + k];
                places[lowered.Inputs[input].FirstBit + first + k] = next++;
            }
        }

        return next;
    }

    // From here on, thresholds stand in this word.
    private void CloseWords(int word)
    {
        while (ChunkStarts.Count <= word)
        {
            ChunkStarts.Add(ChunkShifts.Count);
        }
    }

    // The level of each node that other nodes or segments need as a bit, from 1; 0 for one that only segments use, whole.
    private int[] Levels()
    {
        bool[] needed = new bool[lowered.Nodes.Length];
        foreach (int root in lowered.Roots.AddRange(lowered.Possible))
        {
            Mark(Root(root).Node);
        }

        for (int i = lowered.Nodes.Length - 1; i >= 0; i--)
        {
            if (needed[i])
            {
                Mark(lowered.Nodes[i]);
            }
        }

        int[] levels = new int[lowered.Nodes.Length];
        for (int i = 0; i < levels.Length; i++)
        {
            levels[i] = needed[i] ? 1 + lowered.Nodes[i].Inputs.Max(literal => NodeOf(literal) is >= 0 and var node ? levels[node] : 0) : 0;
        }

        return levels;

        void Mark(LoweredNode node)
        {
            foreach (int literal in node.Inputs)
            {
                if (NodeOf(literal) is >= 0 and var place)
                {
                    needed[place] = true;
                }
            }
        }
    }

    private int NodeOf(int literal) => (literal >> 1) - lowered.InputBits;

    // What a segment compares: the parts of its conjunction, or its one literal; nothing when it always holds.
    private (LoweredNode Node, bool Turned) Root(int literal)
    {
        bool turned = (literal & 1) != 0;
        return literal < 0 ? (new LoweredNode(0, []), turned)
            : NodeOf(literal) is >= 0 and var node && lowered.Nodes[node] is { IsConjunction: true } conjunction ? (conjunction, turned)
            : (new LoweredNode(1, [literal & ~1]), turned);
    }

    // At most eight nodes, from a place on; a run goes on while the word is the same.
    private void Group(int place, (LoweredNode Node, bool Turned)[] nodes, bool newRun)
    {
        int firstEntry = EntryWords.Count;
        int firstCount = Counts.Count;
        var entries = new SortedDictionary<int, (ulong[] Care, ulong[] Want)>();
        int flips = 0;
        for (int lane = 0; lane < Lanes; lane++)
        {
            if (lane >= nodes.Length || !nodes[lane].Node.IsConjunction)
            {
                Entry(entries, 0).Want[lane] = 1; // no node, or one that is counted afterwards: of no bits none is set, so this never holds
                if (lane < nodes.Length)
                {
                    Counts.Add(Counting((place + lane) % WordBits, nodes[lane].Node));
                }

                continue;
            }

            flips |= nodes[lane].Turned ? 1 << lane : 0;
            foreach (int literal in nodes[lane].Node.Inputs)
            {
                int at = places[literal >> 1];
                (ulong[] care, ulong[] want) = Entry(entries, at / WordBits);
                care[lane] |= 1UL << at;
                want[lane] |= (literal & 1) == 0 ? 1UL << at : 0;
            }
        }

        foreach ((int word, (ulong[] care, ulong[] want)) in entries)
        {
            EntryWords.Add(word);
            Cares.AddRange(care);
            Wants.AddRange(want);
        }

        GroupEnds.Add(EntryWords.Count);
        GroupShifts.Add(place % WordBits);
        Turned.Add((byte)flips);
        if (newRun || Runs[^1].Word != place / WordBits)
        {
            Runs.Add(new TableRun(place / WordBits, Turned.Count - 1, Turned.Count, firstEntry, firstCount, Counts.Count));
        }
        else
        {
            Runs[^1] = Runs[^1] with { EndGroup = Turned.Count, EndCount = Counts.Count };
        }

        static (ulong[] Care, ulong[] Want) Entry(SortedDictionary<int, (ulong[] Care, ulong[] Want)> entries, int word)
        {
            if (!entries.TryGetValue(word, out (ulong[] Care, ulong[] Want) entry))
            {
                entry = (new ulong[Lanes], new ulong[Lanes]);
                entries.Add(word, entry);
            }

            return entry;
        }
    }

    private CountingNode Counting(int place, LoweredNode node)
    {
        var parts = new SortedDictionary<int, (ulong Care, ulong Turned)>();
        foreach (int literal in node.Inputs)
        {
            int at = places[literal >> 1];
            (ulong care, ulong complements) = parts.GetValueOrDefault(at / WordBits);
            parts[at / WordBits] = (care | (1UL << at), complements | ((literal & 1) == 0 ? 0 : 1UL << at));
        }

        return new(place, node.Count, [.. parts.Select(static part => (part.Key, part.Value.Care, part.Value.Turned))]);
    }
}
