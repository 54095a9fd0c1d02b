using NodaTime;

namespace PrivateDomain.Core.Customers;

/// <summary>One order with what was paid back of it.</summary>
/// <param name="Amount">What was paid.</param>
/// <param name="Refunds">Its refunds, by instant; null when there are none.</param>
internal readonly record struct OrderEntry(Money Amount, List<OrderRefunded>? Refunds)
{
    /// <summary>What is left of the order at an instant; null when it was wholly paid back.</summary>
    internal Money? LeftAt(Instant asOf)
    {
        Money left = Amount;
        if (Refunds is null)
        {
            return left;
        }

        foreach (OrderRefunded refund in Refunds)
        {
            if (refund.At <= asOf && (refund.Amount is null || refund.Amount.Value.Currency == left.Currency))
            {
                if (refund.Amount is not { } part || part >= left)
                {
                    return null;
                }

                left -= part;
            }
        }

        return left;
    }
}

/// <summary>A change of a link or an opt-out.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What changed.</param>
/// <param name="Bit">The bit of the carrier.</param>
internal readonly record struct LinkChange(Instant At, EventKind Kind, int Bit);

/// <summary>What facts need of the events, prepared once for a history: a code for each event, and the orders with their refunds.</summary>
internal sealed class HistoryIndex
{
    private const byte TouchBase = 64;

    internal HistoryIndex(ReadOnlySpan<CustomerEvent> events)
    {
        Codes = new byte[events.Length];
        Instants = new Instant[events.Length];
        var orders = new List<OrderEntry>();
        var paidAt = new List<Instant>();
        var links = new List<LinkChange>();
        Dictionary<OrderId, int>? places = null;
        List<OrderRefunded>? refunds = null;
        for (int i = 0; i < events.Length; i++)
        {
            Instants[i] = events[i].At;
            Codes[i] = CodeOf(events[i].Kind, events[i] is TouchSent sent ? sent.Touch : TouchKind.None);
            if (EventWriting.CarrierOf(events[i]) is { } carrier)
            {
                links.Add(new LinkChange(events[i].At, events[i].Kind, 1 << (int)carrier));
            }
            else if (events[i] is OrderPaid paid && (places ??= []).TryAdd(paid.Order, orders.Count))
            {
                orders.Add(new OrderEntry(paid.Amount, null));
                paidAt.Add(paid.At);
            }
            else if (events[i] is OrderRefunded refund)
            {
                (refunds ??= []).Add(refund);
            }
        }

        foreach (OrderRefunded refund in refunds ?? [])
        {
            if (places is not null && places.TryGetValue(refund.Order, out int place))
            {
                List<OrderRefunded> known = orders[place].Refunds ?? [];
                known.Add(refund);
                orders[place] = orders[place] with { Refunds = known };
                HasRefunds = true;
            }
        }

        Orders = [.. orders];
        PaidAt = [.. paidAt];
        Links = [.. links];
    }

    /// <summary>The code of each event, in order.</summary>
    internal byte[] Codes { get; }

    /// <summary>When each event was, in order.</summary>
    internal Instant[] Instants { get; }

    /// <summary>The changes of links and opt-outs, in order.</summary>
    internal LinkChange[] Links { get; }

    /// <summary>The orders, each once, by the instant of their payment.</summary>
    internal OrderEntry[] Orders { get; }

    /// <summary>When each of the orders was first paid, ascending.</summary>
    internal Instant[] PaidAt { get; }

    /// <summary>Whether anything was paid back of any order.</summary>
    internal bool HasRefunds { get; }

    /// <summary>The place of the first of ascending instants at or after one.</summary>
    internal static int PlaceOf(ReadOnlySpan<Instant> instants, Instant instant)
    {
        int low = 0;
        int high = instants.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = instants[middle] < instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The code of a kind; a message sent has that of what it was for.</summary>
    internal static byte CodeOf(EventKind kind, TouchKind touch) => kind == EventKind.TouchSent ? (byte)(TouchBase + (int)touch) : (byte)kind;

    /// <summary>How many codes are those of a kind.</summary>
    internal static int CountOf(ReadOnlySpan<byte> codes, EventKind kind)
    {
        if (kind != EventKind.TouchSent)
        {
            return codes.Count((byte)kind);
        }

        int count = 0;
        foreach (byte code in codes)
        {
            count += IsOf(code, kind) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether the code is that of the kind, whatever a message was for.</summary>
    internal static bool IsOf(byte code, EventKind kind) => kind == EventKind.TouchSent ? code >= TouchBase : code == (byte)kind;
}
