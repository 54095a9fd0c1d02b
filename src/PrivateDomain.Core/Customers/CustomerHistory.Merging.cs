using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Customers;

public sealed partial class CustomerHistory
{
    /// <summary>The history with its counting events before a horizon folded into totals (压缩历史).</summary>
    /// <remarks>
    /// <para>Folded are messages, activities, surveys, feedback, recommendations, referral conversions, declined rivals, welfare and complaints. Orders, refunds, links,
    /// opt-outs, groups, tags and NPS answers stay whole, so purchase facts and retention stay exact.</para>
    /// <para>A counting event before the horizon that arrives later is dropped, as it may be in the totals already: choose a horizon older than the latest arrival.
    /// A window that cuts through a total is not complete, and <see cref="CustomerFacts.IsComplete(EventKind, TimeWindow)"/> says so.</para>
    /// </remarks>
    /// <param name="horizon">The instant before which events are folded; one not after the present horizon changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant is out of range.</exception>
    public CustomerHistory CompactBefore(Instant horizon)
    {
        CustomerEvent.CheckInstant(horizon);
        if (Checkpoint is { } present && present.Horizon >= horizon)
        {
            return this;
        }

        var totals = new SortedDictionary<(EventKind Kind, TouchKind Touch), EventTotal>();
        foreach (EventTotal total in Checkpoint?.Totals ?? [])
        {
            totals[(total.Kind, total.Touch)] = total;
        }

        var folded = new HashSet<CustomerEventId>();
        foreach (CustomerEvent e in Events)
        {
            if (IsFolded(e, horizon))
            {
                folded.Add(e.Id);
                TouchKind touch = e is TouchSent sent ? sent.Touch : TouchKind.None;
                var one = new EventTotal(e.Kind, touch, 1, e.At, e.At);
                totals[(e.Kind, touch)] = totals.TryGetValue((e.Kind, touch), out EventTotal sum) ? sum.Plus(one) : one;
            }
        }

        // Another content of a folded id is gone with it: it did not stand, and must not stand now.
        return Merged(Customer, [.. Payloads.Where(e => !folded.Contains(e.Id))], [new Checkpoint(horizon, [.. totals.Values])]);
    }

    // The state is two sets: contents and checkpoints. A merge is the union of both, less what the latest horizon rules out; so its laws are those of sets.
    internal static CustomerHistory Merged(CustomerId customer, List<CustomerEvent> payloads, ImmutableArray<Checkpoint> checkpoints)
    {
        checkpoints = LatestOf(checkpoints);
        if (!checkpoints.IsEmpty)
        {
            Instant horizon = checkpoints[0].Horizon;
            payloads.RemoveAll(e => IsFolded(e, horizon));
        }

        payloads.Sort(Compare);
        var distinct = ImmutableArray.CreateBuilder<CustomerEvent>(payloads.Count);
        foreach (CustomerEvent e in payloads)
        {
            if (distinct.Count == 0 || !e.Equals(distinct[^1]))
            {
                distinct.Add(e);
            }
        }

        return new CustomerHistory(customer, distinct.DrainToImmutable(), checkpoints);
    }

    private static bool IsFolded(CustomerEvent e, Instant horizon) => Checkpoint.Folds(e.Kind) && e.At < horizon;

    private static ImmutableArray<Checkpoint> LatestOf(ImmutableArray<Checkpoint> checkpoints) =>
        checkpoints.Length < 2
            ? checkpoints
            : [.. checkpoints.Where(c => c.Horizon == checkpoints.Max(static x => x.Horizon)).Distinct().Order(Comparer<Checkpoint>.Create(Checkpoint.Compare))];

    private static (ImmutableArray<CustomerEvent> Events, ImmutableArray<CustomerEventId> Conflicts) Resolve(ImmutableArray<CustomerEvent> payloads)
    {
        var greatest = new Dictionary<CustomerEventId, CustomerEvent>(payloads.Length);
        SortedSet<CustomerEventId>? conflicts = null;
        foreach (CustomerEvent e in payloads)
        {
            if (!greatest.TryAdd(e.Id, e))
            {
                greatest[e.Id] = e; // payloads ascend, so the last is the greatest
                (conflicts ??= []).Add(e.Id);
            }
        }

        return conflicts is null ? (payloads, []) : ([.. payloads.Where(e => ReferenceEquals(greatest[e.Id], e))], [.. conflicts]);
    }

    private static int Compare(CustomerEvent left, CustomerEvent right)
    {
        int order = left.At.CompareTo(right.At);
        order = order != 0 ? order : left.Id.CompareTo(right.Id);
        return order != 0 || left.Equals(right)
            ? order
            : EventWriting.ContentOf(left).AsSpan().SequenceCompareTo(EventWriting.ContentOf(right));
    }
}
