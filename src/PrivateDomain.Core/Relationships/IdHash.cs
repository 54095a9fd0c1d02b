namespace PrivateDomain.Core.Relationships;

/// <summary>Hashes of ids that are the same on every machine and in every version.</summary>
internal static class IdHash
{
    /// <summary>FNV-1a over the UTF-16 code units, then mixed.</summary>
    internal static ulong Of(string text)
    {
        ulong hash = 0xCBF29CE484222325UL;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 0x100000001B3UL);
        }

        return Mix(hash);
    }

    /// <summary>Spreads a number over all bits, one to one.</summary>
    internal static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCDUL;
            value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53UL;
            return value ^ (value >> 33);
        }
    }

    /// <summary>Sorts by hash, and where hashes are equal as another order says, so that the result does not depend on the order
    /// given.</summary>
    internal static void Sort(ulong[] hashes, int[] numbers, Comparison<int> whenEqual)
    {
        Array.Sort(hashes, numbers);
        int first = 0;
        for (int i = 1; i <= hashes.Length; i++)
        {
            if (i == hashes.Length || hashes[i] != hashes[first])
            {
                numbers.AsSpan(first, i - first).Sort(whenEqual);
                first = i;
            }
        }
    }
}
