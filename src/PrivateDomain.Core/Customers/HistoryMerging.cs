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
    /// <remarks>The span is put into order.</remarks>
    internal static CustomerHistory Build(CustomerId customer, Span<CustomerEvent> events)
    {
        if (events.IsEmpty)
        {
            return CustomerHistory.Empty(customer);
        }

        SortByInstant(events);
        return HasRepeatedId(events)
            ? Merged(customer, [.. events], [])
            : new CustomerHistory(customer, EventColumns.Of(events), events.Length, [], []);
    }

    /// <summary>The histories of all customers, by customer: the events are shared out into one array by counting.</summary>
    internal static ImmutableArray<CustomerHistory> GroupByCustomer(IEnumerable<CustomerEvent> events)
    {
        CustomerEvent[] all = events as CustomerEvent[] ?? [.. events];
        var places = new Dictionary<CustomerId, int>();
        var customers = new List<CustomerId>();
        var counts = new List<int>();
        int[] groups = new int[all.Length];
        CustomerId last = default;
        for (int i = 0, group = -1; i < all.Length; i++)
        {
            CustomerId customer = Guard.Against.Null(all[i], nameof(events)).Customer;
            if (group < 0 || customer != last)
            {
                ref int place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, customer, out bool isKnown);
                if (!isKnown)
                {
                    place = customers.Count;
                    customers.Add(customer);
                    counts.Add(0);
                }

                (group, last) = (place, customer);
            }

            groups[i] = group;
            counts[group]++;
        }

        int[] order = [.. Enumerable.Range(0, customers.Count)];
        CollectionsMarshal.AsSpan(customers).Sort(order.AsSpan());
        int[] starts = new int[counts.Count];
        int start = 0;
        foreach (int group in order)
        {
            starts[group] = start;
            start += counts[group];
        }

        var shared = new CustomerEvent[all.Length];
        for (int i = 0; i < all.Length; i++)
        {
            shared[starts[groups[i]]++] = all[i];
        }

        var histories = ImmutableArray.CreateBuilder<CustomerHistory>(customers.Count);
        for (int i = 0; i < customers.Count; i++)
        {
            int count = counts[order[i]];
            histories.Add(Build(customers[i], shared.AsSpan(starts[order[i]] - count, count)));
        }

        return histories.MoveToImmutable();
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
    private static void SortByInstant(Span<CustomerEvent> events)
    {
        if (Ascends(events))
        {
            return;
        }

        long[] instants = new long[events.Length];
        for (int i = 0; i < events.Length; i++)
        {
            instants[i] = Nanos.Of(events[i].At);
        }

        instants.AsSpan().Sort(events);
        for (int start = 0; start < events.Length;)
        {
            int stop = start + 1;
            while (stop < events.Length && instants[stop] == instants[start])
            {
                stop++;
            }

            if (stop - start > 1)
            {
                events[start..stop].Sort(static (a, b) => a.Id.CompareTo(b.Id));
            }

            start = stop;
        }
    }

    private static bool Ascends(ReadOnlySpan<CustomerEvent> events)
    {
        for (int i = 1; i < events.Length; i++)
        {
            int order = events[i - 1].At.CompareTo(events[i].At);
            if (order > 0 || (order == 0 && events[i - 1].Id.CompareTo(events[i].Id) >= 0))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasRepeatedId(ReadOnlySpan<CustomerEvent> events)
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
