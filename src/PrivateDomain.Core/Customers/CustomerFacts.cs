using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using NodaTime;

namespace PrivateDomain.Core.Customers;

/// <summary>What is true of a customer at an instant, as a shop sees it (客户事实): a pure function of history, instant and shop.</summary>
/// <remarks>
/// <para>Events after <see cref="AsOf"/> are not seen. An order counts (有效订单) while more than 0 is left of its payments less its
/// refunds.</para>
/// <para>What <see cref="CustomerHistory.CompactBefore"/> folded away is missing: a count or a set of days that needs it is null, which is
/// unknown and never 0.
/// Purchases, links, groups, tags, notes and NPS answers are never folded.</para>
/// <para>Immutable; safe on many threads. Two facts are equal only when they are the same object.</para>
/// </remarks>
/// <example>
/// <code>
/// CustomerFacts facts = history.FactsAt(now, shop);
/// if (facts.IsRetained &amp;&amp; facts.CountOf(Behaviour.Interaction, TimeWindow.LastDays(90)) == 0)
/// {
///     // bought, still a friend, and silent for a quarter
/// }
/// </code>
/// </example>
public sealed class CustomerFacts
{
    private const int CycleDaysMin = 3;
    private readonly FactsRoom? room; // only of facts that are read anew
    private CustomerHistory history = null!;
    private LinkStates links;
    private PurchaseSums purchases;

    internal CustomerFacts(CustomerHistory history, Instant asOf, Shop shop)
        : this(asOf, shop, null) => Read(history, history.Index);

    private CustomerFacts(Instant asOf, Shop shop, FactsRoom? room)
    {
        this.room = room;
        AsOf = asOf;
        AsOfNanos = Nanos.Of(asOf);
        Shop = shop;
        var days = new ShopDays(shop.Zone);
        Today = days.Of(AsOfNanos);
        Clock = days;
    }

    /// <summary>Whose facts they are.</summary>
    public CustomerId Customer => history.Customer;

    /// <summary>The instant up to which events are seen, included.</summary>
    public Instant AsOf { get; }

    /// <summary>The shop whose days and currency count.</summary>
    public Shop Shop { get; }

    /// <summary>The events seen, by instant and then by id.</summary>
    public CustomerEvents Events => new(history.Events, Seen);

    /// <summary>Counting events before this instant were folded into totals (压缩界限); null when nothing was.</summary>
    public Instant? Horizon => history.Checkpoint?.Horizon;

    /// <summary>Whether the customer has an order that counts (已购客户).</summary>
    public bool IsBuyer => OrderCount > 0;

    /// <summary>Whether there is a link that is not lost (在联): who hid the shop's feed is still linked.</summary>
    public bool IsLinked => links.Linked != 0;

    /// <summary>Whether messages reach the customer on some carrier (可触达): linked there, not muted there, not opted out there.</summary>
    public bool IsReachable => links.Reachable != 0;

    /// <summary>Whether the customer is a buyer and linked (留量客户).</summary>
    public bool IsRetained => IsBuyer && IsLinked;

    /// <summary>Whether the customer bought on two days or more (复购客户).</summary>
    public bool IsRepeatCustomer => PurchaseDayCount > 1;

    /// <summary>How many orders count, in any currency (有效订单数).</summary>
    public int OrderCount => purchases.Orders;

    /// <summary>How many of <see cref="OrderCount"/> are in another currency than the shop's; their amounts are in no sum.</summary>
    public int OtherCurrencyOrderCount => purchases.OtherCurrency;

    /// <summary>What the orders in the shop's currency brought, less refunds (累计消费).</summary>
    public Money Spend => Money.From(purchases.Spend, Shop.Currency);

    /// <summary>The instant of the first order that counts; null when there is none.</summary>
    public Instant? FirstOrderAt => Nanos.ToInstant(purchases.First);

    /// <summary>The instant of the last order that counts; null when there is none.</summary>
    public Instant? LastOrderAt => Nanos.ToInstant(purchases.Last);

    /// <summary>On how many of the shop's days there is the instant of an order that counts (购买天数).</summary>
    public int PurchaseDayCount => purchases.Days;

    /// <summary><see cref="Spend"/> for each order in the shop's currency (客单价); no value, with the reason <c>customers.no_orders</c>,
    /// without one.</summary>
    public Answer<Money> AverageTicket => Ticket is { } ticket ? ticket
        : Answer<Money>.Refused(CustomersReasons.NoOrders.With(0, 1));

    /// <summary>How many of the shop's days ago the last order that counts was, 0 for today; null when there is none.</summary>
    public int? DaysSinceLastOrder => OrderCount == 0 ? null : Today - purchases.LastDay;

    /// <summary>
    /// The median of the days between neighbouring purchase days (复购周期); no value, with the reason
    /// <c>customers.too_few_purchase_days</c>, below three purchase days.
    /// </summary>
    public Answer<decimal> RepurchaseCycleDays => CycleDays is { } days
        ? days
        : Answer<decimal>.Refused(CustomersReasons.TooFewPurchaseDays.With(PurchaseDayCount, CycleDaysMin));

    /// <summary>The shop's days with the instant of an order that counts, ascending (购买日).</summary>
    public ImmutableArray<LocalDate> PurchaseDays
    {
        get
        {
            List<int> days = RoomForDays();
            PurchaseSums.AddDaysTo(days, this, Today);
            return [.. days.Select(ShopDays.DateOf)];
        }
    }

    /// <summary>Every order paid with more than 0 by now, by its instant; those wholly paid back are among them and do not count.</summary>
    public ImmutableArray<OrderFacts> Orders => PurchaseSums.OrdersOf(this);

    /// <summary>The orders with a payment in another currency than their first, ordered by instant: that payment is refused, and adds
    /// nothing.</summary>
    public ImmutableArray<OrderId> OrdersInTwoCurrencies =>
        [.. Book.Entries.ToArray().Where(entry => entry.Parts?.RefusedAt <= AsOfNanos).Select(entry =>
            ((OrderPaid)history.Events[entry.Place]).Order)];

    /// <summary>On how many carriers the customer is linked.</summary>
    public int LinkCount => BitOperations.PopCount((uint)links.Linked);

    /// <summary>The links ever made, by carrier, lost ones included (链接).</summary>
    public ImmutableArray<Link> Links => LinkBook.Of(Events);

    /// <summary>The code of the channel by which the customer came first (首次来源渠道活码); null when no link tells one.</summary>
    public string? FirstChannelCode => LinkBook.FirstChannelCodeOf(Index, Seen);

    /// <summary>The last answer to how likely the customer recommends the shop, from 0 to 10; null when never answered
    /// (净推荐值).</summary>
    public int? LastNps => Index.Kinds[..Seen].LastIndexOf((byte)EventKind.NpsAnswered) is >= 0 and var place
        ? EventPacking.RestOf(Index.Details[place])
        : null;

    /// <summary>The tags now on the customer, ordinal; the last event on a tag, by instant and then by id, decides (标签).</summary>
    public ImmutableSortedSet<string> Tags =>
        Standing(EventKind.TagAdded, EventKind.TagRemoved);

    /// <summary>The groups of which the customer is a member now, ordinal (所在群).</summary>
    public ImmutableSortedSet<string> Groups =>
        Standing(EventKind.GroupJoined, EventKind.GroupLeft);

    /// <summary>The last note on each topic, by topic, ordinal (已记录信息).</summary>
    public ImmutableSortedDictionary<string, FactNoted> Notes
    {
        get
        {
            var notes = ImmutableSortedDictionary.CreateBuilder<string, FactNoted>(StringComparer.Ordinal);
            foreach (FactNoted note in NotesNewestFirst)
            {
                notes.TryAdd(note.Topic, note);
            }

            return notes.ToImmutable();
        }
    }

    /// <summary>When the customer last interacted (最近互动): <see cref="LastOf"/> <see cref="Behaviour.Interaction"/>.</summary>
    public Instant? LastInteractionAt => LastOf(Behaviour.Interaction);

    /// <summary>The later of <see cref="LastInteractionAt"/> and <see cref="LastOrderAt"/>; null when there is neither
    /// (最近活跃).</summary>
    public Instant? LastActiveAt =>
        LastInteractionAt is { } interaction
            ? LastOrderAt is { } order ? Instant.Max(interaction, order) : interaction
            : LastOrderAt;

    /// <summary>When the last message of a conversation day came or went, on the carrier that went both ways; null when none is seen
    /// (最近对话).</summary>
    public Instant? LastConversationAt => Nanos.ToInstant(BehaviourCounts.Conversations(this, (long.MinValue, AsOfNanos + 1)).Last);

    internal HistoryIndex Index { get; private set; }

    internal OrderBook Book => Index.Orders;

    internal ImmutableArray<EventTotal> Folded => history.Checkpoint?.Totals ?? [];

    internal bool HasConflictingTotals => history.HasCheckpointConflict;

    /// <summary>Stands in the days around the as-of instant; used by copying, so it never changes.</summary>
    internal ShopDays Clock { get; }

    internal long AsOfNanos { get; }

    /// <summary>The shop's day of the as-of instant, as the number of days since 1970-01-01.</summary>
    internal int Today { get; }

    /// <summary>How many events are seen.</summary>
    internal int Seen { get; private set; }

    /// <summary>The links that are not lost: one bit a carrier.</summary>
    internal int LinkedCarriers => links.Linked;

    /// <summary>The value of <see cref="AverageTicket"/>.</summary>
    internal Money? Ticket => OrderCount - OtherCurrencyOrderCount is > 0 and var orders ? Spend / orders : null;

    /// <summary>The value of <see cref="RepurchaseCycleDays"/>.</summary>
    internal decimal? CycleDays
    {
        get
        {
            if (PurchaseDayCount < CycleDaysMin)
            {
                return null;
            }

            List<int> days = RoomForDays();
            PurchaseSums.AddDaysTo(days, this, Today);
            return CycleOf(CollectionsMarshal.AsSpan(days));
        }
    }

    /// <summary>The notes seen, the last first; no other event is made for them.</summary>
    internal IEnumerable<FactNoted> NotesNewestFirst
    {
        get
        {
            for (int i = Seen - 1; i >= 0; i--)
            {
                if (Index.Kinds[i] == (byte)EventKind.FactNoted)
                {
                    yield return (FactNoted)Events[i];
                }
            }
        }
    }

    /// <summary>How often a behaviour is seen in a window; null when part of it was folded away, so that nobody knows.</summary>
    /// <remarks><see cref="Behaviour.Order"/> counts orders that count, not payments. Exact at both edges of the window.</remarks>
    /// <param name="behaviour">The behaviour; not none.</param>
    /// <param name="window">The window.</param>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is none or undefined.</exception>
    public int? CountOf(Behaviour behaviour, TimeWindow window = default) => behaviour == Behaviour.Order
        ? OrderCountIn(window)
        : BehaviourCounts.Count(this, Behaviours.KindsOf(behaviour), TouchKind.None, Resolve(window));

    /// <summary>Whether a behaviour is seen in a window; null when it is not, and part of it was folded away.</summary>
    /// <param name="behaviour">The behaviour; not none.</param>
    /// <param name="window">The window.</param>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is none or undefined.</exception>
    public bool? Did(Behaviour behaviour, TimeWindow window = default) => CountOf(behaviour, window) is { } count
        ? count > 0
        : BehaviourCounts.IsSeen(this, Behaviours.KindsOf(behaviour), Resolve(window)) ? true : null;

    /// <summary>How many touches of a kind were sent in a window; null when part of them was folded away.</summary>
    /// <param name="touch">What the touches were for; not none.</param>
    /// <param name="window">The window.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none or undefined.</exception>
    public int? CountOf(TouchKind touch, TimeWindow window = default) =>
        BehaviourCounts.Count(this, (EventKind.TouchSent, EventKind.TouchSent), CustomerEvent.CheckDefined(touch), Resolve(window));

    /// <summary>On how many of the shop's days in a window a behaviour is seen; null when part of it was folded away.</summary>
    /// <param name="behaviour">The behaviour; not none.</param>
    /// <param name="window">The window.</param>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is none or undefined.</exception>
    public int? DayCountOf(Behaviour behaviour, TimeWindow window = default) => behaviour == Behaviour.Order
        ? PurchaseDayCountIn(window)
        : BehaviourCounts.Days(this, Behaviours.KindsOf(behaviour), Resolve(window));

    /// <summary>When a behaviour is first seen; null when it is not.</summary>
    /// <param name="behaviour">The behaviour; not none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is none or undefined.</exception>
    public Instant? FirstOf(Behaviour behaviour) => behaviour == Behaviour.Order
        ? FirstOrderAt
        : Nanos.ToInstant(BehaviourCounts.End(this, Behaviours.KindsOf(behaviour), last: false));

    /// <summary>When a behaviour is last seen; null when it is not, or when <see cref="AsOf"/> lies within what was folded
    /// (<see cref="CountOf(Behaviour, TimeWindow)"/> is null then).</summary>
    /// <param name="behaviour">The behaviour; not none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is none or undefined.</exception>
    public Instant? LastOf(Behaviour behaviour) => behaviour == Behaviour.Order
        ? LastOrderAt
        : Nanos.ToInstant(BehaviourCounts.End(this, Behaviours.KindsOf(behaviour), last: true));

    /// <summary>On how many of the shop's days in a window messages went both ways on one carrier (对话天数); null when messages in it were
    /// folded away.</summary>
    /// <param name="window">The window.</param>
    public int? ConversationDayCount(TimeWindow window = default) => BehaviourCounts.Conversations(this, Resolve(window)).Days;

    /// <summary>Whether no event at or after an instant was folded away: everything since then is there.</summary>
    /// <param name="from">The instant.</param>
    public bool IsWholeSince(Instant from) =>
        (!HasConflictingTotals || Horizon <= from) && Folded.All(total => total.Last < from || total.First > AsOf);

    /// <summary>How many orders that count have their instant in a window, in any currency.</summary>
    /// <param name="window">The window.</param>
    public int OrderCountIn(TimeWindow window) => PurchaseSums.Count(this, Resolve(window));

    /// <summary>What the orders in the shop's currency with their instant in a window brought, less refunds, whenever those were.</summary>
    /// <param name="window">The window.</param>
    public Money SpendIn(TimeWindow window) => Money.From(PurchaseSums.Of(this, Resolve(window)).Spend, Shop.Currency);

    /// <summary>On how many of the shop's days in a window there is the instant of an order that counts.</summary>
    /// <param name="window">The window.</param>
    public int PurchaseDayCountIn(TimeWindow window) => PurchaseSums.Of(this, Resolve(window)).Days;

    /// <summary>The state of the link on a carrier; <see cref="LinkState.Lost"/> when there never was one.</summary>
    /// <param name="carrier">The carrier; not none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The carrier is none or undefined.</exception>
    public LinkState LinkStateOn(Carrier carrier)
    {
        int bit = LinkStates.BitOf(carrier);
        return (links.Linked & bit) == 0 ? LinkState.Lost : (links.Muted & bit) == 0 ? LinkState.Active : LinkState.Muted;
    }

    /// <summary>Whether the customer wants no messages on a carrier (已退订).</summary>
    /// <param name="carrier">The carrier; not none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The carrier is none or undefined.</exception>
    public bool IsOptedOutOn(Carrier carrier) => (links.OptedOut & LinkStates.BitOf(carrier)) != 0;

    /// <summary>Whether messages reach the customer on a carrier (可触达): linked, not muted and not opted out there.</summary>
    /// <param name="carrier">The carrier; not none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The carrier is none or undefined.</exception>
    public bool IsReachableOn(Carrier carrier) => (links.Reachable & LinkStates.BitOf(carrier)) != 0;

    /// <summary>Whether a tag is now on the customer.</summary>
    /// <param name="tag">The tag, ordinal.</param>
    /// <exception cref="ArgumentNullException">There is no tag.</exception>
    public bool IsTagged(string tag)
    {
        Guard.Against.Null(tag);
        ReadOnlySpan<byte> kinds = Index.Kinds[..Seen];
        while (kinds.LastIndexOfAny((byte)EventKind.TagAdded, (byte)EventKind.TagRemoved) is >= 0 and var place)
        {
            if (string.Equals(Index.TextAt(place), tag, StringComparison.Ordinal))
            {
                return kinds[place] == (byte)EventKind.TagAdded;
            }

            kinds = kinds[..place];
        }

        return false;
    }

    /// <summary>Facts for reading one history after the other, at one instant: nothing is allocated for one more.</summary>
    internal static CustomerFacts ToReadAnew(Instant asOf, Shop shop) => new(asOf, shop, new FactsRoom());

    /// <summary>Takes another history in place of the one before. Only for facts that are read anew, and that nobody else sees.</summary>
    internal void ReadAnew(CustomerHistory next) => Read(next, next.IndexBy(room!.Orders));

    /// <summary>An empty list for days, which holds until the next is asked for.</summary>
    internal List<int> RoomForDays()
    {
        if (room is null)
        {
            return [];
        }

        room.Days.Clear();
        return room.Days;
    }

    /// <summary>What happened at a place among the events seen, without making the event.</summary>
    internal EventMark MarkAt(int place) => new(
        (EventKind)Index.Kinds[place], Nanos.ToInstant(Index.Instants[place]), Index.Details[place]);

    internal (long From, long End) Resolve(TimeWindow window)
    {
        ShopDays days = Clock;
        return window.Resolve(AsOfNanos, ref days);
    }

    /// <summary>The median of the days between neighbouring days of purchase, which ascend and are overwritten; null below three of
    /// them.</summary>
    internal static decimal? CycleOf(Span<int> days)
    {
        if (days.Length < CycleDaysMin)
        {
            return null;
        }

        Span<int> gaps = days[..^1]; // in the place of the days
        for (int i = 0; i < gaps.Length; i++)
        {
            gaps[i] = days[i + 1] - days[i];
        }

        gaps.Sort();
        int middle = gaps.Length / 2;
        return gaps.Length % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2m;
    }

    /// <summary>Tells which texts were added and taken away, in order: the last word on each stands.</summary>
    internal void TellStanding(EventKind added, EventKind removed, ITextMarks marks)
    {
        HistoryIndex index = Index;
        ReadOnlySpan<byte> kinds = index.Kinds[..Seen];
        for (int i = NextOf(kinds, 0); i < kinds.Length; i = NextOf(kinds, i + 1))
        {
            marks.Mark(index.TextAt(i)!, kinds[i] == (byte)added);
        }

        int NextOf(ReadOnlySpan<byte> all, int from)
        {
            int next = all[from..].IndexOfAny((byte)added, (byte)removed);
            return next < 0 ? all.Length : from + next;
        }
    }

    // What was added and not taken away since, by the texts of the events.
    private ImmutableSortedSet<string> Standing(EventKind added, EventKind removed)
    {
        var set = new StandingTexts();
        TellStanding(added, removed, set);
        return set.ToImmutable();
    }

    private void Read(CustomerHistory read, HistoryIndex index)
    {
        history = read;
        Index = index;
        Seen = Nanos.PlaceOf(index.Instants, AsOfNanos + 1);
        links = LinkStates.After(index, Seen);
        purchases = PurchaseSums.Of(this, (long.MinValue, AsOfNanos + 1));
    }
}
