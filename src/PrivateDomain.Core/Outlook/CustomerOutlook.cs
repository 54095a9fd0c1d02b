using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Core.Outlook;

/// <summary>What changes with one customer because nothing happens (客户展望): when the stage falls, a segment is entered or left, a tier
/// lapses, a clock runs out, a reward is due, a touch may be sent.</summary>
/// <remarks>
/// <para>Exact: at the instant named the answer is the new one, just before it the old one, and between two of them nothing changes. The
/// instants at which something can change are worked out, and the rules are asked there and nowhere else; where trust moves steadily, its
/// crossing is found to the nanosecond.</para>
/// <para>What depends on the other customers (RFM) is left out, and <see cref="LeftOut"/> says so.</para>
/// <para>Immutable, so any number of threads may use it. Two are equal only when they are the same object.</para>
/// </remarks>
/// <example>
/// <code>
/// CustomerOutlook outlook = CustomerOutlook.From(rules, new OutlookFacts { History = history, AsOf = now });
/// if (outlook.NextChangeBy(now + Duration.FromDays(365)) is { } next)
/// {
///     WakeAt(next.At); // one timer a customer
/// }
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class CustomerOutlook
{
    private readonly ImmutableArray<Watch> watches;

    private CustomerOutlook(OutlookWatches made, Instant asOf) => (watches, LeftOut, AsOf) = (made.All(), made.LeftOut, asOf);

    /// <summary>The instant from which on nothing else happens.</summary>
    public Instant AsOf { get; }

    /// <summary>What is not looked at, and why.</summary>
    public ImmutableArray<Reason> LeftOut { get; }

    /// <summary>The outlook of a customer under a shop's rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="facts">What is known of the customer.</param>
    /// <exception cref="ArgumentNullException">There are no rules, no facts or no history.</exception>
    /// <exception cref="ArgumentException">The history was compacted and has events after the instant, or facts speak of what comes after
    /// it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant is not from 1900 to 2200.</exception>
    public static CustomerOutlook From(ShopRules rules, OutlookFacts facts)
    {
        Guard.Against.Null(rules);
        Guard.Against.Null(facts);
        Guard.Against.Null(facts.History, nameof(facts));
        return new(new OutlookWatches(rules, facts), CustomerEvent.CheckInstant(facts.AsOf));
    }

    /// <summary>All changes up to a horizon, in order.</summary>
    /// <param name="horizon">The last instant that is looked at, up to 2200.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is before the facts or after 2200.</exception>
    public ImmutableArray<OutlookChange> Forecast(Instant horizon)
    {
        CheckHorizon(AsOf, horizon);
        return
        [
            .. watches.SelectMany(watch => Forecasts.Of(watch, AsOf, horizon))
                .OrderBy(static change => change.At).ThenBy(static change => change.Kind)
                .ThenBy(static change => change.Subject, StringComparer.Ordinal),
        ];
    }

    /// <summary>The next change up to a horizon; null when nothing changes by itself. Of several at one instant, one.</summary>
    /// <param name="horizon">The last instant that is looked at, up to 2200.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is before the facts or after 2200.</exception>
    public OutlookChange? NextChangeBy(Instant horizon)
    {
        CheckHorizon(AsOf, horizon);
        OutlookChange? next = null;
        foreach (Watch watch in watches)
        {
            OutlookChange? found = Forecasts.Of(watch, AsOf, next?.At ?? horizon).FirstOrDefault();
            next = found is not null && (next is null || found.At < next.At) ? found : next;
        }

        return next;
    }

    internal static void CheckHorizon(Instant asOf, Instant horizon)
    {
        if (horizon < asOf || horizon > CustomerEvent.LatestAt)
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon,
                $"An instant from {asOf} to {CustomerEvent.LatestAt} is needed.");
        }
    }
}
