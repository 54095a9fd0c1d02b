using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outlook;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Orleans.Customers;

/// <summary>Whom a grain tells what changed with its customer by time alone (自然变化接收方): the host may write it down, or send
/// something.</summary>
/// <remarks>One for all customers of a silo, so safe on any thread.</remarks>
public interface ICustomerOutlookReceiver
{
    /// <summary>What of the customer is looked at; by itself stage, segments and tier. A host that adds the carrier is told when a touch
    /// may be sent, too. Pure: it is asked for each write.</summary>
    /// <param name="rules">The shop's rules.</param>
    /// <param name="history">The customer's history.</param>
    /// <param name="asOf">The instant from which on nothing else happens.</param>
    /// <returns>Facts of this history as of this instant.</returns>
    OutlookFacts From(ShopRules rules, CustomerHistory history, Instant asOf) => new() { History = history, AsOf = asOf };

    /// <summary>Is told of changes, each at least once, at or after its instant.</summary>
    /// <remarks>
    /// <para>Told again where the answer was lost or an exception was thrown, until it ends well: a change is the same by its instant, kind
    /// and subject. What an event has changed since is not told; ask the grain how it stands now. The grain may be asked from
    /// here.</para>
    /// </remarks>
    /// <param name="customer">The customer.</param>
    /// <param name="changes">The changes, in order; at least one.</param>
    Task Receive(CustomerId customer, ImmutableArray<OutlookChange> changes);
}
