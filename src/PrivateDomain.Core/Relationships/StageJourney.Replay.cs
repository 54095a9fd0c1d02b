using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Relationships;

public sealed partial class StageJourney
{
    /// <summary>The journey that a history tells: every instant at which evidence came, was taken back or grew too old is looked at, so nothing depends on when one asks.</summary>
    /// <remarks>
    /// The same history gives the same journey, and a later instant only adds moves. An event that arrives late changes what the history tells: replay it.
    /// What was folded by <see cref="CustomerHistory.CompactBefore"/> is not told any more; store the journey before, and go on with <see cref="Advance"/>.
    /// </remarks>
    /// <param name="policy">The ladder.</param>
    /// <param name="history">The customer's history.</param>
    /// <param name="asOf">The instant up to which it is told.</param>
    /// <param name="shop">The shop.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant is out of the range of facts.</exception>
    public static StageJourney Replay(LadderPolicy policy, CustomerHistory history, Instant asOf, Shop shop)
    {
        Guard.Against.Null(policy);
        Guard.Against.Null(history);
        CustomerEvent.CheckInstant(asOf);
        Duration[] ages =
        [
            Duration.Zero,
            .. policy.Rungs
                .SelectMany(static r => r.Requirements)
                .SelectMany(static r => r.AnyOf)
                .Where(static t => t.WithinDays is not null)
                .Select(static t => Duration.FromDays(t.WithinDays!.Value))
                .Distinct(),
        ];
        IEnumerable<Instant> instants = history.Events
            .Select(static e => e.At)
            .Concat((history.Checkpoint?.Totals ?? []).Select(static t => t.Last))
            .Distinct()
            .SelectMany(at => ages.Select(age => at + age))
            .Where(at => at <= asOf)
            .Distinct()
            .Order();
        StageJourney journey = Empty;
        foreach (Instant instant in instants)
        {
            journey = journey.Advance(policy, StageEvidence.From(history.FactsAt(instant, shop)));
        }

        return journey;
    }
}
