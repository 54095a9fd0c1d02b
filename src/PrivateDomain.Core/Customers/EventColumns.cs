using System.Runtime.CompilerServices;

namespace PrivateDomain.Core.Customers;

/// <summary>The events of histories, packed side by side in their order: instants, kinds, details, ids, and what else a kind
/// tells.</summary>
/// <remarks>
/// <para>Histories that grow share one of these: each sees the events up to its own count, and what is appended behind the last of them
/// disturbs nobody. A history
/// that grows in two ways is copied once. Appending is locked; reading is not, for a history is made after its events are written.</para>
/// <para>An event takes 26 bytes here, 34 among orders, and 4 to 8 more in the table of ids, which is made when an event is first added or
/// looked up.</para>
/// </remarks>
internal sealed class EventColumns
{
    private const int LengthMin = 4;
    private readonly long[] instants;
    private readonly byte[] kinds;
    private readonly byte[] details;
    private readonly CustomerEventId[] ids;
    private readonly object?[] texts;
    private readonly long[]? amounts;
    private readonly StrongBox<(int Used, int[]? Table)> growth; // what changes as histories grow, and its own lock

    private EventColumns(int capacity, bool hasAmounts, int used)
    {
        instants = new long[capacity];
        kinds = new byte[capacity];
        details = new byte[capacity];
        ids = new CustomerEventId[capacity];
        texts = new object?[capacity];
        amounts = hasAmounts ? new long[capacity] : null;
        growth = new((used, null));
    }

    /// <summary>The columns of no event.</summary>
    internal static EventColumns Empty { get; } = new(0, hasAmounts: false, 0);

    internal ReadOnlySpan<long> Instants(int count) => instants.AsSpan(0, count);

    internal ReadOnlySpan<byte> Kinds(int count) => kinds.AsSpan(0, count);

    internal ReadOnlySpan<byte> Details(int count) => details.AsSpan(0, count);

    internal ReadOnlySpan<CustomerEventId> Ids(int count) => ids.AsSpan(0, count);

    /// <summary>The text of an event's payload; null when there is none, or when the event is kept whole.</summary>
    internal string? TextAt(int place) => texts[place] as string;

    /// <summary>The event itself where its kind, or an amount of it, does not fit the columns; else null.</summary>
    internal CustomerEvent? WholeAt(int place) => texts[place] as CustomerEvent;

    /// <summary>The packed amount; 0 when there is none.</summary>
    internal long AmountAt(int place) => amounts is null ? 0 : amounts[place];

    /// <summary>The columns of ascending events, each id once.</summary>
    internal static EventColumns Of(ReadOnlySpan<CustomerEvent> events)
    {
        bool hasAmounts = false;
        foreach (CustomerEvent e in events)
        {
            hasAmounts |= e.Kind is EventKind.OrderPaid or EventKind.OrderRefunded;
        }

        var columns = new EventColumns(events.Length, hasAmounts, events.Length);
        for (int i = 0; i < events.Length; i++)
        {
            columns.Write(i, events[i]);
        }

        return columns;
    }

    /// <summary>The columns with one event more behind the first <paramref name="count"/>: these where they have room, else a
    /// copy.</summary>
    internal EventColumns Append(int count, CustomerEvent e)
    {
        bool needsAmounts = amounts is null && e.Kind is EventKind.OrderPaid or EventKind.OrderRefunded;
        lock (growth)
        {
            if (count == growth.Value.Used && count < instants.Length && !needsAmounts)
            {
                Write(count, e);
                growth.Value.Used++;
                if (growth.Value.Table is { } known)
                {
                    growth.Value.Table = Put(known, count);
                }

                return this;
            }

            if (count < growth.Value.Used && ids[count] == e.Id && EventPacking.At(this, count, e.Customer).Equals(e))
            {
                return this; // another history grew in just this way
            }
        }

        EventColumns copy = CopyOf(count, Math.Max(LengthMin, count + (count / 2) + 1), needsAmounts);
        copy.Write(count, e);
        copy.growth.Value.Used++;
        return copy;
    }

    /// <summary>The columns with one event more at a place before the end.</summary>
    internal EventColumns Insert(int count, int place, CustomerEvent e)
    {
        bool needsAmounts = amounts is null && e.Kind is EventKind.OrderPaid or EventKind.OrderRefunded;
        var copy = new EventColumns(count + 1, amounts is not null || needsAmounts, count + 1);
        Copy(0, place, copy, 0);
        Copy(place, count - place, copy, place + 1);
        copy.Write(place, e);
        return copy;
    }

    /// <summary>The place of an id among the first events; −1 when it is not there.</summary>
    internal int PlaceOf(int count, CustomerEventId id)
    {
        lock (growth)
        {
            if (growth.Value.Table is null)
            {
                int[] made = new int[SizeOf(growth.Value.Used)];
                for (int i = 0; i < growth.Value.Used; i++)
                {
                    PutIn(made, i);
                }

                growth.Value.Table = made;
            }

            int[] slots = growth.Value.Table;
            for (int slot = HashOf(id) & (slots.Length - 1); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
            {
                int place = slots[slot] - 1;
                if (ids[place] == id)
                {
                    return place < count ? place : -1;
                }
            }

            return -1;
        }
    }

    /// <summary>Whether the first events are the same as others.</summary>
    internal bool Same(EventColumns other, int count)
    {
        if (!Instants(count).SequenceEqual(other.Instants(count)) || !Kinds(count).SequenceEqual(other.Kinds(count)) ||
            !Details(count).SequenceEqual(other.Details(count)) || !Ids(count).SequenceEqual(other.Ids(count)))
        {
            return false;
        }

        for (int i = 0; i < count; i++)
        {
            if (AmountAt(i) != other.AmountAt(i) || !Equals(texts[i], other.texts[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static int HashOf(CustomerEventId id) => id.Text.GetHashCode(StringComparison.Ordinal);

    private static int SizeOf(int count) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, count + (count / 2)));

    private void Write(int place, CustomerEvent e)
    {
        instants[place] = Nanos.Of(e.At);
        kinds[place] = (byte)e.Kind;
        details[place] = EventPacking.DetailOf(e);
        ids[place] = e.Id;
        (texts[place], long amount) = EventPacking.PayloadOf(e);
        if (amounts is not null)
        {
            amounts[place] = amount;
        }
    }

    private EventColumns CopyOf(int count, int capacity, bool needsAmounts)
    {
        var copy = new EventColumns(capacity, amounts is not null || needsAmounts, count);
        Copy(0, count, copy, 0);
        return copy;
    }

    private void Copy(int from, int length, EventColumns to, int at)
    {
        instants.AsSpan(from, length).CopyTo(to.instants.AsSpan(at));
        kinds.AsSpan(from, length).CopyTo(to.kinds.AsSpan(at));
        details.AsSpan(from, length).CopyTo(to.details.AsSpan(at));
        ids.AsSpan(from, length).CopyTo(to.ids.AsSpan(at));
        texts.AsSpan(from, length).CopyTo(to.texts.AsSpan(at));
        amounts?.AsSpan(from, length).CopyTo(to.amounts.AsSpan(at));
    }

    private int[] Put(int[] slots, int place)
    {
        if (SizeOf(place + 1) > slots.Length)
        {
            slots = new int[2 * slots.Length];
            for (int i = 0; i < place; i++)
            {
                PutIn(slots, i);
            }
        }

        PutIn(slots, place);
        return slots;
    }

    private void PutIn(int[] slots, int place)
    {
        int slot = HashOf(ids[place]) & (slots.Length - 1);
        while (slots[slot] != 0)
        {
            slot = (slot + 1) & (slots.Length - 1);
        }

        slots[slot] = place + 1;
    }
}
