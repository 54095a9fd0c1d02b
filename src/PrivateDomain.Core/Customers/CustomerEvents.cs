using System.Collections;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Customers;

/// <summary>Events of one customer in their order: by instant, then by id (事件列表).</summary>
/// <remarks>
/// The events are kept packed and made when they are asked for: what is asked for again is equal, but another object. Immutable; safe on
/// many threads. Two lists
/// are equal only when they are the same object.
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class CustomerEvents : IReadOnlyList<CustomerEvent>
{
    private readonly EventColumns columns;
    private readonly CustomerId customer;

    internal CustomerEvents(EventColumns columns, int count, CustomerId customer)
    {
        this.columns = columns;
        this.customer = customer;
        Count = count;
    }

    internal CustomerEvents(CustomerEvents all, int count)
        : this(all.columns, count, all.customer)
    {
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>One of the events.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public CustomerEvent this[int index] => index >= 0 && index < Count
        ? EventPacking.At(columns, index, customer)
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"A place from 0 to {Count - 1} is needed.");

    /// <inheritdoc/>
    public IEnumerator<CustomerEvent> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return EventPacking.At(columns, i, customer);
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
