using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Outlook;

/// <summary>What comes of one segment up to a horizon if nothing happens (分群变化).</summary>
/// <remarks>Those who are in it now and those who enter are together those who leave and those who are in it then. Two are equal only when
/// they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class SegmentFlow
{
    private SegmentFlow(FlowTally from)
    {
        Segment = from.Segment;
        Now = from.Now;
        Changes = [.. from.Changes.OrderBy(static change => change.At).ThenBy(static change => change.Customer)];
        Enters = [.. Changes.Where(static change => change.To == Truth.Yes)];
        Leaves = [.. Changes.Where(static change => change.From == Truth.Yes)];
    }

    /// <summary>The name of the segment.</summary>
    public string Segment { get; }

    /// <summary>How many customers are in it at the instant asked about.</summary>
    public int Now { get; }

    /// <summary>How many are in it at the horizon.</summary>
    public int Then => Now + Enters.Length - Leaves.Length;

    /// <summary>All changes, by instant and then by customer; also those between out of it and undecidable. A customer may be there several
    /// times.</summary>
    public ImmutableArray<SegmentChange> Changes { get; }

    /// <summary>The changes by which a customer comes in.</summary>
    public ImmutableArray<SegmentChange> Enters { get; }

    /// <summary>The changes by which a customer goes out, or can no longer be decided.</summary>
    public ImmutableArray<SegmentChange> Leaves { get; }

    /// <summary>Counts a flow while customers are walked through.</summary>
    internal sealed class FlowTally(string segment)
    {
        internal string Segment { get; } = segment;

        internal int Now { get; private set; }

        internal List<SegmentChange> Changes { get; } = [];

        internal void Start(Truth truth) => Now += truth == Truth.Yes ? 1 : 0;

        internal SegmentFlow Make() => new(this);
    }
}

/// <summary>One customer enters or leaves a segment by itself (分群进出).</summary>
/// <remarks>At <see cref="At"/> the answer is the new one, just before it the old one. Equality is that of all members; the default value
/// is nobody's.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct SegmentChange
{
    internal SegmentChange(Instant at, CustomerId customer, Truth from, Truth to) =>
        (At, Customer, From, To) = (at, customer, from, to);

    /// <summary>The first instant with the new answer.</summary>
    public Instant At { get; }

    /// <summary>Who.</summary>
    public CustomerId Customer { get; }

    /// <summary>Whether the customer was in the segment until then.</summary>
    public Truth From { get; }

    /// <summary>Whether the customer is in it from then on.</summary>
    public Truth To { get; }
}
