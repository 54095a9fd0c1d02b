using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Orleans.Customers;
using PrivateDomain.Orleans.Referrals;
using PrivateDomain.Orleans.Storage;

namespace EventIntake;

/// <summary>What is stored, and what the grains say, beside what was answered: nothing lost, nothing doubled, caps and budget
/// kept.</summary>
internal sealed record Comparison
{
    /// <summary>Histories that are not what one gets by telling the same events one after another.</summary>
    public int DifferentHistories { get; private init; }

    /// <summary>Events, touches and rewards that were answered with yes and are not stored.</summary>
    public int Lost { get; private init; }

    /// <summary>Touches and rewards beyond the one that is allowed.</summary>
    public int Doubled { get; private init; }

    /// <summary>Customers, referrers and budgets that had too many, or fewer than were asked for and allowed.</summary>
    public int CapsBroken { get; private init; }

    public bool IsRight => (DifferentHistories, Lost, Doubled, CapsBroken) == (0, 0, 0, 0);

    internal static async Task<Comparison> Of(Feeders feeders, IGrainFactory grains, ICustomerStore store, ShardedProgramme programme,
        int newcomers, bool isAll, CancellationToken stop)
    {
        (int different, int lost, int doubled, int broken) = (0, 0, 0, 0);
        var touched = feeders.Touched.ToLookup(static one => one.Customer);
        foreach (IGrouping<CustomerId, Delivery> delivered in feeders.Done.Where(static one => one.Newcomer is null)
            .GroupBy(static one => one.Customer))
        {
            CustomerId customer = delivered.Key;
            CustomerHistory stored = (await feeders.Insist(() => store.Read(customer, stop), null, stop)).History;
            CustomerHistory told = await feeders.Insist(
                () => grains.GetGrain<ICustomerGrain>(customer.Text).History(), null, stop);
            CustomerEvent[] events = [.. delivered.SelectMany(static one => one.Events)];
            TouchSent[] recorded = [.. stored.Events.OfType<TouchSent>()];
            CustomerHistory expected = CustomerHistory.From(customer, [.. events, .. recorded]);
            different += stored.Equals(expected) && told.Equals(expected) ? 0 : 1;

            // Adding what is there changes nothing.
            lost += events.Concat(touched[customer].Select(static one => one.Touch!))
                .Count(e => !ReferenceEquals(stored.Add(e), stored));
            doubled += Math.Max(0, recorded.Length - 1) + Math.Max(0, touched[customer].Count() - 1);
            bool isAsked = delivered.Any(static one => one.Touch is not null);
            broken += isAsked == recorded.Length > 0 ? 0 : 1;
        }

        ReferralLedger ledger = await feeders.Insist(() => grains.GetGrain<IReferralGrain>(Programme.Name).Ledger(), null, stop);
        ImmutableArray<ReferralFact> granted = [.. ledger.Facts.Where(static fact => fact.Kind == ReferralFactKind.Granted)];
        lost += feeders.Granted.Count(one => !granted.Contains(Programme.Granted(one.Newcomer!.Value, one.Time)));
        doubled += granted.Length - granted.DistinctBy(static fact => fact.Referee).Count();
        broken += granted.GroupBy(static fact => fact.CodeText, StringComparer.Ordinal)
            .Count(static referrer => referrer.Count() > Programme.RewardsPerReferrerMax);
        int most = Programme.GrantsMax(programme, newcomers);
        broken += granted.Length > most || (isAll && granted.Length < most) ? 1 : 0;
        broken += ledger.StateAt(Programme.End).Committed > programme.Programme.Options.Budget ? 1 : 0;
        return new Comparison { DifferentHistories = different, Lost = lost, Doubled = doubled, CapsBroken = broken };
    }
}
