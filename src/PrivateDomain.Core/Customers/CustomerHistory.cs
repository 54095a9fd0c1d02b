using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Customers;

/// <summary>All that is known to have happened with one customer (客户历史): an immutable set of events, by event id.</summary>
/// <remarks>
/// <para>Adding an event twice changes nothing, the order of arrival does not matter, and two histories merge by <see cref="Union"/>, which is associative,
/// commutative and idempotent: events may arrive late, twice and on many machines.</para>
/// <para>Where one event id came with different contents, all are kept, the greatest in a fixed order is the event, and the id is in <see cref="Conflicts"/>.</para>
/// <para>Equality is that of the customer, the events with their conflicts, and the checkpoint; there is no ordering.</para>
/// </remarks>
public sealed partial class CustomerHistory : IEquatable<CustomerHistory>
{
    private CustomerHistory(CustomerId customer, ImmutableArray<CustomerEvent> payloads, ImmutableArray<Checkpoint> checkpoints)
    {
        Customer = customer;
        Payloads = payloads;
        Checkpoints = checkpoints;
        (Events, Conflicts) = Resolve(payloads);
        Index = new HistoryIndex(Events.AsSpan());
    }

    /// <summary>Whose history it is.</summary>
    public CustomerId Customer { get; }

    /// <summary>The events, each id once, by instant and then by id.</summary>
    public ImmutableArray<CustomerEvent> Events { get; }

    /// <summary>The ids which came with different contents, ordered. Conflicts among events folded by <see cref="CompactBefore"/> are gone with them.</summary>
    public ImmutableArray<CustomerEventId> Conflicts { get; }

    /// <summary>The totals of what was folded away; null when nothing was.</summary>
    public Checkpoint? Checkpoint => Checkpoints.IsEmpty ? null : Checkpoints[^1];

    /// <summary>Whether checkpoints of one horizon came with different totals; the greatest in a fixed order is <see cref="Checkpoint"/>.</summary>
    public bool HasCheckpointConflict => Checkpoints.Length > 1;

    /// <summary>Every content of every id, by instant, id and content: the state which merges.</summary>
    internal ImmutableArray<CustomerEvent> Payloads { get; }

    /// <summary>The checkpoints of the latest horizon, one unless they conflict.</summary>
    internal ImmutableArray<Checkpoint> Checkpoints { get; }

    internal HistoryIndex Index { get; }

    /// <summary>The history of a customer with whom nothing happened yet.</summary>
    /// <param name="customer">The customer.</param>
    /// <exception cref="ArgumentException">The customer is empty.</exception>
    public static CustomerHistory Empty(CustomerId customer) =>
        new(
            customer.Text.Length > 0 ? customer : throw new ArgumentException("A history has a customer, but it was empty.", nameof(customer)),
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
        [.. Guard.Against.Null(events)
            .GroupBy(static e => Guard.Against.Null(e, nameof(events)).Customer)
            .OrderBy(static group => group.Key)
            .Select(static group => From(group.Key, group))];

    /// <summary>The history with one more event.</summary>
    /// <param name="customerEvent">The event.</param>
    /// <exception cref="ArgumentNullException">There is no event.</exception>
    /// <exception cref="ArgumentException">The event is of another customer.</exception>
    public CustomerHistory Add(CustomerEvent customerEvent) => AddRange([customerEvent]);

    /// <summary>The history with more events.</summary>
    /// <param name="events">The events, in any order.</param>
    /// <exception cref="ArgumentNullException">There are no events, or one is null.</exception>
    /// <exception cref="ArgumentException">An event is of another customer.</exception>
    public CustomerHistory AddRange(IEnumerable<CustomerEvent> events)
    {
        List<CustomerEvent> all = [.. Guard.Against.Null(events)];
        foreach (CustomerEvent added in all)
        {
            if (Guard.Against.Null(added, nameof(events)).Customer != Customer)
            {
                throw new ArgumentException(
                    $"The history is that of customer \"{Customer}\", but event \"{added.Id}\" is of customer \"{added.Customer}\".", nameof(events));
            }
        }

        all.AddRange(Payloads.AsSpan());
        return Merged(Customer, all, Checkpoints);
    }

    /// <summary>What both histories know. Counting events before the later horizon are dropped: they are in its totals.</summary>
    /// <param name="other">The other history of the same customer.</param>
    /// <exception cref="ArgumentNullException">There is no other history.</exception>
    /// <exception cref="ArgumentException">The other history is of another customer.</exception>
    public CustomerHistory Union(CustomerHistory other)
    {
        Guard.Against.Null(other);
        return other.Customer == Customer
            ? Merged(Customer, [.. Payloads, .. other.Payloads], Checkpoints.AddRange(other.Checkpoints))
            : throw new ArgumentException($"The history is that of customer \"{Customer}\", but the other is of customer \"{other.Customer}\".", nameof(other));
    }

    /// <summary>The facts at an instant: a pure function of the history, the instant and the shop. Events after the instant are not seen.</summary>
    /// <param name="asOf">The instant, from <see cref="CustomerEvent.EarliestAt"/> to <see cref="CustomerEvent.LatestAt"/>.</param>
    /// <param name="shop">The shop, for its zone and currency.</param>
    /// <exception cref="ArgumentNullException">There is no shop.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant is out of range.</exception>
    public CustomerFacts FactsAt(Instant asOf, Shop shop) => new(this, CustomerEvent.CheckInstant(asOf), Guard.Against.Null(shop));

    /// <inheritdoc/>
    public bool Equals(CustomerHistory? other) =>
        other is not null && Customer == other.Customer &&
        Payloads.AsSpan().SequenceEqual(other.Payloads.AsSpan()) &&
        Checkpoints.AsSpan().SequenceEqual(other.Checkpoints.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CustomerHistory);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Customer, Payloads.Length, Events.IsEmpty ? 0 : Events[^1].GetHashCode());
}
