using System.Collections.Immutable;
using System.Numerics;
using NodaTime;

namespace PrivateDomain.Core.Customers;

public sealed partial class CustomerFacts
{
    /// <summary>Whether there is a link that is not lost, muted or not.</summary>
    public bool HasLink => linked != 0;

    /// <summary>Whether there is a link that is neither lost nor muted.</summary>
    public bool HasActiveLink => (linked & ~muted) != 0;

    /// <summary>Whether there is an active link on a carrier on which the customer wants messages.</summary>
    public bool HasReachableLink => (linked & ~muted & ~optedOut) != 0;

    /// <summary>On how many carriers there is a link that is not lost.</summary>
    public int LinkCount => BitOperations.PopCount((uint)linked);

    /// <summary>The links ever made, by carrier, lost ones included (链接).</summary>
    public ImmutableArray<Link> Links
    {
        get
        {
            var links = new SortedDictionary<Carrier, Link>();
            foreach (CustomerEvent e in Events)
            {
                if (e is LinkMade made)
                {
                    Link old = links.GetValueOrDefault(made.Carrier);
                    links[made.Carrier] = old.State == LinkState.Lost
                        ? new Link(made.Carrier, made.At, made.Channel, LinkState.Active, LinkLoss.None)
                        : new Link(made.Carrier, old.Since, old.Channel ?? made.Channel, LinkState.Active, LinkLoss.None);
                }
                else if (EventWriting.CarrierOf(e) is { } carrier && links.TryGetValue(carrier, out Link link) && link.State != LinkState.Lost)
                {
                    links[carrier] = e switch
                    {
                        LinkMuted => new Link(carrier, link.Since, link.Channel, LinkState.Muted, LinkLoss.None),
                        LinkUnmuted => new Link(carrier, link.Since, link.Channel, LinkState.Active, LinkLoss.None),
                        LinkLost lost => new Link(carrier, link.Since, link.Channel, LinkState.Lost, lost.Loss),
                        _ => link,
                    };
                }
            }

            return [.. links.Values];
        }
    }

    /// <summary>The state of the link on a carrier; <see cref="LinkState.Lost"/> when there never was one.</summary>
    /// <param name="carrier">The carrier.</param>
    public LinkState LinkStateOn(Carrier carrier) =>
        (linked & BitOf(carrier)) == 0 ? LinkState.Lost
        : (muted & BitOf(carrier)) == 0 ? LinkState.Active
        : LinkState.Muted;

    /// <summary>Whether the customer wants no messages on a carrier (已退订).</summary>
    /// <param name="carrier">The carrier.</param>
    public bool IsOptedOut(Carrier carrier) => (optedOut & BitOf(carrier)) != 0;

    private static int BitOf(Carrier carrier) => 1 << (int)carrier;

    private static (int Linked, int Muted, int OptedOut) ReadLinks(LinkChange[] changes, Instant asOf)
    {
        int made = 0;
        int hidden = 0;
        int refused = 0;
        foreach ((Instant at, EventKind kind, int bit) in changes)
        {
            if (at > asOf)
            {
                break;
            }

            switch (kind)
            {
                case EventKind.LinkMade:
                    (made, hidden) = (made | bit, hidden & ~bit);
                    break;
                case EventKind.LinkMuted:
                    hidden |= made & bit;
                    break;
                case EventKind.LinkUnmuted:
                    hidden &= ~bit;
                    break;
                case EventKind.LinkLost:
                    (made, hidden) = (made & ~bit, hidden & ~bit);
                    break;
                case EventKind.OptedOut:
                    refused |= bit;
                    break;
                default:
                    refused &= ~bit;
                    break;
            }
        }

        return (made, hidden, refused);
    }
}
