using System.Collections.Immutable;
using System.Numerics;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Which customers are in which segments (分群结果): a bitmap over rows for each segment.</summary>
/// <remarks>
/// <para>Rows are the customers in the order in which they were evaluated. Bit r % 64 of word r / 64 is row r.</para>
/// <para>Two are equal only when they are the same object.</para>
/// </remarks>
public sealed class SegmentMembership
{
    internal SegmentMembership(
        SegmentSet set, int rows, ImmutableArray<ImmutableArray<ulong>> bitmaps, ImmutableArray<ImmutableArray<ulong>> undecidable)
    {
        Set = set;
        RowCount = rows;
        Bitmaps = bitmaps;
        Counts = [.. bitmaps.Select(static bitmap => CountOf(bitmap.AsSpan()))];
        ImmutableArray<ulong> none = undecidable.IsEmpty ? [.. new ulong[(rows + 63) / 64]] : [];
        Undecidable = undecidable.IsEmpty ? [.. bitmaps.Select(_ => none)] : undecidable;
        UndecidableCounts = [.. Undecidable.Select(static bitmap => CountOf(bitmap.AsSpan()))];
    }

    /// <summary>The segments.</summary>
    public SegmentSet Set { get; }

    /// <summary>How many customers were evaluated.</summary>
    public int RowCount { get; }

    /// <summary>The bitmap of each segment, in the order of the set; bits beyond the last row are 0.</summary>
    public ImmutableArray<ImmutableArray<ulong>> Bitmaps { get; }

    /// <summary>For each segment, in the order of the set, the customers of whom it cannot be decided, because the rule depends on history
    /// that was folded away (无法判断); they are not in <see cref="Bitmaps"/>.</summary>
    public ImmutableArray<ImmutableArray<ulong>> Undecidable { get; }

    /// <summary>How many customers those are, in the order of the set.</summary>
    public ImmutableArray<int> UndecidableCounts { get; }

    /// <summary>How many customers are in each segment, in the order of the set.</summary>
    public ImmutableArray<int> Counts { get; }

    /// <summary>Whether a customer is in a segment; false too where it cannot be decided.</summary>
    /// <param name="segment">The place of the segment.</param>
    /// <param name="row">The row of the customer.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such segment or row.</exception>
    public bool Contains(int segment, int row)
    {
        CheckSegment(segment, nameof(segment));
        Guard.Against.OutOfRange(row, nameof(row), 0, RowCount - 1);
        return (Bitmaps[segment][row / 64] >> row & 1) != 0;
    }

    /// <summary>Whether a customer is in a segment, is not, or whether that cannot be decided.</summary>
    /// <param name="segment">The place of the segment.</param>
    /// <param name="row">The row of the customer.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such segment or row.</exception>
    public Truth TruthOf(int segment, int row) =>
        Contains(segment, row) ? Truth.Yes
            : (Undecidable[segment][row / 64] >> row & 1) != 0 ? Truth.Undecidable
            : Truth.No;

    /// <summary>The rows of the customers in a segment, ascending.</summary>
    /// <param name="segment">The place of the segment.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such segment.</exception>
    public IEnumerable<int> RowsOf(int segment)
    {
        CheckSegment(segment, nameof(segment));
        return Enumerable.Range(0, RowCount).Where(row => (Bitmaps[segment][row / 64] >> row & 1) != 0);
    }

    /// <summary>How many customers are in both of two segments (重叠).</summary>
    /// <param name="first">The place of a segment.</param>
    /// <param name="second">The place of a segment; the same gives its count.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such segment.</exception>
    public int OverlapOf(int first, int second)
    {
        CheckSegment(first, nameof(first));
        CheckSegment(second, nameof(second));
        return Overlap(first, second);
    }

    /// <summary>How many customers are in both of any two segments: row and column in the order of the set, counts on the diagonal
    /// (重叠矩阵).</summary>
    public ImmutableArray<ImmutableArray<int>> Overlaps()
    {
        int count = Bitmaps.Length;
        return [.. Enumerable.Range(0, count).Select(first =>
            Enumerable.Range(0, count).Select(second => Overlap(first, second)).ToImmutableArray())];
    }

    /// <summary>Who entered, left and stayed in each segment since an earlier evaluation (分群流动).</summary>
    /// <param name="before">The earlier evaluation. Its rows are the first rows of this one: the same customers in the same order;
    /// customers after them are new.</param>
    /// <returns>One movement for each segment of this set, in order. A segment is the same when its name is; one that was not there before
    /// had nobody in it.</returns>
    /// <exception cref="ArgumentNullException">There is no earlier evaluation.</exception>
    /// <exception cref="ArgumentException">The earlier evaluation has more rows.</exception>
    public ImmutableArray<SegmentMovement> Since(SegmentMembership before)
    {
        Guard.Against.Null(before);
        if (before.RowCount > RowCount)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The earlier rows must be the first of these {RowCount}, but there are {before.RowCount}."),
                    nameof(before));
        }

        var movements = ImmutableArray.CreateBuilder<SegmentMovement>(Bitmaps.Length);
        for (int i = 0; i < Bitmaps.Length; i++)
        {
            int earlier = before.Set.PlaceOf(Set.Segments[i].Name);
            movements.Add(new SegmentMovement(Set.Segments[i], RowCount, Bitmaps[i], earlier < 0 ? [] : before.Bitmaps[earlier]));
        }

        return movements.MoveToImmutable();
    }

    internal static int CountOf(ReadOnlySpan<ulong> words)
    {
        int count = 0;
        foreach (ulong word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    private int Overlap(int first, int second)
    {
        ReadOnlySpan<ulong> left = Bitmaps[first].AsSpan();
        ReadOnlySpan<ulong> right = Bitmaps[second].AsSpan();
        int count = 0;
        for (int i = 0; i < left.Length; i++)
        {
            count += BitOperations.PopCount(left[i] & right[i]);
        }

        return count;
    }

    private void CheckSegment(int segment, string name) => Guard.Against.OutOfRange(segment, name, 0, Bitmaps.Length - 1);
}
