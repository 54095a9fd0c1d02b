using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers.Forms;

namespace PrivateDomain.Core.Customers;

/// <summary>All that is known to have happened with one customer (客户历史): an immutable set of events, by event id.</summary>
/// <remarks>
/// <para>Adding an event twice changes nothing, the order of arrival does not matter, and two histories merge by <see cref="Union"/>, which
/// is associative,
/// commutative and idempotent: events may arrive late, twice and on many machines.</para>
/// <para>Where one event id came with different contents, all are kept, the greatest
/// in a fixed order is the event, and the id is in <see cref="Conflicts"/>.</para>
/// <para>Adding an event behind all others, or one that is there already, takes the same time at any length: nothing is rebuilt.</para>
/// <para>Immutable; safe on many threads. Equality is that of the customer, the events with their conflicts, and the checkpoint; there is
/// no ordering.</para>
/// </remarks>
/// <example>
/// <code>
/// CustomerId anna = CustomerId.From("anna");
/// CustomerHistory known = CustomerHistory.From(anna,
/// [
///     new LinkMade(CustomerEventId.From("e1"), anna, now, Carrier.WeCom),
///     new OrderPaid(CustomerEventId.From("e2"), anna, now, OrderId.From("o1"), Money.Yuan(99m)),
/// ]);
/// CustomerHistory both = known.Union(history); // what two machines know; events told twice count once
/// bool isRetained = known.FactsAt(now, shop).IsRetained; // true: bought, and linked
/// </code>
/// </example>
[JsonConverter(typeof(CustomerHistoryJsonConverter))]
public sealed class CustomerHistory : IEquatable<CustomerHistory>
{
    private readonly EventColumns columns;
    private readonly int count;
    private readonly StrongBox<OrderBook?> orders; // made when first asked for; shared by histories with the same orders

    internal CustomerHistory(
        CustomerId customer,
        EventColumns columns,
        int count,
        ImmutableArray<CustomerEvent> others,
        ImmutableArray<Checkpoint> checkpoints,
        StrongBox<OrderBook?>? orders = null)
    {
        Customer = customer;
        this.columns = columns;
        this.count = count;
        Others = others;
        Checkpoints = checkpoints;
        this.orders = orders ?? new StrongBox<OrderBook?>();
    }

    /// <summary>Whose history it is.</summary>
    public CustomerId Customer { get; }

    /// <summary>The events, each id once, by instant and then by id.</summary>
    public CustomerEvents Events => new(columns, count, Customer);

    /// <summary>The ids which came with different contents, ordered. Conflicts among events folded by <see cref="CompactBefore"/> are gone
    /// with them.</summary>
    public ImmutableArray<CustomerEventId> Conflicts => Others.IsEmpty ? [] : [.. Others.Select(static e => e.Id).Distinct().Order()];

    /// <summary>The totals of what was folded away; null when nothing was.</summary>
    public Checkpoint? Checkpoint => Checkpoints.IsEmpty ? null : Checkpoints[^1];

    /// <summary>Whether checkpoints of one horizon came with different totals;
    /// the greatest in a fixed order is <see cref="Checkpoint"/>.</summary>
    public bool HasCheckpointConflict => Checkpoints.Length > 1;

    /// <summary>The contents that do not stand: the id of each came with a greater one.</summary>
    internal ImmutableArray<CustomerEvent> Others { get; }

    /// <summary>The checkpoints of the latest horizon, one unless they conflict.</summary>
    internal ImmutableArray<Checkpoint> Checkpoints { get; }

    /// <summary>Every content of every id, by instant, id and content: the state which merges.</summary>
    internal IEnumerable<CustomerEvent> Payloads =>
        Others.IsEmpty ? Events : Events.Concat(Others).Order(Comparer<CustomerEvent>.Create(HistoryMerging.Compare));

    internal HistoryIndex Index => new(columns, count, orders.Value ??= OrderBook.Of(columns, count));

    /// <summary>As <see cref="Index"/>, but orders that were never asked for are read without being kept: until the reader reads the next
    /// history.</summary>
    internal HistoryIndex IndexBy(OrderReader reader) => new(columns, count, orders.Value ?? reader.Read(columns, count));

    /// <summary>The history of a customer with whom nothing happened yet.</summary>
    /// <param name="customer">The customer.</param>
    /// <exception cref="ArgumentException">The customer is empty.</exception>
    public static CustomerHistory Empty(CustomerId customer) =>
        new(
            customer.Text.Length > 0 ? customer
                : throw new ArgumentException("A history has a customer, but it was empty.", nameof(customer)),
            EventColumns.Empty,
            0,
            [],
            []);

    /// <summary>The history made of events, in any order.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="events">The events, each as often as it came.</param>
    /// <exception cref="ArgumentNullException">There are no events, or one is null.</exception>
    /// <exception cref="ArgumentException">The customer is empty, or an event is of another customer.</exception>
    public static CustomerHistory From(CustomerId customer, IEnumerable<CustomerEvent> events) => Empty(customer).AddRange(events);

    /// <summary>The histories of all customers among the events, ordered by customer.</summary>
    /// <param name="events">The events of any customers, in any order.</param>
    /// <exception cref="ArgumentNullException">There are no events, or one is null.</exception>
    public static ImmutableArray<CustomerHistory> GroupByCustomer(IEnumerable<CustomerEvent> events) =>
        HistoryMerging.GroupByCustomer(Guard.Against.Null(events));

    /// <summary>Whether an event of an id is there, standing or in conflict; what was folded away is not.</summary>
    /// <param name="id">The id.</param>
    public bool Contains(CustomerEventId id) => columns.PlaceOf(count, id) >= 0;

    /// <summary>The history with one more event; this history when it is there already or was folded away.</summary>
    /// <param name="customerEvent">The event.</param>
    /// <exception cref="ArgumentNullException">There is no event.</exception>
    /// <exception cref="ArgumentException">The event is of another customer.</exception>
    public CustomerHistory Add(CustomerEvent customerEvent)
    {
        Guard.Against.Null(customerEvent);
        CheckCustomer(customerEvent, nameof(customerEvent));
        if (Checkpoint is { } checkpoint && HistoryMerging.IsFolded(customerEvent, checkpoint.Horizon))
        {
            return this;
        }

        int known = columns.PlaceOf(count, customerEvent.Id);
        if (known >= 0)
        {
            return EventPacking.At(columns, known, Customer).Equals(customerEvent) || Others.Contains(customerEvent)
                ? this
                : HistoryMerging.Merged(Customer, [.. Payloads, customerEvent], Checkpoints);
        }

        StrongBox<OrderBook?>? same = customerEvent.Kind is EventKind.OrderPaid or EventKind.OrderRefunded or EventKind.OrderDelivered
            ? null : orders;
        int place = PlaceFor(customerEvent);
        return place == count
            ? new CustomerHistory(Customer, columns.Append(count, customerEvent), count + 1, Others, Checkpoints, same)
            : new CustomerHistory(Customer, columns.Insert(count, place, customerEvent), count + 1, Others, Checkpoints);
    }

    /// <summary>The history with more events; this history when nothing of them is new.</summary>
    /// <param name="events">The events, in any order.</param>
    /// <exception cref="ArgumentNullException">There are no events, or one is null.</exception>
    /// <exception cref="ArgumentException">An event is of another customer.</exception>
    public CustomerHistory AddRange(IEnumerable<CustomerEvent> events)
    {
        CustomerEvent[] all = [.. Guard.Against.Null(events)];
        foreach (CustomerEvent added in all)
        {
            CheckCustomer(Guard.Against.Null(added, nameof(events)), nameof(events));
        }

        if (count > 0 && all.Length <= 1 + (count / 8))
        {
            Array.Sort(all, HistoryMerging.Compare);
            return all.Aggregate(this, static (history, added) => history.Add(added));
        }

        if (count == 0 && Checkpoints.IsEmpty)
        {
            return all.Length == 0 ? this : HistoryMerging.Build(Customer, all);
        }

        CustomerHistory merged = HistoryMerging.Merged(Customer, [.. Payloads, .. all], Checkpoints);
        return merged.Equals(this) ? this : merged;
    }

    /// <summary>What both histories know. Counting events before the later horizon are dropped: they are in its totals.</summary>
    /// <param name="other">The other history of the same customer.</param>
    /// <exception cref="ArgumentNullException">There is no other history.</exception>
    /// <exception cref="ArgumentException">The other history is of another customer.</exception>
    public CustomerHistory Union(CustomerHistory other)
    {
        Guard.Against.Null(other);
        return other.Customer != Customer
            ? throw new ArgumentException(
                $"The history is that of customer \"{Customer}\", but the other is of customer \"{other.Customer}\".", nameof(other))
            : Equals(other) ? this
            : HistoryMerging.Merged(Customer, [.. Payloads, .. other.Payloads], Checkpoints.AddRange(other.Checkpoints));
    }

    /// <summary>The history with its counting events before a horizon folded into totals (压缩历史).</summary>
    /// <remarks>
    /// <para>Folded are messages (in groups, too), touches, activities, surveys, feedback, recommendations, referral conversions, declined
    /// rivals, welfare and
    /// complaints. Orders, refunds, deliveries, links, opt-outs, groups, tags, notes and NPS answers stay whole, so purchase facts and
    /// retention stay exact.</para>
    /// <para>A counting event before the horizon that arrives later is dropped, as it may be in the totals already: choose a horizon older
    /// than the latest arrival.
    /// Where a window cuts through a total, a count that needs more is unknown: null.</para>
    /// </remarks>
    /// <param name="horizon">The instant before which events are folded; one not after the present horizon changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant is out of range.</exception>
    public CustomerHistory CompactBefore(Instant horizon)
    {
        CustomerEvent.CheckInstant(horizon);
        return Checkpoint is { } present && present.Horizon >= horizon ? this : HistoryMerging.Compacted(this, horizon);
    }

    /// <summary>The facts at an instant: a pure function of the history, the instant and the shop. Events after the instant are not
    /// seen.</summary>
    /// <param name="asOf">The instant, from <see cref="CustomerEvent.EarliestAt"/> to <see cref="CustomerEvent.LatestAt"/>.</param>
    /// <param name="shop">The shop, for its zone and currency.</param>
    /// <exception cref="ArgumentNullException">There is no shop.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant is out of range.</exception>
    public CustomerFacts FactsAt(Instant asOf, Shop shop) => new(this, CustomerEvent.CheckInstant(asOf), Guard.Against.Null(shop));

    /// <inheritdoc/>
    public bool Equals(CustomerHistory? other) =>
        ReferenceEquals(this, other) || (
        other is not null && Customer == other.Customer && count == other.count
            && (ReferenceEquals(columns, other.columns) || columns.Same(other.columns, count)) &&
        Others.AsSpan().SequenceEqual(other.Others.AsSpan()) &&
        Checkpoints.AsSpan().SequenceEqual(other.Checkpoints.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CustomerHistory);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Customer, count, Others.Length, count == 0 ? default : columns.Ids(count)[^1]);

    // The first place behind all events before this one; mostly the end.
    private int PlaceFor(CustomerEvent e)
    {
        long at = Nanos.Of(e.At);
        ReadOnlySpan<long> instants = columns.Instants(count);
        ReadOnlySpan<CustomerEventId> ids = columns.Ids(count);
        if (count == 0 || instants[^1] < at || (instants[^1] == at && ids[^1].CompareTo(e.Id) < 0))
        {
            return count;
        }

        int place = Nanos.PlaceOf(instants, at);
        while (place < count && instants[place] == at && ids[place].CompareTo(e.Id) < 0)
        {
            place++;
        }

        return place;
    }

    private void CheckCustomer(CustomerEvent e, string name)
    {
        if (e.Customer != Customer)
        {
            throw new ArgumentException(
                $"The history is that of customer \"{Customer}\", but event \"{e.Id}\" is of customer \"{e.Customer}\".", name);
        }
    }
}
