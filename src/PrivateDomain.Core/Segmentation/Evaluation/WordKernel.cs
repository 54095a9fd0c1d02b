using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PrivateDomain.Core.Segmentation.Thresholds;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Combines words of 64 rows each.</summary>
internal static class WordKernel
{
    private const int LineBytes = 64;

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

    /// <summary>Writes the words, turned round by the mask, past the caches: for what is larger than they are and not read soon. Cache
    /// lines that are not wholly written go through them.</summary>
    internal static unsafe void CopyPast(ReadOnlySpan<ulong> words, ulong mask, Span<ulong> result)
    {
        fixed (ulong* to = result)
        {
            int head = (int)(unchecked((nuint)0 - (nuint)to) % LineBytes / sizeof(ulong)); // up to the first whole line
            if (head >= result.Length)
            {
                Copy(words, mask, result);
                return;
            }

            Copy(words, mask, result[..head]);
            var masks = Vector512.Create(mask);
            int i = head;
            for (; i <= result.Length - Vector512<ulong>.Count; i += Vector512<ulong>.Count)
            {
                (Vector512.Create(words[i..]) ^ masks).StoreAlignedNonTemporal(to + i);
            }

            Copy(words[i..], mask, result[i..]);
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
        if (Vector512.IsHardwareAccelerated)
        {
            const int Eight = 8;
            Vector512<ulong> sum = default;
            for (; i <= words.Length - (Eight * Vector512<ulong>.Count); i += Eight * Vector512<ulong>.Count)
            {
                sum += CountOfEight(ref Unsafe.AsRef(in words[i]));
            }

            even = (int)Vector512.Sum(sum);
        }

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

    // How many bits are set in each lane of eight vectors: they are added up as digits first (Harley and Seal).
    private static Vector512<ulong> CountOfEight(ref ulong words)
    {
        (Vector512<ulong> twosA, Vector512<ulong> ones) = Add(At(ref words, 0), At(ref words, 1), At(ref words, 2));
        (Vector512<ulong> twosB, ones) = Add(ones, At(ref words, 3), At(ref words, 4));
        (Vector512<ulong> twosC, ones) = Add(ones, At(ref words, 5), At(ref words, 6));
        Vector512<ulong> last = At(ref words, 7);
        Vector512<ulong> twosD = ones & last;
        ones ^= last;
        (Vector512<ulong> foursA, Vector512<ulong> twos) = Add(twosA, twosB, twosC);
        Vector512<ulong> foursB = twos & twosD;
        twos ^= twosD;
        Vector512<ulong> eights = foursA & foursB;
        Vector512<ulong> fours = foursA ^ foursB;
        return InLanes(ones) + (InLanes(twos) << 1) + (InLanes(fours) << 2) + (InLanes(eights) << 3);

        static Vector512<ulong> At(ref ulong words, nuint vector) =>
            Vector512.LoadUnsafe(ref words, vector * (nuint)Vector512<ulong>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<ulong> Carry, Vector512<ulong> Digit) Add(Vector512<ulong> a, Vector512<ulong> b, Vector512<ulong> c)
    {
        Vector512<ulong> differs = a ^ b;
        return ((a & b) | (differs & c), differs ^ c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> InLanes(Vector512<ulong> bits)
    {
        bits -= (bits >>> 1) & Vector512.Create(0x5555_5555_5555_5555UL);
        bits = (bits & Vector512.Create(0x3333_3333_3333_3333UL)) + ((bits >>> 2) & Vector512.Create(0x3333_3333_3333_3333UL));
        bits = (bits + (bits >>> 4)) & Vector512.Create(0x0F0F_0F0F_0F0F_0F0FUL);
        bits += bits >>> 8;
        bits += bits >>> 16;
        bits += bits >>> 32;
        return bits & Vector512.Create(0xFFUL);
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
