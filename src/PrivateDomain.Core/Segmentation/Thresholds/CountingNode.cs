using System.Collections.Immutable;
using System.Numerics;

namespace PrivateDomain.Core.Segmentation.Thresholds;

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
