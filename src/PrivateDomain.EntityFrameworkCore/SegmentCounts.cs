using System.Collections.Immutable;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.EntityFrameworkCore;

/// <summary>How many rows are in each segment of a set (分群计数).</summary>
/// <remarks>Immutable. Equality is that of the set, the rows and the counts.</remarks>
public sealed class SegmentCounts : IEquatable<SegmentCounts>
{
    private SegmentCounts(SegmentSet set, long rows, ImmutableArray<long> counts) => (Set, Rows, Counts) = (set, rows, counts);

    /// <summary>The segments.</summary>
    public SegmentSet Set { get; }

    /// <summary>How many rows were asked, in a segment or in none.</summary>
    public long Rows { get; }

    /// <summary>How many rows are in each segment, in the order of the set; in an exclusive set in no earlier tier too.</summary>
    public ImmutableArray<long> Counts { get; }

    /// <summary>How many rows are in a segment.</summary>
    /// <param name="segment">The name of the segment.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The set has no segment of the name.</exception>
    public long Of(string segment)
    {
        int place = Set.PlaceOf(segment);
        return place >= 0 ? Counts[place] : throw new ArgumentException($"There is no segment \"{segment}\".", nameof(segment));
    }

    /// <inheritdoc/>
    public bool Equals(SegmentCounts? other) =>
        other is not null && Rows == other.Rows && Counts.SequenceEqual(other.Counts) && Set.Equals(other.Set);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SegmentCounts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Set, Rows);

    /// <summary>Each segment's name and count, such as <c>loyal 12, all 30</c>.</summary>
    public override string ToString() =>
        string.Join(", ", Set.Segments.Select((segment, place) => FormattableString.Invariant($"{segment.Name} {Counts[place]}")));

    /// <summary>From what one query gave: the rows, then each segment; nothing where there are no rows.</summary>
    internal static SegmentCounts Of(SegmentSet set, long[]? counted) =>
        counted is null ? new(set, 0, [.. set.Segments.Select(static _ => 0L)]) : new(set, counted[0], [.. counted[1..]]);

    /// <summary>From the rows of each tier.</summary>
    internal static SegmentCounts OfTiers(SegmentSet set, Dictionary<int, long> tiers) =>
        new(set, tiers.Values.Sum(), [.. set.Segments.Select((_, place) => tiers.GetValueOrDefault(place))]);
}
