using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;

namespace PrivateDomain.Core.Segmentation.Thresholds;

/// <summary>The nodes while rules are turned into threshold form: simplified, and each distinct one once.</summary>
internal sealed class LoweringNodes(LoweringBits bits)
{
    // Until the bits of facts are counted, nodes are numbered from here.
    private const int NodeBase = 1 << 28;

    // A conjunction within a conjunction is taken apart, so that one comparison of bits answers both; a larger one is worth to be computed
    // once.
    private const int InlineMax = 8;

    private readonly List<LoweredNode> nodes = [];
    private readonly Dictionary<LoweredNode, int> places = new(new ByParts());

    /// <summary>The literal of all literals.</summary>
    internal int All(List<int> literals)
    {
        var all = new SortedSet<int>();
        foreach (int literal in literals)
        {
            if (literal == LoweredSegments.False)
            {
                return LoweredSegments.False;
            }

            if (literal == LoweredSegments.True)
            {
                continue;
            }

            LoweredNode? node = literal >= NodeBase * 2 ? nodes[(literal >> 1) - NodeBase] : null;
            if (node is { IsConjunction: true } inner && (literal & 1) == 0 && inner.Inputs.Length <= InlineMax)
            {
                all.UnionWith(inner.Inputs);
            }
            else
            {
                all.Add(literal);
            }
        }

        return !Narrow(all) ? LoweredSegments.False
            : all.Count == 0 ? LoweredSegments.True
            : all.Count == 1 ? all.Min
            : Node(all.Count, [.. all]);
    }

    /// <summary>The literal of at least one literal.</summary>
    internal int Any(List<int> literals) => All(literals.ConvertAll(static literal => literal ^ 1)) ^ 1;

    /// <summary>The literal of at least a number of literals, each counted as often as it is there.</summary>
    internal int AtLeast(int count, List<int> literals)
    {
        var times = new SortedDictionary<int, int>();
        foreach (int literal in literals)
        {
            if (literal == LoweredSegments.True || times.GetValueOrDefault(literal ^ 1) > 0)
            {
                count--; // one of a pair of complements always holds
                if (literal >= 0)
                {
                    times[literal ^ 1]--;
                }
            }
            else if (literal != LoweredSegments.False)
            {
                times[literal] = times.GetValueOrDefault(literal) + 1;
            }
        }

        var counted = new SortedSet<int>();
        foreach ((int literal, int often) in times)
        {
            int copy = literal;
            for (int i = 0; i < often; i++)
            {
                counted.Add(copy);
                copy = i < often - 1 ? Node(1, [copy]) : copy; // a node of its own with the same value
            }
        }

        return count <= 0 ? LoweredSegments.True
            : count > counted.Count ? LoweredSegments.False
            : count == counted.Count ? All([.. counted])
            : count == 1 ? Any([.. counted])
            : Node(count, [.. counted]);
    }

    /// <summary>The threshold form, with bits and the nodes that segments need numbered in order.</summary>
    internal LoweredSegments Finish(LocalDate today, int[] roots, int[] possible)
    {
        (ImmutableArray<LoweredInput> inputs, int[] order) = bits.Finish();
        int inputBits = inputs.Sum(static input => input.BitCount);
        int[] kept = Needed([.. roots, .. possible]);
        return new(today, inputs, [.. nodes.Where((_, place) => kept[place] >= 0).Select(Numbered)], [.. roots.Select(Number)],
            [.. possible.Select(Number)]);

        LoweredNode Numbered(LoweredNode node)
        {
            int[] literals = [.. node.Inputs.Select(Number)];
            Array.Sort(literals);
            return node with { Inputs = ImmutableCollectionsMarshal.AsImmutableArray(literals) };
        }

        int Number(int literal) => literal < 0 ? literal
            : literal >= NodeBase * 2 ? ((inputBits + kept[(literal >> 1) - NodeBase]) * 2) + (literal & 1)
            : (order[literal >> 1] * 2) + (literal & 1);
    }

    // Of each node its place among those that segments need, or −1: what was taken apart into larger nodes is often needed no more.
    private int[] Needed(int[] roots)
    {
        int[] kept = new int[nodes.Count];
        Array.Fill(kept, -1);
        Mark(roots);
        for (int i = kept.Length - 1; i >= 0; i--)
        {
            if (kept[i] >= 0)
            {
                Mark(nodes[i].Inputs.AsSpan());
            }
        }

        int next = 0;
        for (int i = 0; i < kept.Length; i++)
        {
            kept[i] = kept[i] >= 0 ? next++ : -1;
        }

        return kept;

        void Mark(ReadOnlySpan<int> literals)
        {
            foreach (int literal in literals)
            {
                if (literal >= NodeBase * 2)
                {
                    kept[(literal >> 1) - NodeBase] = 0;
                }
            }
        }
    }

    // Leaves out what follows from the rest; false when they cannot hold together.
    private bool Narrow(SortedSet<int> all)
    {
        Dictionary<int, (double From, int FromLiteral, double End, int EndLiteral)>? ranges = null;
        foreach (int literal in all.ToArray())
        {
            if ((literal & 1) == 0 && all.Contains(literal ^ 1))
            {
                return false;
            }

            if (literal >= NodeBase * 2 || bits[literal >> 1] is var bit && double.IsNaN(bit.Threshold))
            {
                continue;
            }

            (int input, double threshold) = bits[literal >> 1];
            ranges ??= [];
            (double from, int fromLiteral, double end, int endLiteral) = ranges.GetValueOrDefault(input, (double.NaN, -1, double.NaN, -1));
            if ((literal & 1) == 0)
            {
                bool tighter = !(threshold <= from);
                all.Remove(tighter ? fromLiteral : literal);
                (from, fromLiteral) = tighter ? (threshold, literal) : (from, fromLiteral);
            }
            else
            {
                bool tighter = !(threshold >= end);
                all.Remove(tighter ? endLiteral : literal);
                (end, endLiteral) = tighter ? (threshold, literal) : (end, endLiteral);
            }

            if (from >= end)
            {
                return false;
            }

            ranges[input] = (from, fromLiteral, end, endLiteral);
        }

        return true;
    }

    private int Node(int count, ImmutableArray<int> literals)
    {
        var node = new LoweredNode(count, literals);
        if (!places.TryGetValue(node, out int place))
        {
            place = nodes.Count;
            nodes.Add(node);
            places.Add(node, place);
        }

        return (NodeBase + place) * 2;
    }

    private sealed class ByParts : IEqualityComparer<LoweredNode>
    {
        public bool Equals(LoweredNode x, LoweredNode y) => x.Count == y.Count && x.Inputs.AsSpan().SequenceEqual(y.Inputs.AsSpan());

        public int GetHashCode(LoweredNode obj)
        {
            var hash = default(HashCode);
            hash.Add(obj.Count);
            hash.AddBytes(MemoryMarshal.AsBytes(obj.Inputs.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
