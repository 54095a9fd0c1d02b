using PrivateDomain.Core.Benchmarks;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>What all must answer: a mask of twenty bits for each customer, and how many are in each segment.</summary>
internal sealed class SegmentAnswers
{
    internal SegmentAnswers(SegmentCustomer[] customers)
    {
        Masks = [.. customers.Select(static c => TwentySegments.Lambdas.Select((holds, i) => holds(c) ? 1 << i : 0).Sum())];
        Counts = [.. Enumerable.Range(0, TwentySegments.Count).Select(i => Masks.LongCount(mask => (mask >> i & 1) == 1))];
        MaskSum = Masks.Sum(static mask => (long)mask);
        if (Counts.Contains(0) && customers.Length > 100_000)
        {
            throw new InvalidOperationException($"A segment has nobody in it: {string.Join(' ', Counts)}.");
        }
    }

    internal int[] Masks { get; }

    internal long[] Counts { get; }

    internal long MaskSum { get; }

    /// <summary>How a number of threads is written.</summary>
    internal static string Threads(int threads) => threads == 1 ? "1 thread" : $"{threads} threads";

    /// <summary>Throws where the library's result differs.</summary>
    internal void Check(SegmentMembership result)
    {
        Disagreement.Check<long>(Counts, [.. result.Counts.Select(static count => (long)count)]);
        int[] masks = new int[Masks.Length];
        for (int segment = 0; segment < TwentySegments.Count; segment++)
        {
            ReadOnlySpan<ulong> bits = result.Bitmaps[segment].AsSpan();
            for (int row = 0; row < masks.Length; row++)
            {
                masks[row] |= (int)(bits[row / 64] >> (row % 64) & 1) << segment;
            }
        }

        Disagreement.Check<int>(Masks, masks);
    }
}
