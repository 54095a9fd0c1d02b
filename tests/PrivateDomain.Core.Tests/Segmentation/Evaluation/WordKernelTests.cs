using System.Numerics;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Core.Tests.Segmentation.Evaluation;

/// <summary>Words are counted and written as one after the other would be, at every length and from every place in a cache line.</summary>
[Kernel]
public sealed class WordKernelTests
{
    [Fact]
    public void CountOf_EveryLengthTo257_CountsTheBitsSet()
    {
        ulong[] words = Words(257, seed: 1);
        for (int length = 0; length <= words.Length; length++)
        {
            Assert.Equal(words[..length].Sum(static word => BitOperations.PopCount(word)), WordKernel.CountOf(words.AsSpan(0, length)));
        }

        Assert.Equal(257 * 64, WordKernel.CountOf(Enumerable.Repeat(ulong.MaxValue, 257).ToArray()));
        Assert.Equal(0, WordKernel.CountOf(new ulong[257]));
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(ulong.MaxValue)]
    public void CopyPast_EveryLengthFromEveryPlace_WritesTheWordsAndNothingBeside(ulong mask)
    {
        const ulong Beside = 0xABCD_EF01_2345_6789;
        ulong[] words = Words(300, seed: 2);
        ulong[] result = new ulong[300];
        for (int length = 0; length <= 140; length++)
        {
            for (int at = 1; at <= 9; at++)
            {
                Array.Fill(result, Beside);
                WordKernel.CopyPast(words.AsSpan(at, length), mask, result.AsSpan(at, length));
                Assert.Equal(words[at..(at + length)].Select(word => word ^ mask), result[at..(at + length)]);
                Assert.Equal(Beside, result[at - 1]);
                Assert.Equal(Beside, result[at + length]);
            }
        }
    }

    private static ulong[] Words(int count, int seed)
    {
        Random random = Chance.From(seed);
        return [.. Enumerable.Range(0, count).Select(_ => unchecked((ulong)random.NextInt64(long.MinValue, long.MaxValue)))];
    }
}
