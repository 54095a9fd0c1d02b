using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Segmentation;

/// <summary>Segments that are evaluated together (分群集), over one schema of facts; they may refer to each other by name.</summary>
/// <remarks>
/// <para>In an overlapping set a customer is in every segment whose rule holds. In an exclusive set the segments are tiers: a customer is
/// in the first whose rule holds
/// and in no other; a reference still means the rule, not the tier.</para>
/// <para>Equality is that of the segments in order, and of whether the set is exclusive; facts that no rule uses do not count.</para>
/// </remarks>
/// <example>
/// <code>
/// SegmentSet set = SegmentSet.From(ShopFacts.Schema,
/// [
///     new Segment("active", Facts.LastOrder.WithinDays(90)),
///     new Segment("core", SegmentRule.InSegment("active") &amp; Facts.Orders.AtLeast(5)),
/// ]);
/// RuleExplanation why = set.Explain("core", values);
/// </code>
/// </example>
[JsonConverter(typeof(SegmentSetJsonConverter))]
public sealed class SegmentSet : IEquatable<SegmentSet>
{
    /// <summary>The greatest number of segments.</summary>
    public const int SegmentsMax = 100_000;

    /// <summary>How many references may follow one another: 0 for a rule without any.</summary>
    public const int ReferencesDeepMax = 16;

    private readonly FrozenDictionary<string, int> places;

    private SegmentSet(FactSchema schema, ImmutableArray<Segment> segments, bool isExclusive, SegmentChecks checks)
    {
        Schema = schema;
        Segments = segments;
        IsExclusive = isExclusive;
        Order = checks.Order;
        References = checks.References;
        places = segments.Select(static (segment, place) => (segment.Name, place)).ToFrozenDictionary(static x => x.Name, static x =>
            x.place, StringComparer.Ordinal);
    }

    // The same names in the same order, the segments after those they refer to.
    private SegmentSet(SegmentSet before, ImmutableArray<Segment> segments, ImmutableArray<ImmutableArray<int>> references)
    {
        Schema = before.Schema;
        Segments = segments;
        IsExclusive = before.IsExclusive;
        Order = before.Order;
        References = references;
        places = before.places;
    }

    /// <summary>The facts of the rules.</summary>
    public FactSchema Schema { get; }

    /// <summary>The segments; in an exclusive set the first that matches wins.</summary>
    public ImmutableArray<Segment> Segments { get; }

    /// <summary>Whether a customer is in the first segment that matches only.</summary>
    public bool IsExclusive { get; }

    /// <summary>A set of segments.</summary>
    /// <param name="schema">The facts the rules may use.</param>
    /// <param name="segments">The segments; none is a set in which nobody is in anything. In an exclusive set the first tier first.</param>
    /// <param name="isExclusive">Whether a customer is in one segment at most: the first whose rule holds.</param>
    /// <exception cref="ArgumentNullException">The schema, the segments or one of them is null.</exception>
    /// <exception cref="InvalidPolicyException">Names are there twice, facts are not the schema's, references lead nowhere, in a circle or
    /// too deep; all mistakes are named.</exception>
    public static SegmentSet From(FactSchema schema, IEnumerable<Segment> segments, bool isExclusive = false) =>
        TryFrom(schema, segments, isExclusive, out SegmentSet? set, out ImmutableArray<Mistake> mistakes)
            ? set
            : throw new InvalidPolicyException("segment set", mistakes);

    /// <summary>Tries to make a set of segments.</summary>
    /// <param name="schema">The facts the rules may use.</param>
    /// <param name="segments">The segments.</param>
    /// <param name="isExclusive">Whether a customer is in one segment at most: the first whose rule holds.</param>
    /// <param name="set">The set; null where there are mistakes.</param>
    /// <param name="mistakes">All mistakes, in the order of the segments; circles and depths at the end.</param>
    /// <exception cref="ArgumentNullException">The schema, the segments or one of them is null.</exception>
    public static bool TryFrom(
        FactSchema schema, IEnumerable<Segment> segments, bool isExclusive, [NotNullWhen(true)] out SegmentSet? set,
        out ImmutableArray<Mistake> mistakes)
    {
        ImmutableArray<Segment> all =
            [.. Guard.Against.Null(segments).Select(static segment => Guard.Against.Null(segment, nameof(segments)))];
        var checks = new SegmentChecks(Guard.Against.Null(schema), all);
        mistakes = checks.Mistakes;
        set = mistakes.IsEmpty ? new(schema, all, isExclusive, checks) : null;
        return set is not null;
    }

    /// <inheritdoc/>
    public bool Equals(SegmentSet? other) =>
        ReferenceEquals(this, other) || (other is not null && IsExclusive == other.IsExclusive && Contents.Equal(Segments, other.Segments));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SegmentSet);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsExclusive, Contents.Hash(Segments));

    /// <summary>The place of a segment in the set; −1 when there is none of the name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public int PlaceOf(string name) => places.TryGetValue(Guard.Against.Null(name), out int place) ? place : -1;

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
            : throw new ArgumentException($"There is no segment \"{Quoted.Of(name)}\".", nameof(name));
    }

    /// <summary>How far back the rules look (回看起点): the first of the shop's days whose events
    /// they need one by one; see <see cref="SegmentRule.LooksBackTo"/>.</summary>
    /// <param name="today">The shop's ISO date.</param>
    /// <returns>The day; null where totals of folded events are enough.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is in another calendar, or not from 1899-12-31 to 9999-01-01.</exception>
    public LocalDate? LooksBackTo(LocalDate today)
    {
        DateRule.CheckToday(today);
        LocalDate? earliest = null;
        foreach (Segment segment in Segments)
        {
            earliest = DerivedFact.Earliest(earliest, segment.Rule.LooksBackTo(today));
        }

        return earliest;
    }

    /// <summary>The places of the segments, each after those it refers to.</summary>
    internal ImmutableArray<int> Order { get; }

    /// <summary>The places of the segments that each refers to.</summary>
    internal ImmutableArray<ImmutableArray<int>> References { get; }

    /// <summary>The set with another segment at a place, of the same name. Where it cannot be wrong nothing is checked again.</summary>
    internal SegmentSet With(int place, Segment segment)
    {
        ImmutableArray<Segment> changed = Segments.SetItem(place, segment);
        return SegmentChecks.IsPlain(Schema, segment.Rule)
            ? new(this, changed, References[place].IsEmpty ? References : References.SetItem(place, []))
            : From(Schema, changed, IsExclusive);
    }
}
