using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Who entered, left and stayed in a segment between two evaluations (分群流动).</summary>
/// <remarks>Two are equal only when they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class SegmentMovement
{
    internal SegmentMovement(Segment segment, int rows, ImmutableArray<ulong> now, ImmutableArray<ulong> before)
    {
        Segment = segment;
        Entered = RowsWhere(rows, now, before, static (current, past) => current & ~past);
        Left = RowsWhere(rows, now, before, static (current, past) => ~current & past);
        Stayed = RowsWhere(rows, now, before, static (current, past) => current & past);
    }

    /// <summary>The segment, as it is now.</summary>
    public Segment Segment { get; }

    /// <summary>The rows of customers who are in it and were not, ascending.</summary>
    public ImmutableArray<int> Entered { get; }

    /// <summary>The rows of customers who were in it and are not, ascending.</summary>
    public ImmutableArray<int> Left { get; }

    /// <summary>The rows of customers who were in it and are, ascending.</summary>
    public ImmutableArray<int> Stayed { get; }

    private static ImmutableArray<int> RowsWhere(int rows, ImmutableArray<ulong> now, ImmutableArray<ulong> before, Func<ulong, ulong,
        ulong> choose)
    {
        var found = ImmutableArray.CreateBuilder<int>();
        for (int word = 0; word * 64 < rows; word++)
        {
            for (ulong bits = choose(now[word], word < before.Length ? before[word] : 0); bits != 0; bits &= bits - 1)
            {
                found.Add((word * 64) + BitOperations.TrailingZeroCount(bits));
            }
        }

        return found.DrainToImmutable();
    }
}
