using System.Runtime.InteropServices;

namespace PrivateDomain.Core.Value;

/// <summary>Cut points by rank: the score of a value is <c>1 + ⌊bins × worse ÷ all⌋</c>, where worse is how many are strictly
/// worse.</summary>
internal static class RfmQuantiles
{
    private const int CountedMax = 1 << 20;
    private const int MinorDigits = 4;

    /// <summary>The bounds of the scores 2, 3, …: null where a score is given to nobody.</summary>
    internal static (decimal?[] Bounds, int Distinct) Of(ReadOnlySpan<int> values, int bins, bool fewerIsBetter)
    {
        var ranks = new Ranks(values.Length, bins);
        int max = 0;
        foreach (int value in values)
        {
            max = Math.Max(max, value);
        }

        if (max < CountedMax)
        {
            int[] counts = new int[max + 1];
            foreach (int value in values)
            {
                counts[value]++;
            }

            for (int i = 0; i <= max; i++)
            {
                int value = fewerIsBetter ? max - i : i;
                ranks.Add(value, counts[value]);
            }
        }
        else
        {
            int[] sorted = values.ToArray();
            Array.Sort(sorted);
            if (fewerIsBetter)
            {
                Array.Reverse(sorted);
            }

            for (int start = 0; start < sorted.Length;)
            {
                int end = EndOfRun<int>(sorted, start);
                ranks.Add(sorted[start], end - start);
                start = end;
            }
        }

        return ranks.Result;
    }

    /// <summary>The bounds of the scores 2, 3, … of amounts, the greater the better.</summary>
    internal static (decimal?[] Bounds, int Distinct) Of(ReadOnlySpan<decimal> values, int bins)
    {
        var ranks = new Ranks(values.Length, bins);
        long[] minor = new long[values.Length];
        bool isExact = true;
        for (int i = 0; isExact && i < values.Length; i++)
        {
            isExact = TryScale(values[i], out minor[i]);
        }

        if (isExact)
        {
            Array.Sort(minor);
            for (int start = 0; start < minor.Length;)
            {
                int end = EndOfRun<long>(minor, start);
                ranks.Add(minor[start] / 10_000m, end - start);
                start = end;
            }
        }
        else
        {
            decimal[] sorted = values.ToArray();
            Array.Sort(sorted);
            for (int start = 0; start < sorted.Length;)
            {
                int end = EndOfRun<decimal>(sorted, start);
                ranks.Add(sorted[start], end - start);
                start = end;
            }
        }

        return ranks.Result;
    }

    // As ten-thousandths, when that is exact: sorting whole numbers is several times as fast.
    private static bool TryScale(decimal value, out long scaled)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        int scale = (parts[3] >> 16) & 0xFF;
        scaled = unchecked((long)(((ulong)(uint)parts[1] << 32) | (uint)parts[0]));
        if (parts[2] != 0 || parts[3] < 0 || scale > MinorDigits || scaled is < 0 or > 400_000_000_000_000)
        {
            return false;
        }

        for (; scale < MinorDigits; scale++)
        {
            scaled *= 10;
        }

        return true;
    }

    private static int EndOfRun<T>(ReadOnlySpan<T> sorted, int start)
        where T : IEquatable<T>
    {
        int next = sorted[(start + 1)..].IndexOfAnyExcept(sorted[start]);
        return next < 0 ? sorted.Length : start + 1 + next;
    }

    // Takes the different values from the worst to the best, and gives each score its first value.
    [StructLayout(LayoutKind.Auto)]
    private struct Ranks(int all, int bins)
    {
        private readonly decimal?[] bounds = new decimal?[bins - 1];
        private int last = 1;
        private int distinct;
        private long worse;

        internal readonly (decimal?[] Bounds, int Distinct) Result => (bounds, distinct);

        internal void Add(decimal value, int count)
        {
            if (count == 0)
            {
                return;
            }

            distinct++;
            int score = 1 + (int)(bins * worse / all);
            if (score > last)
            {
                bounds[score - 2] = value;
                last = score;
            }

            worse += count;
        }
    }
}
