using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Outlook;

/// <summary>Who enters and who leaves which of a shop's segments up to a horizon if nothing happens (分群展望), over many
/// customers.</summary>
/// <remarks>
/// <para>Of each customer it says what <see cref="CustomerOutlook"/> says of segments, at the same instants. Days are not tried one by one:
/// of each condition the instants are worked out at which it can change, and a segment is asked again only where one of its conditions
/// does.</para>
/// <para>Immutable, so any number of threads may use it. Two are equal only when they are the same object.</para>
/// </remarks>
/// <example>
/// <code>
/// SegmentOutlook week = SegmentOutlook.Of(rules, histories, now, now + Duration.FromDays(7));
/// foreach (SegmentChange change in week.Of("active").Leaves)
/// {
///     Remind(change.Customer, before: change.At);
/// }
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class SegmentOutlook
{
    private SegmentOutlook(
        Instant asOf, Instant horizon, int customers, ImmutableArray<SegmentFlow> segments, ImmutableArray<Reason> leftOut) =>
        (AsOf, Horizon, Customers, Segments, LeftOut) = (asOf, horizon, customers, segments, leftOut);

    /// <summary>The instant from which on nothing else happens.</summary>
    public Instant AsOf { get; }

    /// <summary>The last instant that is looked at.</summary>
    public Instant Horizon { get; }

    /// <summary>How many customers were looked at.</summary>
    public int Customers { get; }

    /// <summary>What comes of each segment, in the order of the set; without those left out.</summary>
    public ImmutableArray<SegmentFlow> Segments { get; }

    /// <summary>Which segments are not looked at, and why: they depend on the other customers.</summary>
    public ImmutableArray<Reason> LeftOut { get; }

    /// <summary>Who enters and leaves a shop's segments.</summary>
    /// <param name="rules">The rules; without segments nothing is looked at.</param>
    /// <param name="histories">What happened with each customer; later events than the instant are no part of the question.</param>
    /// <param name="asOf">The instant from which on nothing else happens.</param>
    /// <param name="horizon">The last instant that is looked at, up to 2200.</param>
    /// <param name="ownFacts">Adds the host's own facts to the values that segments read; null: there are none. It must be a pure function
    /// that adds the same values on every day; whose they are, <see cref="FactValues.Customer"/> tells.</param>
    /// <exception cref="ArgumentNullException">There are no rules or no histories, or one of them is null.</exception>
    /// <exception cref="ArgumentException">A history was compacted and has events after the instant.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant is not from 1900 to 2200, or the horizon is before it or after
    /// 2200.</exception>
    public static SegmentOutlook Of(
        ShopRules rules, IEnumerable<CustomerHistory> histories, Instant asOf, Instant horizon,
        Func<FactValues, FactValues>? ownFacts = null)
    {
        Guard.Against.Null(rules);
        Guard.Against.Null(histories);
        CustomerOutlook.CheckHorizon(CustomerEvent.CheckInstant(asOf), horizon);
        var plan = new SegmentPlan(rules, asOf);
        SegmentFlow.FlowTally[] flows =
            [.. plan.Watched.Select(place => new SegmentFlow.FlowTally(rules.Segments!.Segments[place].Name))];
        int customers = 0;
        foreach (CustomerHistory history in histories)
        {
            new SegmentPath(plan, Guard.Against.Null(history, nameof(histories)), asOf, ownFacts).WalkTo(horizon, flows);
            customers++;
        }

        return new(asOf, horizon, customers, [.. flows.Select(static flow => flow.Make())], plan.LeftOut);
    }

    /// <summary>What comes of a segment.</summary>
    /// <param name="segment">Its name.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">There is no such segment, or it is left out.</exception>
    public SegmentFlow Of(string segment) =>
        Segments.FirstOrDefault(flow => string.Equals(flow.Segment, Guard.Against.Null(segment), StringComparison.Ordinal))
            ?? throw new ArgumentException($"The segment \"{Quoted.Of(segment)}\" is not looked at.", nameof(segment));
}
