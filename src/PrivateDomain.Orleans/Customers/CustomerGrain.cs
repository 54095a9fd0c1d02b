using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Orleans.Timers;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outlook;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Customers;

/// <summary>Keeps one customer in memory; the store is what counts.</summary>
internal sealed class CustomerGrain(ICustomerStore store, IOutreachFactsSource source) : Grain, ICustomerGrain, IRemindable
{
    // Each try that fails is one that somebody else made: only a storm of writers reaches it.
    private const int TriesMax = 20;

    // Null: not known, to be read before anything is answered.
    private StoredCustomer? known;

    private OutlookReminder? reminder;

    private CustomerId Customer => CustomerId.From(this.GetPrimaryKeyString());

    // Asked for each time: a host may replace its rules while grains live.
    private ShopRules Rules => ServiceProvider.GetRequiredService<ShopRules>();

    // Null: the host has not asked to be told what changes by time alone.
    private ICustomerOutlookReceiver? Receiver => ServiceProvider.GetService<ICustomerOutlookReceiver>();

    private Instant Now => ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();

    private OutlookReminder Reminder =>
        reminder ??= new OutlookReminder(ServiceProvider.GetRequiredService<IReminderRegistry>(), this.GetGrainId());

    public async Task<int> Append(ImmutableArray<CustomerEvent> events)
    {
        StoredCustomer before = await Known();
        CustomerHistory after = before.History.AddRange(events.IsDefault ? [] : events);
        int newCount = 0;
        if (!ReferenceEquals(after, before.History))
        {
            known = null;
            Appended appended = await store.Append(events);

            // Another version: somebody else wrote, and what they wrote is not in memory.
            known = appended.Version == before.Version + 1 ? new StoredCustomer(after, appended.Version) : null;
            newCount = appended.NewCount;
        }

        // Told again after a lost answer, the reminder may be what is missing.
        await LookAhead();
        return newCount;
    }

    public async Task<CustomerHistory> History() => (await Known()).History;

    public async Task<StageAssessment> Stage(Instant at)
    {
        ShopRules rules = Rules;
        return rules.Ladder.Assess(RelationshipFacts.From((await Known()).History.FactsAt(at, rules.Shop)));
    }

    public async Task<OutreachDecision> MayTouch(TouchSent touch)
    {
        Check(touch);
        return Decide((await Known()).History, touch);
    }

    public async Task<TouchAnswer> TryTouch(TouchSent touch)
    {
        Check(touch);
        for (int tries = 0; tries < TriesMax; tries++)
        {
            StoredCustomer before = await Known();
            TouchAnswer answer = Answer(before.History, touch);
            known = null;
            if (answer.Outcome == TouchOutcome.Recorded ? await store.TryAppend(touch, before.Version)
                : answer.IsRecorded || await store.ReadVersion(Customer) == before.Version)
            {
                known = answer.Outcome == TouchOutcome.Recorded
                    ? new StoredCustomer(before.History.Add(touch), before.Version + 1)
                    : before;
                if (answer.IsRecorded)
                {
                    await LookAhead();
                }

                return answer;
            }
        }

        throw TooMany("no touch was recorded");
    }

    public async Task Compact(Instant horizon)
    {
        for (int tries = 0; tries < TriesMax; tries++)
        {
            StoredCustomer before = await Known();
            CustomerHistory after = before.History.CompactBefore(horizon);
            if (before.Version == 0 || after.Equals(before.History))
            {
                return;
            }

            known = null;
            if (await store.TryCompact(after, before.Version))
            {
                known = new StoredCustomer(after, before.Version + 1);
                return;
            }
        }

        throw TooMany("nothing was folded");
    }

    public async Task<Instant?> Watch()
    {
        known = null;
        await LookAhead(isAsked: true);
        return Receiver is null ? null : await Reminder.At();
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (OutlookReminder.InstantOf(reminderName) is not { } due)
        {
            return;
        }

        Instant now = Now;
        if (Receiver is not { } receiver)
        {
            await Reminder.Move(null, now);
            return;
        }

        // Events may have come beside the grain.
        known = null;
        ImmutableArray<OutlookChange> changes = new OutlookChanges(Rules, (await Known()).History, receiver).Between(due, now);
        if (!changes.IsEmpty)
        {
            // The host may ask this grain meanwhile.
            using var scope = RequestContext.AllowCallChainReentrancy();
            await receiver.Receive(Customer, changes);
        }

        await Reminder.Move(new OutlookChanges(Rules, (await Known()).History, receiver).Next(now), now);
    }

    // Only forward: a reminder that comes too early finds nothing and moves on, which spares most writes. One that is late has
    // something to tell, and stays.
    private async Task LookAhead(bool isAsked = false)
    {
        if (Receiver is not { } receiver)
        {
            return;
        }

        Instant now = Now;
        Instant? next = new OutlookChanges(Rules, (await Known()).History, receiver).Next(now);
        Instant? set = await Reminder.At();
        Instant? wanted = set is null || next < set ? next : set;
        if (wanted != set || isAsked)
        {
            await Reminder.Move(wanted, now);
        }
    }

    private async Task<StoredCustomer> Known() => known ??= await store.Read(Customer);

    private TouchAnswer Answer(CustomerHistory history, TouchSent touch)
    {
        if (history.Contains(touch.Id))
        {
            return ReferenceEquals(history.Add(touch), history)
                ? new TouchAnswer(TouchOutcome.RecordedBefore)
                : throw new ArgumentException($"The id \"{touch.Id}\" was used for something else.", nameof(touch));
        }

        Instant? latest = history.Events.Count > 0 ? history.Events[^1].At : null;
        latest = history.Checkpoint is { } folded && (latest is null || folded.Horizon > latest) ? folded.Horizon : latest;
        if (latest > touch.At)
        {
            return new TouchAnswer(TouchOutcome.Outdated, latestAt: latest);
        }

        OutreachDecision decision = Decide(history, touch);
        return new TouchAnswer(decision.IsAllowed ? TouchOutcome.Recorded : TouchOutcome.Refused, decision);
    }

    private OutreachDecision Decide(CustomerHistory history, TouchSent touch)
    {
        ShopRules rules = Rules;
        return rules.Outreach.Decide(source.From(rules, history.FactsAt(touch.At, rules.Shop), touch), touch.Touch, touch.At);
    }

    private void Check(TouchSent touch)
    {
        ArgumentNullException.ThrowIfNull(touch);
        if (touch.Customer != Customer)
        {
            throw new ArgumentException($"The touch is of customer \"{touch.Customer}\", not of \"{Customer}\".", nameof(touch));
        }

        if (touch.Carrier is null)
        {
            throw new ArgumentException($"Touch \"{touch.Id}\" has no carrier, which the guard needs.", nameof(touch));
        }
    }

    private VersionConflictException TooMany(string outcome) =>
        new(FormattableString.Invariant($"Others wrote to customer \"{Customer}\" {TriesMax} times in between; {outcome}."));
}
