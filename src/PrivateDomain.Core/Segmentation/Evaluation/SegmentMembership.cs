using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Which customers are in which segments (分群结果): a bitmap over rows for each segment.</summary>
/// <remarks>
/// <para>Rows are the customers in the order in which they were evaluated. Bit r % 64 of word r / 64 is row r.</para>
/// <para>It changes only when it is given to <see cref="PreparedSegments.EvaluateInto"/>: then everything taken from it before, bitmaps and
/// <see cref="Since"/> too, shows the new evaluation. Else any number of threads may read it.</para>
/// <para>Two are equal only when they are the same object.</para>
/// </remarks>
/// <example>
/// <code>
/// SegmentMembership members = prepared.Evaluate(table);
/// for (int i = 0; i &lt; members.Set.Segments.Length; i++)
/// {
///     Console.WriteLine($"{members.Set.Segments[i].Name}: {members.Counts[i]}");
/// }
///
/// int overlap = members.OverlapOf(0, 1); // who is in both of the first two
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class SegmentMembership
{
    private readonly ulong[][] members;
    private ulong[][] undecidable; // empty where no fact is folded
    private ImmutableArray<ulong> nobody; // shared by segments that are decided for everybody

    /// <summary>One written already.</summary>
    internal SegmentMembership(SegmentSet set, int rows, ulong[][] members, ulong[][] undecidable)
    {
        Set = set;
        RowCount = rows;
        this.members = members;
        this.undecidable = undecidable;
        Bitmaps = Frozen(members);
        Count(
            [.. members.Select(static words => WordKernel.CountOf(words))],
            [.. undecidable.Select(static words => WordKernel.CountOf(words))]);
    }

    /// <summary>One to be written: opened, then closed.</summary>
    internal SegmentMembership(SegmentSet set, int rows)
    {
        Set = set;
        RowCount = rows;
        members = WordsFor(set, rows);
        undecidable = [];
        Bitmaps = Frozen(members);
    }

    /// <summary>The segments.</summary>
    public SegmentSet Set { get; }

    /// <summary>How many customers were evaluated.</summary>
    public int RowCount { get; }

    /// <summary>The bitmap of each segment, in the order of the set; bits beyond the last row are 0.</summary>
    public ImmutableArray<ImmutableArray<ulong>> Bitmaps { get; }

    /// <summary>For each segment, in the order of the set, the customers of whom it cannot be decided, because the rule depends on history
    /// that was folded away (无法判断); they are not in <see cref="Bitmaps"/>.</summary>
    public ImmutableArray<ImmutableArray<ulong>> Undecidable { get; private set; }

    /// <summary>How many customers those are, in the order of the set.</summary>
    public ImmutableArray<int> UndecidableCounts { get; private set; }

    /// <summary>How many customers are in each segment, in the order of the set.</summary>
    public ImmutableArray<int> Counts { get; private set; }

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
        return RowsIn(members[segment]);
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

    /// <summary>The words to write, those of undecidable customers too where they are wanted.</summary>
    internal (ulong[][] Members, ulong[][] Undecidable) Open(bool isFolding)
    {
        undecidable = !isFolding ? [] : undecidable.Length > 0 ? undecidable : WordsFor(Set, RowCount);
        return (members, undecidable);
    }

    /// <summary>Takes the counts of what was written, first of the segments, then of the undecidable; without any, where the writing did
    /// not come to its end, nobody is left in any segment.</summary>
    internal void Close(ReadOnlySpan<int> counts)
    {
        if (counts.IsEmpty && members.Length > 0)
        {
            Array.ForEach(members, static words => words.AsSpan().Clear());
            Array.ForEach(undecidable, static words => words.AsSpan().Clear());
            counts = new int[members.Length + undecidable.Length];
        }

        Count([.. counts[..members.Length]], [.. counts[members.Length..]]);
    }

    private static ulong[][] WordsFor(SegmentSet set, int rows) => [.. set.Segments.Select(_ => new ulong[(rows + 63) / 64])];

    private static ImmutableArray<ImmutableArray<ulong>> Frozen(ulong[][] words) =>
        [.. words.Select(ImmutableCollectionsMarshal.AsImmutableArray)];

    private static IEnumerable<int> RowsIn(ulong[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            for (ulong word = words[i]; word != 0; word &= word - 1)
            {
                yield return (i * 64) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    private void Count(ImmutableArray<int> counts, ImmutableArray<int> undecidableCounts)
    {
        Counts = counts;
        if (undecidable.Length > 0)
        {
            Undecidable = Frozen(undecidable);
            UndecidableCounts = undecidableCounts;
            return;
        }

        nobody = nobody.IsDefault ? [.. new ulong[(RowCount + 63) / 64]] : nobody;
        Undecidable = [.. members.Select(_ => nobody)];
        UndecidableCounts = [.. members.Select(static _ => 0)];
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
