using System.Collections.Immutable;

namespace PrivateDomain.Core.Customers;

/// <summary>The links that events tell of, one a carrier.</summary>
internal static class LinkBook
{
    internal static ImmutableArray<Link> Of(CustomerEvents events)
    {
        var links = new SortedDictionary<Carrier, Link>();
        foreach (CustomerEvent e in events)
        {
            if (e is LinkMade made)
            {
                Link old = links.GetValueOrDefault(made.Carrier);
                links[made.Carrier] = old.State == LinkState.Lost
                    ? new Link(made.Carrier, made.At, made.ChannelCode, LinkState.Active, LinkLoss.None)
                    : new Link(made.Carrier, old.Since, old.ChannelCode ?? made.ChannelCode, LinkState.Active, LinkLoss.None);
            }
            else if (e.Kind <= EventKind.OptedIn && CarrierOf(e) is { } carrier && links.TryGetValue(carrier, out Link link)
                && link.State != LinkState.Lost)
            {
                links[carrier] = e switch
                {
                    LinkMuted => new Link(carrier, link.Since, link.ChannelCode, LinkState.Muted, LinkLoss.None),
                    LinkUnmuted => new Link(carrier, link.Since, link.ChannelCode, LinkState.Active, LinkLoss.None),
                    LinkLost lost => new Link(carrier, link.Since, link.ChannelCode, LinkState.Lost, lost.Loss),
                    _ => link,
                };
            }
        }

        return [.. links.Values];
    }

    internal static string? FirstChannelCodeOf(HistoryIndex index, int seen)
    {
        ReadOnlySpan<byte> kinds = index.Kinds[..seen];
        for (int i = kinds.IndexOf((byte)EventKind.LinkMade); i >= 0 && i < seen; i++)
        {
            if (kinds[i] == (byte)EventKind.LinkMade && index.TextAt(i) is { } code)
            {
                return code;
            }
        }

        return null;
    }

    /// <summary>The carrier of an event; null when it has none or does not tell.</summary>
    internal static Carrier? CarrierOf(CustomerEvent e) => e switch
    {
        LinkMade x => x.Carrier,
        LinkMuted x => x.Carrier,
        LinkUnmuted x => x.Carrier,
        LinkLost x => x.Carrier,
        OptedOut x => x.Carrier,
        OptedIn x => x.Carrier,
        MessageReceived x => x.Carrier,
        TouchSent x => x.Carrier,
        _ => null,
    };
}
