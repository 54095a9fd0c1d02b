using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outlook;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Orleans.Customers;

/// <summary>What changes with one customer between events, and when to look next.</summary>
internal sealed class OutlookChanges(ShopRules rules, CustomerHistory history, ICustomerOutlookReceiver receiver)
{
    // Where nothing changes for so long, it is looked again then.
    private static readonly Duration LookAhead = Duration.FromDays(366);

    // A compacted history cannot be asked about what was before its last event.
    private readonly Instant askableFrom = history.Checkpoint is not { } folded ? CustomerEvent.EarliestAt
        : history.Events.Count > 0 && history.Events[^1].At > folded.Horizon ? history.Events[^1].At
        : folded.Horizon;

    /// <summary>What changed by time alone from one instant to another, both included. An event begins anew: what changes at its instant is
    /// its doing.</summary>
    internal ImmutableArray<OutlookChange> Between(Instant from, Instant to)
    {
        Instant first = Instant.Max(from - Duration.Epsilon, askableFrom);
        Instant[] begins = [first, .. history.Events.Select(static e => e.At).Where(at => at > first && at <= to).Distinct()];
        return first > to ? [] :
        [
            .. begins.Zip([.. begins.Skip(1).Select(static at => at - Duration.Epsilon), to])
                .SelectMany(piece => As(piece.First).Forecast(piece.Second)),
        ];
    }

    /// <summary>The next instant after one at which to look: the next change, or an event that is known to come; null where nothing is
    /// known.</summary>
    internal Instant? Next(Instant now)
    {
        if (history.Events.Count == 0 && history.Checkpoint is null)
        {
            return null;
        }

        Instant horizon = Instant.Min(now + LookAhead, CustomerEvent.LatestAt);
        Instant next = history.Events.Select(static e => e.At).Append(askableFrom).Where(at => at > now).DefaultIfEmpty(horizon).Min();
        if (next < horizon)
        {
            horizon = next;
        }

        Instant? change = askableFrom > now ? null : As(now).NextChangeBy(horizon)?.At;
        return change ?? (horizon < CustomerEvent.LatestAt ? horizon : null);
    }

    private CustomerOutlook As(Instant asOf) => CustomerOutlook.From(rules, receiver.From(rules, history, asOf));
}
