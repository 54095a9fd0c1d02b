using System.Numerics;
using System.Runtime.Intrinsics;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Combines words of 64 rows each.</summary>
internal static class WordKernel
{
    /// <summary>All bits where a literal is a complement, else none.</summary>
    internal static ulong MaskOf(int literal) => unchecked(0UL - (uint)(literal & 1));

    /// <summary>Writes the words, turned round by the mask.</summary>
    internal static void Copy(ReadOnlySpan<ulong> words, ulong mask, Span<ulong> result)
    {
        int i = 0;
        var masks = Vector512.Create(mask);
        for (; i <= result.Length - Vector512<ulong>.Count; i += Vector512<ulong>.Count)
        {
            (Vector512.Create(words[i..]) ^ masks).CopyTo(result[i..]);
        }

        for (; i < result.Length; i++)
        {
            result[i] = words[i] ^ mask;
        }
    }

    /// <summary>Writes what both words have, each turned round by its mask.</summary>
    internal static void Both(ReadOnlySpan<ulong> left, ulong leftMask, ReadOnlySpan<ulong> right, ulong rightMask, Span<ulong> result)
    {
        int i = 0;
        var lefts = Vector512.Create(leftMask);
        var rights = Vector512.Create(rightMask);
        for (; i <= result.Length - Vector512<ulong>.Count; i += Vector512<ulong>.Count)
        {
            ((Vector512.Create(left[i..]) ^ lefts) & (Vector512.Create(right[i..]) ^ rights)).CopyTo(result[i..]);
        }

        for (; i < result.Length; i++)
        {
            result[i] = (left[i] ^ leftMask) & (right[i] ^ rightMask);
        }
    }

    /// <summary>How many bits are set.</summary>
    internal static int CountOf(ReadOnlySpan<ulong> words)
    {
        int even = 0;
        int odd = 0;
        int i = 0;
        for (; i <= words.Length - 4; i += 4)
        {
            even += BitOperations.PopCount(words[i]) + BitOperations.PopCount(words[i + 2]);
            odd += BitOperations.PopCount(words[i + 1]) + BitOperations.PopCount(words[i + 3]);
        }

        for (; i < words.Length; i++)
        {
            even += BitOperations.PopCount(words[i]);
        }

        return even + odd;
    }

    /// <summary>Keeps of the result what the words, turned round by the mask, have too.</summary>
    internal static void And(ReadOnlySpan<ulong> words, ulong mask, Span<ulong> result)
    {
        int i = 0;
        var masks = Vector512.Create(mask);
        for (; i <= result.Length - Vector512<ulong>.Count; i += Vector512<ulong>.Count)
        {
            ((Vector512.Create(words[i..]) ^ masks) & Vector512.Create<ulong>(result[i..])).CopyTo(result[i..]);
        }

        for (; i < result.Length; i++)
        {
            result[i] &= words[i] ^ mask;
        }
    }

    /// <summary>Adds the words to the result.</summary>
    internal static void Or(ReadOnlySpan<ulong> words, Span<ulong> result)
    {
        for (int i = 0; i < result.Length; i++)
        {
            result[i] |= words[i];
        }
    }

    /// <summary>The rows in which at least so many literals hold: their number is added up in binary, a word for each digit.</summary>
    internal static void AtLeast(in LoweredNode node, int words, ReadOnlySpan<ulong> bits, Span<ulong> result)
    {
        int digits = BitOperations.Log2((uint)node.Inputs.Length) + 1;
        Span<ulong> sum = stackalloc ulong[32];
        for (int word = 0; word < words; word++)
        {
            sum.Clear();
            foreach (int literal in node.Inputs)
            {
                ulong carry = bits[((literal >> 1) * words) + word] ^ MaskOf(literal);
                for (int digit = 0; carry != 0; digit++)
                {
                    (sum[digit], carry) = (sum[digit] ^ carry, sum[digit] & carry);
                }
            }

            result[word] = AtLeast(sum[..digits], node.Count);
        }
    }

    // From the highest digit on: greater where it is first different and set.
    private static ulong AtLeast(ReadOnlySpan<ulong> sum, int count)
    {
        ulong greater = 0;
        ulong equal = ulong.MaxValue;
        for (int digit = sum.Length - 1; digit >= 0; digit--)
        {
            bool wanted = (count >> digit & 1) != 0;
            greater |= wanted ? 0 : equal & sum[digit];
            equal &= wanted ? sum[digit] : ~sum[digit];
        }

        return greater | equal;
    }
}
