namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Evaluates segments for customers one after the other.</summary>
internal static class RowRun
{
    internal static SegmentMembership Of(PreparedSegments prepared, IEnumerable<FactValues> customers)
    {
        int segments = prepared.Set.Segments.Length;
        List<ulong>[] members = [.. Enumerable.Range(0, segments).Select(static _ => new List<ulong>())];
        List<ulong>[] undecidable = [.. Enumerable.Range(0, segments).Select(static _ => new List<ulong>())];
        ulong[] found = new ulong[prepared.WordCount];
        ulong[] open = new ulong[prepared.WordCount];
        int rows = 0;
        foreach (FactValues values in customers)
        {
            prepared.Evaluate(prepared.Read(Guard.Against.Null(values, nameof(customers))), found, open);
            Add(members, found, rows);
            Add(undecidable, open, rows);
            rows = checked(rows + 1);
        }

        return new SegmentMembership(prepared.Set, rows, Frozen(members), Frozen(undecidable));
    }

    private static void Add(List<ulong>[] bitmaps, ulong[] segments, int row)
    {
        for (int i = 0; i < bitmaps.Length; i++)
        {
            if (row % 64 == 0)
            {
                bitmaps[i].Add(0);
            }

            bitmaps[i][^1] |= ((segments[i / 64] >> i) & 1) << row;
        }
    }

    private static ulong[][] Frozen(List<ulong>[] bitmaps) => [.. bitmaps.Select(static bitmap => bitmap.ToArray())];
}
