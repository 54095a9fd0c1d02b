using System.Collections.Immutable;

namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>A rule over variables with few cells: a leaf holds in some cells of one variable, a group where so many of its parts
/// do.</summary>
internal sealed class RuleNode
{
    private RuleNode(int variable, ulong cells, int least, ImmutableArray<RuleNode> parts, bool isTurned) =>
        (Variable, Cells, Least, Parts, IsTurned) = (variable, cells, least, parts, isTurned);

    /// <summary>The variable of a leaf; −1 for a group.</summary>
    internal int Variable { get; }

    internal ulong Cells { get; }

    internal int Least { get; }

    internal ImmutableArray<RuleNode> Parts { get; }

    internal bool IsTurned { get; }

    internal static RuleNode Leaf(int variable, ulong cells) => new(variable, cells, 0, [], isTurned: false);

    internal static RuleNode AtLeast(int least, ImmutableArray<RuleNode> parts) => new(-1, 0, least, parts, isTurned: false);

    internal static RuleNode All(params ImmutableArray<RuleNode> parts) => AtLeast(parts.Length, parts);

    internal RuleNode Turned => new(Variable, Cells, Least, Parts, !IsTurned);

    /// <summary>What it says of every choice of cells left: true of all, false of all, or null.</summary>
    internal bool? Says(ReadOnlySpan<ulong> left)
    {
        bool? plain;
        if (Variable >= 0)
        {
            ulong holds = left[Variable] & Cells;
            plain = holds == 0 ? false : holds == left[Variable] ? true : null;
        }
        else
        {
            (int yes, int open) = (0, Parts.Length);
            foreach (RuleNode part in Parts)
            {
                bool? said = part.Says(left);
                yes += said == true ? 1 : 0;
                open -= said is null ? 0 : 1;
                if (yes >= Least || yes + open < Least)
                {
                    break;
                }
            }

            plain = yes >= Least ? true : yes + open < Least ? false : null;
        }

        return IsTurned ? !plain : plain;
    }

    /// <summary>A leaf that does not say yet; null where all say.</summary>
    internal RuleNode? Open(ReadOnlySpan<ulong> left)
    {
        if (Variable >= 0)
        {
            return Says(left) is null ? this : null;
        }

        foreach (RuleNode part in Parts)
        {
            if (part.Says(left) is null && part.Open(left) is { } open)
            {
                return open;
            }
        }

        return null;
    }
}
