using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using NodaTime;

namespace PrivateDomain.Core.Customers;

/// <summary>Histories from sets of contents and checkpoints.</summary>
/// <remarks>
/// The state is two sets: contents and checkpoints. A merge is the union of both, less what the latest horizon rules out; so its laws are
/// those of sets. Where every
/// id came once, which is nearly always, contents are events and nothing is compared.
/// </remarks>
internal static class HistoryMerging
{
    internal static CustomerHistory Merged(CustomerId customer, List<CustomerEvent> payloads, ImmutableArray<Checkpoint> checkpoints)
    {
        checkpoints = LatestOf(checkpoints);
        if (!checkpoints.IsEmpty)
        {
            Instant horizon = checkpoints[0].Horizon;
            payloads.RemoveAll(e => IsFolded(e, horizon));
        }

        payloads.Sort(Compare);
        var contents = new List<CustomerEvent>(payloads.Count);
        var greatest = new Dictionary<CustomerEventId, CustomerEvent>(payloads.Count);
        List<CustomerEvent>? others = null;
        foreach (CustomerEvent e in payloads)
        {
            if (contents.Count > 0 && e.Equals(contents[^1]))
            {
                continue;
            }

            contents.Add(e);
            ref CustomerEvent? known = ref CollectionsMarshal.GetValueRefOrAddDefault(greatest, e.Id, out bool isKnown);
            if (isKnown)
            {
                (others ??= []).Add(known!);
            }

            known = e; // contents ascend, so the last is the greatest
        }

        others?.Sort(Compare);
        CustomerEvent[] standing = others is null ? [.. contents] : [.. contents.Where(e => ReferenceEquals(greatest[e.Id], e))];
        return new CustomerHistory(customer, EventColumns.Of(standing), standing.Length, others is null ? [] : [.. others], checkpoints);
    }

    /// <summary>The history of events alone, quickly where they came once each.</summary>
    internal static CustomerHistory Build(CustomerId customer, CustomerEvent[] events, CustomerHistory empty)
    {
        if (events.Length == 0)
        {
            return empty;
        }

        SortByInstant(events);
        return HasRepeatedId(events)
            ? Merged(customer, [.. events], [])
            : new CustomerHistory(customer, EventColumns.Of(events), events.Length, [], []);
    }

    internal static ImmutableArray<CustomerHistory> GroupByCustomer(IEnumerable<CustomerEvent> events)
    {
        var groups = new Dictionary<CustomerId, List<CustomerEvent>>();
        List<CustomerEvent>? last = null;
        foreach (CustomerEvent e in events)
        {
            if (last is null || last[0].Customer != Guard.Against.Null(e, nameof(events)).Customer)
            {
                ref List<CustomerEvent>? group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups,
                    Guard.Against.Null(e, nameof(events)).Customer, out _);
                last = group ??= [];
            }

            last.Add(e);
        }

        CustomerId[] customers = [.. groups.Keys];
        Array.Sort(customers);
        var histories = ImmutableArray.CreateBuilder<CustomerHistory>(customers.Length);
        foreach (CustomerId customer in customers)
        {
            histories.Add(Build(customer, [.. groups[customer]], CustomerHistory.Empty(customer)));
        }

        return histories.DrainToImmutable();
    }

    internal static CustomerHistory Compacted(CustomerHistory history, Instant horizon)
    {
        var totals = new SortedDictionary<(EventKind Kind, TouchKind Touch), EventTotal>();
        foreach (EventTotal total in history.Checkpoint?.Totals ?? [])
        {
            totals[(total.Kind, total.Touch)] = total;
        }

        var folded = new HashSet<CustomerEventId>();
        foreach (CustomerEvent e in history.Events)
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
        return Merged(history.Customer, [.. history.Payloads.Where(e => !folded.Contains(e.Id))],
            [new Checkpoint(horizon, [.. totals.Values])]);
    }

    internal static bool IsFolded(CustomerEvent e, Instant horizon) => Checkpoint.Folds(e.Kind) && e.At < horizon;

    /// <summary>The order of contents: by instant, by id, and by the bytes of the content.</summary>
    internal static int Compare(CustomerEvent left, CustomerEvent right)
    {
        int order = left.At.CompareTo(right.At);
        order = order != 0 ? order : left.Id.CompareTo(right.Id);
        return order != 0 || left.Equals(right)
            ? order
            : EventJsonWriter.ContentOf(left).AsSpan().SequenceCompareTo(EventJsonWriter.ContentOf(right));
    }

    private static ImmutableArray<Checkpoint> LatestOf(ImmutableArray<Checkpoint> checkpoints)
    {
        if (checkpoints.Length < 2)
        {
            return checkpoints;
        }

        Instant latest = checkpoints.Max(static c => c.Horizon);
        return [.. checkpoints.Where(c => c.Horizon == latest).Distinct().Order(Comparer<Checkpoint>.Create(Checkpoint.Compare))];
    }

    // By instant and id. Numbers sort faster than events; ids matter only where instants are equal.
    private static void SortByInstant(CustomerEvent[] events)
    {
        long[] instants = new long[events.Length];
        bool ascends = true;
        for (int i = 0; i < events.Length; i++)
        {
            instants[i] = Nanos.Of(events[i].At);
            ascends &= i == 0 || instants[i - 1] < instants[i]
                || (instants[i - 1] == instants[i] && events[i - 1].Id.CompareTo(events[i].Id) < 0);
        }

        if (ascends)
        {
            return;
        }

        Array.Sort(instants, events);
        for (int start = 0; start < events.Length;)
        {
            int stop = start + 1;
            while (stop < events.Length && instants[stop] == instants[start])
            {
                stop++;
            }

            if (stop - start > 1)
            {
                Array.Sort(events, start, stop - start, Comparer<CustomerEvent>.Create(static (a, b) => a.Id.CompareTo(b.Id)));
            }

            start = stop;
        }
    }

    private static bool HasRepeatedId(CustomerEvent[] events)
    {
        if (events.Length <= 8)
        {
            for (int i = 1; i < events.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    if (events[i].Id == events[j].Id)
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        // An open table of places, from the pool: nothing is kept of it.
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)events.Length * 2);
        int[] places = ArrayPool<int>.Shared.Rent(size);
        try
        {
            Span<int> slots = places.AsSpan(0, size);
            slots.Clear();
            for (int i = 0; i < events.Length; i++)
            {
                int slot = events[i].Id.Text.GetHashCode(StringComparison.Ordinal) & (size - 1);
                for (; slots[slot] != 0; slot = (slot + 1) & (size - 1))
                {
                    if (events[slots[slot] - 1].Id == events[i].Id)
                    {
                        return true;
                    }
                }

                slots[slot] = i + 1;
            }

            return false;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(places);
        }
    }
}
