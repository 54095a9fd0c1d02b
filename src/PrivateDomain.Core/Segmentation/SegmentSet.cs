using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Segmentation.Evaluation;

namespace PrivateDomain.Core.Segmentation;

/// <summary>Segments that are evaluated together (分群集), over one schema of facts; they may refer to each other by name.</summary>
/// <remarks>
/// <para>In an overlapping set a customer is in every segment whose rule holds. In an exclusive set the segments are tiers: a customer is
/// in the first whose rule holds
/// and in no other; a reference still means the rule, not the tier.</para>
/// <para>Two sets are equal only when they are the same object.</para>
/// </remarks>
public sealed class SegmentSet
{
    /// <summary>The greatest number of segments.</summary>
    public const int SegmentsMax = 100_000;

    /// <summary>How many references may follow one another: 0 for a rule without any.</summary>
    public const int ReferencesDeepMax = 16;

    private readonly FrozenDictionary<string, int> places;
    private readonly ImmutableArray<int> order;

    private SegmentSet(FactSchema schema, ImmutableArray<Segment> segments, bool isExclusive, ImmutableArray<int> order)
    {
        Schema = schema;
        Segments = segments;
        IsExclusive = isExclusive;
        this.order = order;
        places = segments.Select(static (segment, place) => (segment.Name, place)).ToFrozenDictionary(static x => x.Name, static x =>
            x.place, StringComparer.Ordinal);
    }

    /// <summary>The facts of the rules.</summary>
    public FactSchema Schema { get; }

    /// <summary>The segments; in an exclusive set the first that matches wins.</summary>
    public ImmutableArray<Segment> Segments { get; }

    /// <summary>Whether a customer is in the first segment that matches only.</summary>
    public bool IsExclusive { get; }

    /// <summary>A set in which a customer may be in many segments.</summary>
    /// <param name="schema">The facts the rules may use.</param>
    /// <param name="segments">The segments; none is a set in which nobody is in anything.</param>
    /// <exception cref="ArgumentNullException">The schema, the segments or one of them is null.</exception>
    /// <exception cref="InvalidPolicyException">Names are there twice, facts are not the schema's, references lead nowhere, in a circle or
    /// too deep; all mistakes are named.</exception>
    public static SegmentSet Overlapping(FactSchema schema, IEnumerable<Segment> segments) => Create(schema, segments, isExclusive: false);

    /// <summary>A set in which a customer is in one segment at most: the first that matches.</summary>
    /// <param name="schema">The facts the rules may use.</param>
    /// <param name="segments">The segments, the first tier first.</param>
    /// <exception cref="ArgumentNullException">The schema, the segments or one of them is null.</exception>
    /// <exception cref="InvalidPolicyException">Names are there twice, facts are not the schema's, references lead nowhere, in a circle or
    /// too deep; all mistakes are named.</exception>
    public static SegmentSet Exclusive(FactSchema schema, IEnumerable<Segment> segments) => Create(schema, segments, isExclusive: true);

    /// <summary>All mistakes of segments together, for what a person or a file gave: empty when a set can be made of them.</summary>
    /// <param name="schema">The facts the rules may use.</param>
    /// <param name="segments">The segments.</param>
    /// <returns>The mistakes in the order of the segments, each with its path such as <c>segments[2].all[0]</c>.</returns>
    /// <exception cref="ArgumentNullException">The schema, the segments or one of them is null.</exception>
    public static ImmutableArray<Mistake> Check(FactSchema schema, IEnumerable<Segment> segments) =>
        new SegmentChecks(Guard.Against.Null(schema), All(segments)).Mistakes;

    /// <summary>The place of a segment in the set; −1 when there is none of the name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public int PlaceOf(string name) => places.TryGetValue(Guard.Against.Null(name), out int place) ? place : -1;

    /// <summary>The set made ready to be evaluated for many customers on one day.</summary>
    /// <param name="today">The shop's ISO date, to which "within the last days" refers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    public PreparedSegments Prepare(LocalDate today) => new(this, Lower(today));

    /// <summary>Whether a customer is in a segment, with what was found for every part of its rule.</summary>
    /// <param name="name">The name of a segment.</param>
    /// <param name="values">What is known of the customer.</param>
    /// <returns>The explanation of the segment's own rule, whether or not an earlier tier of an exclusive set has the customer.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such segment.</exception>
    public RuleExplanation Explain(string name, FactValues values)
    {
        Guard.Against.Null(values);
        int place = PlaceOf(name);
        return place >= 0
            ? new RuleReader(values, this).Explain(Segments[place].Rule)
            : throw new ArgumentException($"There is no segment \"{name}\".", nameof(name));
    }

    /// <summary>The set in threshold form.</summary>
    internal LoweredSegments Lower(LocalDate today) => Lowering.Of(Segments, order, DateRule.CheckToday(today));

    private static ImmutableArray<Segment> All(IEnumerable<Segment> segments) =>
        [.. Guard.Against.Null(segments).Select(static segment => Guard.Against.Null(segment, nameof(segments)))];

    private static SegmentSet Create(FactSchema schema, IEnumerable<Segment> segments, bool isExclusive)
    {
        ImmutableArray<Segment> all = All(segments);
        var checks = new SegmentChecks(Guard.Against.Null(schema), all);
        return checks.Mistakes.IsEmpty ? new(schema, all, isExclusive, checks.Order)
            : throw new InvalidPolicyException("segment set", checks.Mistakes);
    }
}
