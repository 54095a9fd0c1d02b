using System.Numerics;

namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>A fact, or whether a set has a text, cut into cells within which all the rules asked about say the same.</summary>
/// <remarks>A fact's first cell is "absent". Of a text in a set the cells are "not in it" and "in it".</remarks>
internal sealed class Variable
{
    /// <summary>The greatest number of cells.</summary>
    internal const int CellsMax = 64;

    internal Variable(Fact fact, FactMeaning meaning, string? text, (double Low, double High)[] cells, string[][] words)
    {
        Fact = fact;
        Meaning = meaning;
        Text = text;
        Cells = cells;
        Words = words;
        All = cells.Length == CellsMax ? ulong.MaxValue : (1UL << cells.Length) - 1;
    }

    internal Fact Fact { get; }

    internal FactMeaning Meaning { get; }

    /// <summary>The text of a set that it is about; null for a whole fact.</summary>
    internal string? Text { get; }

    /// <summary>From the lowest to the highest value of each cell, both included; numbers, days, places of levels, 0 and 1.</summary>
    internal (double Low, double High)[] Cells { get; }

    /// <summary>The texts of each cell of a text fact; of the last one a text that no rule names.</summary>
    internal string[][] Words { get; }

    internal ulong All { get; }

    /// <summary>Leaves by the cells in which they hold: a sentence says them as they were written.</summary>
    internal Dictionary<ulong, SegmentRule> Leaves { get; } = [];

    /// <summary>Whether values are whole numbers.</summary>
    internal bool IsWhole { get; init; }

    /// <summary>From the lowest to the highest value left; null while it may be absent or nothing is left.</summary>
    internal (double Low, double High)? Bounds(ulong left)
    {
        if (left == 0 || (Text is null && (left & 1) != 0))
        {
            return null;
        }

        return (Cells[BitOperations.TrailingZeroCount(left)].Low, Cells[63 - BitOperations.LeadingZeroCount(left)].High);
    }

    /// <summary>The cells whose values all lie within bounds, without "absent".</summary>
    internal ulong Within(double low, double high)
    {
        ulong cells = 0;
        for (int i = 1; i < Cells.Length; i++)
        {
            cells |= Cells[i].Low >= low && Cells[i].High <= high ? 1UL << i : 0;
        }

        return cells;
    }
}
