using System.Numerics;

namespace PrivateDomain.Core.Customers;

/// <summary>Counts what is counted as events, folded totals included; null where a total leaves it open.</summary>
internal static class BehaviourCounts
{
    internal static int? Count(CustomerFacts facts, (EventKind First, EventKind Last) kinds, TouchKind touch, (long From, long End) window)
    {
        HistoryIndex index = facts.Index;
        (int start, int stop) = PlacesOf(index, window);
        int count = touch == TouchKind.None
            ? CountRange(index.Kinds[start..stop], (byte)kinds.First, (byte)kinds.Last)
            : CountTouches(index.Kinds[start..stop], index.Details[start..stop], touch);
        foreach (EventTotal total in facts.Folded)
        {
            if (total.Kind >= kinds.First && total.Kind <= kinds.Last && (touch == TouchKind.None || total.Touch == touch))
            {
                (long first, long last) = (Nanos.Of(total.First), Nanos.Of(total.Last));
                if (first >= window.From && last < window.End)
                {
                    count += total.Count;
                }
                else if (last >= window.From && first < window.End)
                {
                    return null;
                }
            }
        }

        return IsOpen(facts, kinds.Last, window) ? null : count;
    }

    /// <summary>Whether an event of the kinds is there in a window, or a total lies wholly in it.</summary>
    internal static bool IsSeen(CustomerFacts facts, (EventKind First, EventKind Last) kinds, (long From, long End) window)
    {
        (int start, int stop) = PlacesOf(facts.Index, window);
        bool isSeen = facts.Index.Kinds[start..stop].IndexOfAnyInRange((byte)kinds.First, (byte)kinds.Last) >= 0;
        foreach (EventTotal total in facts.HasConflictingTotals ? [] : facts.Folded)
        {
            isSeen |= total.Kind >= kinds.First && total.Kind <= kinds.Last
                && Nanos.Of(total.First) >= window.From && Nanos.Of(total.Last) < window.End;
        }

        return isSeen;
    }

    /// <summary>The first or the last instant of a behaviour that is seen; null when there is none, or when a total hides it.</summary>
    internal static long? End(CustomerFacts facts, (EventKind First, EventKind Last) kinds, bool last)
    {
        ReadOnlySpan<byte> seen = facts.Index.Kinds[..facts.Seen];
        int place = last ? seen.LastIndexOfAnyInRange((byte)kinds.First, (byte)kinds.Last)
            : seen.IndexOfAnyInRange((byte)kinds.First, (byte)kinds.Last);
        long? end = place < 0 ? null : facts.Index.Instants[place];
        foreach (EventTotal total in facts.Folded)
        {
            long first = Nanos.Of(total.First);
            if (total.Kind >= kinds.First && total.Kind <= kinds.Last && first <= facts.AsOfNanos)
            {
                long folded = last ? Nanos.Of(total.Last) : first;
                if (folded > facts.AsOfNanos)
                {
                    return null; // the facts are of an instant within what was folded
                }

                end = end is { } known ? last ? Math.Max(known, folded) : Math.Min(known, folded) : folded;
            }
        }

        return end;
    }

    /// <summary>The days of a window on which a behaviour is seen; null where folded events lie in it.</summary>
    internal static int? Days(CustomerFacts facts, (EventKind First, EventKind Last) kinds, (long From, long End) window)
    {
        for (EventKind kind = kinds.First; kind <= kinds.Last; kind++)
        {
            if (IsFolded(facts, kind, window))
            {
                return null;
            }
        }

        ShopDays clock = facts.Clock;
        HistoryIndex index = facts.Index;
        (int start, int stop) = PlacesOf(index, window);
        (int count, int day) = (0, int.MinValue);
        for (int i = start; i < stop; i++)
        {
            if (index.Kinds[i] >= (byte)kinds.First && index.Kinds[i] <= (byte)kinds.Last && clock.Of(index.Instants[i]) is var today
                && today != day)
            {
                (count, day) = (count + 1, today);
            }
        }

        return count;
    }

    /// <summary>The days on which a behaviour is seen, up to one, ascending; null where folded events lie in the days from one to another,
    /// for their days are gone.</summary>
    internal static List<int>? DaysUpTo(CustomerFacts facts, Behaviour behaviour, int from, int to)
    {
        ShopDays clock = facts.Clock;
        List<int> days = facts.RoomForDays();
        if (behaviour == Behaviour.Order)
        {
            PurchaseSums.AddDaysTo(days, facts, to);
            return days;
        }

        (EventKind first, EventKind last) = Behaviours.KindsOf(behaviour);
        if (facts.HasConflictingTotals && last >= Checkpoint.FirstFolded)
        {
            return null;
        }

        foreach (EventTotal total in facts.Folded)
        {
            if (total.Kind >= first && total.Kind <= last && total.First <= facts.AsOf)
            {
                (int begin, int end) = (clock.Of(total.First), clock.Of(total.Last));
                if (end >= from && begin <= to && begin != end)
                {
                    return null;
                }

                if (end <= to)
                {
                    days.Add(end);
                }
            }
        }

        ReadOnlySpan<byte> kinds = facts.Index.Kinds[..facts.Seen];
        ReadOnlySpan<long> instants = facts.Index.Instants;
        for (int i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] >= (byte)first && kinds[i] <= (byte)last && clock.Of(instants[i]) is var day && day <= to)
            {
                days.Add(day);
            }
        }

        days.Sort();
        int distinct = 0;
        for (int i = 0; i < days.Count; i++)
        {
            if (distinct == 0 || days[i] != days[distinct - 1])
            {
                days[distinct++] = days[i];
            }
        }

        days.RemoveRange(distinct, days.Count - distinct);
        return days;
    }

    /// <summary>The days with messages both ways on one carrier, and the last such message; the days are null where messages were
    /// folded.</summary>
    internal static (int? Days, long? Last) Conversations(CustomerFacts facts, (long From, long End) window)
    {
        ShopDays clock = facts.Clock;
        HistoryIndex index = facts.Index;
        (int start, int stop) = PlacesOf(index, window);
        (int count, int day, int received, int sent, long? last) = (0, int.MinValue, 0, 0, null);
        for (int i = start; i < stop; i++)
        {
            var kind = (EventKind)index.Kinds[i];
            if (kind is EventKind.MessageReceived or EventKind.TouchSent)
            {
                long at = index.Instants[i];
                int today = clock.Of(at);
                (received, sent) = today == day ? (received, sent) : (0, 0);
                bool wasBothWays = (received & sent) != 0;
                int bit = 1 << EventPacking.CarrierOf(index.Details[i]);
                (received, sent) = kind == EventKind.MessageReceived ? (received | bit, sent) : (received, sent | bit);
                bool isBothWays = (received & sent & bit) != 0;
                count += isBothWays && !wasBothWays ? 1 : 0;
                last = isBothWays ? at : last;
                day = today;
            }
        }

        return (IsFolded(facts, EventKind.MessageReceived, window) || IsFolded(facts, EventKind.TouchSent, window) ? null : count, last);
    }

    /// <summary>Whether events of a kind in a window were folded away, or may have been.</summary>
    internal static bool IsFolded(CustomerFacts facts, EventKind kind, (long From, long End) window)
    {
        foreach (EventTotal total in facts.Folded)
        {
            if (total.Kind == kind && Nanos.Of(total.Last) >= window.From && Nanos.Of(total.First) < window.End)
            {
                return true;
            }
        }

        return IsOpen(facts, kind, window);
    }

    private static bool IsOpen(CustomerFacts facts, EventKind kind, (long From, long End) window) =>
        facts.HasConflictingTotals && kind >= Checkpoint.FirstFolded && window.From < Nanos.Of(facts.Horizon!.Value);

    internal static (int Start, int Stop) PlacesOf(HistoryIndex index, (long From, long End) window)
    {
        int start = Nanos.PlaceOf(index.Instants, window.From);
        return (start, start + Nanos.PlaceOf(index.Instants[start..], window.End));
    }

    private static int CountTouches(ReadOnlySpan<byte> kinds, ReadOnlySpan<byte> details, TouchKind touch)
    {
        int count = 0;
        for (int i = 0; i < kinds.Length; i++)
        {
            count += kinds[i] == (byte)EventKind.TouchSent && EventPacking.RestOf(details[i]) == (int)touch ? 1 : 0;
        }

        return count;
    }

    // One kind is counted by the runtime's vectors; a range by ours.
    private static int CountRange(ReadOnlySpan<byte> kinds, byte first, byte last)
    {
        if (first == last)
        {
            return kinds.Count(first);
        }

        int count = 0;
        for (; Vector.IsHardwareAccelerated && kinds.Length >= Vector<byte>.Count; kinds = kinds[Vector<byte>.Count..])
        {
            Vector<byte> offset = new Vector<byte>(kinds) - new Vector<byte>(first);
            Vector<byte> inside = Vector.LessThanOrEqual(offset, new Vector<byte>((byte)(last - first)));
            count += Vector.Sum(Vector.BitwiseAnd(inside, Vector<byte>.One));
        }

        foreach (byte kind in kinds)
        {
            count += kind >= first && kind <= last ? 1 : 0;
        }

        return count;
    }
}
