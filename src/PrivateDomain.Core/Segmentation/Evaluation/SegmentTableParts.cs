using System.Collections.Immutable;
using System.Numerics;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Nodes of one level in one word.</summary>
/// <param name="Word">The word.</param>
/// <param name="FirstGroup">The first eight of them.</param>
/// <param name="EndGroup">The end of the eights.</param>
/// <param name="FirstEntry">The first entry of the first eight.</param>
/// <param name="FirstCount">The first of them that counts.</param>
/// <param name="EndCount">The end of those that count.</param>
internal readonly record struct TableRun(int Word, int FirstGroup, int EndGroup, int FirstEntry, int FirstCount, int EndCount);

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
