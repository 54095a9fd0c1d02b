using System.Collections.Immutable;

namespace PrivateDomain.Core.Internals;

/// <summary>"Did you mean": the names nearest to one that was mistyped.</summary>
internal static class NearNames
{
    private const int Longest = 64;

    /// <summary>At most three of the names, the nearest first; a name is near when at most a third of its letters, and one at least, must
    /// change.</summary>
    internal static ImmutableArray<string> Of(string name, IEnumerable<string> names) =>
        name.Length is 0 or > Longest
            ? []
            : [
                .. names.Select(other => (other, distance: Distance(name, other)))
                    .Where(x => x.distance <= Math.Max(1, Math.Max(name.Length, x.other.Length) / 3))
                    .OrderBy(static x => x.distance)
                    .ThenBy(static x => x.other, StringComparer.Ordinal)
                    .Take(3)
                    .Select(static x => x.other),
            ];

    // Letters added, left out, changed, or two neighbours swapped.
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > Longest / 3)
        {
            return int.MaxValue;
        }

        int[] beforeLast = new int[right.Length + 1];
        int[] last = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int[] row = new int[right.Length + 1];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                bool same = left[i - 1] == right[j - 1];
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, row);
        }

        return last[right.Length];
    }
}
