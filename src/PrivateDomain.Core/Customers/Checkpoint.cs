using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Customers;

/// <summary>How many events of a kind were folded away, and when the first and the last of them were (事件合计).</summary>
/// <remarks>Equality is that of all members; there is no ordering. The default value counts nothing.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct EventTotal
{
    internal EventTotal(EventKind kind, TouchKind touch, int count, Instant first, Instant last)
    {
        Kind = kind;
        Touch = touch;
        Count = count;
        First = first;
        Last = last;
    }

    /// <summary>The kind of the events.</summary>
    public EventKind Kind { get; }

    /// <summary>What the messages were for; <see cref="TouchKind.None"/> for other kinds than <see cref="EventKind.TouchSent"/>.</summary>
    public TouchKind Touch { get; }

    /// <summary>How many there were; 1 or more.</summary>
    public int Count { get; }

    /// <summary>When the first was.</summary>
    public Instant First { get; }

    /// <summary>When the last was.</summary>
    public Instant Last { get; }

    internal EventTotal Plus(EventTotal other) =>
        new(Kind, Touch, Count + other.Count, Instant.Min(First, other.First), Instant.Max(Last, other.Last));
}

/// <summary>The totals of the counting events before a horizon (检查点): what <see cref="CustomerHistory.CompactBefore"/> leaves of
/// them.</summary>
/// <remarks>Equality is that of the horizon and the totals; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class Checkpoint : IEquatable<Checkpoint>
{
    internal Checkpoint(Instant horizon, ImmutableArray<EventTotal> totals)
    {
        Horizon = horizon;
        Totals = totals;
    }

    /// <summary>Counting events before this instant are in the totals.</summary>
    public Instant Horizon { get; }

    /// <summary>The totals, by kind and touch; a kind without events is absent.</summary>
    public ImmutableArray<EventTotal> Totals { get; }

    /// <inheritdoc/>
    public bool Equals(Checkpoint? other) =>
        other is not null && Horizon == other.Horizon && Totals.AsSpan().SequenceEqual(other.Totals.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Checkpoint);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Horizon, Totals.Length);

    /// <summary>The first of the kinds that may be folded; all after it may.</summary>
    internal const EventKind FirstFolded = EventKind.MessageReceived;

    /// <summary>Whether an event of the kind is only counted, so that it may be folded.</summary>
    internal static bool Folds(EventKind kind) => kind >= FirstFolded;

    /// <summary>A total order: the later horizon, then the larger totals.</summary>
    internal static int Compare(Checkpoint left, Checkpoint right)
    {
        int order = left.Horizon.CompareTo(right.Horizon);
        order = order != 0 ? order : left.Totals.Length.CompareTo(right.Totals.Length);
        for (int i = 0; order == 0 && i < left.Totals.Length; i++)
        {
            order = KeyOf(left.Totals[i]).CompareTo(KeyOf(right.Totals[i]));
        }

        return order;

        static (EventKind Kind, TouchKind Touch, int Count, Instant Last, Instant First) KeyOf(EventTotal total) =>
            (total.Kind, total.Touch, total.Count, total.Last, total.First);
    }
}
