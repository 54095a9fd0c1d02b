using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Orleans.Storage;

/// <summary>Where the events of customers are kept (客户事件存储): a row an event, and a version a customer, which every write
/// moves.</summary>
/// <remarks>Events are inserted and never changed, so writers need not agree; a decision is written only if the version is still the one it
/// was made on. Safe on any thread.</remarks>
public interface ICustomerStore
{
    /// <summary>Reads a customer; one of whom nothing is stored has an empty history and version 0.</summary>
    /// <param name="customer">The customer; not empty.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="StoreException">The store does not answer, or a row cannot be read.</exception>
    Task<StoredCustomer> Read(CustomerId customer, CancellationToken cancel = default);

    /// <summary>Reads only the version; 0 for a customer of whom nothing is stored.</summary>
    /// <param name="customer">The customer; not empty.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <exception cref="StoreException">The store does not answer.</exception>
    Task<long> ReadVersion(CustomerId customer, CancellationToken cancel = default);

    /// <summary>Adds events of any customers, all or none; those that are stored already change nothing but the version. For an intake
    /// in batches, too, beside the grains.</summary>
    /// <param name="events">The events.</param>
    /// <param name="cancel">Ends the waiting; whether the write was done is then not known.</param>
    /// <returns>How many were new, and the highest version after it.</returns>
    /// <exception cref="ArgumentNullException">An event is null.</exception>
    /// <exception cref="StoreException">The store does not answer.</exception>
    Task<Appended> Append(ImmutableArray<CustomerEvent> events, CancellationToken cancel = default);

    /// <summary>Adds one event if the customer is still at a version: what was decided is recorded, or nothing is.</summary>
    /// <param name="decided">The event.</param>
    /// <param name="version">The version it was decided on.</param>
    /// <param name="cancel">Ends the waiting; whether the write was done is then not known.</param>
    /// <returns>Whether it was recorded; if so the customer is at the next version.</returns>
    /// <exception cref="ArgumentNullException">There is no event.</exception>
    /// <exception cref="StoreException">The store does not answer.</exception>
    Task<bool> TryAppend(CustomerEvent decided, long version, CancellationToken cancel = default);

    /// <summary>Puts a compacted history in the place of all rows, if the customer is still at a version.</summary>
    /// <param name="history">The compacted history.</param>
    /// <param name="version">The version it was made of, 1 or more.</param>
    /// <param name="cancel">Ends the waiting; whether the write was done is then not known.</param>
    /// <returns>Whether it was done; if so the customer is at the next version.</returns>
    /// <exception cref="ArgumentNullException">There is no history.</exception>
    /// <exception cref="StoreException">The store does not answer.</exception>
    Task<bool> TryCompact(CustomerHistory history, long version, CancellationToken cancel = default);
}

/// <summary>A customer as stored (已存客户).</summary>
/// <param name="History">All that is stored.</param>
/// <param name="Version">How many writes there were; 0 when none was.</param>
public sealed record StoredCustomer(CustomerHistory History, long Version);

/// <summary>What adding events came to (写入结果).</summary>
/// <param name="NewCount">How many were not stored before.</param>
/// <param name="Version">The highest version of their customers after it; 0 when there were no events.</param>
/// <remarks>Equality is that of both numbers; there is no ordering. The default value says that nothing was added.</remarks>
public readonly record struct Appended(int NewCount, long Version);
