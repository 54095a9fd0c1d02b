using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Customers;

/// <summary>One customer on a cluster (客户 Grain): what happened, how far the relationship has come, and whether a touch may be
/// sent. The key is the customer's id.</summary>
/// <remarks>
/// <para>An answer that a write was done comes after the write. After any error the grain reads again before it answers, so asking again
/// with the same ids is safe.</para>
/// <para>Every method throws a <see cref="StoreException"/> where the store does not answer or a row cannot be read.</para>
/// </remarks>
[Alias("PrivateDomain.Orleans.ICustomerGrain")]
public interface ICustomerGrain : IGrainWithStringKey
{
    /// <summary>Adds events, all or none. Order and repetition do not matter.</summary>
    /// <param name="events">The events; all of this customer.</param>
    /// <returns>How many were not stored before.</returns>
    /// <exception cref="ArgumentException">An event is of another customer.</exception>
    [Alias("Append")]
    Task<int> Append(ImmutableArray<CustomerEvent> events);

    /// <summary>All that is known to have happened.</summary>
    [Alias("History")]
    Task<CustomerHistory> History();

    /// <summary>How far the relationship has come at an instant, by the shop's rules.</summary>
    /// <param name="at">The instant, from 1900 to 2200.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant is out of range.</exception>
    [Alias("Stage")]
    Task<StageAssessment> Stage(Instant at);

    /// <summary>May a touch be sent? Nothing is recorded, so that another may be sent before it: advice for a list, not a
    /// permission.</summary>
    /// <param name="touch">The touch as it would be recorded; its carrier is needed.</param>
    /// <exception cref="ArgumentException">The touch is another customer's, or has no carrier.</exception>
    [Alias("MayTouch")]
    Task<OutreachDecision> MayTouch(TouchSent touch);

    /// <summary>May a touch be sent, and if so it is recorded: both at once, whoever else writes. Send after it.</summary>
    /// <remarks>Asked again with the same touch after a lost answer, the answer is <see cref="TouchOutcome.RecordedBefore"/>.</remarks>
    /// <param name="touch">The touch; its carrier is needed. Its instant is now.</param>
    /// <exception cref="ArgumentException">The touch is another customer's, has no carrier, or its id was used for something
    /// else.</exception>
    /// <exception cref="VersionConflictException">Others wrote each time it was tried; nothing was recorded.</exception>
    [Alias("TryTouch")]
    Task<TouchAnswer> TryTouch(TouchSent touch);

    /// <summary>Folds events before a horizon into totals, in the store too; what counts as folded is in
    /// <see cref="CustomerHistory.CompactBefore"/>.</summary>
    /// <param name="horizon">The instant, from 1900 to 2200; older than the latest arrival, and than any rule looks back.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant is out of range.</exception>
    /// <exception cref="VersionConflictException">Others wrote each time it was tried; nothing was folded.</exception>
    [Alias("Compact")]
    Task Compact(Instant horizon);

    /// <summary>Reads what is stored now and sets the reminder by it, where the host asked to be told what changes by time alone. Needed
    /// after events that were written beside the grains, and after new rules; the other methods do it by themselves.</summary>
    /// <returns>The instant at which it is looked next; null where nothing is known of the customer or the host has not asked.</returns>
    [Alias("Watch")]
    Task<Instant?> Watch();
}
