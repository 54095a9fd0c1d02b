using System.Collections.Immutable;

namespace PrivateDomain.Core.Segmentation;

/// <summary>Lays a table out: which bit stands where, and which words each node compares.</summary>
internal sealed class SegmentTableLayout
{
    private const int Lanes = 8;
    private const int WordBits = 64;

    private readonly LoweredSegments lowered;
    private readonly int[] places; // of each bit, its place among the bits of the table

    internal SegmentTableLayout(LoweredSegments lowered)
    {
        this.lowered = lowered;
        places = new int[lowered.InputBits + lowered.Nodes.Length];
        NumberWords = PlaceNumbers();
        (TextBits, TextWords) = PlaceTexts();
        int next = (NumberWords + TextWords) * WordBits;
        int[] levels = Levels();
        foreach (IGrouping<int, int> level in Enumerable.Range(0, levels.Length).Where(i => levels[i] > 0).GroupBy(i => levels[i]).OrderBy(static x => x.Key))
        {
            int[] nodes = [.. level];
            foreach (int node in nodes)
            {
                places[lowered.InputBits + node] = next++;
            }

            Rows([.. nodes.Select(node => lowered.Nodes[node])], turnedRound: []);
            next = (next + WordBits - 1) / WordBits * WordBits;
        }

        (LoweredNode Node, bool Turned)[] roots = [.. lowered.Roots.Select(Root)];
        SegmentWords = (roots.Length + WordBits - 1) / WordBits;
        Rows([.. roots.Select(static root => root.Node)], [.. roots.Select(static root => root.Turned)]);
        WordStarts.Add(Turned.Count);
        GroupStarts.Add(EntryWords.Count);
        CountStarts.Add(Counts.Count);
    }

    internal List<int> ChunkInputs { get; } = [];

    internal List<double> Thresholds { get; } = [];

    internal List<int> WordStarts { get; } = [];

    internal List<int> GroupStarts { get; } = [];

    internal List<byte> Turned { get; } = [];

    internal List<int> EntryWords { get; } = [];

    internal List<ulong> Cares { get; } = [];

    internal List<ulong> Wants { get; } = [];

    internal List<int> CountStarts { get; } = [];

    internal List<SegmentTable.CountingNode> Counts { get; } = [];

    internal int NumberWords { get; }

    internal int TextWords { get; }

    internal int SegmentWords { get; }

    internal ImmutableArray<int> TextBits { get; }

    private int PlaceNumbers()
    {
        for (int i = 0; i < lowered.Inputs.Length; i++)
        {
            LoweredInput input = lowered.Inputs[i];
            for (int k = 0; !input.IsText && k < input.Thresholds.Length; k++)
            {
                if (k % Lanes == 0)
                {
                    ChunkInputs.Add(i);
                    Thresholds.AddRange(Enumerable.Repeat(double.PositiveInfinity, Lanes)); // what is not used is never reached
                }

                places[input.FirstBit + k] = ((ChunkInputs.Count - 1) * Lanes) + (k % Lanes);
                Thresholds[^(Lanes - (k % Lanes))] = input.Thresholds[k];
            }
        }

        return (ChunkInputs.Count + Lanes - 1) / Lanes;
    }

    private (ImmutableArray<int> FirstBits, int Words) PlaceTexts()
    {
        int first = NumberWords * WordBits;
        int next = 0;
        var texts = ImmutableArray.CreateBuilder<int>(lowered.Inputs.Length);
        foreach (LoweredInput input in lowered.Inputs)
        {
            texts.Add(input.IsText ? next : -1);
            for (int k = 0; input.IsText && k < input.BitCount; k++)
            {
                places[input.FirstBit + k] = first + next++;
            }
        }

        return (texts.MoveToImmutable(), (next + WordBits - 1) / WordBits);
    }

    // The level of each node that other nodes or segments need as a bit, from 1; 0 for one that only segments use, whole.
    private int[] Levels()
    {
        bool[] needed = new bool[lowered.Nodes.Length];
        foreach (int root in lowered.Roots)
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

    // What a segment compares: the parts of its conjunction, or its one literal.
    private (LoweredNode Node, bool Turned) Root(int literal)
    {
        bool turned = (literal & 1) != 0;
        if (literal < 0)
        {
            return (new LoweredNode(0, []), turned);
        }

        return NodeOf(literal) is >= 0 and var node && lowered.Nodes[node] is { IsConjunction: true } conjunction
            ? (conjunction, turned)
            : (new LoweredNode(1, [literal & ~1]), turned);
    }

    // Nodes that fill words of their own, from the next free word on.
    private void Rows(LoweredNode[] nodes, bool[] turnedRound)
    {
        for (int start = 0; start < nodes.Length; start += Lanes)
        {
            if (start % WordBits == 0)
            {
                WordStarts.Add(Turned.Count);
                CountStarts.Add(Counts.Count);
            }

            var entries = new SortedDictionary<int, (ulong[] Care, ulong[] Want)>();
            int flips = 0;
            for (int lane = 0; lane < Lanes; lane++)
            {
                if (start + lane >= nodes.Length)
                {
                    Entry(entries, 0).Want[lane] = 1; // no node: nothing and-ed is 1, so never
                    continue;
                }

                LoweredNode node = nodes[start + lane];
                flips |= turnedRound.Length > 0 && turnedRound[start + lane] ? 1 << lane : 0;
                if (node.IsConjunction)
                {
                    foreach (int literal in node.Inputs)
                    {
                        int place = places[literal >> 1];
                        (ulong[] care, ulong[] want) = Entry(entries, place / WordBits);
                        care[lane] |= 1UL << place;
                        want[lane] |= (literal & 1) == 0 ? 1UL << place : 0;
                    }
                }
                else
                {
                    Entry(entries, 0).Want[lane] = 1; // counted afterwards
                    Counts.Add(Counting((start + lane) % WordBits, node));
                }
            }

            GroupStarts.Add(EntryWords.Count);
            Turned.Add((byte)flips);
            foreach ((int word, (ulong[] care, ulong[] want)) in entries)
            {
                EntryWords.Add(word);
                Cares.AddRange(care);
                Wants.AddRange(want);
            }
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

    private SegmentTable.CountingNode Counting(int place, LoweredNode node)
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
