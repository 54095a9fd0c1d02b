namespace PrivateDomain.Core.Customers;

/// <summary>On which carriers a customer is linked, hides the shop, and wants no messages: one bit a carrier.</summary>
internal readonly record struct LinkStates(int Linked, int Muted, int OptedOut)
{
    /// <summary>Where messages reach the customer.</summary>
    internal int Reachable => Linked & ~Muted & ~OptedOut;

    internal static int BitOf(Carrier carrier) => 1 << (int)CustomerEvent.CheckDefined(carrier);

    /// <summary>The states after the first events of a history.</summary>
    internal static LinkStates After(HistoryIndex index, int seen)
    {
        (int linked, int muted, int optedOut) = (0, 0, 0);
        ReadOnlySpan<byte> details = index.Details;
        ReadOnlySpan<byte> kinds = index.Kinds[..seen];
        for (int i = NextOf(kinds, 0); i < kinds.Length; i = NextOf(kinds, i + 1))
        {
            int bit = 1 << EventPacking.CarrierOf(details[i]);
            switch ((EventKind)kinds[i])
            {
                case EventKind.LinkMade:
                    (linked, muted) = (linked | bit, muted & ~bit);
                    break;
                case EventKind.LinkMuted:
                    muted |= linked & bit;
                    break;
                case EventKind.LinkUnmuted:
                    muted &= ~bit;
                    break;
                case EventKind.LinkLost:
                    (linked, muted) = (linked & ~bit, muted & ~bit);
                    break;
                case EventKind.OptedOut:
                    optedOut |= bit;
                    break;
                default:
                    optedOut &= ~bit;
                    break;
            }
        }

        return new LinkStates(linked, muted, optedOut);
    }

    private static int NextOf(ReadOnlySpan<byte> kinds, int from)
    {
        int next = kinds[from..].IndexOfAnyInRange((byte)EventKind.LinkMade, (byte)EventKind.OptedIn);
        return next < 0 ? kinds.Length : from + next;
    }
}
