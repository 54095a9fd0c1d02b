using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Customers;

/// <summary>What is true of a customer at an instant, as a shop sees it (客户事实): a pure function of history, instant and shop.</summary>
/// <remarks>
/// <para>Events after <see cref="AsOf"/> are not seen. A refund seen takes back exactly what its order gave: an order wholly paid back counts nowhere among the purchase
/// facts. Events of other kinds never change purchase facts, and orders are no interactions.</para>
/// <para>After <see cref="CustomerHistory.CompactBefore"/> counts are exact wherever <see cref="IsComplete(EventKind, TimeWindow)"/> is true, and at least the given number elsewhere.</para>
/// <para>Two facts are equal only when they are the same object.</para>
/// </remarks>
public sealed partial class CustomerFacts
{
    private readonly CustomerHistory history;
    private readonly ShopDays clock; // stands in the days around the as-of instant; used by copying, so it never changes
    private readonly int seen;
    private readonly int linked;
    private readonly int muted;
    private readonly int optedOut;

    internal CustomerFacts(CustomerHistory history, Instant asOf, Shop shop)
    {
        this.history = history;
        AsOf = asOf;
        Shop = shop;
        var days = new ShopDays(shop.Zone);
        today = days.Of(asOf);
        clock = days;
        seen = HistoryIndex.PlaceOf(history.Index.Instants, asOf + Duration.Epsilon);
        (linked, muted, optedOut) = ReadLinks(history.Index.Links, asOf);
        OrderSums sums = Sum(TimeWindow.All);
        (OrderCount, OtherCurrencyOrderCount, Spend) = (sums.Count, sums.OtherCurrency, Money.Of(sums.Spend, shop.Currency));
        (FirstOrderAt, LastOrderAt) = (sums.First, sums.Last);
        (PurchaseDayCount, firstPurchaseDay, lastPurchaseDay) = (sums.Days, sums.FirstDay, sums.LastDay);
    }

    /// <summary>Whose facts they are.</summary>
    public CustomerId Customer => history.Customer;

    /// <summary>The instant up to which events are seen, included.</summary>
    public Instant AsOf { get; }

    /// <summary>The shop whose days and currency count.</summary>
    public Shop Shop { get; }

    /// <summary>The events seen, by instant and then by id.</summary>
    public ReadOnlySpan<CustomerEvent> Events => history.Events.AsSpan()[..seen];

    /// <summary>Whether the customer has bought at least once and is still linked, muted or not (留量客户).</summary>
    public bool IsRetained => OrderCount > 0 && HasLink;

    /// <summary>The last answer to how likely the customer recommends the shop, from 0 to 10; null when never answered (净推荐值).</summary>
    public int? LastNps
    {
        get
        {
            int place = LastPlace(static (code, _) => code == (byte)EventKind.NpsAnswered);
            return place < 0 ? null : ((NpsAnswered)history.Events[place]).Rating;
        }
    }

    /// <summary>The tags now on the customer, ordinal; the last event on a tag, by instant and then by id, decides (标签).</summary>
    public ImmutableSortedSet<string> Tags =>
        Fold(static (e, set) => e switch { TagAdded x => set.Add(x.Tag), TagRemoved x => set.Remove(x.Tag), _ => false });

    /// <summary>The groups of which the customer is a member now, ordinal (所在群).</summary>
    public ImmutableSortedSet<string> Groups =>
        Fold(static (e, set) => e switch { GroupJoined x => set.Add(x.Group), GroupLeft x => set.Remove(x.Group), _ => false });

    /// <summary>Whether a tag is now on the customer.</summary>
    /// <param name="tag">The tag, ordinal.</param>
    public bool IsTagged(string tag)
    {
        Guard.Against.Null(tag);
        for (int i = seen - 1; i >= 0; i--)
        {
            switch (history.Events[i])
            {
                case TagAdded added when string.Equals(added.Tag, tag, StringComparison.Ordinal):
                    return true;
                case TagRemoved removed when string.Equals(removed.Tag, tag, StringComparison.Ordinal):
                    return false;
                default:
                    break;
            }
        }

        return false;
    }

    private ImmutableSortedSet<string> Fold(Func<CustomerEvent, SortedSet<string>, bool> apply)
    {
        var set = new SortedSet<string>(StringComparer.Ordinal);
        foreach (CustomerEvent e in Events)
        {
            apply(e, set);
        }

        return set.ToImmutableSortedSet(StringComparer.Ordinal);
    }

    private int LastPlace(Func<byte, int, bool> matches)
    {
        int place = seen - 1;
        while (place >= 0 && !matches(history.Index.Codes[place], place))
        {
            place--;
        }

        return place;
    }
}
