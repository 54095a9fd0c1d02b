using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Npgsql;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Outlook;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Orleans.Customers;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Tests;

/// <summary>The host is told what changes by time alone: at least once, whatever is late, comes twice or dies. The clock is the test's, and
/// ticks are given by hand where the test does not say otherwise.</summary>
[Collection(nameof(StoreTests))]
public sealed class OutlookReminderTests(StoreFixture database)
{
    // The shop allows one touch a day: after a touch at noon, the next may go from Shanghai's midnight on.
    private static readonly Instant Midnight = Instant.FromUtc(2026, 3, 4, 16, 0);
    private const string UsefulContent = "useful content";
    private static readonly Duration ThreeHours = Duration.FromHours(3);
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private readonly FakeClock clock = new(Cluster.Noon);
    private readonly KeptReminders reminders = new();
    private readonly Receiver receiver = new();

    [Fact]
    public async Task NextChange_IsTold_AndTheReminderMovesOn()
    {
        await using Cluster cluster = await Start("reminded");
        await Touched(cluster, "c1");
        Assert.Equal(Midnight, await cluster["c1"].Watch());
        string name = Assert.Single(reminders.NamesOf("c1"));

        clock.Reset(Midnight + Minute);
        await Tick(cluster, "c1", name);
        OutlookChange told = Assert.Single(receiver.TouchesOf("c1"));
        Assert.Equal((Midnight, OutlookKind.Outreach), (told.At, told.Kind));
        Assert.NotEqual(name, Assert.Single(reminders.NamesOf("c1")));

        // The same reminder comes once more: the same change, and still one reminder.
        await Tick(cluster, "c1", name);
        Assert.Equal(told, receiver.TouchesOf("c1")[1]);
        Assert.Single(reminders.NamesOf("c1"));
    }

    [Fact]
    public async Task EarlyTick_TellsNothing_AndIsSetAgain()
    {
        await using Cluster cluster = await Start("early");
        await Touched(cluster, "c1");
        string name = Assert.Single(reminders.NamesOf("c1"));
        clock.Reset(Midnight - Minute);
        await Tick(cluster, "c1", name);
        Assert.Empty(receiver.TouchesOf("c1"));
        Assert.Equal(name, Assert.Single(reminders.NamesOf("c1")));
    }

    [Fact]
    public async Task EventInBetween_TakesTheChangeAway_OrMovesItForward()
    {
        await using Cluster cluster = await Start("moved");
        await Touched(cluster, "c1");
        string atMidnight = Assert.Single(reminders.NamesOf("c1"));

        // Who opts out may not be touched at midnight either.
        await cluster["c1"].Append(
            [new OptedOut(CustomerEventId.From("out"), CustomerId.From("c1"), Cluster.Noon + Minute, Carrier.WeCom)]);
        clock.Reset(Midnight + Minute);
        await Tick(cluster, "c1", atMidnight);
        Assert.Empty(receiver.TouchesOf("c1"));

        // Without a touch nothing is near; with one, midnight is.
        clock.Reset(Cluster.Noon);
        await cluster["c2"].Append([Cluster.Linked("c2")]);
        Assert.True(await cluster["c2"].Watch() > Midnight);
        Assert.Equal(TouchOutcome.Recorded, (await cluster["c2"].TryTouch(Cluster.Touch("c2", "t1"))).Outcome);
        Assert.Equal(OutlookNameOf(Midnight), Assert.Single(reminders.NamesOf("c2")));
    }

    [Fact]
    public async Task LateReminder_IsNotMovedByAnEvent_AndTellsWhatWasBeforeIt()
    {
        await using Cluster cluster = await Start("late");
        await Touched(cluster, "c1");
        string name = Assert.Single(reminders.NamesOf("c1"));

        // The reminder was due at midnight; a second touch comes before it.
        clock.Reset(Midnight + Duration.FromHours(2));
        Assert.Equal(TouchOutcome.Recorded, (await cluster["c1"].TryTouch(Cluster.Touch("c1", "t2", clock.GetCurrentInstant()))).Outcome);
        Assert.Equal(name, Assert.Single(reminders.NamesOf("c1")));
        clock.AdvanceHours(30);
        await Tick(cluster, "c1", name);
        Assert.Equal([Midnight, Midnight + Duration.FromDays(1)], receiver.TouchesOf("c1").Select(static change => change.At));
    }

    [Fact]
    public async Task ReceiverThatFails_IsToldAgain()
    {
        await using Cluster cluster = await Start("failing");
        await Touched(cluster, "c1");
        string name = Assert.Single(reminders.NamesOf("c1"));
        clock.Reset(Midnight);
        receiver.Fails = true;
        await Assert.ThrowsAnyAsync<Exception>(() => Tick(cluster, "c1", name));
        Assert.Equal(name, Assert.Single(reminders.NamesOf("c1")));
        receiver.Fails = false;
        await Tick(cluster, "c1", name);
        Assert.Equal(Midnight, Assert.Single(receiver.TouchesOf("c1")).At);
    }

    [Fact]
    public async Task Receiver_MayAskTheGrain_AndSend()
    {
        await using Cluster cluster = await Start("asking");
        await Touched(cluster, "c1");
        string name = Assert.Single(reminders.NamesOf("c1"));
        clock.Reset(Midnight);
        receiver.Meanwhile = async () => Assert.Equal(
            TouchOutcome.Recorded, (await cluster["c1"].TryTouch(Cluster.Touch("c1", "t2", Midnight))).Outcome);
        await Tick(cluster, "c1", name);
        Assert.Equal((3, 1), ((await cluster["c1"].History()).Events.Count, receiver.TouchesOf("c1").Length));
        Assert.Equal(OutlookNameOf(Midnight + Duration.FromDays(1)), Assert.Single(reminders.NamesOf("c1")));
    }

    [Fact]
    public async Task OverdueReminder_OfASiloThatDied_ComesByItself()
    {
        Cluster first = await Start("died");
        await Touched(first, "c1");
        await first.Kill();
        clock.Reset(Midnight + Duration.FromDays(2));
        await using Cluster second = await Start("died");
        Assert.Equal(Midnight, await second["c1"].Watch()); // set again as it is, for now
        await receiver.First.WaitAsync(TimeSpan.FromSeconds(150)); // Orleans gives this tick
        Assert.Equal(Midnight, receiver.TouchesOf("c1")[0].At);
        await first.DisposeAsync();
    }

    [Fact]
    public async Task LostReminders_AreATypedError_AndAskingAgainSetsThem()
    {
        await using Cluster cluster = await Start("no_table");
        await cluster["c1"].History();
        reminders.IsAway = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => cluster["c1"].Append([Cluster.Linked("c1")]));
        reminders.IsAway = false;
        Assert.Equal(0, await cluster["c1"].Append([Cluster.Linked("c1")])); // it was stored
        Assert.Single(reminders.NamesOf("c1"));
    }

    [Fact]
    public async Task EventsBesideTheGrain_AndFoldedOnes_AreSeenWhenAskedTo()
    {
        await using Cluster cluster = await Start("beside");
        PostgresCustomerStore store = await database.Store("reminder_beside");
        await store.Append([Cluster.Linked("c1"), Cluster.Touch("c1", "t1")]);
        Assert.Empty(reminders.NamesOf("c1"));
        Assert.Equal(Midnight, await cluster["c1"].Watch());

        await cluster["c1"].Compact(Cluster.Noon - Duration.FromDays(10));
        Assert.NotNull((await cluster["c1"].History()).Checkpoint);
        clock.Reset(Midnight);
        await Tick(cluster, "c1", OutlookNameOf(Midnight));
        Assert.Equal(Midnight, Assert.Single(receiver.TouchesOf("c1")).At);
        Assert.Null(await cluster["nobody"].Watch());
    }

    [Fact]
    public async Task KnownFuture_IsWaitedFor_AndWhatIsFarIsSetNearer()
    {
        await using Cluster cluster = await Start("future");
        Instant soon = Cluster.Noon + Duration.FromHours(3);
        await cluster["c1"].Append([Cluster.Linked("c1"), Cluster.Message("c1", "m1", soon)]);
        Assert.Equal(soon, await cluster["c1"].Watch());
        clock.Reset(soon);
        await Tick(cluster, "c1", OutlookNameOf(soon));
        Assert.Empty(receiver.TouchesOf("c1")); // an event is not the work of time alone

        // Whatever it waits for, no timer is longer than forty days.
        Assert.True(await cluster["c1"].Watch() > soon);
        Assert.True(Assert.Single(reminders.StartsOf("c1")) < DateTime.UtcNow.AddDays(41));
    }

    [Fact]
    public async Task NotAskedFor_NothingIsSet_AndWhatIsLeftEnds()
    {
        await using (Cluster cluster = await Start("left"))
        {
            await Touched(cluster, "c1");
        }

        string name = Assert.Single(reminders.NamesOf("c1"));
        await using Cluster without = await Cluster.Start(database.Source, "left", configure: silo =>
        {
            silo.Services.AddSingleton<IReminderTable>(reminders);
            silo.AddReminders();
        });
        Assert.Null(await without["c1"].Watch());
        await Tick(without, "c1", name);
        Assert.Empty(reminders.NamesOf("c1"));
        Assert.Empty(receiver.TouchesOf("c1"));
    }

    [Fact]
    public async Task SiloWithoutReminders_DoesNotStart()
    {
        NpgsqlDataSource source = database.Source;
        InvalidOperationException none = await Assert.ThrowsAsync<InvalidOperationException>(() => Cluster.Start(
            source, "none", configure: static silo => silo.AddPrivateDomainOutlook<Receiver>()));
        Assert.Contains("No reminder service", none.Message, StringComparison.Ordinal);
    }

    /// <summary>Every third hour of months of random customers: between two of them without an event, the stage and what the guard says
    /// differ exactly where a change was told, though ticks come late, and events in between.</summary>
    [Fact]
    public async Task RandomCustomers_AtAllHours_NoChangeIsMissed_NoneIsInvented()
    {
        Random chance = Chance.From(514);
        await using Cluster cluster = await Start("hourly");
        ShopRules rules = cluster.Rules;
        int told = 0;
        for (int number = 0; number < Chance.Cases(6, 500); number++)
        {
            string customer = FormattableString.Invariant($"c{number}");
            var events = new List<CustomerEvent>();
            Instant begins = Cluster.Noon;
            Instant ends = begins + Duration.FromDays(150);
            clock.Reset(begins);
            while (clock.GetCurrentInstant() < ends)
            {
                Instant now = clock.GetCurrentInstant();
                CustomerEvent e = (events.Count == 0 ? 1 : chance.Next(6)) switch
                {
                    0 or 4 or 5 => Cluster.Touch(customer, FormattableString.Invariant($"t{events.Count}"), now),
                    1 => new LinkMade(CustomerEventId.From(FormattableString.Invariant($"l{events.Count}")),
                        CustomerId.From(customer), now, Carrier.WeCom),
                    2 => new SurveyAnswered(CustomerEventId.From(FormattableString.Invariant($"s{events.Count}")),
                        CustomerId.From(customer), now),
                    _ => Cluster.Message(customer, FormattableString.Invariant($"m{events.Count}"), now),
                };
                events.Add(e);
                await cluster[customer].Append([e]);
                for (int ticks = chance.Next(4); ticks > 0; ticks--)
                {
                    clock.Advance(Duration.FromMinutes(chance.Next(1, 60 * 24 * 3)));
                    await TickWhatIsDue(cluster, customer);
                }

                clock.Advance(Duration.FromMinutes(chance.Next(1, 60 * 24 * 9)));
            }

            await TickWhatIsDue(cluster, customer);
            OutlookChange[] changes = [.. receiver.All(customer).Distinct()];
            told += changes.Length;
            CustomerHistory history = CustomerHistory.From(CustomerId.From(customer), events);
            for (Instant hour = begins; hour + ThreeHours <= clock.GetCurrentInstant(); hour += ThreeHours)
            {
                Instant next = hour + ThreeHours;
                if (!events.Exists(e => e.At > hour && e.At <= next))
                {
                    var before = Answers(rules, history, hour);
                    var after = Answers(rules, history, next);
                    OutlookChange[] between = [.. changes.Where(change => change.At > hour && change.At <= next)];
                    Assert.Equal(before.Stage != after.Stage, between.Any(static change => change.Kind == OutlookKind.Stage));
                    Assert.Equal(before.May != after.May, between.Any(static change => change.Subject == UsefulContent));
                }
            }
        }

        Assert.True(told >= 100, FormattableString.Invariant($"Only {told} changes: the customers are too dull."));
    }

    private static (RelationshipStage? Stage, (OutreachOutcome, Instant?) May) Answers(ShopRules rules, CustomerHistory history, Instant at)
    {
        CustomerFacts facts = history.FactsAt(at, rules.Shop);
        RelationshipStage? stage = rules.Ladder.Assess(RelationshipFacts.From(facts)).Stage;
        OutreachDecision may = rules.Outreach.Decide(
            OutreachFacts.From(facts, Carrier.WeCom, stage ?? RelationshipStage.None), TouchKind.UsefulContent, at);
        return (stage, (may.Outcome, may.Until));
    }

    private static string OutlookNameOf(Instant at) => FormattableString.Invariant($"outlook {at}");

    private async Task TickWhatIsDue(Cluster cluster, string customer)
    {
        foreach (string name in reminders.NamesOf(customer))
        {
            if (string.CompareOrdinal(name, OutlookNameOf(clock.GetCurrentInstant())) <= 0)
            {
                await Tick(cluster, customer, name);
            }
        }
    }

    private static Task Tick(Cluster cluster, string customer, string name) =>
        cluster[customer].AsReference<IRemindable>().ReceiveReminder(name, default);

    private static async Task Touched(Cluster cluster, string customer)
    {
        await cluster[customer].Append([Cluster.Linked(customer)]);
        Assert.Equal(TouchOutcome.Recorded, (await cluster[customer].TryTouch(Cluster.Touch(customer, "t1"))).Outcome);
    }

    private Task<Cluster> Start(string schema) => Cluster.Start(database.Source, "reminder_" + schema, configure: silo =>
    {
        silo.Services.AddSingleton<IClock>(clock);
        silo.Services.AddSingleton<IReminderTable>(reminders);
        silo.AddReminders();
        silo.Services.AddSingleton<ICustomerOutlookReceiver>(receiver);
        silo.AddPrivateDomainOutlook<Receiver>();
    });

    private sealed class Receiver : ICustomerOutlookReceiver
    {
        private readonly ConcurrentQueue<(string Customer, OutlookChange Change)> told = [];
        private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal volatile bool Fails;

        internal Func<Task>? Meanwhile { get; set; }

        internal Task First => first.Task;

        /// <summary>Whether useful content may be sent.</summary>
        internal OutlookChange[] TouchesOf(string customer) => [.. All(customer).Where(static change => change.Subject == UsefulContent)];

        internal OutlookChange[] All(string customer) =>
            [.. told.Where(one => string.Equals(one.Customer, customer, StringComparison.Ordinal)).Select(static one => one.Change)];

        public OutlookFacts From(ShopRules rules, CustomerHistory history, Instant asOf) =>
            new() { History = history, AsOf = asOf, Carrier = Carrier.WeCom };

        public async Task Receive(CustomerId customer, ImmutableArray<OutlookChange> changes)
        {
            if (Fails)
            {
                throw new InvalidOperationException("The host is away.");
            }

            if (Meanwhile is { } ask)
            {
                await ask();
            }

            foreach (OutlookChange change in changes)
            {
                told.Enqueue((customer.Text, change));
            }

            first.TrySetResult();
        }
    }
}
