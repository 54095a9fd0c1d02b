using System.Collections.Concurrent;
using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Customers;
using PrivateDomain.Orleans.Customers;
using PrivateDomain.Orleans.Storage;

namespace PrivateDomain.Orleans.Tests;

/// <summary>Two clusters over one store, each with its own activation of a customer; and a silo that is killed: nothing lost, nothing
/// doubled, caps kept.</summary>
[Collection(nameof(StoreTests))]
public sealed class TwoClustersTests(StoreFixture database)
{
    [Fact]
    public async Task StaleActivation_DoesNotSendAgain_NorRefuseOnWhatIsOver()
    {
        await using Cluster here = await Cluster.Start(database.Source, "stale");
        await using Cluster there = await Cluster.Start(database.Source, "stale");
        Assert.Empty((await there["c1"].History()).Events);
        await here["c1"].Append([Cluster.Linked("c1")]);
        Assert.Empty((await there["c1"].History()).Events); // it does not know

        // Its memory says no: it must look before it answers. Then its memory says yes: it must not be believed.
        Assert.Equal(TouchOutcome.Recorded, (await there["c1"].TryTouch(Cluster.Touch("c1", "t1"))).Outcome);
        Instant tomorrow = Cluster.Noon + Duration.FromDays(1);
        Assert.Equal(TouchOutcome.Recorded, (await here["c1"].TryTouch(Cluster.Touch("c1", "t2", tomorrow))).Outcome);
        TouchAnswer again = await there["c1"].TryTouch(Cluster.Touch("c1", "t3", tomorrow));
        Assert.Equal(TouchOutcome.Refused, again.Outcome);
        Assert.Equal(3, (await there["c1"].History()).Events.Count);
    }

    [Fact]
    public async Task EventsFromBothSides_AreAllThere_AndEachCustomerIsTouchedOnce()
    {
        await using Cluster here = await Cluster.Start(database.Source, "doubled");
        await using Cluster there = await Cluster.Start(database.Source, "doubled");
        PostgresCustomerStore store = await database.Store("doubled");
        string[] customers = [.. Enumerable.Range(0, Chance.Cases(40, 2_000)).Select(static n => FormattableString.Invariant($"c{n}"))];
        await store.Append([.. customers.Select(Cluster.Linked)]);
        Cluster[] both = [here, there];

        // What is told lies before the touches, so that no touch is outdated.
        await Parallel.ForEachAsync(customers, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (customer, _) =>
        {
            Task[] told = [.. Enumerable.Range(0, 12).Select(n => both[n % 2][customer].Append(
                [Cluster.Message(customer, FormattableString.Invariant($"m{n % 9}"), Cluster.Noon - Duration.FromHours(1 + (n % 9)))]))];
            Task<TouchAnswer>[] asked = [.. Enumerable.Range(0, 8).Select(n =>
                both[n % 2][customer].TryTouch(Cluster.Touch(customer, FormattableString.Invariant($"t{n}"))))];
            await Task.WhenAll(told);
            Assert.Single(await Task.WhenAll(asked), static answer => answer.IsRecorded);
        });
        foreach (string customer in customers)
        {
            CustomerHistory history = (await store.Read(CustomerId.From(customer))).History;
            Assert.Equal((1 + 9 + 1, 1), (history.Events.Count, history.Events.Count(static e => e is TouchSent)));
            Assert.Empty(history.Conflicts);
        }
    }

    [Fact]
    public async Task KilledSilo_LosesNothingThatWasAcknowledged()
    {
        const int Customers = 10;
        int perCustomer = Chance.Cases(60, 2_000);
        Cluster first = await Cluster.Start(database.Source, "killed");
        PostgresCustomerStore store = await database.Store("killed");
        using var killed = new CancellationTokenSource();
        var acknowledged = new ConcurrentBag<CustomerEvent>();
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        CustomerEvent[][] all = [.. Enumerable.Range(0, Customers).Select(c => Enumerable.Range(0, perCustomer).Select(n => (CustomerEvent)
            Cluster.Message($"c{c}", FormattableString.Invariant($"m{n}"), Cluster.Noon + Duration.FromMinutes(n))).ToArray())];
        Task[] senders = [.. all.Select(async events =>
        {
            try
            {
                foreach (CustomerEvent e in events)
                {
                    await first[e.Customer.Text].Append([e]).WaitAsync(killed.Token);
                    acknowledged.Add(e);
                    if (acknowledged.Count >= Customers * perCustomer / 2)
                    {
                        half.TrySetResult();
                    }
                }
            }
            catch (Exception e) when (e is OperationCanceledException or OrleansException or TimeoutException)
            {
                // The silo is gone: what was not acknowledged is told again below.
            }
        })];
        await half.Task;
        await first.Kill();
        await killed.CancelAsync();
        await Task.WhenAll(senders);

        await using Cluster second = await Cluster.Start(database.Source, "killed");
        foreach (IGrouping<CustomerId, CustomerEvent> told in acknowledged.GroupBy(static e => e.Customer))
        {
            CustomerHistory history = await second[told.Key.Text].History();
            Assert.All(told, e => Assert.True(history.Contains(e.Id)));
        }

        await Task.WhenAll(all.Select(events => second[events[0].Customer.Text].Append([.. events])));
        foreach (CustomerEvent[] events in all)
        {
            CustomerHistory expected = CustomerHistory.From(events[0].Customer, events);
            Assert.Equal(expected, await second[events[0].Customer.Text].History());
            Assert.Equal(expected, (await store.Read(events[0].Customer)).History);
        }

        await first.DisposeAsync();
    }
}
